#include <lwm2m/access/channel/cipher_suite.hpp>
#include <lwm2m/access/channel/security_mode.hpp>
#include <support/catch.hpp>

#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

namespace channel = lwm2m::access::channel;
using channel::cipher_suite;

namespace {

using row = std::map<std::string, std::string>;

std::vector<std::string> cells(const std::string& line) {
  std::vector<std::string> found;
  std::istringstream in{line};
  for (std::string cell; std::getline(in, cell, ',');) found.push_back(cell);
  return found;
}

std::vector<row> registry() {
  std::ifstream in{LWM2M_ACCESS_DATA_DIR "/tls_cipher_suites.csv"};
  std::string line;
  std::getline(in, line);
  const auto names = cells(line);
  std::vector<row> rows;
  while (std::getline(in, line)) {
    const auto values = cells(line);
    row read;
    for (std::size_t k = 0; k < names.size() && k < values.size(); ++k) read[names[k]] = values[k];
    if (read["kind"] == "suite") rows.push_back(read);
  }
  return rows;
}

std::string name_of(channel::key_exchange of) {
  const char* names[] = {"?",     "NULL",   "RSA",     "DH",      "DHE",       "ECDH",
                         "ECDHE", "PSK",    "DHE_PSK", "RSA_PSK", "ECDHE_PSK", "KRB5",
                         "SRP",   "ECCPWD", "GOST",    "any"};
  return names[static_cast<int>(of)];
}
std::string name_of(channel::suite_authentication of) {
  const char* names[] = {"NULL", "anon", "RSA",     "DSS",     "ECDSA",  "PSK",  "RSA+PSK",
                         "KRB5", "SRP",  "RSA+SRP", "DSS+SRP", "ECCPWD", "GOST", "any"};
  return names[static_cast<int>(of)];
}
std::string name_of(channel::cipher of) {
  const char* names[] = {"NULL",  "RC4",      "RC2",        "IDEA",  "DES",      "3DES_EDE",
                         "AES",   "CAMELLIA", "ASCON128",   "SEED",  "SM4",      "CHACHA20",
                         "AEGIS", "ARIA",     "KUZNYECHIK", "MAGMA", "GOST28147"};
  return names[static_cast<int>(of)];
}
std::string name_of(channel::suite_mac of) {
  const char* names[] = {"NULL", "MD5", "SHA1", "SHA256", "SHA384", "AEAD", "OMAC", "IMIT"};
  return names[static_cast<int>(of)];
}
std::string name_of(channel::hash of) {
  const char* names[] = {"",       "MD5",    "SHA1", "SHA224",       "SHA256",
                         "SHA384", "SHA512", "SM3",  "ASCONHASH256", "STREEBOG256"};
  return names[static_cast<int>(of)];
}
std::string name_of(channel::cipher_mode of) {
  const char* names[] = {"-",        "stream", "CBC",      "AEAD",     "GCM",   "CCM",  "CCM_8",
                         "POLY1305", "HMAC",   "CTR_OMAC", "CNT_IMIT", "MGM_L", "MGM_S"};
  return names[static_cast<int>(of)];
}

}  // namespace

TEST_CASE("the runs of code points are made at run time as while compiling", "[channel][I2]") {
  const channel::detail::suite_runs made;
  std::size_t in_all = 0;
  REQUIRE(std::size(made.all) == channel::detail::count_runs());
  for (std::size_t k = 0; k < std::size(made.all); ++k) {
    const auto& run = made.all[k];
    const auto& constant = channel::detail::cipher_suite_runs.all[k];
    CHECK(run.at == constant.at);
    CHECK(run.first == constant.first);
    CHECK(run.size == constant.size);
    CHECK(run.first == channel::detail::cipher_suite_codes[run.at]);
    CHECK((k == 0 || run.size <= made.all[k - 1].size));  // the longest first
    in_all += run.size;
  }
  CHECK(in_all == channel::detail::cipher_suite_count);
}

