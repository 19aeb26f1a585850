// The certificates above the leaf: which are judged, and what is not shown.

#include <support/catch.hpp>

#include <algorithm>

#include "support/client_world.hpp"

using namespace stated;

namespace {

/// The last octet of every one of these is another: an algorithm that nobody knows.
pki::octets with_last_octet(pki::octets der, const pki::octets& of, std::uint8_t other) {
  for (std::size_t k = 0; k + of.size() <= der.size(); ++k)
    if (std::equal(of.begin(), of.end(), der.begin() + static_cast<std::ptrdiff_t>(k)))
      der[k + of.size() - 1] = other;
  return der;
}

const pki::octets ecdsa_sha256{0x06, 0x08, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 4, 3, 2};
const pki::octets garbage{0x30, 0x01, 0x00};

pki::issued below(pki::spec::signer by) {
  auto spec = server_spec();
  spec.by = by;
  return pki::issue(spec);
}

/// A library whose configuration says nothing of anchors.
struct open_session : session {
  static constexpr channel::configuration_facts fixed_by_configuration{};
  explicit open_session(const session& of) : session{of} {}
  pki::octets anchor{};
  channel::bytes sole_anchor() const noexcept { return view_of(anchor); }
};

}  // namespace

TEST_CASE("what lies on the path is judged, and what was sent beside it is not",
          "[channel][I6][I18]") {
  client_world w;
  const auto direct = server_certificate();
  const auto through = below(pki::spec::signer::sha1_intermediate);
  const pki::octets weak = pki::sha1_intermediate().der, root = pki::root().der;
  const auto above = [&](const pki::issued& leaf, std::vector<pki::octets> chain) {
    auto s = x509_session(leaf);
    chain.insert(chain.begin(), leaf.der);
    s.chain = std::move(chain);
    return w.why_not(s);
  };
  CHECK(above(direct, {}).empty());
  CHECK(above(direct, {root}).empty());
  CHECK(above(direct, {weak}).empty());
  CHECK(above(direct, {weak, root}).empty());
  CHECK(above(direct, {root, weak}).empty());
  CHECK(above(through, {weak}) == only(refusal::hash_too_weak));
  CHECK(above(through, {weak, root}) == only(refusal::hash_too_weak));
  CHECK(above(through, {root, weak}) == only(refusal::hash_too_weak));  // in any order
  CHECK(above(through, {root}).empty());
  // What cannot be read may lie on the path.
  CHECK(above(direct, {garbage}) == only(refusal::certificate_malformed));
  CHECK(above(through, {weak, garbage}) ==
        only(refusal::hash_too_weak, refusal::certificate_malformed));

  // Nothing rests on what an anchor says of itself, unless others have its name.
  const auto odd_root = with_last_octet(root, ecdsa_sha256, 9);
  CHECK(above(direct, {odd_root}).empty());
  CHECK(above(direct, {odd_root, odd_root}).empty());
  CHECK(above(direct, {odd_root, root}) == only(refusal::hash_unknown));
  CHECK(above(direct, {root, odd_root}) == only(refusal::hash_unknown));
}

TEST_CASE("where several have the name of an issuer, all are judged", "[channel][I18]") {
  client_world w;
  const auto leaf = below(pki::spec::signer::rsa_intermediate);
  auto s = x509_session(leaf);
  const auto good = pki::rsa_intermediate().der;
  const auto twin = with_last_octet(good, ecdsa_sha256, 9);
  s.chain = {leaf.der, good, pki::root().der};
  CHECK(w.why_not(s).empty());
  s.chain = {leaf.der, good, twin, pki::root().der};
  CHECK(w.why_not(s) == only(refusal::hash_unknown));
}

TEST_CASE("an anchor that is not shown is fixed by configuration, stated, or refused",
          "[channel][I7][I18][I20]") {
  client_world w;
  const auto why = [&](const open_session& s) {
    return w.accounts.admit_server(s, v1_1).reasons();
  };
  open_session s{x509_session()};
  CHECK(why(s) == only(refusal::chain_unseen));
  s.anchor = pki::root().der;
  CHECK(why(s).empty());
  auto spec = server_spec();
  spec.by = pki::spec::signer::self;
  spec.key = "P-224";
  s.anchor = pki::issue(spec).der;
  CHECK(why(s) == only(refusal::key_too_small));
  s.anchor = garbage;
  CHECK(why(s) == only(refusal::chain_unseen));
  s.anchor = {};
  s.chain.push_back(pki::root().der);
  CHECK(why(s).empty());
  // Another anchor than the path's own is none.
  s.chain.back() = pki::other_root().der;
  CHECK(why(s) == only(refusal::chain_unseen));
}

TEST_CASE("a chain of more certificates than are looked at is not seen", "[channel][I18][I20]") {
  client_world w;
  auto s = x509_session();
  s.chain.resize(1 + channel::detail::certificate_path::capacity, pki::other_root().der);
  CHECK(w.why_not(s).empty());
  s.chain.push_back(pki::other_root().der);
  CHECK(w.why_not(s) == only(refusal::chain_unseen));
}

TEST_CASE("hashes and keys that are not known", "[channel][I18][I20]") {
  client_world w;
  auto s = x509_session();
  const auto unknown = with_last_octet(server_certificate().der, ecdsa_sha256, 9);
  s.peer_is.value = view_of(unknown);
  CHECK(w.why_not(s) == only(refusal::hash_unknown));
  auto spec = server_spec();
  spec.key = "secp160r1";
  const auto unknown_key = pki::issue(spec);
  CHECK(w.why_not(x509_session(unknown_key)) == only(refusal::key_unknown));
}
