#include <support/catch.hpp>

#include <openssl/objects.h>
#include <openssl/sha.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <string>
#include <type_traits>

#include "support/client_world.hpp"

using namespace stated;
using channel::null_session;
using pki::octets;

TEST_CASE("nobody: null, unfinished, unnamed and default-constructed sessions", "[channel][I1]") {
  client_world w;
  CHECK(w.accounts.admit_server(null_session{}, v1_1, policy()).reasons() ==
        only(refusal::not_established));
  CHECK_FALSE(channel::admission<channel::authenticated_server>{});
  CHECK(channel::admission<channel::authenticated_server>{}.reasons() ==
        only(refusal::not_decided));
  CHECK_FALSE(channel::authenticated_server{}.is_somebody());
  CHECK_FALSE(w.accounts.is_current(channel::authenticated_server{}, session_id{}));

  auto s = rpk_session();
  REQUIRE(w.why_not(s).empty());
  s.established = false;
  CHECK(w.why_not(s) == only(refusal::not_established));
  s = rpk_session();
  s.sid = {};
  CHECK(w.why_not(s) == only(refusal::session_unnamed));
  CHECK(w.why_not(session{}).has(refusal::peer_unidentified));
}

TEST_CASE("each end demands authentication of the other", "[channel][I1]") {
  client_world w;
  auto s = rpk_session();
  s.verified = answer::no;
  CHECK(w.why_not(s) == only(refusal::peer_not_verified));
  s = x509_session();
  s.local_is = {};
  CHECK(w.why_not(s) == only(refusal::own_identity_missing));
  s = rpk_session();
  s.local_is.kind = identity_kind::certificate;
  CHECK(w.why_not(s) == only(refusal::own_identity_missing));
  s = rpk_session();
  s.peer_is = {};
  CHECK(w.why_not(s) == only(refusal::peer_unidentified));
}

TEST_CASE("the DTLS role says nothing about the LwM2M role", "[channel][I1]") {
  client_world w;
  auto s = rpk_session();
  s.end = dtls_role::server;
  CHECK(w.why_not(s).empty());
  s = x509_session();
  s.end = dtls_role::server;
  CHECK(w.why_not(s).empty());
  // A Server that began the handshake with a PSK: the peer sent the identity.
  s = psk_session();
  s.end = dtls_role::server;
  s.peer_is = s.local_is;
  s.local_is = {};
  CHECK_FALSE(w.accounts.supply_key(view_of(identity_101), s.sid, *s.kept).secret_key.empty());
  CHECK(w.why_not(s).empty());
  s.end = dtls_role::unknown;
  CHECK(w.why_not(s).has(refusal::role_unknown));
}

TEST_CASE("NULL ciphers, anonymous and export key exchange", "[channel][I2]") {
  client_world w;
  const struct {
    std::uint16_t suite;
    refusal why;
  } rows[] = {{0x00B0, refusal::suite_null_cipher}, {0x002C, refusal::suite_null_cipher},
              {0xC03A, refusal::suite_null_cipher}, {0xC006, refusal::suite_null_cipher},
              {0x0000, refusal::suite_null_cipher}, {0xC018, refusal::suite_anonymous},
              {0x0034, refusal::suite_anonymous},   {0x0000, refusal::suite_anonymous},
              {0x0003, refusal::suite_export},      {0x0014, refusal::suite_export},
              {0xFFFF, refusal::suite_unknown},     {0x008A, refusal::suite_weak},
              {0x008B, refusal::suite_weak},        {0x0001, refusal::suite_weak}};
  auto rules = policy();
  rules.allow_other_suites = true;
  for (const auto& row : rows) {
    CAPTURE(row.suite);
    auto s = psk_session();
    s.suite = row.suite;
    CHECK(w.why_not_psk(s, rules).has(row.why));
  }
}

namespace {
/// A secured channel that is not DTLS.
struct sms_channel {
  channel::identity peer_is;
  channel::answer encrypts = channel::answer::yes, protects = channel::answer::yes;
  channel::session_id id() const noexcept { return channel::session_id{std::uint64_t{77}}; }
  bool is_established() const noexcept { return true; }
  channel::identity peer() const noexcept { return peer_is; }
  channel::answer peer_verified() const noexcept { return channel::answer::yes; }
  channel::identity local() const noexcept { return {}; }
  channel::answer encrypted() const noexcept { return encrypts; }
  channel::answer integrity_protected() const noexcept { return protects; }
};
}  // namespace

