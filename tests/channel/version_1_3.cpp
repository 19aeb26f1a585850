// Real handshakes of TLS 1.3: what each adapter tells of them (I3, I16).

#include <support/catch.hpp>

#include <iostream>

#include "support/association.hpp"

using namespace dtls;
using channel::answer;
using channel::refusals;
using channel::resumption;

namespace {

constexpr std::uint16_t aes_128_gcm_sha256 = 0x1301;

channel::channel_policy with_tls() {
  auto rules = association::policy();
  rules.allow_tls = true;
  rules.allow_other_suites = true;
  return rules;
}

void check_facts(const association& a, const told& t, bool at_client) {
  CHECK(t.established);
  CHECK(t.protocol == 0x0304);
  CHECK(t.suite == aes_128_gcm_sha256);
  CHECK(t.role == (at_client ? dtls_role::client : dtls_role::server));
  CHECK(t.verified == answer::yes);
  CHECK(t.resumed == resumption::full_handshake);
  if (a.client.kind == identity_kind::psk) {
    CHECK((at_client ? t.local : t.peer) == stated::identity_101);
    CHECK((at_client ? t.local_kind : t.peer_kind) == identity_kind::psk);
    return;
  }
  CHECK(t.peer == (at_client ? a.server : a.client).certificate);
  CHECK(t.local == (at_client ? a.client : a.server).certificate);
  CHECK((!t.tells_group || t.group == 256));
  CHECK((!t.tells_handshake_hash || t.handshake_hash == channel::hash::sha256));
}

/// Whether these two can do it; how many handshakes were made, and admitted at both ends.
int run_all(identity_kind kind) {
  int made = 0;
  for (const library client : libraries)
    for (const library server : libraries) {
      CAPTURE(name_of(client), name_of(server));
      if (!missing(client, kind, version::tls_1_3).empty()) continue;
      if (!missing(server, kind, version::tls_1_3).empty()) continue;
      association a{kind, {aes_128_gcm_sha256}};
      a.client.speaks = a.server.speaks = version::tls_1_3;
      a.shake(client, server);
      INFO(a.client_end->error << " | " << a.server_end->error);
      CHECK(a.is_complete());
      if (!a.is_complete()) continue;
      check_facts(a, a.client_end->tell(), true);
      check_facts(a, a.server_end->tell(), false);
      CHECK(a.at_client(with_tls()) == refusals{});
      CHECK(a.at_server(with_tls()) == refusals{});
      CHECK(a.at_server().has(channel::refusal::tls_not_allowed));
      ++made;
    }
  return made;
}

}  // namespace

TEST_CASE("TLS 1.3 with certificates: version, suite and peer", "[channel][I3][I9]") {
  const int made = run_all(identity_kind::certificate);
  CHECK(made >= 9);  // OpenSSL, GnuTLS, wolfSSL
  std::cout << "figure: TLS 1.3 with certificates: " << made << " handshakes, all admitted\n";
}

TEST_CASE("TLS 1.3 with an external PSK: the identity is found", "[channel][I3][I16]") {
  const int made = run_all(identity_kind::psk);
  CHECK(made >= 4);  // OpenSSL, GnuTLS
  std::cout << "figure: TLS 1.3 with an external PSK: " << made << " handshakes, all admitted\n";
}
