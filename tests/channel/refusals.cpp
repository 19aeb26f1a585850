// What admission refuses, and what configuration does, each from a real handshake.

#include <support/catch.hpp>

#include <iostream>

#include "support/association.hpp"

using namespace dtls;
using channel::refusal;
using channel::refusals;
using stated::only;

namespace {

bool can(library which, identity_kind kind) { return missing(which, kind).empty(); }

/// Calls f(client, server) for every pair of libraries that have this kind of identity.
template <class F>
int for_each_pair(identity_kind kind, F f) {
  int pairs = 0;
  for (const library client : libraries)
    for (const library server : libraries) {
      if (!can(client, kind) || !can(server, kind)) continue;
      CAPTURE(name_of(client), name_of(server));
      f(client, server);
      ++pairs;
    }
  return pairs;
}

channel::channel_policy every_suite() {
  auto rules = association::policy();
  rules.allow_other_suites = true;
  return rules;
}

}  // namespace

TEST_CASE("a wrong PSK completes with nobody", "[channel][I1][I8]") {
  const int pairs = for_each_pair(identity_kind::psk, [](library client, library server) {
    association a{identity_kind::psk, {0xC0A8}};
    a.client.psk_key = pki::of_text("0123456789abcdeX");
    a.shake(client, server);
    CHECK_FALSE(a.server_end->done);
    CHECK_FALSE(a.client_end->done);
    CHECK(a.at_server() == only(refusal::not_established));
    CHECK(a.at_client() == only(refusal::not_established));
  });
  std::cout << "figure: wrong PSK refused by " << pairs << " pairs of libraries\n";
}

TEST_CASE("an unknown PSK identity completes with nobody", "[channel][I1][I8]") {
  for_each_pair(identity_kind::psk, [](library client, library server) {
    association a{identity_kind::psk, {0x00AE}};
    a.client.psk_identity = pki::of_text("nobody-in-particular");
    a.shake(client, server);
    CHECK(a.at_server() == only(refusal::not_established));
    CHECK(a.at_client() == only(refusal::not_established));
  });
}

TEST_CASE("a PSK session whose key the account did not supply", "[channel][I17]") {
  for_each_pair(identity_kind::psk, [](library client, library server) {
    association a{identity_kind::psk, {0xC0A8}};
    a.client.key_supplied = [](session_id) {};  // the stack took it from elsewhere
    a.shake(client, server);
    REQUIRE(a.is_complete());
    CHECK(a.at_client() == only(refusal::key_not_supplied));
    CHECK(a.at_server() == refusals{});
  });
}

TEST_CASE("Bootstrap credentials on a management session", "[channel][I11]") {
  for_each_pair(identity_kind::psk, [](library client, library server) {
    association a{identity_kind::psk, {0xC0A8}};
    stated::account other{.kind = channel::account_kind::client,
                          .mode = channel::security_mode::psk};
    other.identity = view_of(stated::identity_bootstrap);
    other.secret_key = view_of(stated::secret);
    other.endpoint_name = "bootstrapping";
    REQUIRE(a.server_side.add(other).empty());
    a.client.psk_identity = stated::identity_bootstrap;
    a.client.key_supplied = [&](session_id to) {
      (void)a.client_side.accounts.supply_key(lwm2m::access::bootstrap, to, a.client_binding);
    };
    a.shake(client, server);
    REQUIRE(a.is_complete());
    CHECK(a.at_client() == only(refusal::account_is_bootstrap));
    CHECK(a.client_end->admit(a.client_side.accounts, association::policy(),
                              {asked_for::bootstrap_server, &a.client_binding}) == refusals{});
  });
}

