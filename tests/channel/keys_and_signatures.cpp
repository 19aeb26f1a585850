// Keys and signatures of every kind that a certificate or a raw public key may bring.

#include <lwm2m/access/channel/account_check.hpp>
#include <lwm2m/access/channel/signature.hpp>
#include <support/catch.hpp>

#include <openssl/objects.h>

#include "support/client_world.hpp"

using namespace stated;
using channel::hash;
using channel::key_algorithm;
using pki::octets;
using pki::tlv;
using pki::operator+;

namespace {

octets oid(const octets& content) { return tlv(0x06, content); }
/// The object identifier that libcrypto has for this number.
octets oid_of(int nid) {
  const ASN1_OBJECT* known = OBJ_nid2obj(nid);
  const unsigned char* from = OBJ_get0_data(known);
  return tlv(0x06, octets(from, from + OBJ_length(known)));
}
octets spki(const octets& algorithm, const octets& key) {
  return tlv(0x30, tlv(0x30, algorithm) + tlv(0x03, octets{0} + key));
}
octets first_octet(std::uint8_t first, std::size_t size) {
  octets made(size, 0);
  made[0] = first;
  return made;
}
const octets ec = oid({0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x02, 0x01});
const octets p256 = oid({0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x03, 0x01, 0x07});
const octets p192 = oid({0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x03, 0x01, 0x01});
const octets rsa = oid({0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x01}) + octets{5, 0};
const octets dsa = oid({0x2A, 0x86, 0x48, 0xCE, 0x38, 0x04, 0x01});
const octets ed25519 = oid({0x2B, 0x65, 0x70}), ed448 = oid({0x2B, 0x65, 0x71});

octets rsa_key(std::size_t octets_of_modulus) {
  return tlv(0x30, tlv(0x02, octets{0} + first_octet(0x80, octets_of_modulus)) + tlv(0x02, {3}));
}

struct read_key {
  bool valid;
  key_algorithm algorithm;
  unsigned bits;
  bool operator==(const read_key&) const = default;
};
read_key read(const octets& algorithm, const octets& key) {
  const octets der = spki(algorithm, key);
  const channel::public_key made = channel::public_key_of(view_of(der));
  return {made.is_valid(), made.algorithm, made.bits};
}

hash pss(const octets& parameters) {
  const octets name = oid({0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 1, 10});
  const octets der = tlv(0x30, name + parameters);
  const auto read = channel::signature_algorithm_of(view_of(der));
  CHECK(read.valid);
  CHECK(read.key == key_algorithm::rsa);
  return read.hash;
}
octets pss_parameters(const octets& digest) { return tlv(0x30, tlv(0xA0, tlv(0x30, digest))); }

refusals why_not_raw(const octets& der) {
  client_world w;
  session s = rpk_session();
  s.peer_is.value = view_of(der);
  return w.why_not(s);
}

}  // namespace

TEST_CASE("keys of every kind, and of the size that they must have", "[channel][I7][I18]") {
  const auto curve = key_algorithm::elliptic_curve, edwards = key_algorithm::edwards;
  CHECK(read(ec + p256, first_octet(4, 65)) == read_key{true, curve, 256});
  CHECK(read(ec + p256, first_octet(2, 33)) == read_key{true, curve, 256});
  CHECK(read(ec + p256, first_octet(3, 33)) == read_key{true, curve, 256});
  CHECK(read(ec + p192, first_octet(4, 49)) == read_key{true, curve, 192});
  for (const octets& none : {octets{}, first_octet(4, 64), first_octet(4, 66), first_octet(2, 32),
                             first_octet(3, 34), first_octet(5, 65), first_octet(1, 33)})
    CHECK(read(ec + p256, none) == read_key{true, curve, 0});
  CHECK(read(ec, first_octet(4, 65)) == read_key{true, curve, 0});
  CHECK(read(ed25519, octets(32, 1)) == read_key{true, edwards, 256});
  CHECK(read(ed25519, octets(31, 1)) == read_key{true, edwards, 0});
  CHECK(read(ed448, octets(57, 1)) == read_key{true, edwards, 448});
  CHECK(read(ed448, octets(56, 1)) == read_key{true, edwards, 0});
  CHECK(read(dsa, octets(8, 1)) == read_key{true, key_algorithm::dsa, 0});
  CHECK(read(oid({0x2A}), octets(8, 1)) == read_key{true, key_algorithm::unknown, 0});
  CHECK(read(rsa, rsa_key(256)) == read_key{true, key_algorithm::rsa, 2048});
  CHECK(read(rsa, rsa_key(8192)) == read_key{true, key_algorithm::rsa, 0});  // beyond 65535 bits
  CHECK(read(rsa, rsa_key(256) + octets{0}) == read_key{true, key_algorithm::rsa, 0});
}

