// The names in certificates, of Clients and of Servers (I9, I10, I19).

#include <support/catch.hpp>

#include <openssl/objects.h>

#include <string>

#include "support/client_world.hpp"

using namespace stated;

TEST_CASE("a Client's certificate names its Endpoint Name", "[channel][I9]") {
  server_world w;
  CHECK(w.why_not(client_session()).empty());
  auto spec = client_spec();
  spec.subject = {pki::common_name("urn:dev:os:0023C7-000002")};
  const auto other = pki::issue(spec);
  CHECK(w.why_not(client_session(other)) == only(refusal::account_unknown, refusal::cn_other));
  spec = client_spec();
  spec.version = 1;
  const auto old = pki::issue(spec);
  CHECK(w.why_not(client_session(old)) == only(refusal::certificate_not_v3));
  auto s = client_session();
  s.verified = answer::no;
  CHECK(w.why_not(s) == only(refusal::peer_not_verified));

  // The Endpoint Name is not known yet: it is compared at Register.
  channel::accounts<2> accounts;
  auto any = client_account();
  any.endpoint_name = {};
  REQUIRE(accounts.add(any).empty());
  s = client_session(other);
  auto who = accounts.admit_client(s, v1_1, policy());
  REQUIRE(who);
  CHECK(accounts.refusals_at_register(*who, s, v1_1, "urn:dev:os:0023C7-000002").empty());
  CHECK(accounts.refusals_at_register(*who, s, v1_1, endpoint) ==
        only(refusal::endpoint_name_other));
  accounts.session_ended(s.sid);
  CHECK_FALSE(accounts.refusals_at_register(*who, s, v1_1, "urn:dev:os:0023C7-000002").empty());

  // A Client checks its own certificate when it is configured.
  auto mine = x509_account();
  mine.endpoint_name = "urn:dev:os:0023C7-000002";
  CHECK(accounts.add(mine) == channel::account_faults{account_fault::own_certificate_names_other});
}

TEST_CASE("a Server's certificate names the host of the Server URI", "[channel][I10]") {
  client_world w;
  auto spec = server_spec();
  spec.alternative_names = {pki::dns("other.example.com")};
  const auto other = pki::issue(spec);
  CHECK(w.why_not(x509_session(other)) == only(refusal::account_unknown, refusal::host_name_other));
  spec.alternative_names = {pki::ip({127, 0, 0, 1})};
  const auto address = pki::issue(spec);
  CHECK(w.why_not(x509_session(address)) ==
        only(refusal::account_unknown, refusal::host_name_missing));
  spec = server_spec();
  spec.version = 1;
  spec.subject = {pki::common_name(server_host)};
  const auto old = pki::issue(spec);
  CHECK(w.why_not(x509_session(old)).has(refusal::certificate_not_v3));
  auto s = x509_session();
  s.verified = answer::unknown;
  CHECK(w.why_not(s) == only(refusal::verification_unknown));

  // Without the chain, only what is pinned authenticates.
  channel::accounts<2> accounts;
  auto pinned = x509_account();
  pinned.trust_pin_alone = true;
  CHECK(accounts.add(pinned) == channel::account_faults{account_fault::nothing_to_verify});
  pinned.peer_key = view_of(server_certificate().der);
  REQUIRE(accounts.add(pinned).empty());
  s = x509_session();
  s.verified = answer::no;
  s.chain = {};
  CHECK(accounts.admit_server(s, v1_1, policy()).reasons().empty());
  const auto impostor = pki::issue(server_spec());
  s = x509_session(impostor);
  CHECK(accounts.admit_server(s, v1_1, policy()).reasons() ==
        only(refusal::account_unknown, refusal::pinned_key_other));

  auto nowhere = x509_account();
  nowhere.server_uri = "coaps://";
  CHECK(accounts.change(nowhere).has(account_fault::host_missing));
}

