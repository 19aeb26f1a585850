// Identities and keys, and the account that they belong to (I8, I11, I16 to I18).

#include <support/catch.hpp>

#include <string>

#include "support/client_world.hpp"

using namespace stated;

TEST_CASE("the identity and the mode are the account's", "[channel][I8]") {
  client_world w;
  auto s = rpk_session();
  const auto other = make_raw_key();
  s.peer_is.value = view_of(other.spki);
  CHECK(w.why_not(s) == only(refusal::account_unknown, refusal::pinned_key_other));
  auto prefix = server_key().spki;
  prefix.push_back(0);
  s.peer_is.value = view_of(prefix);
  CHECK(w.why_not(s).has(refusal::pinned_key_other));
  s = rpk_session();
  s.local_is.value = view_of(other.spki);
  CHECK(w.why_not(s) == only(refusal::own_identity_other));

  // A PSK account is not reached by a certificate, nor a raw public key account by one.
  channel::accounts<2> accounts;
  auto psk = psk_account();
  psk.server_uri = "coaps://lwm2m.example.com";
  REQUIRE(accounts.add(psk).empty());
  CHECK(accounts.admit_server(x509_session(), v1_1, policy()).reasons() ==
        only(refusal::account_unknown, refusal::mode_other));
  auto rpk = rpk_account();
  const auto spki = pki::spki_of(server_certificate().key.get());
  rpk.peer_key = view_of(spki);
  REQUIRE(accounts.add(rpk).empty());
  REQUIRE(accounts.remove(server_101));
  CHECK(accounts.admit_server(x509_session(), v1_1, policy()).reasons().has(refusal::mode_other));

  auto empty = psk_account();
  empty.secret_key = {};
  CHECK(accounts.add(empty) == channel::account_faults{account_fault::secret_key_missing});
}

TEST_CASE("Bootstrap and Server accounts never share a session", "[channel][I11]") {
  client_world w;
  const auto s = psk_session(identity_bootstrap);
  (void)w.accounts.supply_key(lwm2m::access::bootstrap, s.sid, *s.kept);
  CHECK(w.why_not(s) == only(refusal::account_is_bootstrap));
  const auto who = w.accounts.admit_bootstrap_server(s, v1_1, policy());
  REQUIRE(who);
  CHECK_FALSE(who->server().is_valid());
  // The same session, made anew with the Server's key: the Bootstrap admission is over.
  const auto management = psk_session();
  (void)w.accounts.supply_key(server_101, management.sid, *management.kept);
  const auto server = w.accounts.admit_server(management, v1_1, policy());
  REQUIRE(server);
  CHECK_FALSE(w.accounts.is_current(*who, s.sid));
  CHECK(w.accounts.admit_bootstrap_server(rpk_session(), v1_1, policy()).reasons() ==
        only(refusal::account_is_server));
}

TEST_CASE("empty identities, and NUL in one", "[channel][I16]") {
  client_world w;
  auto s = psk_session();
  s.local_is.value = {};
  CHECK(w.why_not_psk(s) == only(refusal::peer_unidentified));
  auto one = psk_account();
  one.server = short_server_id{106};
  one.identity = {};
  CHECK(w.accounts.add(one) == channel::account_faults{account_fault::identity_missing});
  const auto nul = pki::of_text(std::string("urn:dev\0evil", 12));
  one.identity = view_of(nul);
  CHECK(w.accounts.add(one) == channel::account_faults{account_fault::identity_has_nul});
}

TEST_CASE("who knows an identity alone does not take a session's key away", "[channel][I17]") {
  client_world w;
  const auto served = [](unsigned number) {
    auto s = psk_session();
    s.end = dtls_role::server;
    s.peer_is = s.local_is;
    s.local_is = {};
    s.sid = session_id{std::uint64_t{number}};
    return s;
  };
  const auto asks = [&](const session& s) {
    return !w.accounts.supply_key(view_of(identity_101), s.sid, *s.kept).secret_key.empty();
  };
  const auto true_peer = served(1);
  REQUIRE(asks(true_peer));
  for (unsigned number = 2; number < 100; ++number) {
    CHECK(asks(served(number)));  // half-open: each binds itself alone
    CHECK(w.why_not(served(number)) == only(refusal::key_not_supplied));
  }
  CHECK(w.why_not(true_peer).empty());
  // Several sessions of one account at once, and one ends without the others.
  const auto second = served(100);
  REQUIRE(asks(second));
  const auto one = w.accounts.admit_server(true_peer, v1_1),
             two = w.accounts.admit_server(second, v1_1);
  CHECK(w.accounts.is_current(*one, true_peer));
  CHECK(w.accounts.is_current(*two, second));
  w.accounts.session_ended(true_peer.sid);
  CHECK_FALSE(w.accounts.is_current(*one, true_peer));
  CHECK(w.accounts.is_current(*two, second));
}

