#include "contenders.hpp"

#include <benchmark/benchmark.h>

/// The mean time of a decision: engine and baselines, over all sizes and kinds of targets.

namespace {

using workload::targets;

template <class Contender>
void decide(benchmark::State& state, const Contender& contender,
            const std::vector<workload::question>& asked) {
  std::size_t k = 0;
  for (auto _ : state) {
    const workload::question& each = asked[k];
    k = k + 1 == asked.size() ? 0 : k + 1;
    const baseline::answer right = contender.right(each.server, each.target);
    bool met =
        lwm2m::access::access_rights{right.rights}.has_all(lwm2m::access::facts_of(each.op).needs);
    benchmark::DoNotOptimize(met);
    benchmark::DoNotOptimize(right.by);
  }
}

template <std::size_t N>
void add_all() {
  const auto add = [](const std::string& name, const auto& contender) {
    constexpr std::pair<const char*, targets> kinds[] = {{"random", targets::random},
                                                         {"first", targets::first},
                                                         {"last", targets::last},
                                                         {"missing", targets::missing}};
    for (const auto& [kind, where] : kinds) {
      const auto asked = workload::questions(N, 1024, workload::standing::any, where);
      const std::string title = name + "|" + kind + "|" + std::to_string(N);
      benchmark::RegisterBenchmark(title.c_str(), [contender, asked](benchmark::State& state) {
        decide(state, *contender, asked);
      });
    }
  };
  contenders::for_each<N>(add);
}

}  // namespace

int main(int argc, char** argv) {
  add_all<8>();
  add_all<64>();
  add_all<1024>();
  add_all<16384>();
  add_all<65535>();
  benchmark::Initialize(&argc, argv);
  benchmark::RunSpecifiedBenchmarks();
}
