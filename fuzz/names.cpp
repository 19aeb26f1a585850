// Names of a certificate against the host of a Server URI and against an Endpoint Name, compared
// with the rules I9, I10 and I19 once more, on strings. An input has lines of a letter and a text:
//
//     U Server URI    E Endpoint Name    w wildcards are allowed    n the CN may stand in
//     c CN, UTF8String    p CN, PrintableString    t CN, TeletexString
//     d DNS name    i IP address, as octets    r e-mail address

#include <lwm2m/access/channel/peer_name.hpp>

#include <arpa/inet.h>

#include <algorithm>
#include <string>
#include <vector>

#include "der.hpp"
#include "input.hpp"

namespace {

namespace channel = lwm2m::access::channel;
using channel::host_kind;
using channel::name_match;
using fuzz::must;
using fuzz::octets;

struct common_name {
  std::uint8_t string_type;
  std::string value;
};

struct names {
  std::string uri, endpoint;
  bool allow_wildcard = false, allow_common_name = false, names_uri = false;
  std::vector<common_name> common;
  std::vector<std::string> dns, ip;
  octets subject, alternative;  // the same in DER
};

void take(names& into, char letter, const std::string& text) {
  const auto add_common = [&](std::uint8_t string_type) {
    into.common.push_back({string_type, text});
    fuzz::append(into.subject, fuzz::common_name(string_type, fuzz::of_text(text)));
  };
  const auto add_alternative = [&](std::uint8_t tag) {
    fuzz::append(into.alternative, fuzz::tlv(tag, fuzz::of_text(text)));
  };
  switch (letter) {
    case 'U':
      into.uri = text;
      break;
    case 'E':
      into.endpoint = text;
      break;
    case 'w':
      into.allow_wildcard = true;
      break;
    case 'n':
      into.allow_common_name = true;
      break;
    case 'c':
      add_common(0x0C);
      break;
    case 'p':
      add_common(0x13);
      break;
    case 't':
      add_common(0x14);
      break;
    case 'd':
      into.dns.push_back(text), add_alternative(0x82);
      break;
    case 'i':
      into.ip.push_back(text), add_alternative(0x87);
      break;
    case 'r':
      add_alternative(0x81);
      break;
    case 'u':
      into.names_uri = true, add_alternative(0x86);
      break;
    default:
      break;
  }
}

names names_in(const std::string& input) {
  names read;
  for (std::size_t at = 0; at < input.size();) {
    const std::size_t end = std::min(input.find('\n', at), input.size());
    if (end > at) take(read, input[at], input.substr(at + 1, end - at - 1));
    at = end + 1;
  }
  return read;
}

// ------------------------------------------------------------------ the rules once more

std::string lower(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  return text;
}

/// The labels of a DNS name; none when it is no such name.
std::vector<std::string> labels_of(const std::string& name) {
  std::vector<std::string> labels{""};
  for (const char c : lower(name)) {
    if (c == '.')
      labels.emplace_back();
    else
      labels.back() += c;
  }
  const auto is_of_label = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
  };
  for (const std::string& each : labels)
    if (each.empty() || each.size() > 63 || !std::all_of(each.begin(), each.end(), is_of_label))
      return {};
  const std::string& last = labels.back();
  const bool number = last.find_first_not_of("0123456789") == std::string::npos;
  return number || name.size() > 253 ? std::vector<std::string>{} : labels;
}

/// What `inet_pton` reads; empty when it reads nothing.
std::string address_of(int family, const std::string& text) {
  std::string address(family == AF_INET ? 4 : 16, '\0');
  const bool is_one =
      text.find('\0') == std::string::npos && inet_pton(family, text.c_str(), address.data()) == 1;
  return is_one ? address : "";
}

struct expected_host {
  std::vector<std::string> labels{};
  std::string address{};
  bool is_none() const { return labels.empty() && address.empty(); }
};

expected_host literal_of(std::string text) {
  if (text.find(':') != std::string::npos) {
    const std::size_t zone = text.find('%');  // no part of it (I10)
    if (zone + 1 == text.size()) return {};
    return {{}, address_of(AF_INET6, text.substr(0, zone))};
  }
  if (const std::string four = address_of(AF_INET, text); !four.empty()) return {{}, four};
  if (!text.empty() && text.back() == '.') text.pop_back();
  return {labels_of(text), {}};
}

