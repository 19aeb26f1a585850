#include "adversary.hpp"
#include "right.hpp"

#include <cstdio>
#include <string>
#include <vector>

/// Run under callgrind by `count`: decisions on targets picked against the index.

namespace {

using namespace workload;

unsigned sink = 0;

/// Item 2: the dearest single decisions on targets picked against the index.
template <std::size_t N>
void attacked() {
  const adversary::attack made = adversary::pick<N>(N > 1024 ? 16 : 256);
  const auto policy = with_accounts<policy_of<N, at_run_time>>();
  std::size_t taken_in = 0;
  for (const lac::access_control_target& each : made.governed)
    if (policy->add(instance(taken_in, each)) == lac::status::done) ++taken_in;
  std::printf("attack, N=%zu: %zu taken in, %zu refused with a status\n", N, taken_in,
              made.refused);
  for (const lac::access_control_target& each : made.asked)
    for (const standing as : {standing::own_entry, standing::default_entry})
      sink += count_right<asking::any_server>("attack, one decision" + over(N), *policy,
                                              {{server_of(as, 2), each, lac::operation::read}});
}

}  // namespace

int main() {
  attacked<64>();
  attacked<1024>();
  attacked<16384>();
  return sink == 0 ? 1 : 0;
}
