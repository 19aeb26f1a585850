// A path that ends in an anchor whose key is too small (I18). The anchor is not sent, as usual, so
// that most libraries do not show it: their configuration refuses it, or the adapter looks for it.

#include <support/catch.hpp>

#include <iostream>
#include <stdexcept>

#include "support/association.hpp"

using namespace dtls;
using signer = pki::spec::signer;

namespace {

struct anchor {
  const char* name;
  signer by;
  const pki::authority& root;
};
const anchor weak_anchors[] = {{"RSA, 1024 bits", signer::small_rsa_root, pki::small_rsa_root()},
                               {"P-224", signer::small_curve_root, pki::small_curve_root()}};
const anchor strong_anchors[] = {{"P-256", signer::authority, pki::root()},
                                 {"RSA, 2048 bits", signer::rsa_root, pki::rsa_root()}};

/// Whether `judge`, as `role`, admits a peer whose path ends in that anchor.
bool admits(library judge, dtls_role role, const anchor& of) {
  const bool at_server = role == dtls_role::server;
  association a{identity_kind::certificate, {0xC0AE, 0xC023}};
  pki::spec spec = at_server ? stated::client_spec() : stated::server_spec();
  spec.by = of.by;
  association::present(at_server ? a.client : a.server, pki::issue(spec));
  (at_server ? a.server : a.client).trusted = of.root.der;
  try {
    a.shake(at_server ? library::openssl : judge, at_server ? judge : library::openssl);
  } catch (const std::runtime_error&) {
    return false;  // the library does not take such an anchor
  }
  return (at_server ? a.at_server() : a.at_client()).empty();
}

}  // namespace

TEST_CASE("a weak anchor that is not sent is refused with every library", "[channel][I18]") {
  int refused = 0;
  for (const library judge : libraries)
    for (const dtls_role role : {dtls_role::server, dtls_role::client}) {
      for (const anchor& weak : weak_anchors) {
        CAPTURE(name_of(judge), role == dtls_role::server, weak.name);
        CHECK_FALSE(admits(judge, role, weak));
        ++refused;
      }
      for (const anchor& strong : strong_anchors) {
        CAPTURE(name_of(judge), role == dtls_role::server, strong.name);
        CHECK(admits(judge, role, strong));
      }
    }
  std::cout << "figure: weak anchors that are not sent: " << refused << " paths, all refused\n";
}
