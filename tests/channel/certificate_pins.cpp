// Certificate Usage and Matching Type (I23): every edition, usage, matching type, thing that is
// pinned and session, whole, against what the rule says, read once more.

#include <openssl/evp.h>
#include <support/catch.hpp>

#include <iostream>
#include <map>

#include "support/client_world.hpp"

using namespace stated;
using channel::certificate_usage;
using channel::matching_type;
using lwm2m::access::edition_name;

namespace {

pki::octets digest_of(const char* name, channel::bytes of) {
  pki::octets made(64);
  unsigned size = 0;
  EVP_Digest(of.data(), of.size(), made.data(), &size, EVP_get_digestbyname(name), nullptr);
  made.resize(size);
  return made;
}

/// A session whose library makes digests, and states its one anchor.
struct able_session : session {
  explicit able_session(const session& of) : session{of} {}
  std::size_t digest(channel::hash with, channel::bytes of, std::uint8_t* out) const noexcept {
    if (!makes) return 0;
    const auto made = digest_of(with == channel::hash::sha384 ? "SHA384" : "SHA512", of);
    std::copy(made.begin(), made.end(), out);
    return made.size();
  }
  channel::bytes sole_anchor() const noexcept { return view_of(anchor); }
  bool makes = true;
  pki::octets anchor{};
};

/// Leaf, intermediate and root, and one that has nothing to do with them.
struct certificates {
  pki::issued leaf = issue(server_host), misnamed = issue("other.example.com");
  pki::octets intermediate = pki::rsa_intermediate().der, root = pki::root().der,
              other = pki::other_root().der;

  static pki::issued issue(const char* host) {
    auto spec = server_spec();
    spec.alternative_names = {pki::dns(host)};
    spec.by = pki::spec::signer::rsa_intermediate;
    return pki::issue(spec);
  }
};

enum class thing { none, leaf, intermediate, root, other };
constexpr thing things[] = {thing::none, thing::leaf, thing::intermediate, thing::root,
                            thing::other};
enum class form { certificate, key };
enum class shown { to_its_end, without_root, leaf_alone };

struct row {
  edition_name edition;
  certificate_usage usage;
  matching_type matching;
  thing pinned;
  form as;
  answer verified;
  bool named;  // the certificate names the host
  shown chain;
  bool sole_anchor;  // the session states that the root is its one anchor
  bool makes_digests;
};

/// I23, read once more: whether the session is admitted.
bool expected(const row& r) {
  const bool has_usage = r.edition == edition_name::v1_1 || r.edition == edition_name::v1_2;
  const bool verified = r.verified == answer::yes;
  if (r.pinned == thing::none) return verified && r.named;
  const bool readable =
      r.matching == matching_type::exact || r.matching == matching_type::sha256 || r.makes_digests;
  if (!has_usage) {
    const bool is_leaf =
        r.pinned == thing::leaf && r.as == form::certificate && r.matching == matching_type::exact;
    return is_leaf && r.named && (r.edition == edition_name::v1_0 || verified);
  }
  const bool anchor_known = r.chain == shown::to_its_end;
  const bool anchor_stated = r.sole_anchor && verified;
  switch (r.usage) {
    case certificate_usage::left_out:
    case certificate_usage::domain_issued_certificate:
      return readable && r.pinned == thing::leaf;
    case certificate_usage::service_certificate_constraint:
      return readable && r.pinned == thing::leaf && verified && r.named;
    case certificate_usage::trust_anchor_assertion:
      return readable && r.pinned == thing::root && (anchor_known || anchor_stated) && verified &&
             r.named;
    case certificate_usage::ca_constraint: {
      const bool in_shown = anchor_known && r.pinned != thing::other;
      return readable && (in_shown || (anchor_stated && r.pinned == thing::root)) && verified &&
             r.named;
    }
  }
  return false;
}

class table {
 public:
  /// What is pinned, as it is configured.
  channel::bytes pin_of(const row& r) {
    const std::map<thing, const pki::octets*> all{{thing::leaf, &leaf_of(r).der},
                                                  {thing::intermediate, &made_.intermediate},
                                                  {thing::root, &made_.root},
                                                  {thing::other, &made_.other}};
    if (r.pinned == thing::none) return {};
    channel::bytes value = view_of(*all.at(r.pinned));
    if (r.as == form::key) value = channel::certificate_of(value).key.whole;
    if (r.matching == matching_type::exact) return value;
    const char* const names[] = {"", "SHA256", "SHA384", "SHA512"};
    pin_ = digest_of(names[static_cast<int>(r.matching)], value);
    return view_of(pin_);
  }

