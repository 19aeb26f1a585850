#pragma once

#include <lwm2m/access/c/channel_constants.h>
#include <lwm2m/access/c/constants.hpp>
#include <lwm2m/access/channel/accounts.hpp>

#include <cstdint>

namespace lwm2m::access::inline v0::c {

/// The value of that number, up to the last one; any other is 0: not told.
template <class Enum>
[[nodiscard]] constexpr Enum told(std::uint8_t number) noexcept {
  return number <= number_of(last_of(Enum{})) ? static_cast<Enum>(number) : Enum{};
}

/// The sets as C has them: bit n for the constant n.
[[nodiscard]] constexpr std::uint64_t to_c(channel::refusals from) noexcept {
  std::uint64_t bits = 0;
  from.for_each([&](channel::refusal each) { bits |= std::uint64_t{1} << number_after(each); });
  return bits;
}
[[nodiscard]] constexpr std::uint64_t to_c(channel::account_faults from) noexcept {
  std::uint64_t bits = 0;
  from.for_each([&](channel::account_fault each) { bits |= std::uint64_t{1} << number_of(each); });
  return bits;
}

}  // namespace lwm2m::access::inline v0::c
