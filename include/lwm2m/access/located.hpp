#pragma once

#include <lwm2m/access/access_control_object.hpp>
#include <lwm2m/access/path.hpp>

namespace lwm2m::access::inline v0::detail {

/// What there is of a path.
struct located {
  level missing = level::none;  ///< the first level at which there is nothing; none: all is there
  resource_definition resource{};  ///< what the Object says of the Resource, where that is there
};

/// Whether a Resource is there in an instance; a stack whose instances are all alike is not asked.
template <object_handle Object>
[[nodiscard]] constexpr bool has_resource(const Object& object, resource_definition definition,
                                          object_instance_id instance) noexcept {
  if constexpr (requires { Object::instances_are_alike; })
    return static_cast<bool>(definition);
  else
    return definition && object.has_resource(instance, definition.id);
}

/// Whether the Resource Instance of a path is there, whose Resource is.
template <object_handle Object>
[[nodiscard]] constexpr bool has_resource_instance(const Object& object, const path& at) noexcept {
  return object.has_resource_instance(at.object_instance(), at.resource(), at.resource_instance());
}

/// Looks for a path in its Object, down to a level of it. An ID that is reserved names nothing.
template <object_handle Object>
[[nodiscard]] constexpr located locate_in(const Object& object, const path& at, level to) noexcept {
  const object_instance_id instance = at.object_instance();
  if (!object) return {level::object};
  if (to == level::object) return {};
  if (!instance.is_valid() || !object.has_instance(instance)) return {level::object_instance};
  if (to == level::object_instance) return {};
  const resource_definition definition = object.definition(at.resource());
  if (!has_resource(object, definition, instance)) return {level::resource};
  if (to == level::resource) return {level::none, definition};
  const bool is_there = definition.multiple && has_resource_instance(object, at);
  return {is_there ? level::none : level::resource_instance, definition};
}

/// Looks for a path among a Client's objects; Object 2 is the policy's.
template <policy_source Policy, object_source Objects>
[[nodiscard]] constexpr located locate(const Policy& policy, const Objects& objects, const path& at,
                                       level to) noexcept {
  return at.object() == access::objects::access_control
             ? locate_in(access_control_object{policy}, at, to)
             : locate_in(objects.find_object(at.object()), at, to);
}

/// What the Object of a path says of its Resource; empty when it defines none such.
template <policy_source Policy, object_source Objects>
[[nodiscard]] constexpr resource_definition definition_of(const Policy& policy,
                                                          const Objects& objects,
                                                          const path& at) noexcept {
  if (at.object() == access::objects::access_control)
    return access_control_object{policy}.definition(at.resource());
  const auto object = objects.find_object(at.object());
  return object ? object.definition(at.resource()) : resource_definition{};
}

}  // namespace lwm2m::access::inline v0::detail
