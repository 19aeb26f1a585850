// Channels that are no DTLS library's: OSCORE, and a TLS that hands out no certificate (I14).

#include <support/catch.hpp>

#include "support/client_world.hpp"

using namespace stated;
using channel::identity;
using lwm2m::access::edition_name;

namespace {

struct oscore_session {
  identity peer_is{identity_kind::oscore, {}, {}};
  answer protects = answer::yes;
  session_id id() const noexcept { return session_id{std::uint64_t{5}}; }
  bool is_established() const noexcept { return true; }
  identity peer() const noexcept { return peer_is; }
  answer peer_verified() const noexcept { return answer::yes; }
  identity local() const noexcept { return {}; }
  answer encrypted() const noexcept { return protects; }
  answer integrity_protected() const noexcept { return protects; }
};
static_assert(channel::protected_channel<oscore_session>);

/// A TLS of a modem, which verified the Server's certificate and says for which name.
template <bool Path>
struct modem_session {
  static constexpr channel::configuration_facts fixed_by_configuration{.path = Path};

  pki::octets name = pki::of_text(server_host), anchor{};
  answer verified = answer::yes;
  identity local_is{identity_kind::certificate, view_of(client_certificate().der), {}};
  session_id id() const noexcept { return session_id{std::uint64_t{6}}; }
  bool is_established() const noexcept { return true; }
  identity peer() const noexcept { return {identity_kind::verified_name, view_of(name), {}}; }
  answer peer_verified() const noexcept { return verified; }
  identity local() const noexcept { return local_is; }
  answer encrypted() const noexcept { return answer::yes; }
  answer integrity_protected() const noexcept { return answer::yes; }
  channel::bytes sole_anchor() const noexcept { return view_of(anchor); }
};

account oscore_account(const pki::octets& recipient, const pki::octets& context = {}) {
  account made{.kind = account_kind::server, .server = server_101, .mode = security_mode::oscore};
  made.identity = view_of(recipient);
  made.id_context = view_of(context);
  return made;
}

}  // namespace

namespace {
/// A secured channel that is not DTLS.
struct sms_channel {
  channel::identity peer_is;
  channel::answer encrypts = channel::answer::yes, protects = channel::answer::yes;
  channel::session_id id() const noexcept { return channel::session_id{std::uint64_t{77}}; }
  bool is_established() const noexcept { return true; }
  channel::identity peer() const noexcept { return peer_is; }
  channel::answer peer_verified() const noexcept { return channel::answer::yes; }
  channel::identity local() const noexcept { return {}; }
  channel::answer encrypted() const noexcept { return encrypts; }
  channel::answer integrity_protected() const noexcept { return protects; }
};
}  // namespace

TEST_CASE("other channels state the same facts", "[channel][I2][I14]") {
  STATIC_REQUIRE(channel::session<sms_channel>);
  STATIC_REQUIRE(!channel::dtls_session<sms_channel>);
  client_world w;
  sms_channel sms{{identity_kind::psk, view_of(identity_101)}};
  CHECK(w.accounts.admit_server(sms, v1_1, policy()).reasons().empty());
  sms.encrypts = answer::unknown;
  CHECK(w.accounts.admit_server(sms, v1_1, policy()).reasons() == only(refusal::not_encrypted));
  sms.encrypts = answer::yes;
  sms.protects = answer::no;
  CHECK(w.accounts.admit_server(sms, v1_1, policy()).reasons() ==
        only(refusal::not_integrity_protected));
  sms.peer_is = {};
  CHECK(w.accounts.admit_server(sms, v1_1, policy()).reasons().has(refusal::peer_unidentified));
}

TEST_CASE("OSCORE's identifiers of RFC 8613, appendix C", "[channel][I14][I16]") {
  // C.1: the client's Sender ID is empty, the server's 0x01; C.2: 0x00 and 0x01; C.3: empty and
  // 0x01 with an ID Context.
  const pki::octets empty{}, zero{0x00}, one{0x01};
  const pki::octets context{0x37, 0xCB, 0xF3, 0x21, 0x00, 0x17, 0xA2, 0xD3};
  const struct {
    const pki::octets &recipient, &context;
  } rows[] = {{empty, empty}, {zero, empty}, {one, empty}, {empty, context}, {one, context}};
  for (const auto& row : rows) {
    channel::accounts<1> accounts;
    REQUIRE(accounts.add(oscore_account(row.recipient, row.context)).empty());
    for (const auto& shown : rows) {
      oscore_session s;
      s.peer_is.value = view_of(shown.recipient);
      s.peer_is.id_context = view_of(shown.context);
      const auto why = accounts.admit_server(s, v1_1).reasons();
      const bool same = row.recipient == shown.recipient && row.context == shown.context;
      CHECK(why.empty() == same);
      CHECK(why.has(refusal::account_unknown) == !same);
    }
  }
}