TEST_CASE("every fact of every registered suite is the registry's", "[channel]") {
  const auto rows = registry();
  REQUIRE(rows.size() == 354);
  REQUIRE(channel::cipher_suite_count == 354);
  for (auto row : rows) {
    CAPTURE(row["name"]);
    const auto suite =
        cipher_suite::of(static_cast<std::uint16_t>(std::stoul(row["code"], nullptr, 16)));
    REQUIRE(suite.is_registered());
    std::string exchange = name_of(suite.key_exchange());
    if (suite.is_export()) exchange += "_EXPORT";
    CHECK(exchange == row["key_exchange"]);
    CHECK(name_of(suite.authentication()) == row["authentication"]);
    CHECK(name_of(suite.cipher()) == row["cipher"]);
    if (row["cipher"] != "AEGIS") CHECK(name_of(suite.mode()) == row["mode"]);
    CHECK(std::to_string(suite.key_bits()) == row["key_bits"]);
    CHECK(suite.is_aead() == (row["aead"] == "1"));
    if (row["mode"] != "HMAC") CHECK(std::to_string(aead_tag_bits(suite)) == row["tag_bits"]);
    CHECK(name_of(suite.mac()) == row["mac"]);
    CHECK(name_of(suite.prf_hash()) == row["prf_hash"]);
    CHECK(suite.is_for_dtls() == (row["dtls_ok"] == "Y"));
    CHECK(static_cast<int>(suite.iana_recommends()) ==
          static_cast<int>(std::string{"NYD"}.find(row["iana_recommended"])));
    CHECK(suite.is_for_1_3() == (row["tls_version"] == "1.3"));
    CHECK(suite.encrypts() == (row["encrypts"] == "1"));
    CHECK((suite.mac() == channel::suite_mac::sha1) == (row["mac_is_sha1"] == "1"));
  }
}

TEST_CASE("whom a suite authenticates follows from how it does", "[channel][I3][I8]") {
  using channel::identity_kind;
  for (auto row : registry()) {
    CAPTURE(row["name"]);
    const auto suite =
        cipher_suite::of(static_cast<std::uint16_t>(std::stoul(row["code"], nullptr, 16)));
    const std::string by = row["authentication"];
    const bool any = by == "any", keys = by == "RSA" || by == "DSS" || by == "ECDSA";
    CHECK_FALSE(suite.authenticates(identity_kind::none));
    CHECK(suite.authenticates(identity_kind::psk) == (any || by == "PSK"));
    CHECK(suite.authenticates(identity_kind::raw_public_key) == (any || keys));
    CHECK(suite.authenticates(identity_kind::certificate) == (any || keys));
  }
}

TEST_CASE("what is not in the registry is no suite", "[channel][I2]") {
  std::size_t registered = 0;
  for (unsigned code = 0; code <= 0xFFFF; ++code)
    registered += cipher_suite::of(static_cast<std::uint16_t>(code)).is_registered() ? 1U : 0U;
  CHECK(registered == 354);
  STATIC_REQUIRE(!cipher_suite{}.is_registered());
  CHECK(cipher_suite{}.code() == 0);
  STATIC_REQUIRE(!cipher_suite::of(0x00FF).is_registered());  // a signalling value, no suite
  STATIC_REQUIRE(!cipher_suite::of(0xFFFF).is_registered());
}

TEST_CASE("the suites that every Server must offer, in order of preference", "[channel][I4][I5]") {
  using channel::identity_kind;
  constexpr auto psk = must_have_suites(identity_kind::psk);
  constexpr auto rpk = must_have_suites(identity_kind::raw_public_key);
  constexpr auto x509 = must_have_suites(identity_kind::certificate);
  STATIC_REQUIRE(psk.size() == 2);
  STATIC_REQUIRE(psk[0] == 0xC0A8);
  STATIC_REQUIRE(psk[1] == 0x00AE);
  STATIC_REQUIRE(rpk.size() == 2);
  STATIC_REQUIRE(rpk[0] == 0xC0AE);
  STATIC_REQUIRE(rpk[1] == 0xC023);
  STATIC_REQUIRE(equal(rpk, x509));
  STATIC_REQUIRE(must_have_suites(identity_kind::none).empty());

  for (auto row : registry()) {
    const auto code = static_cast<std::uint16_t>(std::stoul(row["code"], nullptr, 16));
    const auto in = [&](auto list) {
      bool found = false;
      for (const auto one : list) found = found || one == code;
      return found;
    };
    CHECK(in(psk) == (row["lwm2m_mandatory_mode"] == "PSK"));
    CHECK(in(x509) == (row["lwm2m_mandatory_mode"] == "RPK+X509"));
  }
}
