#pragma once

#include <lwm2m/access/channel/facts.hpp>

#include <cstddef>
#include <cstdint>

namespace lwm2m::access::inline v0::channel {

/// What stands for the host of a Server URI. Default: nothing that could be compared.
enum class host_kind : std::uint8_t { none = 0, dns_name, ipv4, ipv6 };

/// The host of a Server URI: a DNS name (without a final dot), or an address in network order.
struct host {
  host_kind kind{};
  text name{};
  std::uint8_t address[16] = {};
};

namespace detail {

constexpr text part(text of, std::size_t from, std::size_t until) noexcept {
  return {of.data() + from, until - from};
}

/// The place of the first one at `from` or after it; the size where there is none.
constexpr std::size_t find(text in, char wanted, std::size_t from = 0) noexcept {
  while (from < in.size() && in[from] != wanted) ++from;
  return from;
}

constexpr bool contains(text in, char wanted) noexcept { return find(in, wanted) < in.size(); }

constexpr std::size_t count(text in, char wanted) noexcept {
  std::size_t found = 0;
  for (const char c : in) found += c == wanted ? 1U : 0U;
  return found;
}

constexpr bool begins_with(text of, text beginning) noexcept {
  return of.size() >= beginning.size() && equal<char>(part(of, 0, beginning.size()), beginning);
}

constexpr char lower(char c) noexcept {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// Whether both are the same letters, without regard to case.
template <class Char>
constexpr bool equal_letters(view<Char> a, text b) noexcept {
  if (a.size() != b.size()) return false;
  for (std::size_t k = 0; k < b.size(); ++k) {
    const auto c = static_cast<char>(a[k]);
    if (c != b[k] && lower(c) != lower(b[k])) return false;
  }
  return true;
}

constexpr bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

/// Labels of letters, digits, hyphens and underscores, 1..63 octets each, 253 together.
constexpr bool is_dns_name(text name) noexcept {
  if (name.size() > 253) return false;
  std::size_t label = 0;
  for (const char c : name) {
    const bool of_label =
        is_digit(c) || (lower(c) >= 'a' && lower(c) <= 'z') || c == '-' || c == '_';
    if (c == '.' ? label == 0 : !of_label || label == 63) return false;
    label = c == '.' ? 0 : label + 1;
  }
  return label != 0;
}

/// A decimal number of one octet, without leading zeros.
constexpr bool read_octet(text in, std::uint8_t& octet) noexcept {
  unsigned value = 0;
  for (const char c : in) {
    if (!is_digit(c)) return false;
    value = value * 10 + static_cast<unsigned>(c - '0');
    if (value > 255) return false;
  }
  octet = static_cast<std::uint8_t>(value);
  return in.size() == 1 || (!in.empty() && in[0] != '0');
}

/// Dotted decimal of four numbers.
constexpr bool read_ipv4(text in, std::uint8_t* address) noexcept {
  if (count(in, '.') != 3) return false;
  std::size_t at = 0;
  for (int k = 0; k < 4; ++k) {
    const std::size_t dot = find(in, '.', at);
    if (!read_octet(part(in, at, dot), address[k])) return false;
    at = dot + 1;
  }
  return true;
}

inline constexpr char colon_and_slashes[] = {':', '/', '/'};
inline constexpr text before_authority{colon_and_slashes, sizeof colon_and_slashes};

inline constexpr text hexadecimal{"0123456789abcdef"};

/// The groups of an IPv6 address, or of one side of its `::`.
struct ipv6_groups {
  std::uint16_t all[8] = {};
  std::size_t size = 0;

  constexpr bool add(std::size_t group) noexcept {
    if (size == 8) return false;
    all[size++] = static_cast<std::uint16_t>(group);
    return true;
  }

  /// At most four hexadecimal digits.
  constexpr bool add(text group) noexcept {
    std::size_t value = 0;
    for (const char c : group) {
      const std::size_t digit = find(hexadecimal, lower(c));
      if (digit == hexadecimal.size()) return false;
      value = value * 16 + digit;
    }
    return !group.empty() && group.size() <= 4 && add(value);
  }

  /// An IPv4 address stands for two groups.
  constexpr bool add_ipv4(text dotted) noexcept {
    std::uint8_t octets[4] = {};
    return read_ipv4(dotted, octets) && add(octets[0] * 256U + octets[1]) &&
           add(octets[2] * 256U + octets[3]);
  }

  /// Groups with a colon between them, the last one in hexadecimal or dotted decimal; or nothing.
  constexpr bool add_all(text in) noexcept {
    std::size_t at = 0, colon = find(in, ':');
    for (; colon < in.size(); colon = find(in, ':', at)) {
      if (!add(part(in, at, colon))) return false;
      at = colon + 1;
    }
    const text last = part(in, at, in.size());
    return contains(last, '.') ? add_ipv4(last) : in.empty() || add(last);
  }

  /// What stands behind the `::`, which leaves out one group at least.
  constexpr bool join(const ipv6_groups& behind) noexcept {
    if (size + behind.size > 7) return false;
    size = 8 - behind.size;
    for (std::size_t k = 0; k < behind.size; ++k) all[size++] = behind.all[k];
    return true;
  }
};

/// The place of `::`; the size where there is none.
constexpr std::size_t find_double_colon(text in) noexcept {
  std::size_t at = find(in, ':');
  while (at < in.size() && !begins_with(part(in, at, in.size()), "::")) at = find(in, ':', at + 1);
  return at;
}

/// An IPv6 address without brackets and without a zone.
constexpr bool read_ipv6(text in, std::uint8_t* address) noexcept {
  ipv6_groups read, behind;
  const std::size_t gap = find_double_colon(in);
  const text before = part(in, 0, gap);
  if (!read.add_all(before)) return false;
  if (gap < in.size()) {
    if (contains(before, '.') || !behind.add_all(part(in, gap + 2, in.size()))) return false;
    if (!read.join(behind)) return false;
  }
  for (const std::uint16_t group : read.all) {
    *address++ = static_cast<std::uint8_t>(group >> 8);
    *address++ = static_cast<std::uint8_t>(group & 0xFF);
  }
  return read.size == 8;
}

/// Whether the last label of a DNS name is a number: such a host is an address, or nothing.
constexpr bool ends_in_number(text name) noexcept {
  std::size_t k = name.size();
  while (k > 0 && is_digit(name[k - 1])) --k;
  return k == 0 || name[k - 1] == '.';
}

/// What stands in front of the first one.
constexpr text before(text of, char end) noexcept { return part(of, 0, find(of, end)); }

}  // namespace detail

/// The host that `literal` names: a DNS name, an IPv4 or an IPv6 address (without brackets), whose
/// zone is no part of it (I10). Kind `none` for anything else: empty, NUL, an empty zone, a number
/// that is no whole IPv4 address.
[[nodiscard]] constexpr host host_of_literal(text literal) noexcept {
  host read{host_kind::ipv6, {}, {}};
  const text address = detail::before(literal, '%');
  const bool has_empty_zone = address.size() + 1 == literal.size();
  if (!has_empty_zone && detail::read_ipv6(address, read.address)) return read;
  read = {host_kind::ipv4, {}, {}};
  if (detail::read_ipv4(literal, read.address)) return read;
  if (!literal.empty() && literal[literal.size() - 1] == '.')
    literal = detail::part(literal, 0, literal.size() - 1);
  if (!detail::is_dns_name(literal) || detail::ends_in_number(literal)) return {};
  return {host_kind::dns_name, literal, {}};
}

/// The host of a Server URI (Object 0, Resource 0), `coaps://host:port/`. Kind `none` for a URI
/// without a host, with user information, or with one that cannot be compared.
[[nodiscard]] constexpr host host_of_uri(text uri) noexcept {
  const std::size_t scheme = detail::find(uri, ':');
  text rest = detail::part(uri, scheme, uri.size());
  if (scheme == 0 || !detail::begins_with(rest, detail::before_authority)) return {};
  rest = detail::part(rest, 3, rest.size());
  const text authority = detail::before(detail::before(detail::before(rest, '/'), '?'), '#');
  const bool bracketed = detail::begins_with(authority, "[");
  const std::size_t end = detail::find(authority, bracketed ? ']' : ':');
  if (bracketed && end == authority.size()) return {};
  const text port = detail::part(authority, bracketed ? end + 1 : end, authority.size());
  if (!port.empty() && port[0] != ':') return {};
  for (std::size_t k = 1; k < port.size(); ++k)
    if (!detail::is_digit(port[k])) return {};
  const host read = host_of_literal(detail::part(authority, bracketed ? 1 : 0, end));
  return bracketed == (read.kind == host_kind::ipv6) ? read : host{};
}

/// Whether both are the same host; never for kind `none`. DNS names without regard to case.
[[nodiscard]] constexpr bool is_same_host(const host& a, const host& b) noexcept {
  return a.kind == b.kind && a.kind != host_kind::none &&
         detail::equal_letters<char>(a.name, b.name) && equal<std::uint8_t>(a.address, b.address);
}

/// Whether a name of a certificate is the DNS name `wanted`, without regard to case. A NUL, an
/// empty label, an address, a wildcard: no.
[[nodiscard]] constexpr bool equals_dns_name(const host& wanted, bytes name) noexcept {
  return wanted.kind == host_kind::dns_name && detail::equal_letters(name, wanted.name);
}

/// As `equals_dns_name`; and with `allow_wildcard`, `*` as the whole left-most label stands for
/// exactly one label in front of at least two others.
[[nodiscard]] constexpr bool matches_dns_name(const host& wanted, bytes name,
                                              bool allow_wildcard) noexcept {
  if (equals_dns_name(wanted, name)) return true;
  if (!allow_wildcard || wanted.kind != host_kind::dns_name) return false;
  if (name.empty() || name[0] != '*' || detail::count(wanted.name, '.') < 2) return false;
  const std::size_t dot = detail::find(wanted.name, '.');
  return detail::equal_letters(bytes{name.data() + 1, name.size() - 1},
                               detail::part(wanted.name, dot, wanted.name.size()));
}

/// Whether an iPAddress entry is the address `wanted`: four octets for IPv4, sixteen for IPv6.
[[nodiscard]] constexpr bool matches_address(const host& wanted, bytes entry) noexcept {
  const std::size_t size = wanted.kind == host_kind::ipv4 ? 4 : 16;
  if (wanted.kind != host_kind::ipv4 && wanted.kind != host_kind::ipv6) return false;
  return equal<std::uint8_t>(entry, {wanted.address, size});
}

}  // namespace lwm2m::access::inline v0::channel