TEST_CASE("other channels state the same facts", "[channel][I2][I14]") {
  STATIC_REQUIRE(channel::session<sms_channel>);
  STATIC_REQUIRE(!channel::dtls_session<sms_channel>);
  client_world w;
  sms_channel sms{{identity_kind::psk, view_of(identity_101)}};
  CHECK(w.accounts.admit_server(sms, v1_1, policy()).reasons().empty());
  sms.encrypts = answer::unknown;
  CHECK(w.accounts.admit_server(sms, v1_1, policy()).reasons() == only(refusal::not_encrypted));
  sms.encrypts = answer::yes;
  sms.protects = answer::no;
  CHECK(w.accounts.admit_server(sms, v1_1, policy()).reasons() ==
        only(refusal::not_integrity_protected));
  sms.peer_is = {};
  CHECK(w.accounts.admit_server(sms, v1_1, policy()).reasons().has(refusal::peer_unidentified));
}

TEST_CASE("the protocol: a table, not a comparison", "[channel][I3]") {
  client_world w;
  auto rules = policy();
  const auto with = [&](std::uint16_t version, std::uint16_t suite) {
    auto s = rpk_session();
    s.version = version;
    s.suite = suite;
    return w.why_not(s, rules);
  };
  CHECK(with(0xFEFD, 0xC0AE).empty());
  for (const int refused : {0xFEFF, 0xFEFE, 0xFEFB, 0x0100, 0x0000, 0x0302, 0x0305, 0xFFFF})
    CHECK(with(static_cast<std::uint16_t>(refused), 0xC0AE) == only(refusal::protocol_refused));
  CHECK(with(0x0303, 0xC0AE) == only(refusal::tls_not_allowed));
  CHECK(with(0x0304, 0x1305) == only(refusal::tls_not_allowed, refusal::suite_not_listed));
  CHECK(with(0xFEFC, 0xC0AE) == only(refusal::suite_of_other_version));
  CHECK(with(0xFEFC, 0x1305) == only(refusal::suite_not_listed));
  rules.allow_other_suites = rules.allow_tls = true;
  CHECK(with(0xFEFC, 0x1305).empty());  // 1.3: the identity's kind says who was authenticated
  CHECK(with(0xFEFD, 0x1305) == only(refusal::suite_of_other_version));
  CHECK(with(0x0303, 0xC0AE).empty());
  CHECK(with(0x0304, 0x1304).empty());
  CHECK(with(0xFEFD, 0xC0A3) == only(refusal::suite_not_for_dtls));
}

TEST_CASE("PSK, raw public key and certificate, with their own suites", "[channel][I4][I5]") {
  client_world w;
  for (const std::uint16_t suite : channel::psk_suites) {
    auto s = psk_session();
    s.suite = suite;
    CHECK(w.why_not_psk(s).empty());
  }
  for (const std::uint16_t suite : channel::ecdsa_suites) {
    auto s = rpk_session();
    s.suite = suite;
    CHECK(w.why_not(s).empty());
    s = x509_session();
    s.suite = suite;
    CHECK(w.why_not(s).empty());
  }
  auto s = psk_session();
  s.suite = 0x00A8;  // TLS_PSK_WITH_AES_128_GCM_SHA256
  CHECK(w.why_not_psk(s) == only(refusal::suite_not_listed));
  auto rules = policy();
  rules.allow_other_suites = true;
  CHECK(w.why_not_psk(s, rules).empty());
  s.suite = 0xC0AE;
  CHECK(w.why_not_psk(s) == only(refusal::suite_not_listed, refusal::suite_of_other_mode));
}

