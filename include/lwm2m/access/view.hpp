#pragma once

#include <lwm2m/access/traits.hpp>

#include <cstddef>

namespace lwm2m::access::inline v0 {

/// A borrowed, read-only, contiguous range: a pointer and a length. It owns nothing; what it was
/// made from must outlive it. Made from an array or from anything with `data()` and `size()`.
template <class T>
class view {
 public:
  constexpr view() noexcept = default;
  constexpr view(const T* data, std::size_t size) noexcept : data_{data}, size_{size} {}

  /// Of an array. Its type is deduced so that braces do not compile: `view<path>{{a, b}}` would
  /// refer to a temporary array.
  template <class Array>
    requires detail::array_of<Array, const T>
  constexpr view(Array& array) noexcept : data_{array}, size_{sizeof array / sizeof(T)} {}

  /// Of anything with `data()` and `size()` that is not a temporary.
  template <class Range>
    requires requires(Range& range) {
      { range.data() } -> detail::converts_to<const T*>;
      { range.size() } -> detail::converts_to<std::size_t>;
    }
  constexpr view(Range& range) noexcept : data_{range.data()}, size_{range.size()} {}

  [[nodiscard]] constexpr const T* data() const noexcept { return data_; }
  [[nodiscard]] constexpr std::size_t size() const noexcept { return size_; }
  [[nodiscard]] constexpr bool empty() const noexcept { return size_ == 0; }
  [[nodiscard]] constexpr const T* begin() const noexcept { return data_; }
  [[nodiscard]] constexpr const T* end() const noexcept { return data_ + size_; }

  /// The element at `index`, which must be below `size()`.
  [[nodiscard]] constexpr const T& operator[](std::size_t index) const noexcept {
    return data_[index];
  }

 private:
  const T* data_ = nullptr;
  std::size_t size_ = 0;
};

/// Partition point: the first k of 0..`size` for which `below(k)` is false; it must be true for all
/// before it.
template <class Below>
[[nodiscard]] constexpr std::size_t first_not(const Below& below, std::size_t size) noexcept {
  std::size_t low = 0;
  while (size > 0) {
    const std::size_t half = size / 2;
    if (below(low + half)) low += size - half;
    size = half;
  }
  return low;
}

/// Whether both hold equal elements in the same order.
template <class T>
[[nodiscard]] constexpr bool equal(view<T> a, view<T> b) noexcept {
  if (a.size() != b.size()) return false;
  if constexpr (sizeof(T) == 1 && detail::integer<T>)
    if (!__builtin_is_constant_evaluated())
      return a.empty() || __builtin_memcmp(a.data(), b.data(), a.size()) == 0;
  for (std::size_t i = 0; i < a.size(); ++i)
    if (!(a[i] == b[i])) return false;
  return true;
}

}  // namespace lwm2m::access::inline v0
