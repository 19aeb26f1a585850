#pragma once

#include <lwm2m/access/decision.hpp>
#include <lwm2m/access/object_source.hpp>
#include <lwm2m/access/policy_source.hpp>

#include <cstddef>

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

/// Object 2, asked like other Objects. Its instances are the policy's Access Control Object
/// Instances, the Resource Instances of its ACL their entries.
template <policy_source Policy>
class access_control_object {
 public:
  constexpr explicit access_control_object(const Policy& policy) noexcept : policy_{policy} {}

  [[nodiscard]] constexpr bool has_instance(object_instance_id id) const noexcept {
    return static_cast<bool>(policy_.find_id(id));
  }
  [[nodiscard]] constexpr std::size_t instance_count() const noexcept {
    return policy_.access_control_count();
  }
  [[nodiscard]] constexpr object_instance_id instance(std::size_t k) const noexcept {
    return policy_.access_control_id(k);
  }

  [[nodiscard]] constexpr resource_definition definition(resource_id id) const noexcept {
    return id.value() < definition_count() ? definition_at(id.value()) : resource_definition{};
  }
  [[nodiscard]] constexpr std::size_t definition_count() const noexcept {
    return sizeof access_control_definitions / sizeof access_control_definitions[0];
  }
  [[nodiscard]] constexpr resource_definition definition_at(std::size_t k) const noexcept {
    return access_control_definitions[k];
  }

  /// Whether the ACL of an instance has an entry: its Resource Instances.
  [[nodiscard]] constexpr bool has_entry(object_instance_id instance,
                                         resource_instance_id id) const noexcept {
    const auto managed = policy_.find_id(instance);
    return managed && managed.find(acl_instance_id{id});
  }

 private:
  const Policy& policy_;
};

}  // namespace detail

}  // namespace lwm2m::access::inline v0
