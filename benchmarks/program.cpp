// The program over a policy of 1,000 Access Control Object Instances and 20 Servers: check, matrix,
// and diff against the next version of the same, in milliseconds.

#include "program/analysis/difference.hpp"
#include "program/analysis/lint.hpp"
#include "program/analysis/rights.hpp"

#include <chrono>
#include <cstdio>
#include <string>

namespace {

using namespace program;

constexpr unsigned instances = 1000, servers = 20;

/// A fleet manager's policy: 1,000 sensors of four Resources, each owned by one of 20 Servers, with
/// entries for three more.
std::string policy_text(unsigned version) {
  std::string text = "edition 1.1\nservers";
  for (unsigned s = 1; s <= servers; ++s) text += ' ' + std::to_string(s);
  text += "\nobject /3303 multiple instances";
  for (unsigned k = 0; k < instances; ++k) text += ' ' + std::to_string(k);
  text += " { 5601: R, 5605: E, 5700: R mandatory, 5750: RW }\n";
  for (unsigned k = 0; k < instances; ++k) {
    const auto server = [&](unsigned n) { return std::to_string(1 + (k * 7 + n * 5) % servers); };
    text += "acl /2/" + std::to_string(k) + " for /3303/" + std::to_string(k) + " owner " +
            server(0) + " { default: R, " + server(1) + ": RW, " + server(2) + ": RE, " +
            server(3) + (k % 50 == version ? ": RWE" : ": RWED") + " }\n";
  }
  return text;
}

template <class Work>
void measure(const char* name, const Work& work) {
  double best = 1e9;
  std::size_t size = 0;
  for (unsigned k = 0; k < 3; ++k) {
    const auto begin = std::chrono::steady_clock::now();
    size = work();
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begin;
    best = took.count() < best ? took.count() : best;
  }
  std::printf("%-8s %8.0f ms, %zu\n", name, best, size);
}

}  // namespace

int main() {
  const std::string before_text = policy_text(50), after_text = policy_text(7);
  const loaded_text before = load({"before", before_text}), after = load({"after", after_text});
  if (before.documents.size() != 1 || after.documents.size() != 1) return 1;
  const device& one = *before.documents.front().client;
  const device& other = *after.documents.front().client;
  std::printf("a policy of %u Access Control Object Instances and %u Servers\n", instances,
              servers);
  measure("load", [&] { return load({"before", before_text}).documents.size(); });
  measure("check", [&] { return lint(before).findings.size(); });
  measure("matrix", [&] { return matrix_of(one, detail_level::resources).rows.size(); });
  measure("diff", [&] { return difference_of(one, other).points.size(); });
  return 0;
}
