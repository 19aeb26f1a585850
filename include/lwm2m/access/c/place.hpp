#pragma once

#include <cstddef>
#include <cstdint>

// How a C++ object lies in a storage of the C interface, which is memory of the stack's.

namespace lwm2m::access::inline v0::c {

/// What every storage begins its life with: it can be made in memory that is there already, and
/// `mark` tells made memory from other.
template <std::uint32_t Mark>
struct made_in_place {
  static constexpr void* operator new(std::size_t, void* place) noexcept { return place; }

  [[nodiscard]] constexpr bool is_made() const noexcept { return mark == Mark; }

  std::uint32_t mark = Mark;
};

/// A `T` that is made in place of what `make` returns, which need not be movable.
template <class T>
struct made_from {
  static constexpr void* operator new(std::size_t, void* place) noexcept { return place; }
  constexpr explicit made_from(const auto& make) noexcept : it{make()} {}
  T it;
};

/// Memory for a `T` that is made later, if at all.
template <class T>
union later {
  constexpr later() noexcept : none{} {}
  constexpr ~later() {}

  constexpr void make(const auto& make) noexcept { new (&value) made_from<T>{make}; }
  [[nodiscard]] constexpr T& operator*() noexcept { return value.it; }
  [[nodiscard]] constexpr const T& operator*() const noexcept { return value.it; }

  char none;
  made_from<T> value;
};

/// What lies in a storage: specialised for each.
template <class Storage>
struct held_in;
template <class Storage>
using held = typename held_in<Storage>::type;

/// That, where it lies. Null: there is no storage.
template <class Storage>
[[nodiscard]] held<Storage>* inside(Storage* storage) noexcept {
  return __builtin_launder(static_cast<held<Storage>*>(static_cast<void*>(storage)));
}
template <class Storage>
[[nodiscard]] const held<Storage>* inside(const Storage* storage) noexcept {
  return __builtin_launder(static_cast<const held<Storage>*>(static_cast<const void*>(storage)));
}

}  // namespace lwm2m::access::inline v0::c
