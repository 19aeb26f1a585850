#pragma once

#include <cstdint>

namespace lwm2m::access::inline v0 {

/// A set of access bits in one of two layouts. Sets of different layouts are different types with
/// no conversion between them: an access right counts its bits from the least significant one, an
/// Access Type from the most significant one.
template <class Layout>
class access_bits {
 public:
  using value_type = typename Layout::value_type;
  using bit = typename Layout::bit;

  /// The empty set.
  constexpr access_bits() noexcept = default;

  /// From the raw value, as it is on the wire or stored. Reserved bits are kept and ignored.
  constexpr explicit access_bits(value_type raw) noexcept : raw_{raw} {}

  /// The set of the bits listed: `access_rights::of(right::read, right::write)`.
  template <class... Bits>
  [[nodiscard]] static constexpr access_bits of(Bits... bits) noexcept {
    return access_bits{static_cast<value_type>((0U | ... | mask(bits)))};
  }

  [[nodiscard]] constexpr bool has(bit wanted) const noexcept { return (raw_ & mask(wanted)) != 0; }
  [[nodiscard]] constexpr bool has_all(access_bits wanted) const noexcept {
    return (wanted.raw_ & ~raw_) == 0;
  }
  [[nodiscard]] constexpr access_bits with(bit added) const noexcept {
    return access_bits{static_cast<value_type>(raw_ | mask(added))};
  }
  [[nodiscard]] constexpr access_bits without(bit removed) const noexcept {
    return access_bits{static_cast<value_type>(raw_ & ~mask(removed))};
  }

  [[nodiscard]] constexpr access_bits operator&(access_bits other) const noexcept {
    return access_bits{static_cast<value_type>(raw_ & other.raw_)};
  }

  /// The raw value, reserved bits included.
  [[nodiscard]] constexpr value_type raw() const noexcept { return raw_; }

  /// Whether a bit is set that the layout reserves.
  [[nodiscard]] constexpr bool has_reserved() const noexcept {
    return (raw_ & static_cast<value_type>(~Layout::defined)) != 0;
  }

  friend constexpr bool operator==(access_bits, access_bits) noexcept = default;

 private:
  static constexpr value_type mask(bit of) noexcept { return Layout::mask(of); }

  value_type raw_ = 0;
};

/// The rights that an ACL entry can hold (Object 2, Resource 2), in the order of their bits.
enum class right : std::uint8_t { read = 1, write, execute, delete_, create };

/// Layout of an access right: 16 bits from the least significant; R=1 W=2 E=4 D=8 C=16.
struct access_rights_layout {
  using value_type = std::uint16_t;
  using bit = right;
  static constexpr value_type defined = 0x1F;
  static constexpr value_type mask(right of) noexcept {
    const auto number = static_cast<unsigned>(of);
    return static_cast<value_type>(number <= 5 ? (1U << number) >> 1 : 0U);
  }
};

/// The operations that a Resource can support (draft 7.2.2), in the order of their bits.
enum class resource_operation : std::uint8_t { read = 1, write, execute };

/// Layout of an Access Type: 8 bits from the most significant; R=0x80 W=0x40 E=0x20.
struct access_type_layout {
  using value_type = std::uint8_t;
  using bit = resource_operation;
  static constexpr value_type defined = 0xE0;
  static constexpr value_type mask(resource_operation of) noexcept {
    const auto number = static_cast<unsigned>(of);
    return static_cast<value_type>(number - 1 <= 2 ? 0x100U >> number : 0U);
  }
};

/// What an ACL entry grants to a Server (draft 7.2.1).
using access_rights = access_bits<access_rights_layout>;

/// What a Resource supports, not what a Server may do (draft 7.2.2; later "Operations").
using access_type = access_bits<access_type_layout>;

/// Read, Write, Execute and Delete: the full right of an Access Control Owner (A4).
inline constexpr auto owner_rights =
    access_rights::of(right::read, right::write, right::execute, right::delete_);

/// All that an entry of an Object-level target can hold (A12).
inline constexpr auto object_level_rights = access_rights::of(right::create);

/// Every right, Create included (A2, A8).
inline constexpr auto full_rights = owner_rights.with(right::create);

}  // namespace lwm2m::access::inline v0
