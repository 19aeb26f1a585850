#include "pki.hpp"

#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/objects.h>
#include <openssl/rsa.h>
#include <openssl/x509v3.h>

#include <stdexcept>

namespace pki {

namespace {

template <class T>
T* checked(T* pointer, const char* what) {
  if (pointer == nullptr) {
    ERR_print_errors_fp(stderr);
    throw std::runtime_error{what};
  }
  return pointer;
}

template <class Object, class Encode>
octets encoded(Object* object, Encode encode) {
  octets out(static_cast<std::size_t>(encode(object, nullptr)));
  unsigned char* at = out.data();
  encode(object, &at);
  return out;
}

octets oid_der(int nid) {
  const ASN1_OBJECT* object = OBJ_nid2obj(nid);
  return tlv(6, octets(OBJ_get0_data(object), OBJ_get0_data(object) + OBJ_length(object)));
}

// Certificates are written by hand: the library would not make most of those that are wanted.

octets extension(int nid, const octets& value) { return tlv(0x30, oid_der(nid) + tlv(4, value)); }

octets name_der(const std::vector<attribute>& attributes) {
  octets all;
  for (const attribute& one : attributes) {
    const octets value = tlv(static_cast<std::uint8_t>(one.string_type), of_text(one.value));
    all = all + tlv(0x31, tlv(0x30, oid_der(one.nid) + value));
  }
  return tlv(0x30, all);
}

octets time_der(long days_from_now) {
  ASN1_TIME* time = X509_gmtime_adj(nullptr, days_from_now * 86400);
  octets der = encoded(time, [](ASN1_TIME* t, unsigned char** at) { return i2d_ASN1_TIME(t, at); });
  ASN1_TIME_free(time);
  return der;
}

octets algorithm_der(EVP_PKEY* by, const std::string& digest) {
  const bool rsa = EVP_PKEY_base_id(by) == EVP_PKEY_RSA;
  const int md = OBJ_txt2nid(digest.c_str());
  int nid = NID_undef;
  OBJ_find_sigid_by_algs(&nid, md, rsa ? NID_rsaEncryption : NID_X9_62_id_ecPublicKey);
  if (nid == NID_undef) throw std::runtime_error{"no algorithm for " + digest};
  return tlv(0x30, oid_der(nid) + (rsa ? octets{5, 0} : octets{}));
}

octets signature(const octets& of, EVP_PKEY* by, const std::string& digest) {
  EVP_MD_CTX* context = EVP_MD_CTX_new();
  const EVP_MD* md = checked(EVP_get_digestbyname(digest.c_str()), "digest");
  std::size_t size = 512;
  octets out(size);
  if (EVP_DigestSignInit(context, nullptr, md, nullptr, by) != 1 ||
      EVP_DigestSign(context, out.data(), &size, of.data(), of.size()) != 1)
    throw std::runtime_error{"signature with " + digest};
  EVP_MD_CTX_free(context);
  out.resize(size);
  return out;
}

struct parts {
  int version = 3;
  octets issuer, subject, spki, extensions;
  long from_days = -1, until_days = 365;
};

octets certificate_der(const parts& of, EVP_PKEY* by, const std::string& digest) {
  static std::uint8_t serial = 1;
  serial = static_cast<std::uint8_t>(serial % 127 + 1);
  const octets algorithm = algorithm_der(by, digest);
  octets body;
  if (of.version > 1) body = tlv(0xA0, tlv(2, {static_cast<std::uint8_t>(of.version - 1)}));
  body = body + tlv(2, {1, serial, static_cast<std::uint8_t>(of.spki.back() & 0x7F)}) + algorithm +
         of.issuer + tlv(0x30, time_der(of.from_days) + time_der(of.until_days)) + of.subject +
         of.spki;
  if (!of.extensions.empty()) body = body + tlv(0xA3, tlv(0x30, of.extensions));
  body = tlv(0x30, body);
  return tlv(0x30, body + algorithm + tlv(3, octets{0} + signature(body, by, digest)));
}

authority make_authority(const std::string& name, const authority* by, const std::string& digest,
                         const std::string& kind = "P-256") {
  authority made;
  made.key = make_key(kind);
  made.private_key = private_key_der(made.key.get());
  made.name = name_der({common_name(name)});
  const octets extensions = extension(NID_basic_constraints, tlv(0x30, {1, 1, 0xFF})) +
                            extension(NID_key_usage, {3, 2, 1, 6});
  const parts of{
      3,   by != nullptr ? by->name : made.name, made.name, spki_of(made.key.get()), extensions, -1,
      3650};
  made.der = certificate_der(of, by != nullptr ? by->key.get() : made.key.get(), digest);
  return made;
}

octets extensions_of(const spec& what) {
  octets all, names = what.raw_alternative_names, purposes;
  if (names.empty()) {
    for (const octets& one : what.alternative_names) names = names + one;
    names = tlv(0x30, names);
  }
  if (what.has_alternative_names) all = all + extension(NID_subject_alt_name, names);
  if (what.doubled_alternative_names) all = all + extension(NID_subject_alt_name, names);
  for (const int purpose : what.extended_key_usage) purposes = purposes + oid_der(purpose);
  if (!purposes.empty()) all = all + extension(NID_ext_key_usage, tlv(0x30, purposes));
  return all;
}

const authority* signer_of(const spec& what) {
  switch (what.by) {
    case spec::signer::authority:
      return &root();
    case spec::signer::other_authority:
      return &other_root();
    case spec::signer::sha1_intermediate:
      return &sha1_intermediate();
    case spec::signer::rsa_intermediate:
      return &rsa_intermediate();
    case spec::signer::small_rsa_root:
      return &small_rsa_root();
    case spec::signer::small_curve_root:
      return &small_curve_root();
    case spec::signer::rsa_root:
      return &rsa_root();
    case spec::signer::self:
      break;
  }
  return nullptr;
}

}  // namespace

octets operator+(octets a, const octets& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

octets tlv(std::uint8_t tag, const octets& content) {
  const std::size_t n = content.size();
  octets head{tag};
  if (n < 0x80) {
    head.push_back(static_cast<std::uint8_t>(n));
  } else if (n < 0x100) {
    head.insert(head.end(), {0x81, static_cast<std::uint8_t>(n)});
  } else {
    head.insert(head.end(),
                {0x82, static_cast<std::uint8_t>(n >> 8), static_cast<std::uint8_t>(n & 0xFF)});
  }
  return head + content;
}

octets dns(const std::string& name) { return tlv(0x82, of_text(name)); }
octets ip(const octets& address) { return tlv(0x87, address); }
attribute common_name(const std::string& value, int string_type) {
  return {NID_commonName, string_type, value};
}

key_ptr make_key(const std::string& kind) {
  EVP_PKEY* key = nullptr;
  if (kind.rfind("RSA-", 0) == 0)
    key = EVP_RSA_gen(static_cast<unsigned>(std::stoi(kind.substr(4))));
  else if (kind == "ED25519")
    key = EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519");
  else
    key = EVP_EC_gen(kind.c_str());
  return key_ptr{checked(key, "key"), free_key{}};
}

octets spki_of(EVP_PKEY* key) {
  return encoded(key, [](EVP_PKEY* k, unsigned char** at) { return i2d_PUBKEY(k, at); });
}

octets private_key_der(EVP_PKEY* key) {
  if (EVP_PKEY_base_id(key) == EVP_PKEY_ED25519) {
    PKCS8_PRIV_KEY_INFO* info = EVP_PKEY2PKCS8(key);
    octets out = encoded(info, [](PKCS8_PRIV_KEY_INFO* i, unsigned char** at) {
      return i2d_PKCS8_PRIV_KEY_INFO(i, at);
    });
    PKCS8_PRIV_KEY_INFO_free(info);
    return out;
  }
  return encoded(key, [](EVP_PKEY* k, unsigned char** at) { return i2d_PrivateKey(k, at); });
}

const authority& root() {
  static const authority made = make_authority("Root of the tests", nullptr, "SHA256");
  return made;
}
const authority& other_root() {
  static const authority made = make_authority("Another root", nullptr, "SHA256");
  return made;
}
const authority& sha1_intermediate() {
  static const authority made = make_authority("SHA-1 intermediate", &root(), "SHA1");
  return made;
}

const authority& small_rsa_root() {
  static const authority made = make_authority("Small RSA root", nullptr, "SHA256", "RSA-1024");
  return made;
}
const authority& small_curve_root() {
  static const authority made = make_authority("Small curve root", nullptr, "SHA256", "P-224");
  return made;
}
const authority& rsa_root() {
  static const authority made = make_authority("RSA root", nullptr, "SHA256", "RSA-2048");
  return made;
}
const authority& rsa_intermediate() {
  static const authority made = make_authority("RSA intermediate", &root(), "SHA256", "RSA-2048");
  return made;
}

issued issue(const spec& what) {
  issued made{what.name, {}, {}, make_key(what.key), {}};
  made.private_key = private_key_der(made.key.get());
  const authority* by = signer_of(what);
  const octets subject = name_der(what.subject);
  const parts of{what.version,
                 by != nullptr ? by->name : subject,
                 subject,
                 spki_of(made.key.get()),
                 what.version == 3 ? extensions_of(what) : octets{},
                 what.from_days,
                 what.until_days};
  made.der = certificate_der(of, by != nullptr ? by->key.get() : made.key.get(), what.digest);
  if (by == &sha1_intermediate() || by == &rsa_intermediate()) made.chain.push_back(by->der);
  return made;
}

}  // namespace pki
