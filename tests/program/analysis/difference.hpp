#pragma once

#include "program/analysis/answers.hpp"
#include "program/analysis/fold.hpp"

#include <memory>
#include <string>
#include <string_view>

namespace program {

/// What a difference means for who asks.
enum class effect : std::uint8_t {
  gains = 1,  ///< refused before, allowed after
  loses,      ///< allowed before, refused after
  other       ///< refused, or allowed, both times, but answered otherwise
};

/// The effect, and for `other` the two answers, as the mark of a point.
struct change_mark {
  program::effect effect{};
  answer before{};
  answer after{};

  [[nodiscard]] std::uint32_t packed() const;
  [[nodiscard]] static change_mark unpacked(std::uint32_t mark);
  [[nodiscard]] static change_mark of(const answer& before, const answer& after);
};

/// The axes of a point of a space, by number.
enum axis : std::size_t { server_axis, operation_axis, path_axis };

/// Everything that two devices answer differently, as points of `over` and as few boxes.
struct difference {
  space over{};
  std::vector<point<3>> points{};
  std::vector<box<3>> lines{};

  [[nodiscard]] bool has(effect wanted) const;
};

/// Compares every decision of both, over everything that can be asked of either.
[[nodiscard]] difference difference_of(const device& before, const device& after);

/// The same, over a part of it.
[[nodiscard]] difference difference_over(const device& before, const device& after, space over);

/// Where only one of two texts declares objects, the other one is about the same; where none does,
/// stand-ins are made for the targets of both.
void complete(device& one, device& other);

/// The edition of that word, `draft` or `1.1`; no edition when it is none.
[[nodiscard]] lac::edition edition_named(std::string_view word);

/// The same policy and objects under another edition. What that edition cannot say is told to
/// `lost`: rights above 31 keep their defined bits in 1.2, and access control is enabled before it.
[[nodiscard]] std::unique_ptr<device> under_edition(const device& one, const lac::edition& rules,
                                                    std::vector<std::string>& lost);

}  // namespace program
