#pragma once

#include <lwm2m/access/access_control.hpp>
#include <lwm2m/access/fixed_vector.hpp>
#include <lwm2m/access/status.hpp>
#include <lwm2m/access/target_index.hpp>

#include <cstddef>

namespace lwm2m::access::inline v0 {

/// An Access Control Object Instance of a table, or none: two words, which look nothing up until
/// they are asked. It borrows the table.
template <class Table>
class access_control_in {
 public:
  constexpr access_control_in(const Table& from, std::size_t place) noexcept
      : table_{&from}, place_{place} {}

  [[nodiscard]] constexpr explicit operator bool() const noexcept { return place_ != 0; }

  [[nodiscard]] constexpr object_instance_id id() const noexcept {
    return table_->records_[place_].id;
  }
  [[nodiscard]] constexpr access_control_target target() const noexcept {
    return table_->records_[place_].target;
  }
  [[nodiscard]] constexpr access_control_owner owner() const noexcept {
    return table_->records_[place_].owner;
  }
  [[nodiscard]] constexpr acl_view entries() const noexcept { return table_->entries(place_); }

  [[nodiscard]] constexpr acl_right find(acl_instance_id id) const noexcept {
    return detail::find_right(table_->pool_, table_->first_entry_[place_],
                              table_->first_entry_[place_ + 1], id);
  }
  [[nodiscard]] constexpr acl_right find(default_short_server_id id) const noexcept {
    return entries().find(id);
  }

  constexpr operator access_control_view() const noexcept {
    return {id(), target(), owner(), entries()};
  }

 private:
  const Table* table_;
  std::size_t place_;
};

/// Access Control Object Instances in place, ascending by their own ID, found by ID in log N steps
/// and by target in a constant number. Their entries lie in one pool in the same order, without
/// gaps: an instance pays for its own entries only, and equal contents are equal bytes but for the
/// index. What may be in it is asked in policy.hpp; here only that IDs and targets are unique and
/// that there is room.
template <std::size_t Instances, std::size_t Entries>
class access_control_table {
 public:
  using handle = access_control_in<access_control_table>;

  constexpr access_control_table() noexcept {
    records_.insert(0, {});
    first_entry_.open(0, 2);
  }

  [[nodiscard]] constexpr std::size_t size() const noexcept { return records_.size() - 1; }

  /// The `k`-th one; none when there are not so many.
  [[nodiscard]] constexpr handle at(std::size_t k) const noexcept {
    return {*this, k < size() ? k + 1 : 0};
  }
  [[nodiscard]] constexpr handle find(access_control_target target) const noexcept {
    return {*this, index_.find(target.key(), keys())};
  }
  [[nodiscard]] constexpr handle find_id(object_instance_id id) const noexcept {
    return {*this, place_of(id)};
  }

  /// How many more entries there is room for.
  [[nodiscard]] constexpr std::size_t entry_room() const noexcept { return pool_.room(); }

  /// The lowest ID that none has.
  [[nodiscard]] constexpr object_instance_id lowest_free_id() const noexcept {
    return object_instance_id{
        first_not([this](std::size_t k) { return records_[k + 1].id.value() == k; }, size())};
  }

  /// `id_doubled`, `target_doubled` or `no_room`: nothing is changed.
  constexpr status add(const access_control_view& added) noexcept {
    const std::size_t place = insert_place_of(added.id());
    if (find_id(added.id())) return status::id_doubled;
    if (find(added.target())) return status::target_doubled;
    if (records_.room() == 0 || added.entries().size() > pool_.room()) return status::no_room;
    if (place <= size()) index_.shift_up(place);
    records_.insert(place, {added.target(), added.id(), added.owner()});
    if (!index_.insert(place, size(), keys())) {
      index_.erase(place);
      records_.erase(place);
      return status::no_room;
    }
    first_entry_.insert(place, first_entry_[place]);
    store(place, added.entries());
    return status::done;
  }

  /// `id_unknown`: nothing is changed.
  constexpr status erase(object_instance_id id) noexcept {
    const std::size_t place = place_of(id);
    if (place == 0) return status::id_unknown;
    store(place, {});
    index_.erase(place);
    records_.erase(place);
    first_entry_.erase(place);
    return status::done;
  }

