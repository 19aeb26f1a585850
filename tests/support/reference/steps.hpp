#pragma once

// Section C for a Server, one function a step; of a Write-Composite each looks at all paths (E2).
//
// Where the rules leave a thing open, the comment says "read as".

#include <span>

#include "support/reference/content.hpp"
#include "support/reference/rights.hpp"

namespace reference {

/// What of an answer is said beside its code.
struct remarks {
  std::optional<determined_by> by = determined_by::nothing;
  std::optional<unsigned> needed{}, found{};
};

/// The first path for which a step does not pass: of the Uri-Path, or of a list.
template <class IsBad>
std::optional<path> first_bad(const trial& t, IsBad is_bad) {
  if (!is_list(t.q)) return is_bad(t.q.uri) ? std::optional{t.q.uri} : std::nullopt;
  for (const conveyed& each : t.all)
    if (is_bad(each.at)) return each.at;
  return std::nullopt;
}
inline refused refused_at(const std::optional<path>& where, step at, coap code, reasons why) {
  if (!where) return std::nullopt;
  return refusal{at, code, why, where};
}

inline bool is_known(const world& w, const question& q) {
  const bool exists = q.op >= operation::read && q.op <= operation::write_composite;
  return exists && (!is_list(q) || has_composites(w));
}
inline bool is_composite_write(const trial& t) { return t.is_composite() && has_composites(t.w); }
inline bool names_a_path(const trial& t) {
  if (!is_list(t.q)) return true;
  return std::any_of(t.all.begin(), t.all.end(),
                     [](const conveyed& each) { return !each.at.is_none(); });
}

/// C1. A composite Read passes over what is restricted (E1, E4); of a list that is cancelled no
/// path is looked at (B).
inline refused restricted_object(const trial& t) {
  if (is_list(t.q) && !is_composite_write(t)) return std::nullopt;
  const auto bad = first_bad(t, [&](const path& p) { return is_restricted(t.w, p); });
  return refused_at(bad, step::restricted_object, coap::unauthorized, reason::object_is_restricted);
}

/// C2. The rules name no path.
inline refused account(const trial& t, remarks& said) {
  if (has_account(t.w, t.q)) return std::nullopt;
  said.by = determined_by::no_account;
  return refusal{step::account, coap::unauthorized, reason::no_account};
}

/// What is no request that can be decided: no edition, no such operation in it (B), no path at all
/// (E1, E2), `/` (C4). Read as: in this order, right after C2; of a list that is cancelled not even
/// whether it names a path is looked at (B).
inline refused well_formed(const trial& t) {
  const auto no = [](coap code, reasons why) { return refusal{step::account, code, why}; };
  if (t.w.edition == edition_name{})
    return no(coap::internal_server_error, reason::edition_unknown);
  if (!is_known(t.w, t.q)) return no(coap::method_not_allowed, reason::operation_unknown);
  if (is_list(t.q) && t.q.op == operation::cancel_observation) return std::nullopt;  // B
  if (t.is_composite()) {
    const auto bad = first_bad(t, [](const path& p) { return p.level() < level::resource; });
    if (t.all.empty()) return no(coap::bad_request, reason::path_missing);
    return refused_at(bad, step::composite_shape, coap::bad_request,
                      reason::composite_path_too_short);  // E2
  }
  if (!names_a_path(t) || (!is_list(t.q) && t.q.uri.is_none()))
    return no(coap::bad_request, reason::path_missing);
  const bool is_root = !is_list(t.q) && t.q.uri.level() == level::root;
  if (is_root) return no(coap::method_not_allowed, reason::path_is_root);  // C4
  return std::nullopt;
}

/// C9. What a Create conveys lies in one new instance. Read as: the rule holds for a payload of
/// any operation that has a Uri-Path, though only a Write and a Create convey paths.
inline refused payload(const trial& t) {
  std::optional<unsigned> made;
  for (const conveyed& each : t.all) {
    const path& p = each.at;
    if (!t.q.uri.contains(p))
      return refusal{step::payload, coap::bad_request, reason::payload_outside_uri_path, p};
    if (t.q.op != operation::create || p.level() < level::object_instance) continue;
    if (made && *made != instance_of(p))
      return refusal{step::payload, coap::bad_request, reason::payload_names_two_instances, p};
    made = instance_of(p);
  }
  return std::nullopt;
}

/// C3: the Object and, where the path goes so deep, the Object Instance; for a Create the Object.
inline refused existence(const trial& t) {
  const auto no_object = [&](const path& p) { return find_object(t.w, object_of(p)) == nullptr; };
  const auto no_instance = [&](const path& p) {
    return t.q.op != operation::create && p.level() > level::object &&
           !has_instance(t.w, object_of(p), instance_of(p));
  };
  const auto bad = first_bad(t, [&](const path& p) { return no_object(p) || no_instance(p); });
  if (!bad) return std::nullopt;
  return refusal{step::existence, coap::not_found,
                 no_object(*bad) ? reason::object_not_found : reason::object_instance_not_found,
                 bad};
}

/// C4 on an Object.
inline refused object_level(const trial& t) {
  const bool not_there = writes(t.q.op) || is(t.q.op, {operation::execute, operation::delete_});
  const auto bad =
      first_bad(t, [&](const path& p) { return not_there && p.level() == level::object; });
  return refused_at(bad, step::object_level, coap::method_not_allowed,
                    reason::operation_not_on_object);
}

// ------------------------------------------------------------------ C5

/// C5 on Object 2: F1, F2, F3, F5. The Owner 65535 is no Server's number. Section A is silent; read
/// as: what determines is whether the requester is the Owner, or any account.
inline reasons no_right_on_object_2(const trial& t, const path& p, remarks& said) {
  const bool deletes_it = t.q.op == operation::delete_ && p.level() == level::object_instance;
  said.by.reset();
  if (t.q.op == operation::create || deletes_it) return reason::kept_by_the_client;  // F5
  const unsigned needed = needed_right(t.q.op, p);
  if (needed == 0) return {};
  const bool owns = acl_at(t.w, instance_of(p))->owner == t.q.server;
  said.by = owns ? determined_by::owner : determined_by::any_account;
  return needed == R || owns ? reasons{} : reason::not_the_owner;  // F1, F3
}

inline reasons no_right(const trial& t, const path& p, remarks& said) {
  const unsigned needed = needed_right(t.q.op, p);
  if (needed != 0) said.needed = needed;
  said.found.reset();
  if (object_of(p) == 2) return no_right_on_object_2(t, p, said);
  if (reads(t.q.op) && p.level() == level::object) said.by.reset();  // D9: many rights, not one
  if (needed == 0) return {};
  const auto [bits, row] = right_of(t.w, t.q.server, governing(t.w, t.q.op, p));
  said.by = row;
  said.found = bits & (R | W | E | D | C);
  return (bits & needed) != 0 ? reasons{} : reason::access_right_missing;
}

inline refused access_right(const trial& t, remarks& said) {
  reasons why;
  const auto bad = first_bad(t, [&](const path& p) {
    why = no_right(t, p, said);
    return !why.empty();
  });
  if (!bad && is_list(t.q)) said = {{}, {}, {}};
  return refused_at(bad, step::access_right, coap::unauthorized, why);
}

// ------------------------------------------------------------------ C6

/// Whether a path that is written is one that the Object defines, and so can be made (E2, F6); one
/// that is to be deleted is there (E6).
inline bool can_be_written(const trial& t, const conveyed& one) {
  const bool deletes = one.is_null() && t.w.edition == edition_name::v1_2 &&
                       one.at.level() == level::resource_instance;
  return deletes ? is_there(t.w, one.at) : can_be_there(t.w, one.at);
}

inline refused missing_resource(const trial& t, const path& p) {
  const resource* defined = definition(t.w, p);
  const bool of_resource =
      defined == nullptr ||
      (object_of(p) != 2 &&
       !is_there(t.w, resource_path(object_of(p), instance_of(p), resource_of(p))));
  return refusal{step::resource, coap::not_found,
                 of_resource ? reason::resource_not_found : reason::resource_instance_not_found, p};
}

inline refused resource_is_there(const trial& t) {
  if (t.q.op == operation::create) return std::nullopt;
  if (t.is_composite()) {
    for (const conveyed& each : t.all)
      if (!can_be_written(t, each)) return missing_resource(t, each.at);
    return std::nullopt;
  }
  const path& p = t.q.uri;
  if (p.level() < level::resource) return std::nullopt;
  const bool makes = writes(t.q.op) && object_of(p) == 2;  // F6
  const bool passes = makes ? can_be_there(t.w, p) : is_there(t.w, p);
  return passes ? std::nullopt : missing_resource(t, p);
}

// ------------------------------------------------------------------ C4 below an Object, C7

/// C4 below an Object, D3, D4.
inline refused level_below(const trial& t) {
  const path& p = t.q.uri;
  const level at = p.level();
  const auto no = [&](reason why) {
    return refusal{step::level, coap::method_not_allowed, why, p};
  };
  if (t.q.op == operation::execute && at != level::resource)
    return no(reason::operation_not_on_this_level);
  if (t.q.op == operation::create) {
    const bool may = at == level::object || (is_draft(t.w) && at == level::object_instance);
    return may ? std::nullopt : refused{no(reason::operation_not_on_this_level)};
  }
  if (t.q.op != operation::delete_ || at == level::object) return std::nullopt;
  if (is_device_instance(t.w, p)) return no(reason::device_instance_is_kept);  // D4
  const bool of_resource_instance = at == level::resource_instance &&
                                    t.w.edition == edition_name::v1_2 &&
                                    (access_type(t.w, p) & type_W) != 0;
  if (at == level::object_instance || of_resource_instance) return std::nullopt;
  return no(reason::operation_not_on_this_level);
}

/// A Resource that is defined and does not support Write. One that the Object does not define is
/// ignored (D2).
inline bool is_read_only(const world& w, const path& p) {
  return definition(w, p) != nullptr && (access_type(w, p) & type_W) == 0;
}

/// F4 of a plain Write is read as C7 of Object 2, whose Resources 0 and 1 support Read alone: it
/// comes before what C8 (F6) says. Of a Write-Composite Object 2 says it last (E5).
inline refused unsupported(const path& p, bool is_written) {
  const bool read_only = is_written && object_of(p) == 2;
  return refusal{step::operation_support, coap::method_not_allowed,
                 read_only ? reason::access_control_read_only : reason::operation_not_supported, p};
}

/// C7, D2, D6.
inline refused operation_support(const trial& t) {
  const path& uri = t.q.uri;
  const bool writes_all = writes(t.q.op) || t.is_composite();
  const bool looks_at_payload = writes_all || (t.q.op == operation::create && is_draft(t.w));
  if (writes(t.q.op) && is_read_only(t.w, uri)) return unsupported(uri, true);
  if (looks_at_payload)
    for (const conveyed& each : t.all)
      if (is_read_only(t.w, each.at) && !(t.is_composite() && object_of(each.at) == 2))
        return unsupported(each.at, writes_all);
  if (writes_all || uri.level() < level::resource) return std::nullopt;
  const unsigned needed = t.q.op == operation::execute                             ? type_E
                          : reads(t.q.op) || t.q.op == operation::write_attributes ? type_R
                                                                                   : 0;
  return (access_type(t.w, uri) & needed) == needed ? std::nullopt : unsupported(uri, false);
}

// ------------------------------------------------------------------ C8 of a Create

/// The Object Instance ID that a Create asks for.
inline std::optional<unsigned> asked_instance(const question& q) {
  if (q.uri.level() >= level::object_instance) return instance_of(q.uri);
  for (const path& each : q.payload)
    if (each.level() >= level::object_instance) return instance_of(each);
  return std::nullopt;
}

/// D5, D8: the one that it makes.
inline unsigned made_instance(const world& w, const question& q) {
  if (const auto asked = asked_instance(q)) return *asked;
  const std::set<unsigned> taken = instances(w, object_of(q.uri));
  unsigned lowest = 0;
  while (taken.contains(lowest)) ++lowest;
  return lowest;
}

/// D7.
inline refused conveys_what_it_must(const trial& t) {
  for (const auto& [r, defined] : find_object(t.w, object_of(t.q.uri))->resources) {
    const unsigned wanted = r;
    const bool must = defined.mandatory && (defined.access_type & type_W) != 0;
    if (must && std::none_of(t.all.begin(), t.all.end(), [&](const conveyed& each) {
          return each.at.level() >= level::resource && resource_of(each.at) == wanted;
        }))
      return refusal{step::content, coap::bad_request, reason::mandatory_resource_missing,
                     resource_path(object_of(t.q.uri), 0, r), true};
  }
  return std::nullopt;
}

/// D8.
inline refused instance_is_free(const trial& t) {
  const object& of = *find_object(t.w, object_of(t.q.uri));
  const auto asked = asked_instance(t.q);
  reasons why;
  if (of.single && !of.instances.empty()) why |= reason::object_instance_exists;
  if (asked && of.instances.contains(*asked)) why |= reason::object_instance_exists;
  if (asked && *asked == 65535) why |= reason::object_instance_id_reserved;
  if (asked && of.single && *asked != 0) why |= reason::object_instance_id_not_zero;
  if (why.empty()) return std::nullopt;
  const path where = asked ? instance_path(object_of(t.q.uri), *asked) : t.q.uri;
  return refusal{step::instance_taken, coap::bad_request, why, where};
}

// ------------------------------------------------------------------ K8, C10

/// K8: whether it would change Object 2, or make or delete an instance.
inline bool changes_the_policy(const trial& t) {
  if (t.q.op == operation::create) return true;
  if (t.q.op == operation::delete_)
    return object_of(t.q.uri) == 2 || t.q.uri.level() == level::object_instance;
  if (writes(t.q.op)) return object_of(t.q.uri) == 2;
  return t.is_composite() && std::any_of(t.all.begin(), t.all.end(), [](const conveyed& each) {
           return object_of(each.at) == 2;
         });
}
/// Read as: it is said when a request is begun, with its values, and not of its paths alone.
inline refused no_session(const trial& t) {
  if (!t.is_judged || !t.w.bootstrap_open || !changes_the_policy(t)) return std::nullopt;
  return refusal{step::room, coap::internal_server_error, reason::bootstrap_in_progress};
}

/// G1: what a Create adds to Object 2, which may be nothing.
inline std::optional<access_control> added_by_create(const trial& t) {
  const bool disabled = t.w.disabled && t.w.edition == edition_name::v1_2;  // A8
  if (t.w.accounts.size() < 2 || disabled) return std::nullopt;
  if (t.w.acls.contains({object_of(t.q.uri), made_instance(t.w, t.q)})) return std::nullopt;
  access_control added{0, t.q.server, {}};
  while (acl_at(t.w, added.n) != nullptr) ++added.n;
  if (is_draft(t.w)) added.entries[t.q.server] = R | W | E | D;
  return added;
}

/// C10. The rules name no path.
inline refused room(const trial& t) {
  if (!t.w.room) return std::nullopt;
  const refusal no{step::room, coap::internal_server_error, reason::no_room};
  if (t.q.op == operation::create) {
    const auto added = added_by_create(t);
    const bool has_room = !added || (t.w.acls.size() < t.w.room->instances &&
                                     room_taken(t.w.acls) + room_of(*added) <= room_in(*t.w.room));
    return has_room ? std::nullopt : refused{no};
  }
  const bool managed = t.is_composite() || (writes(t.q.op) && t.is_for_object_2());
  if (!managed || !t.is_judged) return std::nullopt;
  return fits(after_write(t), *t.w.room) ? std::nullopt : refused{no};
}

}  // namespace reference
