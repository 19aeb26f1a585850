#pragma once

#include <lwm2m/access/channel/session.hpp>

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

constexpr std::size_t find(text in, char wanted, std::size_t from) noexcept {
  while (from < in.size() && in[from] != wanted) ++from;
  return from;
}

constexpr char lower(char c) noexcept {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// Without regard to case.
constexpr bool is_same_letter(char a, char b) noexcept { return a == b || lower(a) == lower(b); }

constexpr bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

constexpr int hex_digit(char c) noexcept {
  if (is_digit(c)) return c - '0';
  c = lower(c);
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/// Labels of letters, digits, hyphens and underscores, 1..63 octets each, 253 together.
constexpr bool is_dns_name(text name) noexcept {
  if (name.empty() || name.size() > 253) return false;
  std::size_t label = 0;
  for (const char c : name) {
    const bool of_label =
        is_digit(c) || (lower(c) >= 'a' && lower(c) <= 'z') || c == '-' || c == '_';
    if (c == '.' ? label == 0 : !of_label || label == 63) return false;
    label = c == '.' ? 0 : label + 1;
  }
  return label != 0;
}

/// Dotted decimal of four numbers without leading zeros.
constexpr bool read_ipv4(text in, std::uint8_t* address) noexcept {
  std::size_t at = 0;
  for (int k = 0; k < 4; ++k) {
    const std::size_t dot = find(in, '.', at), digits = dot - at;
    if (digits == 0 || digits > 3 || (digits > 1 && in[at] == '0')) return false;
    if (k < 3 ? dot == in.size() : dot != in.size()) return false;
    int value = 0;
    for (; at < dot; ++at) {
      if (!is_digit(in[at])) return false;
      value = value * 10 + (in[at] - '0');
    }
    if (value > 255) return false;
    address[k] = static_cast<std::uint8_t>(value);
    at = dot + 1;
  }
  return true;
}

/// One group of at most four hexadecimal digits; -1 when it is none.
constexpr int ipv6_group(text in) noexcept {
  if (in.empty() || in.size() > 4) return -1;
  int value = 0;
  for (const char c : in) {
    if (hex_digit(c) < 0) return -1;
    value = value * 16 + hex_digit(c);
  }
  return value;
}

/// Groups without `::`, a dotted IPv4 address as the last one where that is `allow`ed by its place.
/// How many octets were written; -1 when it is malformed or does not fit. Nothing is zero octets.
constexpr int read_groups(text in, std::uint8_t* to, int room) noexcept {
  int used = 0;
  for (std::size_t at = 0; at < in.size() || (used > 0 && at == in.size());) {
    const std::size_t colon = find(in, ':', at);
    const text group = part(in, at, colon);
    if (colon == in.size() && find(group, '.', 0) < group.size())
      return used + 4 <= room && read_ipv4(group, to + used) ? used + 4 : -1;
    const int value = ipv6_group(group);
    if (value < 0 || used + 2 > room) return -1;
    to[used++] = static_cast<std::uint8_t>(value >> 8);
    to[used++] = static_cast<std::uint8_t>(value & 0xFF);
    if (colon == in.size()) break;
    at = colon + 1;
  }
  return used;
}

constexpr std::size_t find_double_colon(text in) noexcept {
  for (std::size_t k = 0; k + 1 < in.size(); ++k)
    if (in[k] == ':' && in[k + 1] == ':') return k;
  return in.size();
}

/// An IPv6 address without brackets and without a zone.
constexpr bool read_ipv6(text in, std::uint8_t* address) noexcept {
  const std::size_t gap = find_double_colon(in);
  if (gap == in.size()) return read_groups(in, address, 16) == 16;
  std::uint8_t tail[16] = {};
  const text front = part(in, 0, gap);
  if (find(front, '.', 0) < front.size()) return false;
  const int head = read_groups(front, address, 14);
  const int back = read_groups(part(in, gap + 2, in.size()), tail, 14);
  if (head < 0 || back < 0 || head + back > 14) return false;
  for (int k = 0; k < back; ++k) address[16 - back + k] = tail[k];
  return true;
}

/// Whether the last label is a number: such a host is an address, or nothing.
constexpr bool ends_in_number(text name) noexcept {
  std::size_t k = name.size();
  while (k > 0 && is_digit(name[k - 1])) --k;
  return k < name.size() && (k == 0 || name[k - 1] == '.');
}

}  // namespace detail

/// The host that `literal` names: a DNS name, an IPv4 or an IPv6 address (without brackets). Kind
/// `none` for anything else: empty, NUL, a zone, a number that is no whole IPv4 address.
[[nodiscard]] constexpr host host_of_literal(text literal) noexcept {
  host read;
  if (detail::find(literal, ':', 0) < literal.size()) {
    if (detail::read_ipv6(literal, read.address)) read.kind = host_kind::ipv6;
    return read;
  }
  if (detail::read_ipv4(literal, read.address)) {
    read.kind = host_kind::ipv4;
    return read;
  }
  if (!literal.empty() && literal[literal.size() - 1] == '.')
    literal = detail::part(literal, 0, literal.size() - 1);
  if (!detail::is_dns_name(literal) || detail::ends_in_number(literal)) return {};
  return {host_kind::dns_name, literal, {}};
}

/// The host of a Server URI (Object 0, Resource 0), `coaps://host:port/`. Kind `none` for a URI
/// without a host, with user information, or with one that cannot be compared.
[[nodiscard]] constexpr host host_of_uri(text uri) noexcept {
  std::size_t from = detail::find(uri, ':', 0);
  if (from == 0 || from + 3 > uri.size() || uri[from + 1] != '/' || uri[from + 2] != '/') return {};
  from += 3;
  std::size_t until = from;
  while (until < uri.size() && uri[until] != '/' && uri[until] != '?' && uri[until] != '#') ++until;
  text authority = detail::part(uri, from, until);
  if (detail::find(authority, '@', 0) < authority.size() || authority.empty()) return {};
  const bool bracketed = authority[0] == '[';
  const std::size_t end = detail::find(authority, bracketed ? ']' : ':', 0);
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
  if (a.kind != b.kind || a.kind == host_kind::none || a.name.size() != b.name.size()) return false;
  for (std::size_t k = 0; k < a.name.size(); ++k)
    if (!detail::is_same_letter(a.name[k], b.name[k])) return false;
  for (int k = 0; k < 16; ++k)
    if (a.address[k] != b.address[k]) return false;
  return true;
}

/// Whether a name of a certificate is the DNS name `wanted`, without regard to case. A NUL, an
/// empty label, an address, a wildcard: no.
[[nodiscard]] constexpr bool equals_dns_name(const host& wanted, bytes name) noexcept {
  if (wanted.kind != host_kind::dns_name || name.size() != wanted.name.size()) return false;
  for (std::size_t k = 0; k < name.size(); ++k)
    if (!detail::is_same_letter(static_cast<char>(name[k]), wanted.name[k])) return false;
  return true;
}

/// As `equals_dns_name`; and with `allow_wildcard`, `*` as the whole left-most label stands for
/// exactly one label in front of at least two others.
[[nodiscard]] constexpr bool matches_dns_name(const host& wanted, bytes name,
                                              bool allow_wildcard) noexcept {
  if (equals_dns_name(wanted, name)) return true;
  if (!allow_wildcard || wanted.kind != host_kind::dns_name) return false;
  if (name.size() < 2 || name[0] != '*' || name[1] != '.') return false;
  const std::size_t dot = detail::find(wanted.name, '.', 0);
  if (dot == wanted.name.size()) return false;
  const text rest = detail::part(wanted.name, dot + 1, wanted.name.size());
  if (detail::find(rest, '.', 0) == rest.size()) return false;
  return equals_dns_name({host_kind::dns_name, rest, {}}, {name.data() + 2, name.size() - 2});
}

/// Whether an iPAddress entry is the address `wanted`: four octets for IPv4, sixteen for IPv6.
[[nodiscard]] constexpr bool matches_address(const host& wanted, bytes entry) noexcept {
  const std::size_t size = wanted.kind == host_kind::ipv4 ? 4 : 16;
  if (wanted.kind != host_kind::ipv4 && wanted.kind != host_kind::ipv6) return false;
  return equal<std::uint8_t>(entry, {wanted.address, size});
}

}  // namespace lwm2m::access::inline v0::channel
