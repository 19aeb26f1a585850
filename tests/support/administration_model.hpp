#pragma once

// Sections F and G a second time, written from the numbered rules on std::map, without a look at
// the engine. The state is a `reference::world`; whether a requester may is asked of the reference.
// What a request and an event do to the world is here. Of the library only words are used.
//
// Where the rules leave a thing open, the comment says "read as".

#include <lwm2m/access/consistency.hpp>
#include <lwm2m/access/editable_policy.hpp>
#include <lwm2m/access/managed_content.hpp>
#include <lwm2m/access/status.hpp>

#include <compare>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <set>
#include <vector>

#include "support/reference.hpp"

namespace administration {

using lwm2m::access::assignment;
using lwm2m::access::change_kind;
using lwm2m::access::fault_kind;
using lwm2m::access::reason;
using lwm2m::access::status;
using reference::access_control;
using reference::coap;
using reference::edition_name;
using reference::entry_of;
using reference::instance_of;
using reference::level;
using reference::object_of;
using reference::operation;
using reference::path;
using reference::question;
using reference::resource_of;
using reference::target;
using reference::world;

/// What a policy has room for.
struct capacity {
  std::size_t instances = 8;
  std::size_t entries = 24;
  std::size_t accounts = 4;
};

/// A change to `/2/n`.
struct change {
  change_kind kind;
  unsigned n;
  target governed;
  friend auto operator<=>(const change&, const change&) = default;
};
using changes = std::set<change>;

/// The answer. Where several things are wrong, `why` holds each of which the rules do not say that
/// another one comes first.
struct outcome {
  coap code;
  std::set<reason> why{};  ///< empty: whatever the decision on the rights says
  changes told{};
};

// ------------------------------------------------------------------ small questions

inline bool is_disabled(const world& w) { return w.disabled && w.edition == edition_name::v1_2; }
inline bool is_draft(const world& w) { return w.edition == edition_name::draft; }
inline bool is_write(operation op) {
  return reference::writes(op) || op == operation::write_composite;
}
inline bool is_object_level(target governed) { return governed.second == 65535; }

/// A11.
inline std::int64_t highest_right(const world& w) {
  return w.edition == edition_name::v1_2 ? 31 : 65535;
}
/// F11.
inline bool can_be_governed(target governed) {
  return governed.first != 0 && governed.first != 2 && governed.first < 65535;
}
/// An ACL takes room for four entries, for eight, for twelve ...
inline std::size_t room_of(const access_control& one) {
  std::size_t room = 4;
  while (room < one.entries.size()) room += 4;
  return room;
}
inline std::size_t room_taken(const world& w) {
  std::size_t all = 0;
  for (const auto& [governed, one] : w.acls) all += room_of(one);
  return all;
}
/// Room for the entries, in whole fours, and for four in each instance.
inline std::size_t room_in(const capacity& all) {
  return std::max(4 * all.instances, (all.entries + 3) / 4 * 4);
}
inline unsigned lowest_free_n(const world& w) {
  unsigned n = 0;
  while (reference::acl_at(w, n) != nullptr) ++n;
  return n;
}
/// What `/2/n` governs; Object 65535 when there is no such instance.
inline target governed_by(const world& w, unsigned n) {
  for (const auto& [governed, acl] : w.acls)
    if (acl.n == n) return governed;
  return {65535, 65535};
}

// ------------------------------------------------------------------ the content of a Write

/// A path that a payload conveys, with or without its value.
struct conveyed {
  path at;
  std::optional<std::int64_t> value;
};
using content = std::vector<conveyed>;

inline content content_of(const question& q, const std::vector<assignment>& values) {
  content all;
  for (const path& each : q.payload) all.push_back({each, std::nullopt});
  for (const assignment& each : values) all.push_back({each.at, each.value});
  return all;
}

/// D2: what Object 2 does not define is ignored.
inline bool is_managed(const path& p) {
  return object_of(p) == 2 && p.level() >= level::resource && resource_of(p) <= 3;
}
inline bool is_acl(const path& p) { return resource_of(p) == 2 && p.level() == level::resource; }
inline bool is_entry(const path& p) {
  return resource_of(p) == 2 && p.level() == level::resource_instance;
}

/// F8: read as: of a whole instance too.
inline bool replaces(const question& q) {
  return q.op == operation::write && object_of(q.uri) == 2 &&
         (q.uri.level() == level::object_instance || is_acl(q.uri));
}

/// Resources 0 and 1 of `/2/n` as they are when all is written. A number that no ID can be is
/// Object 65535, which nothing governs.
inline target target_after(const world& w, unsigned n, const content& all) {
  target after = governed_by(w, n);
  for (const conveyed& each : all) {
    if (instance_of(each.at) != n || !each.value || resource_of(each.at) > 1) continue;
    const bool fits = *each.value >= 0 && *each.value <= 65535;
    if (!fits) return {65535, 65535};
    (resource_of(each.at) == 0 ? after.first : after.second) = static_cast<unsigned>(*each.value);
  }
  return after;
}

inline bool says_twice(const content& all, std::size_t k) {
  for (std::size_t i = 0; i < k; ++i)
    if (all[i].value && all[i].at == all[k].at) return true;
  return false;
}
inline bool conveys(const content& all, unsigned n, unsigned resource,
                    std::optional<unsigned> entry = std::nullopt) {
  return std::any_of(all.begin(), all.end(), [&](const conveyed& each) {
    return each.value && instance_of(each.at) == n && resource_of(each.at) == resource &&
           (!entry || entry_of(each.at) == *entry);
  });
}

inline void entry_faults(const world& w, const conveyed& one, bool object_level,
                         std::set<reason>& found) {
  const std::int64_t value = *one.value;
  if (value < 0 || value > highest_right(w))
    found.insert(reason::access_right_out_of_range);  // A11
  if (object_level && value != 0 && value != reference::C)
    found.insert(reason::object_level_takes_only_create);  // A12
}

inline void owner_faults(const world& w, const question& q, const conveyed& one, bool object_level,
                         std::set<reason>& found) {
  const std::int64_t value = *one.value;
  const bool is_server = value >= 1 && value <= 65534;
  if (!is_server && !(value == 65535 && q.bootstrap)) found.insert(reason::owner_out_of_range);
  if (is_server && !w.accounts.contains(static_cast<unsigned>(value)))
    found.insert(reason::owner_without_account);                                              // F7
  if (object_level && value != 65535) found.insert(reason::object_level_owner_is_bootstrap);  // A12
}

inline void target_faults(const world& w, const question& q, unsigned n, const content& all,
                          std::set<reason>& found) {
  const target after = target_after(w, n, all);
  const access_control& now = *reference::acl_at(w, n);
  if (!can_be_governed(after)) found.insert(reason::target_out_of_range);  // F11
  if (w.acls.contains(after) && w.acls.at(after).n != n)
    found.insert(reason::target_doubled);  // F9
  if (!is_object_level(after)) return;
  if (now.owner != 65535 && !conveys(all, n, 3))
    found.insert(reason::object_level_owner_is_bootstrap);  // A12
  for (const auto& [who, right] : now.entries)
    if (!replaces(q) && !conveys(all, n, 2, who) && (right & ~reference::C) != 0)
      found.insert(reason::object_level_takes_only_create);  // A12
}

/// What is wrong with the `k`-th path.
inline std::set<reason> faults(const world& w, const question& q, const content& all,
                               std::size_t k) {
  const conveyed& one = all[k];
  const unsigned n = instance_of(one.at);
  if (!is_managed(one.at)) return {};
  if (resource_of(one.at) < 2 && !q.bootstrap) return {reason::access_control_read_only};  // F4
  if (is_acl(one.at) && !one.value) return {};  // read as: an ACL that comes empty
  std::set<reason> found;
  if (is_acl(one.at) || !one.value) found.insert(reason::value_missing);
  if (is_entry(one.at) && entry_of(one.at) == 65535) found.insert(reason::entry_id_reserved);  // F6
  if (!found.empty()) return found;
  if (says_twice(all, k)) found.insert(reason::value_doubled);
  const bool object_level =
      is_object_level(q.bootstrap ? target_after(w, n, all) : governed_by(w, n));
  if (is_entry(one.at))
    entry_faults(w, one, object_level, found);
  else if (resource_of(one.at) == 3)
    owner_faults(w, q, one, object_level, found);
  else
    target_faults(w, q, n, all, found);
  return found;
}

/// Read as: a plain Write to Object 2 conveys something of what it names.
inline bool conveys_enough(const question& q, const content& all) {
  const bool any_will_do = q.uri.level() == level::object_instance || is_acl(q.uri);
  return std::any_of(all.begin(), all.end(), [&](const conveyed& each) {
    if (!is_managed(each.at)) return false;
    if (any_will_do) return each.value.has_value() || is_acl(each.at);
    return each.value.has_value() && each.at == q.uri;
  });
}

/// What is wrong: E5, in the order of the paths. Read as: in a plain Write F4 comes first, and any
/// of the others then.
inline std::optional<outcome> refused_content(const world& w, const question& q,
                                              const content& all) {
  const auto refused = [](const std::set<reason>& found) {
    const bool read_only = found.contains(reason::access_control_read_only);
    return outcome{read_only ? coap::method_not_allowed : coap::bad_request, found};
  };
  std::set<reason> any;
  for (std::size_t k = 0; k < all.size(); ++k) {
    const std::set<reason> found = faults(w, q, all, k);
    any.insert(found.begin(), found.end());
    if (!found.empty() && q.op == operation::write_composite) return refused(found);
  }
  if (any.contains(reason::access_control_read_only))
    return outcome{coap::method_not_allowed, {}};  // F4
  if (!any.empty()) return refused(any);
  if (object_of(q.uri) == 2 && !conveys_enough(q, all)) return refused({reason::value_missing});
  return std::nullopt;
}

/// The question about the rights alone: what only its content refuses is taken out of it, so that
/// the reference comes as far as the content (F4, F6).
inline question without_content(const question& q, const content& all) {
  question rights = q;
  rights.payload.clear();
  for (const conveyed& each : all) {
    path at = each.at;
    const bool inside = is_managed(at) &&
                        (q.op == operation::write_composite || (q.uri.contains(at) && at != q.uri));
    if (inside && !(is_entry(at) || is_acl(at)) && at.level() == level::resource)
      at = path{at.object(), at.object_instance(), lwm2m::access::resource_id{3}};
    if (inside && is_entry(at))
      at = path{at.object(), at.object_instance(), lwm2m::access::resource_id{2}};
    rights.payload.push_back(at);
  }
  return rights;
}

// ------------------------------------------------------------------ what requests change

inline void write_value(world& w, const conveyed& one) {
  const target governed = governed_by(w, instance_of(one.at));
  access_control& to = w.acls.at(governed);
  const auto value = static_cast<unsigned>(*one.value);
  if (is_entry(one.at)) to.entries[entry_of(one.at)] = value;
  if (resource_of(one.at) == 3) to.owner = value;
}

inline outcome write(world& w, const capacity& room, const question& q, const content& all) {
  if (const auto refused = refused_content(w, q, all)) return *refused;
  world after = w;
  changes told;
  if (replaces(q)) after.acls.at(governed_by(after, instance_of(q.uri))).entries.clear();  // F8
  for (const conveyed& each : all) {
    if (!is_managed(each.at) || !each.value) continue;
    if (resource_of(each.at) >= 2) write_value(after, each);
    told.insert({change_kind::changed, instance_of(each.at), {}});
  }
  if (object_of(q.uri) == 2) {
    told = {{change_kind::changed, instance_of(q.uri), {}}};
    const unsigned n = instance_of(q.uri);
    auto moved = after.acls.extract(governed_by(after, n));
    moved.key() = target_after(w, n, all);
    after.acls.insert(std::move(moved));
  }
  if (room_taken(after) > room_in(room))
    return {coap::internal_server_error, {reason::no_room}};  // C10
  changes named;  // H2: an observation of what was governed before is looked at too
  for (change each : told) {
    named.insert({each.kind, each.n, governed_by(w, each.n)});
    named.insert({each.kind, each.n, governed_by(after, each.n)});
  }
  w = after;
  return {coap::changed, {reason::allowed}, named};
}

/// G2.
inline changes instance_deleted(world& w, target gone) {
  if (w.objects.contains(gone.first)) w.objects.at(gone.first).instances.erase(gone.second);
  const auto found = w.acls.find(gone);
  if (found == w.acls.end()) return {};
  const changes told{{change_kind::erased, found->second.n, gone}};
  w.acls.erase(found);
  return told;
}

inline outcome delete_(world& w, const path& at) {
  const bool whole = at.level() == level::object_instance;
  if (object_of(at) != 2)
    return {coap::deleted,
            {reason::allowed},
            whole ? instance_deleted(w, {object_of(at), instance_of(at)}) : changes{}};
  const target governed = governed_by(w, instance_of(at));
  if (whole)
    w.acls.erase(governed);
  else
    w.acls.at(governed).entries.erase(entry_of(at));  // F5
  return {coap::deleted,
          {reason::allowed},
          {{whole ? change_kind::erased : change_kind::changed, instance_of(at), governed}}};
}

/// G1. Nothing when there is no room.
inline std::optional<changes> instance_created(world& w, const capacity& room, target made,
                                               unsigned by) {
  if (w.accounts.size() > 1 && !is_disabled(w) && !w.acls.contains(made)) {
    access_control added{lowest_free_n(w), by, {}};
    if (is_draft(w)) added.entries[by] = 15;
    if (w.acls.size() == room.instances || room_taken(w) + room_of(added) > room_in(room))
      return std::nullopt;
    w.acls[made] = added;
    w.objects[made.first].instances.insert(made.second);
    return changes{{change_kind::made, added.n, made}};
  }
  w.objects[made.first].instances.insert(made.second);
  return changes{};
}

/// D5.
inline unsigned made_instance(const world& w, const question& q) {
  if (q.uri.level() >= level::object_instance) return instance_of(q.uri);
  for (const path& each : q.payload)
    if (each.level() >= level::object_instance) return instance_of(each);
  unsigned lowest = 0;
  while (w.objects.at(object_of(q.uri)).instances.contains(lowest)) ++lowest;
  return lowest;
}

/// What Object 2 and the objects are after the request, and its answer.
inline outcome administer(world& w, const capacity& room, const question& q,
                          const std::vector<assignment>& values = {}) {
  const content all = content_of(q, values);
  const question rights = is_write(q.op) ? without_content(q, all) : q;
  const reference::answer may = reference::decide(w, rights);
  if (may.act != lwm2m::access::verdict::allowed) return {may.code};
  if (is_write(q.op)) {
    const bool managed = object_of(q.uri) == 2 || q.op == operation::write_composite;
    return managed ? write(w, room, q, all) : outcome{may.code};
  }
  if (q.op == operation::delete_) return delete_(w, q.uri);
  if (q.op != operation::create) return {may.code};
  const auto told = instance_created(w, room, {object_of(q.uri), made_instance(w, q)}, q.server);
  if (!told) return {coap::internal_server_error, {reason::no_room}};  // C10
  return {may.code, {reason::allowed}, *told};
}

// ------------------------------------------------------------------ accounts

inline status account_added(world& w, const capacity& room, unsigned server) {
  if (server == 0 || server >= 65535) return status::server_invalid;
  if (w.accounts.contains(server)) return status::server_doubled;
  if (w.accounts.size() == room.accounts) return status::no_room;
  w.accounts.insert(server);
  return status::done;
}

/// The right that G4 counts: the own entry, for the accounts without one the default entry.
inline unsigned counted_right(const access_control& of, unsigned server) {
  if (of.entries.contains(server)) return of.entries.at(server);
  return of.entries.contains(0) ? of.entries.at(0) : 0;
}

/// The new Owner; nobody when no account reaches the instance.
inline std::optional<unsigned> heir(const world& w, const access_control& of) {
  std::optional<unsigned> best;
  int highest = -1;
  bool reached = false;
  for (const unsigned each : w.accounts) {
    const unsigned right = counted_right(of, each);
    const int score = ((right & reference::W) != 0) + ((right & reference::D) != 0);
    reached = reached || (right & 15U) != 0;
    if (score > highest) best = each;
    highest = std::max(highest, score);
  }
  return reached ? best : std::nullopt;
}

struct removal {
  status what;
  std::set<target> deleted{};
  changes told{};
};

/// G4.
inline removal account_removed(world& w, unsigned server) {
  if (w.accounts.erase(server) == 0) return {status::server_unknown};
  removal done{status::done};
  for (auto at = w.acls.begin(); at != w.acls.end();) {
    auto& [governed, acl] = *at;
    const bool owned = acl.owner == server;
    const auto next = heir(w, acl);
    if (owned && !next) {
      const bool is_kept = governed == target{3, 0} && !is_draft(w);  // read as: D4 holds here too
      if (!is_kept) done.deleted.insert(governed);
      done.told.insert({change_kind::erased, acl.n, governed});
      at = w.acls.erase(at);
      continue;
    }
    if (owned) acl.owner = *next;
    if (acl.entries.erase(server) != 0 || owned)
      done.told.insert({change_kind::changed, acl.n, governed});
    ++at;
  }
  return done;
}

// ------------------------------------------------------------------ consistency

using fault_list = std::set<std::pair<fault_kind, unsigned>>;

/// G6, of what a world can hold: its targets are unique.
inline fault_list consistency(const world& w) {
  fault_list found;
  if (w.edition == edition_name{}) found.insert({fault_kind::edition_unknown, 65535});
  for (const auto& [governed, acl] : w.acls) {
    const bool there = w.objects.contains(governed.first) &&
                       w.objects.at(governed.first).instances.contains(governed.second);
    if (!can_be_governed(governed))
      found.insert({fault_kind::target_restricted, acl.n});
    else if (!there && !is_object_level(governed) && !is_draft(w))
      found.insert({fault_kind::target_missing, acl.n});
    if (acl.owner != 65535 && !w.accounts.contains(acl.owner))
      found.insert({fault_kind::owner_without_account, acl.n});
  }
  return found;
}

}  // namespace administration
