// Sessions that are resumed, on the verdict of their full handshake (I12).

#include <support/catch.hpp>

#include <openssl/sha.h>

#include <cstring>
#include <memory>
#include <type_traits>

#include "support/client_world.hpp"

using namespace stated;
using pki::octets;

TEST_CASE("a resumed session rests on the verdict of its full handshake", "[channel][I12][I16]") {
  client_world w;
  const auto first = psk_session();
  auto later = psk_session();
  later.kept = first.kept;
  later.sid = session_id{std::uint64_t{2}};
  later.history = resumption::session_id;
  CHECK(w.why_not(later) == only(refusal::resumed_without_verdict));
  REQUIRE(w.why_not_psk(first).empty());
  CHECK(w.why_not(later).empty());

  SECTION("every means of resumption") {
    for (const auto how : {resumption::session_id, resumption::ticket,
                           resumption::restored_connection, resumption::resumed}) {
      later.history = how;
      CHECK(w.why_not(later).empty());
    }
    later.history = resumption::unknown;
    CHECK(w.why_not(later) == only(refusal::resumption_unknown));
  }
  SECTION("an identity that was lost is nobody") {
    later.local_is.value = {};
    CHECK(w.why_not(later).has(refusal::peer_unidentified));
  }
  SECTION("the credentials changed meanwhile") {
    auto changed = psk_account();
    const auto other_key = pki::of_text("fedcba9876543210");
    changed.secret_key = view_of(other_key);
    REQUIRE(w.accounts.change(changed).empty());
    CHECK(w.why_not(later) == only(refusal::resumed_without_verdict));
  }
  SECTION("the account was removed meanwhile, and added again") {
    REQUIRE(w.accounts.remove(server_101));
    CHECK(w.why_not(later) == only(refusal::account_unknown));
    REQUIRE(w.accounts.add(psk_account()).empty());
    CHECK(w.why_not(later) == only(refusal::resumed_without_verdict));
  }
  SECTION("the chain is gone, and the library no longer knows") {
    const auto full = x509_session();
    REQUIRE(w.why_not(full).empty());
    auto resumed = x509_session();
    resumed.kept = full.kept;
    resumed.sid = session_id{std::uint64_t{3}};
    resumed.history = resumption::ticket;
    resumed.chain = {};
    resumed.verified = answer::unknown;
    CHECK(w.why_not(resumed).empty());
    const auto own = resumed.local_is;
    resumed.local_is = {};
    CHECK(w.why_not(resumed).empty());
    resumed.local_is = {identity_kind::certificate, view_of(server_certificate().der)};
    CHECK(w.why_not(resumed) == only(refusal::own_identity_other));
    resumed.local_is = own;
    resumed.verified = answer::no;
    CHECK(w.why_not(resumed) == only(refusal::peer_not_verified));
    resumed.verified = answer::unknown;
    const auto other = pki::issue(server_spec());
    resumed.peer_is.value = view_of(other.der);
    CHECK(w.why_not(resumed) ==
          only(refusal::resumed_without_verdict, refusal::verification_unknown));
  }
  SECTION("the verdict is kept over a sleep without power") {
    STATIC_REQUIRE(std::is_trivially_copyable_v<channel::kept_verdict>);
    const auto verdict = w.accounts.verdict_of(*first.kept);
    REQUIRE(verdict);
    client_world awake;
    CHECK(awake.why_not(later) == only(refusal::resumed_without_verdict));
    later.kept = std::make_shared<channel::session_binding>();
    CHECK(awake.why_not(later) == only(refusal::resumed_without_verdict));
    CHECK(awake.accounts.keep(*later.kept, server_101, verdict));
    CHECK(awake.why_not(later).empty());
    CHECK_FALSE(awake.accounts.keep(*later.kept, server_102, verdict));
    CHECK_FALSE(awake.accounts.keep(*later.kept, server_101, channel::kept_verdict{}));
    auto changed = psk_account();
    const auto other_key = pki::of_text("fedcba9876543210");
    changed.secret_key = view_of(other_key);
    REQUIRE(awake.accounts.change(changed).empty());
    CHECK_FALSE(awake.accounts.keep(*later.kept, server_101, verdict));
  }
  SECTION("each session of an account has its own") {
    later.kept = psk_session().kept;
    CHECK(w.why_not(later) == only(refusal::resumed_without_verdict));
  }
}

TEST_CASE("a stack that keeps no bindings resumes nothing", "[channel][I12]") {
  client_world w;
  auto first = x509_session(), later = x509_session();
  first.kept = later.kept = nullptr;
  later.sid = session_id{std::uint64_t{2}};
  later.history = resumption::ticket;
  REQUIRE(w.why_not(first).empty());
  CHECK(w.why_not(later) == only(refusal::resumed_without_verdict));
}

