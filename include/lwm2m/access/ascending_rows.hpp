#pragma once

#include <lwm2m/access/fixed_vector.hpp>
#include <lwm2m/access/inlining.hpp>
#include <lwm2m/access/object_source.hpp>
#include <lwm2m/access/view.hpp>

#include <cstddef>

namespace lwm2m::access::inline v0::detail {

[[nodiscard]] constexpr object_instance_id id_of(object_instance_id one) noexcept { return one; }
[[nodiscard]] constexpr resource_id id_of(resource_definition one) noexcept { return one.id(); }

/// Elements that ascend by ID, borrowed, none of which has a reserved ID.
template <class T>
class ascending_row : public view<T> {
 public:
  using view<T>::view;

  [[nodiscard]] constexpr const T& operator[](std::size_t k) const noexcept {
    const T& one = view<T>::operator[](k);
    LWM2M_ACCESS_ASSUME(id_of(one).is_valid());
    return one;
  }
};

/// The instances, or the Resources, of all Objects of a model in one array: one row for each
/// Object, one after the other. Rows are numbered from 1; row 0 is a sentinel.
template <class T, std::size_t Rows, std::size_t Capacity>
class ascending_rows {
 public:
  /// How many more elements fit.
  [[nodiscard]] constexpr std::size_t room() const noexcept { return elements_.room(); }

  [[nodiscard]] constexpr ascending_row<T> operator[](std::size_t row) const noexcept {
    const std::size_t first = extents_[row].first;
    return {elements_.data() + first, extents_[row + 1].first - first};
  }

  /// The element of `id`; null when there is none.
  template <class Id>
  [[nodiscard]] constexpr const T* find(std::size_t row, Id id) const noexcept {
    const view<T> all = (*this)[row];
    if (LWM2M_ACCESS_OPTIMIZE_FOR_SPEED && id.value() < extents_[row].from_0) [[likely]]
      return all.data() + id.value();
    const std::size_t k = place_in(all, id);
    return k < all.size() && id_of(all[k]) == id ? all.data() + k : nullptr;
  }

  // Precondition of each of these changes: there is room for it.

  /// Puts an empty row before the one at `row`.
  constexpr void insert_row(std::size_t row) noexcept {
    ++rows_;
    for (std::size_t k = rows_ + 1; k > row; --k) extents_[k] = extents_[k - 1];
    extents_[row].from_0 = 0;
  }

  /// Removes all rows but row 0.
  constexpr void clear() noexcept {
    elements_.erase(0, elements_.size());
    for (std::size_t k = 0; k <= rows_ + 1; ++k) extents_[k] = {};
    rows_ = 0;
  }

  /// Adds an element. False when the row has one of that ID: nothing is changed.
  constexpr bool insert(std::size_t row, T added) noexcept {
    const view<T> all = (*this)[row];
    const std::size_t k = place_in(all, id_of(added));
    if (k < all.size() && id_of(all[k]) == id_of(added)) return false;
    insert_at(row, k, {&added, 1});
    return true;
  }

  /// Adds ascending elements; the row has none whose ID lies between theirs.
  constexpr void insert(std::size_t row, view<T> added) noexcept {
    if (!added.empty()) insert_at(row, place_in((*this)[row], id_of(added[0])), added);
  }

  /// Erases the element of an ID that the row has.
  template <class Id>
  constexpr void erase(std::size_t row, Id id) noexcept {
    elements_.erase(extents_[row].first + place_in((*this)[row], id));
    for (std::size_t k = row + 1; k <= rows_ + 1; ++k) --extents_[k].first;
    if (id.value() < extents_[row].from_0) extents_[row].from_0 = static_cast<offset>(id.value());
  }

 private:
  using offset = offset_up_to<Capacity>;

  struct extent {
    offset first = 0;   // the row ends where the next one begins
    offset from_0 = 0;  // how many IDs ascend from 0 without a gap: found without a search
  };

  /// Adds elements before the `n`-th one of the row.
  constexpr void insert_at(std::size_t row, std::size_t n, view<T> added) noexcept {
    const std::size_t place = extents_[row].first + n;
    elements_.open(place, added.size());
    for (std::size_t i = 0; i < added.size(); ++i) elements_[place + i] = added[i];
    for (std::size_t k = row + 1; k <= rows_ + 1; ++k)
      extents_[k].first = static_cast<offset>(extents_[k].first + added.size());
    const view<T> all = (*this)[row];
    offset& from_0 = extents_[row].from_0;
    while (from_0 < all.size() && id_of(all[from_0]).value() == from_0) ++from_0;
  }

  /// The index of the element of `id`, or where it would be inserted. The end is tried first,
  /// because a text usually lists elements in ascending order.
  template <class Id>
  [[nodiscard]] static constexpr std::size_t place_in(view<T> all, Id id) noexcept {
    if (__builtin_is_constant_evaluated() && !all.empty() && id_of(all[all.size() - 1]) < id)
      return all.size();
    return first_not([&](std::size_t k) { return id_of(all[k]) < id; }, all.size());
  }

  // Indexed by row. One more row after the last one marks the end of its elements.
  extent extents_[Rows + 2] = {};
  std::size_t rows_ = 0;
  fixed_vector<T, Capacity> elements_{};
};

}  // namespace lwm2m::access::inline v0::detail
