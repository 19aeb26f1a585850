#pragma once

#include <lwm2m/access/enumeration.hpp>

#include <cstddef>

namespace lwm2m::access::inline v0::detail {

/// The sentence for one value of an enumeration.
template <class Enum>
struct sentence_row {
  Enum value;
  const char* text;
};

/// Whether there is a sentence for each value.
template <class Enum, std::size_t N>
[[nodiscard]] constexpr bool is_complete(const sentence_row<Enum> (&rows)[N]) noexcept {
  return is_complete(rows, &sentence_row<Enum>::value);
}

template <class Enum, std::size_t N>
[[nodiscard]] constexpr const char* sentence_in(const sentence_row<Enum> (&rows)[N],
                                                Enum value) noexcept {
  const auto row = static_cast<std::size_t>(value) - static_cast<std::size_t>(rows[0].value);
  return row < N ? rows[row].text : "This is no value of the enumeration.";
}

}  // namespace lwm2m::access::inline v0::detail
