// Certificate Usage and Matching Type with real handshakes (I23): digests are made by each library,
// and an anchor is not sent.

#include <openssl/evp.h>
#include <support/catch.hpp>

#include "support/association.hpp"

using namespace dtls;
using channel::certificate_usage;
using channel::matching_type;
using channel::refusals;
using pki::octets;

namespace {

octets digest_of(const char* name, const octets& of) {
  octets made(EVP_MAX_MD_SIZE);
  unsigned size = 0;
  EVP_Digest(of.data(), of.size(), made.data(), &size, EVP_get_digestbyname(name), nullptr);
  made.resize(size);
  return made;
}

/// What the Client says of its Server, which sends its leaf alone, with this account.
refusals at_client(library client, certificate_usage usage, matching_type matching,
                   const octets& pin) {
  association a{identity_kind::certificate, {0xC0AE, 0xC023}};
  auto account = stated::x509_account();
  account.peer_key = view_of(pin);
  account.usage = usage;
  account.matching = matching;
  REQUIRE(a.client_side.accounts.change(account).empty());
  a.shake(client, library::openssl);
  INFO(a.client_end->error << " | " << a.server_end->error);
  REQUIRE(a.is_complete());
  return a.at_client();
}

}  // namespace

TEST_CASE("the digest of a Server's certificate or key, made by each library", "[channel][I23]") {
  const octets leaf = stated::server_certificate().der;
  const octets key = pki::spki_of(stated::server_certificate().key.get());
  const octets other = stated::client_certificate().der;
  const struct {
    matching_type matching;
    const char* name;
  } rows[] = {{matching_type::sha256, "SHA256"},
              {matching_type::sha384, "SHA384"},
              {matching_type::sha512, "SHA512"}};
  const auto usage = certificate_usage::domain_issued_certificate;
  for (const library one : libraries)
    for (const auto& row : rows) {
      CAPTURE(name_of(one), row.name);
      CHECK(at_client(one, usage, row.matching, digest_of(row.name, leaf)) == refusals{});
      CHECK(at_client(one, usage, row.matching, digest_of(row.name, key)) == refusals{});
      CHECK_FALSE(at_client(one, usage, row.matching, digest_of(row.name, other)).empty());
    }
}

TEST_CASE("an anchor that is not sent is proven by each library", "[channel][I23]") {
  const octets anchor = pki::root().der, other = pki::other_root().der;
  for (const library one : libraries)
    for (const auto usage :
         {certificate_usage::ca_constraint, certificate_usage::trust_anchor_assertion}) {
      CAPTURE(name_of(one), static_cast<int>(usage));
      CHECK(at_client(one, usage, matching_type::exact, anchor) == refusals{});
      CHECK_FALSE(at_client(one, usage, matching_type::exact, other).empty());
      CHECK(at_client(one, usage, matching_type::sha512, digest_of("SHA512", anchor)) ==
            refusals{});
    }
}
