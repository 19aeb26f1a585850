#pragma once

#include <lwm2m/access/edition.hpp>

#include <cstdint>

namespace lwm2m::access::inline v0::channel::detail {

/// What the editions of the text differ in for a channel: one named switch for each difference.
/// Default-constructed it is no edition, under which nobody is admitted.
struct channel_edition {
  bool has_certificates = false;       ///< I15: PSK, raw public key, X.509
  bool has_no_sec_and_est = false;     ///< I15
  bool has_oscore = false;             ///< I14
  bool looks_names_up = false;         ///< I9: an account may give the name in the certificate
  bool takes_pin_for_path = false;     ///< I23: the exact certificate stands in for the path
  bool has_certificate_usage = false;  ///< I10, I23: usage, matching type, SNI, keys as pins
  bool registers_unnamed = false;      ///< I9: a Register may leave out the Endpoint Name
};

// By the value of edition_name; 0 is no edition.
inline constexpr channel_edition channel_editions[] = {
    {},
    {.has_certificates = true},
    {.has_certificates = true,
     .has_no_sec_and_est = true,
     .looks_names_up = true,
     .takes_pin_for_path = true},
    {.has_certificates = true,
     .has_no_sec_and_est = true,
     .has_oscore = true,
     .looks_names_up = true,
     .has_certificate_usage = true,
     .registers_unnamed = true},
    {.has_certificates = true,
     .has_no_sec_and_est = true,
     .has_oscore = true,
     .looks_names_up = true,
     .has_certificate_usage = true,
     .registers_unnamed = true},
};
static_assert(static_cast<unsigned>(edition_name::v1_2) == 4);

constexpr const channel_edition& channel_edition_of(edition_name name) noexcept {
  const auto number = static_cast<unsigned>(name);
  return channel_editions[number < 5 ? number : 0];
}

}  // namespace lwm2m::access::inline v0::channel::detail
