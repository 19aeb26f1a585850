#pragma once

#include <lwm2m/access/channel/certificate.hpp>
#include <lwm2m/access/channel/host.hpp>

#include <cstddef>
#include <cstdint>

namespace lwm2m::access::inline v0::channel {

/// How a certificate's names compare with the one that is expected (I9, I10, I19).
enum class name_match : std::uint8_t {
  malformed = 0,   ///< the names cannot be read
  missing,         ///< there is no name of the kind that could match
  several,         ///< more than one CN
  wrong_encoding,  ///< the CN is no UTF8String or PrintableString, or holds what these may not
  other,           ///< there are names, and none is the expected one
  match
};

namespace detail {

constexpr bool is_printable(std::uint8_t c) noexcept {
  if ((c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) return true;
  for (const char allowed : " '()+,-./:=?")
    if (allowed != '\0' && c == static_cast<std::uint8_t>(allowed)) return true;
  return false;
}

/// The octets of the UTF-8 sequence at the start of `s`; 0 when it is malformed or overlong.
constexpr std::size_t utf8_length(bytes s) noexcept {
  const std::uint8_t c = s[0];
  if (c < 0x80) return 1;
  const std::size_t n = c < 0xC2 ? 0 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : c < 0xF5 ? 4 : 0;
  for (std::size_t k = 1; k < n; ++k)
    if (k == s.size() || (s[k] & 0xC0) != 0x80) return 0;
  const bool overlong = (c == 0xE0 && s[1] < 0xA0) || (c == 0xF0 && s[1] < 0x90);
  const bool beyond = (c == 0xED && s[1] >= 0xA0) || (c == 0xF4 && s[1] >= 0x90);
  return overlong || beyond ? 0 : n;
}

constexpr bool is_well_encoded(const der_element& name) noexcept {
  bytes rest = name.content;
  if (name.tag == der::printable_string) {
    for (const std::uint8_t c : rest)
      if (!is_printable(c)) return false;
    return true;
  }
  while (name.tag == der::utf8_string && !rest.empty()) {
    const std::size_t n = utf8_length(rest);
    if (n == 0) return false;
    rest = bytes{rest.data() + n, rest.size() - n};
  }
  return name.tag == der::utf8_string;
}

constexpr bool equal_text(bytes a, text b) noexcept {
  if (a.size() != b.size()) return false;
  for (std::size_t k = 0; k < a.size(); ++k)
    if (a[k] != static_cast<std::uint8_t>(b[k])) return false;
  return true;
}

/// The one CN of a subject, or why there is none to compare.
struct single_common_name {
  name_match problem = name_match::malformed;  // `match`: there is one
  bytes value{};
};

constexpr single_common_name common_name_of(const certificate& of) noexcept {
  std::size_t count = 0;
  der_element only;
  const bool read = for_each_common_name(of.subject, [&](const der_element& name) {
    only = name;
    ++count;
  });
  if (!of.is_valid() || !read) return {};
  if (count == 0) return {name_match::missing, {}};
  if (count > 1) return {name_match::several, {}};
  return {is_well_encoded(only) ? name_match::match : name_match::wrong_encoding, only.content};
}

}  // namespace detail

/// Whether the certificate names the Endpoint: exactly one CN, UTF8String or PrintableString, the
/// same byte for byte (I9, I19). An empty `endpoint_name` matches nothing.
[[nodiscard]] constexpr name_match names_endpoint(const certificate& of,
                                                  text endpoint_name) noexcept {
  const auto name = detail::common_name_of(of);
  if (name.problem != name_match::match) return name.problem;
  const bool same = !endpoint_name.empty() && detail::equal_text(name.value, endpoint_name);
  return same ? name_match::match : name_match::other;
}

/// What a policy allows beyond the rule when a certificate names a host (I19).
struct host_match_options {
  bool allow_wildcard = false;     ///< `*` as the whole left-most label
  bool allow_common_name = false;  ///< the CN stands in where no authority is named at all
};

namespace detail {

/// Whether an entry of SubjectAltName names an authority: a DNS name, a URI, an IP address.
constexpr bool is_authority(const der_element& entry) noexcept {
  return entry.tag == der::primitive(2) || entry.tag == der::primitive(6) ||
         entry.tag == der::primitive(7);
}

}  // namespace detail

/// Whether the certificate names the host: a DNS name against dNSName entries, an address against
/// iPAddress entries (I10, I19). A host of no kind matches nothing. The CN stands in where it is
/// allowed to, and only where SubjectAltName names no authority of any kind.
[[nodiscard]] constexpr name_match names_host(const certificate& of, const host& wanted,
                                              host_match_options options) noexcept {
  bool has_candidate = false, has_authority = false, found = false;
  const std::uint8_t candidate = der::primitive(wanted.kind == host_kind::dns_name ? 2 : 7);
  const bool read = for_each_alternative_name(of, [&](const der_element& entry) {
    has_authority = has_authority || detail::is_authority(entry);
    if (entry.tag != candidate) return;
    has_candidate = true;
    found = found || (wanted.kind == host_kind::dns_name
                          ? matches_dns_name(wanted, entry.content, options.allow_wildcard)
                          : matches_address(wanted, entry.content));
  });
  if (!of.is_valid() || !read || wanted.kind == host_kind::none) return name_match::malformed;
  if (found) return name_match::match;
  if (has_candidate) return name_match::other;
  const bool may_stand_in = options.allow_common_name && !has_authority;
  if (!may_stand_in || wanted.kind != host_kind::dns_name) return name_match::missing;
  const auto name = detail::common_name_of(of);
  if (name.problem != name_match::match) return name.problem;
  return equals_dns_name(wanted, name.value) ? name_match::match : name_match::other;
}

}  // namespace lwm2m::access::inline v0::channel
