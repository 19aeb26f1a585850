#pragma once

#include <lwm2m/access/acl.hpp>
#include <lwm2m/access/fixed_vector.hpp>
#include <lwm2m/access/inlining.hpp>

#include <cstddef>
#include <cstdint>

namespace lwm2m::access::inline v0 {

/// Entries per block.
inline constexpr std::size_t acl_block_size = 4;

/// How many blocks an ACL of `entries` takes.
[[nodiscard]] constexpr std::size_t acl_blocks_of(std::size_t entries) noexcept {
  return entries == 0 ? 1 : (entries + acl_block_size - 1) / acl_block_size;
}

/// The entries of one ACL of a pool, borrowed, ascending by ID. It is to a chain of blocks what
/// `acl_view` is to an array.
template <class Pool>
class pooled_acl {
 public:
  class iterator {
   public:
    constexpr iterator(const Pool& pool, std::size_t block) noexcept
        : pool_{&pool}, block_{block} {}

    [[nodiscard]] constexpr acl_entry operator*() const noexcept {
      return pool_->blocks_[block_].lanes[lane_];
    }
    constexpr iterator& operator++() noexcept {
      lane_ = (lane_ + 1) % acl_block_size;
      if (lane_ == 0) block_ = pool_->next_[block_];
      return *this;
    }

   private:
    friend Pool;

    const Pool* pool_;
    std::size_t block_;
    std::size_t lane_ = 0;
  };

  struct sentinel {
    friend constexpr bool operator==(iterator at, sentinel) noexcept {
      return !(*at).id.is_valid();
    }
  };

  constexpr pooled_acl(const Pool& pool, std::size_t place) noexcept
      : pool_{&pool}, place_{place} {}

  [[nodiscard]] constexpr iterator begin() const noexcept { return {*pool_, place_}; }
  [[nodiscard]] constexpr sentinel end() const noexcept { return {}; }

  [[nodiscard]] constexpr std::size_t size() const noexcept {
    std::size_t count = 0;
    for (iterator at = begin(); at != end(); ++at) ++count;
    return count;
  }

  [[nodiscard]] constexpr bool empty() const noexcept { return begin() == end(); }

  /// The entry at `index`, which must be below `size()`.
  [[nodiscard]] constexpr acl_entry operator[](std::size_t index) const noexcept {
    iterator at = begin();
    for (; index > 0; --index) ++at;
    return *at;
  }

  friend constexpr bool operator==(const pooled_acl& a, acl_view b) noexcept {
    return detail::are_the_same_acl(a, b);
  }

 private:
  const Pool* pool_;
  std::size_t place_;
};

/// The entries of many ACLs. An ACL is a chain of blocks of four entries, ascending by ID, all of
/// them full but the last: a change to an ACL moves no entry of another one. The place of an ACL is
/// that of its first block, and does not change.
template <std::size_t Blocks>
class acl_pool {
 public:
  static constexpr std::size_t none = 0;

  /// How many blocks are free.
  [[nodiscard]] constexpr std::size_t room() const noexcept { return Blocks - in_use_; }

  /// At `none`: no entries.
  [[nodiscard]] constexpr pooled_acl<acl_pool> entries(std::size_t place) const noexcept {
    return {*this, place};
  }

  /// The right of `id`; an empty result when there is no such entry. Each block is searched from
  /// its end, because the default entry, which comes first, has a look-up of its own.
  [[nodiscard]] constexpr acl_right find(std::size_t place, acl_instance_id id) const noexcept {
    do {
      const block& there = blocks_[place];
      LWM2M_ACCESS_UNROLL_8
      for (std::size_t lane = acl_block_size; lane > 0; --lane) {
        const acl_entry entry = there.lanes[lane - 1];
        if (id == entry.id) return id.is_valid() ? acl_right{entry.rights} : acl_right{};
        if (entry.id < id) break;
      }
      place = next_[place];
    } while (place != none);
    return {};
  }

  /// The right of the default entry, which comes first; an empty result when there is none.
  [[nodiscard]] constexpr acl_right find(std::size_t place,
                                         default_short_server_id) const noexcept {
    const acl_entry& first = blocks_[place].lanes[0];
    return first.id.is_default() ? acl_right{first.rights} : acl_right{};
  }

  // Precondition of each of these changes: there is room for it.

  /// Adds an ACL of `entries`, which ascend by ID, and returns its place.
  [[nodiscard]] constexpr std::size_t add(const auto& entries) noexcept {
    const std::size_t place = take();
    fill(place, entries);
    return place;
  }
  constexpr void erase(std::size_t place) noexcept { give_back(place); }

  /// Replaces the ACL by exactly `entries`, which ascend by ID.
  constexpr void set_all(std::size_t place, const auto& entries) noexcept {
    give_back(next_[place]);
    next_[place] = none;
    blocks_[place] = {};
    fill(place, entries);
  }

  /// How many entries there are once `changes`, which ascend by ID, are made.
  [[nodiscard]] constexpr std::size_t size_after(std::size_t place,
                                                 const auto& changes) const noexcept {
    std::size_t size = 0;
    auto present = entries(place).begin();
    for (const acl_change change : changes) {
      for (; (*present).id < change.id; ++present) ++size;
      if ((*present).id == change.id) ++present;
      if (change.right) ++size;
    }
    for (; (*present).id.is_valid(); ++present) ++size;
    return size;
  }