TEST_CASE("two Servers that both call themselves 01 are told apart by the context",
          "[channel][I14][I21]") {
  const pki::octets one{0x01}, first{0xAA}, second{0xBB};
  channel::accounts<2> accounts;
  REQUIRE(accounts.add(oscore_account(one, first)).empty());
  auto other = oscore_account(one, second);
  other.server = server_102;
  REQUIRE(accounts.add(other).empty());
  oscore_session s;
  s.peer_is.value = view_of(one);
  s.peer_is.id_context = view_of(second);
  CHECK(accounts.admit_server(s, v1_1)->server() == server_102);
  s.peer_is.id_context = view_of(first);
  CHECK(accounts.admit_server(s, v1_1)->server() == server_101);
  s.protects = answer::unknown;
  CHECK(accounts.admit_server(s, v1_1).reasons() ==
        only(refusal::not_encrypted, refusal::not_integrity_protected));
  s.protects = answer::yes;
  for (const auto edition : {edition_name::draft, edition_name::v1_0})
    CHECK(accounts.admit_server(s, edition).reasons() == only(refusal::mode_not_in_edition));
}

TEST_CASE("a TLS that states the name that it verified", "[channel][I10][I14]") {
  client_world w;
  const auto why = [&](const auto& s, edition_name edition = v1_1) {
    return w.accounts.admit_server(s, edition).reasons();
  };
  CHECK(why(modem_session<true>{}).empty());
  CHECK(why(modem_session<false>{}) == only(refusal::chain_unseen));  // nobody vouches for it
  modem_session<true> s;
  s.verified = answer::unknown;
  CHECK(why(s) == only(refusal::verification_unknown));
  s = {};
  s.name = pki::of_text("LWM2M.example.com");
  CHECK(why(s).empty());
  s.name = pki::of_text("other.example.com");
  CHECK(why(s) == only(refusal::account_unknown, refusal::host_name_other));
  s.name = pki::of_text(std::string("lwm2m.example.com\0x", 19));
  CHECK(why(s) == only(refusal::account_unknown, refusal::host_name_other));
  s.name = {};
  CHECK(why(s) == only(refusal::peer_unidentified));
  s = {};
  s.local_is = {};
  CHECK(why(s) == only(refusal::own_identity_missing));

  // A pin cannot be compared with a name; the one anchor can.
  auto pinned = x509_account();
  pinned.peer_key = view_of(pki::root().der);
  REQUIRE(w.accounts.change(pinned).empty());
  CHECK(why(modem_session<true>{}).has(refusal::pin_unknown));
  pinned.usage = channel::certificate_usage::trust_anchor_assertion;
  REQUIRE(w.accounts.change(pinned).empty());
  s = {};
  CHECK(why(s).has(refusal::pin_unknown));
  s.anchor = pki::root().der;
  CHECK(why(s).empty());
  s.anchor = pki::other_root().der;
  CHECK(why(s).has(refusal::pinned_key_other));
}

TEST_CASE("a Client's name that was verified elsewhere", "[channel][I9][I14]") {
  channel::accounts<2> accounts;
  account any = client_account();
  any.endpoint_name = {};
  REQUIRE(accounts.add(any).empty());
  modem_session<true> s;
  s.name = pki::of_text("urn:dev:A");
  s.local_is.value = view_of(server_certificate().der);
  const auto who = accounts.admit_client(s, v1_1);
  REQUIRE(who);
  CHECK(equal<char>(who->endpoint_name(), channel::text{"urn:dev:A"}));
}

TEST_CASE("an EST account before it has a certificate admits nobody", "[channel][I15]") {
  channel::accounts<1> accounts;
  auto est = x509_account();
  est.mode = security_mode::certificate_est;
  est.identity = {};
  REQUIRE(accounts.add(est).empty());
  CHECK(accounts.admit_server(x509_session(), v1_1).reasons() ==
        only(refusal::own_certificate_missing));
  est.identity = view_of(client_certificate().der);
  REQUIRE(accounts.change(est).empty());
  CHECK(accounts.admit_server(x509_session(), v1_1).reasons().empty());
  est.mode = security_mode::certificate;
  est.identity = {};
  CHECK(accounts.change(est) == channel::account_faults{account_fault::identity_missing});
}

TEST_CASE("a NUL in an identity is said to be one", "[channel][I16][I20]") {
  client_world w;
  const auto nul = pki::of_text(std::string("client-for-101\0x", 16));
  CHECK(w.why_not(psk_session(nul)).has(refusal::identity_has_nul));
}
