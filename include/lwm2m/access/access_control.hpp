#pragma once

#include <lwm2m/access/acl.hpp>
#include <lwm2m/access/identifiers.hpp>
#include <lwm2m/access/path.hpp>

#include <cstdint>

namespace lwm2m::access::inline v0 {

/// What an Access Control Object Instance governs (Object 2, Resources 0 and 1): one Object
/// Instance, or, with no instance, the right to Create instances of the Object.
class access_control_target {
 public:
  constexpr access_control_target() noexcept = default;

  /// An Object Instance. With an invalid ID the target is invalid, and never the Object-level one.
  constexpr access_control_target(object_id object, object_instance_id instance) noexcept
      : key_{instance.is_valid() ? key_of(object, instance) : 0} {}

  /// The Object-level target, whose Object Instance ID is 65535.
  constexpr explicit access_control_target(object_id object) noexcept : key_{key_of(object, {})} {}

  /// From the two values on the wire: 65535 for the instance is the Object level; a value out of
  /// range makes an invalid target. The Object ID has its own type, so that the two cannot be
  /// exchanged by mistake.
  template <wire_integer Int>
  [[nodiscard]] static constexpr access_control_target from_wire(object_id object,
                                                                 Int instance) noexcept {
    return static_cast<std::uint64_t>(instance) == 65535
               ? access_control_target{object}
               : access_control_target{object, object_instance_id{instance}};
  }

  /// The target whose access control governs a path: for an Object the Object level, for anything
  /// below an Object its Object Instance.
  [[nodiscard]] static constexpr access_control_target of(const path& at) noexcept {
    return at.level() == level::object ? access_control_target{at.object()}
                                       : access_control_target{at.object(), at.object_instance()};
  }

  [[nodiscard]] constexpr object_id object() const noexcept {
    return object_id::of_key(static_cast<std::uint16_t>(key_ >> 16));
  }

  /// Invalid at Object level.
  [[nodiscard]] constexpr object_instance_id instance() const noexcept {
    return object_instance_id::of_key(static_cast<std::uint16_t>(key_));
  }
  [[nodiscard]] constexpr bool is_object_level() const noexcept {
    return (key_ & 0xFFFFU) == 0 && key_ != 0;
  }

  /// Whether access control can be set for it (F11): not Object 0, Object 2 or a reserved Object
  /// ID.
  [[nodiscard]] constexpr bool is_valid() const noexcept {
    return object().is_valid() && object() != objects::security &&
           object() != objects::access_control;
  }

  /// Index key: the storage keys of both IDs in one word; 0 for an invalid target.
  [[nodiscard]] constexpr std::uint32_t key() const noexcept { return key_; }

  friend constexpr bool operator==(access_control_target, access_control_target) noexcept = default;

 private:
  [[nodiscard]] static constexpr std::uint32_t key_of(object_id object,
                                                      object_instance_id instance) noexcept {
    return std::uint32_t{object.key()} << 16 | instance.key();
  }

  std::uint32_t key_ = 0;
};

namespace detail {

/// Whether two Access Control Object Instances have equal IDs, targets, Owners and entries, however
/// each is stored.
[[nodiscard]] constexpr bool say_the_same(const auto& a, const auto& b) noexcept {
  return a.id() == b.id() && a.target() == b.target() && a.owner() == b.owner() &&
         are_the_same_acl(a.entries(), b.entries());
}

}  // namespace detail

/// One Access Control Object Instance with its own entries: `/2/id`, what it governs, its Access
/// Control Owner and its ACL, an `acl<Capacity>`.
template <class Acl>
struct access_control {
  object_instance_id id;
  access_control_target target;
  access_control_owner owner;
  Acl acl;
};

/// A view of an Access Control Object Instance that is stored elsewhere. Default-constructed it is
/// empty: no instance.
class access_control_view {
 public:
  constexpr access_control_view() noexcept = default;
  constexpr access_control_view(object_instance_id id, access_control_target target,
                                access_control_owner owner, acl_view entries) noexcept
      : target_{target}, id_{id}, owner_{owner}, entries_{entries} {}

  template <class Acl>
  constexpr access_control_view(const access_control<Acl>& other) noexcept
      : access_control_view{other.id, other.target, other.owner, acl_view{other.acl}} {}

  /// Whether there is one.
  [[nodiscard]] constexpr explicit operator bool() const noexcept { return id_.is_valid(); }

  [[nodiscard]] constexpr object_instance_id id() const noexcept { return id_; }
  [[nodiscard]] constexpr access_control_target target() const noexcept { return target_; }
  [[nodiscard]] constexpr access_control_owner owner() const noexcept { return owner_; }
  [[nodiscard]] constexpr acl_view entries() const noexcept { return entries_; }

  /// The ACL entry of `id`; an empty result when there is none.
  [[nodiscard]] constexpr acl_right find(acl_instance_id id) const noexcept {
    return entries_.find(id);
  }
  [[nodiscard]] constexpr acl_right find(default_short_server_id id) const noexcept {
    return entries_.find(id);
  }

  friend constexpr bool operator==(const access_control_view& a,
                                   const access_control_view& b) noexcept {
    return detail::say_the_same(a, b);
  }

 private:
  access_control_target target_{};
  object_instance_id id_{};
  access_control_owner owner_{};
  acl_view entries_{};
};

}  // namespace lwm2m::access::inline v0
