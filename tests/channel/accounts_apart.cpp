// Which accounts are told apart: by credentials, or by the name of the account that a session was
// opened for.

#include <support/catch.hpp>

#include <array>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <string>

#include "support/client_world.hpp"

using namespace stated;

namespace {

const auto doubled = channel::account_faults{account_fault::credentials_doubled};
const auto first_key = pki::of_text("first-key-of-all");
const auto second_key = pki::of_text("second-key-of-it");

account psk_client(const char* name, const pki::octets& identity) {
  account made{.kind = account_kind::client, .mode = security_mode::psk};
  made.identity = view_of(identity);
  made.secret_key = view_of(secret);
  made.endpoint_name = name;
  return made;
}

account certified_client(const char* name) {
  account made = client_account();
  made.endpoint_name = name;
  return made;
}

}  // namespace

TEST_CASE("at a Server, accounts that credentials cannot tell apart are refused, both named",
          "[channel][I21]") {
  channel::accounts<8> accounts;
  const auto refused = [&](const account& more, const char* beside) {
    const auto report = accounts.add(more);
    CHECK(report == doubled);
    CHECK(report.other.kind == account_kind::client);
    CHECK(equal<char>(report.other.endpoint_name, channel::text{beside}));
  };
  REQUIRE(accounts.add(psk_client("urn:a", identity_101)).empty());
  refused(psk_client("urn:b", identity_101), "urn:a");
  account raw{.kind = account_kind::client, .mode = security_mode::raw_public_key};
  raw.peer_key = view_of(client_key().spki);
  raw.endpoint_name = "urn:c";
  REQUIRE(accounts.add(raw).empty());
  raw.endpoint_name = "urn:d";
  refused(raw, "urn:c");
  // The same key by its digest: what the engine itself can make is found out.
  std::uint8_t digest[32];
  channel::detail::make_sha256(view_of(client_key().spki), digest);
  raw.peer_key = channel::bytes{digest};
  raw.matching = channel::matching_type::sha256;
  refused(raw, "urn:c");

  // A name that another account's certificate has.
  REQUIRE(accounts.add(certified_client("urn:e")).empty());
  auto looked_up = certified_client("urn:f");
  looked_up.certificate_name = "urn:e";
  refused(looked_up, "urn:e");
  auto pinned = looked_up;
  pinned.peer_key = view_of(client_certificate().der);
  refused(pinned, "urn:e");  // the other one takes every certificate of that name
  looked_up.certificate_name = "serial-1";
  CHECK(accounts.add(looked_up).empty());
  // Two pins tell two accounts of one name apart, a Client's and another kind's anyway.
  channel::accounts<3> two;
  pinned.certificate_name = "serial-1";
  REQUIRE(two.add(pinned).empty());
  auto other = pinned;
  other.endpoint_name = "urn:g";
  other.peer_key = view_of(client_key().spki);
  CHECK(two.add(other).empty());
  auto oscore = psk_client("urn:h", identity_101);
  oscore.mode = security_mode::oscore;
  CHECK(two.add(oscore).empty());
}

TEST_CASE("a Client's accounts may share identity, host and certificate", "[channel][I11][I21]") {
  channel::accounts<4> accounts;
  auto server = psk_account(), bootstrap = bootstrap_account();
  bootstrap.identity = server.identity;
  server.secret_key = view_of(first_key);
  bootstrap.secret_key = view_of(second_key);
  REQUIRE(accounts.add(server).empty());
  REQUIRE(accounts.add(bootstrap).empty());
  const auto s = psk_session();

  // The key that was supplied says whose session it is; the name narrows.
  CHECK(equal(accounts.supply_key(lwm2m::access::bootstrap, s.sid, *s.kept).secret_key,
              view_of(second_key)));
  CHECK(accounts.admit_server(s, v1_1).reasons() == only(refusal::account_is_bootstrap));
  CHECK(accounts.admit_server(s, v1_1, {}, server_101).reasons() ==
        only(refusal::key_not_supplied));
  CHECK(accounts.admit_bootstrap_server(s, v1_1, {}, lwm2m::access::bootstrap));
  CHECK(equal(accounts.supply_key(server_101, s.sid, *s.kept).secret_key, view_of(first_key)));
  CHECK(accounts.admit_server(s, v1_1)->server() == server_101);
  CHECK(accounts.admit_bootstrap_server(s, v1_1, {}, lwm2m::access::bootstrap).reasons() ==
        only(refusal::key_not_supplied));

  // Where this Client is the DTLS server, the identity does not say whose key it is.
  auto came = psk_session();
  CHECK(accounts.supply_key(view_of(identity_101), came.sid, *came.kept).secret_key.empty());
}

