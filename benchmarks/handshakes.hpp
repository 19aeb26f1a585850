#pragma once

#include <lwm2m/access/channel.hpp>

#include "certificates.hpp"

/// A Client with a PSK account and a certificate account among its eight, and sessions as a DTLS
/// library states them after a handshake with each.
namespace handshakes {

namespace lac = lwm2m::access;
namespace channel = lac::channel;

struct session {
  static constexpr channel::configuration_facts fixed_by_configuration{.anchor = true};

  channel::identity theirs{}, ours{};
  std::uint16_t suite = 0;
  std::size_t chain_size = 0;
  channel::session_binding* kept = nullptr;

  channel::session_id id() const noexcept { return channel::session_id{std::uint64_t{1}}; }
  bool is_established() const noexcept { return true; }
  channel::identity peer() const noexcept { return theirs; }
  channel::answer peer_verified() const noexcept { return channel::answer::yes; }
  channel::identity local() const noexcept { return ours; }
  std::uint16_t protocol() const noexcept { return 0xFEFD; }
  std::uint16_t cipher_suite() const noexcept { return suite; }
  channel::dtls_role role() const noexcept { return channel::dtls_role::client; }
  channel::resumption resumed() const noexcept { return channel::resumption::full_handshake; }
  channel::hash handshake_signature_hash() const noexcept { return channel::hash::sha256; }
  std::uint16_t key_exchange_bits() const noexcept { return 256; }
  std::size_t peer_chain_size() const noexcept { return chain_size; }
  channel::bytes peer_chain(std::size_t k) const noexcept {
    return k == 0 ? channel::bytes{certificates::server} : channel::bytes{certificates::issuing};
  }
  channel::session_binding* binding() const noexcept { return kept; }
};
static_assert(channel::dtls_session<session> && channel::shows_peer_chain<session>);

inline constexpr std::uint8_t identities[][9] = {"client-0", "client-1", "client-2", "client-3",
                                                 "client-4", "client-5", "client-6"};
inline constexpr std::uint8_t secret[16] = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16};

[[nodiscard]] inline channel::bytes identity_of(std::size_t k) { return {identities[k], 8}; }

[[nodiscard]] inline channel::account psk_account(std::size_t k) {
  channel::account made{.kind = channel::account_kind::server,
                        .server = lac::short_server_id{101 + k},
                        .mode = channel::security_mode::psk};
  made.identity = identity_of(k);
  made.secret_key = secret;
  return made;
}
[[nodiscard]] inline channel::account certificate_account() {
  channel::account made{.kind = channel::account_kind::server,
                        .server = lac::short_server_id{108},
                        .mode = channel::security_mode::certificate};
  made.identity = certificates::client;
  made.server_uri = "coaps://lwm2m.example.com:5684";
  made.endpoint_name = "urn:dev:os:0023C7-000001";
  return made;
}

[[nodiscard]] inline session psk_session(std::size_t k, channel::session_binding* kept) {
  session made{.suite = 0xC0A8, .kept = kept};
  made.ours = {channel::identity_kind::psk, identity_of(k)};
  return made;
}
[[nodiscard]] inline session certificate_session(channel::session_binding* kept) {
  session made{.suite = 0xC0AE, .chain_size = 2, .kept = kept};
  made.theirs = {channel::identity_kind::certificate, certificates::server};
  made.ours = {channel::identity_kind::certificate, certificates::client};
  return made;
}

[[nodiscard]] inline channel::channel_policy rules() { return {}; }

/// False when an account was refused.
[[nodiscard]] inline bool configure(channel::accounts<8>& accounts) {
  bool done = accounts.add(certificate_account()).empty();
  for (std::size_t k = 0; k < 7; ++k) done = accounts.add(psk_account(k)).empty() && done;
  return done;
}

}  // namespace handshakes
