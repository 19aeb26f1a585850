#pragma once

#include <cstddef>

/// A C++ enumerator and the C constant for it.
template <class Enum>
struct pair {
  Enum value;
  unsigned constant;
};

/// Whether the constants are the values, `shift` apart.
template <class Enum, std::size_t N>
constexpr bool agree(const pair<Enum> (&pairs)[N], unsigned shift) {
  for (const auto& [value, constant] : pairs)
    if (static_cast<unsigned>(value) + shift != constant) return false;
  return true;
}