TEST_CASE("Servers that connect to the Client are told apart by credentials", "[channel][I21]") {
  auto one = psk_account(), other = psk_account();
  one.server_uri = other.server_uri = {};
  other.server = lwm2m::access::short_server_id{102};
  channel::accounts<2> accounts;
  REQUIRE(accounts.add(one).empty());
  CHECK(!accounts.add(other).empty());
  // A session that the Client opens to the one is no help where the other one connects.
  other.server_uri = "coaps://other.example";
  CHECK(!accounts.add(other).empty());
  one.server_uri = "coaps://one.example";
  channel::accounts<2> opened;
  REQUIRE(opened.add(one).empty());
  CHECK(opened.add(other).empty());
}

TEST_CASE("a removed account leaves nothing but how many there were", "[channel][I22]") {
  const auto bytes_of = [](const channel::accounts<2>& of) {
    std::array<unsigned char, sizeof of> bytes{};
    std::memcpy(bytes.data(), static_cast<const void*>(&of), sizeof of);
    return bytes;
  };
  channel::accounts<2> accounts;
  const auto before = bytes_of(accounts);
  auto one = psk_account();
  one.server_uri = "coaps://one.example";
  REQUIRE(accounts.add(one).empty());
  REQUIRE(bytes_of(accounts) != before);
  REQUIRE(accounts.remove(server_101));
  const auto after = bytes_of(accounts);
  std::size_t differ = 0;
  for (std::size_t k = 0; k < before.size(); ++k) differ += before[k] != after[k] ? 1U : 0U;
  CHECK(differ <= sizeof(std::uint64_t));  // the number that the next account gets
}

TEST_CASE("one certificate that names the hosts of two accounts", "[channel][I21]") {
  auto spec = server_spec();
  spec.alternative_names = {pki::dns(server_host), pki::dns("second.example.com")};
  const auto both = pki::issue(spec);
  channel::accounts<3, 8> accounts;
  auto one = x509_account();
  REQUIRE(accounts.add(one).empty());
  one.server = short_server_id{104};
  one.server_uri = "coaps://second.example.com";
  REQUIRE(accounts.add(one).empty());
  const auto s = x509_session(both);
  CHECK(accounts.admit_server(s, v1_1).reasons() == only(refusal::account_ambiguous));
  CHECK(accounts.admit_server(s, v1_1, {}, server_103)->server() == server_103);
  CHECK(accounts.admit_server(s, v1_1, {}, one.server)->server() == one.server);
  // Two ports of one host: the Bootstrap Server and a Server of one provider.
  auto bootstrap = x509_account();
  bootstrap.kind = account_kind::bootstrap_server;
  bootstrap.server = {};
  REQUIRE(accounts.add(bootstrap).empty());
  CHECK(accounts.admit_server(x509_session(), v1_1)->server() == server_103);
  CHECK(accounts.admit_bootstrap_server(x509_session(), v1_1));
}

TEST_CASE("the reasons are those of the account that was meant", "[channel][I20][I21]") {
  client_world w;
  auto second = x509_account();
  second.server = short_server_id{104};
  second.server_uri = "coaps://second.example.com";
  second.peer_key = view_of(client_key().spki);
  second.usage = channel::certificate_usage::service_certificate_constraint;
  REQUIRE(w.accounts.add(second).empty());
  auto spec = server_spec();
  spec.alternative_names = {pki::dns("third.example.com")};
  const auto third = pki::issue(spec);
  const auto why = [&](const session& s, channel::account_key meant) {
    return w.why_not(s, {}, v1_1, meant);
  };
  CHECK(why(x509_session(third), {}) == only(refusal::account_unknown));  // several may be meant
  CHECK(why(x509_session(third), server_103) == only(refusal::host_name_other));
  CHECK(why(x509_session(third), second.server) ==
        only(refusal::host_name_other, refusal::pinned_key_other));
  CHECK(why(x509_session(), second.server) ==
        only(refusal::host_name_other, refusal::pinned_key_other));
  CHECK(why(x509_session(), server_102) == only(refusal::mode_other));
  CHECK(why(x509_session(), server_101) == only(refusal::mode_other));
  CHECK(why(x509_session(), short_server_id{110}) == only(refusal::account_unknown));
  CHECK(why(x509_session(), lwm2m::access::bootstrap) ==
        only(refusal::mode_other, refusal::account_is_bootstrap));
  CHECK(why(rpk_session(), server_102).empty());
  CHECK(why(psk_session(identity_bootstrap), server_101) ==
        only(refusal::own_identity_other, refusal::key_not_supplied));
  auto nobody = rpk_session();
  nobody.peer_is = {};
  CHECK(why(nobody, server_102).has(refusal::peer_unidentified));
  // The name proves nothing.
  auto unverified = x509_session();
  unverified.verified = answer::no;
  CHECK(why(unverified, server_103) == only(refusal::peer_not_verified));
}

