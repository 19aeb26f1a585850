#pragma once

#include <lwm2m/access/edition.hpp>

#include <cstdint>

namespace lwm2m::access::inline v0::channel {

/// What a stack allows beyond the rules, each by name. Default-constructed it has no edition, and
/// under that every session is refused.
struct channel_policy {
  edition_name edition{};           ///< I15: which security modes there are
  bool allow_other_suites = false;  ///< I4, I5: suites beside the mode's own, if I2 and I6 hold
  bool allow_tls = false;           ///< I3: TLS 1.2 and later beside DTLS (CoAP over TCP, 1.1)
  bool allow_no_sec = false;        ///< I15: sessions without any security
  /// I12: sessions may be resumed on the verdict of their full handshake. A stack that never
  /// resumes spares itself the digest of each peer's certificate; a resumed session is refused.
  bool keep_verdicts = true;
  /// Seconds since 1970-01-01 UTC, to look at the validity of certificates once more. 0: no clock;
  /// validity is then the library's part of `peer_verified()`.
  std::int64_t now = 0;
};

}  // namespace lwm2m::access::inline v0::channel
