// Clients at a Server: names, Registers, any number of sessions (I9, I22).

#include <support/catch.hpp>

#include <string>

#include "support/client_world.hpp"

using namespace stated;
using lwm2m::access::edition_name;

namespace {

pki::issued certificate_of_client(const std::string& name) {
  auto spec = client_spec();
  spec.subject = {pki::common_name(name)};
  return pki::issue(spec);
}

session session_of(const pki::issued& client, unsigned number = 1) {
  auto s = client_session(client);
  s.sid = session_id{std::uint64_t{number}};
  return s;
}

/// An account for `urn:dev:A`, and one for any certified Client.
account any_client() {
  account made = client_account();
  made.endpoint_name = {};
  return made;
}
account client_a() {
  account made = client_account();
  made.endpoint_name = "urn:dev:A";
  return made;
}

std::string string_of(channel::text of) { return {of.begin(), of.end()}; }

const pki::issued& certified_a() {
  static const pki::issued made = certificate_of_client("urn:dev:A");
  return made;
}

}  // namespace

TEST_CASE("a name that has an account of its own is that account's or nobody's",
          "[channel][I8][I9]") {
  const auto impostor = certificate_of_client("urn:dev:A"), other = certificate_of_client("urn:B");
  channel::accounts<2> accounts;
  auto named = client_a();

  SECTION("a pinned account") {
    named.peer_key = view_of(certified_a().der);
    REQUIRE(accounts.add(named).empty());
    REQUIRE(accounts.add(any_client()).empty());
    CHECK(accounts.admit_client(session_of(impostor), v1_1).reasons() ==
          only(refusal::account_unknown, refusal::pinned_key_other));
    CHECK(accounts.admit_client(session_of(certified_a()), v1_1));
  }
  SECTION("a PSK account") {
    named.mode = security_mode::psk;
    named.identity = view_of(identity_101);
    named.secret_key = view_of(secret);
    REQUIRE(accounts.add(any_client()).empty());
    REQUIRE(accounts.add(named).empty());
    CHECK(accounts.admit_client(session_of(impostor), v1_1).reasons() ==
          only(refusal::account_unknown, refusal::mode_other));
  }
  SECTION("an account that the caller names") {
    named.peer_key = view_of(certified_a().der);
    REQUIRE(accounts.add(named).empty());
    REQUIRE(accounts.add(any_client()).empty());
    CHECK(accounts.admit_client(session_of(impostor), v1_1, {}, channel::text{}).reasons() ==
          only(refusal::name_has_account));
    CHECK(accounts.admit_client(session_of(impostor), v1_1, {}, channel::text{"urn:dev:A"})
              .reasons() == only(refusal::pinned_key_other));
  }
  SECTION("an account that is configured later, before and after the Register") {
    REQUIRE(accounts.add(any_client()).empty());
    const auto s = session_of(impostor);
    const auto who = accounts.admit_client(s, v1_1);
    REQUIRE(who);
    CHECK(accounts.refusals_at_register(*who, s, v1_1, "urn:dev:A").empty());
    named.peer_key = view_of(certified_a().der);
    REQUIRE(accounts.add(named).empty());
    CHECK(accounts.refusals_at_register(*who, s, v1_1, "urn:dev:A") ==
          only(refusal::name_has_account));
    CHECK_FALSE(accounts.is_current(*who, s));
    REQUIRE(accounts.remove(channel::text{"urn:dev:A"}));
    CHECK(accounts.is_current(*who, s));
  }
  if (accounts.has(channel::text{}))
    CHECK(string_of(accounts.admit_client(session_of(other, 2), v1_1)->endpoint_name()) == "urn:B");
}

TEST_CASE("an account may give the name in the certificate", "[channel][I9]") {
  const auto serial = certificate_of_client("serial-17"), plain = certified_a();
  channel::accounts<3> accounts;
  auto looked_up = client_a();
  looked_up.certificate_name = "serial-17";
  REQUIRE(accounts.add(looked_up).empty());
  REQUIRE(accounts.add(any_client()).empty());
  const auto who = accounts.admit_client(session_of(serial), edition_name::v1_0);
  REQUIRE(who);
  CHECK(string_of(who->endpoint_name()) == "urn:dev:A");
  CHECK(accounts.refusals_at_register(*who, session_of(serial), v1_1, "serial-17") ==
        only(refusal::endpoint_name_other));
  // The draft compares with the Endpoint Name; either name is this account's.
  CHECK(accounts.admit_client(session_of(serial), edition_name::draft).reasons() ==
        only(refusal::account_unknown, refusal::cn_other));
  CHECK(accounts.admit_client(session_of(plain), edition_name::draft));
  CHECK(accounts.admit_client(session_of(plain), v1_1).reasons() ==
        only(refusal::account_unknown, refusal::cn_other));
  account nameless = any_client();
  nameless.certificate_name = "serial-18";
  CHECK(accounts.add(nameless).has(account_fault::endpoint_name_missing));
}

