#pragma once

// A Client and a Server with accounts for each other, and a handshake between them.

#include <ctime>

#include "client_world.hpp"
#include "endpoint.hpp"

namespace dtls {

using stated::view_of;

struct association {
  stated::client_world client_side;
  channel::accounts<4> server_side;
  channel::session_binding client_binding, server_binding;
  settings client, server;
  std::unique_ptr<endpoint> client_end, server_end;
  wire log;

  association(identity_kind kind, std::vector<std::uint16_t> suites) {
    configure_server_side();
    client.role = dtls_role::client;
    server.role = dtls_role::server;
    client.kind = server.kind = kind;
    client.suites = server.suites = suites;
    client.psk_identity = stated::identity_101;
    client.psk_key = stated::secret;
    client.key_supplied = [this](session_id to) {
      (void)client_side.accounts.supply_key(stated::server_101, to, client_binding);
    };
    server.find_key = [this](const octets& identity, session_id to) {
      const auto key = server_side.supply_key(view_of(identity), to, server_binding).secret_key;
      return octets(key.begin(), key.end());
    };
    if (kind == identity_kind::psk) return;
    client.trusted = server.trusted = pki::root().der;
    if (kind == identity_kind::certificate) {
      present(client, stated::client_certificate());
      present(server, stated::server_certificate());
    } else {
      client.raw_public_key = stated::client_key().spki;
      client.private_key = stated::client_key().private_key;
      server.raw_public_key = stated::server_key().spki;
      server.private_key = stated::server_key().private_key;
    }
  }

  static void present(settings& by, const pki::issued& what) {
    by.certificate = what.der;
    by.private_key = what.private_key;
    by.chain = what.chain;
  }

  /// Makes both ends and runs them.
  void shake(library client_with, library server_with, carrier by = carrier::memory) {
    server_end = make(server_with, server);
    client_end = make(client_with, client);
    log = run(*client_end, *server_end, by);
  }

  bool is_complete() const { return client_end->done && server_end->done; }

  static channel::channel_policy policy() {
    auto rules = stated::policy();
    rules.now = std::time(nullptr);
    return rules;
  }
  channel::refusals at_client(const channel::channel_policy& rules = policy()) {
    return client_end->admit(client_side.accounts, rules, {asked_for::server, &client_binding});
  }
  channel::refusals at_server(const channel::channel_policy& rules = policy()) {
    return server_end->admit(server_side, rules, {asked_for::client, &server_binding});
  }

 private:
  void configure_server_side() {
    using stated::account;
    account psk{.kind = channel::account_kind::client, .mode = channel::security_mode::psk};
    psk.identity = view_of(stated::identity_101);
    psk.secret_key = view_of(stated::secret);
    psk.endpoint_name = "client-with-psk";
    account rpk{.kind = channel::account_kind::client,
                .mode = channel::security_mode::raw_public_key};
    rpk.identity = view_of(stated::server_key().spki);
    rpk.peer_key = view_of(stated::client_key().spki);
    rpk.endpoint_name = "client-with-key";
    for (const account& one : {psk, rpk, stated::client_account()})
      if (!server_side.add(one).empty()) std::abort();
  }
};

}  // namespace dtls
