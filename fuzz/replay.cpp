// Stands in for the fuzzer: gives a target every file of a folder, each in storage of its own size,
// and then the files again with random changes, as often as is said.
//
//     fuzz_NAME FOLDER [COUNT]

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "input.hpp"

namespace {

std::string read(const std::filesystem::path& file) {
  std::ifstream from{file, std::ios::binary};
  if (!from) fuzz::fail("cannot read " + file.string());
  return {std::istreambuf_iterator<char>{from}, {}};
}

void replay(const std::string& input) {
  const auto exact = std::make_unique<std::uint8_t[]>(input.size());
  std::copy(input.begin(), input.end(), exact.get());
  LLVMFuzzerTestOneInput(exact.get(), input.size());
}

/// One octet another, gone or new, some times over; now and then the end of another input.
std::string changed(std::string input, const std::vector<std::string>& inputs,
                    std::mt19937& random) {
  const auto below = [&](std::size_t end) { return end == 0 ? 0 : random() % end; };
  if (below(4) == 0) {
    const std::string& other = inputs[below(inputs.size())];
    input.resize(below(input.size() + 1));
    input += other.substr(below(other.size() + 1));
  }
  for (std::size_t left = below(8); left > 0; --left) {
    const std::size_t at = below(input.size());
    const auto octet = static_cast<char>(below(256));
    if (input.empty() || below(4) == 0)
      input.insert(at, 1, octet);
    else if (below(4) == 0)
      input.erase(at, 1);
    else
      input[at] = octet;
  }
  return input;
}

}  // namespace

int main(int argc, char* argv[]) {
  std::vector<std::string> inputs;
  for (const auto& each : std::filesystem::directory_iterator{argc > 1 ? argv[1] : "."}) {
    inputs.push_back(read(each.path()));
    std::cout << each.path().filename().string() << std::endl;  // before it may fail
    replay(inputs.back());
  }
  if (inputs.empty()) return 1;
  const int count = argc > 2 ? std::stoi(argv[2]) : 0;
  std::sort(inputs.begin(), inputs.end());  // a folder has no order of its own
  std::mt19937 random{20131210};
  for (int k = 0; k < count; ++k) replay(changed(inputs[random() % inputs.size()], inputs, random));
  std::cout << inputs.size() << " inputs replayed, " << count << " changed ones" << std::endl;
  return 0;
}
