#pragma once

#include <lwm2m/access/channel/channel_edition.hpp>
#include <lwm2m/access/channel/facts.hpp>
#include <lwm2m/access/enumeration.hpp>

#include <cstdint>

namespace lwm2m::access::inline v0::channel {

/// Security Mode of an account (Object 0, Resource 2), one more than its value on the wire, so that
/// the default is none (I15).
enum class security_mode : std::uint8_t {
  none = 0,
  psk,              ///< 0: Pre-Shared Key
  raw_public_key,   ///< 1: Raw Public Key
  certificate,      ///< 2: Certificate
  no_sec,           ///< 3: NoSec
  certificate_est,  ///< 4: Certificate with EST
  oscore            ///< no value of its own: NoSec with an OSCORE Object Instance (1.1, 1.2)
};
[[nodiscard]] constexpr security_mode last_of(security_mode) noexcept {
  return security_mode::oscore;
}

namespace detail {

struct kind_of_mode {
  security_mode mode;
  identity_kind kind;
};

// A table that is local to a constexpr function is made anew by each call.
inline constexpr kind_of_mode kinds_of_modes[] = {
    {security_mode::none, identity_kind::none},
    {security_mode::psk, identity_kind::psk},
    {security_mode::raw_public_key, identity_kind::raw_public_key},
    {security_mode::certificate, identity_kind::certificate},
    {security_mode::no_sec, identity_kind::none},
    {security_mode::certificate_est, identity_kind::certificate},
    {security_mode::oscore, identity_kind::oscore},
};
static_assert(access::detail::is_complete(kinds_of_modes, &kind_of_mode::mode));

/// By what an account is looked up for that kind of identity: a name that was verified in a
/// certificate stands for the certificate (I14).
constexpr identity_kind account_kind_of(identity_kind shown) noexcept {
  return shown == identity_kind::verified_name ? identity_kind::certificate : shown;
}

}  // namespace detail

/// The mode of a value of Resource 2, taken at its full width; `none` for any other than 0..4.
[[nodiscard]] constexpr security_mode security_mode_of(std::int64_t wire) noexcept {
  return wire >= 0 && wire <= 4 ? static_cast<security_mode>(wire + 1) : security_mode::none;
}

/// By what the two ends identify themselves in a mode; `none` for NoSec.
[[nodiscard]] constexpr identity_kind identity_kind_of(security_mode mode) noexcept {
  const auto row = static_cast<unsigned>(mode);
  return mode <= last_of(mode) ? detail::kinds_of_modes[row].kind : identity_kind::none;
}

/// Whether an edition has the mode (I15): the draft has the first three; no edition has any.
[[nodiscard]] constexpr bool has_mode(edition_name edition, security_mode mode) noexcept {
  const detail::channel_edition& has = detail::channel_edition_of(edition);
  switch (mode) {
    case security_mode::psk:
    case security_mode::raw_public_key:
    case security_mode::certificate:
      return has.has_certificates;
    case security_mode::no_sec:
    case security_mode::certificate_est:
      return has.has_no_sec_and_est;
    case security_mode::oscore:
      return has.has_oscore;
    case security_mode::none:
      break;
  }
  return false;
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
    case identity_kind::verified_name:
      return ecdsa_suites;
    case identity_kind::none:
    case identity_kind::oscore:
      break;
  }
  return {};
}

}  // namespace lwm2m::access::inline v0::channel