TEST_CASE("a PSK is bound to the account that supplied the key", "[channel][I17]") {
  client_world w;
  const auto s = psk_session();
  CHECK(w.why_not(s) == only(refusal::key_not_supplied));
  const auto given = w.accounts.supply_key(server_101, s.sid, *s.kept);
  CHECK(equal(given.identity, view_of(identity_101)));
  CHECK(equal(given.secret_key, view_of(secret)));
  CHECK(w.why_not(s).empty());
  // What is supplied to no session binds nothing, and frees nothing.
  channel::session_binding spare;
  CHECK(w.accounts.supply_key(server_101, session_id{}, spare).secret_key.empty());
  CHECK(w.why_not(s).empty());
  auto other = psk_session();
  other.sid = session_id{std::uint64_t{2}};
  CHECK(w.why_not(other) == only(refusal::key_not_supplied));
  // The Bootstrap Server's key went to this session after it: it is no longer the Server's.
  (void)w.accounts.supply_key(lwm2m::access::bootstrap, s.sid, *s.kept);
  CHECK(w.why_not(s) == only(refusal::key_not_supplied));
  // What the peer says is not looked at.
  (void)w.accounts.supply_key(server_101, s.sid, *s.kept);
  auto lying = s;
  lying.peer_is = {identity_kind::psk, view_of(identity_bootstrap)};
  CHECK(w.accounts.admit_server(lying, v1_1, policy())->server() == server_101);
  // A binding that another session took along is no key of that one.
  lying.sid = other.sid;
  CHECK(w.why_not(lying) == only(refusal::key_not_supplied));
  CHECK(w.accounts.supply_key(server_102, s.sid, *s.kept).secret_key.empty());
  CHECK(w.accounts.supply_key(view_of(pki::of_text("nobody")), s.sid, spare).secret_key.empty());
}

TEST_CASE("what other accounts wrote into a session counts for nothing", "[channel][I12][I22]") {
  client_world w, others;
  const auto full = psk_session();
  (void)w.accounts.supply_key(server_101, full.sid, *full.kept);
  REQUIRE(w.accounts.admit_server(full, v1_1, policy()));
  auto later = psk_session();
  later.kept = full.kept;
  later.sid = session_id{std::uint64_t{3}};
  later.history = resumption::ticket;
  REQUIRE(w.why_not(later).empty());
  channel::session_binding spare;
  (void)others.accounts.supply_key(server_101, later.sid, *later.kept);
  CHECK(others.why_not(later) == only(refusal::resumed_without_verdict));
}

TEST_CASE("key sizes", "[channel][I18]") {
  client_world w;
  const struct {
    const char* kind;
    bool is_allowed;
  } rows[] = {{"P-192", false},    {"P-224", false},    {"P-256", true},    {"P-384", true},
              {"P-521", true},     {"RSA-1024", false}, {"RSA-2048", true}, {"ED25519", true},
              {"secp256k1", true}, {"secp160r1", false}};
  for (const auto& row : rows) {
    CAPTURE(row.kind);
    auto spec = server_spec();
    spec.key = row.kind;
    const auto made = pki::issue(spec);
    const auto why = w.why_not(x509_session(made));
    CHECK(why.empty() == row.is_allowed);
    CHECK((row.is_allowed || why.has(refusal::key_too_small) || why.has(refusal::key_unknown)));
    const auto raw = make_raw_key(row.kind);
    auto one = rpk_account();
    one.server = short_server_id{107};
    one.peer_key = view_of(raw.spki);
    channel::accounts<1> accounts;
    CHECK(accounts.add(one).empty() == row.is_allowed);
  }
}

