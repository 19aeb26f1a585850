#include "handshakes.hpp"
#include "measured.hpp"

#include <chrono>
#include <cstdio>

/// Item 7: who is admitted after a handshake. Under callgrind (by `count`) the instructions; with
/// the argument `time`, nanoseconds: the least of many rounds.

namespace measured {

LWM2M_ACCESS_MEASURED bool admit(handshakes::channel::accounts<8>& accounts,
                                 const handshakes::session& session,
                                 const handshakes::channel::channel_policy& rules) {
  return accounts.admit_server(session, handshakes::lac::edition_name::v1_1, rules)
      .reasons()
      .empty();
}

}  // namespace measured

namespace {

using handshakes::session;

struct client {
  handshakes::channel::accounts<8> accounts;
  handshakes::channel::session_binding kept{};
  session psk = handshakes::psk_session(3, &kept);
  session x509 = handshakes::certificate_session(&kept);
  session x509_once = handshakes::certificate_session(nullptr);
};

/// Its key was supplied while the handshake ran, which binds the session to the account.
bool admits_psk(client& one) { return measured::admit(one.accounts, one.psk, handshakes::rules()); }
bool supplies_and_admits_psk(client& one) {
  (void)one.accounts.supply_key(handshakes::lac::short_server_id{104}, one.psk.id(), one.kept);
  return admits_psk(one);
}
bool admits_x509(client& one) {
  return measured::admit(one.accounts, one.x509, handshakes::rules());
}
/// A stack that never resumes a session keeps no binding, and needs no digest of the peer's
/// certificate.
bool admits_x509_once(client& one) {
  return measured::admit(one.accounts, one.x509_once, handshakes::rules());
}

double nanoseconds(client& one, bool (*admits)(client&)) {
  constexpr int calls = 2000;
  double least = 1e9;
  for (int round = 0; round < 50; ++round) {
    const auto since = std::chrono::steady_clock::now();
    for (int call = 0; call < calls; ++call)
      if (!admits(one)) return 0;
    const std::chrono::duration<double, std::nano> passed =
        std::chrono::steady_clock::now() - since;
    if (passed.count() / calls < least) least = passed.count() / calls;
  }
  return least;
}

void report(const char* what, double time, double bound) {
  std::printf("figure: Admission, %s: %.1f ns (bound %.0f: %s)\n", what, time, bound,
              time <= bound ? "met" : "NOT met");
}

}  // namespace

int main(int argc, char**) {
  client one;
  if (!handshakes::configure(one.accounts) || !admits_x509(one) || !supplies_and_admits_psk(one)) {
    std::puts("not admitted");
    return 1;
  }
  if (argc > 1) {
    report("PSK", nanoseconds(one, admits_psk), 25);
    std::printf("figure: Admission, PSK, the supply of its key included: %.1f ns\n",
                nanoseconds(one, supplies_and_admits_psk));
    report("X.509, a chain of two certificates", nanoseconds(one, admits_x509), 250);
    report("X.509, the same, no verdict kept", nanoseconds(one, admits_x509_once), 250);
    return 0;
  }
  count("admission, PSK", 100, [&] {
    for (int k = 0; k < 100; ++k) (void)admits_psk(one);
  });
  count("admission, X.509, a chain of two certificates", 100, [&] {
    for (int k = 0; k < 100; ++k) (void)admits_x509(one);
  });
  count("admission, X.509, the same, no verdict kept", 100, [&] {
    for (int k = 0; k < 100; ++k) (void)admits_x509_once(one);
  });
}
