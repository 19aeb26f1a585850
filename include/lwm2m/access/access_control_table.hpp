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
  friend Table;

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
    const std::size_t place = place_of(id);
    return {*this, is_at(place, id) ? place : 0};
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
    const std::size_t place = place_of(added.id());
    if (is_at(place, added.id())) return status::id_doubled;
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

  // Each of these changes one that this table has given out, and that is there.

  constexpr void erase(handle at) noexcept {
    store(at.place_, {});
    index_.erase(at.place_);
    records_.erase(at.place_);
    first_entry_.erase(at.place_);
  }

  constexpr void set_owner(handle at, access_control_owner owner) noexcept {
    records_[at.place_].owner = owner;
  }

  /// `target_doubled` or `no_room`: nothing is changed.
  constexpr status set_target(handle at, access_control_target target) noexcept {
    const access_control_target now = at.target();
    if (now == target) return status::done;
    if (find(target)) return status::target_doubled;
    records_[at.place_].target = target;
    if (index_.move(at.place_, size(), keys())) return status::done;
    records_[at.place_].target = now;
    (void)index_.move(at.place_, size(), keys());
    return status::no_room;
  }

  /// Exactly `wanted`, which must not lie in this table. `no_room`: nothing is changed.
  constexpr status set_entries(handle at, acl_view wanted) noexcept {
    if (wanted.size() > pool_.room() + at.entries().size()) return status::no_room;
    store(at.place_, wanted);
    return status::done;
  }

  /// Sets an entry, or makes it. `no_room`: nothing is changed.
  constexpr status set_entry(handle at, acl_entry wanted) noexcept {
    const std::size_t entry = first_entry_[at.place_] + at.entries().position(wanted.id);
    if (!at.find(wanted.id)) {
      if (pool_.room() == 0) return status::no_room;
      pool_.open(entry, 1);
      move_runs(at.place_, 1, 0);
    }
    pool_[entry] = wanted;
    return status::done;
  }

  /// `entry_unknown`: nothing is changed.
  constexpr status erase_entry(handle at, acl_instance_id entry) noexcept {
    if (!at.find(entry)) return status::entry_unknown;
    pool_.erase(first_entry_[at.place_] + at.entries().position(entry));
    move_runs(at.place_, 0, 1);
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

  /// Where the record of `id` is, or would be.
  [[nodiscard]] constexpr std::size_t place_of(object_instance_id id) const noexcept {
    return 1 + first_not([&](std::size_t k) { return records_[k + 1].id < id; }, size());
  }

  [[nodiscard]] constexpr bool is_at(std::size_t place, object_instance_id id) const noexcept {
    return place <= size() && records_[place].id == id;
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
