#pragma once

#include <lwm2m/access/fixed_vector.hpp>

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
/// Records have places from 1 to `Places`, and `key_at(place)` gives the key of one; at place 0,
/// `none`, it gives the key that nobody asks for.
template <std::size_t Capacity, std::size_t Places = Capacity>
class target_index {
  static_assert(Capacity <= 65535, "a Client has at most 65,535 Access Control Object Instances");

 public:
  static constexpr std::size_t none = 0;

  /// The place of `key`; `none` when it is not there.
  template <class KeyAt>
  [[nodiscard]] constexpr std::size_t find(std::uint32_t key, const KeyAt& key_at) const noexcept {
    const std::uint32_t hash = key * multiplier_;
    const std::size_t first = 2 * first_bucket(hash);
    if (key_at(slots_[first]) == key) return slots_[first];
    if (key_at(slots_[first + 1]) == key) return slots_[first + 1];
    const std::size_t second = 2 * second_bucket(hash);
    if (key_at(slots_[second]) == key) return slots_[second];
    return key_at(slots_[second + 1]) == key ? slots_[second + 1] : none;
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
    for (place_number& slot : slots_)
      if (slot >= place) ++slot;
  }

  /// Gives every record behind `place`, where none is any more, the next lower place.
  constexpr void shift_down(std::size_t place) noexcept {
    for (place_number& slot : slots_)
      if (slot > place) --slot;
  }

  /// The record of `key` lies at `to` from now on, and not at `from`; at `none`: it is not there.
  constexpr void replace(std::uint32_t key, std::size_t from, std::size_t to) noexcept {
    const std::uint32_t hash = key * multiplier_;
    const std::size_t first = 2 * first_bucket(hash);
    const std::size_t second = 2 * second_bucket(hash);
    const std::size_t candidates[] = {first, first + 1, second, second + 1};
    for (const std::size_t slot : candidates)
      if (slots_[slot] == from) slots_[slot] = static_cast<place_number>(to);
  }

 private:
  using place_number = offset_up_to<Places>;

  static constexpr std::size_t bucket_count = (Capacity * 7 / 8 + 5) / 4 * 4;
  static constexpr std::size_t no_slot = 2 * bucket_count;
  static constexpr int longest_chain = 10;
  static constexpr int multipliers = 64;

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
        const std::size_t slot = free_slot(candidate, chain, key_at);
        if (slot == no_slot) continue;
        slots_[slot] = static_cast<place_number>(place);
        return true;
      }
    return false;
  }

  /// A slot of `bucket` to put a record in: it is empty, or what it holds has been copied on, over
  /// `chain` slots. Called for rising `chain`, it finds the shortest way first, which visits no
  /// bucket twice.
  template <class KeyAt>
  constexpr std::size_t free_slot(std::size_t bucket, int chain, const KeyAt& key_at) noexcept {
    for (std::size_t slot = 2 * bucket; slot <= 2 * bucket + 1; ++slot) {
      if (slots_[slot] == none) return slot;
      if (chain == 0) continue;
      const std::uint32_t hash = key_at(slots_[slot]) * multiplier_;
      const std::size_t other = first_bucket(hash) ^ second_bucket(hash) ^ bucket;
      const std::size_t room = free_slot(other, chain - 1, key_at);
      if (room == no_slot) continue;
      slots_[room] = slots_[slot];
      return slot;
    }
    return no_slot;
  }

  /// Arranges all records but the one at `skipped` anew, under the first multiplier that fits.
  template <class Range, class KeyAt>
  constexpr bool rebuild(const Range& places, std::size_t skipped, const KeyAt& key_at) noexcept {
    for (int tries = 0; tries < multipliers; ++tries) {
      multiplier_ = multiplier_ * 0x19660DU + 0x3C6EF35EU;
      for (place_number& slot : slots_) slot = none;
      std::size_t k = 0;
      while (k < places.size() && (places[k] == skipped || put(places[k], key_at))) ++k;
      if (k == places.size()) return true;
    }
    return false;
  }

  std::uint32_t multiplier_ = 0x9E3779B1U;
  place_number slots_[2 * bucket_count] = {};
};

}  // namespace lwm2m::access::inline v0
