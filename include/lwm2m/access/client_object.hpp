#pragma once

#include <lwm2m/access/access_control_object.hpp>
#include <lwm2m/access/path.hpp>

#include <cstddef>

namespace lwm2m::access::inline v0::detail {

/// A handle of an Object of a Client; it may be empty. Object 2 comes from the policy; every other
/// one from the stack, which is never asked for Object 2.
template <policy_source Policy, object_source Objects>
class client_object {
 public:
  constexpr client_object(const Policy& policy, const Objects& objects, object_id id) noexcept
      : kept_{policy},
        is_kept_{id == access::objects::access_control},
        described_{objects.find_object(is_kept_ ? object_id{} : id)} {}

  [[nodiscard]] constexpr explicit operator bool() const noexcept {
    return is_kept_ || static_cast<bool>(described_);
  }

  /// The Object of the stack; empty when it has none.
  [[nodiscard]] constexpr const object_handle_of<Objects>& described() const noexcept {
    return described_;
  }

  /// Whether it can have one instance only; Object 2 can have many.
  [[nodiscard]] constexpr bool is_single() const noexcept {
    return !is_kept_ && described_.is_single();
  }

  /// False for a reserved ID.
  [[nodiscard]] constexpr bool has_instance(object_instance_id id) const noexcept {
    return id.is_valid() && (is_kept_ ? kept_.has_instance(id) : described_.has_instance(id));
  }
  [[nodiscard]] constexpr std::size_t instance_count() const noexcept {
    return is_kept_ ? kept_.instance_count() : described_.instance_count();
  }
  [[nodiscard]] constexpr object_instance_id instance(std::size_t k) const noexcept {
    return is_kept_ ? kept_.instance(k) : described_.instance(k);
  }

  [[nodiscard]] constexpr resource_definition definition(resource_id id) const noexcept {
    return is_kept_ ? kept_.definition(id) : described_.definition(id);
  }
  [[nodiscard]] constexpr std::size_t definition_count() const noexcept {
    return is_kept_ ? kept_.definition_count() : described_.definition_count();
  }
  [[nodiscard]] constexpr resource_definition definition_at(std::size_t k) const noexcept {
    return is_kept_ ? kept_.definition_at(k) : described_.definition_at(k);
  }

  /// The definition of a Resource that exists in an instance, else an empty one. A stack whose
  /// instances are all alike is not asked whether it exists.
  [[nodiscard]] constexpr resource_definition there(resource_definition defined,
                                                    object_instance_id instance) const noexcept {
    if constexpr (!handle_of_alike_instances<object_handle_of<Objects>>)
      if (!is_kept_ && defined && !described_.has_resource(instance, defined.id())) return {};
    return defined;
  }

  /// The Resource of a path, whose Object Instance is there; empty when it is not.
  [[nodiscard]] constexpr resource_definition resource_of(const path& at) const noexcept {
    return there(definition(at.resource()), at.object_instance());
  }

  /// Whether the Resource Instance of a path is there, whose Resource is.
  [[nodiscard]] constexpr bool has_resource_instance(const path& at) const noexcept {
    return is_kept_ ? kept_.has_entry(at.object_instance(), at.resource_instance())
                    : described_.has_resource_instance(at.object_instance(), at.resource(),
                                                       at.resource_instance());
  }

 private:
  access_control_object<Policy> kept_;
  bool is_kept_;
  object_handle_of<Objects> described_;
};

/// The definition of the Resource of a path; empty when its Object defines no such Resource.
template <policy_source Policy, object_source Objects>
[[nodiscard]] constexpr resource_definition definition_of(const Policy& policy,
                                                          const Objects& objects,
                                                          const path& at) noexcept {
  const client_object object{policy, objects, at.object()};
  return object ? object.definition(at.resource()) : resource_definition{};
}

}  // namespace lwm2m::access::inline v0::detail