  channel::refusals found(const row& r) {
    channel::accounts<1> accounts;
    auto one = x509_account();
    one.usage = r.usage;
    one.matching = r.pinned == thing::none ? matching_type::exact : r.matching;
    one.peer_key = pin_of(r);
    if (!accounts.add(one).empty()) return refusal::not_decided;
    able_session s{x509_session(leaf_of(r))};
    s.verified = r.verified;
    s.makes = r.makes_digests;
    if (r.sole_anchor) s.anchor = made_.root;
    s.chain = {leaf_of(r).der};
    if (r.chain != shown::leaf_alone) s.chain.push_back(made_.intermediate);
    if (r.chain == shown::to_its_end) s.chain.push_back(made_.root);
    return accounts.admit_server(s, r.edition).reasons();
  }

 private:
  const pki::issued& leaf_of(const row& r) const { return r.named ? made_.leaf : made_.misnamed; }

  certificates made_;
  pki::octets pin_;
};

/// Calls f(row) for every row.
template <class F>
void for_each_row(F f) {
  const auto editions = {edition_name::draft, edition_name::v1_0, edition_name::v1_1,
                         edition_name::v1_2};
  for (const auto edition : editions)
    for (unsigned usage = 0; usage < 5; ++usage)
      for (unsigned matching = 0; matching < 4; ++matching)
        for (const thing pinned : things)
          for (const form as : {form::certificate, form::key})
            for (const answer verified : {answer::unknown, answer::no, answer::yes})
              for (const bool named : {false, true})
                for (const shown chain :
                     {shown::to_its_end, shown::without_root, shown::leaf_alone})
                  for (const bool sole : {false, true})
                    for (const bool makes : {false, true})
                      f(row{edition, static_cast<certificate_usage>(usage),
                            static_cast<matching_type>(matching), pinned, as, verified, named,
                            chain, sole, makes});
}

}  // namespace

TEST_CASE("Certificate Usage and Matching Type: the whole table", "[channel][I23]") {
  table all;
  std::size_t rows = 0, admitted = 0, wrong = 0;
  for_each_row([&](const row& r) {
    const auto why = all.found(r);
    ++rows;
    admitted += why.empty() ? 1U : 0U;
    if (why.empty() == expected(r)) return;
    if (++wrong > 10) return;
    CAPTURE(int(r.edition), int(r.usage), int(r.matching), int(r.pinned), int(r.as),
            int(r.verified), r.named, int(r.chain), r.sole_anchor, r.makes_digests, why);
    CHECK(why.empty() == expected(r));
  });
  CHECK(wrong == 0);
  CHECK(rows == 4 * 5 * 4 * 5 * 2 * 3 * 2 * 3 * 2 * 2);
  std::cout << "figure: Certificate Usage: " << rows << " rows, " << admitted << " admitted\n";
}

TEST_CASE("what a pin is refused by", "[channel][I20][I23]") {
  table all;
  row r{edition_name::v1_1,
        certificate_usage::left_out,
        matching_type::sha384,
        thing::leaf,
        form::key,
        answer::unknown,
        false,
        shown::leaf_alone,
        false,
        false};
  CHECK(all.found(r) ==
        only(refusal::account_unknown, refusal::pin_unknown, refusal::verification_unknown));
  r.makes_digests = true;
  CHECK(all.found(r).empty());
  r.pinned = thing::other;
  CHECK(all.found(r).has(refusal::pinned_key_other));
  r.pinned = thing::root;
  r.usage = certificate_usage::trust_anchor_assertion;
  r.verified = answer::yes;
  CHECK(all.found(r) ==
        only(refusal::account_unknown, refusal::pin_unknown, refusal::host_name_other));
}

