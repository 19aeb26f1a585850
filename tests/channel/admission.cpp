// Modes and editions, the sets of reasons, and room for accounts (I15, I20, I21).

#include <support/catch.hpp>

#include <string>
#include <vector>

#include "support/client_world.hpp"

using namespace stated;
using channel::null_session;

TEST_CASE("security modes by edition, NoSec by name only", "[channel][I15]") {
  using lwm2m::access::edition_name;
  STATIC_REQUIRE(channel::security_mode_of(0) == security_mode::psk);
  STATIC_REQUIRE(channel::security_mode_of(4) == security_mode::certificate_est);
  STATIC_REQUIRE(channel::security_mode_of(5) == security_mode::none);
  STATIC_REQUIRE(channel::security_mode_of(-1) == security_mode::none);
  STATIC_REQUIRE(channel::security_mode_of(std::int64_t{1} << 32) == security_mode::none);
  for (unsigned edition = 0; edition <= 5; ++edition)
    for (unsigned mode = 0; mode <= 7; ++mode) {
      const bool expected = edition >= 1 && edition <= 4 && mode >= 1 &&
                            mode <= (edition == 1   ? 3U
                                     : edition == 2 ? 5U
                                                    : 6U);
      CHECK(channel::has_mode(static_cast<edition_name>(edition),
                              static_cast<security_mode>(mode)) == expected);
    }
  client_world w;
  CHECK(w.why_not(rpk_session(), {}, edition_name{}) == only(refusal::mode_not_in_edition));

  const session_id plain{std::uint64_t{9}};
  auto rules = policy();
  auto edition = v1_1;
  const auto why = [&] {
    return w.accounts.admit_unauthenticated_server(plain, edition, rules).reasons();
  };
  CHECK(why() == only(refusal::no_sec_not_allowed, refusal::account_unknown));
  REQUIRE(w.accounts
              .add({.kind = account_kind::server,
                    .server = short_server_id{105},
                    .mode = security_mode::no_sec})
              .empty());
  CHECK(why() == only(refusal::no_sec_not_allowed));
  rules.allow_no_sec = true;
  CHECK(why().empty());
  CHECK(w.accounts.admit_unauthenticated_server({}, v1_1, rules).reasons() ==
        only(refusal::session_unnamed));
  edition = edition_name::draft;
  CHECK(why() == only(refusal::mode_not_in_edition));
  auto est = x509_account();
  est.mode = security_mode::certificate_est;
  REQUIRE(w.accounts.change(est).empty());
  CHECK(w.why_not(x509_session()).empty());
  CHECK(w.why_not(x509_session(), rules, edition) == only(refusal::mode_not_in_edition));
  // NoSec reaches no account of another mode.
  CHECK(
      w.accounts.admit_server(null_session{}, v1_1, rules).reasons().has(refusal::not_established));
}

TEST_CASE("a refusal names all its reasons, each with a sentence", "[channel][I20]") {
  client_world w;
  auto spec = server_spec();
  spec.alternative_names = {pki::dns("other.example.com")};
  spec.digest = "SHA1";
  spec.key = "P-224";
  spec.version = 3;
  spec.until_days = 0;
  const auto bad = pki::issue(spec);
  auto s = x509_session(bad);
  s.verified = answer::no;
  s.suite = 0xC009;
  s.version = 0xFEFF;
  auto rules = policy();
  rules.now = std::int64_t{1} << 40;
  CHECK(w.why_not(s, rules) ==
        only(refusal::protocol_refused, refusal::suite_sha1, refusal::suite_not_listed,
             refusal::peer_not_verified, refusal::account_unknown, refusal::key_too_small,
             refusal::hash_too_weak, refusal::certificate_expired, refusal::host_name_other));
  rules.now = 1;
  CHECK(w.why_not(s, rules).has(refusal::certificate_not_yet_valid));

  const std::string no_value = "This is no value of the enumeration.";
  std::string all;
  for (unsigned k = 0; k < 64; ++k) {
    const std::string one = channel::sentence(static_cast<refusal>(k));
    if (k <= static_cast<unsigned>(last_of(refusal{}))) {
      CHECK(one != no_value);
      CHECK(all.find(one) == std::string::npos);
    } else {
      CHECK(one == no_value);
    }
    all += one;
  }
  for (unsigned k = 0; k <= static_cast<unsigned>(last_of(account_fault{})); ++k)
    CHECK(std::string(channel::sentence(static_cast<account_fault>(k))) != no_value);
  account empty;
  CHECK(w.accounts.add(empty).size() == 2);
}

