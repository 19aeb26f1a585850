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
  /// The instance that the Uri-Path or the payload names; no path while none does.
  constexpr void name(const path& at) noexcept {
    if (at.level() >= level::object_instance && instance_.is_none())
      instance_ = path{at.object(), at.object_instance()};
  }

  [[nodiscard]] constexpr path instance() const noexcept { return instance_; }

  /// Whether `at` lies in another instance than the one that is made.
  [[nodiscard]] constexpr bool is_elsewhere(const path& at) const noexcept {
    return at.level() >= level::object_instance && !instance_.is_none() &&
           !instance_.contains(at);
  }

  template <object_handle Object>
  constexpr void convey(const Object& object, resource_id resource) noexcept {
    for (std::size_t k = 0; k < object.definition_count(); ++k)
      if (object.definition_at(k).id == resource && k < most_definitions)
        conveyed_[k / 64] |= std::uint64_t{1} << k % 64;
  }

  /// C8: D7 first, then D8.
  template <object_handle Object>
  [[nodiscard]] constexpr decision check(const Object& object, const path& target,
                                         determined_by by) const noexcept {
    for (std::size_t k = 0; k < object.definition_count(); ++k) {
      const resource_definition resource = object.definition_at(k);
      if (resource.mandatory && resource.supports(operation_rows::writable) && !conveys(k))
        return decision::refused(
            reason::mandatory_resource_missing,
            path{target.object(), instance_.object_instance(), resource.id}, by);         // D7
    }
    if (object.is_single() && object.instance_count() != 0)
      return decision::refused(reason::object_instance_exists, target, by);               // D8
    if (instance_.is_none()) return decision::granted(coap::created, by);
    if (!instance_.object_instance().is_valid())
      return decision::refused(reason::object_instance_id_reserved, instance_, by);       // D8
    if (object.has_instance(instance_.object_instance()))
      return decision::refused(reason::object_instance_exists, instance_, by);            // D8
    return decision::granted(coap::created, by);
  }

 private:
  // A mandatory Resource that stands behind the 128th definition of its Object is never taken for
  // conveyed: such a Create is refused.
  static constexpr std::size_t most_definitions = 128;

  [[nodiscard]] constexpr bool conveys(std::size_t k) const noexcept {
    return k < most_definitions && (conveyed_[k / 64] >> k % 64 & 1) != 0;
  }

  path instance_{};
  std::uint64_t conveyed_[most_definitions / 64] = {};
};

}  // namespace lwm2m::access::inline v0::detail
