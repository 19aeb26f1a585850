#pragma once

#include <lwm2m/access/channel/facts.hpp>

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
  // As many at once as the block has room for. It stands before what calls it: behind that, Clang
  // does not have it in a constant expression.
  template <class Octet>
  constexpr fingerprint_maker& put_all(view<Octet> part) noexcept {
    for (std::size_t at = 0; at < part.size();) {
      const std::size_t used = count_ % 64, left = part.size() - at;
      const std::size_t size = left < 64 - used ? left : 64 - used;
      for (std::size_t k = 0; k < size; ++k)
        block_[used + k] = static_cast<std::uint8_t>(part[at + k]);
      at += size;
      count_ += size;
      if (count_ % 64 == 0) compress();
    }
    return *this;
  }

 public:
  constexpr fingerprint_maker& add(bytes part) noexcept {
    return add_number(part.size()).put_all(part);
  }
  constexpr fingerprint_maker& add(text part) noexcept {
    return add_number(part.size()).put_all<char>(part);
  }
  constexpr fingerprint_maker& add_number(std::uint64_t number) noexcept {
    for (int shift = 56; shift >= 0; shift -= 8) put(static_cast<std::uint8_t>(number >> shift));
    return *this;
  }
  /// The octets alone, without their length: plain SHA-256.
  constexpr fingerprint_maker& add_plain(bytes part) noexcept { return put_all(part); }

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
    block_[count_++ % 64] = octet;
    if (count_ % 64 == 0) compress();
  }

  static constexpr std::uint32_t word_at(const std::uint8_t* of) noexcept {
    return std::uint32_t{of[0]} << 24 | std::uint32_t{of[1]} << 16 | std::uint32_t{of[2]} << 8 |
           of[3];
  }

  /// The eight words at `w`, from the sixteen before them.
  static constexpr void extend(std::uint32_t* w) noexcept {
    for (int i = 0; i < 8; ++i) {
      const std::uint32_t a = w[i - 15], b = w[i - 2];
      w[i] = w[i - 16] + w[i - 7] + (rotate(a, 7) ^ rotate(a, 18) ^ a >> 3) +
             (rotate(b, 17) ^ rotate(b, 19) ^ b >> 10);
    }
  }

  using u32 = std::uint32_t;
  static constexpr void mix(u32 a, u32 b, u32 c, u32& d, u32 e, u32 f, u32 g, u32& h,
                            u32 added) noexcept {
    const u32 one =
        h + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) + (g ^ (e & (f ^ g))) + added;
    d += one;
    h = one + (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + ((a & b) | (c & (a | b)));
  }

  constexpr void compress() noexcept {
    std::uint32_t w[64] = {};
    for (std::size_t i = 0; i < 16; ++i) w[i] = word_at(block_ + 4 * i);
    fingerprint s = state_;
    auto& [a, b, c, d, e, f, g, h] = s.words;
    for (int i = 0; i < 64; i += 8) {  // each round names the words one place further
      if (i >= 16) extend(w + i);
      mix(a, b, c, d, e, f, g, h, round_constants[i] + w[i]);
      mix(h, a, b, c, d, e, f, g, round_constants[i + 1] + w[i + 1]);
      mix(g, h, a, b, c, d, e, f, round_constants[i + 2] + w[i + 2]);
      mix(f, g, h, a, b, c, d, e, round_constants[i + 3] + w[i + 3]);
      mix(e, f, g, h, a, b, c, d, round_constants[i + 4] + w[i + 4]);
      mix(d, e, f, g, h, a, b, c, round_constants[i + 5] + w[i + 5]);
      mix(c, d, e, f, g, h, a, b, round_constants[i + 6] + w[i + 6]);
      mix(b, c, d, e, f, g, h, a, round_constants[i + 7] + w[i + 7]);
    }
    for (int i = 0; i < 8; ++i) state_.words[i] += s.words[i];
  }

  static constexpr std::uint32_t round_constants[64] = {
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
  std::uint8_t block_[64] = {};
  std::uint64_t count_ = 0;
};

}  // namespace lwm2m::access::inline v0::channel
