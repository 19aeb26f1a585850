// Sessions that are exported, and resumed by a new client object.

#include <support/catch.hpp>

#include <iomanip>
#include <iostream>

#include "support/association.hpp"

using namespace dtls;
using channel::refusal;
using channel::refusals;
using stated::only;

namespace {

/// Whether the handshake was abbreviated, by what went over the wire.
bool is_abbreviated(const wire& log) {
  return !log.saw_from_server(message::certificate) &&
         !log.saw_from_client(message::client_key_exchange) && log.suite() != 0;
}

/// A first association, and the same ends again with the client's session exported from it.
struct resumed_association {
  association a;
  std::size_t first_octets = 0, exported = 0;

  resumed_association(identity_kind kind, std::uint16_t suite, library client, library server)
      : a{kind, {suite}}, client_{client}, server_{server} {
    a.shake(client, server);
    if (!a.is_complete() || !a.at_client().empty() || !a.at_server().empty()) std::abort();
    first_octets = a.log.octets_sent();
    a.client.resume = a.client_end->export_session();
    exported = a.client.resume.size();
    a.server.context = a.server_end->context();
    // Both objects go: their addresses may be used again.
    a.client_side.accounts.session_ended(a.client_end->id());
    a.server_side.session_ended(a.server_end->id());
    a.client_end.reset();
    a.server_end.reset();
  }

  void wake() { a.shake(client_, server_); }

 private:
  library client_, server_;
};

bool keeps_identity(library which) { return which == library::openssl || which == library::gnutls; }

}  // namespace

TEST_CASE("resumption with certificates: abbreviated, and admitted", "[channel][I12]") {
  for (const library one : libraries) {
    CAPTURE(name_of(one));
    resumed_association r{identity_kind::certificate, 0xC0AE, one, one};
    r.wake();
    INFO(r.a.client_end->error << " | " << r.a.server_end->error);
    REQUIRE(r.a.is_complete());
    CHECK(is_abbreviated(r.a.log));
    CHECK(is_resumed(r.a.client_end->tell().resumed));
    CHECK(is_resumed(r.a.server_end->tell().resumed));
    CHECK(r.a.at_client() == refusals{});
    CHECK(r.a.at_server() == refusals{});
    std::cout << "figure: resumption, X.509 CCM_8, " << name_of(one) << ": " << r.first_octets
              << " octets, then " << r.a.log.octets_sent() << "; " << r.exported
              << " octets exported\n";
  }
}

TEST_CASE("resumption with a PSK: the client knows what it sent", "[channel][I12][I16]") {
  for (const library one : libraries) {
    CAPTURE(name_of(one));
    if (!missing(one, identity_kind::psk).empty()) continue;
    resumed_association r{identity_kind::psk, 0xC0A8, one, one};
    r.wake();
    INFO(r.a.client_end->error << " | " << r.a.server_end->error);
    REQUIRE(r.a.is_complete());
    CHECK(is_abbreviated(r.a.log));
    CHECK(is_resumed(r.a.client_end->tell().resumed));
    CHECK(r.a.at_client() == refusals{});
    // At the server some libraries lose the identity: an empty one is nobody.
    if (keeps_identity(one))
      CHECK(r.a.at_server() == refusals{});
    else
      CHECK(r.a.at_server().has(refusal::peer_unidentified));
  }
}

TEST_CASE("resumption with a raw public key", "[channel][I12]") {
  resumed_association r{identity_kind::raw_public_key, 0xC0AE, library::gnutls, library::gnutls};
  r.wake();
  REQUIRE(r.a.is_complete());
  CHECK(is_abbreviated(r.a.log));
  CHECK(r.a.at_client() == refusals{});
  CHECK(r.a.at_server() == refusals{});
}

TEST_CASE("credentials that changed while the client slept", "[channel][I12][I22]") {
  const auto new_key = pki::of_text("fedcba9876543210");
  for (const library one : libraries) {
    CAPTURE(name_of(one));
    if (missing(one, identity_kind::psk).empty()) {
      resumed_association r{identity_kind::psk, 0xC0A8, one, one};
      auto changed = stated::psk_account();
      changed.secret_key = view_of(new_key);
      REQUIRE(r.a.client_side.accounts.change(changed).empty());
      r.wake();
      REQUIRE(r.a.is_complete());
      CHECK(r.a.at_client() == only(refusal::resumed_without_verdict));
    }
    resumed_association r{identity_kind::certificate, 0xC0AE, one, one};
    auto changed = stated::x509_account();
    changed.server_uri = "coaps://lwm2m.example.com:9999";
    REQUIRE(r.a.client_side.accounts.change(changed).empty());
    REQUIRE(r.a.server_side.remove(channel::text{stated::endpoint}));
    REQUIRE(r.a.server_side.add(stated::client_account()).empty());
    r.wake();
    REQUIRE(r.a.is_complete());
    CHECK(r.a.at_client().has(refusal::resumed_without_verdict));
    CHECK(r.a.at_server().has(refusal::resumed_without_verdict));
  }
}

TEST_CASE("resumption between different libraries: what the wire says is admitted",
          "[channel][I12]") {
  int abbreviated = 0, full = 0, stuck = 0, nobody = 0;
  for (const library client : libraries)
    for (const library server : libraries) {
      CAPTURE(name_of(client), name_of(server));
      resumed_association r{identity_kind::certificate, 0xC0AE, client, server};
      r.wake();
      INFO(r.a.client_end->error << " | " << r.a.server_end->error);
      // A client that draws a new session ID for every ClientHello never gets past the cookie of
      // a server that binds it to the ClientHello.
      const bool known_to_be_stuck =
          client == library::mbedtls && (server == library::wolfssl || server == library::botan);
      CHECK((r.a.is_complete() || known_to_be_stuck));
      if (!r.a.is_complete()) {
        ++stuck;
        std::cout << "  not completed: " << name_of(client) << " client resuming with "
                  << name_of(server) << " server\n";
        CHECK(r.a.at_client() == only(refusal::not_established));
        continue;
      }
      ++(is_abbreviated(r.a.log) ? abbreviated : full);
      CHECK(is_resumed(r.a.client_end->tell().resumed) == is_abbreviated(r.a.log));
      CHECK(is_resumed(r.a.server_end->tell().resumed) == is_abbreviated(r.a.log));
      CHECK(r.a.at_client() == refusals{});
      // A server that lost the certificate with the session admits nobody.
      const auto at_server = r.a.at_server();
      const bool lost = r.a.server_end->tell().peer.empty();
      nobody += lost ? 1 : 0;
      CHECK(at_server.empty() == !lost);
      CHECK(at_server.has(refusal::peer_unidentified) == lost);
    }
  std::cout << "figure: resumption between libraries: " << abbreviated << " abbreviated, " << full
            << " full handshakes, " << stuck << " not completed; the identity was lost at "
            << nobody << " servers\n";
  CHECK(abbreviated > 0);
}
