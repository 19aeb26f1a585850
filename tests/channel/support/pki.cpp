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

octets der_of(X509* certificate) {
  return encoded(certificate, [](X509* c, unsigned char** at) { return i2d_X509(c, at); });
}

void add_extension(X509* to, int nid, const octets& value) {
  ASN1_OCTET_STRING* data = ASN1_OCTET_STRING_new();
  ASN1_OCTET_STRING_set(data, value.data(), static_cast<int>(value.size()));
  X509_EXTENSION* made = X509_EXTENSION_create_by_NID(nullptr, nid, 0, data);
  X509_add_ext(to, made, -1);
  X509_EXTENSION_free(made);
  ASN1_OCTET_STRING_free(data);
}

octets oid_der(int nid) {
  const ASN1_OBJECT* object = OBJ_nid2obj(nid);
  return tlv(6, octets(OBJ_get0_data(object), OBJ_get0_data(object) + OBJ_length(object)));
}

void set_subject(X509* to, const std::vector<attribute>& subject) {
  X509_NAME* name = X509_NAME_new();
  for (const attribute& one : subject)
    if (X509_NAME_add_entry_by_NID(name, one.nid, one.string_type,
                                   reinterpret_cast<const unsigned char*>(one.value.data()),
                                   static_cast<int>(one.value.size()), -1, 0) != 1)
      throw std::runtime_error{"subject"};
  X509_set_subject_name(to, name);
  X509_NAME_free(name);
}

std::shared_ptr<X509> start(const key_ptr& key, int version, long from, long until) {
  static long serial = 1;
  std::shared_ptr<X509> made{checked(X509_new(), "X509_new"), X509_free};
  X509_set_version(made.get(), version - 1);
  ASN1_INTEGER_set(X509_get_serialNumber(made.get()), serial++);
  X509_gmtime_adj(X509_getm_notBefore(made.get()), from * 86400);
  X509_gmtime_adj(X509_getm_notAfter(made.get()), until * 86400);
  X509_set_pubkey(made.get(), key.get());
  return made;
}

void sign(X509* what, EVP_PKEY* with, const std::string& digest) {
  const bool edwards = EVP_PKEY_base_id(with) == EVP_PKEY_ED25519;
  const EVP_MD* md = edwards ? nullptr : checked(EVP_get_digestbyname(digest.c_str()), "digest");
  if (X509_sign(what, with, md) <= 0) throw std::runtime_error{"X509_sign"};
}

authority make_authority(const std::string& name, const authority* by, const std::string& digest) {
  authority made;
  made.key = make_key("P-256");
  made.private_key = private_key_der(made.key.get());
  made.certificate = start(made.key, 3, -1, 3650);
  set_subject(made.certificate.get(), {common_name(name)});
  X509* issuer = by != nullptr ? by->certificate.get() : made.certificate.get();
  X509_set_issuer_name(made.certificate.get(), X509_get_subject_name(issuer));
  add_extension(made.certificate.get(), NID_basic_constraints, tlv(0x30, {1, 1, 0xFF}));
  add_extension(made.certificate.get(), NID_key_usage, {3, 2, 1, 6});
  sign(made.certificate.get(), by != nullptr ? by->key.get() : made.key.get(), digest);
  made.der = der_of(made.certificate.get());
  return made;
}

}  // namespace

octets operator+(octets a, const octets& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

octets of_text(const std::string& text) { return {text.begin(), text.end()}; }

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

issued issue(const spec& what) {
  issued made{what.name, {}, {}, make_key(what.key), {}};
  made.private_key = private_key_der(made.key.get());
  auto leaf = start(made.key, what.version, what.from_days, what.until_days);
  set_subject(leaf.get(), what.subject);
  if (what.version == 3) {
    octets names = what.raw_alternative_names;
    if (names.empty()) {
      for (const octets& one : what.alternative_names) names = names + one;
      names = tlv(0x30, names);
    }
    if (what.has_alternative_names) add_extension(leaf.get(), NID_subject_alt_name, names);
    if (what.doubled_alternative_names) add_extension(leaf.get(), NID_subject_alt_name, names);
    octets purposes;
    for (const int purpose : what.extended_key_usage) purposes = purposes + oid_der(purpose);
    if (!purposes.empty()) add_extension(leaf.get(), NID_ext_key_usage, tlv(0x30, purposes));
  }
  const authority* by = nullptr;
  switch (what.by) {
    case spec::signer::authority:
      by = &root();
      break;
    case spec::signer::other_authority:
      by = &other_root();
      break;
    case spec::signer::sha1_intermediate:
      by = &sha1_intermediate();
      made.chain.push_back(by->der);
      break;
    case spec::signer::self:
      break;
  }
  X509_set_issuer_name(leaf.get(),
                       X509_get_subject_name(by != nullptr ? by->certificate.get() : leaf.get()));
  sign(leaf.get(), by != nullptr ? by->key.get() : made.key.get(), what.digest);
  made.der = der_of(leaf.get());
  return made;
}

}  // namespace pki