TEST_CASE("an RSA key is a modulus and an exponent, and nothing else", "[channel][I18]") {
  const auto rsa_of = [](const octets& inside) { return read(rsa, tlv(0x30, inside)); };
  const auto of_bits = [](unsigned bits) { return read_key{true, key_algorithm::rsa, bits}; };
  const octets modulus = tlv(0x02, first_octet(0x7F, 256)), three = tlv(0x02, {3});
  CHECK(rsa_of(modulus + three) == of_bits(2047));
  CHECK(rsa_of(modulus + tlv(0x02, {1})) == of_bits(2047));
  for (const octets& none : {tlv(0x02, {0}), tlv(0x02, {}), tlv(0x02, {0x80}), tlv(0x04, {3}),
                             octets{}, three + three, three + octets{0}})
    CHECK(rsa_of(modulus + none) == of_bits(0));
  CHECK(rsa_of(tlv(0x02, first_octet(0x7F, 8192)) + three) == of_bits(65535));
  CHECK(rsa_of(tlv(0x02, octets{0} + first_octet(0x80, 8192)) + three) == of_bits(0));
}

TEST_CASE("a key with anything behind one of its parts is none", "[channel][I8][I19]") {
  const octets algorithm = tlv(0x30, ec + p256), bits = tlv(0x03, octets{0} + first_octet(4, 65));
  const octets more{5, 0};
  const auto is_key = [](const octets& der) {
    return channel::public_key_of(view_of(der)).is_valid();
  };
  CHECK(is_key(tlv(0x30, algorithm + bits)));
  CHECK_FALSE(is_key(tlv(0x30, algorithm + bits) + more));
  CHECK_FALSE(is_key(tlv(0x30, algorithm + bits + more)));
  CHECK_FALSE(is_key(tlv(0x30, tlv(0x30, ec + p256 + more) + bits)));
  CHECK_FALSE(is_key(tlv(0x30, algorithm + tlv(0x03, {}))));
  CHECK_FALSE(is_key(tlv(0x30, algorithm + tlv(0x03, octets{1} + first_octet(4, 65)))));
}

TEST_CASE("every curve and key algorithm by libcrypto's own object identifier",
          "[channel][I7][I18]") {
  const struct {
    int nid;
    unsigned bits;
  } curves[] = {
      {NID_X9_62_prime256v1, 256}, {NID_X9_62_prime192v1, 192}, {NID_secp224r1, 224},
      {NID_secp384r1, 384},        {NID_secp521r1, 521},        {NID_secp256k1, 256},
      {NID_brainpoolP256r1, 256},  {NID_brainpoolP384r1, 384},  {NID_brainpoolP512r1, 512},
      {NID_brainpoolP320r1, 0},    {NID_sect283k1, 0}};
  for (const auto& row : curves) {
    CAPTURE(OBJ_nid2sn(row.nid));
    const std::size_t size = (row.bits + 7) / 8;
    const octets algorithm = oid_of(NID_X9_62_id_ecPublicKey) + oid_of(row.nid);
    const auto expected = read_key{true, key_algorithm::elliptic_curve, row.bits};
    CHECK(read(algorithm, first_octet(4, 1 + 2 * size)) == expected);
    CHECK(read(algorithm, first_octet(2, 1 + size)) == expected);
  }
  const auto no_curve = read_key{true, key_algorithm::elliptic_curve, 0};
  const octets other_tag = tlv(0x04, {0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x03, 0x01, 0x07});
  for (const std::size_t size : {1U, 2U, 3U, 5U, 65U}) {
    CHECK(read(ec + oid_of(NID_sect283k1), first_octet(4, size)) == no_curve);
    CHECK(read(ec + octets{5, 0}, first_octet(4, size)) == no_curve);
    CHECK(read(ec + other_tag, first_octet(4, size)) == no_curve);
  }
  CHECK(channel::public_key{}.bits == 0);
  CHECK(read(oid_of(NID_rsaEncryption) + octets{5, 0}, rsa_key(384)) ==
        read_key{true, key_algorithm::rsa, 3072});
  CHECK(read(oid_of(NID_dsa), octets(8, 1)) == read_key{true, key_algorithm::dsa, 0});
  CHECK(read(oid_of(NID_ED25519), octets(32, 1)) == read_key{true, key_algorithm::edwards, 256});
  CHECK(read(oid_of(NID_ED448), octets(57, 1)) == read_key{true, key_algorithm::edwards, 448});
  CHECK(read(oid_of(NID_X25519), octets(32, 1)) == read_key{true, key_algorithm::unknown, 0});
}