TEST_CASE("suites that a negotiation reaches and admission refuses", "[channel][I2][I6]") {
  struct weak {
    std::uint16_t suite;
    identity_kind kind;
    std::vector<library> among;
    refusal why;
  };
  using enum library;
  const auto psk = identity_kind::psk, x509 = identity_kind::certificate;
  const weak rows[] = {{0x00B0, psk, {openssl, gnutls}, refusal::suite_null_cipher},
                       {0x002C, psk, {openssl, gnutls}, refusal::suite_null_cipher},
                       {0xC03A, psk, {openssl, gnutls}, refusal::suite_null_cipher},
                       {0xC006, x509, {openssl, gnutls, wolfssl}, refusal::suite_null_cipher},
                       {0x008C, psk, {openssl, gnutls, mbedtls, botan}, refusal::suite_sha1},
                       {0xC009, x509, {openssl, gnutls, mbedtls, botan}, refusal::suite_sha1},
                       {0xC018, x509, {openssl}, refusal::suite_anonymous}};
  int made = 0;
  for (const weak& row : rows)
    for (const library client : row.among)
      for (const library server : row.among) {
        CAPTURE(row.suite, name_of(client), name_of(server));
        association a{row.kind, {row.suite}};
        a.client.lowest = a.server.lowest = true;
        a.server.demands_certificate = row.why != refusal::suite_anonymous;
        a.shake(client, server);
        INFO(a.client_end->error << " | " << a.server_end->error);
        CHECK(a.is_complete());
        if (!a.is_complete()) continue;
        ++made;
        CHECK(a.log.suite() == row.suite);
        CHECK(a.client_end->tell().suite == row.suite);
        CHECK(a.at_client(every_suite()).has(row.why));
        CHECK(a.at_server(every_suite()).has(row.why));
      }
  std::cout << "figure: weak suites negotiated: " << made << " handshakes, all refused\n";
}

TEST_CASE("nobody behind an anonymous suite or a missing certificate", "[channel][I1][I16]") {
  association anonymous{identity_kind::certificate, {0xC018}};
  anonymous.client.lowest = anonymous.server.lowest = true;
  anonymous.server.demands_certificate = false;
  anonymous.shake(library::openssl, library::openssl);
  REQUIRE(anonymous.is_complete());
  CHECK(anonymous.at_client(every_suite()).has(refusal::peer_unidentified));

  // A server that does not insist: the client cannot see it, the server can.
  for_each_pair(identity_kind::certificate, [](library client, library server) {
    association a{identity_kind::certificate, {0xC0AE}};
    a.server.demands_certificate = false;
    a.shake(client, server);
    REQUIRE(a.is_complete());
    CHECK(a.at_server().has(refusal::peer_unidentified));
    CHECK(a.server_end->tell().peer.empty());
  });
}

TEST_CASE("a pinned certificate, and a self-signed other one", "[channel][I10]") {
  auto spec = stated::server_spec();
  spec.by = pki::spec::signer::self;
  const auto right = pki::issue(spec), other = pki::issue(spec);
  for_each_pair(identity_kind::certificate, [&](library client, library server) {
    for (const auto* shown : {&right, &other}) {
      association a{identity_kind::certificate, {0xC0AE}};
      auto account = stated::x509_account();
      account.peer_key = view_of(right.der);
      account.trust_pin_alone = true;
      REQUIRE(a.client_side.accounts.change(account).empty());
      association::present(a.server, *shown);
      a.shake(client, server);
      INFO(a.client_end->error << " | " << a.server_end->error);
      REQUIRE(a.is_complete());
      CHECK(a.client_end->tell().verified != channel::answer::yes);
      if (shown == &right)
        CHECK(a.at_client() == refusals{});
      else
        CHECK(a.at_client() == only(refusal::pinned_key_other, refusal::account_unknown,
                                    refusal::peer_not_verified));
    }
  });
}

TEST_CASE("an account of another mode is not reached", "[channel][I8]") {
  for_each_pair(identity_kind::certificate, [](library client, library server) {
    association a{identity_kind::certificate, {0xC0AE}};
    channel::accounts<1> psk_only;
    auto account = stated::psk_account();
    account.server_uri = "coaps://lwm2m.example.com";
    REQUIRE(psk_only.add(account).empty());
    a.shake(client, server);
    REQUIRE(a.is_complete());
    CHECK(a.client_end->admit(psk_only, association::policy(), asked_for::server) ==
          only(refusal::account_unknown, refusal::mode_other));
  });
}

TEST_CASE("raw public keys: another key, and a key that is too small", "[channel][I8][I18]") {
  const auto other = stated::make_raw_key(), small = stated::make_raw_key("P-224");
  for (const auto* shown : {&other, &small}) {
    association a{identity_kind::raw_public_key, {0xC0AE}};
    a.client.lowest = a.server.lowest = true;
    a.server.raw_public_key = shown->spki;
    a.server.private_key = shown->private_key;
    a.shake(library::gnutls, library::gnutls);
    INFO(a.client_end->error << " | " << a.server_end->error);
    REQUIRE(a.is_complete());
    auto expected = only(refusal::pinned_key_other, refusal::account_unknown);
    expected.add_if(shown == &small, refusal::key_too_small);
    CHECK(a.at_client() == expected);
  }
}

