#pragma once

#include <lwm2m/access/channel/pin.hpp>
#include <lwm2m/access/channel/security_mode.hpp>
#include <lwm2m/access/identifiers.hpp>

#include <cstddef>
#include <cstdint>

namespace lwm2m::access::inline v0::channel {

/// Whose account it is: at a Client a Server's or the Bootstrap Server's; at a Server a Client's.
enum class account_kind : std::uint8_t { none = 0, server, bootstrap_server, client };

/// The Security values of one account (I8, I11). Everything is borrowed and must stay as it is
/// until the account is changed or removed. All zeros is the strict choice.
struct account {
  account_kind kind{};
  short_server_id server{};  ///< of a Server; nobody for the other kinds
  security_mode mode{};

  /// "Public Key or Identity": the PSK identity, or this end's own public key
  /// (SubjectPublicKeyInfo) or certificate, in DER. At a Server it may be left out in the last two;
  /// with EST, until there is a certificate. OSCORE: the Recipient ID, which may be empty.
  bytes identity{};
  /// OSCORE: the ID Context, which may be empty.
  bytes id_context{};
  /// "Secret Key": the PSK. Private keys stay with the library and may be left out.
  bytes secret_key{};
  /// "Server Public Key": the peer's SubjectPublicKeyInfo; in certificate mode a certificate, a key
  /// as a SubjectPublicKeyInfo, or nothing; as `matching` says. At a Server: the Client's.
  bytes peer_key{};
  certificate_usage usage{};  ///< Resource 15: what `peer_key` stands for (I23)
  matching_type matching{};   ///< Resource 13: `peer_key` itself, or its digest (I23)

  text server_uri{};     ///< at a Client: its host is what the Server's certificate names (I10)
  text sni{};            ///< Resource 14: the name that stands in for that host (I10)
  text endpoint_name{};  ///< of the Client (I9); at a Server empty: of any without an own account
  /// The CN of the Client's certificate, where it is another name than the Endpoint Name (I9).
  text certificate_name{};

  bool trust_pin_alone = false;    ///< I9, I10: no path is verified; the pinned leaf must match
  bool allow_wildcard = false;     ///< I19: `*` as the left-most label of a DNS name
  bool allow_common_name = false;  ///< I19: the CN where the certificate names no authority
};

/// The longest Endpoint Name, in octets.
inline constexpr std::size_t longest_endpoint_name = 128;

/// Names one account among the others: a Server, the Bootstrap Server, or a Client by Endpoint
/// Name. Default-constructed it names none.
struct account_key {
  constexpr account_key() noexcept = default;
  constexpr account_key(short_server_id of) noexcept : kind{account_kind::server}, server{of} {}
  constexpr account_key(bootstrap_interface) noexcept : kind{account_kind::bootstrap_server} {}
  constexpr account_key(text name) noexcept : kind{account_kind::client}, endpoint_name{name} {}
  constexpr explicit account_key(const account& of) noexcept
      : kind{of.kind},
        server{of.server},
        endpoint_name{of.kind == account_kind::client ? of.endpoint_name : text{}} {}

  account_kind kind{};
  short_server_id server{};
  text endpoint_name{};

  [[nodiscard]] constexpr bool is_given() const noexcept { return kind != account_kind::none; }
  [[nodiscard]] constexpr bool names(const account& one) const noexcept {
    return is_given() && kind == one.kind && server == one.server &&
           (kind != account_kind::client || equal<char>(endpoint_name, one.endpoint_name));
  }
};

/// What a PSK callback hands to its library. Empty: there is no such account; offer nothing.
struct psk_credentials {
  bytes identity{};
  bytes secret_key{};
};

namespace detail {

/// The public key that a pinned certificate or SubjectPublicKeyInfo holds; not valid for neither.
constexpr public_key pinned_key(bytes pinned) noexcept {
  const certificate read = certificate_of(pinned);
  return read.is_valid() ? read.key : public_key_of(pinned);
}

/// Everything that was configured, as a digest: what a verdict was reached with (I12).
constexpr fingerprint credentials_of(const account& of) noexcept {
  return fingerprint_maker{}
      .add_number(static_cast<std::uint64_t>(of.kind))
      .add_number(of.server.value())
      .add_number(static_cast<std::uint64_t>(of.mode))
      .add_number(static_cast<std::uint64_t>(of.usage))
      .add_number(static_cast<std::uint64_t>(of.matching))
      .add(of.identity)
      .add(of.id_context)
      .add(of.secret_key)
      .add(of.peer_key)
      .add(of.server_uri)
      .add(of.sni)
      .add(of.endpoint_name)
      .add(of.certificate_name)
      .add_number((of.trust_pin_alone ? 1U : 0U) | (of.allow_wildcard ? 2U : 0U) |
                  (of.allow_common_name ? 4U : 0U))
      .result();
}

/// Whether it is the account of any Client that has none of its own: its Endpoint Name is the one
/// that the certificate names.
constexpr bool is_unnamed(const account& one) noexcept {
  return one.kind == account_kind::client && one.endpoint_name.empty();
}

/// The CN that a Client's certificate must have for the account (I9).
constexpr text common_name_for(const account& one, bool looks_names_up) noexcept {
  return looks_names_up && !one.certificate_name.empty() ? one.certificate_name : one.endpoint_name;
}

/// Whether two pins are of the same key: known where both are given in the same way, or one by the
/// SHA-256 of the other.
constexpr bool are_same_pins(const account& a, const account& b) noexcept {
  if (a.peer_key.empty() || b.peer_key.empty()) return false;
  if (a.matching == b.matching && a.matching != matching_type::exact)
    return equal(a.peer_key, b.peer_key);
  if (a.matching != matching_type::exact) return are_same_pins(b, a);
  const bytes key = pinned_key(a.peer_key).whole;
  if (b.matching == matching_type::exact) return equal(key, pinned_key(b.peer_key).whole);
  return compare_pin(b.peer_key, b.matching, a.peer_key, key, {}) == pin_match::same;
}

/// Whether the peer opens the sessions of an account, so that only its credentials tell which
/// account is meant: a Client's, at a Server, and that of a Server without a URI, at a Client. One
/// that opens a session itself names the account that it opened it for.
constexpr bool is_opened_by_peer(const account& of) noexcept {
  return of.kind == account_kind::client || of.server_uri.empty();
}

/// Whether nothing could tell the two apart when a peer opens a session (I21). The Bootstrap
/// Server's account may have the credentials of a Server's (I11).
constexpr bool are_indistinguishable(const account& a, const account& b) noexcept {
  if (a.kind != b.kind || (!is_opened_by_peer(a) && !is_opened_by_peer(b))) return false;
  const identity_kind kind = identity_kind_of(a.mode);
  if (kind != identity_kind_of(b.mode) || kind == identity_kind::none) return false;
  if (kind == identity_kind::psk) return equal(a.identity, b.identity);
  if (kind == identity_kind::oscore)
    return equal(a.identity, b.identity) && equal(a.id_context, b.id_context);
  if (are_same_pins(a, b)) return true;
  const bool are_clients = a.kind == account_kind::client;
  const bool both_pinned = !a.peer_key.empty() && !b.peer_key.empty();
  if (kind != identity_kind::certificate || !are_clients || both_pinned) return false;
  return is_unnamed(a) == is_unnamed(b) &&
         equal<char>(common_name_for(a, true), common_name_for(b, true));
}

}  // namespace detail

}  // namespace lwm2m::access::inline v0::channel
