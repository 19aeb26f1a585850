#include "measured.hpp"
#include "workload.hpp"

#include <string>

/// Run under callgrind by `count`: the right of a Server that has been admitted, of whom it is known
/// that it has an account. By itself, so that the compiler sees what a stack with a gate has.

namespace measured {

namespace lac = lwm2m::access;

template <class Policy>
LWM2M_ACCESS_MEASURED bool right(const Policy& policy, lac::short_server_id server,
                                 lac::access_control_target target, lac::operation op,
                                 lac::obtained_right& why) {
  why = lac::access_right_of_account(policy, server, target);
  return why.rights.has_all(lac::facts_of(op).needs);
}

}  // namespace measured

namespace {

using namespace workload;

unsigned sink = 0;

template <std::size_t N, class Edition>
void rights(const std::string& edition) {
  const auto policy = loaded<N, Edition>();
  const auto asked = questions(N, 1000, standing::any, targets::random);
  lac::obtained_right why;
  count("right, " + edition + ", any admitted Server N=" + std::to_string(N), asked.size(), [&] {
    for (const question& each : asked)
      sink += measured::right(*policy, each.server, each.target, each.op, why) ? 1U : 0U;
  });
}

template <std::size_t N>
void rights_under_both() {
  rights<N, at_run_time>("run-time edition");
  rights<N, fixed>("fixed edition");
}

}  // namespace

int main() {
  rights_under_both<8>();
  rights_under_both<64>();
  rights_under_both<1024>();
  rights_under_both<16384>();
  rights_under_both<65535>();
  return sink == 0 ? 1 : 0;
}