TEST_CASE("wildcards and the CN only where the account allows them", "[channel][I19]") {
  auto spec = server_spec();
  spec.alternative_names = {pki::dns("*.example.com")};
  const auto wild = pki::issue(spec);
  spec.subject = {pki::common_name(server_host)};
  spec.alternative_names = {pki::ip({10, 0, 0, 1})};
  const auto by_name = pki::issue(spec);
  client_world w;
  CHECK(w.why_not(x509_session(wild)).has(refusal::host_name_other));
  CHECK(w.why_not(x509_session(by_name)).has(refusal::host_name_missing));
  auto lenient = x509_account();
  lenient.allow_wildcard = lenient.allow_common_name = true;
  REQUIRE(w.accounts.change(lenient).empty());
  CHECK(w.why_not(x509_session(wild)).empty());
  // A SubjectAltName that names any authority leaves the CN no say.
  CHECK(w.why_not(x509_session(by_name)).has(refusal::host_name_missing));
  spec.alternative_names = {pki::tlv(0x86, pki::of_text("coaps://other.example.com"))};
  const auto by_uri = pki::issue(spec);
  CHECK(w.why_not(x509_session(by_uri)).has(refusal::host_name_missing));
  spec.alternative_names = {pki::tlv(0x81, pki::of_text("operator@example.com"))};
  const auto by_mail = pki::issue(spec);
  CHECK(w.why_not(x509_session(by_mail)).empty());
  spec.has_alternative_names = false;
  const auto plain = pki::issue(spec);
  CHECK(w.why_not(x509_session(plain)).empty());
}

namespace {

std::string in_capitals(std::string text) {
  for (char& each : text)
    if (each >= 'a' && each <= 'z') each = static_cast<char>(each - 'a' + 'A');
  return text;
}

}  // namespace

TEST_CASE("the CN: exactly one, well encoded, the same byte for byte", "[channel][I9][I19]") {
  const auto org = pki::attribute{17, 12, "Org"};  // organizationName
  const struct {
    std::vector<pki::attribute> subject;
    refusal why;
  } rows[] = {{{}, refusal::cn_missing},
              {{org}, refusal::cn_missing},
              {{pki::common_name("x"), pki::common_name(endpoint)}, refusal::cn_several},
              {{pki::common_name(endpoint), pki::common_name("x")}, refusal::cn_several},
              {{pki::common_name(endpoint), pki::common_name(endpoint)}, refusal::cn_several},
              {{pki::common_name(endpoint, 22)}, refusal::cn_encoding},  // IA5String
              {{pki::common_name("\xFF")}, refusal::cn_encoding},
              {{pki::common_name("urn\xC3")}, refusal::cn_encoding},
              {{pki::common_name("urn\xE2\x82")}, refusal::cn_encoding},
              {{pki::common_name(std::string(endpoint) + " ")}, refusal::cn_other},
              {{pki::common_name(in_capitals(endpoint))}, refusal::cn_other},
              {{pki::common_name("")}, refusal::cn_other}};
  server_world w;
  for (const auto& row : rows) {
    auto spec = client_spec();
    spec.subject = row.subject;
    const auto made = pki::issue(spec);
    CHECK(w.why_not(client_session(made)) == only(refusal::account_unknown, row.why));
  }
}

namespace {

/// At a Server: Clients of which one is known by its certificate alone.
struct server_of_unnamed {
  channel::accounts<3> accounts;
  account any = client_account(), named = client_account();
  server_of_unnamed() { any.endpoint_name = {}; }

  /// Under which name the session is admitted; empty: under none.
  std::string admitted_as(const session& s) {
    const auto who = accounts.admit_client(s, v1_1, policy());
    if (!who) return "";
    return std::string{who->endpoint_name().begin(), who->endpoint_name().end()};
  }
};

}  // namespace

