// Real handshakes: every library as client and as server of every other one.

#include <support/catch.hpp>

#include <algorithm>
#include <cstdlib>
#include <iomanip>
#include <iostream>
#include <set>
#include <sstream>

#include "support/association.hpp"

using namespace dtls;
using channel::answer;
using channel::resumption;

namespace {

struct combination {
  identity_kind kind;
  std::uint16_t suite;
  const char* name;
};
constexpr combination combinations[] = {{identity_kind::psk, 0xC0A8, "PSK CCM_8"},
                                        {identity_kind::psk, 0x00AE, "PSK CBC_SHA256"},
                                        {identity_kind::certificate, 0xC0AE, "X.509 CCM_8"},
                                        {identity_kind::certificate, 0xC023, "X.509 CBC_SHA256"},
                                        {identity_kind::raw_public_key, 0xC0AE, "RPK CCM_8"},
                                        {identity_kind::raw_public_key, 0xC023, "RPK CBC_SHA256"}};

/// The facts of an adapter against what went over the wire and what both ends were given.
void check_facts(const association& a, const combination& c, const told& t, bool at_client) {
  CHECK(t.established);
  CHECK(t.protocol == 0xFEFD);
  CHECK(t.protocol == a.log.protocol());
  CHECK(t.suite == c.suite);
  CHECK(t.suite == a.log.suite());
  CHECK(t.role == (at_client ? dtls_role::client : dtls_role::server));
  CHECK(t.verified == answer::yes);
  CHECK(t.resumed == resumption::full_handshake);
  const settings &own = at_client ? a.client : a.server, &other = at_client ? a.server : a.client;
  if (c.kind == identity_kind::psk) {
    CHECK((at_client ? t.local : t.peer) == stated::identity_101);
    CHECK((at_client ? t.local_kind : t.peer_kind) == identity_kind::psk);
    return;
  }
  CHECK(t.peer_kind == c.kind);
  CHECK(t.local_kind == c.kind);
  const bool raw = c.kind == identity_kind::raw_public_key;
  CHECK(t.peer == (raw ? other.raw_public_key : other.certificate));
  CHECK(t.local == (raw ? own.raw_public_key : own.certificate));
  CHECK((!t.tells_group || t.group == 256));
  CHECK((!t.tells_handshake_hash || t.handshake_hash == channel::hash::sha256));
}

/// "" when it was made, with all facts right and both ends admitted.
std::string why_impossible(library client, library server, const combination& c) {
  for (const library one : {client, server})
    if (const auto why = missing(one, c.kind); !why.empty())
      return std::string{name_of(one)} + ": " + why;
  return {};
}

struct count {
  int made = 0, admitted = 0, impossible = 0;
};

void run_matrix(carrier by, count& all, std::set<std::string>& reasons) {
  for (const auto& c : combinations)
    for (const library client : libraries)
      for (const library server : libraries) {
        CAPTURE(c.name, name_of(client), name_of(server));
        if (const auto why = why_impossible(client, server, c); !why.empty()) {
          ++all.impossible;
          reasons.insert(std::string{c.name} + ", " + name_of(client) + " client, " +
                         name_of(server) + " server: " + why);
          continue;
        }
        association a{c.kind, {c.suite}};
        a.shake(client, server, by);
        INFO(a.client_end->error << " | " << a.server_end->error);
        CHECK(a.is_complete());
        if (!a.is_complete()) continue;
        ++all.made;
        check_facts(a, c, a.client_end->tell(), true);
        check_facts(a, c, a.server_end->tell(), false);
        const auto at_client = a.at_client(), at_server = a.at_server();
        CHECK(at_client == channel::refusals{});
        CHECK(at_server == channel::refusals{});
        all.admitted += at_client.empty() && at_server.empty() ? 1 : 0;
      }
}

/// All but wolfSSL have PSKs; all have certificates; two suites of each kind.
int possible_handshakes() {
  const auto with_raw = std::count_if(std::begin(libraries), std::end(libraries), [](library one) {
    return abilities_of(one).raw_public_keys;
  });
  return static_cast<int>(2 * (4 * 4 + 5 * 5 + with_raw * with_raw));
}

}  // namespace

TEST_CASE("every library with every other one: in memory", "[channel][I1][I4][I5]") {
  count all;
  std::set<std::string> impossible;
  run_matrix(carrier::memory, all, impossible);
  std::cout << "figure: handshakes in memory: " << all.made << " made, " << all.admitted
            << " admitted at both ends, " << all.impossible << " impossible, by name:\n";
  for (const auto& one : impossible) std::cout << "  " << one << "\n";
  CHECK(all.made == possible_handshakes());
  CHECK(all.made + all.impossible == 6 * 5 * 5);
}

TEST_CASE("every library with every other one: UDP over loopback", "[channel][I1][I4][I5]") {
  count all;
  std::set<std::string> impossible;
  run_matrix(carrier::udp, all, impossible);
  CHECK(all.made == possible_handshakes());
  std::cout << "figure: handshakes over UDP: " << all.made << " made, " << all.admitted
            << " admitted at both ends\n";
}

TEST_CASE("the configuration strings: both suites offered, CCM_8 preferred", "[channel][I4][I5]") {
  for (const auto& c : combinations) {
    if (c.suite != 0xC0A8 && c.suite != 0xC0AE) continue;
    const auto must = must_have_suites(c.kind);
    for (const library client : libraries)
      for (const library server : libraries) {
        CAPTURE(c.name, name_of(client), name_of(server));
        if (!why_impossible(client, server, c).empty()) continue;
        association a{c.kind, {must.begin(), must.end()}};
        a.shake(client, server);
        INFO(a.client_end->error << " | " << a.server_end->error);
        CHECK(a.is_complete());
        CHECK(a.log.suite() == must[0]);
        CHECK(a.log.offered() == std::vector<std::uint16_t>(must.begin(), must.end()));
        CHECK(a.at_client() == channel::refusals{});
        CHECK(a.at_server() == channel::refusals{});
      }
  }
}