TEST_CASE("every signature algorithm by libcrypto's own object identifier", "[channel][I6]") {
  const auto rsa_signed = key_algorithm::rsa, ecdsa = key_algorithm::elliptic_curve;
  const struct {
    int nid;
    hash with;
    key_algorithm by;
  } rows[] = {{NID_md5WithRSAEncryption, hash::md5, rsa_signed},
              {NID_sha1WithRSAEncryption, hash::sha1, rsa_signed},
              {NID_sha1WithRSA, hash::sha1, rsa_signed},
              {NID_sha224WithRSAEncryption, hash::sha224, rsa_signed},
              {NID_sha256WithRSAEncryption, hash::sha256, rsa_signed},
              {NID_sha384WithRSAEncryption, hash::sha384, rsa_signed},
              {NID_sha512WithRSAEncryption, hash::sha512, rsa_signed},
              {NID_ecdsa_with_SHA1, hash::sha1, ecdsa},
              {NID_ecdsa_with_SHA224, hash::sha224, ecdsa},
              {NID_ecdsa_with_SHA256, hash::sha256, ecdsa},
              {NID_ecdsa_with_SHA384, hash::sha384, ecdsa},
              {NID_ecdsa_with_SHA512, hash::sha512, ecdsa},
              {NID_ED25519, hash::sha512, key_algorithm::edwards},
              {NID_ED448, hash::unknown, key_algorithm::edwards},
              {NID_dsaWithSHA1, hash::sha1, key_algorithm::dsa},
              {NID_dsa_with_SHA256, hash::sha256, key_algorithm::dsa},
              {NID_ecdsa_with_SHA3_256, hash::unknown, key_algorithm::unknown}};
  for (const auto& row : rows) {
    CAPTURE(OBJ_nid2sn(row.nid));
    const octets der = tlv(0x30, oid_of(row.nid));
    const auto read = channel::signature_algorithm_of(view_of(der));
    CHECK(read.valid);
    CHECK(read.hash == row.with);
    CHECK(read.key == row.by);
  }
}

TEST_CASE("a raw public key that is none, unknown or too small", "[channel][I7][I18]") {
  CHECK(why_not_raw({1, 2, 3}).has(refusal::certificate_malformed));
  CHECK(why_not_raw(spki(dsa, octets(8, 1))).has(refusal::key_unknown));
  CHECK(why_not_raw(spki(ed25519, octets(31, 1))).has(refusal::key_unknown));
  CHECK(why_not_raw(spki(ec + p192, first_octet(4, 49))).has(refusal::key_too_small));
  const octets other = spki(ec + p256, first_octet(4, 65));
  CHECK(why_not_raw(other) == only(refusal::account_unknown, refusal::pinned_key_other));

  account one = rpk_account();
  const octets dsa_key = spki(dsa, octets(8, 1)), ed_key = spki(ed25519, octets(32, 1));
  one.peer_key = view_of(dsa_key);
  CHECK(faults_of(one) == channel::account_faults{account_fault::key_too_small});
  one.peer_key = view_of(ed_key);
  CHECK(faults_of(one).empty());
}

