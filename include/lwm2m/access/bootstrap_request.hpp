#pragma once

#include <lwm2m/access/assignment.hpp>
#include <lwm2m/access/client_object.hpp>
#include <lwm2m/access/operation.hpp>
#include <lwm2m/access/request.hpp>

// Section K: which requests the Bootstrap interface may make. Access control is not consulted.

namespace lwm2m::access::inline v0::detail {

/// K4: of which Objects the edition has Bootstrap-Read.
[[nodiscard]] constexpr bool bootstrap_reads(const edition& rules, object_id object) noexcept {
  return (object == objects::access_control && rules.bootstrap_reads_access_control) ||
         (object == objects::server && rules.bootstrap_reads_servers);
}

/// K5: whether the Bootstrap interface has the operation, on the level and Object of the path.
[[nodiscard]] constexpr bool is_for_bootstrap(const edition& rules, operation op,
                                              const path& at) noexcept {
  if (!facts_of(op).for_bootstrap.has(at.level())) return false;
  return op != operation::read || bootstrap_reads(rules, at.object());
}

/// K2: whether a Bootstrap-Delete keeps the instance: the Device instance where D4 keeps it, and
/// those for which the object model's `is_kept` is true.
template <policy_source Policy, object_source Objects>
[[nodiscard]] constexpr reason check_kept(const Policy& policy, const Objects& objects,
                                          object_id object, object_instance_id instance) noexcept {
  const bool is_device = object == access::objects::device && instance.value() == 0;
  if (policy.rules().keeps_device_instance && is_device) return reason::device_instance_is_kept;
  if constexpr (requires { objects.find_object(object).is_kept(instance); }) {
    const auto found = objects.find_object(object);
    if (object != access::objects::access_control && found && found.is_kept(instance))
      return reason::instance_is_kept;
  }
  return reason::allowed;
}

/// K1: an Object Instance ID that a Bootstrap-Write may make or set.
template <policy_source Policy, object_source Objects>
[[nodiscard]] constexpr reason check_written_instance(const client_object<Policy, Objects>& object,
                                                      const path& at) noexcept {
  if (at.level() < level::object_instance) return reason::allowed;
  if (!at.object_instance().is_valid()) return reason::object_instance_id_reserved;
  return object.is_single() && at.object_instance().value() != 0
             ? reason::object_instance_id_not_zero
             : reason::allowed;
}

/// The checks of section K for the path of a request, in the order of K5.
template <policy_source Policy, object_source Objects>
[[nodiscard]] constexpr reason check_bootstrap(const Policy& policy, const Objects& objects,
                                               operation op, const path& at) noexcept {
  using enum reason;
  if (!policy.rules().is_valid()) return edition_unknown;
  if (!is_for_bootstrap(policy.rules(), op, at)) return not_for_bootstrap;  // K5
  if (at.level() == level::root) return allowed;                            // K2, K3
  const client_object object{policy, objects, at.object()};
  if (!object) return object_not_found;  // C3
  const bool is_instance = at.level() == level::object_instance;
  if (is_instance && !facts_of(op).is.writes() && !object.has_instance(at.object_instance()))
    return object_instance_not_found;  // C3
  if (op == operation::delete_ && is_instance)
    return check_kept(policy, objects, at.object(), at.object_instance());  // K2
  if (at.level() == level::resource && !object.definition(at.resource()))
    return resource_not_found;                                                     // C6
  return facts_of(op).is.writes() ? check_written_instance(object, at) : allowed;  // K1
}

/// The checks for a path that the payload names.
template <policy_source Policy, object_source Objects>
[[nodiscard]] constexpr reason check_bootstrap_payload(const Policy& policy, const Objects& objects,
                                                       operation op, const path& target,
                                                       const path& named) noexcept {
  if (!target.contains(named)) return reason::payload_outside_uri_path;  // C9
  if (!facts_of(op).is.writes()) return reason::allowed;
  if (names_reserved_entry(named)) return reason::entry_id_reserved;  // F6
  const client_object object{policy, objects, named.object()};
  return object ? check_written_instance(object, named) : reason::object_not_found;
}

}  // namespace lwm2m::access::inline v0::detail