  /// Makes `changes`, which ascend by ID, in two passes, one that erases and one that sets. Each
  /// pass reads the ACL and writes it anew at the same time: a block is freed as soon as its last
  /// entry has been read, and a new one allocated only when four entries wait to be written. So
  /// there is room during the pass when there is room for the ACL as it is afterwards.
  constexpr void change(std::size_t place, const auto& changes) noexcept {
    rewrite(place, changes, [](acl_right right) { return !right; });
    rewrite(place, changes, [](acl_right right) { return static_cast<bool>(right); });
  }

  /// Sets an entry, or makes it.
  constexpr void set(std::size_t place, acl_entry wanted) noexcept {
    for (acl_entry carried = wanted;; place = block_after(place)) {
      if (blocks_[place].lanes[acl_block_size - 1].id < carried.id) continue;
      for (acl_entry& lane : blocks_[place].lanes) {
        const acl_entry there = lane;
        if (there.id < carried.id) continue;
        lane = carried;
        if (there.id == wanted.id || !there.id.is_valid()) return;
        carried = there;
      }
    }
  }

  /// Erases an entry that is there.
  constexpr void erase(std::size_t place, acl_instance_id id) noexcept {
    auto to = entries(place).begin();
    while ((*to).id < id) ++to;
    for (auto from = to; (*to).id.is_valid(); to = from) {
      ++from;
      blocks_[to.block_].lanes[to.lane_] = *from;
    }
    for (; next_[place] != none; place = next_[place])
      if (!blocks_[next_[place]].lanes[0].id.is_valid()) {
        give_back(next_[place]);
        next_[place] = none;
        return;
      }
  }

 private:
  friend class pooled_acl<acl_pool>;

  struct block {
    acl_entry lanes[acl_block_size] = {};
  };
  using block_number = offset_up_to<Blocks>;

  /// An ACL that is read and written anew at the same time, with one block buffered on the reading
  /// side and one on the writing side.
  class rewriting {
   public:
    constexpr rewriting(acl_pool& pool, std::size_t place) noexcept
        : pool_{pool}, place_{place}, read_{pool.blocks_[place]}, unread_{pool.next_[place]} {
      pool_.next_[place] = none;
    }

    /// The entry to be read next; its ID is invalid at the end.
    [[nodiscard]] constexpr acl_entry next() const noexcept { return read_.lanes[reads_]; }

    constexpr void skip() noexcept {
      if (++reads_ < acl_block_size) return;
      const std::size_t from = unread_;
      read_ = pool_.blocks_[from];
      unread_ = pool_.next_[from];
      reads_ = 0;
      pool_.next_[from] = none;
      pool_.give_back(from);
    }
    constexpr void append(acl_entry entry) noexcept {
      written_.lanes[writes_++] = entry;
      if (writes_ == acl_block_size) flush();
    }
    constexpr void keep() noexcept {
      const acl_entry kept = next();
      skip();
      append(kept);
    }
    constexpr void finish() noexcept {
      if (writes_ != 0 || last_ == none) flush();
    }

   private:
    constexpr void flush() noexcept {
      last_ = last_ == none ? place_ : pool_.block_after(last_);
      pool_.blocks_[last_] = written_;
      written_ = {};
      writes_ = 0;
    }

    acl_pool& pool_;
    std::size_t place_;
    block read_, written_{};
    std::size_t reads_ = 0, writes_ = 0;
    std::size_t unread_;       // the first block not read yet
    std::size_t last_ = none;  // the block written last
  };

  /// Makes those changes for which `wanted` is true.
  constexpr void rewrite(std::size_t place, const auto& changes, const auto& wanted) noexcept {
    rewriting acl{*this, place};
    for (const acl_change change : changes) {
      if (!wanted(change.right)) continue;
      while (acl.next().id < change.id) acl.keep();
      if (acl.next().id == change.id) acl.skip();
      if (change.right) acl.append({change.id, change.right.rights()});
    }
    while (acl.next().id.is_valid()) acl.keep();
    acl.finish();
  }

  constexpr void fill(std::size_t place, const auto& entries) noexcept {
    std::size_t lane = 0;
    for (const acl_entry entry : entries) {
      if (lane == acl_block_size) {
        place = block_after(place);
        lane = 0;
      }
      blocks_[place].lanes[lane++] = entry;
    }
  }

  [[nodiscard]] constexpr std::size_t block_after(std::size_t place) noexcept {
    if (next_[place] == none) next_[place] = take();
    return next_[place];
  }

  [[nodiscard]] constexpr block_number take() noexcept {
    ++in_use_;
    if (given_back_ == none) return ++used_;
    const block_number taken = given_back_;
    given_back_ = next_[taken];
    next_[taken] = none;
    return taken;
  }

  /// The block at `place`, where there is one, and those that follow it.
  constexpr void give_back(std::size_t place) noexcept {
    while (place != none) {
      const std::size_t after = next_[place];
      blocks_[place] = {};
      next_[place] = given_back_;
      given_back_ = static_cast<block_number>(place);
      --in_use_;
      place = after;
    }
  }

  std::size_t in_use_ = 0;          // how many blocks
  block_number used_ = 0;           // blocks from here on were never allocated
  block_number given_back_ = none;  // head of the chain of freed blocks
  block blocks_[Blocks + 1] = {};
  block_number next_[Blocks + 1] = {};
};

}  // namespace lwm2m::access::inline v0