TEST_CASE("the hash of RSASSA-PSS is that of its parameters", "[channel][I6]") {
  CHECK(pss(pss_parameters(oid({0x60, 0x86, 0x48, 1, 0x65, 3, 4, 2, 1}))) == hash::sha256);
  CHECK(pss(pss_parameters(oid({0x2B, 0x0E, 3, 2, 26}))) == hash::sha1);
  CHECK(pss(pss_parameters(oid_of(NID_sha1))) == hash::sha1);
  CHECK(pss(pss_parameters(oid_of(NID_sha224))) == hash::sha224);
  CHECK(pss(pss_parameters(oid_of(NID_sha256) + octets{5, 0})) == hash::sha256);
  CHECK(pss(pss_parameters(oid_of(NID_sha384))) == hash::sha384);
  CHECK(pss(pss_parameters(oid_of(NID_sha512))) == hash::sha512);
  CHECK(pss(tlv(0x30, {})) == hash::sha1);  // left out
  CHECK(pss(pss_parameters(oid({0x2A}))) == hash::unknown);
  CHECK(pss({}) == hash::unknown);
  CHECK(pss({5, 0}) == hash::unknown);
  CHECK(pss(tlv(0x30, {0xA0, 0x05, 0x00})) == hash::unknown);  // cut off
  const octets sha256 = tlv(0x30, oid({0x60, 0x86, 0x48, 1, 0x65, 3, 4, 2, 1}));
  CHECK(pss(tlv(0x30, tlv(0xA0, sha256 + octets{5, 0}))) == hash::unknown);  // something behind
}

TEST_CASE("security modes of Object 0, and what they bring", "[channel][I15]") {
  using channel::security_mode_of;
  CHECK(security_mode_of(0) == security_mode::psk);
  CHECK(security_mode_of(1) == security_mode::raw_public_key);
  CHECK(security_mode_of(2) == security_mode::certificate);
  CHECK(security_mode_of(3) == security_mode::no_sec);
  CHECK(security_mode_of(4) == security_mode::certificate_est);
  for (const std::int64_t wire : {std::int64_t{-1}, std::int64_t{5}, std::int64_t{256},
                                  std::int64_t{1} << 32, std::int64_t{-256}})
    CHECK(security_mode_of(wire) == security_mode::none);
  for (const auto mode : {security_mode::none, security_mode::no_sec, security_mode{7}})
    CHECK(channel::identity_kind_of(mode) == identity_kind::none);
  CHECK(channel::must_have_suites(identity_kind::none).empty());
  CHECK(channel::must_have_suites(identity_kind::oscore).empty());
  CHECK(channel::must_have_suites(identity_kind::psk).size() == 2);
}

TEST_CASE("no edition and no mode beyond those that there are", "[channel][I15]") {
  using lwm2m::access::edition_name;
  for (unsigned edition = 5; edition < 256; ++edition)
    CHECK_FALSE(channel::has_mode(static_cast<edition_name>(edition), security_mode::psk));
  STATIC_REQUIRE(!channel::has_mode(edition_name{5}, security_mode::psk));
  STATIC_REQUIRE(!channel::has_mode(edition_name{255}, security_mode::psk));
  STATIC_REQUIRE(channel::has_mode(edition_name::v1_2, security_mode::certificate_est));
  STATIC_REQUIRE(channel::identity_kind_of(security_mode{7}) == identity_kind::none);
  STATIC_REQUIRE(channel::identity_kind_of(security_mode{255}) == identity_kind::none);
}

TEST_CASE("everything that is wrong with an account is told, and nothing else",
          "[channel][I8][I9][I16][I18][I20]") {
  const auto faults = [](const account& of) { return faults_of(of); };
  using set = channel::account_faults;
  const octets garbage{0x30, 0x01, 0x00}, small = spki(ec + p192, first_octet(4, 49));

  account psk = psk_account();
  CHECK(faults(psk).empty());
  psk.server = {};
  CHECK(faults(psk) == set{account_fault::server_missing});
  psk = psk_account();
  psk.kind = account_kind::client;
  psk.server = {};
  CHECK(faults(psk) == set{account_fault::endpoint_name_missing});
  psk.endpoint_name = channel::text{"urn\0x", 5};
  CHECK(faults(psk) == set{account_fault::endpoint_name_has_nul});
  psk.endpoint_name = endpoint;
  CHECK(faults(psk).empty());

  account raw = rpk_account();
  raw.identity = {};
  CHECK(faults(raw) == set{account_fault::identity_missing});
  raw.identity = view_of(garbage);
  CHECK(faults(raw) == set{account_fault::identity_malformed});
  raw.identity = view_of(small);
  CHECK(faults(raw) == set{account_fault::key_too_small});
  raw.peer_key = {};
  CHECK(faults(raw) == set{account_fault::key_too_small}.add(account_fault::peer_key_missing));
  raw = rpk_account();
  raw.peer_key = view_of(garbage);
  CHECK(faults(raw) == set{account_fault::peer_key_malformed});
  raw = rpk_account();
  raw.kind = account_kind::client;
  raw.server = {};
  raw.identity = {};
  raw.endpoint_name = endpoint;
  CHECK(faults(raw).empty());

  account x509 = x509_account();
  x509.identity = view_of(garbage);
  CHECK(faults(x509) == set{account_fault::identity_malformed});
  auto spec = client_spec();
  spec.digest = "SHA1";
  const auto weak = pki::issue(spec);
  x509.identity = view_of(weak.der);
  CHECK(faults(x509) == set{account_fault::hash_too_weak});
  x509 = x509_account();
  x509.peer_key = view_of(garbage);
  CHECK(faults(x509) == set{account_fault::peer_key_malformed});
  x509.peer_key = view_of(small);
  CHECK(faults(x509) == set{account_fault::key_too_small});
  x509.peer_key = {};
  x509.identity = {};
  CHECK(faults(x509) == set{account_fault::identity_missing});
  x509.mode = security_mode::no_sec;
  CHECK(faults(x509).empty());
}

