#pragma once

// A certification authority of the tests: certificates of every shape, made when they are needed.

#include <openssl/evp.h>
#include <openssl/x509.h>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "octets.hpp"

namespace pki {

struct free_key {
  void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
};
using key_ptr = std::shared_ptr<EVP_PKEY>;

/// "P-256", "P-192", "secp256k1", "RSA-2048", "ED25519" ...
key_ptr make_key(const std::string& kind);
octets spki_of(EVP_PKEY* key);
octets private_key_der(EVP_PKEY* key);  // SEC1 or PKCS#1, as every library takes it

octets tlv(std::uint8_t tag, const octets& content);
octets operator+(octets a, const octets& b);

struct attribute {
  int nid;
  int string_type;
  std::string value;
};

struct spec {
  std::string name;
  std::vector<attribute> subject;
  std::vector<octets> alternative_names;  // GeneralName elements in DER
  bool has_alternative_names = true;      // false: no extension at all
  octets raw_alternative_names{};         // in place of the GeneralNames, when not empty
  std::string key = "P-256";
  std::string digest = "SHA256";
  enum class signer {
    authority,
    other_authority,
    self,
    sha1_intermediate,
    rsa_intermediate,
    small_rsa_root,
    small_curve_root,
    rsa_root
  } by = signer::authority;
  int version = 3;
  long from_days = -1, until_days = 365;
  std::vector<int> extended_key_usage{};
  bool doubled_alternative_names = false;
};

/// A certificate with its key and what is sent along with it.
struct issued {
  std::string name;
  octets der;
  octets private_key;
  key_ptr key;
  std::vector<octets> chain;  // above the leaf, without the anchor
};

struct authority {
  octets der;
  octets private_key;
  key_ptr key;
  octets name;  // in DER
};

const authority& root();
const authority& other_root();
const authority& sha1_intermediate();  // signed by root() with SHA-1
const authority& small_rsa_root();     // has a key of 1024 bits
const authority& small_curve_root();   // has a key on P-224
const authority& rsa_root();           // has a key of 2048 bits
const authority& rsa_intermediate();   // has an RSA key, for what ECDSA has no algorithm

issued issue(const spec& what);

octets dns(const std::string& name);
octets ip(const octets& address);
attribute common_name(const std::string& value, int string_type = 12 /* UTF8String */);

}  // namespace pki