TEST_CASE("a Register is asked for the name that the admission carries", "[channel][I9]") {
  channel::accounts<2> accounts;
  REQUIRE(accounts.add(any_client()).empty());
  const auto s = session_of(certified_a());
  auto admitted = accounts.admit_client(s, v1_1);
  REQUIRE(admitted);
  const channel::authenticated_client who = std::move(*admitted);
  CHECK(admitted->endpoint_name().empty());  // moved from, it is nobody
  CHECK(string_of(who.endpoint_name()) == "urn:dev:A");
  const auto at_register = [&](edition_name edition, channel::text name) {
    return accounts.refusals_at_register(who, s, edition, name);
  };
  CHECK(at_register(v1_1, "urn:dev:A").empty());
  CHECK(at_register(v1_1, "urn:dev:B") == only(refusal::endpoint_name_other));
  CHECK(at_register(v1_1, "").empty());
  CHECK(at_register(edition_name::v1_2, "").empty());
  CHECK(at_register(edition_name::v1_0, "") == only(refusal::endpoint_name_other));
  CHECK(at_register(edition_name::draft, "") == only(refusal::endpoint_name_other));
  accounts.session_ended(s.sid);
  CHECK(at_register(v1_1, "urn:dev:A") == only(refusal::account_unknown));
}

TEST_CASE("the names that an admission can carry", "[channel][I9][I19]") {
  channel::accounts<1, 4> accounts;
  REQUIRE(accounts.add(any_client()).empty());
  const auto why = [&](const std::string& name) {
    auto spec = client_spec();
    spec.subject = {pki::common_name(name)};
    const auto made = pki::issue(spec);
    return accounts.admit_client(session_of(made), v1_1).reasons();
  };
  CHECK(why(std::string(128, 'x')).empty());
  CHECK(why(std::string(129, 'x')) ==
        only(refusal::account_unknown, refusal::endpoint_name_too_long));
  CHECK(why("") == only(refusal::account_unknown, refusal::cn_missing));
  CHECK(why(std::string("urn\0dev", 7)) == only(refusal::account_unknown, refusal::cn_encoding));
  account longer = client_account();
  const std::string name(129, 'x');
  longer.endpoint_name = name;
  CHECK(accounts.add(longer).has(account_fault::endpoint_name_too_long));
}

TEST_CASE("any number of Clients under one account, each with its own session and end",
          "[channel][I9][I12][I22]") {
  channel::accounts<1, 16> accounts;
  REQUIRE(accounts.add(any_client()).empty());
  std::vector<pki::issued> clients;
  std::vector<session> sessions;
  std::vector<channel::authenticated_client> admitted;
  for (unsigned k = 0; k < 16; ++k) {
    clients.push_back(certificate_of_client("urn:dev:" + std::to_string(k)));
    sessions.push_back(session_of(clients.back(), k + 1));
  }
  for (unsigned k = 0; k < 16; ++k) {
    sessions[k].peer_is.value = view_of(clients[k].der);
    auto who = accounts.admit_client(sessions[k], v1_1);
    REQUIRE(who);
    admitted.push_back(std::move(*who));
  }
  const auto late = certificate_of_client("urn:dev:late");
  CHECK(accounts.admit_client(session_of(late, 17), v1_1).reasons() ==
        only(refusal::sessions_full));
  for (unsigned k = 0; k < 16; ++k) {
    CHECK(string_of(admitted[k].endpoint_name()) == "urn:dev:" + std::to_string(k));
    CHECK(accounts.is_current(admitted[k], sessions[k]));
  }
  accounts.session_ended(sessions[5].sid);
  for (unsigned k = 0; k < 16; ++k)
    CHECK(accounts.is_current(admitted[k], sessions[k]) == (k != 5));
  CHECK(accounts.admit_client(session_of(late, 17), v1_1));
  // Each is resumed on its own verdict.
  auto resumed = sessions[5];
  resumed.history = resumption::ticket;
  accounts.session_ended(session_id{std::uint64_t{17}});
  CHECK(accounts.admit_client(resumed, v1_1));
  accounts.session_ended(resumed.sid);
  resumed.kept = sessions[6].kept;
  CHECK(accounts.admit_client(resumed, v1_1).reasons() == only(refusal::resumed_without_verdict));
  // The account goes, and all of them with it.
  REQUIRE(accounts.remove(channel::text{}));
  for (unsigned k = 0; k < 16; ++k) CHECK_FALSE(accounts.is_current(admitted[k], sessions[k]));
}

TEST_CASE("a session that handshakes again is another one", "[channel][I22]") {
  client_world w;
  auto s = rpk_session();
  const auto who = w.accounts.admit_server(s, v1_1);
  REQUIRE(who);
  CHECK(w.accounts.is_current(*who, s));
  CHECK(w.accounts.is_current(*who, s.sid));  // not told
  s.shaken = 2;
  CHECK_FALSE(w.accounts.is_current(*who, s));
  const auto anew = w.accounts.admit_server(s, v1_1);
  CHECK(w.accounts.is_current(*anew, s));
  CHECK_FALSE(w.accounts.is_current(*who, s.sid));
  s.shaken = 0;
  CHECK(w.accounts.is_current(*anew, s));
}
