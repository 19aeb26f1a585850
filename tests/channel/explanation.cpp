// Each refusal told in full: what was looked for, and what was found (I20).

#include <lwm2m/access/channel/explanation.hpp>
#include <support/catch.hpp>

#include <cstdlib>
#include <string>
#include <vector>

#include "support/client_world.hpp"

using namespace stated;
using channel::compared;

namespace {

std::string shown_as(const compared& of) {
  switch (of.is) {
    case compared::form::characters:
      return {of.name.begin(), of.name.end()};
    case compared::form::octets:
      return "<" + std::to_string(of.value.size()) + " octets>";
    case compared::form::number:
      return std::to_string(of.number);
    case compared::form::nothing:
      break;
  }
  return "-";
}

/// Each reason with both sides, one a line.
template <class Accounts, class Session>
std::vector<std::string> told(const Accounts& accounts, const Session& s,
                              channel::account_key meant, const channel_policy& rules = {}) {
  std::vector<std::string> all;
  explain_refusal(accounts, s, v1_1, rules, meant, [&](const channel::refusal_detail& each) {
    all.push_back(std::string{sentence(each.why)} + " [" + shown_as(each.looked_for) + "] [" +
                  shown_as(each.found) + "]");
  });
  return all;
}

using lines = std::vector<std::string>;

}  // namespace

TEST_CASE("a refusal says what was looked for and what was found", "[channel][I20]") {
  client_world w;
  CHECK(told(w.accounts, rpk_session(), server_102).empty());

  auto s = psk_session();
  (void)w.accounts.supply_key(server_101, s.sid, *s.kept);
  s.version = 0xFEFF;
  s.suite = 0x008C;
  CHECK(told(w.accounts, s, server_101) ==
        lines{"The protocol is none of DTLS 1.2 or later. [65277] [65279]",
              "The MAC of the cipher suite is SHA-1. [49320] [140]",
              "The cipher suite is not one of the security mode's own, and no others are allowed. "
              "[49320] [140]"});
  CHECK(told(w.accounts, psk_session(identity_bootstrap), server_101) ==
        lines{"This end offered other credentials than those of the account. [<14 octets>] "
              "[<20 octets>]",
              "The account did not supply the key of this session. [-] [-]"});

  auto spec = server_spec();
  spec.alternative_names = {pki::dns("one.example"), pki::dns("two.example")};
  const auto other = pki::issue(spec);
  CHECK(told(w.accounts, x509_session(other), server_103) ==
        lines{"The certificate names other hosts than the Server URI's. "
              "[coaps://lwm2m.example.com:5684] [one.example]",
              "The certificate names other hosts than the Server URI's. "
              "[coaps://lwm2m.example.com:5684] [two.example]"});
  spec.alternative_names = {pki::dns(server_host)};
  spec.key = "P-224";
  const auto small = pki::issue(spec);
  CHECK(told(w.accounts, x509_session(small), server_103) ==
        lines{"A key is too small: EC needs 256 bits or more, RSA 2048 or more. [256] [224]"});
  CHECK(told(w.accounts, x509_session(), server_101) ==
        lines{"The account is configured for another security mode. [1] [3]"});
  CHECK(told(w.accounts, x509_session(), short_server_id{110}) ==
        lines{"No account has these credentials. [<0 octets>] [<" +
              std::to_string(server_certificate().der.size()) + " octets>]"});
}

TEST_CASE("a Client under another name is told both", "[channel][I9][I20]") {
  server_world w;
  auto spec = client_spec();
  spec.subject = {pki::common_name("urn:other")};
  const auto other = pki::issue(spec);
  CHECK(told(w.accounts, client_session(other), channel::text{endpoint}) ==
        lines{"The common name is not the one that the account asks for. "
              "[urn:dev:os:0023C7-000001] [urn:other]"});
}

TEST_CASE("explaining changes nothing, and knows every reason", "[channel][I20][I22]") {
  client_world w;
  auto s = rpk_session();
  const auto who = w.accounts.admit_server(s, v1_1);
  REQUIRE(who);
  s.verified = answer::no;
  CHECK(told(w.accounts, s, server_102).size() == 1);
  CHECK(w.accounts.is_current(*who, s));
  const channel::certificate leaf = channel::certificate_of(view_of(server_certificate().der));
  const channel::detail::certificate_path path{s, leaf};
  const channel::detail::session_facts facts = channel::detail::facts_of(s);
  const channel::detail::evidence shown{
      facts, leaf, path, channel::detail::channel_edition_of(v1_1), {}, nullptr};
  for (unsigned k = 0; k <= static_cast<unsigned>(last_of(refusal{})); ++k) {
    const auto why = static_cast<refusal>(k);
    CHECK(channel::detail::detail_of_session(why, x509_account(), account_kind::server, shown, 5)
              .why == why);
  }
}
