// The DER reader against libcrypto, field by field, and against damage.

#include <lwm2m/access/channel/certificate.hpp>
#include <support/catch.hpp>

#include <openssl/ec.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <random>
#include <set>

#include "support/client_world.hpp"
#include "support/hostile.hpp"

namespace channel = lwm2m::access::channel;
using pki::octets;
using stated::view_of;

namespace {

octets copy(channel::bytes from) { return {from.begin(), from.end()}; }

octets der_of(X509* of) {
  octets out(static_cast<std::size_t>(i2d_X509(of, nullptr)));
  unsigned char* at = out.data();
  i2d_X509(of, &at);
  return out;
}

std::vector<octets> debian_roots() {
  std::vector<octets> found;
  FILE* file = std::fopen("/etc/ssl/certs/ca-certificates.crt", "r");
  if (file == nullptr) return found;
  while (X509* one = PEM_read_X509(file, nullptr, nullptr, nullptr)) {
    found.push_back(der_of(one));
    X509_free(one);
  }
  std::fclose(file);
  return found;
}

std::vector<octets> hostile_set() {
  std::vector<octets> found;
  for (const auto* rows : {&hostile::client_rows(), &hostile::server_rows()})
    for (const auto& row : *rows) found.push_back(row.certificate.der);
  return found;
}

int bits_of(EVP_PKEY* key) {
  if (EVP_PKEY_base_id(key) == EVP_PKEY_ED25519) return 256;
  if (EVP_PKEY_base_id(key) == EVP_PKEY_ED448) return 448;
  return EVP_PKEY_bits(key);
}

channel::hash hash_of(int nid) {
  switch (nid) {
    case NID_md5:
      return channel::hash::md5;
    case NID_sha1:
      return channel::hash::sha1;
    case NID_sha224:
      return channel::hash::sha224;
    case NID_sha256:
      return channel::hash::sha256;
    case NID_sha384:
      return channel::hash::sha384;
    case NID_sha512:
      return channel::hash::sha512;
    default:
      return channel::hash::unknown;
  }
}

std::int64_t seconds_of(const ASN1_TIME* time) {
  ASN1_TIME* epoch = ASN1_TIME_set(nullptr, 0);
  int days = 0, seconds = 0;
  ASN1_TIME_diff(&days, &seconds, epoch, time);
  ASN1_TIME_free(epoch);
  return std::int64_t{days} * 86400 + seconds;
}

void compare_names(const channel::certificate& ours, X509* theirs) {
  X509_NAME* subject = X509_get_subject_name(theirs);
  std::vector<std::pair<int, octets>> expected, found;
  for (int at = -1; (at = X509_NAME_get_index_by_NID(subject, NID_commonName, at)) >= 0;) {
    const ASN1_STRING* value = X509_NAME_ENTRY_get_data(X509_NAME_get_entry(subject, at));
    const unsigned char* data = ASN1_STRING_get0_data(value);
    expected.emplace_back(ASN1_STRING_type(value), octets(data, data + ASN1_STRING_length(value)));
  }
  CHECK(channel::for_each_common_name(ours.subject, [&](const channel::der_element& one) {
    found.emplace_back(one.tag, copy(one.content));
  }));
  CHECK(found == expected);
}

void compare_alternative_names(const channel::certificate& ours, X509* theirs) {
  auto* names =
      static_cast<GENERAL_NAMES*>(X509_get_ext_d2i(theirs, NID_subject_alt_name, nullptr, nullptr));
  CHECK(ours.has_subject_alternative_name == (names != nullptr));
  std::vector<octets> expected, found;
  for (int k = 0; k < sk_GENERAL_NAME_num(names); ++k) {
    GENERAL_NAME* one = sk_GENERAL_NAME_value(names, k);
    octets der(static_cast<std::size_t>(i2d_GENERAL_NAME(one, nullptr)));
    unsigned char* at = der.data();
    i2d_GENERAL_NAME(one, &at);
    expected.push_back(der);
  }
  CHECK(for_each_alternative_name(
      ours, [&](const channel::der_element& one) { found.push_back(copy(one.whole)); }));
  CHECK(found == expected);
  GENERAL_NAMES_free(names);
}

void compare(const channel::certificate& ours, X509* theirs) {
  CHECK(long{ours.version} == X509_get_version(theirs) + 1);
  EVP_PKEY* key = X509_get0_pubkey(theirs);
  REQUIRE(key != nullptr);
  unsigned char* spki = nullptr;
  const int size = i2d_X509_PUBKEY(X509_get_X509_PUBKEY(theirs), &spki);
  CHECK(copy(ours.key.whole) == octets(spki, spki + size));
  OPENSSL_free(spki);
  CHECK(int{ours.key.bits} == bits_of(key));
  int digest = 0, algorithm = 0;
  X509_get_signature_info(theirs, &digest, &algorithm, nullptr, nullptr);
  const bool edwards = ours.signature.key == channel::key_algorithm::edwards;
  CHECK((edwards || ours.signature.hash == hash_of(digest)));
  CHECK(ours.validity.not_before == seconds_of(X509_get0_notBefore(theirs)));
  CHECK(ours.validity.not_after == seconds_of(X509_get0_notAfter(theirs)));
  const std::uint32_t usage = X509_get_extended_key_usage(theirs);
  CHECK(ours.has_extended_key_usage == (usage != UINT32_MAX));
  CHECK(may_be_used_as(ours, channel::dtls_role::server) == ((usage & XKU_SSL_SERVER) != 0));
  CHECK(may_be_used_as(ours, channel::dtls_role::client) == ((usage & XKU_SSL_CLIENT) != 0));
  compare_names(ours, theirs);
  compare_alternative_names(ours, theirs);
}

/// Both read it alike, or at least one of them refuses it: then it is no certificate for us.
enum class outcome { equal, refused_by_us, refused_by_both, refused_by_libcrypto };

outcome compare(const octets& der) {
  const unsigned char* at = der.data();
  X509* theirs = d2i_X509(nullptr, &at, static_cast<long>(der.size()));
  const auto ours = channel::certificate_of(view_of(der));
  outcome result = outcome::equal;
  if (theirs == nullptr)
    result = ours.is_valid() ? outcome::refused_by_libcrypto : outcome::refused_by_both;
  else if (!ours.is_valid())
    result = outcome::refused_by_us;
  else
    compare(ours, theirs);
  X509_free(theirs);
  return result;
}

}  // namespace

