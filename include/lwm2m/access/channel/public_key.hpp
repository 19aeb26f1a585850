#pragma once

#include <lwm2m/access/channel/der.hpp>

#include <cstddef>
#include <cstdint>

namespace lwm2m::access::inline v0::channel {

/// The algorithm of a key, or of the key behind a signature. Default: none that is known here.
enum class key_algorithm : std::uint8_t { unknown = 0, rsa, elliptic_curve, edwards, dsa };

/// A SubjectPublicKeyInfo. `bits` is the size of the curve's order or of the RSA modulus, 0 for
/// a curve or an algorithm that is not known here. Not valid when it is malformed.
struct public_key {
  bytes whole{};
  key_algorithm algorithm{};
  std::uint16_t bits = 0;
  bool valid = false;

  [[nodiscard]] constexpr bool is_valid() const noexcept { return valid; }
};

namespace detail {

/// An object identifier of at most nine octets and what it stands for.
struct oid_row {
  std::uint8_t size;
  std::uint8_t octets[9];
  std::uint16_t bits;
};

// Named curves and the size of their order, the usual one first.
inline constexpr oid_row curves[] = {
    {8, {0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x03, 0x01, 0x07}, 256},        // P-256
    {8, {0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x03, 0x01, 0x01}, 192},        // P-192
    {5, {0x2B, 0x81, 0x04, 0x00, 0x21}, 224},                          // P-224
    {5, {0x2B, 0x81, 0x04, 0x00, 0x22}, 384},                          // P-384
    {5, {0x2B, 0x81, 0x04, 0x00, 0x23}, 521},                          // P-521
    {5, {0x2B, 0x81, 0x04, 0x00, 0x0A}, 256},                          // secp256k1
    {9, {0x2B, 0x24, 0x03, 0x03, 0x02, 0x08, 0x01, 0x01, 0x07}, 256},  // brainpoolP256r1
    {9, {0x2B, 0x24, 0x03, 0x03, 0x02, 0x08, 0x01, 0x01, 0x0B}, 384},  // brainpoolP384r1
    {9, {0x2B, 0x24, 0x03, 0x03, 0x02, 0x08, 0x01, 0x01, 0x0D}, 512},  // brainpoolP512r1
};

constexpr std::uint16_t curve_bits(const der_element& name) noexcept {
  if (name.tag != der::object_identifier) return 0;
  for (const oid_row& curve : curves)
    if (equal<std::uint8_t>(name.content, {curve.octets, curve.size})) return curve.bits;
  return 0;
}

/// A point of a curve of that size: uncompressed, or compressed.
constexpr bool is_point(bytes point, std::uint16_t bits) noexcept {
  const std::size_t size = (bits + 7U) / 8;
  if (point.empty()) return false;
  if (point[0] == 4) return point.size() == 1 + 2 * size;
  return (point[0] == 2 || point[0] == 3) && point.size() == 1 + size;
}

constexpr std::uint16_t rsa_bits(bytes key) noexcept {
  der_reader outer{key};
  der_reader numbers{outer.expect(der::sequence).content};
  const std::size_t bits = integer_bits(numbers.expect(der::integer).content);
  const std::size_t exponent = integer_bits(numbers.expect(der::integer).content);
  if (!outer.is_done() || !numbers.is_done() || exponent == 0) return 0;
  return bits <= 65535 ? static_cast<std::uint16_t>(bits) : 0;
}

inline constexpr std::uint8_t oid_ec_key[] = {0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x02, 0x01};
inline constexpr std::uint8_t oid_rsa_key[] = {0x2A, 0x86, 0x48, 0x86, 0xF7,
                                               0x0D, 0x01, 0x01, 0x01};
inline constexpr std::uint8_t oid_dsa_key[] = {0x2A, 0x86, 0x48, 0xCE, 0x38, 0x04, 0x01};
inline constexpr std::uint8_t oid_ed25519[] = {0x2B, 0x65, 0x70};
inline constexpr std::uint8_t oid_ed448[] = {0x2B, 0x65, 0x71};

/// Algorithm and size of a key, from its AlgorithmIdentifier and the octets of its BIT STRING.
constexpr void describe(public_key& key, const der_element& algorithm, const der_element& parameter,
                        bytes value) noexcept {
  if (is_oid(algorithm, oid_ec_key)) {
    const std::uint16_t bits = curve_bits(parameter);
    key.algorithm = key_algorithm::elliptic_curve;
    key.bits = is_point(value, bits) ? bits : 0;
  } else if (is_oid(algorithm, oid_rsa_key)) {
    key.algorithm = key_algorithm::rsa;
    key.bits = rsa_bits(value);
  } else if (is_oid(algorithm, oid_ed25519)) {
    key.algorithm = key_algorithm::edwards;
    key.bits = value.size() == 32 ? 256 : 0;
  } else if (is_oid(algorithm, oid_ed448)) {
    key.algorithm = key_algorithm::edwards;
    key.bits = value.size() == 57 ? 448 : 0;
  } else if (is_oid(algorithm, oid_dsa_key)) {
    key.algorithm = key_algorithm::dsa;
  }
}

}  // namespace detail

/// Reads a SubjectPublicKeyInfo that fills `spki` to its end. Malformed: `is_valid()` is false.
[[nodiscard]] constexpr public_key public_key_of(bytes spki) noexcept {
  der_reader outer{spki};
  der_reader fields{outer.expect(der::sequence).content};
  der_reader algorithm{fields.expect(der::sequence).content};
  const der_element name = algorithm.expect(der::object_identifier);
  const der_element parameter = algorithm.next();
  const bytes value = fields.expect(der::bit_string).content;
  const bool whole_octets = !value.empty() && value[0] == 0;
  if (!outer.is_done() || !fields.is_done() || !algorithm.is_done() || !whole_octets) return {};
  public_key key{spki, {}, 0, true};
  detail::describe(key, name, parameter, {value.data() + 1, value.size() - 1});
  return key;
}

}  // namespace lwm2m::access::inline v0::channel
