#pragma once

#include <cstddef>
#include <cstdint>

namespace lwm2m::access::inline v0::detail {

/// CRC-32 (IEEE 802.3, reflected), bit by bit: snapshots are rare, and a table is 1 kB of flash.
/// It finds every burst of up to 32 bits, every single and every double bit error of a snapshot.
[[nodiscard]] constexpr std::uint32_t crc32(const std::uint8_t* bytes, std::size_t size) noexcept {
  std::uint32_t rest = 0xFFFFFFFFU;
  for (std::size_t i = 0; i < size; ++i) {
    rest ^= bytes[i];
    for (int bit = 0; bit < 8; ++bit) rest = rest >> 1 ^ (rest & 1U ? 0xEDB88320U : 0U);
  }
  return ~rest;
}

}  // namespace lwm2m::access::inline v0::detail