  /// `id_unknown`: nothing is changed.
  constexpr status set_owner(object_instance_id id, access_control_owner owner) noexcept {
    const std::size_t place = place_of(id);
    if (place == 0) return status::id_unknown;
    records_[place].owner = owner;
    return status::done;
  }

  /// `id_unknown`, `target_doubled` or `no_room`: nothing is changed.
  constexpr status set_target(object_instance_id id, access_control_target target) noexcept {
    const std::size_t place = place_of(id);
    if (place == 0) return status::id_unknown;
    const access_control_target now = records_[place].target;
    if (now == target) return status::done;
    if (find(target)) return status::target_doubled;
    records_[place].target = target;
    if (index_.move(place, size(), keys())) return status::done;
    records_[place].target = now;
    (void)index_.move(place, size(), keys());
    return status::no_room;
  }

  /// Exactly `wanted`, which must not lie in this table. `id_unknown` or `no_room`: nothing is
  /// changed.
  constexpr status set_entries(object_instance_id id, acl_view wanted) noexcept {
    const std::size_t place = place_of(id);
    if (place == 0) return status::id_unknown;
    if (wanted.size() > pool_.room() + entries(place).size()) return status::no_room;
    store(place, wanted);
    return status::done;
  }

  /// Sets an entry, or makes it. `id_unknown` or `no_room`: nothing is changed.
  constexpr status set_entry(object_instance_id id, acl_entry wanted) noexcept {
    const std::size_t place = place_of(id);
    if (place == 0) return status::id_unknown;
    const acl_view now = entries(place);
    const std::size_t entry = first_entry_[place] + now.position(wanted.id);
    if (!now.find(wanted.id)) {
      if (pool_.room() == 0) return status::no_room;
      pool_.open(entry, 1);
      move_runs(place, 1, 0);
    }
    pool_[entry] = wanted;
    return status::done;
  }

  /// `id_unknown` or `entry_unknown`: nothing is changed.
  constexpr status erase_entry(object_instance_id id, acl_instance_id entry) noexcept {
    const std::size_t place = place_of(id);
    if (place == 0) return status::id_unknown;
    const acl_view now = entries(place);
    if (!now.find(entry)) return status::entry_unknown;
    pool_.erase(first_entry_[place] + now.position(entry));
    move_runs(place, 0, 1);
    return status::done;
  }

 private:
  friend class access_control_in<access_control_table>;

  using offset = offset_up_to<Entries>;

  struct record {
    access_control_target target;
    object_instance_id id;
    access_control_owner owner;
  };

  [[nodiscard]] constexpr auto keys() const noexcept {
    return [this](std::size_t place) { return records_[place].target.key(); };
  }
  [[nodiscard]] constexpr acl_view entries(std::size_t place) const noexcept {
    const std::size_t first = first_entry_[place];
    return {pool_.data() + first, first_entry_[place + 1] - first};
  }

  /// Where the record of `id` would be inserted.
  [[nodiscard]] constexpr std::size_t insert_place_of(object_instance_id id) const noexcept {
    return 1 + first_not([&](std::size_t k) { return records_[k + 1].id < id; }, size());
  }

  /// Where the record of `id` is; 0 when there is none.
  [[nodiscard]] constexpr std::size_t place_of(object_instance_id id) const noexcept {
    const std::size_t place = insert_place_of(id);
    return place <= size() && records_[place].id == id ? place : 0;
  }

  /// Moves where the entries begin that come after those of the record at `place`.
  constexpr void move_runs(std::size_t place, std::size_t in, std::size_t out) noexcept {
    const auto by = static_cast<offset>(in - out);
    for (std::size_t k = place + 1; k < first_entry_.size(); ++k) first_entry_[k] += by;
  }
  constexpr void store(std::size_t place, acl_view wanted) noexcept {
    const std::size_t first = first_entry_[place];
    const std::size_t now = entries(place).size();
    pool_.erase(first, now);
    pool_.open(first, wanted.size());
    for (std::size_t i = 0; i < wanted.size(); ++i) pool_[first + i] = wanted[i];
    move_runs(place, wanted.size(), now);
  }

  target_index<Instances> index_{};
  // Before the first record one that stands for none.
  fixed_vector<record, Instances + 1> records_{};
  // Where the entries of each record begin; they end where those of the next one do, or would.
  fixed_vector<offset, Instances + 2> first_entry_{};
  fixed_vector<acl_entry, Entries> pool_{};
};

}  // namespace lwm2m::access::inline v0
