// Security modes, and everything that can be wrong with an account when it is configured.

#include <lwm2m/access/channel/account_check.hpp>
#include <support/catch.hpp>

#include "support/client_world.hpp"
#include "support/keys.hpp"

using namespace stated;

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

TEST_CASE("an account of no kind and no mode that there is", "[channel][I11][I15]") {
  account one = psk_account();
  one.kind = account_kind{4};
  CHECK(faults_of(one) ==
        channel::account_faults{account_fault::kind_missing}.add(account_fault::server_not_wanted));
  one = psk_account();
  one.mode = security_mode{7};
  CHECK(faults_of(one).has(account_fault::mode_missing));
}

TEST_CASE("a text of no characters, or from nowhere, is empty", "[channel][I16]") {
  CHECK(channel::text{""}.empty());
  CHECK(channel::text{static_cast<const char*>(nullptr)}.empty());
  CHECK(channel::text{"a"}.size() == 1);
}
