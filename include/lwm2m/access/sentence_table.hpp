#pragma once

#include <cstddef>

namespace lwm2m::access::inline v0::detail {

/// The sentence for one value of an enumeration.
template <class Enum>
struct sentence_row {
  Enum value;
  const char* text;
};

/// Whether there is a row for each value up to `last`, in order, so that the value is the index of
/// its row.
template <class Enum, std::size_t N>
[[nodiscard]] constexpr bool is_complete(const sentence_row<Enum> (&rows)[N], Enum last) noexcept {
  const auto first = static_cast<std::size_t>(rows[0].value);
  for (std::size_t k = 0; k < N; ++k)
    if (static_cast<std::size_t>(rows[k].value) != first + k) return false;
  return static_cast<std::size_t>(last) == first + N - 1;
}

template <class Enum, std::size_t N>
[[nodiscard]] constexpr const char* sentence_in(const sentence_row<Enum> (&rows)[N],
                                                Enum value) noexcept {
  const auto row = static_cast<std::size_t>(value) - static_cast<std::size_t>(rows[0].value);
  return row < N ? rows[row].text : "This is no value of the enumeration.";
}

}  // namespace lwm2m::access::inline v0::detail
