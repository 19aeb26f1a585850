#pragma once

// The content of Object 2 (section F, K6, E6): what is wrong with it, and what it leaves behind.
//
// Where the rules leave a thing open, the comment says "read as".

#include <lwm2m/access/assignment.hpp>

#include <cstdint>

#include "support/reference/answer.hpp"

namespace reference {

using lwm2m::access::assignment;
using lwm2m::access::value_kind;
using access_controls = std::map<target, access_control>;

/// A path that a payload conveys, with or without its value.
struct conveyed {
  path at;
  std::optional<assignment> value{};

  bool is_null() const { return value && value->kind == value_kind::nothing; }
};
using content = std::vector<conveyed>;

/// A question, with all that its payload names. Of a question without values it is not known what
/// its paths convey; then their values are not judged.
struct trial {
  const world& w;
  const question& q;
  content all;
  bool is_judged;

  bool is_composite() const { return q.op == operation::write_composite; }
  bool is_for_object_2() const { return !is_list(q) && object_of(q.uri) == 2; }
};

// ------------------------------------------------------------------ small questions

/// D2: what Object 2 does not define is ignored.
inline bool is_managed(const path& p) {
  return object_of(p) == 2 && p.level() >= level::resource && resource_of(p) <= 3;
}
inline bool is_acl(const path& p) { return resource_of(p) == 2 && p.level() == level::resource; }
inline bool is_entry(const path& p) {
  return resource_of(p) == 2 && p.level() == level::resource_instance;
}
inline bool is_object_level(target governed) { return governed.second == 65535; }

/// F11.
inline bool can_be_governed(target governed) {
  return governed.first != 0 && governed.first != 2 && governed.first < 65535;
}
/// A11.
inline std::int64_t highest_right(const world& w) {
  return w.edition == edition_name::v1_2 ? 31 : 65535;
}
/// What `/2/n` governs; Object 65535 when there is no such instance.
inline target governed_by(const access_controls& all, unsigned n) {
  for (const auto& [governed, acl] : all)
    if (acl.n == n) return governed;
  return {65535, 65535};
}
/// An ACL takes room for four entries, for eight, for twelve ...
inline std::size_t room_of(const access_control& one) {
  std::size_t room = 4;
  while (room < one.entries.size()) room += 4;
  return room;
}
inline std::size_t room_taken(const access_controls& all) {
  std::size_t taken = 0;
  for (const auto& [governed, one] : all) taken += room_of(one);
  return taken;
}
/// Room for the entries, in whole fours, and for four in each instance.
inline std::size_t room_in(const capacity& all) {
  return std::max(4 * all.instances, (all.entries + 3) / 4 * 4);
}
inline bool fits(const access_controls& all, const capacity& room) {
  return all.size() <= room.instances && room_taken(all) <= room_in(room);
}

/// F8, K6: the entries become exactly those that are conveyed. A replace of the whole instance
/// replaces its ACL too; Bootstrap's Write of `/2` is that of each instance in it.
inline bool replaces(const question& q) {
  if (q.op != operation::write || object_of(q.uri) != 2) return false;
  return q.uri.level() <= level::object_instance || is_acl(q.uri);
}

// ------------------------------------------------------------------ one value

inline bool says_twice(const content& all, std::size_t k) {
  for (std::size_t i = 0; i < k; ++i)
    if (all[i].value && all[i].at == all[k].at) return true;
  return false;
}

/// E6. Read as: of a plain Write it is a value that is missing.
inline reasons null_faults(const trial& t, const conveyed& one) {
  const bool can_delete = t.is_composite() && t.w.edition == edition_name::v1_2;
  if (can_delete && one.at.level() == level::resource_instance) return {};
  const reasons why = reason::null_deletes_resource_instances_only;
  return t.is_composite() ? why : why | reason::value_missing | reason::value_not_an_integer;
}

/// A11.
inline reasons right_faults(const world& w, std::int64_t value) {
  const bool in_range = value >= 0 && value <= highest_right(w);
  return in_range ? reasons{} : reason::access_right_out_of_range;
}

/// F7. K6: an account that does not exist yet is K8's business.
inline reasons owner_faults(const trial& t, std::int64_t value) {
  const bool is_server = value >= 1 && value <= 65534;
  if (!is_server && !(value == 65535 && t.q.bootstrap)) return reason::owner_out_of_range;
  const bool has_account = is_server && t.w.accounts.contains(static_cast<unsigned>(value));
  return is_server && !has_account && !t.q.bootstrap ? reason::owner_without_account : reasons{};
}

/// F11.
inline reasons target_id_faults(const conveyed& one) {
  const std::int64_t value = one.value->value;
  const bool is_id = value >= 0 && value <= 65535;
  const bool can_be =
      resource_of(one.at) != 0 || (is_id && can_be_governed({static_cast<unsigned>(value), 0}));
  return is_id && can_be ? reasons{} : reason::target_out_of_range;
}

/// What is wrong with the `k`-th path by itself, as far as it is known what it conveys.
inline reasons faults(const trial& t, std::size_t k) {
  const conveyed& one = t.all[k];
  if (one.is_null() && !is_managed(one.at)) return null_faults(t, one);
  if (!is_managed(one.at)) return {};
  if (resource_of(one.at) < 2 && !t.q.bootstrap) return reason::access_control_read_only;  // F4
  const bool reserved = is_entry(one.at) && entry_of(one.at) == 65535;
  reasons found = reserved ? reason::entry_id_reserved : reasons{};  // F6
  if (!t.is_judged) return found;
  if (!one.value) return is_acl(one.at) ? found : found | reason::value_missing;  // F7
  if (says_twice(t.all, k)) found |= reason::value_doubled;                       // F6
  if (one.is_null()) return found | null_faults(t, one);
  if (one.value->kind != value_kind::integer) return found | reason::value_not_an_integer;
  if (is_acl(one.at))  // an ACL has no value of its own
    return found | reason::value_missing | reason::value_not_an_integer;
  if (is_entry(one.at)) return found | right_faults(t.w, one.value->value);
  if (resource_of(one.at) == 3) return found | owner_faults(t, one.value->value);
  return found | target_id_faults(one);
}

// ------------------------------------------------------------------ what it leaves behind

inline void write_value(access_control& to, target& governed, const conveyed& one) {
  if (!one.value) return;
  const auto value = static_cast<unsigned>(one.value->value);
  if (is_entry(one.at) && one.is_null())
    to.entries.erase(entry_of(one.at));  // E6
  else if (is_entry(one.at))
    to.entries[entry_of(one.at)] = value;
  else if (resource_of(one.at) == 3)
    to.owner = value;
  else if (resource_of(one.at) == 0)
    governed.first = value;
  else if (resource_of(one.at) == 1)
    governed.second = value;
}

/// The instances of Object 2 that a Write is to.
inline std::set<unsigned> written_instances(const trial& t) {
  std::set<unsigned> all;
  if (t.is_for_object_2() && t.q.uri.level() >= level::object_instance)
    all.insert(instance_of(t.q.uri));
  for (const conveyed& each : t.all)
    if (is_managed(each.at)) all.insert(instance_of(each.at));
  return all;
}

/// Each instance that is written, as it is then, with what it governs.
using written = std::vector<std::pair<target, access_control>>;
inline written written_ones(const trial& t) {
  written all;
  for (const unsigned n : written_instances(t)) {
    target governed = governed_by(t.w.acls, n);
    const access_control* now = acl_at(t.w, n);
    access_control to = now != nullptr ? *now : access_control{n, 65535, {}};
    if (replaces(t.q)) to.entries.clear();
    for (const conveyed& each : t.all)
      if (is_managed(each.at) && instance_of(each.at) == n) write_value(to, governed, each);
    all.emplace_back(governed, to);
  }
  return all;
}

/// Object 2 after an allowed Write.
inline access_controls after_write(const trial& t) {
  access_controls after;
  const std::set<unsigned> meant = written_instances(t);
  for (const auto& [governed, one] : t.w.acls)
    if (!meant.contains(one.n)) after[governed] = one;
  for (const auto& [governed, one] : written_ones(t)) after[governed] = one;
  return after;
}

/// A12, F9: of what is written together. Its values are numbers that can be.
inline reasons faults_together(const trial& t) {
  reasons found;
  access_controls after;
  const std::set<unsigned> meant = written_instances(t);
  for (const auto& [governed, one] : t.w.acls)
    if (!meant.contains(one.n)) after[governed] = one;
  for (const auto& [governed, one] : written_ones(t)) {
    if (!can_be_governed(governed)) found |= reason::target_out_of_range;
    if (!after.emplace(governed, one).second) found |= reason::target_doubled;
    if (!is_object_level(governed)) continue;
    if (one.owner != 65535) found |= reason::object_level_owner_is_bootstrap;
    for (const auto& [who, right] : one.entries)
      if ((right & ~C) != 0) found |= reason::object_level_takes_only_create;
  }
  return found;
}

// ------------------------------------------------------------------ what is refused

/// F7: a Write of one Resource or entry conveys its value. Read as: an ACL may come empty.
inline bool misses_its_value(const trial& t) {
  const path& uri = t.q.uri;
  if (!t.is_judged || !t.is_for_object_2() || uri.level() < level::resource) return false;
  return std::none_of(t.all.begin(), t.all.end(), [&](const conveyed& each) {
    return is_acl(uri) ? is_managed(each.at) : each.value.has_value() && each.at == uri;
  });
}

/// K6: an instance that is made needs its target and its Owner, and the Uri-Path `/2` or `/2/n`.
inline bool misses_what_makes_it(const trial& t) {
  for (const unsigned n : written_instances(t)) {
    if (acl_at(t.w, n) != nullptr) continue;
    if (t.q.uri.level() >= level::resource) return true;
    for (const unsigned r : {0U, 1U, 3U})
      if (std::none_of(t.all.begin(), t.all.end(), [&](const conveyed& each) {
            return each.value && is_managed(each.at) && instance_of(each.at) == n &&
                   resource_of(each.at) == r;
          }))
        return true;
  }
  return false;
}

/// F4 is told as what Object 2 does not support, though it comes last (E5).
inline refusal content_refusal(reasons why, std::optional<path> where) {
  if (why.contains(reason::access_control_read_only))
    return {step::operation_support, coap::method_not_allowed, why, where};
  return {step::content, coap::bad_request, why, where};
}

/// E5: in the order of the paths.
inline refused composite_content(const trial& t) {
  for (std::size_t k = 0; k < t.all.size(); ++k)
    if (const reasons why = faults(t, k); !why.empty()) return content_refusal(why, t.all[k].at);
  return std::nullopt;
}

/// What the values of a plain Write are refused for one by one, and the path when it is one alone.
inline refused plain_values(const trial& t) {
  const path& uri = t.q.uri;
  const bool reserved = t.is_for_object_2() && is_entry(uri) && entry_of(uri) == 65535;
  reasons any = reserved ? reason::entry_id_reserved : reasons{};  // F6
  std::set<std::size_t> bad;
  for (std::size_t k = 0; k < t.all.size(); ++k) {
    const reasons why = faults(t, k);
    any |= why;
    if (!why.empty() && !(reserved && t.all[k].at == uri)) bad.insert(k);
  }
  if (any.empty()) return std::nullopt;
  if (bad.size() + (reserved ? 1 : 0) > 1) return content_refusal(any, std::nullopt);
  return content_refusal(any, reserved ? uri : t.all[*bad.begin()].at);
}

/// What Object 2 refuses of a plain Write. Read as: any of several faults may be told.
inline refused plain_content(const trial& t) {
  refused no = plain_values(t);
  reasons others;
  if (misses_its_value(t)) others |= reason::value_missing;
  if (t.is_judged && t.is_for_object_2() && t.q.bootstrap) {
    if (misses_what_makes_it(t)) others |= reason::value_missing;
    const reasons unknown = reason::target_out_of_range | reason::target_doubled |
                            reason::object_level_owner_is_bootstrap |
                            reason::object_level_takes_only_create;
    others |= no || !others.empty() ? unknown : faults_together(t);
  }
  if (others.empty() || (no && t.q.bootstrap && !t.is_judged)) return no;
  return content_refusal(no ? no->why | others : others, std::nullopt);
}

/// Section F, of a Write that has passed all steps before C8.
inline refused check_content(const trial& t) {
  return t.is_composite() ? composite_content(t) : plain_content(t);
}

}  // namespace reference