TEST_CASE("the account for Clients without a name comes last, whichever is added first",
          "[channel][I9][I21]") {
  auto spec = client_spec();
  spec.subject = {pki::common_name("urn:other")};
  const auto other = pki::issue(spec);
  for (const bool named_first : {false, true}) {
    server_of_unnamed w;
    REQUIRE(w.accounts.add(named_first ? w.named : w.any).empty());
    REQUIRE(w.accounts.add(named_first ? w.any : w.named).empty());
    const auto who = w.accounts.admit_client(client_session(), v1_1, policy());
    REQUIRE(who);
    REQUIRE(w.accounts.remove(channel::text{endpoint}));
    CHECK_FALSE(w.accounts.is_current(*who, client_session().sid));
    CHECK(w.admitted_as(client_session(other)) == "urn:other");
    CHECK(w.accounts.add(w.any) == channel::account_faults{account_fault::account_doubled}.add(
                                       account_fault::credentials_doubled));
  }
}

TEST_CASE("names that cannot be read or compared", "[channel][I9][I10][I19]") {
  auto lenient = x509_account();
  lenient.allow_common_name = true;
  client_world w;
  REQUIRE(w.accounts.change(lenient).empty());
  auto spec = server_spec();
  spec.has_alternative_names = false;
  const auto shown = [&](std::vector<pki::attribute> subject) {
    spec.subject = std::move(subject);
    const auto made = pki::issue(spec);
    return w.why_not(x509_session(made));
  };
  CHECK(shown({pki::common_name(server_host)}).empty());
  CHECK(shown({}) == only(refusal::account_unknown, refusal::host_name_missing));
  CHECK(shown({pki::common_name(server_host), pki::common_name("x")}) ==
        only(refusal::account_unknown, refusal::cn_several));
  CHECK(shown({pki::common_name(server_host, 22)}) ==
        only(refusal::account_unknown, refusal::cn_encoding));
  CHECK(shown({pki::common_name("x")}) == only(refusal::account_unknown, refusal::host_name_other));
  spec = server_spec();
  spec.alternative_names = {pki::dns(server_host), pki::octets{0x0C, 0x01, 'x'}};
  CHECK(shown({}) == only(refusal::account_unknown, refusal::certificate_malformed));
}

TEST_CASE("a leaf that cannot be read, or is for another use", "[channel][I9][I10][I19]") {
  client_world w;
  const pki::octets garbage{0x30, 0x01, 0x00};
  auto s = x509_session();
  s.peer_is.value = view_of(garbage);
  CHECK(w.why_not(s) == only(refusal::account_unknown, refusal::certificate_malformed));

  auto spec = server_spec();
  spec.extended_key_usage = {NID_client_auth};
  const auto of_client = pki::issue(spec);
  CHECK(w.why_not(x509_session(of_client)) == only(refusal::certificate_wrong_usage));
  spec.extended_key_usage = {NID_server_auth};
  const auto of_server = pki::issue(spec);
  CHECK(w.why_not(x509_session(of_server)).empty());
  // A Server that began the handshake is the DTLS client of it.
  s = x509_session(of_client);
  s.end = dtls_role::server;
  CHECK(w.why_not(s).empty());
  s = x509_session(of_server);
  s.end = dtls_role::server;
  CHECK(w.why_not(s) == only(refusal::certificate_wrong_usage));
}

TEST_CASE("a certificate is valid from its first second to its last", "[channel][I9][I10]") {
  client_world w;
  const auto validity = channel::certificate_of(view_of(server_certificate().der)).validity;
  auto rules = policy();
  const auto at = [&](std::int64_t now) {
    rules.now = now;
    return w.why_not(x509_session(), rules);
  };
  CHECK(at(validity.not_before).empty());
  CHECK(at(validity.not_after).empty());
  CHECK(at(validity.not_before - 1) == only(refusal::certificate_not_yet_valid));
  CHECK(at(validity.not_after + 1) == only(refusal::certificate_expired));
  // Without a clock, it is the library's part, of whatever time the certificate is.
  auto spec = server_spec();
  spec.from_days = -25000;
  spec.until_days = -24000;
  const auto long_ago = pki::issue(spec);
  CHECK(w.why_not(x509_session(long_ago)).empty());
  rules.now = 1;
  CHECK(w.why_not(x509_session(long_ago), rules) == only(refusal::certificate_expired));
}
