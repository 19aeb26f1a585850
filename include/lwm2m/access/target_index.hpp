#pragma once

#include <lwm2m/access/fixed_vector.hpp>
#include <lwm2m/access/inlining.hpp>

#include <cstddef>
#include <cstdint>

namespace lwm2m::access::inline v0 {

/// The places from 1 to `count`, where records lie without gaps.
struct places_up_to {
  std::size_t count;

  [[nodiscard]] constexpr std::size_t size() const noexcept { return count; }
  [[nodiscard]] constexpr std::size_t operator[](std::size_t k) const noexcept { return k + 1; }
};

/// From the key of a target to the place of its record, in at most four looks whatever the keys
/// are: each key has two buckets of two slots and lies in one of the four (cuckoo hashing). Servers
/// choose Object Instance IDs, so a set of keys that fits under no multiplier is to be reckoned
/// with: it is answered with `false`, never with a longer search. Three and a half bytes a
/// record.
///
/// Records have places from 1 to `Places`, and `key_at(place)` gives the key of one, which is not
/// 0; at place 0, `none`, it gives 0.
template <std::size_t Capacity, std::size_t Places = Capacity>
class target_index {
  static_assert(Capacity <= 65535, "a Client has at most 65,535 Access Control Object Instances");

 public:
  static constexpr std::size_t none = 0;

  /// The place of `key`; `none` when it is not there.
  template <class KeyAt>
  [[nodiscard]] constexpr std::size_t find(std::uint32_t key, const KeyAt& key_at) const noexcept {
    if (key == 0) return none;
    const std::uint32_t hash = key * multiplier_;
    const auto& first = buckets_[first_bucket(hash)];
    if (key_at(first[0]) == key) return taken(first[0]);
    if (key_at(first[1]) == key) return taken(first[1]);
    const auto& second = buckets_[second_bucket(hash)];
    if (key_at(second[0]) == key) return taken(second[0]);
    return key_at(second[1]) == key ? taken(second[1]) : none;
  }

  /// Takes in the record at `place`; `places` are those of all records, with it. False when no
  /// arrangement was found: then the index finds the others as before, and not this one.
  template <class Range, class KeyAt>
  constexpr bool insert(std::size_t place, const Range& places, const KeyAt& key_at) noexcept {
    if (put(place, key_at) || rebuild(places, none, key_at)) return true;
    rebuild(places, place, key_at);
    return false;
  }

  /// Gives every record from `place` on the next higher place.
  constexpr void shift_up(std::size_t place) noexcept {
    for (auto& bucket : buckets_)
      for (place_number& slot : bucket)
        if (slot >= place) ++slot;
  }

  /// Gives every record behind `place`, where none is any more, the next lower place.
  constexpr void shift_down(std::size_t place) noexcept {
    for (auto& bucket : buckets_)
      for (place_number& slot : bucket)
        if (slot > place) --slot;
  }

  /// The record of `key` lies at `to` from now on, and not at `from`; at `none`: it is not there.
  constexpr void replace(std::uint32_t key, std::size_t from, std::size_t to) noexcept {
    const std::uint32_t hash = key * multiplier_;
    const std::size_t candidates[] = {first_bucket(hash), second_bucket(hash)};
    for (const std::size_t candidate : candidates)
      for (place_number& slot : buckets_[candidate])
        if (slot == from) slot = static_cast<place_number>(to);
  }

 private:
  using place_number = offset_up_to<Places>;

  static constexpr std::size_t bucket_count = (Capacity * 7 / 8 + 5) / 4 * 4;
  static constexpr int longest_chain = 10;
  static constexpr int multipliers = 64;

  /// A place at which a key was found: that of a record.
  [[nodiscard]] static constexpr std::size_t taken(std::size_t place) noexcept {
    LWM2M_ACCESS_HOLDS(place != none);
    return place;
  }

  [[nodiscard]] static constexpr std::size_t first_bucket(std::uint32_t hash) noexcept {
    return scaled(hash);
  }
  [[nodiscard]] static constexpr std::size_t second_bucket(std::uint32_t hash) noexcept {
    return scaled((hash ^ hash >> 15) * 0x85EBCA77U);
  }
  [[nodiscard]] static constexpr std::size_t scaled(std::uint32_t hash) noexcept {
    return (hash >> 16) * static_cast<std::uint32_t>(bucket_count) >> 16;
  }

  template <class KeyAt>
  constexpr bool put(std::size_t place, const KeyAt& key_at) noexcept {
    const std::uint32_t hash = key_at(place) * multiplier_;
    const std::size_t candidates[] = {first_bucket(hash), second_bucket(hash)};
    for (int chain = 0; chain <= longest_chain; ++chain)
      for (const std::size_t candidate : candidates) {
        place_number* const slot = free_slot(candidate, chain, key_at);
        if (slot == nullptr) continue;
        *slot = static_cast<place_number>(place);
        return true;
      }
    return false;
  }

  /// A slot of `bucket` to put a record in: it is empty, or what it holds has been copied on, over
  /// `chain` slots; null when there is none. Called for rising `chain`, it finds the shortest way
  /// first, which visits no bucket twice.
  template <class KeyAt>
  constexpr place_number* free_slot(std::size_t bucket, int chain, const KeyAt& key_at) noexcept {
    for (place_number& slot : buckets_[bucket]) {
      if (slot == none) return &slot;
      if (chain == 0) continue;
      const std::uint32_t hash = key_at(slot) * multiplier_;
      const std::size_t other = first_bucket(hash) ^ second_bucket(hash) ^ bucket;
      place_number* const room = free_slot(other, chain - 1, key_at);
      if (room == nullptr) continue;
      *room = slot;
      return &slot;
    }
    return nullptr;
  }

  /// Arranges all records but the one at `skipped` anew, under the first multiplier that fits.
  template <class Range, class KeyAt>
  constexpr bool rebuild(const Range& places, std::size_t skipped, const KeyAt& key_at) noexcept {
    for (int tries = 0; tries < multipliers; ++tries) {
      multiplier_ = multiplier_ * 0x19660DU + 0x3C6EF35EU;
      for (auto& bucket : buckets_)
        for (place_number& slot : bucket) slot = none;
      std::size_t k = 0;
      while (k < places.size() && (places[k] == skipped || put(places[k], key_at))) ++k;
      if (k == places.size()) return true;
    }
    return false;
  }

  std::uint32_t multiplier_ = 0x9E3779B1U;
  place_number buckets_[bucket_count][2] = {};
};

}  // namespace lwm2m::access::inline v0