TEST_CASE("handshake signatures with SHA-1: told, or refused by configuration",
          "[channel][I6][I7]") {
  // OpenSSL and GnuTLS tell the hash. Set to let everything through, they complete, and admission
  // refuses; as configured for LwM2M, no library completes with a peer that offers nothing else.
  for (const library one : {library::openssl, library::gnutls}) {
    CAPTURE(name_of(one));
    association a{identity_kind::certificate, {0xC0AE}};
    a.client.lowest = a.server.lowest = true;
    a.client.only_sha1_signatures = a.server.only_sha1_signatures = true;
    a.shake(one, one);
    INFO(a.client_end->error << " | " << a.server_end->error);
    CHECK(a.is_complete());
    CHECK(a.client_end->tell().handshake_hash == channel::hash::sha1);
    CHECK(a.at_client() == only(refusal::handshake_hash_too_weak));
    CHECK(a.at_server() == only(refusal::handshake_hash_too_weak));
  }
  for (const library configured : libraries)
    for (const bool as_client : {true, false}) {
      CAPTURE(name_of(configured), as_client);
      association a{identity_kind::certificate, {0xC0AE}};
      settings& peer = as_client ? a.server : a.client;
      peer.lowest = peer.only_sha1_signatures = true;
      a.shake(as_client ? configured : library::openssl, as_client ? library::openssl : configured);
      CHECK_FALSE(a.is_complete());
    }
}

TEST_CASE("groups below 256 bits: told, or refused by configuration", "[channel][I7]") {
  for (const char* group : {"P-224", "P-192"}) {
    association a{identity_kind::certificate, {0xC0AE}};
    a.client.lowest = a.server.lowest = true;
    a.client.group = a.server.group = std::string{group} + ":P-256";
    a.shake(library::openssl, library::openssl);
    INFO(a.client_end->error << " | " << a.server_end->error);
    REQUIRE(a.is_complete());
    CHECK(a.client_end->tell().group < 256);
    CHECK(a.at_client() == only(refusal::group_too_small));
    CHECK(a.at_server() == only(refusal::group_too_small));
    for (const library configured : libraries)
      for (const bool as_client : {true, false}) {
        CAPTURE(group, name_of(configured), as_client);
        association b{identity_kind::certificate, {0xC0AE}};
        settings& peer = as_client ? b.server : b.client;
        peer.lowest = true;
        peer.group = group;
        b.shake(as_client ? configured : library::openssl,
                as_client ? library::openssl : configured);
        CHECK_FALSE(b.is_complete());
      }
  }
}

TEST_CASE("a Server that begins the handshake: the Client is the DTLS server", "[channel][I1]") {
  for_each_pair(identity_kind::certificate, [](library server, library client) {
    association a{identity_kind::certificate, {0xC0AE}};
    association::present(a.client, stated::server_certificate());  // the DTLS client: the Server
    association::present(a.server, stated::client_certificate());
    a.shake(server, client);
    REQUIRE(a.is_complete());
    CHECK(a.server_end->admit(a.client_side.accounts, association::policy(),
                              {asked_for::server, &a.server_binding}) == refusals{});
    CHECK(a.client_end->admit(a.server_side, association::policy(),
                              {asked_for::client, &a.client_binding}) == refusals{});
  });
  for_each_pair(identity_kind::psk, [](library server, library client) {
    association a{identity_kind::psk, {0xC0A8}};
    a.client.key_supplied = [&](session_id to) {
      (void)a.server_side.supply_key(channel::text{"client-with-psk"}, to, a.client_binding);
    };
    a.server.find_key = [&](const octets& identity, session_id to) {
      const auto key =
          a.client_side.accounts.supply_key(view_of(identity), to, a.server_binding).secret_key;
      return octets(key.begin(), key.end());
    };
    a.shake(server, client);
    REQUIRE(a.is_complete());
    CHECK(a.server_end->admit(a.client_side.accounts, association::policy(),
                              {asked_for::server, &a.server_binding}) == refusals{});
    CHECK(a.client_end->admit(a.server_side, association::policy(),
                              {asked_for::client, &a.client_binding}) == refusals{});
  });
}
