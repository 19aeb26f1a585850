#pragma once

#include <cstddef>

// Behind each enumeration that has a table stands a function `last_of(Enum)`, which returns the
// last enumerator. A test reads the names of the enumerators and fails where one comes behind it.

namespace lwm2m::access::inline v0::detail {

/// Whether a table has one row for each value of an enumeration, in order, from the value of its
/// first row to `last_of(Enum{})`. The index of a row is then its value, less that of the first.
/// `value` is the member of a row that holds the value.
template <class Row, class Enum, std::size_t N>
[[nodiscard]] constexpr bool is_complete(const Row (&rows)[N], Enum Row::* value) noexcept {
  const auto first = static_cast<std::size_t>(rows[0].*value);
  for (std::size_t k = 0; k < N; ++k)
    if (static_cast<std::size_t>(rows[k].*value) != first + k) return false;
  return static_cast<std::size_t>(last_of(Enum{})) == first + N - 1;
}

}  // namespace lwm2m::access::inline v0::detail
