#pragma once

// What a fuzz target takes its input from, and how it says that something does not hold.

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

namespace fuzz {

/// Ends the program, as the fuzzer takes a finding.
[[noreturn]] inline void fail(const std::string& what) {
  std::fprintf(stderr, "does not hold: %s\n", what.c_str());
  std::abort();
}

inline void must(bool holds, const char* what) {
  if (!holds) fail(what);
}

/// The octets of an input, taken as choices one after the other. Beyond the end they are 0.
class input {
 public:
  input(const std::uint8_t* data, std::size_t size) : data_{data}, size_{size} {}

  bool is_used_up() const { return at_ >= size_; }

  unsigned octet() { return at_ < size_ ? data_[at_++] : 0; }

  /// A number below `end`, which is at most 65536.
  unsigned below(unsigned end) {
    const unsigned first = octet();
    return (end <= 256 ? first : first << 8 | octet()) % end;
  }

 private:
  const std::uint8_t* data_;
  std::size_t size_;
  std::size_t at_ = 0;
};

}  // namespace fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
