#pragma once

// Section K: the Bootstrap interface, in the order of K5.

#include "support/reference/steps.hpp"

namespace reference {

/// K1 to K4: the operations and their levels.
inline bool is_for_bootstrap(const world& w, const question& q) {
  const level at = q.uri.level();
  const unsigned o = object_of(q.uri);
  switch (q.op) {
    case operation::write:
      return at >= level::object && at <= level::resource;
    case operation::delete_:
      return at >= level::root && at <= level::object_instance;
    case operation::discover:
      return at == level::root || at == level::object;
    case operation::read: {
      const bool of_object =
          (o == 2 && has_composites(w)) || (o == 1 && w.edition == edition_name::v1_2);
      return of_object && (at == level::object || at == level::object_instance);
    }
    default:
      return false;
  }
}

/// K5.
inline refused bootstrap_operation(const trial& t) {
  const auto no = [](coap code, reasons why) { return refusal{step::account, code, why}; };
  if (t.w.edition == edition_name{})
    return no(coap::internal_server_error, reason::edition_unknown);
  if (is_for_bootstrap(t.w, t.q)) return std::nullopt;
  reasons why = reason::not_for_bootstrap;
  if (!is_known(t.w, t.q)) why |= reason::operation_unknown;
  return no(coap::method_not_allowed, why);
}

/// C3. A Write is to what is there and what is not.
inline refused bootstrap_existence(const trial& t) {
  const path& p = t.q.uri;
  if (p.level() == level::root) return std::nullopt;
  const auto no = [&](reason why) { return refusal{step::existence, coap::not_found, why, p}; };
  if (find_object(t.w, object_of(p)) == nullptr) return no(reason::object_not_found);
  const bool asks_instance = t.q.op != operation::write && p.level() > level::object;
  if (asks_instance && !has_instance(t.w, object_of(p), instance_of(p)))
    return no(reason::object_instance_not_found);
  return std::nullopt;
}

/// K2: what no Bootstrap-Delete takes.
inline bool is_kept(const world& w, unsigned o, unsigned i) {
  const object* of = find_object(w, o);
  return is_device_instance(w, instance_path(o, i)) || (of != nullptr && of->kept.contains(i));
}
inline refused bootstrap_keeps(const trial& t) {
  const path& p = t.q.uri;
  const bool deletes_it = t.q.op == operation::delete_ && p.level() == level::object_instance;
  if (!deletes_it || !is_kept(t.w, object_of(p), instance_of(p))) return std::nullopt;
  const bool device = is_device_instance(t.w, p);
  return refusal{step::level, coap::method_not_allowed,
                 device ? reason::device_instance_is_kept : reason::instance_is_kept, p};
}

/// C6.
inline refused bootstrap_resource(const trial& t) {
  const path& p = t.q.uri;
  if (p.level() < level::resource || definition(t.w, p) != nullptr) return std::nullopt;
  return refusal{step::resource, coap::not_found, reason::resource_not_found, p};
}

/// K1: the Object Instance IDs that cannot be. They are told as those of a Create (D8).
inline refused bootstrap_instances(const trial& t) {
  const object& of = *find_object(t.w, object_of(t.q.uri));
  const auto wrong = [&](const path& p) {
    reasons why;
    if (p.level() < level::object_instance) return why;
    if (instance_of(p) == 65535) why |= reason::object_instance_id_reserved;
    if (of.single && instance_of(p) != 0) why |= reason::object_instance_id_not_zero;
    return why;
  };
  const auto no = [](const path& p, reasons why) {
    return refusal{step::instance_taken, coap::bad_request, why, p};
  };
  if (const reasons why = wrong(t.q.uri); !why.empty()) return no(t.q.uri, why);
  for (const conveyed& each : t.all)
    if (const reasons why = wrong(each.at); !why.empty()) return no(each.at, why);
  return std::nullopt;
}

/// F6. Read as: before the Object Instance IDs, for it is content.
inline refused bootstrap_entries(const trial& t) {
  for (const conveyed& each : t.all)
    if (object_of(each.at) == 2 && is_entry(each.at) && entry_of(each.at) == 65535)
      return refusal{step::content, coap::bad_request, reason::entry_id_reserved, each.at};
  return std::nullopt;
}

/// What a trial of the Bootstrap interface is refused for.
inline refused bootstrap_refusal(const trial& t) {
  refused no = bootstrap_operation(t);
  if (!no) no = payload(t);  // C9
  if (!no) no = bootstrap_existence(t);
  if (!no) no = bootstrap_keeps(t);
  if (!no) no = bootstrap_resource(t);  // C6
  if (no || t.q.op != operation::write) return no;
  no = bootstrap_entries(t);
  if (!no) no = bootstrap_instances(t);
  if (!no) no = check_content(t);  // K6
  if (!no) no = room(t);           // C10
  return no;
}

}  // namespace reference
