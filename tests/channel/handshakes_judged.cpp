// What a session must be, whoever is at its other end (I1 to I7).

#include <support/catch.hpp>

#include <cstdlib>

#include "support/client_world.hpp"

using namespace stated;
using channel::null_session;

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
