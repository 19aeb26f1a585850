#pragma once

#include <lwm2m/access/channel/session.hpp>
#include <lwm2m/access/edition.hpp>

#include <cstdint>

namespace lwm2m::access::inline v0::channel {

/// Security Mode of an account (Object 0, Resource 2), one more than its value on the wire, so that
/// the default is none (I15).
enum class security_mode : std::uint8_t {
  none = 0,
  psk,             ///< 0: Pre-Shared Key
  raw_public_key,  ///< 1: Raw Public Key
  certificate,     ///< 2: Certificate
  no_sec,          ///< 3: NoSec
  certificate_est  ///< 4: Certificate with EST
};

namespace detail {

// By security mode. A table that is local to a constexpr function is made anew by each call.
inline constexpr identity_kind kind_of_mode[] = {
    identity_kind::none,        identity_kind::psk,  identity_kind::raw_public_key,
    identity_kind::certificate, identity_kind::none, identity_kind::certificate};

/// The last mode that an edition has; `none` of no edition.
constexpr security_mode last_mode_of(edition_name edition) noexcept {
  switch (edition) {
    case edition_name::draft:
      return security_mode::certificate;
    case edition_name::v1_0:
    case edition_name::v1_1:
    case edition_name::v1_2:
      return security_mode::certificate_est;
  }
  return {};
}

}  // namespace detail

/// The mode of a value of Resource 2, taken at its full width; `none` for any other than 0..4.
[[nodiscard]] constexpr security_mode security_mode_of(std::int64_t wire) noexcept {
  return wire >= 0 && wire <= 4 ? static_cast<security_mode>(wire + 1) : security_mode::none;
}

/// By what the two ends identify themselves in a mode; `none` for NoSec.
[[nodiscard]] constexpr identity_kind identity_kind_of(security_mode mode) noexcept {
  const auto number = static_cast<unsigned>(mode);
  return number < 6 ? detail::kind_of_mode[number] : identity_kind::none;
}

/// Whether an edition has the mode (I15): the draft has the first three; no edition has any.
[[nodiscard]] constexpr bool has_mode(edition_name edition, security_mode mode) noexcept {
  return mode != security_mode::none && mode <= detail::last_mode_of(edition);
}

/// TLS_PSK_WITH_AES_128_CCM_8, TLS_PSK_WITH_AES_128_CBC_SHA256: every Server offers both, a Client
/// at least one, in this order of preference (I4).
inline constexpr std::uint16_t psk_suites[] = {0xC0A8, 0x00AE};

/// TLS_ECDHE_ECDSA_WITH_AES_128_CCM_8, TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256: for raw public
/// keys and certificates (I5).
inline constexpr std::uint16_t ecdsa_suites[] = {0xC0AE, 0xC023};

/// The suites that a Server must offer to peers that identify themselves in this way, in order of
/// preference; none where there is no identity.
[[nodiscard]] constexpr view<std::uint16_t> must_have_suites(identity_kind kind) noexcept {
  switch (kind) {
    case identity_kind::psk:
      return psk_suites;
    case identity_kind::raw_public_key:
    case identity_kind::certificate:
      return ecdsa_suites;
    case identity_kind::none:
    case identity_kind::verified_name:
    case identity_kind::oscore:
      break;
  }
  return {};
}

}  // namespace lwm2m::access::inline v0::channel
