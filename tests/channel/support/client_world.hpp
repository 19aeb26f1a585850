#pragma once

// A Client with one account of each kind, and a Server with one Client of each.

#include "stated_session.hpp"

namespace stated {

using channel::account;
using channel::account_fault;
using channel::account_kind;
using channel::answer;
using channel::channel_policy;
using channel::dtls_role;
using channel::identity_kind;
using channel::resumption;
using channel::security_mode;
using channel::session_id;
using lwm2m::access::short_server_id;

inline constexpr auto server_101 = short_server_id{101};  // PSK
inline constexpr auto server_102 = short_server_id{102};  // raw public key
inline constexpr auto server_103 = short_server_id{103};  // certificate

inline const pki::octets secret = pki::of_text("0123456789abcdef");
inline const pki::octets identity_101 = pki::of_text("client-for-101");
inline const pki::octets identity_bootstrap = pki::of_text("client-for-bootstrap");
inline const char endpoint[] = "urn:dev:os:0023C7-000001";
inline const char server_host[] = "lwm2m.example.com";

struct raw_key {
  pki::key_ptr key;
  pki::octets spki, private_key;
};
inline raw_key make_raw_key(const std::string& kind = "P-256") {
  const auto key = pki::make_key(kind);
  return {key, pki::spki_of(key.get()), pki::private_key_der(key.get())};
}
inline const raw_key& client_key() {
  static const raw_key made = make_raw_key();
  return made;
}
inline const raw_key& server_key() {
  static const raw_key made = make_raw_key();
  return made;
}

inline pki::spec client_spec() {
  pki::spec spec{"client", {pki::common_name(endpoint)}, {}};
  spec.has_alternative_names = false;
  return spec;
}
inline pki::spec server_spec() {
  return {"server", {pki::common_name("server")}, {pki::dns(server_host)}};
}
inline const pki::issued& client_certificate() {
  static const pki::issued made = pki::issue(client_spec());
  return made;
}
inline const pki::issued& server_certificate() {
  static const pki::issued made = pki::issue(server_spec());
  return made;
}

inline account psk_account() {
  account one{.kind = account_kind::server, .server = server_101, .mode = security_mode::psk};
  one.identity = view_of(identity_101);
  one.secret_key = view_of(secret);
  return one;
}
inline account bootstrap_account() {
  account one{.kind = account_kind::bootstrap_server, .mode = security_mode::psk};
  one.identity = view_of(identity_bootstrap);
  one.secret_key = view_of(secret);
  return one;
}
inline account rpk_account() {
  account one{
      .kind = account_kind::server, .server = server_102, .mode = security_mode::raw_public_key};
  one.identity = view_of(client_key().spki);
  one.peer_key = view_of(server_key().spki);
  return one;
}
inline account x509_account() {
  account one{
      .kind = account_kind::server, .server = server_103, .mode = security_mode::certificate};
  one.identity = view_of(client_certificate().der);
  one.server_uri = "coaps://lwm2m.example.com:5684";
  one.endpoint_name = endpoint;
  return one;
}
/// At the Server: the Client of the certificate.
inline account client_account() {
  account one{.kind = account_kind::client, .mode = security_mode::certificate};
  one.identity = view_of(server_certificate().der);
  one.endpoint_name = endpoint;
  return one;
}

inline constexpr auto v1_1 = lwm2m::access::edition_name::v1_1;
inline channel_policy policy() { return {}; }

/// Sessions that are as they should be, at the Client's end.
inline session psk_session(const pki::octets& identity = identity_101) {
  session s;
  s.suite = 0xC0A8;
  s.local_is = {identity_kind::psk, view_of(identity)};
  return s;
}
inline session rpk_session() {
  session s;
  s.peer_is = {identity_kind::raw_public_key, view_of(server_key().spki)};
  s.local_is = {identity_kind::raw_public_key, view_of(client_key().spki)};
  return s;
}
inline session x509_session(const pki::issued& server = server_certificate()) {
  session s;
  s.peer_is = {identity_kind::certificate, view_of(server.der)};
  s.local_is = {identity_kind::certificate, view_of(client_certificate().der)};
  return s;
}
/// At the Server's end.
inline session client_session(const pki::issued& client = client_certificate()) {
  session s;
  s.end = dtls_role::server;
  s.peer_is = {identity_kind::certificate, view_of(client.der)};
  s.local_is = {identity_kind::certificate, view_of(server_certificate().der)};
  return s;
}

struct client_world {
  channel::accounts<8, 16> accounts;
  client_world() {
    for (const account& one : {psk_account(), bootstrap_account(), rpk_account(), x509_account()})
      if (!accounts.add(one).empty()) std::abort();
  }
  refusals why_not(const session& s, const channel_policy& rules = policy(),
                   lwm2m::access::edition_name edition = v1_1, channel::account_key meant = {}) {
    return accounts.admit_server(s, edition, rules, meant).reasons();
  }
  /// With the key supplied to the session before.
  refusals why_not_psk(const session& s, const channel_policy& rules = policy()) {
    (void)accounts.supply_key(server_101, s.sid, *s.kept);
    return why_not(s, rules);
  }
};

struct server_world {
  channel::accounts<4> accounts;
  server_world() {
    if (!accounts.add(client_account()).empty()) std::abort();
  }
  refusals why_not(const session& s) { return accounts.admit_client(s, v1_1).reasons(); }
};

/// The set of exactly these.
template <class... Reasons>
refusals only(Reasons... reasons) {
  refusals all;
  (all.add(reasons), ...);
  return all;
}

}  // namespace stated
