#pragma once

// DER as it is composed, for certificates that nobody signed: admission never looks at signatures.

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace fuzz {

using octets = std::vector<std::uint8_t>;

inline octets of_text(const std::string& text) { return {text.begin(), text.end()}; }

inline void append(octets& to, const octets& more) {
  to.insert(to.end(), more.begin(), more.end());
}

inline octets operator+(octets a, const octets& b) {
  append(a, b);
  return a;
}

inline octets tlv(std::uint8_t tag, const octets& content) {
  const std::size_t size = content.size();
  octets made{tag};
  if (size > 0xFFFF) made = made + octets{0x83, static_cast<std::uint8_t>(size >> 16)};
  if (size > 0xFF && size <= 0xFFFF) made.push_back(0x82);
  if (size > 0xFF) made.push_back(static_cast<std::uint8_t>(size >> 8));
  if (size > 0x7F && size <= 0xFF) made.push_back(0x81);
  made.push_back(static_cast<std::uint8_t>(size));
  return made + content;
}

/// An attribute of a Name: the common name, of any string type.
inline octets common_name(std::uint8_t string_type, const octets& value) {
  const octets name{0x06, 0x03, 0x55, 0x04, 0x03};
  return tlv(0x31, tlv(0x30, name + tlv(string_type, value)));
}

/// A SubjectPublicKeyInfo of P-256, which `number` tells from others.
inline octets public_key(std::uint8_t number) {
  octets point(66, 0);
  point[1] = 4;
  point[2] = number;
  const octets algorithm{0x30, 0x13, 0x06, 0x07, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x02, 0x01,
                         0x06, 0x08, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x03, 0x01, 0x07};
  return tlv(0x30, algorithm + tlv(0x03, point));
}

/// An X.509v3 certificate of ECDSA with SHA-256, valid from 2026 to 2036.
inline octets certificate(const octets& common_names, const octets& alternative_names,
                          std::uint8_t key) {
  const octets version{0xA0, 0x03, 0x02, 0x01, 0x02}, serial{0x02, 0x01, 0x01};
  const octets algorithm{0x30, 0x0A, 0x06, 0x08, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x04, 0x03, 0x02};
  const octets validity =
      tlv(0x30, tlv(0x17, of_text("260101000000Z")) + tlv(0x17, of_text("360101000000Z")));
  const octets name{0x06, 0x03, 0x55, 0x1D, 0x11};
  const octets extension = tlv(0x30, name + tlv(0x04, tlv(0x30, alternative_names)));
  const octets extensions = alternative_names.empty() ? octets{} : tlv(0xA3, tlv(0x30, extension));
  const octets body = tlv(0x30, version + serial + algorithm + tlv(0x30, {}) + validity +
                                    tlv(0x30, common_names) + public_key(key) + extensions);
  return tlv(0x30, body + algorithm + octets{0x03, 0x02, 0x00, 0x00});
}

}  // namespace fuzz
