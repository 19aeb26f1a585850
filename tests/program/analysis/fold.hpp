#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace program {

/// A set of numbers, ascending.
using number_set = std::vector<std::uint32_t>;

/// One point of a space of `Axes` dimensions, marked with what is there.
template <std::size_t Axes>
struct point {
  std::array<std::uint32_t, Axes> at{};
  std::uint32_t mark = 0;
};

/// All points whose coordinates lie in the sets, one for each axis; all have the same mark.
template <std::size_t Axes>
struct box {
  std::array<number_set, Axes> sides{};
  std::uint32_t mark = 0;

  [[nodiscard]] std::size_t size() const {
    std::size_t points = 1;
    for (const number_set& side : sides) points *= side.size();
    return points;
  }
};

/// Folds points into few boxes, which hold exactly these points, each once. It merges boxes that
/// differ along one axis only until none do, in each order of the axes, and keeps the best result.
template <std::size_t Axes>
[[nodiscard]] std::vector<box<Axes>> fold(const std::vector<point<Axes>>& points);

/// The points of boxes again.
template <std::size_t Axes>
[[nodiscard]] std::vector<point<Axes>> unfold(const std::vector<box<Axes>>& boxes);

extern template std::vector<box<3>> fold(const std::vector<point<3>>&);
extern template std::vector<box<4>> fold(const std::vector<point<4>>&);
extern template std::vector<point<3>> unfold(const std::vector<box<3>>&);

}  // namespace program
