#pragma once

#include <lwm2m/access/client_object.hpp>
#include <lwm2m/access/path.hpp>

namespace lwm2m::access::inline v0::detail {

/// What there is of a path.
struct located {
  level missing = level::none;     ///< an Object, Object Instance or Resource Instance, or none
  resource_definition resource{};  ///< what the Object says of the Resource; empty: it is missing
};

/// Looks for a path among a Client's objects, down to a level of it. An ID that is reserved names
/// nothing.
template <policy_source Policy, object_source Objects>
[[nodiscard]] constexpr located locate(const Policy& policy, const Objects& objects, const path& at,
                                       level to) noexcept {
  const client_object object{policy, objects, at.object()};
  const object_instance_id instance = at.object_instance();
  if (!object) return {level::object};
  if (to == level::object) return {};
  if (!instance.is_valid() || !object.has_instance(instance)) return {level::object_instance};
  if (to == level::object_instance) return {};
  const resource_definition resource = object.there(object.definition(at.resource()), instance);
  if (to == level::resource) return {level::none, resource};
  const bool is_there = resource.is_multiple() && object.has_resource_instance(at);
  return {is_there ? level::none : level::resource_instance, resource};
}

/// What the Object of a path says of its Resource; empty when it defines none such.
template <policy_source Policy, object_source Objects>
[[nodiscard]] constexpr resource_definition definition_of(const Policy& policy,
                                                          const Objects& objects,
                                                          const path& at) noexcept {
  const client_object object{policy, objects, at.object()};
  return object ? object.definition(at.resource()) : resource_definition{};
}

}  // namespace lwm2m::access::inline v0::detail
