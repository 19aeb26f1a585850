#pragma once

#include <lwm2m/access/access_control.hpp>
#include <lwm2m/access/acl_pool.hpp>
#include <lwm2m/access/fixed_vector.hpp>
#include <lwm2m/access/gapped_vector.hpp>
#include <lwm2m/access/policy_source.hpp>
#include <lwm2m/access/status.hpp>
#include <lwm2m/access/target_index.hpp>

#include <cstddef>
#include <cstdint>

namespace lwm2m::access::inline v0 {

/// A handle of an Access Control Object Instance in a table; it may be empty. It is two words,
/// borrows the table, and reads the instance only when one of its functions is called.
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
    return table_->targets_[place_];
  }
  [[nodiscard]] constexpr access_control_owner owner() const noexcept {
    return table_->records_[place_].owner;
  }

  /// Its ACL entries, ascending by ID.
  [[nodiscard]] constexpr auto entries() const noexcept { return table_->pool_.entries(place_); }

  /// The right of an entry; an empty result when there is no such entry.
  [[nodiscard]] constexpr acl_right find(acl_instance_id id) const noexcept {
    return table_->pool_.find(place_, id);
  }
  [[nodiscard]] constexpr acl_right find(default_short_server_id id) const noexcept {
    return table_->pool_.find(place_, id);
  }

 private:
  friend Table;

  const Table* table_;
  std::size_t place_;
};

template <class Table>
[[nodiscard]] constexpr bool operator==(const access_control_in<Table>& a,
                                        const readable_access_control auto& b) noexcept {
  return detail::say_the_same(a, b);
}

/// Access Control Object Instances in place, found by ID in log2 N steps, and by target in four
/// probes and log2 of the size of the overflow (`target_index`). An instance keeps its slot; a
/// separate list of slots is in ascending order of their IDs. `policy` checks what may be stored;
/// the table checks only that IDs and targets are unique and that there is room.
template <std::size_t Instances, std::size_t AclBlocks>
class access_control_table {
 public:
  using handle = access_control_in<access_control_table>;

  [[nodiscard]] constexpr std::size_t size() const noexcept { return order_.size(); }

  /// The `k`-th one, ascending by ID; empty when `k` is not below the count.
  [[nodiscard]] constexpr handle at(std::size_t k) const noexcept {
    return {*this, k < size() ? order_[k] : pool::none};
  }
  [[nodiscard]] constexpr handle find(access_control_target target) const noexcept {
    return {*this, index_.find(target.key(), keys())};
  }
  [[nodiscard]] constexpr handle find_id(object_instance_id id) const noexcept {
    const handle found = at(rank_of(id));
    return found.id() == id ? found : handle{*this, pool::none};
  }

  /// How many more blocks of entries there is room for.
  [[nodiscard]] constexpr std::size_t block_room() const noexcept { return pool_.room(); }

  /// The lowest ID that no instance has.
  [[nodiscard]] constexpr object_instance_id lowest_free_id() const noexcept {
    return object_instance_id{
        first_not([this](std::size_t k) { return id_of_rank(k).value() == k; }, size())};
  }

  /// `id_doubled`, `target_doubled` or `no_room`: nothing is changed.
  constexpr status add(const auto& added) noexcept {
    if (find_id(added.id())) return status::id_doubled;
    if (find(added.target())) return status::target_doubled;
    if (order_.room() == 0 || acl_blocks_of(added.entries().size()) > pool_.room())
      return status::no_room;
    const std::size_t rank = rank_of(added.id());
    const std::size_t place = pool_.add(added.entries());
    targets_[place] = added.target();
    records_[place] = {added.id(), added.owner()};
    order_.insert(rank, static_cast<place_number>(place));
    index_.insert(place, keys());
    return status::done;
  }

  // Precondition of each of these: the handle is not empty and is of this table.

  constexpr void erase(handle at) noexcept {
    index_.erase(at.place_, keys());
    order_.erase(rank_of(at.id()));
    targets_[at.place_] = {};
    records_[at.place_] = {};
    pool_.erase(at.place_);
  }

  constexpr void set_owner(handle at, access_control_owner owner) noexcept {
    records_[at.place_].owner = owner;
  }

  /// `target_doubled`: nothing is changed.
  constexpr status set_target(handle at, access_control_target target) noexcept {
    if (at.target() == target) return status::done;
    if (find(target)) return status::target_doubled;
    index_.erase(at.place_, keys());
    targets_[at.place_] = target;
    index_.insert(at.place_, keys());
    return status::done;
  }

  /// How many entries it has once `changes`, which ascend by ID, are made.
  [[nodiscard]] constexpr std::size_t size_after(handle at, const auto& changes) const noexcept {
    return pool_.size_after(at.place_, changes);
  }

  /// Makes `changes`, which ascend by ID. `no_room`: nothing is changed.
  constexpr status change_entries(handle at, const auto& changes) noexcept {
    if (!fits(at, size_after(at, changes))) return status::no_room;
    pool_.change(at.place_, changes);
    return status::done;
  }

  /// Exactly `wanted`, which must not lie in this table. `no_room`: nothing is changed.
  constexpr status set_entries(handle at, acl_view wanted) noexcept {
    if (!fits(at, wanted.size())) return status::no_room;
    pool_.set_all(at.place_, wanted);
    return status::done;
  }

  /// Sets an entry, or makes it. `no_room`: nothing is changed.
  constexpr status set_entry(handle at, acl_entry wanted) noexcept {
    if (pool_.room() == 0 && !at.find(wanted.id)) {
      const std::size_t size = at.entries().size();
      if (acl_blocks_of(size + 1) > acl_blocks_of(size)) return status::no_room;
    }
    pool_.set(at.place_, wanted);
    return status::done;
  }

  /// `entry_unknown`: nothing is changed.
  constexpr status erase_entry(handle at, acl_instance_id entry) noexcept {
    if (!at.find(entry)) return status::entry_unknown;
    pool_.erase(at.place_, entry);
    return status::done;
  }

 private:
  friend class access_control_in<access_control_table>;

  struct record {
    object_instance_id id;
    access_control_owner owner;
  };

  /// Whether there is room for it with so many entries.
  [[nodiscard]] constexpr bool fits(handle at, std::size_t entries) const noexcept {
    return acl_blocks_of(entries) <= pool_.room() + acl_blocks_of(at.entries().size());
  }
  using pool = acl_pool<AclBlocks>;
  using place_number = offset_up_to<AclBlocks>;

  [[nodiscard]] constexpr auto keys() const noexcept {
    return [this](std::size_t place) { return targets_[place].key(); };
  }

  [[nodiscard]] constexpr object_instance_id id_of_rank(std::size_t k) const noexcept {
    return records_[order_[k]].id;
  }

  /// How many have a lower ID.
  [[nodiscard]] constexpr std::size_t rank_of(object_instance_id id) const noexcept {
    return order_.first_place_not([&](std::size_t place) { return records_[place].id < id; });
  }

  target_index<Instances, AclBlocks> index_{};
  gapped_vector<place_number, Instances> order_{};
  // All indexed by the place of the ACL in the pool. Where no ACL begins, and at place 0, the row
  // is unused.
  access_control_target targets_[AclBlocks + 1] = {};
  record records_[AclBlocks + 1] = {};
  pool pool_{};
};

}  // namespace lwm2m::access::inline v0