TEST_CASE("SHA-1 in every form", "[channel][I6]") {
  client_world w;
  auto rules = policy();
  rules.allow_other_suites = true;
  std::size_t refused = 0;
  for (unsigned code = 0; code <= 0xFFFF; ++code) {
    const auto suite = channel::cipher_suite::of(static_cast<std::uint16_t>(code));
    if (!suite.is_registered() || suite.mac() != channel::suite_mac::sha1) continue;
    auto s = psk_session();
    s.suite = static_cast<std::uint16_t>(code);
    CHECK(w.why_not_psk(s, rules).has(refusal::suite_sha1));
    ++refused;
  }
  CHECK(refused == 112);

  auto s = x509_session();
  s.signed_with = channel::hash::sha1;
  CHECK(w.why_not(s) == only(refusal::handshake_hash_too_weak));
  auto spec = server_spec();
  spec.digest = "SHA1";
  const auto weak = pki::issue(spec);
  CHECK(w.why_not(x509_session(weak)) == only(refusal::hash_too_weak));
  spec.digest = "SHA256";
  spec.by = pki::spec::signer::sha1_intermediate;
  const auto below = pki::issue(spec);
  s = x509_session(below);
  s.chain = {below.der, pki::sha1_intermediate().der, pki::root().der};
  CHECK(w.why_not(s) == only(refusal::hash_too_weak));
  s.chain = {};
  CHECK(w.why_not(s) == only(refusal::chain_unseen));
  s = x509_session();
  s.chain = {server_certificate().der, pki::root().der};
  CHECK(w.why_not(s).empty());
}

namespace {
/// A library that tells neither the group nor the hash of the handshake.
template <class Fixed>
struct silent : Fixed {
  session of;
  channel::session_id id() const noexcept { return of.id(); }
  bool is_established() const noexcept { return of.is_established(); }
  channel::identity peer() const noexcept { return of.peer(); }
  channel::answer peer_verified() const noexcept { return of.peer_verified(); }
  channel::identity local() const noexcept { return of.local(); }
  std::uint16_t protocol() const noexcept { return of.protocol(); }
  std::uint16_t cipher_suite() const noexcept { return of.cipher_suite(); }
  channel::dtls_role role() const noexcept { return of.role(); }
  channel::resumption resumed() const noexcept { return of.resumed(); }
};
struct nothing_fixed {};
struct both_fixed {
  static constexpr channel::configuration_facts fixed_by_configuration{true, true};
};
}  // namespace

TEST_CASE("what a library cannot tell is fixed by configuration, or refused",
          "[channel][I7][I20]") {
  client_world w;
  auto s = rpk_session();
  s.group = 224;
  CHECK(w.why_not(s) == only(refusal::group_too_small));
  s.group = 0;
  CHECK(w.why_not(s) == only(refusal::group_unknown));
  s = rpk_session();
  s.signed_with = channel::hash::unknown;
  CHECK(w.why_not(s) == only(refusal::handshake_hash_unknown));

  const silent<nothing_fixed> untold{{}, rpk_session()};
  CHECK(w.accounts.admit_server(untold, v1_1, policy()).reasons() ==
        only(refusal::group_unknown, refusal::handshake_hash_unknown));
  const silent<both_fixed> fixed{{}, rpk_session()};
  CHECK(w.accounts.admit_server(fixed, v1_1, policy()).reasons().empty());
}

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

TEST_CASE("a Client's certificate names its Endpoint Name", "[channel][I9]") {
  server_world w;
  CHECK(w.why_not(client_session()).empty());
  auto spec = client_spec();
  spec.subject = {pki::common_name("urn:dev:os:0023C7-000002")};
  const auto other = pki::issue(spec);
  CHECK(w.why_not(client_session(other)) == only(refusal::account_unknown, refusal::cn_other));
  spec = client_spec();
  spec.version = 1;
  const auto old = pki::issue(spec);
  CHECK(w.why_not(client_session(old)) == only(refusal::certificate_not_v3));
  auto s = client_session();
  s.verified = answer::no;
  CHECK(w.why_not(s) == only(refusal::peer_not_verified));

  // The Endpoint Name is not known yet: it is compared at Register.
  channel::accounts<2> accounts;
  auto any = client_account();
  any.endpoint_name = {};
  REQUIRE(accounts.add(any).empty());
  s = client_session(other);
  auto who = accounts.admit_client(s, v1_1, policy());
  REQUIRE(who);
  CHECK(accounts.refusals_at_register(*who, s, v1_1, "urn:dev:os:0023C7-000002").empty());
  CHECK(accounts.refusals_at_register(*who, s, v1_1, endpoint) ==
        only(refusal::endpoint_name_other));
  accounts.session_ended(s.sid);
  CHECK_FALSE(accounts.refusals_at_register(*who, s, v1_1, "urn:dev:os:0023C7-000002").empty());

  // A Client checks its own certificate when it is configured.
  auto mine = x509_account();
  mine.endpoint_name = "urn:dev:os:0023C7-000002";
  CHECK(accounts.add(mine) == channel::account_faults{account_fault::own_certificate_names_other});
}

