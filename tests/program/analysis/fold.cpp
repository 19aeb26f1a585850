#include "program/analysis/fold.hpp"

#include <algorithm>
#include <map>
#include <numeric>

namespace program {

namespace {

/// Sets by number, so that equal sets are compared by it.
class set_table {
 public:
  std::uint32_t number_of(number_set set) {
    const auto next = static_cast<std::uint32_t>(sets_.size());
    const auto [place, is_new] = numbers_.emplace(std::move(set), next);
    if (is_new) sets_.push_back(&place->first);
    return place->second;
  }
  [[nodiscard]] const number_set& at(std::uint32_t number) const { return *sets_[number]; }

 private:
  std::map<number_set, std::uint32_t> numbers_;
  std::vector<const number_set*> sets_;
};

/// A box by the numbers of its sides, the mark last.
template <std::size_t Axes>
using numbered_box = std::array<std::uint32_t, Axes + 1>;

/// Merges the boxes that are the same but for their side along `axis`; whether there were any.
template <std::size_t Axes>
bool merge_along(std::size_t axis, std::vector<numbered_box<Axes>>& boxes, set_table& sets) {
  const auto rest = [axis](numbered_box<Axes> of) {
    of[axis] = 0;
    return of;
  };
  std::sort(boxes.begin(), boxes.end(), [&](const auto& a, const auto& b) {
    const auto x = rest(a), y = rest(b);
    return x != y ? x < y : a[axis] < b[axis];
  });
  std::vector<numbered_box<Axes>> merged;
  for (std::size_t first = 0, end = 0; first < boxes.size(); first = end) {
    while (end < boxes.size() && rest(boxes[end]) == rest(boxes[first])) ++end;
    merged.push_back(boxes[first]);
    if (end - first == 1) continue;
    number_set all;
    for (std::size_t k = first; k < end; ++k) {
      const number_set& side = sets.at(boxes[k][axis]);
      all.insert(all.end(), side.begin(), side.end());
    }
    std::sort(all.begin(), all.end());
    merged.back()[axis] = sets.number_of(std::move(all));
  }
  const bool any = merged.size() < boxes.size();
  boxes = std::move(merged);
  return any;
}

template <std::size_t Axes>
std::vector<numbered_box<Axes>> merged_in(const std::array<std::size_t, Axes>& order,
                                          std::vector<numbered_box<Axes>> boxes, set_table& sets) {
  bool again = true;
  while (again) {
    again = false;
    for (const std::size_t axis : order) again = merge_along<Axes>(axis, boxes, sets) || again;
  }
  return boxes;
}

/// Coordinates along one axis that have the same points are one from here on: what is folded is
/// then small however large the space is. Replaces each by the first of its class, and returns the
/// classes.
template <std::size_t Axes>
std::map<std::uint32_t, number_set> classes_along(std::size_t axis,
                                                  std::vector<point<Axes>>& points) {
  std::sort(points.begin(), points.end(), [axis](const auto& a, const auto& b) {
    if (a.at[axis] != b.at[axis]) return a.at[axis] < b.at[axis];
    return a.at != b.at ? a.at < b.at : a.mark < b.mark;
  });
  std::map<std::vector<std::uint32_t>, std::uint32_t> slices;
  std::map<std::uint32_t, number_set> classes;
  std::vector<point<Axes>> kept;
  std::vector<std::uint32_t> slice;
  for (std::size_t first = 0, end = 0; first < points.size(); first = end) {
    const std::uint32_t coordinate = points[first].at[axis];
    slice.clear();
    for (; end < points.size() && points[end].at[axis] == coordinate; ++end) {
      for (std::size_t k = 0; k < Axes; ++k)
        if (k != axis) slice.push_back(points[end].at[k]);
      slice.push_back(points[end].mark);
    }
    const auto [place, is_new] = slices.emplace(slice, coordinate);
    classes[place->second].push_back(coordinate);
    if (is_new)
      kept.insert(kept.end(), points.begin() + static_cast<std::ptrdiff_t>(first),
                  points.begin() + static_cast<std::ptrdiff_t>(end));
  }
  points = std::move(kept);
  return classes;
}

template <std::size_t Axes>
number_set members(const number_set& classes_of, const std::map<std::uint32_t, number_set>& all) {
  number_set found;
  for (const std::uint32_t each : classes_of) {
    const number_set& in = all.at(each);
    found.insert(found.end(), in.begin(), in.end());
  }
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace

template <std::size_t Axes>
std::vector<box<Axes>> fold(const std::vector<point<Axes>>& points) {
  std::vector<point<Axes>> left = points;
  std::array<std::map<std::uint32_t, number_set>, Axes> classes;
  for (std::size_t axis = Axes; axis-- > 0;) classes[axis] = classes_along(axis, left);

  set_table sets;
  std::vector<numbered_box<Axes>> units;
  for (const point<Axes>& each : left) {
    numbered_box<Axes>& unit = units.emplace_back();
    for (std::size_t axis = 0; axis < Axes; ++axis) unit[axis] = sets.number_of({each.at[axis]});
    unit[Axes] = each.mark;
  }
  std::array<std::size_t, Axes> order;
  std::iota(order.begin(), order.end(), 0);
  std::vector<numbered_box<Axes>> best = merged_in<Axes>(order, units, sets);
  while (units.size() < 100'000 && std::next_permutation(order.begin(), order.end()))
    if (auto other = merged_in<Axes>(order, units, sets); other.size() < best.size())
      best = std::move(other);

  std::vector<box<Axes>> boxes;
  for (const numbered_box<Axes>& each : best) {
    box<Axes>& made = boxes.emplace_back();
    made.mark = each[Axes];
    for (std::size_t axis = 0; axis < Axes; ++axis)
      made.sides[axis] = members<Axes>(sets.at(each[axis]), classes[axis]);
  }
  return boxes;
}

template <std::size_t Axes>
std::vector<point<Axes>> unfold(const std::vector<box<Axes>>& boxes) {
  std::vector<point<Axes>> points;
  for (const box<Axes>& each : boxes) {
    std::array<std::size_t, Axes> k{};
    for (std::size_t left = each.size(); left > 0; --left) {
      point<Axes>& one = points.emplace_back();
      one.mark = each.mark;
      for (std::size_t axis = 0; axis < Axes; ++axis) one.at[axis] = each.sides[axis][k[axis]];
      for (std::size_t axis = Axes; axis-- > 0;) {
        if (++k[axis] < each.sides[axis].size()) break;
        k[axis] = 0;
      }
    }
  }
  return points;
}

template std::vector<box<3>> fold(const std::vector<point<3>>&);
template std::vector<box<4>> fold(const std::vector<point<4>>&);
template std::vector<point<3>> unfold(const std::vector<box<3>>&);

}  // namespace program
