#pragma once

// Random numbers that are the same on every machine.

#include <cstdint>
#include <initializer_list>
#include <random>
#include <type_traits>

class dice {
 public:
  explicit dice(unsigned seed) : engine_{seed} {}
  unsigned below(unsigned end) { return static_cast<unsigned>(engine_() % end); }
  bool once_in(unsigned times) { return below(times) == 0; }
  template <class T = std::uint16_t>
  T one_of(std::initializer_list<std::type_identity_t<T>> all) {
    return all.begin()[below(static_cast<unsigned>(all.size()))];
  }

 private:
  std::mt19937 engine_;
};
