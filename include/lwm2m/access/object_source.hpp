#pragma once

#include <lwm2m/access/access_bits.hpp>
#include <lwm2m/access/identifiers.hpp>
#include <lwm2m/access/traits.hpp>
#include <lwm2m/access/view.hpp>

#include <cstddef>
#include <cstdint>

namespace lwm2m::access::inline v0 {

/// What an Object says of one of its Resources. Default-constructed: the Object has none such.
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

/// One Object in somebody's storage, or none.
///
/// * `is_single()`: it can have one instance only.
/// * `has_instance(i)`; `instance_count()`, `instance(k)`: the instances that exist.
/// * `definition(r)`: what the Object says of a Resource; empty when it defines none such.
/// * `definition_count()`, `definition_at(k)`: all of them.
/// * `has_resource(i, r)`: the Resource is there in that instance, which exists.
/// * `has_resource_instance(i, r, n)`: so is that instance of it; asked of multiple Resources.
///
/// Counting functions are asked for k = 0, 1, 2 ... in this order. A handle whose instances all
/// have every Resource that the Object defines can say so with a static member
/// `instances_are_alike` that is true, and spares `has_resource` the question. One that keeps its
/// instances in a row can give them as such, `instances()`, a `view`, and is not asked for each.
/// Where Bootstrap keeps instances that no Bootstrap-Delete takes (K2), `is_kept(i)` names them;
/// without it there are none.
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

/// What the decision asks of a Client's objects: `find_object(o)`, the Object or none, and the
/// Objects that there are, `object_count()` and `object(k)`. Object 2 is the policy's own: the
/// engine never asks for it, and passes over it and the restricted Objects when it counts.
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
