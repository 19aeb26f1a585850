#pragma once

#include <lwm2m/access/traits.hpp>

#include <cstddef>
#include <cstdint>

namespace lwm2m::access::inline v0 {

namespace detail {

/// memmove, also in constant expressions.
template <class T>
constexpr void move_cells(T* cells, std::size_t from, std::size_t to, std::size_t count) noexcept {
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t k = from < to ? count - 1 - i : i;
    cells[to + k] = cells[from + k];
  }
}

/// Moves `count` elements of `cells` from one place to another; both may overlap.
template <class T>
constexpr void move_elements(T* cells, std::size_t from, std::size_t to,
                             std::size_t count) noexcept {
  if (__builtin_is_constant_evaluated()) return move_cells(cells, from, to, count);
  __builtin_memmove(cells + to, cells + from, count * sizeof(T));
}

}  // namespace detail

/// A number from 0 to the greatest of `Most`, in two octets where they are enough.
template <std::size_t... Most>
using offset_up_to = detail::choose<((Most <= 65535) && ...), std::uint16_t, std::uint32_t>;

/// A vector of at most `Capacity` elements, stored in place. Unused cells hold `T{}`, so that equal
/// vectors are equal bytes.
template <class T, std::size_t Capacity>
  requires detail::trivially_copyable<T>
class fixed_vector {
 public:
  [[nodiscard]] constexpr const T* data() const noexcept { return cells_; }
  [[nodiscard]] constexpr std::size_t size() const noexcept { return size_; }
  [[nodiscard]] constexpr std::size_t room() const noexcept { return Capacity - size_; }

  /// The element at `place`, which must be below `size()`.
  [[nodiscard]] constexpr const T& operator[](std::size_t place) const noexcept {
    return cells_[place];
  }
  [[nodiscard]] constexpr T& operator[](std::size_t place) noexcept { return cells_[place]; }

  /// Inserts `value` before the element at `place`. Without room nothing is changed.
  constexpr void insert(std::size_t place, T value) noexcept {
    if (room() == 0) return;
    open(place, 1);
    cells_[place] = value;
  }

  /// Makes room for `count` elements before the one at `place`; they are `T{}`. Without room
  /// nothing is changed.
  constexpr void open(std::size_t place, std::size_t count) noexcept {
    if (size_ > Capacity || count > Capacity - size_) return;
    detail::move_elements(cells_, place, place + count, size_ - place);
    clear(place, count);
    size_ += count;
  }

  /// Takes `count` elements away, from the one at `place` on.
  constexpr void erase(std::size_t place, std::size_t count = 1) noexcept {
    if (size_ > Capacity || count > size_) return;
    detail::move_elements(cells_, place + count, place, size_ - count - place);
    clear(size_ - count, count);
    size_ -= count;
  }

 private:
  constexpr void clear(std::size_t from, std::size_t count) noexcept {
    for (std::size_t i = from; i < from + count; ++i) cells_[i] = T{};
  }

  std::size_t size_ = 0;
  T cells_[Capacity == 0 ? 1 : Capacity] = {};
};

}  // namespace lwm2m::access::inline v0
