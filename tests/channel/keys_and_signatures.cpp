// Keys and signatures of every kind that a certificate or a raw public key may bring.

#include <lwm2m/access/channel/account_check.hpp>
#include <lwm2m/access/channel/signature.hpp>
#include <support/catch.hpp>

#include <openssl/objects.h>

#include "support/client_world.hpp"
#include "support/keys.hpp"

using namespace stated;
using channel::hash;
using channel::key_algorithm;

namespace {

/// The object identifier that libcrypto has for this number.
octets oid_of(int nid) {
  const ASN1_OBJECT* known = OBJ_nid2obj(nid);
  const unsigned char* from = OBJ_get0_data(known);
  return tlv(0x06, octets(from, from + OBJ_length(known)));
}
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
