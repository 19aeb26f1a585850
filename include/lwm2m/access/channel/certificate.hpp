#pragma once

#include <lwm2m/access/channel/public_key.hpp>
#include <lwm2m/access/channel/signature.hpp>
#include <lwm2m/access/channel/validity.hpp>

#include <cstddef>
#include <cstdint>

namespace lwm2m::access::inline v0::channel {

/// What admission needs of an X.509 certificate, borrowed from its DER. Anything malformed, a field
/// or an extension read twice included, makes all of it invalid, which is a refusal (I19).
struct certificate {
  bytes whole{};
  std::uint8_t version = 0;         ///< 1, 2 or 3
  signature_algorithm signature{};  ///< by which the issuer signed it
  channel::validity validity{};
  bytes issuer{};                     ///< a Name in DER
  bytes subject{};                    ///< a Name in DER
  public_key key{};                   ///< SubjectPublicKeyInfo
  bytes subject_alternative_names{};  ///< the GeneralNames' content; empty when there is none
  bytes extended_key_usage{};         ///< the KeyPurposeIds' content; empty when there is none
  bool has_subject_alternative_name = false;
  bool has_extended_key_usage = false;
  bool valid = false;

  [[nodiscard]] constexpr bool is_valid() const noexcept { return valid; }
};

namespace detail {

inline constexpr std::uint8_t oid_common_name[] = {0x55, 0x04, 0x03};
inline constexpr std::uint8_t oid_alternative_name[] = {0x55, 0x1D, 0x11};
inline constexpr std::uint8_t oid_extended_key_usage[] = {0x55, 0x1D, 0x25};
inline constexpr std::uint8_t oid_server_authentication[] = {0x2B, 6, 1, 5, 5, 7, 3, 1};
inline constexpr std::uint8_t oid_client_authentication[] = {0x2B, 6, 1, 5, 5, 7, 3, 2};

}  // namespace detail

/// Calls `f(const der_element&)` for every commonName of a Name in DER, in its order; the element's
/// tag is the string type. False when the Name is malformed.
template <class F>
constexpr bool for_each_common_name(bytes name, F f) noexcept {
  der_reader outer{name};
  der_reader sequence{outer.expect(der::sequence).content};
  while (!sequence.at_end()) {
    der_reader set{sequence.expect(der::set).content};
    if (set.at_end()) return false;
    while (!set.at_end()) {
      der_reader attribute{set.expect(der::sequence).content};
      const der_element type = attribute.expect(der::object_identifier);
      const der_element value = attribute.next();
      if (!attribute.is_done() || !value) return false;
      if (is_oid(type, detail::oid_common_name)) f(value);
    }
  }
  return outer.is_done() && sequence.is_done();
}

/// Calls `f(const der_element&)` for every entry of SubjectAltName, in its order: tag 0x82 is a DNS
/// name, 0x87 an IP address. False when an entry is malformed.
template <class F>
constexpr bool for_each_alternative_name(const certificate& of, F f) noexcept {
  der_reader names{of.subject_alternative_names};
  while (const der_element entry = names.next()) {
    if ((entry.tag & 0xC0) != 0x80) return false;  // every GeneralName is context-specific
    f(entry);
  }
  return names.is_valid();
}

/// Whether the certificate may be used by that end of a handshake: it has no extended key usage, or
/// one that names serverAuth (clientAuth); anyExtendedKeyUsage names neither. `unknown`: no.
[[nodiscard]] constexpr bool may_be_used_as(const certificate& of, dtls_role end) noexcept {
  if (end == dtls_role::unknown) return false;
  if (!of.has_extended_key_usage) return true;
  der_reader purposes{of.extended_key_usage};
  while (const der_element purpose = purposes.next())
    if (is_oid(purpose, end == dtls_role::server ? detail::oid_server_authentication
                                                 : detail::oid_client_authentication))
      return true;
  return false;
}

namespace detail {

/// Takes the one element that fills `value`, a SEQUENCE of well-formed elements; once only. An
/// empty one names nobody, and nothing that it may be used for.
constexpr bool take_once(bytes value, bytes& content, bool& seen) noexcept {
  der_reader outer{value};
  const der_element sequence = outer.expect(der::sequence);
  if (seen || !outer.is_done()) return false;
  seen = true;
  content = sequence.content;
  der_reader entries{content};
  while (entries.next()) continue;
  return entries.is_valid();
}

constexpr bool read_extension(certificate& into, bytes extension) noexcept {
  der_reader fields{extension};
  const der_element name = fields.expect(der::object_identifier);
  const der_element critical = fields.next_if(der::boolean);
  const bytes value = fields.expect(der::octet_string).content;
  if (!fields.is_done() || (critical && critical.content.size() != 1)) return false;
  if (is_oid(name, oid_alternative_name))
    return take_once(value, into.subject_alternative_names, into.has_subject_alternative_name);
  if (is_oid(name, oid_extended_key_usage))
    return take_once(value, into.extended_key_usage, into.has_extended_key_usage);
  return true;
}

constexpr bool read_extensions(certificate& into, bytes explicit_tagged) noexcept {
  der_reader outer{explicit_tagged};
  der_reader list{outer.expect(der::sequence).content};
  while (const der_element extension = list.next())
    if (extension.tag != der::sequence || !read_extension(into, extension.content)) return false;
  return outer.is_done() && list.is_done();
}

/// [0] EXPLICIT Version, absent for version 1.
constexpr std::uint8_t version_of(const der_element& tagged) noexcept {
  if (!tagged) return 1;
  der_reader reader{tagged.content};
  const bytes number = reader.expect(der::integer).content;
  if (!reader.is_done() || number.size() != 1 || number[0] > 2) return 0;
  return static_cast<std::uint8_t>(number[0] + 1);
}

/// The optional end of a TBSCertificate: unique IDs, extensions (version 3 only).
constexpr bool read_tail(certificate& into, der_reader& fields) noexcept {
  if (fields.next_if(der::primitive(1)) && into.version < 2) return false;
  if (fields.next_if(der::primitive(2)) && into.version < 2) return false;
  const der_element extensions = fields.next_if(der::of(3));
  if (extensions && (into.version != 3 || !read_extensions(into, extensions.content))) return false;
  return fields.is_done();
}

/// The certificate `whole`, of which this is the TBSCertificate's content; the algorithm stands in
/// both.
constexpr certificate certificate_of_body(bytes whole, bytes body, bytes outer_algorithm) noexcept {
  der_reader fields{body};
  const std::uint8_t version = version_of(fields.next_if(der::of(0)));
  const bytes serial = fields.expect(der::integer).content;
  const bytes algorithm = fields.expect(der::sequence).whole;
  const bytes issuer = fields.expect(der::sequence).whole;
  const bytes times = fields.expect(der::sequence).content;
  const bytes subject = fields.expect(der::sequence).whole;
  const bytes key = fields.expect(der::sequence).whole;
  certificate read{.whole = whole,
                   .version = version,
                   .signature = signature_algorithm_of(algorithm),
                   .validity = validity_of(times),
                   .issuer = issuer,
                   .subject = subject,
                   .key = public_key_of(key)};
  const auto nothing = [](const der_element&) {};
  read.valid = version != 0 && !serial.empty() && equal(algorithm, outer_algorithm) &&
               read.validity.valid && read.key.valid && read.signature.valid &&
               for_each_common_name(issuer, nothing) && for_each_common_name(subject, nothing) &&
               read_tail(read, fields);
  if (!read.valid) read = {};
  return read;
}

}  // namespace detail

/// Reads a certificate that fills `der` to its end. Malformed: `is_valid()` is false, and nothing
/// else of it means anything. It does not verify the signature: that is the library's part.
[[nodiscard]] constexpr certificate certificate_of(bytes der) noexcept {
  der_reader outer{der};
  der_reader parts{outer.expect(der::sequence).content};
  const bytes body = parts.expect(der::sequence).content;
  const bytes algorithm = parts.expect(der::sequence).whole;
  const bytes signature = parts.expect(der::bit_string).content;
  if (!outer.is_done() || !parts.is_done() || signature.empty() || signature[0] > 7) return {};
  return detail::certificate_of_body(der, body, algorithm);
}

}  // namespace lwm2m::access::inline v0::channel
