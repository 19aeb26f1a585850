#pragma once

// Public keys in DER, right and wrong ones, put together octet by octet.

#include <cstddef>
#include <cstdint>

#include "pki.hpp"

namespace stated {

using pki::octets;
using pki::tlv;
using pki::operator+;

inline octets oid(const octets& content) { return tlv(0x06, content); }
/// A SubjectPublicKeyInfo: the algorithm with its parameters, and the key.
inline octets spki(const octets& algorithm, const octets& key) {
  return tlv(0x30, tlv(0x30, algorithm) + tlv(0x03, octets{0} + key));
}
/// That octet, then zeros.
inline octets first_octet(std::uint8_t first, std::size_t size) {
  octets made(size, 0);
  made[0] = first;
  return made;
}
inline const octets ec = oid({0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x02, 0x01});
inline const octets p256 = oid({0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x03, 0x01, 0x07});
inline const octets p192 = oid({0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x03, 0x01, 0x01});

}  // namespace stated