TEST_CASE("a set holds each value from 0 to 63 by itself, and tells them in their order",
          "[channel][I20]") {
  using set = channel::set_of<refusal>;
  const auto told = [](const set& of) {
    std::vector<int> values;
    of.for_each([&](refusal each) { values.push_back(static_cast<int>(each)); });
    return values;
  };
  set all;
  std::vector<int> expected;
  for (int k = 0; k < 64; ++k) {
    const set one = refusal(k);
    for (int other = 0; other < 64; ++other) CHECK(one.has(refusal(other)) == (other == k));
    CHECK(one.size() == 1);
    CHECK(told(one) == std::vector<int>{k});
    CHECK(all.size() == k);
    all.add(one);
    expected.push_back(k);
    CHECK(told(all) == expected);
  }
  CHECK(all.size() == 64);
  CHECK(told(all.remove(refusal(0))) == std::vector<int>(expected.begin() + 1, expected.end()));
}

TEST_CASE("every combination of faults is named, no more and no less", "[channel][I20]") {
  struct fault {
    void (*apply)(session&, channel_policy&);
    refusals named;
  };
  const fault faults[] = {
      {[](session& s, channel_policy&) { s.sid = {}; }, only(refusal::session_unnamed)},
      {[](session& s, channel_policy&) { s.verified = answer::no; },
       only(refusal::peer_not_verified)},
      {[](session& s, channel_policy&) { s.version = 0xFEFF; }, only(refusal::protocol_refused)},
      {[](session& s, channel_policy&) { s.suite = 0xC009; },
       only(refusal::suite_sha1, refusal::suite_not_listed)},
      {[](session& s, channel_policy&) { s.end = dtls_role::unknown; },
       only(refusal::role_unknown)},
      {[](session& s, channel_policy&) { s.signed_with = channel::hash::md5; },
       only(refusal::handshake_hash_too_weak)},
      {[](session& s, channel_policy&) { s.group = 192; }, only(refusal::group_too_small)},
      {[](session& s, channel_policy&) { s.local_is = {}; }, only(refusal::own_identity_missing)},
      {[](session& s, channel_policy&) { s.kept = nullptr; }, refusals{}}};
  client_world w;
  for (unsigned set = 0; set < 1U << 9; ++set) {
    auto s = rpk_session();
    auto rules = policy();
    refusals expected;
    for (unsigned k = 0; k < 9; ++k)
      if ((set >> k & 1U) != 0) {
        faults[k].apply(s, rules);
        expected.add(faults[k].named);
      }
    CHECK(w.why_not(s, rules) == expected);
  }
}

TEST_CASE("what an account is changed to is told apart from the others", "[channel][I21]") {
  const auto second_identity = pki::of_text("second");
  account first{.kind = account_kind::client, .mode = security_mode::psk};
  first.identity = view_of(identity_101);
  first.secret_key = view_of(secret);
  first.endpoint_name = "urn:first";
  auto second = first;
  second.identity = view_of(second_identity);
  second.endpoint_name = "urn:second";
  channel::accounts<2> at_server;
  REQUIRE(at_server.add(first).empty());
  REQUIRE(at_server.add(second).empty());
  second.identity = first.identity;
  const auto report = at_server.change(second);
  CHECK(report == channel::account_faults{account_fault::credentials_doubled});
  CHECK(report.other.names(first));
  channel::session_binding kept;
  CHECK_FALSE(at_server.supply_key(view_of(second_identity), session_id{std::uint64_t{1}}, kept)
                  .secret_key.empty());
}

TEST_CASE("room for as many accounts as were asked for", "[channel]") {
  channel::accounts<0> none;
  CHECK(none.add(psk_account()) == channel::account_faults{account_fault::no_room});
  STATIC_REQUIRE(sizeof(channel::accounts<0>) == sizeof(channel::accounts<1>));
  STATIC_REQUIRE(sizeof(channel::accounts<3, 1>) - sizeof(channel::accounts<1>) ==
                 2 * sizeof(channel::account_slot));
  STATIC_REQUIRE(sizeof(channel::accounts<1, 3>) - sizeof(channel::accounts<1>) ==
                 2 * sizeof(channel::admission_slot));
}
