// A session that handshakes again is another one (I22): that libraries let a peer do so, and that
// configuration refuses it.

#include <support/catch.hpp>

#include <iostream>

#include "support/association.hpp"

using namespace dtls;
using pki::octets;

namespace {

/// Certificates of the same authority and for the same name as those of the first handshake.
const pki::issued& another_client() {
  static const pki::issued made = pki::issue(stated::client_spec());
  return made;
}
const pki::issued& another_server() {
  static const pki::issued made = pki::issue(stated::server_spec());
  return made;
}

const octets request = pki::of_text("a request");

/// An association whose OpenSSL end may and does handshake again after it was admitted; then it
/// sends data.
struct renegotiated {
  association a{identity_kind::certificate, {0xC0AE}};
  std::optional<channel::authenticated_server> its_server;
  std::optional<channel::authenticated_client> its_client;
  bool was_current = false, is_current = false;  // what the other end admitted
  told before, after;  // what the other end is told of the one that begins

  renegotiated(library client, library server, bool client_begins, bool other_may_too) {
    a.client.may_renegotiate = client_begins || other_may_too;
    a.server.may_renegotiate = !client_begins || other_may_too;
    a.shake(client, server);
    REQUIRE(a.is_complete());
    asked_for a_server{asked_for::server, &a.client_binding};
    asked_for a_client{asked_for::client, &a.server_binding};
    a_server.keep_server = &its_server;
    a_client.keep_client = &its_client;
    const auto rules = association::policy();
    REQUIRE(a.client_end->admit(a.client_side.accounts, rules, a_server).empty());
    REQUIRE(a.server_end->admit(a.server_side, rules, a_client).empty());
    endpoint& begins = client_begins ? *a.client_end : *a.server_end;
    endpoint& other = client_begins ? *a.server_end : *a.client_end;
    before = other.tell();
    was_current = holds(client_begins, other);
    const pki::issued& shown = client_begins ? another_client() : another_server();
    begins.renegotiate(shown.der, shown.private_key);
    run(*a.client_end, *a.server_end);
    after = other.tell();
    is_current = holds(client_begins, other);
    begins.send(request);
    run(*a.client_end, *a.server_end);
    first = client_begins ? &a.client.certificate : &a.server.certificate;
  }
  bool holds(bool client_begins, endpoint& other) {
    return client_begins ? a.server_side.is_current(*its_client, other.moment())
                         : a.client_side.accounts.is_current(*its_server, other.moment());
  }
  bool shows_first(const told& facts) const { return facts.peer == *first; }

 private:
  const octets* first = nullptr;
};

}  // namespace

TEST_CASE("what configuration refuses: a session that handshakes again with another certificate",
          "[channel][I22]") {
  for (const bool client_begins : {true, false}) {
    CAPTURE(client_begins);
    renegotiated r{library::openssl, library::openssl, client_begins, true};
    const endpoint& other = client_begins ? *r.a.server_end : *r.a.client_end;
    CHECK(r.shows_first(r.before));
    CHECK_FALSE(r.shows_first(r.after));
    CHECK(other.received.size() == 1);
    CHECK(r.before.handshakes == 1);
    CHECK(r.after.handshakes == 2);
    // The admission ended with the first handshake.
    CHECK(r.was_current);
    CHECK_FALSE(r.is_current);
  }
}

TEST_CASE("configuration refuses that a peer handshakes again, in every library",
          "[channel][I22]") {
  int refused = 0;
  for (const library one : libraries)
    for (const bool client_begins : {true, false}) {
      CAPTURE(name_of(one), client_begins);
      renegotiated r{client_begins ? library::openssl : one, client_begins ? one : library::openssl,
                     client_begins, false};
      // The session goes on as it was, or it ends.
      CHECK(r.shows_first(r.before));
      CHECK((!r.after.established || r.shows_first(r.after)));
      CHECK((!r.after.established || r.after.handshakes == 1));
      CHECK(r.before.handshakes == 1);
      CHECK(r.was_current);
      ++refused;
    }
  std::cout << "figure: renegotiation with another certificate refused by configuration: "
            << refused << " of " << 2 * std::size(libraries) << "\n";
}
