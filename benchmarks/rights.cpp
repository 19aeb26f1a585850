#include "right.hpp"

#include <string>
#include <vector>

/// Run under callgrind by `count`: the right with its reason.

namespace {

using namespace workload;

unsigned sink = 0;

/// Item 1: hits and misses, by how the Server comes to its right.
template <std::size_t N, class Edition>
void rights(const std::string& edition) {
  struct row {
    const char* name;
    standing as;
    targets where;
  };
  constexpr row rows[] = {{"own entry", standing::own_entry, targets::random},
                          {"owner", standing::owner, targets::random},
                          {"default entry", standing::default_entry, targets::random},
                          {"any Server", standing::any, targets::random},
                          {"first target", standing::any, targets::first},
                          {"last target", standing::any, targets::last},
                          {"missing target", standing::any, targets::missing},
                          {"no account", standing::no_account, targets::random}};
  const auto policy = loaded<N, Edition>();
  for (const row& each : rows)
    sink += count_right<measured::any_server>("right, " + edition + ", " + each.name + over(N),
                                              *policy, questions(N, 1000, each.as, each.where));
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
