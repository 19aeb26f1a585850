#include "contenders.hpp"

#include <algorithm>
#include <chrono>

#if defined(__x86_64__)
#include <x86intrin.h>
#endif

/// Median, 99th and 99.9th percentile of single decisions: each is timed alone by the processor's
/// clock, the time of an empty measurement taken off.

namespace {

#if defined(__x86_64__)
std::uint64_t ticks() {
  _mm_lfence();
  const std::uint64_t now = __rdtsc();
  _mm_lfence();
  return now;
}
#else
std::uint64_t ticks() {
  return static_cast<std::uint64_t>(std::chrono::steady_clock::now().time_since_epoch().count());
}
#endif

double nanoseconds_a_tick() {
  using clock = std::chrono::steady_clock;
  const auto since = clock::now();
  const std::uint64_t first = ticks();
  while (clock::now() - since < std::chrono::milliseconds{50}) {
  }
  const std::chrono::duration<double, std::nano> passed = clock::now() - since;
  return passed.count() / static_cast<double>(ticks() - first);
}

/// The sorted times of `count` calls, in ticks.
template <class Call>
std::vector<std::uint64_t> times_of(std::size_t count, const Call& call) {
  std::vector<std::uint64_t> times;
  times.reserve(count);
  for (std::size_t k = 0; k < count; ++k) {
    const std::uint64_t before = ticks();
    call(k);
    times.push_back(ticks() - before);
  }
  std::sort(times.begin(), times.end());
  return times;
}

void report(const std::string& name, std::size_t n, const std::vector<std::uint64_t>& times,
            std::uint64_t empty, double tick) {
  std::printf("%s|%zu", name.c_str(), n);
  for (const double share : {0.5, 0.99, 0.999}) {
    const auto place = static_cast<std::size_t>(share * static_cast<double>(times.size() - 1));
    const std::uint64_t net = times[place] > empty ? times[place] - empty : 0;
    std::printf("|%.1f", static_cast<double>(net) * tick);
  }
  std::printf("\n");
}

template <std::size_t N>
void time_all(std::uint64_t empty, double tick) {
  const auto asked =
      workload::questions(N, 4096, workload::standing::any, workload::targets::random);
  contenders::for_each<N>([&](const std::string& name, const auto& contender) {
    const std::size_t count = name == "engine" || N <= 1024 ? 100000 : 4000;
    const auto times = times_of(count, [&](std::size_t k) {
      const workload::question& each = asked[k % asked.size()];
      const baseline::answer right = contender->right(each.server, each.target);
      asm volatile("" : : "r"(right.rights), "r"(right.by));
    });
    report(name, N, times, empty, tick);
  });
}

}  // namespace

int main() {
  const double tick = nanoseconds_a_tick();
  const std::uint64_t empty = times_of(100000, [](std::size_t) {})[50000];
  time_all<8>(empty, tick);
  time_all<64>(empty, tick);
  time_all<1024>(empty, tick);
  time_all<16384>(empty, tick);
  time_all<65535>(empty, tick);
}
