#include "right.hpp"

#include <string>

/// Run under callgrind by `count`: the right of a Server that has been admitted, of whom it is
/// known that it has an account. By itself, so that the compiler sees what a stack with a gate has.

namespace {

using namespace workload;

unsigned sink = 0;

template <std::size_t N, class Edition>
void rights(const std::string& edition) {
  const auto policy = loaded<N, Edition>();
  sink += count_right<measured::admitted_server>(
      "right, " + edition + ", any admitted Server" + over(N), *policy,
      questions(N, 1000, standing::any, targets::random));
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
