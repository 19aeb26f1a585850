#pragma once

#include <lwm2m/access/decision.hpp>
#include <lwm2m/access/object_source.hpp>
#include <lwm2m/access/operation.hpp>
#include <lwm2m/access/path.hpp>

#include <cstddef>
#include <cstdint>

namespace lwm2m::access::inline v0::detail {

/// What the payload of a Create says so far: which instance it makes, and which of the Resources
/// that every instance must have it conveys (D7, D8).
class creation {
 public:
  constexpr explicit creation(const path& target) noexcept { name(target); }

  /// Takes the instance that a path names, unless one has been named before. False when the path
  /// lies in another instance than the one that is made.
  constexpr bool name(const path& at) noexcept {
    if (at.level() < level::object_instance) return true;
    if (!is_named_) instance_ = at.object_instance();
    is_named_ = true;
    return instance_ == at.object_instance();
  }

  [[nodiscard]] constexpr bool is_named() const noexcept { return is_named_; }
  [[nodiscard]] constexpr object_instance_id instance() const noexcept { return instance_; }

  /// The instance that is made, or a Resource of it.
  [[nodiscard]] constexpr path path_in(object_id object, resource_id resource) const noexcept {
    return resource.is_valid() ? path{object, instance_, resource} : path{object, instance_};
  }

  /// Takes a Resource for conveyed.
  template <object_handle Object>
  constexpr void convey(const Object& object, resource_id resource) noexcept {
    std::uint64_t its = 1;
    for (std::size_t k = 0; k < object.definition_count(); ++k) {
      const resource_definition each = object.definition_at(k);
      if (!must_be_conveyed(each)) continue;
      if (each.id() == resource) conveyed_ |= its;
      its <<= 1;
    }
  }

  /// A mandatory Resource that is not conveyed though it can be written (D7); none when there is
  /// none.
  template <object_handle Object>
  [[nodiscard]] constexpr resource_id missing_in(const Object& object) const noexcept {
    std::uint64_t conveyed = conveyed_;
    for (std::size_t k = 0; k < object.definition_count(); ++k) {
      const resource_definition each = object.definition_at(k);
      if (!must_be_conveyed(each)) continue;
      if ((conveyed & 1U) == 0) return each.id();
      conveyed >>= 1;
    }
    return {};
  }

  /// D8.
  template <object_handle Object>
  [[nodiscard]] constexpr reason check_instance(const Object& object) const noexcept {
    if (object.is_single() && object.instance_count() != 0) return reason::object_instance_exists;
    if (!is_named_) return reason::allowed;
    if (!instance_.is_valid()) return reason::object_instance_id_reserved;
    return object.has_instance(instance_) ? reason::object_instance_exists : reason::allowed;
  }

 private:
  [[nodiscard]] static constexpr bool must_be_conveyed(resource_definition resource) noexcept {
    return resource.is_mandatory() && resource.supports(operation_rows::writable);
  }

  // One bit for each Resource that must be conveyed, in their order. The 65th of an Object has none
  // and is never taken for conveyed: such a Create is refused.
  std::uint64_t conveyed_ = 0;
  object_instance_id instance_{};
  bool is_named_ = false;
};

}  // namespace lwm2m::access::inline v0::detail
