#pragma once

#include <lwm2m/access/edition.hpp>
#include <lwm2m/access/enumeration.hpp>

#include <cstdint>

namespace lwm2m::access::inline v0::channel::detail {

/// What the editions of the text differ in for a channel: one named switch for each difference.
/// Default-constructed it is no edition, under which nobody is admitted.
struct channel_edition {
  edition_name name{};
  bool has_certificates = false;       ///< I15: PSK, raw public key, X.509
  bool has_no_sec_and_est = false;     ///< I15
  bool has_oscore = false;             ///< I14
  bool looks_names_up = false;         ///< I9: an account may give the name in the certificate
  bool takes_pin_for_path = false;     ///< I23: the exact certificate stands in for the path
  bool has_certificate_usage = false;  ///< I10, I23: usage, matching type, SNI, keys as pins
  bool registers_unnamed = false;      ///< I9: a Register may leave out the Endpoint Name
};

inline constexpr channel_edition channel_editions[] = {
    {},
    {.name = edition_name::draft, .has_certificates = true},
    {.name = edition_name::v1_0,
     .has_certificates = true,
     .has_no_sec_and_est = true,
     .looks_names_up = true,
     .takes_pin_for_path = true},
    {.name = edition_name::v1_1,
     .has_certificates = true,
     .has_no_sec_and_est = true,
     .has_oscore = true,
     .looks_names_up = true,
     .has_certificate_usage = true,
     .registers_unnamed = true},
    {.name = edition_name::v1_2,
     .has_certificates = true,
     .has_no_sec_and_est = true,
     .has_oscore = true,
     .looks_names_up = true,
     .has_certificate_usage = true,
     .registers_unnamed = true},
};
static_assert(access::detail::is_complete(channel_editions, &channel_edition::name));

constexpr const channel_edition& channel_edition_of(edition_name name) noexcept {
  const auto row = static_cast<unsigned>(name);
  return channel_editions[name <= last_of(name) ? row : 0];
}

}  // namespace lwm2m::access::inline v0::channel::detail
