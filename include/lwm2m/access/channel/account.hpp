#pragma once

#include <lwm2m/access/channel/certificate.hpp>
#include <lwm2m/access/channel/fingerprint.hpp>
#include <lwm2m/access/channel/host.hpp>
#include <lwm2m/access/channel/security_mode.hpp>
#include <lwm2m/access/identifiers.hpp>

#include <cstdint>

namespace lwm2m::access::inline v0::channel {

/// Whose account it is: at a Client a Server's or the Bootstrap Server's; at a Server a Client's.
enum class account_kind : std::uint8_t { none = 0, server, bootstrap_server, client };

/// The Security values of one account (I8, I11). Everything is borrowed and must stay as it is
/// until the account is changed or removed.
struct account {
  account_kind kind{};
  short_server_id server{};  ///< of a Server; nobody for the other kinds
  security_mode mode{};

  /// "Public Key or Identity": the PSK identity, or this end's own public key
  /// (SubjectPublicKeyInfo) or certificate, in DER. At a Server it may be left out in the last two.
  bytes identity{};
  /// "Secret Key": the PSK. Private keys stay with the library and may be left out.
  bytes secret_key{};
  /// "Server Public Key": the peer's SubjectPublicKeyInfo; in certificate mode the pinned
  /// certificate, or the pinned key as a SubjectPublicKeyInfo, or nothing. At a Server: the
  /// Client's.
  bytes peer_key{};

  text server_uri{};     ///< at a Client: its host is what the Server's certificate names (I10)
  text endpoint_name{};  ///< what the Client's certificate names (I9); empty: not known yet

  bool verify_chain = true;        ///< I9, I10: off, only what is pinned authenticates the peer
  bool allow_wildcard = false;     ///< I19: `*` as the left-most label of a DNS name
  bool allow_common_name = false;  ///< I19: the CN where the certificate has no DNS name
};

/// Names one account among the others: a Server, the Bootstrap Server, or a Client by Endpoint
/// Name.
struct account_key {
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

  [[nodiscard]] constexpr bool names(const account& one) const noexcept {
    return kind != account_kind::none && kind == one.kind && server == one.server &&
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
      .add(of.identity)
      .add(of.secret_key)
      .add(of.peer_key)
      .add(of.server_uri)
      .add(of.endpoint_name)
      .add_number((of.verify_chain ? 1U : 0U) | (of.allow_wildcard ? 2U : 0U) |
                  (of.allow_common_name ? 4U : 0U))
      .result();
}

/// A certificate as a digest.
constexpr fingerprint fingerprint_of(bytes certificate) noexcept {
  return fingerprint_maker{}.add(certificate).result();
}

constexpr bool have_same_name(const account& a, const account& b) noexcept {
  if (a.kind == account_kind::client || b.kind == account_kind::client)
    return a.kind == b.kind && equal<char>(a.endpoint_name, b.endpoint_name);
  return is_same_host(host_of_uri(a.server_uri), host_of_uri(b.server_uri));
}

constexpr bool have_same_peer_key(const account& a, const account& b) noexcept {
  return !a.peer_key.empty() && !b.peer_key.empty() &&
         equal(pinned_key(a.peer_key).whole, pinned_key(b.peer_key).whole);
}

/// Whether no credentials could tell the two accounts apart (I21).
constexpr bool are_indistinguishable(const account& a, const account& b) noexcept {
  if (a.mode == security_mode::no_sec) return b.mode == security_mode::no_sec;
  const identity_kind kind = identity_kind_of(a.mode);
  if (kind != identity_kind_of(b.mode)) return false;
  if (kind == identity_kind::psk) return equal(a.identity, b.identity);
  if (have_same_peer_key(a, b)) return true;
  const bool both_pinned = !a.peer_key.empty() && !b.peer_key.empty();
  return kind == identity_kind::certificate && !both_pinned && have_same_name(a, b);
}

}  // namespace detail

}  // namespace lwm2m::access::inline v0::channel
