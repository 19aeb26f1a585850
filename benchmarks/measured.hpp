#pragma once

#include <valgrind/callgrind.h>

#include <cstddef>
#include <string>

/// Instructions are counted inside functions of the namespace `measured` only (callgrind's
/// --toggle-collect), their callees and their return included, the caller's loop not. One dump a
/// figure, named "figure|how many times".
#if defined(__clang__)
#define LWM2M_ACCESS_MEASURED [[gnu::noinline]]
#else
#define LWM2M_ACCESS_MEASURED [[gnu::noipa]]
#endif

/// How a figure says over how many instances it is.
inline std::string over(std::size_t n) { return " N=" + std::to_string(n); }

/// Counts what `run` executes of `measured`; the figure is the total over `times`.
template <class Run>
void count(const std::string& figure, std::size_t times, const Run& run) {
  const std::string label = figure + "|" + std::to_string(times);
  CALLGRIND_START_INSTRUMENTATION;
  CALLGRIND_ZERO_STATS;
  run();
  asm volatile("" : : "r"(label.c_str()) : "memory");
  CALLGRIND_DUMP_STATS_AT(label.c_str());
  asm volatile("" : : "r"(label.c_str()) : "memory");
  CALLGRIND_STOP_INSTRUMENTATION;
}
