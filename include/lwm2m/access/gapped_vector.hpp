#pragma once

#include <lwm2m/access/fixed_vector.hpp>
#include <lwm2m/access/view.hpp>

#include <cstddef>

namespace lwm2m::access::inline v0 {

/// A gap buffer, as text editors use: a vector of at most `Capacity` elements, stored in place,
/// whose free cells form a gap where the last change was. A change moves the elements between its
/// place and that of the change before; a pass that erases many elements moves each of the others
/// once.
template <class T, std::size_t Capacity>
  requires detail::trivially_copyable<T>
class gapped_vector {
 public:
  [[nodiscard]] constexpr std::size_t size() const noexcept { return size_; }
  [[nodiscard]] constexpr std::size_t room() const noexcept { return Capacity - size_; }

  /// The element at `place`, which must be below `size()`.
  [[nodiscard]] constexpr const T& operator[](std::size_t place) const noexcept {
    return cells_[place < gap_ ? place : place + room()];
  }

  /// The partition point: the first place whose element is not `below`, where all before it are.
  template <class Below>
  [[nodiscard]] constexpr std::size_t first_place_not(const Below& below) const noexcept {
    const bool is_behind = gap_ == 0 || below(cells_[gap_ - 1]);
    const std::size_t first = is_behind ? gap_ : 0;
    const T* const cells = cells_ + (is_behind ? gap_ + room() : 0);
    return first + first_not([&](std::size_t k) { return below(cells[k]); },
                             is_behind ? size_ - gap_ : gap_ - 1);
  }

  /// Inserts `value` before the element at `place`. Without room nothing is changed.
  constexpr void insert(std::size_t place, T value) noexcept {
    if (room() == 0) return;
    move_gap(place);
    cells_[gap_++] = value;
    ++size_;
  }

  /// Erases the element at `place`, which must be below `size()`.
  constexpr void erase(std::size_t place) noexcept {
    const bool is_before = place < gap_;
    move_gap(is_before ? place + 1 : place);
    if (is_before) --gap_;
    --size_;
  }

 private:
  /// Moves the gap before the element at `to`.
  constexpr void move_gap(std::size_t to) noexcept {
    const std::size_t width = room();
    if (to < gap_ && width != 0) detail::move_elements(cells_, to, to + width, gap_ - to);
    if (to > gap_ && width != 0) detail::move_elements(cells_, gap_ + width, gap_, to - gap_);
    gap_ = to;
  }

  std::size_t size_ = 0;
  std::size_t gap_ = 0;  // how many elements lie before the gap
  T cells_[Capacity == 0 ? 1 : Capacity] = {};
};

}  // namespace lwm2m::access::inline v0