TEST_CASE("RSA of 2048 bits and not one less", "[channel][I18]") {
  const auto faults_with = [](std::uint8_t first) {
    const octets modulus =
        first < 0x80 ? first_octet(first, 256) : octets{0} + first_octet(first, 256);
    const octets key = spki(rsa, tlv(0x30, tlv(0x02, modulus) + tlv(0x02, {3})));
    account made = rpk_account();
    made.peer_key = view_of(key);
    return faults_of(made);
  };
  CHECK(faults_with(0x80).empty());
  CHECK(faults_with(0x7F) == channel::account_faults{account_fault::key_too_small});
}

TEST_CASE("an account of no kind and no mode that there is", "[channel][I11][I15]") {
  account one = psk_account();
  one.kind = account_kind{4};
  CHECK(faults_of(one) ==
        channel::account_faults{account_fault::kind_missing}.add(account_fault::server_not_wanted));
  one = psk_account();
  one.mode = security_mode{7};
  CHECK(faults_of(one).has(account_fault::mode_missing));
}

TEST_CASE("the null session says nothing of itself", "[channel][I16]") {
  constexpr channel::null_session none;
  CHECK_FALSE(none.id().is_valid());
  CHECK_FALSE(none.is_established());
  CHECK_FALSE(none.peer().is_somebody());
  CHECK_FALSE(none.local().is_somebody());
  CHECK(none.peer_verified() == answer::unknown);
  CHECK(none.role() == dtls_role::unknown);
  CHECK(none.resumed() == resumption::unknown);
  CHECK(none.protocol() == 0);
  CHECK(none.cipher_suite() == 0);
  client_world w;
  CHECK(w.accounts.admit_server(none, v1_1, policy()).reasons() == only(refusal::not_established));
}

TEST_CASE("a text of no characters, or from nowhere, is empty", "[channel][I16]") {
  CHECK(channel::text{""}.empty());
  CHECK(channel::text{static_cast<const char*>(nullptr)}.empty());
  CHECK(channel::text{"a"}.size() == 1);
}

TEST_CASE("a token moved onto itself stays", "[channel][I22]") {
  client_world w;
  auto who = w.accounts.admit_server(rpk_session(), v1_1, policy());
  REQUIRE(who);
  auto& same = *who;
  *who = static_cast<channel::authenticated_server&&>(same);
  CHECK(who->is_somebody());
  CHECK(w.accounts.is_current(*who, rpk_session().sid));
}

TEST_CASE("a token that takes another one's place is that one, and the other nobody",
          "[channel][I22]") {
  client_world w;
  auto who = w.accounts.admit_server(rpk_session(), v1_1, policy());
  REQUIRE(who);
  channel::authenticated_server kept;
  kept = static_cast<channel::authenticated_server&&>(*who);
  CHECK(kept.is_somebody());
  CHECK(kept.server() == server_102);
  CHECK(kept.session() == rpk_session().sid);
  CHECK(w.accounts.is_current(kept, rpk_session().sid));
  CHECK_FALSE(who->is_somebody());
  CHECK_FALSE(who->session().is_valid());
  CHECK_FALSE(w.accounts.is_current(*who, rpk_session().sid));
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
