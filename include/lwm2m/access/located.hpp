#pragma once

#include <lwm2m/access/object_source.hpp>
#include <lwm2m/access/path.hpp>
#include <lwm2m/access/policy_source.hpp>

namespace lwm2m::access::inline v0 {

/// The Resources of Object 2 (Access Control).
namespace access_control_resources {
inline constexpr resource_id object{0};
inline constexpr resource_id object_instance{1};
inline constexpr resource_id acl{2};
inline constexpr resource_id owner{3};
}  // namespace access_control_resources

namespace detail {

/// The definitions of Object 2, by Resource ID. It is built in: stacks do not describe it.
inline constexpr resource_definition access_control_definitions[] = {
    {access_control_resources::object, access_type{0x80}, false, true},
    {access_control_resources::object_instance, access_type{0x80}, false, true},
    {access_control_resources::acl, access_type{0xC0}, true, false},
    {access_control_resources::owner, access_type{0xC0}, false, true},
};

[[nodiscard]] constexpr resource_definition access_control_definition(resource_id id) noexcept {
  return id.value() <= access_control_resources::owner.value()
             ? access_control_definitions[id.value()]
             : resource_definition{};
}

/// What there is of what a path names. Above the level of the path all is there.
struct located {
  bool object = false;
  bool instance = true;
  bool resource = true;
  bool resource_instance = true;
  resource_definition definition{};
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

/// In a stack's Object. An Object Instance ID that is reserved names nothing.
template <object_handle Object>
[[nodiscard]] constexpr located locate_in(const Object& object, const path& at) noexcept {
  located found;
  found.object = static_cast<bool>(object);
  if (!found.object || at.level() < level::object_instance) return found;
  const object_instance_id instance = at.object_instance();
  found.instance = instance.is_valid() && object.has_instance(instance);
  if (at.level() < level::resource) return found;
  found.definition = object.definition(at.resource());
  found.resource = found.instance && has_resource(object, found.definition, instance);
  if (at.level() < level::resource_instance) return found;
  found.resource_instance =
      found.resource && found.definition.multiple &&
      object.has_resource_instance(instance, at.resource(), at.resource_instance());
  return found;
}

/// In Object 2, whose instances are the policy's. The ACL entries are Resource Instances.
template <policy_source Policy>
[[nodiscard]] constexpr located locate_managed(const Policy& policy, const path& at) noexcept {
  const auto managed = policy.find_id(at.object_instance());
  located found;
  found.object = true;
  found.instance = at.level() < level::object_instance || managed;
  if (at.level() < level::resource) return found;
  found.definition = access_control_definition(at.resource());
  found.resource = static_cast<bool>(found.definition);
  found.resource_instance =
      at.level() < level::resource_instance ||
      (found.definition.multiple && managed &&
       static_cast<acl_right>(managed.find(acl_instance_id{at.resource_instance()})).present);
  return found;
}

}  // namespace detail

}  // namespace lwm2m::access::inline v0