TEST_CASE("no two admissions are the same, whatever is configured between them", "[channel][I22]") {
  client_world w;
  const auto s = rpk_session();
  const auto first = w.accounts.admit_server(s, v1_1, policy());
  REQUIRE(w.accounts
              .add({.kind = account_kind::server,
                    .server = short_server_id{105},
                    .mode = security_mode::no_sec})
              .empty());
  const auto second = w.accounts.admit_server(s, v1_1, policy());
  CHECK_FALSE(w.accounts.is_current(*first, s.sid));
  CHECK(w.accounts.is_current(*second, s.sid));
  CHECK(second->session() == s.sid);
  client_world other;
  (void)other.accounts.admit_server(s, v1_1, policy());
  CHECK_FALSE(other.accounts.is_current(*second, s.sid));
}

TEST_CASE("a key that was supplied shows a full handshake", "[channel][I12][I17]") {
  client_world w;
  auto s = psk_session();
  s.history = resumption::unknown;
  CHECK(w.why_not(s) == only(refusal::resumption_unknown));
  CHECK(w.why_not_psk(s).empty());
  auto raw = rpk_session();
  raw.history = resumption::unknown;
  CHECK(w.why_not(raw) == only(refusal::resumption_unknown));
}

TEST_CASE("a verdict that is kept is about one certificate", "[channel][I12]") {
  client_world before, awake;
  const auto full = x509_session();
  REQUIRE(before.why_not(full).empty());
  const auto verdict = before.accounts.verdict_of(*full.kept);
  REQUIRE(verdict);
  CHECK_FALSE(before.accounts.verdict_of(channel::session_binding{}));
  CHECK_FALSE(awake.accounts.verdict_of(*full.kept));  // others wrote it
  channel::session_binding kept;
  CHECK_FALSE(awake.accounts.keep(kept, short_server_id{110}, verdict));
  auto resumed = x509_session();
  resumed.history = resumption::ticket;
  CHECK(awake.why_not(resumed) == only(refusal::resumed_without_verdict));

  std::uint8_t stored[sizeof verdict];  // the mark that there is one comes last
  std::memcpy(stored, &verdict, sizeof verdict);
  stored[sizeof verdict - 4] ^= 2U;
  channel::kept_verdict altered;
  std::memcpy(&altered, stored, sizeof verdict);
  CHECK_FALSE(altered);
  CHECK_FALSE(awake.accounts.keep(*resumed.kept, server_103, altered));
  CHECK(awake.why_not(resumed) == only(refusal::resumed_without_verdict));

  CHECK(awake.accounts.keep(*resumed.kept, server_103, verdict));
  CHECK(awake.why_not(resumed).empty());
  const auto other = pki::issue(server_spec());
  resumed.peer_is.value = view_of(other.der);
  CHECK(awake.why_not(resumed) == only(refusal::resumed_without_verdict));
  CHECK(awake.accounts.verdict_of(*resumed.kept));
  REQUIRE(awake.accounts.remove(server_103));
  CHECK_FALSE(awake.accounts.verdict_of(*resumed.kept));
}

TEST_CASE("a kept verdict rests on SHA-256 over all that is configured, part by part",
          "[channel][I12]") {
  // Libcrypto's digest: a verdict that was stored holds for the next version, too.
  const auto digest_of = [](const account& of) {
    octets all;
    const auto add_number = [&](std::uint64_t number) {
      for (int shift = 56; shift >= 0; shift -= 8)
        all.push_back(static_cast<std::uint8_t>(number >> shift));
    };
    const auto add = [&](const auto& part) {
      add_number(part.size());
      all.insert(all.end(), part.begin(), part.end());
    };
    for (const auto number : {unsigned(of.kind), unsigned(of.server.value()), unsigned(of.mode),
                              unsigned(of.usage), unsigned(of.matching)})
      add_number(number);
    for (const channel::bytes part : {of.identity, of.id_context, of.secret_key, of.peer_key})
      add(part);
    for (const channel::text part : {of.server_uri, of.sni, of.endpoint_name, of.certificate_name})
      add(part);
    add_number((of.trust_pin_alone ? 1U : 0U) + (of.allow_wildcard ? 2U : 0U) +
               (of.allow_common_name ? 4U : 0U));
    octets digest(32);
    SHA256(all.data(), all.size(), digest.data());
    return digest;
  };
  const auto is_digest_of = [&](const account& of) {
    octets ours;
    for (const std::uint32_t word : channel::detail::credentials_of(of).words)
      for (int shift = 24; shift >= 0; shift -= 8)
        ours.push_back(static_cast<std::uint8_t>(word >> shift));
    return ours == digest_of(of);
  };
  CHECK(is_digest_of(account{}));
  CHECK(is_digest_of(psk_account()));
  CHECK(is_digest_of(bootstrap_account()));
  CHECK(is_digest_of(rpk_account()));
  CHECK(is_digest_of(client_account()));
  account one = x509_account();
  for (unsigned switches = 0; switches < 8; ++switches) {
    one.trust_pin_alone = (switches & 1U) != 0;
    one.allow_wildcard = (switches & 2U) != 0;
    one.allow_common_name = (switches & 4U) != 0;
    CHECK(is_digest_of(one));
  }
}