TEST_CASE("a raw public key by its digest", "[channel][I8][I23]") {
  const struct {
    matching_type by;
    const char* name;
  } rows[] = {{matching_type::sha256, "SHA256"},
              {matching_type::sha384, "SHA384"},
              {matching_type::sha512, "SHA512"}};
  for (const auto& each : rows) {
    CAPTURE(each.name);
    const auto digest = digest_of(each.name, view_of(server_key().spki));
    auto one = rpk_account();
    one.peer_key = view_of(digest);
    one.matching = each.by;
    channel::accounts<1> accounts;
    REQUIRE(accounts.add(one).empty());
    able_session s{rpk_session()};
    CHECK(accounts.admit_server(s, v1_1).reasons().empty());
    CHECK_FALSE(accounts.admit_server(s, edition_name::v1_0));  // it has no Matching Type
    const auto other = make_raw_key();
    s.peer_is.value = view_of(other.spki);
    CHECK(accounts.admit_server(s, v1_1).reasons() ==
          only(refusal::account_unknown, refusal::pinned_key_other));
    s = able_session{rpk_session()};
    s.makes = false;
    const auto why = accounts.admit_server(s, v1_1).reasons();
    CHECK(why.has(refusal::pin_unknown) == (each.by != matching_type::sha256));
    CHECK(why.empty() == (each.by == matching_type::sha256));
    one.peer_key = view_of(server_key().spki);
    CHECK(accounts.change(one) == channel::account_faults{account_fault::peer_key_malformed});
  }
}

TEST_CASE("a pin of the path is nothing where the path is not verified", "[channel][I10][I23]") {
  channel::accounts<1> accounts;
  auto one = x509_account();
  one.peer_key = view_of(pki::root().der);
  one.trust_pin_alone = true;
  for (const auto usage :
       {certificate_usage::ca_constraint, certificate_usage::trust_anchor_assertion}) {
    one.usage = usage;
    CHECK(accounts.add(one) == channel::account_faults{account_fault::anchor_not_verified});
  }
  one.usage = certificate_usage{5};
  CHECK(accounts.add(one).has(account_fault::pin_rule_unknown));
  one.usage = {};
  one.matching = matching_type{4};
  CHECK(accounts.add(one).has(account_fault::pin_rule_unknown));
}

TEST_CASE("where several certificates have the name of an issuer, none is proven",
          "[channel][I18][I23]") {
  // Another certificate with the intermediate's name lies beside it.
  auto spec = server_spec();
  spec.by = pki::spec::signer::rsa_intermediate;
  const auto leaf = pki::issue(spec);
  const auto intermediate = pki::rsa_intermediate().der, root = pki::root().der;
  auto twin = intermediate;
  twin.back() ^= 1U;  // another signature: another certificate of that name
  channel::accounts<1> accounts;
  auto one = x509_account();
  one.usage = certificate_usage::ca_constraint;
  one.peer_key = view_of(intermediate);
  REQUIRE(accounts.add(one).empty());
  auto s = x509_session(leaf);
  s.chain = {leaf.der, intermediate, root};
  CHECK(accounts.admit_server(s, v1_1).reasons().empty());
  s.chain = {leaf.der, intermediate, root, intermediate};  // sent twice: it is the same one
  CHECK(accounts.admit_server(s, v1_1).reasons().empty());
  s.chain = {leaf.der, twin, intermediate, root};
  CHECK(accounts.admit_server(s, v1_1).reasons() ==
        only(refusal::account_unknown, refusal::pin_unknown));
}

TEST_CASE("the SNI stands in for the host of the Server URI", "[channel][I10]") {
  channel::accounts<1> accounts;
  auto one = x509_account();
  one.server_uri = "coaps://10.0.0.1:5684";
  one.sni = server_host;
  REQUIRE(accounts.add(one).empty());
  CHECK(accounts.admit_server(x509_session(), v1_1).reasons().empty());
  CHECK(accounts.admit_server(x509_session(), edition_name::v1_2).reasons().empty());
  CHECK(accounts.admit_server(x509_session(), edition_name::v1_0).reasons() ==
        only(refusal::account_unknown, refusal::host_name_missing));
  one.sni = "10.0.0.1";
  CHECK(accounts.change(one) == channel::account_faults{account_fault::sni_malformed});
  one.sni =
      "b\xC3\xBC"
      "cher.example";
  CHECK(accounts.change(one) == channel::account_faults{account_fault::host_not_ascii});
  one.sni = "";
  one.server_uri =
      "coaps://b\xC3\xBC"
      "cher.example";
  CHECK(accounts.change(one) == channel::account_faults{account_fault::host_not_ascii});
  one.server_uri = "coaps://xn--bcher-kva.example";
  CHECK(accounts.change(one).empty());
}
