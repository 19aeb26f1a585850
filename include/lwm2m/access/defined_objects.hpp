#pragma once

#include <lwm2m/access/object_model.hpp>
#include <lwm2m/access/traits.hpp>

#include <cstddef>

namespace lwm2m::access::inline v0 {

/// What a stack implements to describe its instances, when a table defines its Objects.
///
/// * `has_instance(o, i)`; `instance_count(o)`, `instance(o, k)`: the instances that exist.
/// * `has_resource(o, i, r)`: the Resource is there in that instance, which exists.
/// * `has_resource_instance(o, i, r, n)`: so is that instance of a multiple Resource.
///
/// It may have `fills_in(o, r)`: the Client has a value of its own for a Resource that a Create
/// leaves out, though the definition says mandatory (D7). Without it every mandatory Resource that
/// can be written must be conveyed. It may have `is_kept(o, i)`: a Bootstrap-Delete keeps the
/// instance (K2), as it must those of Objects 0 and 21 that belong to the Bootstrap-Server Account.
template <class Stack>
concept instance_source =
    requires(const Stack& stack, object_id object, object_instance_id instance,
             resource_id resource, resource_instance_id resource_instance, std::size_t k) {
      { stack.has_instance(object, instance) } noexcept -> detail::same_as<bool>;
      { stack.instance_count(object) } noexcept -> detail::converts_to<std::size_t>;
      { stack.instance(object, k) } noexcept -> detail::converts_to<object_instance_id>;
      { stack.has_resource(object, instance, resource) } noexcept -> detail::same_as<bool>;
      {
        stack.has_resource_instance(object, instance, resource, resource_instance)
      } noexcept -> detail::same_as<bool>;
    };

/// A handle of an Object that a table defines and whose instances the stack has; it may be empty.
template <instance_source Stack>
class defined_object {
 public:
  constexpr defined_object() noexcept = default;
  constexpr defined_object(const object_view& definition, const Stack& stack) noexcept
      : definition_{&definition}, stack_{&stack} {}

  [[nodiscard]] constexpr explicit operator bool() const noexcept { return definition_ != nullptr; }
  [[nodiscard]] constexpr object_id id() const noexcept { return definition_->id(); }
  [[nodiscard]] constexpr bool is_single() const noexcept { return definition_->is_single(); }

  [[nodiscard]] constexpr bool has_instance(object_instance_id instance) const noexcept {
    return stack_->has_instance(id(), instance);
  }
  [[nodiscard]] constexpr std::size_t instance_count() const noexcept {
    return stack_->instance_count(id());
  }
  [[nodiscard]] constexpr object_instance_id instance(std::size_t k) const noexcept {
    return stack_->instance(id(), k);
  }
  [[nodiscard]] constexpr bool is_kept(object_instance_id instance) const noexcept
    requires requires(const Stack& stack) { stack.is_kept(object_id{}, object_instance_id{}); }
  {
    return stack_->is_kept(id(), instance);
  }

  [[nodiscard]] constexpr std::size_t definition_count() const noexcept {
    return definition_->resources().size();
  }
  [[nodiscard]] constexpr resource_definition definition_at(std::size_t k) const noexcept {
    const resource_definition found = definition_->resources()[k];
    if constexpr (requires { stack_->fills_in(id(), found.id()); })
      if (found.is_mandatory() && stack_->fills_in(id(), found.id()))
        return {found.id(), found.operations(), found.is_multiple(), false};
    return found;
  }
  [[nodiscard]] constexpr resource_definition definition(resource_id resource) const noexcept {
    const view<resource_definition> all = definition_->resources();
    const std::size_t k =
        first_not([&](std::size_t at) { return all[at].id() < resource; }, all.size());
    if (k == all.size() || !(all[k].id() == resource)) return {};
    return definition_at(k);
  }

  [[nodiscard]] constexpr bool has_resource(object_instance_id instance,
                                            resource_id resource) const noexcept {
    return stack_->has_resource(id(), instance, resource);
  }
  [[nodiscard]] constexpr bool has_resource_instance(object_instance_id instance,
                                                     resource_id resource,
                                                     resource_instance_id one) const noexcept {
    return stack_->has_resource_instance(id(), instance, resource, one);
  }

 private:
  const object_view* definition_ = nullptr;
  const Stack* stack_ = nullptr;
};

/// An `object_source` whose Objects are those of a table, ascending by ID, and whose instances are
/// the stack's. It borrows both. Instances in the table itself are ignored.
///
///     constexpr lac::object_view definitions[] = {oma::server_1_1, oma::device_1_1};
///     const lac::defined_objects objects{definitions, stack};
template <instance_source Stack>
class defined_objects {
 public:
  constexpr defined_objects(view<object_view> definitions, const Stack& stack) noexcept
      : definitions_{definitions}, stack_{&stack} {}
  defined_objects(view<object_view>, const Stack&&) = delete;

  /// Whether the table is valid: valid Object IDs, without Object 2, strictly ascending. In an
  /// invalid table some Objects are not found.
  [[nodiscard]] constexpr bool is_valid() const noexcept {
    for (std::size_t k = 0; k < definitions_.size(); ++k)
      if (!definitions_[k] || !definitions_[k].is_valid() ||
          definitions_[k].id() == objects::access_control ||
          (k > 0 && !(definitions_[k - 1].id() < definitions_[k].id())))
        return false;
    return true;
  }

  [[nodiscard]] constexpr std::size_t object_count() const noexcept { return definitions_.size(); }
  [[nodiscard]] constexpr object_id object(std::size_t k) const noexcept {
    return definitions_[k].id();
  }
  [[nodiscard]] constexpr defined_object<Stack> find_object(object_id id) const noexcept {
    const std::size_t k =
        first_not([&](std::size_t at) { return object(at) < id; }, definitions_.size());
    if (k == definitions_.size() || !(object(k) == id)) return {};
    return {definitions_[k], *stack_};
  }

 private:
  view<object_view> definitions_;
  const Stack* stack_;
};

}  // namespace lwm2m::access::inline v0
