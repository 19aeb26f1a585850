#pragma once

#include <lwm2m/access/fixed_vector.hpp>
#include <lwm2m/access/inlining.hpp>
#include <lwm2m/access/view.hpp>

#include <cstddef>
#include <cstdint>

namespace lwm2m::access::inline v0 {

/// Finds the place of a record by its key. Each key has two buckets of two slots (cuckoo hashing);
/// a key that is found in none of the four lies in the overflow, which ascends by key and is
/// searched in log2 of its size. Five and a half bytes a record.
///
/// Servers choose Object Instance IDs, and can read this file: they can make all keys collide in
/// two buckets. The index is correct and bounded whatever the keys are, because
/// * every record lies in exactly one slot of its two buckets, or once in the overflow: `insert`
///   puts its record in the slot of another one, moves that one on in the same way, and puts the
///   last one into a free slot or the overflow;
/// * the overflow has room for every record, so that no insertion fails or has to be undone;
/// * an insertion moves at most `most_moves` records from bucket to bucket, and no operation moves
///   more octets of the overflow than two for each record in it.
/// A record leaves the overflow when it is erased, and not before.
///
/// Records have places from 1 to `Places`. `key_at(place)` is the key of a record, never 0; at
/// place 0, `none`, it is 0. Keys are unique.
template <std::size_t Capacity, std::size_t Places = Capacity>
class target_index {
  static_assert(Capacity <= 65535, "a Client has at most 65,535 Access Control Object Instances");

 public:
  static constexpr std::size_t none = 0;

  /// How many records one insertion moves from one of their buckets to the other, at most. More
  /// moves do not help: with random keys twice as many leave as many records in the overflow.
  static constexpr int most_moves = 24;

  /// The place of `key`; `none` when it is not there.
  template <class KeyAt>
  [[nodiscard]] constexpr std::size_t find(std::uint32_t key, const KeyAt& key_at) const noexcept {
    if (key == 0) return none;
    const auto& first = buckets_[first_bucket(key)];
    if (key_at(first[0]) == key) return taken(first[0]);
    if (key_at(first[1]) == key) return taken(first[1]);
    const auto& second = buckets_[second_bucket(key)];
    if (key_at(second[0]) == key) return taken(second[0]);
    if (key_at(second[1]) == key) return taken(second[1]);
    if (overflow_.size() == 0) [[likely]]
      return none;
    return find_overflowed(key, key_at);
  }

  /// Adds the record at `place`. There must be fewer than `Capacity`.
  template <class KeyAt>
  constexpr void insert(std::size_t place, const KeyAt& key_at) noexcept {
    auto held = static_cast<place_number>(place);
    if (put(first_bucket(key_at(held)), held)) return;
    std::size_t bucket = second_bucket(key_at(held));
    for (int moves = 0; !put(bucket, held); ++moves) {
      if (moves == most_moves)
        return overflow_.insert(overflow_position(key_at(held), key_at), held);
      place_number& slot = buckets_[bucket][moves % 2];
      const place_number moved = slot;
      slot = held;
      held = moved;
      bucket ^= first_bucket(key_at(held)) ^ second_bucket(key_at(held));
    }
  }

  /// Removes the record at `place`, which is in the index.
  template <class KeyAt>
  constexpr void erase(std::size_t place, const KeyAt& key_at) noexcept {
    const std::uint32_t key = key_at(place);
    const std::size_t candidates[] = {first_bucket(key), second_bucket(key)};
    for (const std::size_t candidate : candidates)
      for (place_number& slot : buckets_[candidate])
        if (slot == place) {
          slot = none;
          return;
        }
    overflow_.erase(overflow_position(key, key_at));
  }

  /// Gives every record from `place` on the next higher place.
  constexpr void shift_up(std::size_t place) noexcept {
    for (auto& bucket : buckets_)
      for (place_number& slot : bucket)
        if (slot >= place) ++slot;
    for (std::size_t k = 0; k < overflow_.size(); ++k)
      if (overflow_[k] >= place) ++overflow_[k];
  }

  // For tests that choose colliding keys, as an attacker can.

  static constexpr std::size_t bucket_count = (Capacity * 7 / 8 + 5) / 4 * 4;

  [[nodiscard]] static constexpr std::size_t first_bucket(std::uint32_t key) noexcept {
    return scaled(key * 0x9E3779B1U);
  }
  [[nodiscard]] static constexpr std::size_t second_bucket(std::uint32_t key) noexcept {
    const std::uint32_t hash = key * 0x9E3779B1U;
    return scaled((hash ^ hash >> 15) * 0x85EBCA77U);
  }

  /// How many records lie in the overflow.
  [[nodiscard]] constexpr std::size_t overflowed() const noexcept { return overflow_.size(); }

 private:
  using place_number = offset_up_to<Places>;

  [[nodiscard]] static constexpr std::size_t scaled(std::uint32_t hash) noexcept {
    return (hash >> 16) * static_cast<std::uint32_t>(bucket_count) >> 16;
  }

  /// Puts `place` in a free slot of `bucket`. False when there is none: nothing is changed.
  constexpr bool put(std::size_t bucket, place_number place) noexcept {
    for (place_number& slot : buckets_[bucket])
      if (slot == none) {
        slot = place;
        return true;
      }
    return false;
  }

  /// The place of a record whose key was found.
  [[nodiscard]] static constexpr std::size_t taken(std::size_t place) noexcept {
    LWM2M_ACCESS_ASSUME(place != none);
    return place;
  }

  /// The same, in an overflow that is not empty. Using `overflow_position` here costs every look-up
  /// two more registers.
  template <class KeyAt>
  [[nodiscard]] constexpr std::size_t find_overflowed(std::uint32_t key,
                                                      const KeyAt& key_at) const noexcept {
    const place_number* last = overflow_.data();  // the last one whose key is not higher
    for (std::size_t size = overflow_.size(); size > 1;) {
      const std::size_t half = size / 2;
      if (key_at(last[half]) <= key) last += half;
      size -= half;
    }
    return key_at(*last) == key ? *last : none;
  }

  /// How many records of the overflow have a lower key.
  template <class KeyAt>
  [[nodiscard]] constexpr std::size_t overflow_position(std::uint32_t key,
                                                        const KeyAt& key_at) const noexcept {
    return first_not([&](std::size_t k) { return key_at(overflow_[k]) < key; }, overflow_.size());
  }

  place_number buckets_[bucket_count][2] = {};
  fixed_vector<place_number, Capacity> overflow_{};
};

}  // namespace lwm2m::access::inline v0
