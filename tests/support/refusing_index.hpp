#pragma once

// Stands in for a target_index of one size that no other test has.

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

/// An index of up to 1,022 records that finds no place for the keys from `First` to `Last`.
template <std::uint32_t First, std::uint32_t Last>
class refusing_index {
 public:
  static constexpr std::size_t none = 0;

  template <class KeyAt>
  std::size_t find(std::uint32_t key, const KeyAt& key_at) const noexcept {
    for (std::size_t place = 1; place < holds_.size(); ++place)
      if (holds_[place] && key_at(place) == key) return place;
    return none;
  }
  bool insert(std::size_t place, const auto&, const auto& key_at) noexcept {
    return holds_[place] = key_at(place) < First || key_at(place) > Last;
  }
  void replace(std::uint32_t, std::size_t from, std::size_t to) noexcept {
    holds_[from] = false;
    holds_[to] = to != none;
  }
  void shift_up(std::size_t place) noexcept {
    std::copy_backward(holds_.begin() + place, holds_.end() - 1, holds_.end());
    holds_[place] = false;
  }
  void shift_down(std::size_t place) noexcept {
    std::copy(holds_.begin() + place + 1, holds_.end(), holds_.begin() + place);
  }

 private:
  std::array<bool, 1024> holds_{};
};