/// `scheme://host[:port]` and anything behind it.
expected_host host_of(const std::string& uri) {
  const std::size_t scheme = uri.find(':');
  if (scheme == std::string::npos || scheme == 0 || uri.compare(scheme, 3, "://") != 0) return {};
  const std::string from = uri.substr(scheme + 3);
  std::string host = from.substr(0, from.find_first_of("/?#")), port;
  const bool bracketed = !host.empty() && host[0] == '[';
  const std::size_t end = host.find(bracketed ? ']' : ':');
  if (bracketed && end == std::string::npos) return {};
  if (end != std::string::npos) port = host.substr(bracketed ? end + 1 : end);
  if (host.find('@') != std::string::npos) return {};
  if (!port.empty() &&
      (port[0] != ':' || port.find_first_not_of("0123456789", 1) != std::string::npos))
    return {};
  host = bracketed ? host.substr(1, end - 1) : host.substr(0, end);
  const expected_host read = literal_of(host);
  return bracketed == (read.address.size() == 16) ? read : expected_host{};
}

bool is_named_by(const std::vector<std::string>& host, const std::string& name, bool wildcard) {
  std::vector<std::string> labels = labels_of(name);
  if (labels == host) return true;
  if (!wildcard || name.compare(0, 2, "*.") != 0 || host.size() < 3) return false;
  return labels_of(name.substr(2)) == std::vector<std::string>(host.begin() + 1, host.end());
}

bool is_well_encoded(const common_name& of) {
  const std::string printable = " '()+,-./:=?";
  if (of.string_type == 0x13)
    return std::all_of(of.value.begin(), of.value.end(), [&](char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
             printable.find(c) != std::string::npos;
    });
  if (of.string_type != 0x0C) return false;
  for (std::size_t at = 0; at < of.value.size();) {
    const auto octet = [&](std::size_t k) {
      return static_cast<unsigned>(static_cast<unsigned char>(of.value[k]));
    };
    const unsigned first = octet(at);
    const std::size_t size = first < 0x80       ? 1
                             : first >> 5 == 6  ? 2
                             : first >> 4 == 14 ? 3
                             : first >> 3 == 30 ? 4
                                                : 0;
    if (size == 0 || at + size > of.value.size()) return false;
    unsigned point = size == 1 ? first : first & (0x7FU >> size);
    for (std::size_t k = 1; k < size; ++k) {
      if (octet(at + k) >> 6 != 2) return false;
      point = point << 6 | (octet(at + k) & 0x3F);
    }
    constexpr unsigned least[] = {0, 0, 0x80, 0x800, 0x10000};
    if (point < least[size] || point > 0x10FFFF || (point >= 0xD800 && point < 0xE000))
      return false;
    at += size;
  }
  return true;
}

/// `match`: there is one CN that can be compared.
name_match common_name_problem(const names& in) {
  if (in.common.empty()) return name_match::missing;
  if (in.common.size() > 1) return name_match::several;
  return is_well_encoded(in.common[0]) ? name_match::match : name_match::wrong_encoding;
}

name_match expected_endpoint(const names& in) {
  const name_match problem = common_name_problem(in);
  if (problem != name_match::match) return problem;
  const bool same = !in.endpoint.empty() && in.common[0].value == in.endpoint;
  return same ? name_match::match : name_match::other;
}

name_match expected_host_match(const names& in) {
  const expected_host wanted = host_of(in.uri);
  if (wanted.is_none()) return name_match::malformed;
  const bool of_address = !wanted.address.empty();
  const std::vector<std::string>& candidates = of_address ? in.ip : in.dns;
  for (const std::string& name : candidates)
    if (of_address ? name == wanted.address : is_named_by(wanted.labels, name, in.allow_wildcard))
      return name_match::match;
  if (!candidates.empty()) return name_match::other;
  const bool names_another = in.names_uri || !in.dns.empty() || !in.ip.empty();  // I19
  if (of_address || !in.allow_common_name || names_another) return name_match::missing;
  const name_match problem = common_name_problem(in);
  if (problem != name_match::match) return problem;
  return is_named_by(wanted.labels, in.common[0].value, false) ? name_match::match
                                                               : name_match::other;
}

// ------------------------------------------------------------------ compared

void compare(const names& in) {
  const octets der = fuzz::certificate(in.subject, in.alternative, 1);
  const channel::certificate read = channel::certificate_of({der.data(), der.size()});
  must(read.is_valid(), "the certificate can be read");
  const channel::host host = channel::host_of_uri(in.uri);
  must((host.kind == host_kind::none) == host_of(in.uri).is_none(), "there is a host, or none");
  must(is_same_host(host, host) == (host.kind != host_kind::none), "a host is itself");
  must(names_host(read, host, {in.allow_wildcard, in.allow_common_name}) == expected_host_match(in),
       "a certificate names the host as the rules say");
  must(names_endpoint(read, in.endpoint) == expected_endpoint(in),
       "a certificate names the Endpoint as the rules say");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  compare(names_in({reinterpret_cast<const char*>(data), size}));
  return 0;
}