TEST_CASE("credentials that are alike in part are others", "[channel][I8][I16]") {
  client_world w;
  channel::session_binding spare;
  for (const char* other :
       {"client-for-102", "Client-for-101", "client-for-10", "xclient-for-101"}) {
    CAPTURE(other);
    const auto identity = pki::of_text(other);
    CHECK(w.why_not(psk_session(identity)) ==
          only(refusal::account_unknown, refusal::own_identity_other));
    CHECK(w.accounts.supply_key(view_of(identity), session_id{std::uint64_t{1}}, spare)
              .secret_key.empty());
  }
  CHECK(w.accounts.supply_key(channel::bytes{}, session_id{std::uint64_t{1}}, spare)
            .secret_key.empty());
  auto key = server_key().spki;
  key[30] ^= 1U;
  auto s = rpk_session();
  s.peer_is.value = view_of(key);
  CHECK(w.why_not(s) == only(refusal::account_unknown, refusal::pinned_key_other));
}

TEST_CASE("an account of another mode that has what is shown", "[channel][I8][I20]") {
  const auto why = [](const account& only_one, const session& s) {
    channel::accounts<1> accounts;
    REQUIRE(accounts.add(only_one).empty());
    return accounts.admit_server(s, v1_1, policy()).reasons();
  };
  const auto unknown = only(refusal::account_unknown);
  const auto other_mode = only(refusal::account_unknown, refusal::mode_other);
  const auto key = pki::spki_of(server_certificate().key.get());
  auto raw = rpk_session();
  raw.peer_is.value = view_of(key);

  // A raw public key that a certificate account pins, as a key and as a certificate.
  auto pinned = x509_account();
  pinned.peer_key = view_of(key);
  CHECK(why(pinned, raw) == other_mode);
  pinned.peer_key = view_of(server_certificate().der);
  CHECK(why(pinned, raw) == other_mode);
  CHECK(why(pinned, rpk_session()) == unknown);
  CHECK(why(x509_account(), raw) == unknown);

  // A certificate that names the host of a PSK account, or that NoSec's account pins.
  auto named = psk_account();
  named.server_uri = "coaps://lwm2m.example.com";
  CHECK(why(named, x509_session()) == other_mode);
  CHECK(why(named, raw) == unknown);
  for (const char* uri : {"coaps://other.example.com", "coaps://", ""}) {
    named.server_uri = uri;
    CHECK(why(named, x509_session()) == unknown);
  }
  auto plain = named;
  plain.mode = security_mode::no_sec;
  CHECK(why(plain, x509_session()) == unknown);
  plain.peer_key = view_of(server_certificate().der);
  CHECK(why(plain, x509_session()) == other_mode);

  // A PSK identity that NoSec's account is configured with.
  CHECK(why(plain, psk_session()) == other_mode);
  CHECK(why(plain, psk_session(identity_bootstrap)) == unknown);
  CHECK(why(rpk_account(), psk_session()) == unknown);

  // At the Server, by the Endpoint Name.
  channel::accounts<1> at_server;
  account client{.kind = account_kind::client, .mode = security_mode::psk};
  client.identity = view_of(identity_101);
  client.secret_key = view_of(secret);
  client.endpoint_name = endpoint;
  REQUIRE(at_server.add(client).empty());
  CHECK(at_server.admit_client(client_session(), v1_1, policy()).reasons() == other_mode);
  client.endpoint_name = "urn:other";
  REQUIRE(at_server.remove(channel::text{endpoint}));
  REQUIRE(at_server.add(client).empty());
  CHECK(at_server.admit_client(client_session(), v1_1, policy()).reasons() == unknown);
}

TEST_CASE("the kind of account that was asked for", "[channel][I11][I20]") {
  server_world w;
  CHECK(w.accounts.admit_server(client_session(), v1_1, policy()).reasons() ==
        only(refusal::account_is_client));
  client_world c;
  CHECK(c.accounts.admit_client(x509_session(), v1_1, policy()).reasons() ==
        only(refusal::account_is_server));
  const auto of_bootstrap = psk_session(identity_bootstrap);
  (void)c.accounts.supply_key(lwm2m::access::bootstrap, of_bootstrap.sid, *of_bootstrap.kept);
  CHECK(c.accounts.admit_client(of_bootstrap, v1_1, policy()).reasons() ==
        only(refusal::account_is_bootstrap));
}
