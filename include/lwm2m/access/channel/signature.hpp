#pragma once

#include <lwm2m/access/channel/public_key.hpp>

#include <cstdint>

namespace lwm2m::access::inline v0::channel {

/// How something was signed. `unknown` of either part: an algorithm that is not known here.
struct signature_algorithm {
  channel::hash hash{};
  key_algorithm key{};
  bool valid = false;  ///< well-formed
};

namespace detail {

struct signature_row {
  std::uint8_t size;
  std::uint8_t octets[9];
  hash with;
  key_algorithm by;
};

// The usual one first.
inline constexpr signature_row signatures[] = {
    {8, {0x2A, 0x86, 0x48, 0xCE, 0x3D, 4, 3, 2}, hash::sha256, key_algorithm::elliptic_curve},
    {9, {0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 1, 4}, hash::md5, key_algorithm::rsa},
    {9, {0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 1, 5}, hash::sha1, key_algorithm::rsa},
    {9, {0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 1, 11}, hash::sha256, key_algorithm::rsa},
    {9, {0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 1, 12}, hash::sha384, key_algorithm::rsa},
    {9, {0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 1, 13}, hash::sha512, key_algorithm::rsa},
    {9, {0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 1, 14}, hash::sha224, key_algorithm::rsa},
    {5, {0x2B, 0x0E, 3, 2, 29}, hash::sha1, key_algorithm::rsa},
    {7, {0x2A, 0x86, 0x48, 0xCE, 0x3D, 4, 1}, hash::sha1, key_algorithm::elliptic_curve},
    {8, {0x2A, 0x86, 0x48, 0xCE, 0x3D, 4, 3, 1}, hash::sha224, key_algorithm::elliptic_curve},
    {8, {0x2A, 0x86, 0x48, 0xCE, 0x3D, 4, 3, 3}, hash::sha384, key_algorithm::elliptic_curve},
    {8, {0x2A, 0x86, 0x48, 0xCE, 0x3D, 4, 3, 4}, hash::sha512, key_algorithm::elliptic_curve},
    {3, {0x2B, 0x65, 0x70}, hash::sha512, key_algorithm::edwards},   // Ed25519
    {3, {0x2B, 0x65, 0x71}, hash::unknown, key_algorithm::edwards},  // Ed448: SHAKE256
    {7, {0x2A, 0x86, 0x48, 0xCE, 0x38, 4, 3}, hash::sha1, key_algorithm::dsa},
    {9, {0x60, 0x86, 0x48, 1, 0x65, 3, 4, 3, 2}, hash::sha256, key_algorithm::dsa},
};

inline constexpr signature_row digest_rows[] = {
    {5, {0x2B, 0x0E, 3, 2, 26}, hash::sha1, {}},
    {9, {0x60, 0x86, 0x48, 1, 0x65, 3, 4, 2, 4}, hash::sha224, {}},
    {9, {0x60, 0x86, 0x48, 1, 0x65, 3, 4, 2, 1}, hash::sha256, {}},
    {9, {0x60, 0x86, 0x48, 1, 0x65, 3, 4, 2, 2}, hash::sha384, {}},
    {9, {0x60, 0x86, 0x48, 1, 0x65, 3, 4, 2, 3}, hash::sha512, {}},
};

constexpr const signature_row* find(view<signature_row> rows, const der_element& oid) noexcept {
  for (const signature_row& row : rows)
    if (equal<std::uint8_t>(oid.content, {row.octets, row.size})) return &row;
  return nullptr;
}

inline constexpr std::uint8_t oid_rsa_pss[] = {0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 1, 10};

/// The hash of RSASSA-PSS-params; SHA-1 where it is left out, `unknown` where it is malformed.
constexpr hash pss_hash(const der_element& parameters) noexcept {
  der_reader fields{parameters.content};
  if (parameters.tag != der::sequence) return hash::unknown;
  const der_element tagged = fields.next_if(der::of(0));
  if (!tagged) return fields.is_valid() ? hash::sha1 : hash::unknown;
  der_reader explicit_part{tagged.content};
  der_reader identifier{explicit_part.expect(der::sequence).content};
  const signature_row* row = find(digest_rows, identifier.expect(der::object_identifier));
  return row != nullptr && explicit_part.is_done() ? row->with : hash::unknown;
}

}  // namespace detail

/// Reads an AlgorithmIdentifier of a signature. Malformed: `valid` is false.
[[nodiscard]] constexpr signature_algorithm signature_algorithm_of(bytes identifier) noexcept {
  der_reader outer{identifier};
  der_reader fields{outer.expect(der::sequence).content};
  const der_element name = fields.expect(der::object_identifier);
  const der_element parameters = fields.next();
  if (!outer.is_done() || !fields.is_done()) return {};
  if (is_oid(name, detail::oid_rsa_pss))
    return {detail::pss_hash(parameters), key_algorithm::rsa, true};
  const detail::signature_row* row = detail::find(detail::signatures, name);
  return row != nullptr ? signature_algorithm{row->with, row->by, true}
                        : signature_algorithm{{}, {}, true};
}

}  // namespace lwm2m::access::inline v0::channel
