#pragma once

#include <lwm2m/access/traits.hpp>
#include <lwm2m/access/version.hpp>

#include <cstdint>

namespace lwm2m::access::inline v0 {

/// An integer as it may come from outside: of any width and sign, not yet checked.
template <class Int>
concept wire_integer = detail::integer<Int>;

/// A 16-bit identifier of its own type: identifiers do not convert to each other, nor integers to
/// identifiers implicitly. `Lowest`..65534 are values; everything else becomes the reserved 65535,
/// the invalid identifier, which is also the default. Integers are compared at their full width,
/// before they are narrowed: 65537 is invalid, never 1.
template <class Tag, std::uint16_t Lowest>
class identifier {
 public:
  constexpr identifier() noexcept = default;

  template <wire_integer Int>
  constexpr explicit identifier(Int value) noexcept
      : key_{static_cast<std::uint16_t>(reserved - narrowed(value))} {}

  /// Whether it is in `Lowest`..65534.
  [[nodiscard]] constexpr bool is_valid() const noexcept { return key_ != 0; }

  /// The number on the wire; 65535 when it is invalid.
  [[nodiscard]] constexpr std::uint16_t value() const noexcept { return reserved - key_; }

  /// Storage key: 65535 - value, so that zeroed memory holds no valid key, and an empty table is
  /// all zeros. `of_key` is the inverse.
  [[nodiscard]] constexpr std::uint16_t key() const noexcept { return key_; }
  [[nodiscard]] static constexpr identifier of_key(std::uint16_t key) noexcept {
    return identifier{static_cast<std::uint16_t>(reserved - key)};
  }

  friend constexpr bool operator==(identifier, identifier) noexcept = default;
  friend constexpr bool operator<(identifier a, identifier b) noexcept {
    return a.value() < b.value();
  }

  /// Whether `value`, at its full width, is in `Lowest`..65534.
  template <wire_integer Int>
  [[nodiscard]] static constexpr bool in_range(Int value) noexcept {
    const auto wide = static_cast<std::uint64_t>(value);
    return wide >= Lowest && wide <= 65534;
  }

 private:
  static constexpr std::uint16_t reserved = 65535;

  template <wire_integer Int>
  [[nodiscard]] static constexpr std::uint16_t narrowed(Int value) noexcept {
    constexpr bool every_value_stands = Lowest == 0 && sizeof(Int) == 2;
    if constexpr (every_value_stands && detail::unsigned_integer<Int>)
      return value;
    else
      return in_range(value) ? static_cast<std::uint16_t>(value) : reserved;
  }

  std::uint16_t key_ = 0;
};

/// Object ID, 0..65534.
using object_id = identifier<struct object_tag, 0>;

/// Object Instance ID, 0..65534. 65535 is reserved: it names no instance.
using object_instance_id = identifier<struct object_instance_tag, 0>;

/// Resource ID, 0..65534.
using resource_id = identifier<struct resource_tag, 0>;

/// Resource Instance ID, 0..65534.
using resource_instance_id = identifier<struct resource_instance_tag, 0>;

/// Short Server ID of a Server, 1..65534. 0 and 65535 never identify a Server (rules, "Words"):
/// made of them, or default-constructed, it is invalid.
using short_server_id = identifier<struct short_server_tag, 1>;

/// The default Short Server ID, 0: the ACL entry of every Server that has none of its own (A5).
struct default_short_server_id {};

/// The Resource Instance ID of an ACL entry: a Server's Short Server ID, or the default one.
/// Default-constructed, or made of an invalid Server ID, it is invalid.
class acl_instance_id {
 public:
  constexpr acl_instance_id() noexcept = default;
  constexpr acl_instance_id(default_short_server_id) noexcept : id_{0} {}
  constexpr acl_instance_id(short_server_id server) noexcept : id_{server.value()} {}

  /// From a Resource Instance ID as it is addressed in `/2/n/2/id`.
  constexpr explicit acl_instance_id(resource_instance_id id) noexcept : id_{id} {}

  [[nodiscard]] constexpr bool is_valid() const noexcept { return id_.is_valid(); }
  [[nodiscard]] constexpr bool is_default() const noexcept { return id_.value() == 0; }

  /// The Server of the entry; invalid for the default entry.
  [[nodiscard]] constexpr short_server_id server() const noexcept {
    return short_server_id{id_.value()};
  }
  [[nodiscard]] constexpr std::uint16_t value() const noexcept { return id_.value(); }

  friend constexpr bool operator==(acl_instance_id, acl_instance_id) noexcept = default;
  friend constexpr bool operator<(acl_instance_id a, acl_instance_id b) noexcept {
    return a.id_ < b.id_;
  }

 private:
  resource_instance_id id_{};
};

/// The Bootstrap interface: the owner 65535, and the requester that is no Server (A9, F2).
struct bootstrap_interface {};
inline constexpr bootstrap_interface bootstrap{};

/// Access Control Owner (Object 2, Resource 3): a Server, or the Bootstrap interface alone.
/// Default-constructed, or made of an invalid Server ID, it is invalid.
class access_control_owner {
 public:
  constexpr access_control_owner() noexcept = default;
  constexpr access_control_owner(short_server_id server) noexcept
      : value_{server.is_valid() ? server.value() : std::uint16_t{0}} {}
  constexpr access_control_owner(bootstrap_interface) noexcept : value_{65535} {}

  /// From the value on the wire: 65535 is the Bootstrap interface; a value out of range makes an
  /// invalid owner.
  template <wire_integer Int>
  [[nodiscard]] static constexpr access_control_owner from_wire(Int value) noexcept {
    if (static_cast<std::uint64_t>(value) == 65535) return access_control_owner{bootstrap};
    return access_control_owner{short_server_id{value}};
  }

  [[nodiscard]] constexpr bool is_valid() const noexcept { return value_ != 0; }
  [[nodiscard]] constexpr bool is_bootstrap() const noexcept { return value_ == 65535; }

  /// The owning Server; invalid when the owner is the Bootstrap interface.
  [[nodiscard]] constexpr short_server_id server() const noexcept {
    return short_server_id{value_};
  }

  /// Whether `server` is valid and is the owner.
  [[nodiscard]] constexpr bool is(short_server_id server) const noexcept {
    return server.is_valid() && server.value() == value_;
  }
  [[nodiscard]] constexpr std::uint16_t value() const noexcept { return value_; }

  friend constexpr bool operator==(access_control_owner, access_control_owner) noexcept = default;

 private:
  std::uint16_t value_ = 0;
};

namespace objects {
/// Objects that the rules name.
inline constexpr object_id security{0};
inline constexpr object_id server{1};
inline constexpr object_id access_control{2};
inline constexpr object_id device{3};
inline constexpr object_id oscore{21};
}  // namespace objects

namespace detail {
void a_short_server_id_is_a_number_from_1_to_65534();  // never defined: its name is the message
}

namespace literals {
/// `102_server`: the Short Server ID of a Server. A number outside 1..65534 does not compile.
consteval short_server_id operator""_server(unsigned long long value) {
  if (!short_server_id::in_range(value)) detail::a_short_server_id_is_a_number_from_1_to_65534();
  return short_server_id{value};
}
}  // namespace literals

}  // namespace lwm2m::access::inline v0
