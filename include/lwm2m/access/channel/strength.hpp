#pragma once

#include <lwm2m/access/channel/certificate.hpp>
#include <lwm2m/access/channel/refusal.hpp>

namespace lwm2m::access::inline v0::channel::detail {

/// EC of at least 256 bits, RSA of at least 2048 (I7, I18); a key of unknown size is not.
constexpr bool is_large_enough(const public_key& key) noexcept {
  switch (key.algorithm) {
    case key_algorithm::elliptic_curve:
    case key_algorithm::edwards:
      return key.bits >= 256;
    case key_algorithm::rsa:
      return key.bits >= 2048;
    case key_algorithm::dsa:
    case key_algorithm::unknown:
      break;
  }
  return false;
}

/// SHA-1 and MD5 (I6).
constexpr bool is_weak(hash of) noexcept { return of == hash::sha1 || of == hash::md5; }

/// The key of a certificate (I18); that of a DSA key is not read.
constexpr refusals refusals_of_key_strength(const public_key& key) noexcept {
  if (key.bits == 0) return refusal::key_unknown;
  return is_large_enough(key) ? refusals{} : refusals{refusal::key_too_small};
}

/// The hash that a certificate is signed with (I6).
constexpr refusals refusals_of_hash(hash with) noexcept {
  if (with == hash::unknown) return refusal::hash_unknown;
  return is_weak(with) ? refusals{refusal::hash_too_weak} : refusals{};
}

}  // namespace lwm2m::access::inline v0::channel::detail
