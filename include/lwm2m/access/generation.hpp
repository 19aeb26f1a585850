#pragma once

#include <cstdint>

namespace lwm2m::access::inline v0 {

/// Generations from here on are those of policies that are edited apart (`set_apart`).
inline constexpr std::uint32_t first_generation_apart = 0x80000000U;

namespace detail {

/// The counter behind `generation()` of a policy. Assignment counts as a change: the counter goes
/// on from the higher of both values, so that no decision taken before on either policy is
/// `still_valid` afterwards. A copy that is constructed counts on its own. Zeroed memory is the
/// generation 1 of a policy that is not set apart.
class generation_count {
 public:
  constexpr generation_count() noexcept = default;
  constexpr generation_count(const generation_count&) noexcept = default;
  constexpr generation_count& operator=(const generation_count& other) noexcept {
    if (changes() < other.changes()) value_ = apart() | other.changes();
    advance();
    return *this;
  }

  /// 1 to 2^31 - 1; of a policy that is edited apart 2^31 + 1 to 2^32 - 1.
  [[nodiscard]] constexpr std::uint32_t number() const noexcept { return value_ + 1; }

  /// After 2^31 - 1 changes the numbers begin anew.
  constexpr void advance() noexcept {
    value_ = changes() < first_generation_apart - 2 ? value_ + 1 : apart();
  }
  constexpr void set_apart() noexcept { value_ |= first_generation_apart; }

 private:
  [[nodiscard]] constexpr std::uint32_t apart() const noexcept {
    return value_ & first_generation_apart;
  }
  [[nodiscard]] constexpr std::uint32_t changes() const noexcept { return value_ ^ apart(); }

  std::uint32_t value_ = 0;
};

}  // namespace detail

}  // namespace lwm2m::access::inline v0
