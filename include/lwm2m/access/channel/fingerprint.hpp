#pragma once

#include <lwm2m/access/channel/session.hpp>

#include <cstddef>
#include <cstdint>

namespace lwm2m::access::inline v0::channel {

/// A SHA-256 digest: what is kept of an identity or of credentials after they have been looked at.
struct fingerprint {
  std::uint32_t words[8] = {};
  friend constexpr bool operator==(const fingerprint&, const fingerprint&) noexcept = default;
};

/// SHA-256 (FIPS 180-4) of what is added to it. Every part is preceded by its length, so that no
/// two lists of parts share a digest.
class fingerprint_maker {
 public:
  constexpr fingerprint_maker& add(bytes part) noexcept {
    add_number(part.size());
    for (const std::uint8_t octet : part) put(octet);
    return *this;
  }
  constexpr fingerprint_maker& add(text part) noexcept {
    add_number(part.size());
    for (const char c : part) put(static_cast<std::uint8_t>(c));
    return *this;
  }
  constexpr fingerprint_maker& add_number(std::uint64_t number) noexcept {
    for (int shift = 56; shift >= 0; shift -= 8) put(static_cast<std::uint8_t>(number >> shift));
    return *this;
  }
  /// The octets alone, without their length: plain SHA-256.
  constexpr fingerprint_maker& add_plain(bytes part) noexcept {
    for (const std::uint8_t octet : part) put(octet);
    return *this;
  }

  [[nodiscard]] constexpr fingerprint result() noexcept {
    const std::uint64_t bits = count_ * 8;
    put(0x80);
    while (count_ % 64 != 56) put(0);
    add_number(bits);
    return state_;
  }

 private:
  static constexpr std::uint32_t rotate(std::uint32_t x, int by) noexcept {
    return x >> by | x << (32 - by);
  }

  constexpr void put(std::uint8_t octet) noexcept {
    const std::size_t at = count_++ % 64;
    std::uint32_t& word = block_[at / 4];
    word = word << 8 | octet;
    if (at == 63) compress();
  }

  constexpr void extend(std::uint32_t (&w)[64]) const noexcept {
    for (int i = 0; i < 16; ++i) w[i] = block_[i];
    for (int i = 16; i < 64; ++i) {
      const std::uint32_t a = w[i - 15], b = w[i - 2];
      w[i] = w[i - 16] + w[i - 7] + (rotate(a, 7) ^ rotate(a, 18) ^ a >> 3) +
             (rotate(b, 17) ^ rotate(b, 19) ^ b >> 10);
    }
  }

  constexpr void compress() noexcept {
    std::uint32_t w[64] = {}, s[8] = {};
    extend(w);
    for (int i = 0; i < 8; ++i) s[i] = state_.words[i];
    for (int i = 0; i < 64; ++i) {
      const std::uint32_t one = s[7] + (rotate(s[4], 6) ^ rotate(s[4], 11) ^ rotate(s[4], 25)) +
                                ((s[4] & s[5]) ^ (~s[4] & s[6])) + round_[i] + w[i];
      const std::uint32_t two = (rotate(s[0], 2) ^ rotate(s[0], 13) ^ rotate(s[0], 22)) +
                                ((s[0] & s[1]) ^ (s[0] & s[2]) ^ (s[1] & s[2]));
      for (int k = 7; k > 0; --k) s[k] = s[k - 1];
      s[4] += one;
      s[0] = one + two;
    }
    for (int i = 0; i < 8; ++i) state_.words[i] += s[i];
  }

  static constexpr std::uint32_t round_[64] = {
      0x428A2F98, 0x71374491, 0xB5C0FBCF, 0xE9B5DBA5, 0x3956C25B, 0x59F111F1, 0x923F82A4,
      0xAB1C5ED5, 0xD807AA98, 0x12835B01, 0x243185BE, 0x550C7DC3, 0x72BE5D74, 0x80DEB1FE,
      0x9BDC06A7, 0xC19BF174, 0xE49B69C1, 0xEFBE4786, 0x0FC19DC6, 0x240CA1CC, 0x2DE92C6F,
      0x4A7484AA, 0x5CB0A9DC, 0x76F988DA, 0x983E5152, 0xA831C66D, 0xB00327C8, 0xBF597FC7,
      0xC6E00BF3, 0xD5A79147, 0x06CA6351, 0x14292967, 0x27B70A85, 0x2E1B2138, 0x4D2C6DFC,
      0x53380D13, 0x650A7354, 0x766A0ABB, 0x81C2C92E, 0x92722C85, 0xA2BFE8A1, 0xA81A664B,
      0xC24B8B70, 0xC76C51A3, 0xD192E819, 0xD6990624, 0xF40E3585, 0x106AA070, 0x19A4C116,
      0x1E376C08, 0x2748774C, 0x34B0BCB5, 0x391C0CB3, 0x4ED8AA4A, 0x5B9CCA4F, 0x682E6FF3,
      0x748F82EE, 0x78A5636F, 0x84C87814, 0x8CC70208, 0x90BEFFFA, 0xA4506CEB, 0xBEF9A3F7,
      0xC67178F2};

  fingerprint state_{{0x6A09E667, 0xBB67AE85, 0x3C6EF372, 0xA54FF53A, 0x510E527F, 0x9B05688C,
                      0x1F83D9AB, 0x5BE0CD19}};
  std::uint32_t block_[16] = {};
  std::uint64_t count_ = 0;
};

}  // namespace lwm2m::access::inline v0::channel
