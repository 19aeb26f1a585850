#pragma once

#include <lwm2m/access/inlining.hpp>
#include <lwm2m/access/path.hpp>

#include <cstddef>

namespace lwm2m::access::inline v0 {

/// The path that a walk found, and the cursor from which it goes on; no path at the end.
template <class Cursor>
struct walked {
  path at{};
  Cursor next{};
};

/// A range of the paths that `Source` finds. Each is found when the iterator reaches it; there is
/// no buffer. It borrows what it was made from: policy, object model and the request's list of
/// paths must outlive it, and must not change meanwhile.
template <class Source>
class path_range {
 public:
  /// Where a walk ends.
  struct sentinel {};

  class iterator {
   public:
    using value_type = path;
    using difference_type = std::ptrdiff_t;

    constexpr iterator() noexcept = default;
    constexpr explicit iterator(const Source& source) noexcept
        : source_{&source}, found_{source.next({})} {}
    [[nodiscard]] constexpr path operator*() const noexcept { return found_.at; }
    LWM2M_ACCESS_FLATTEN constexpr iterator& operator++() noexcept {
      found_ = source_->next(found_.next);
      return *this;
    }
    constexpr void operator++(int) noexcept { ++*this; }
    friend constexpr bool operator==(const iterator& at, sentinel) noexcept {
      return at.found_.at.is_none();
    }

   private:
    const Source* source_ = nullptr;
    walked<typename Source::cursor> found_{};
  };

  template <class... Asked>
  constexpr explicit path_range(const Asked&... asked) noexcept : source_{asked...} {}

  /// Deleted for a temporary range, which would not live as long as the walk.
  [[nodiscard]] constexpr iterator begin() const& noexcept { return iterator{source_}; }
  iterator begin() const&& = delete;
  [[nodiscard]] constexpr sentinel end() const noexcept { return {}; }
  [[nodiscard]] constexpr bool empty() const noexcept { return iterator{source_} == end(); }

 private:
  Source source_;
};

}  // namespace lwm2m::access::inline v0