TEST_CASE("a Server's certificate names the host of the Server URI", "[channel][I10]") {
  client_world w;
  auto spec = server_spec();
  spec.alternative_names = {pki::dns("other.example.com")};
  const auto other = pki::issue(spec);
  CHECK(w.why_not(x509_session(other)) == only(refusal::account_unknown, refusal::host_name_other));
  spec.alternative_names = {pki::ip({127, 0, 0, 1})};
  const auto address = pki::issue(spec);
  CHECK(w.why_not(x509_session(address)) ==
        only(refusal::account_unknown, refusal::host_name_missing));
  spec = server_spec();
  spec.version = 1;
  spec.subject = {pki::common_name(server_host)};
  const auto old = pki::issue(spec);
  CHECK(w.why_not(x509_session(old)).has(refusal::certificate_not_v3));
  auto s = x509_session();
  s.verified = answer::unknown;
  CHECK(w.why_not(s) == only(refusal::verification_unknown));

  // Without the chain, only what is pinned authenticates.
  channel::accounts<2> accounts;
  auto pinned = x509_account();
  pinned.trust_pin_alone = true;
  CHECK(accounts.add(pinned) == channel::account_faults{account_fault::nothing_to_verify});
  pinned.peer_key = view_of(server_certificate().der);
  REQUIRE(accounts.add(pinned).empty());
  s = x509_session();
  s.verified = answer::no;
  s.chain = {};
  CHECK(accounts.admit_server(s, v1_1, policy()).reasons().empty());
  const auto impostor = pki::issue(server_spec());
  s = x509_session(impostor);
  CHECK(accounts.admit_server(s, v1_1, policy()).reasons() ==
        only(refusal::account_unknown, refusal::pinned_key_other));

  auto nowhere = x509_account();
  nowhere.server_uri = "coaps://";
  CHECK(accounts.change(nowhere).has(account_fault::host_missing));
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

TEST_CASE("wildcards and the CN only where the account allows them", "[channel][I19]") {
  auto spec = server_spec();
  spec.alternative_names = {pki::dns("*.example.com")};
  const auto wild = pki::issue(spec);
  spec.subject = {pki::common_name(server_host)};
  spec.alternative_names = {pki::ip({10, 0, 0, 1})};
  const auto by_name = pki::issue(spec);
  client_world w;
  CHECK(w.why_not(x509_session(wild)).has(refusal::host_name_other));
  CHECK(w.why_not(x509_session(by_name)).has(refusal::host_name_missing));
  auto lenient = x509_account();
  lenient.allow_wildcard = lenient.allow_common_name = true;
  REQUIRE(w.accounts.change(lenient).empty());
  CHECK(w.why_not(x509_session(wild)).empty());
  // A SubjectAltName that names any authority leaves the CN no say.
  CHECK(w.why_not(x509_session(by_name)).has(refusal::host_name_missing));
  spec.alternative_names = {pki::tlv(0x86, pki::of_text("coaps://other.example.com"))};
  const auto by_uri = pki::issue(spec);
  CHECK(w.why_not(x509_session(by_uri)).has(refusal::host_name_missing));
  spec.alternative_names = {pki::tlv(0x81, pki::of_text("operator@example.com"))};
  const auto by_mail = pki::issue(spec);
  CHECK(w.why_not(x509_session(by_mail)).empty());
  spec.has_alternative_names = false;
  const auto plain = pki::issue(spec);
  CHECK(w.why_not(x509_session(plain)).empty());
}

TEST_CASE("the CN: exactly one, well encoded, the same byte for byte", "[channel][I9][I19]") {
  const auto org = pki::attribute{17, 12, "Org"};  // organizationName
  const struct {
    std::vector<pki::attribute> subject;
    refusal why;
  } rows[] = {{{}, refusal::cn_missing},
              {{org}, refusal::cn_missing},
              {{pki::common_name("x"), pki::common_name(endpoint)}, refusal::cn_several},
              {{pki::common_name(endpoint), pki::common_name("x")}, refusal::cn_several},
              {{pki::common_name(endpoint), pki::common_name(endpoint)}, refusal::cn_several},
              {{pki::common_name(endpoint, 22)}, refusal::cn_encoding},  // IA5String
              {{pki::common_name("\xFF")}, refusal::cn_encoding},
              {{pki::common_name("urn\xC3")}, refusal::cn_encoding},
              {{pki::common_name("urn\xE2\x82")}, refusal::cn_encoding},
              {{pki::common_name(std::string(endpoint) + " ")}, refusal::cn_other},
              {{pki::common_name("")}, refusal::cn_other}};
  server_world w;
  for (const auto& row : rows) {
    auto spec = client_spec();
    spec.subject = row.subject;
    const auto made = pki::issue(spec);
    CHECK(w.why_not(client_session(made)) == only(refusal::account_unknown, row.why));
  }
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
    if (k <= static_cast<unsigned>(channel::last_of<refusal>)) {
      CHECK(one != no_value);
      CHECK(all.find(one) == std::string::npos);
    } else {
      CHECK(one == no_value);
    }
    all += one;
  }
  for (unsigned k = 0; k <= static_cast<unsigned>(channel::last_of<account_fault>); ++k)
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

namespace {

/// At a Server: Clients of which one is known by its certificate alone.
struct server_of_unnamed {
  channel::accounts<3> accounts;
  account any = client_account(), named = client_account();
  server_of_unnamed() { any.endpoint_name = {}; }

  /// Under which name the session is admitted; empty: under none.
  std::string admitted_as(const session& s) {
    const auto who = accounts.admit_client(s, v1_1, policy());
    if (!who) return "";
    return std::string{who->endpoint_name().begin(), who->endpoint_name().end()};
  }
};

}  // namespace

TEST_CASE("the account for Clients without a name comes last, whichever is added first",
          "[channel][I9][I21]") {
  auto spec = client_spec();
  spec.subject = {pki::common_name("urn:other")};
  const auto other = pki::issue(spec);
  for (const bool named_first : {false, true}) {
    server_of_unnamed w;
    REQUIRE(w.accounts.add(named_first ? w.named : w.any).empty());
    REQUIRE(w.accounts.add(named_first ? w.any : w.named).empty());
    const auto who = w.accounts.admit_client(client_session(), v1_1, policy());
    REQUIRE(who);
    REQUIRE(w.accounts.remove(channel::text{endpoint}));
    CHECK_FALSE(w.accounts.is_current(*who, client_session().sid));
    CHECK(w.admitted_as(client_session(other)) == "urn:other");
    CHECK(w.accounts.add(w.any) == channel::account_faults{account_fault::account_doubled}.add(
                                       account_fault::credentials_doubled));
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

TEST_CASE("names that cannot be read or compared", "[channel][I9][I10][I19]") {
  auto lenient = x509_account();
  lenient.allow_common_name = true;
  client_world w;
  REQUIRE(w.accounts.change(lenient).empty());
  auto spec = server_spec();
  spec.has_alternative_names = false;
  const auto shown = [&](std::vector<pki::attribute> subject) {
    spec.subject = std::move(subject);
    const auto made = pki::issue(spec);
    return w.why_not(x509_session(made));
  };
  CHECK(shown({pki::common_name(server_host)}).empty());
  CHECK(shown({}) == only(refusal::account_unknown, refusal::host_name_missing));
  CHECK(shown({pki::common_name(server_host), pki::common_name("x")}) ==
        only(refusal::account_unknown, refusal::cn_several));
  CHECK(shown({pki::common_name(server_host, 22)}) ==
        only(refusal::account_unknown, refusal::cn_encoding));
  CHECK(shown({pki::common_name("x")}) == only(refusal::account_unknown, refusal::host_name_other));
  spec = server_spec();
  spec.alternative_names = {pki::dns(server_host), pki::octets{0x0C, 0x01, 'x'}};
  CHECK(shown({}) == only(refusal::account_unknown, refusal::certificate_malformed));
}

TEST_CASE("a leaf that cannot be read, or is for another use", "[channel][I9][I10][I19]") {
  client_world w;
  const pki::octets garbage{0x30, 0x01, 0x00};
  auto s = x509_session();
  s.peer_is.value = view_of(garbage);
  CHECK(w.why_not(s) == only(refusal::account_unknown, refusal::certificate_malformed));

  auto spec = server_spec();
  spec.extended_key_usage = {NID_client_auth};
  const auto of_client = pki::issue(spec);
  CHECK(w.why_not(x509_session(of_client)) == only(refusal::certificate_wrong_usage));
  spec.extended_key_usage = {NID_server_auth};
  const auto of_server = pki::issue(spec);
  CHECK(w.why_not(x509_session(of_server)).empty());
  // A Server that began the handshake is the DTLS client of it.
  s = x509_session(of_client);
  s.end = dtls_role::server;
  CHECK(w.why_not(s).empty());
  s = x509_session(of_server);
  s.end = dtls_role::server;
  CHECK(w.why_not(s) == only(refusal::certificate_wrong_usage));
}

TEST_CASE("a certificate is valid from its first second to its last", "[channel][I9][I10]") {
  client_world w;
  const auto validity = channel::certificate_of(view_of(server_certificate().der)).validity;
  auto rules = policy();
  const auto at = [&](std::int64_t now) {
    rules.now = now;
    return w.why_not(x509_session(), rules);
  };
  CHECK(at(validity.not_before).empty());
  CHECK(at(validity.not_after).empty());
  CHECK(at(validity.not_before - 1) == only(refusal::certificate_not_yet_valid));
  CHECK(at(validity.not_after + 1) == only(refusal::certificate_expired));
  // Without a clock, it is the library's part, of whatever time the certificate is.
  auto spec = server_spec();
  spec.from_days = -25000;
  spec.until_days = -24000;
  const auto long_ago = pki::issue(spec);
  CHECK(w.why_not(x509_session(long_ago)).empty());
  rules.now = 1;
  CHECK(w.why_not(x509_session(long_ago), rules) == only(refusal::certificate_expired));
}

namespace {
/// What it tells counts more than what is fixed.
struct telling : session {
  explicit telling(const session& of) : session{of} {}
  static constexpr channel::configuration_facts fixed_by_configuration{true, true};
};
/// A session that must not be asked for anything but whether it is established.
struct unfinished : session {
  channel::identity peer() const noexcept { std::abort(); }
};
}  // namespace

TEST_CASE("what is told is not taken from the configuration", "[channel][I7][I20]") {
  client_world w;
  telling s{rpk_session()};
  CHECK(w.accounts.admit_server(s, v1_1, policy()).reasons().empty());
  s.group = 0;
  CHECK(w.accounts.admit_server(s, v1_1, policy()).reasons() == only(refusal::group_unknown));
  s.group = 255;
  CHECK(w.accounts.admit_server(s, v1_1, policy()).reasons() == only(refusal::group_too_small));
  s.group = 256;
  s.signed_with = channel::hash::unknown;
  CHECK(w.accounts.admit_server(s, v1_1, policy()).reasons() ==
        only(refusal::handshake_hash_unknown));
  // A library that shows no chain.
  const silent<both_fixed> blind{{}, x509_session()};
  CHECK(w.accounts.admit_server(blind, v1_1, policy()).reasons() == only(refusal::chain_unseen));
}

TEST_CASE("the group of a handshake whose suite does not name one", "[channel][I3][I7]") {
  client_world w;
  auto rules = policy();
  rules.allow_other_suites = true;
  auto s = rpk_session();
  s.version = 0xFEFC;
  s.suite = 0x1305;
  CHECK(w.why_not(s, rules).empty());
  s.group = 224;
  CHECK(w.why_not(s, rules) == only(refusal::group_too_small));
  s.group = 0;
  CHECK(w.why_not(s, rules) == only(refusal::group_unknown));
  // RSA key transport, in 1.2, has none; and the PSK modes of 1.3 need none.
  auto rsa = x509_session();
  rsa.suite = 0xC09C;
  rsa.group = 0;
  CHECK(w.why_not(rsa, rules).empty());
  rsa.signed_with = channel::hash::unknown;
  CHECK(w.why_not(rsa, rules) == only(refusal::handshake_hash_unknown));
  auto psk = psk_session();
  psk.version = 0xFEFC;
  psk.suite = 0x1305;
  psk.group = 0;
  CHECK(w.why_not_psk(psk, rules).empty());
}

TEST_CASE("a session that is not established says nothing, and ends what was admitted on it",
          "[channel][I1][I22]") {
  client_world w;
  unfinished none;
  none.established = false;
  CHECK(w.accounts.admit_server(none, v1_1, policy()).reasons() == only(refusal::not_established));
  auto s = rpk_session();
  const auto who = w.accounts.admit_server(s, v1_1, policy());
  REQUIRE(w.accounts.is_current(*who, s.sid));
  CHECK_FALSE(w.accounts.is_current(*who, session_id{}));
  s.established = false;
  CHECK(w.why_not(s) == only(refusal::not_established));
  CHECK_FALSE(w.accounts.is_current(*who, s.sid));
  CHECK_FALSE(w.accounts.is_current(*who, session_id{}));
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
