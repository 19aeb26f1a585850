#pragma once

#include <lwm2m/access/channel/certificate.hpp>
#include <lwm2m/access/channel/fingerprint.hpp>

#include <cstddef>
#include <cstdint>

namespace lwm2m::access::inline v0::channel {

/// Certificate Usage (Object 0, Resource 15; 1.1 and 1.2): what "Server Public Key" stands for. One
/// more than its value on the wire, so that the default is what an Object Instance leaves out.
enum class certificate_usage : std::uint8_t {
  left_out = 0,                    ///< as the last one
  ca_constraint,                   ///< 0: it is in the path; path and name are checked
  service_certificate_constraint,  ///< 1: it is the leaf; path and name are checked
  trust_anchor_assertion,          ///< 2: it is the anchor; path and name are checked
  domain_issued_certificate        ///< 3: it is the leaf; that is enough
};

/// Matching Type (Object 0, Resource 13; 1.1 and 1.2): how "Server Public Key" is given. The values
/// on the wire.
enum class matching_type : std::uint8_t { exact = 0, sha256, sha384, sha512 };

namespace detail {

/// The session's own digests, asked through a pointer: absent where its library makes none.
struct digest_source {
  const void* session = nullptr;
  std::size_t (*make)(const void*, hash, bytes, std::uint8_t*) noexcept = nullptr;

  constexpr std::size_t operator()(hash with, bytes of, std::uint8_t* out) const noexcept {
    return make != nullptr ? make(session, with, of, out) : 0;
  }
};

/// What is known of a pin and what was shown. What cannot be compared is `unknown` (I20).
enum class pin_match : std::uint8_t { unknown = 0, other, same };

/// How many octets a pin of that type has; 0 of an exact one, and of a type that is none.
constexpr std::size_t digest_size(matching_type by) noexcept {
  switch (by) {
    case matching_type::sha256:
      return 32;
    case matching_type::sha384:
      return 48;
    case matching_type::sha512:
      return 64;
    case matching_type::exact:
      break;
  }
  return 0;
}

/// Plain SHA-256 (FIPS 180-4).
constexpr void make_sha256(bytes of, std::uint8_t* out) noexcept {
  const fingerprint made = fingerprint_maker{}.add_plain(of).result();
  for (const std::uint32_t word : made.words)
    for (int shift = 24; shift >= 0; shift -= 8) *out++ = static_cast<std::uint8_t>(word >> shift);
}

/// A pin against one thing that was shown: a certificate, or a SubjectPublicKeyInfo.
constexpr pin_match compare_pin(bytes pin, matching_type by, bytes shown,
                                const digest_source& digests) noexcept {
  const std::size_t size = digest_size(by);
  if (by == matching_type::exact) return equal(pin, shown) ? pin_match::same : pin_match::other;
  if (size == 0) return pin_match::unknown;
  std::uint8_t made[64] = {};
  if (by == matching_type::sha256)
    make_sha256(shown, made);
  else if (digests(by == matching_type::sha384 ? hash::sha384 : hash::sha512, shown, made) != size)
    return pin_match::unknown;
  return equal<std::uint8_t>(pin, {made, size}) ? pin_match::same : pin_match::other;
}

/// A pin against a certificate or its key, either of which it may be.
constexpr pin_match compare_pin(bytes pin, matching_type by, bytes certificate, bytes key,
                                const digest_source& digests) noexcept {
  const pin_match whole = compare_pin(pin, by, certificate, digests);
  return whole == pin_match::other ? compare_pin(pin, by, key, digests) : whole;
}

}  // namespace detail

}  // namespace lwm2m::access::inline v0::channel