TEST_CASE("NoSec accounts of a Client are told apart by name", "[channel][I15][I21]") {
  channel::accounts<2> accounts;
  account plain{.kind = account_kind::server, .server = server_101, .mode = security_mode::no_sec};
  REQUIRE(accounts.add(plain).empty());
  plain.server = server_102;
  REQUIRE(accounts.add(plain).empty());
  channel_policy open;
  open.allow_no_sec = true;
  const session_id over{std::uint64_t{7}};
  const auto admit = [&](channel::account_key meant) {
    return accounts.admit_unauthenticated_server(over, v1_1, open, meant);
  };
  CHECK(admit({}).reasons() == only(refusal::account_ambiguous));
  CHECK(admit(server_102)->server() == server_102);
  CHECK(admit(short_server_id{110}).reasons() == only(refusal::account_unknown));
}

TEST_CASE("accounts that become others borrow from those, hosts included", "[channel][I11][I22]") {
  std::string first{"coaps://lwm2m.example.com:5684"}, second{first};
  channel::accounts<3> accounts, staged;
  auto one = x509_account();
  one.server_uri = channel::text{first};
  REQUIRE(accounts.add(one).empty());
  REQUIRE(accounts.add(rpk_account()).empty());
  const auto s = x509_session(), raw = rpk_session();
  const auto kept = accounts.admit_server(s, v1_1);
  auto other_session = raw;
  other_session.sid = session_id{std::uint64_t{2}};
  const auto ended = accounts.admit_server(other_session, v1_1);
  REQUIRE(kept);
  REQUIRE(ended);
  one.server_uri = channel::text{second};
  REQUIRE(staged.add(one).empty());
  REQUIRE(staged.add(psk_account()).empty());
  REQUIRE(accounts.become(staged));
  first.assign(first.size(), 'x');
  CHECK(accounts.is_current(*kept, s));
  CHECK_FALSE(accounts.is_current(*ended, other_session));
  CHECK(accounts.has(server_101));
  CHECK_FALSE(accounts.has(server_102));
  CHECK(accounts.admit_server(s, v1_1).reasons().empty());
  channel::accounts<1> small;
  CHECK_FALSE(small.become(staged));
}

TEST_CASE("accounts are told apart, and a Register is asked of PSK Clients too", "[channel][I9]") {
  client_world w;
  CHECK(w.accounts.has(server_101));
  CHECK_FALSE(w.accounts.has(short_server_id{110}));
  session s = psk_session();
  CHECK(w.accounts.supply_key(short_server_id{110}, s.sid, *s.kept).secret_key.empty());

  channel::accounts<2> at_server;
  account client{.kind = account_kind::client, .mode = security_mode::psk};
  client.identity = view_of(identity_101);
  client.secret_key = view_of(secret);
  client.endpoint_name = endpoint;
  REQUIRE(at_server.add(client).empty());
  s.end = dtls_role::server;
  s.peer_is = s.local_is;
  s.local_is = {};
  REQUIRE_FALSE(at_server.supply_key(view_of(identity_101), s.sid, *s.kept).secret_key.empty());
  const auto who = at_server.admit_client(s, v1_1, policy());
  REQUIRE(who);
  CHECK(at_server.refusals_at_register(*who, s, v1_1, endpoint).empty());
  CHECK(at_server.refusals_at_register(*who, s, v1_1, "urn:other") ==
        only(refusal::endpoint_name_other));
  s.sid = session_id{std::uint64_t{2}};
  CHECK(at_server.refusals_at_register(*who, s, v1_1, endpoint) == only(refusal::account_unknown));
}
