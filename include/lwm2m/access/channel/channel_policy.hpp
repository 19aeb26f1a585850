#pragma once

#include <cstdint>

namespace lwm2m::access::inline v0::channel {

/// What a stack allows beyond the rules, each by name. Default-constructed: nothing.
struct channel_policy {
  bool allow_other_suites = false;  ///< I4, I5: suites beside the mode's own, if I2 and I6 hold
  bool allow_tls = false;           ///< I3: TLS 1.2 and later beside DTLS (CoAP over TCP, 1.1)
  bool allow_no_sec = false;        ///< I15: sessions without any security
  /// Seconds since 1970-01-01 UTC, to look at the validity of certificates once more. 0: no clock;
  /// validity is then the library's part of `peer_verified()`.
  std::int64_t now = 0;
};

}  // namespace lwm2m::access::inline v0::channel
