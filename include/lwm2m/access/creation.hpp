#pragma once

#include <lwm2m/access/access_right.hpp>
#include <lwm2m/access/object_source.hpp>
#include <lwm2m/access/operation.hpp>
#include <lwm2m/access/path.hpp>
#include <lwm2m/access/request.hpp>

#include <cstddef>
#include <cstdint>

namespace lwm2m::access::inline v0 {

namespace detail {

/// The lowest free Object Instance ID, 0 for a `single` Object (D8). Invalid when none is free.
template <object_handle Object>
[[nodiscard]] constexpr object_instance_id lowest_free_instance(const Object& object) noexcept {
  std::uint16_t lowest = 0;
  while (!object.is_single() && lowest < 65535 && object.has_instance(object_instance_id{lowest}))
    ++lowest;
  return object_instance_id{lowest};
}

/// What the payload of a Create has said so far: which instance it makes, and which of the
/// mandatory Resources it conveys (D7, D8).
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

  /// The instance to be made: the one that is named, else the lowest free one.
  template <object_handle Object>
  [[nodiscard]] constexpr object_instance_id made_in(const Object& object) const noexcept {
    return is_named_ ? instance_ : lowest_free_instance(object);
  }

  /// The path that D8 is about: the instance where one is named, else the Object.
  [[nodiscard]] constexpr path named_in(object_id object) const noexcept {
    return is_named_ ? path{object, instance_} : path{object};
  }

  /// Marks a Resource as conveyed.
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

  /// A Resource that must be conveyed and is not (D7); an invalid ID when all are conveyed.
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

  /// The path of a missing Resource, in the instance that would be made; never in instance 65535.
  template <object_handle Object>
  [[nodiscard]] constexpr path missing_path(const Object& object, object_id id,
                                            resource_id missing) const noexcept {
    const bool is_named = is_named_ && instance_.is_valid();
    return {id, is_named ? instance_ : lowest_free_instance(object), missing};
  }

  /// D8, and C10 where no Object Instance ID is free.
  template <object_handle Object>
  [[nodiscard]] constexpr reason check_instance(const Object& object) const noexcept {
    if (is_named_ && object.has_instance(instance_)) return reason::object_instance_exists;
    if (is_named_ && !instance_.is_valid()) return reason::object_instance_id_reserved;
    if (is_named_ && object.is_single() && instance_.value() != 0)
      return reason::object_instance_id_not_zero;
    if (object.is_single() && object.instance_count() != 0) return reason::object_instance_exists;
    return object.instance_count() < 65535 ? reason::allowed : reason::no_room;
  }

 private:
  [[nodiscard]] static constexpr bool must_be_conveyed(resource_definition resource) noexcept {
    return resource.is_mandatory() && resource.supports(operation_rows::writable);
  }

  // One bit for each Resource that must be conveyed, in their order. The 65th of an Object has no
  // bit and never counts as conveyed: such a Create is refused.
  std::uint64_t conveyed_ = 0;
  object_instance_id instance_{};
  bool is_named_ = false;
};

/// C10: whether the policy has room for the Access Control Object Instance that a Create makes
/// (G1). A policy that cannot tell counts as having room. An instance that exists already is
/// reused.
template <policy_source Policy>
[[nodiscard]] constexpr reason check_creation_room(const Policy& policy,
                                                   access_control_target made) noexcept {
  if constexpr (requires { policy.has_room_for(std::size_t{}); }) {
    const bool needs_room = granted_to_all(policy) == determined_by::nothing && !policy.find(made);
    const std::size_t entries = policy.rules().creator_gets_entry ? 1 : 0;
    if (needs_room && !policy.has_room_for(entries)) return reason::no_room;
  }
  return reason::allowed;
}

}  // namespace detail

/// The Object Instance that a Create makes: the one that the Uri-Path or the payload names, else
/// the lowest free one, 0 of a `single` Object. Its Object Instance ID is invalid when none is
/// free.
template <object_source Objects>
[[nodiscard]] constexpr path created_instance(const Objects& objects,
                                              const request& asked) noexcept {
  detail::creation named{asked.target};
  for (const path& each : asked.payload) named.name(each);
  return path{asked.target.object(), named.made_in(objects.find_object(asked.target.object()))};
}

}  // namespace lwm2m::access::inline v0
