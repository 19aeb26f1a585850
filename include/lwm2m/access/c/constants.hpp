#pragma once

#include <lwm2m/access/c/constants.h>
#include <lwm2m/access/assignment.hpp>
#include <lwm2m/access/consistency.hpp>
#include <lwm2m/access/decision.hpp>
#include <lwm2m/access/editable_policy.hpp>
#include <lwm2m/access/edition.hpp>
#include <lwm2m/access/observation.hpp>
#include <lwm2m/access/operation.hpp>
#include <lwm2m/access/snapshot.hpp>
#include <lwm2m/access/status.hpp>

#include <cstdint>

namespace lwm2m::access::inline v0::c {

// The numbers of both interfaces. Where 0 means something in C++, C counts from 1.

template <class Enum>
[[nodiscard]] constexpr std::uint8_t number_of(Enum value) noexcept {
  return static_cast<std::uint8_t>(value);
}
template <class Enum>
[[nodiscard]] constexpr std::uint8_t number_after(Enum value) noexcept {
  return static_cast<std::uint8_t>(number_of(value) + 1U);
}

[[nodiscard]] constexpr lwm2m_access_verdict to_c(verdict value) noexcept {
  return number_after(value);
}
[[nodiscard]] constexpr lwm2m_access_determined_by to_c(determined_by value) noexcept {
  return number_after(value);
}
[[nodiscard]] constexpr lwm2m_access_step to_c(step value) noexcept { return number_after(value); }
[[nodiscard]] constexpr lwm2m_access_reason to_c(reason value) noexcept {
  return number_after(value);
}
[[nodiscard]] constexpr lwm2m_access_observation_state to_c(observation_state value) noexcept {
  return number_after(value);
}
[[nodiscard]] constexpr lwm2m_access_code to_c(coap value) noexcept {
  return value == coap::none ? std::uint8_t{LWM2M_ACCESS_CODE_NONE} : number_of(value);
}
[[nodiscard]] constexpr lwm2m_access_status to_c(status value) noexcept { return number_of(value); }
[[nodiscard]] constexpr lwm2m_access_status to_c(snapshot_status value) noexcept {
  const bool done = value == snapshot_status::done;
  return done ? std::uint8_t{LWM2M_ACCESS_STATUS_DONE}
              : static_cast<std::uint8_t>(number_of(value) + 64U);
}
[[nodiscard]] constexpr bool is_edition(lwm2m_access_edition value) noexcept {
  return edition_of(static_cast<edition_name>(value)).is_valid();
}
[[nodiscard]] constexpr bool is_operation(lwm2m_access_operation value) noexcept {
  return value - 1U < number_of(last_of(operation{}));
}

[[nodiscard]] constexpr bool is_value_kind(lwm2m_access_value_kind kind) noexcept {
  return kind - 1U < number_of(last_of(value_kind{}));
}

}  // namespace lwm2m::access::inline v0::c