TEST_CASE("the reader agrees with libcrypto on every certificate of Debian", "[channel][I19]") {
  const auto roots = debian_roots();
  REQUIRE(roots.size() > 100);
  for (const octets& der : roots) CHECK(compare(der) == outcome::equal);
  std::cout << "figure: DER reader: equal to libcrypto on " << roots.size()
            << " certificates of ca-certificates\n";
}

TEST_CASE("the reader agrees with libcrypto on the hostile set", "[channel][I19]") {
  int equal = 0, refused = 0, libcrypto = 0;
  std::set<std::string> refused_names;
  for (const auto* rows : {&hostile::client_rows(), &hostile::server_rows()})
    for (const auto& row : *rows) {
      CAPTURE(row.certificate.name);
      switch (compare(row.certificate.der)) {
        case outcome::equal:
          ++equal;
          break;
        case outcome::refused_by_us:
          ++refused;
          refused_names.insert(row.certificate.name);
          break;
        case outcome::refused_by_both:
        case outcome::refused_by_libcrypto:
          ++libcrypto;
          break;
      }
    }
  // Where the reader is stricter: libcrypto does not look into extensions before it is asked.
  CHECK(refused_names ==
        std::set<std::string>{"SubjectAltName cut off", "octets behind SubjectAltName",
                              "SubjectAltName is a SET", "entry longer than the list",
                              "SubjectAltName twice"});
  std::cout << "figure: DER reader: " << equal << " hostile certificates equal to libcrypto, "
            << refused << " refused by the reader alone, " << libcrypto
            << " refused by libcrypto\n";
  CHECK(hostile::client_rows().size() + hostile::server_rows().size() >= 100);
}

TEST_CASE("every shortened certificate is refused", "[channel][I19]") {
  const octets whole = stated::server_certificate().der;
  REQUIRE(channel::certificate_of(view_of(whole)).is_valid());
  for (std::size_t size = 0; size < whole.size(); ++size)
    CHECK_FALSE(channel::certificate_of({whole.data(), size}).is_valid());
  octets longer = whole;
  longer.push_back(0);
  CHECK_FALSE(channel::certificate_of(view_of(longer)).is_valid());
}

TEST_CASE("a million mutations", "[channel][I19]") {
  // Each input lies in storage of its own size: a step beyond it is seen by the sanitizer.
  const char* wanted = std::getenv("LWM2M_ACCESS_MUTATIONS");
  const long count = wanted != nullptr ? std::atol(wanted) : 1000000;
  std::vector<octets> seeds = hostile_set();
  for (const octets& root : debian_roots()) seeds.push_back(root);
  std::mt19937 random{20261124};
  const auto below = [&](std::size_t n) { return n == 0 ? 0 : random() % n; };
  const auto from = std::chrono::steady_clock::now();
  long still_valid = 0, names = 0;
  for (long k = 0; k < count; ++k) {
    octets input = seeds[below(seeds.size())];
    for (std::size_t n = 1 + below(3); n > 0; --n) {
      const std::size_t at = below(input.size());
      switch (below(4)) {
        case 0:
          input[at] = static_cast<std::uint8_t>(random());
          break;
        case 1:
          input[at] = static_cast<std::uint8_t>(input[at] ^ 1U << below(8));
          break;
        case 2:
          input.resize(at + 1);
          break;
        default:
          input.insert(input.begin() + static_cast<long>(at), input[at]);
          break;
      }
    }
    input.shrink_to_fit();
    const auto read = channel::certificate_of(view_of(input));
    if (!read.is_valid()) continue;
    ++still_valid;
    const auto wanted_host = channel::host_of_literal(stated::server_host);
    names += names_endpoint(read, stated::endpoint) == channel::name_match::match ? 1 : 0;
    names += names_host(read, wanted_host, {true, true}) == channel::name_match::match ? 1 : 0;
  }
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - from;
  std::cout << "figure: DER reader: " << count << " mutations in " << took.count() << " s, "
            << still_valid << " still certificates\n";
  CHECK(still_valid > 0);
  CHECK(names > 0);
}
