#pragma once

#include <lwm2m/access/access_bits.hpp>
#include <lwm2m/access/identifiers.hpp>
#include <lwm2m/access/traits.hpp>
#include <lwm2m/access/view.hpp>

#include <cstddef>
#include <cstdint>

namespace lwm2m::access::inline v0 {

/// The definition of one Resource of an Object. Default-constructed it is empty: the Object does
/// not define the Resource.
class alignas(4) resource_definition {
 public:
  constexpr resource_definition() noexcept = default;
  constexpr resource_definition(resource_id id, access_type operations, bool multiple = false,
                                bool mandatory = false) noexcept
      : id_{id},
        operations_{operations},
        traits_{static_cast<std::uint8_t>((multiple ? multiple_bit : 0U) |
                                          (mandatory ? mandatory_bit : 0U))} {}

  /// 0..65534.
  [[nodiscard]] constexpr resource_id id() const noexcept { return id_; }

  /// The Access Type: what the Resource supports.
  [[nodiscard]] constexpr access_type operations() const noexcept { return operations_; }
  [[nodiscard]] constexpr bool supports(access_type needed) const noexcept {
    return operations_.has_all(needed);
  }

  /// Whether it can have Resource Instances.
  [[nodiscard]] constexpr bool is_multiple() const noexcept {
    return (traits_ & multiple_bit) != 0;
  }

  /// Whether every instance has it.
  [[nodiscard]] constexpr bool is_mandatory() const noexcept {
    return (traits_ & mandatory_bit) != 0;
  }

  [[nodiscard]] constexpr explicit operator bool() const noexcept { return id().is_valid(); }
  friend constexpr bool operator==(resource_definition, resource_definition) noexcept = default;

 private:
  static constexpr unsigned multiple_bit = 1, mandatory_bit = 2;

  resource_id id_{};
  access_type operations_{};
  std::uint8_t traits_ = 0;
};

/// A handle of one Object in whatever storage; it may be empty.
///
/// * `is_single()`: it can have one instance only.
/// * `has_instance(i)`; `instance_count()`, `instance(k)`: the instances that exist.
/// * `definition(r)`: the definition of a Resource; empty when the Object does not define it.
/// * `definition_count()`, `definition_at(k)`: all of them.
/// * `has_resource(i, r)`: the Resource is there in that instance, which exists.
/// * `has_resource_instance(i, r, n)`: so is that Resource Instance; asked for multiple Resources
///   only.
///
/// Functions with an index are called with k = 0, 1, 2 ... in this order. Optional members: a
/// static `instances_are_alike` that is true when every instance has every Resource that the Object
/// defines, so that `has_resource` is not called; `instances()`, a `view` of all instances where
/// they are stored as an array, which is used in place of `instance(k)`; `is_kept(i)`, true for an
/// instance that no Bootstrap-Delete erases (K2); without it no instance is kept.
template <class Handle>
concept object_handle =
    requires(const Handle& object, object_instance_id instance, resource_id resource,
             resource_instance_id resource_instance, std::size_t k) {
      static_cast<bool>(object);
      { object.is_single() } noexcept -> detail::same_as<bool>;
      { object.has_instance(instance) } noexcept -> detail::same_as<bool>;
      { object.instance_count() } noexcept -> detail::converts_to<std::size_t>;
      { object.instance(k) } noexcept -> detail::converts_to<object_instance_id>;
      { object.definition(resource) } noexcept -> detail::same_as<resource_definition>;
      { object.definition_count() } noexcept -> detail::converts_to<std::size_t>;
      { object.definition_at(k) } noexcept -> detail::same_as<resource_definition>;
      { object.has_resource(instance, resource) } noexcept -> detail::same_as<bool>;
      {
        object.has_resource_instance(instance, resource, resource_instance)
      } noexcept -> detail::same_as<bool>;
    };

/// An Object every instance of which has every Resource that it defines.
template <class Handle>
concept handle_of_alike_instances = requires { requires Handle::instances_are_alike; };

/// What the decision asks of a Client's objects: `find_object(o)`, a handle that is empty when
/// there is no such Object, and the IDs of all Objects, `object_count()` and `object(k)`. Object 2
/// comes from the policy: the engine never asks for it, and skips it and the restricted Objects
/// among the others.
template <class Objects>
concept object_source = requires(const Objects& objects, object_id id, std::size_t k) {
  { objects.find_object(id) } noexcept -> object_handle;
  { objects.object_count() } noexcept -> detail::converts_to<std::size_t>;
  { objects.object(k) } noexcept -> detail::converts_to<object_id>;
};

/// The handles that an object model gives out.
template <object_source Objects>
using object_handle_of = decltype(detail::some<Objects>().find_object(object_id{}));

}  // namespace lwm2m::access::inline v0
