#pragma once

#include <lwm2m/access/access_control_table.hpp>
#include <lwm2m/access/generation.hpp>
#include <lwm2m/access/policy_source.hpp>
#include <lwm2m/access/server_accounts.hpp>
#include <lwm2m/access/traits.hpp>

#include <cstddef>
#include <cstdint>

namespace lwm2m::access::inline v0 {

/// The edition of a policy, given when the policy is constructed.
class run_time_edition {
 public:
  constexpr run_time_edition() noexcept = default;
  constexpr explicit run_time_edition(const edition& rules) noexcept : rules_{rules} {}
  [[nodiscard]] constexpr const edition& rules() const noexcept { return rules_; }

 private:
  edition rules_{};
};

/// The edition of a policy, part of its type: what the edition does not have is compiled out.
template <const edition& Rules>
class fixed_edition {
 public:
  [[nodiscard]] static constexpr const edition& rules() noexcept { return Rules; }
};

/// A policy in place: Server Accounts, Access Control Object Instances and their ACL entries. It
/// has no pointers. A copy has equal bytes; an assignment advances `generation()`. Usable as a
/// constexpr value in flash.
///
/// Room for ACL entries is taken four at a time: an ACL without entries takes four, one of five
/// takes eight. There is room for `Entries` counted in this way, and at least for four in each of
/// the `Instances`.
///
/// Each change is checked whole, then made, or refused whole with a `status`. Whether a Server may
/// make it is not asked here, but by `begin` (begin.hpp). Default-constructed it has no edition
/// (unless the type fixes one) and no account, and grants nothing.
template <std::size_t Instances, std::size_t Entries, std::size_t Accounts = 8,
          class Edition = run_time_edition>
class policy : public Edition {
 public:
  constexpr policy() noexcept = default;
  constexpr explicit policy(const edition& rules) noexcept
    requires detail::same_as<Edition, run_time_edition>
      : Edition{rules} {}

  /// The same policy with more room.
  template <std::size_t I, std::size_t E, std::size_t A>
    requires(I <= Instances && E <= Entries && A <= Accounts)
  constexpr explicit policy(const policy<I, E, A, Edition>& other) noexcept : Edition{other} {
    for (const short_server_id server : other.accounts()) (void)add_account(server);
    for (std::size_t k = 0; k < other.access_control_count(); ++k)
      (void)add(other.access_control_at(k));
    disabled_ = other.is_disabled();
  }

  /// An empty policy under `rules`; under the edition of the type where that fixes one.
  [[nodiscard]] static constexpr policy under(const edition& rules) noexcept {
    if constexpr (detail::same_as<Edition, run_time_edition>)
      return policy{rules};
    else
      return policy{};
  }

  /// Removes all accounts and Access Control Object Instances, and enables access control. The
  /// edition stays. `being_changed`: nothing is changed.
  constexpr status clear() noexcept {
    if (is_held_) return status::being_changed;
    while (access_control_count() != 0)
      (void)erase_id(access_control_id(access_control_count() - 1));
    while (account_count() != 0) (void)erase_account(accounts()[account_count() - 1]);
    return enable();
  }

  /// Sets the edition of a policy that has no Access Control Object Instances and is not disabled;
  /// `rules` may be no edition. Where the type fixes the edition, that one stays.
  /// `access_control_present`, `edition_cannot_disable`, `being_changed`: nothing is changed.
  constexpr status start(const edition& rules) noexcept {
    if (is_held_) return status::being_changed;
    if (access_control_count() != 0) return status::access_control_present;
    if (is_disabled()) return status::edition_cannot_disable;
    if constexpr (detail::same_as<Edition, run_time_edition>) Edition::operator=(Edition{rules});
    return counted(status::done);
  }

  /// For a copy that is edited apart: a decision taken on it is never `still_valid`, not even for
  /// itself.
  constexpr void set_apart() noexcept { generation_.set_apart(); }

  /// Replaces the contents by those of `other`, except whether a Bootstrap session is open. Like
  /// each assignment it counts as a change.
  constexpr void become(const policy& other) noexcept {
    const bool is_open = is_bootstrap_open_;
    *this = other;
    is_bootstrap_open_ = is_open;
  }

  // Server Accounts

  [[nodiscard]] constexpr view<short_server_id> accounts() const noexcept { return accounts_; }
  [[nodiscard]] constexpr std::size_t account_count() const noexcept { return accounts_.size(); }
  [[nodiscard]] constexpr bool has_account(short_server_id server) const noexcept {
    return accounts_.has(server);
  }

  /// `server_invalid`, `server_doubled` or `no_room`: nothing is changed.
  constexpr status add_account(short_server_id server) noexcept {
    if (is_held_) return status::being_changed;
    return counted(accounts_.add(server));
  }

  /// Erases the account alone. Its entries and what it owns are left to `account_removed` (G4).
  /// `server_unknown`: nothing is changed.
  constexpr status erase_account(short_server_id server) noexcept {
    if (is_held_) return status::being_changed;
    return counted(accounts_.erase(server));
  }

  // Whether access control is on (A8)

  [[nodiscard]] constexpr bool is_disabled() const noexcept { return disabled_; }

  /// `edition_cannot_disable` or `access_control_present`: nothing is changed.
  constexpr status disable() noexcept {
    if (is_held_) return status::being_changed;
    if (!this->rules().may_be_disabled) return status::edition_cannot_disable;
    if (access_control_count() != 0) return status::access_control_present;
    disabled_ = true;
    return counted(status::done);
  }
  constexpr status enable() noexcept {
    if (is_held_) return status::being_changed;
    disabled_ = false;
    return counted(status::done);
  }

  // Access Control Object Instances, ascending by their own ID

  [[nodiscard]] constexpr std::size_t access_control_count() const noexcept {
    return table_.size();
  }
  [[nodiscard]] constexpr auto access_control_at(std::size_t k) const noexcept {
    return table_.at(k);
  }
  [[nodiscard]] constexpr object_instance_id access_control_id(std::size_t k) const noexcept {
    return table_.at(k).id();
  }

  /// The one that governs `target`; an empty handle when there is none (A7).
  [[nodiscard]] constexpr auto find(access_control_target target) const noexcept {
    return table_.find(target);
  }

  /// The one at `/2/id`; an empty handle when there is none.
  [[nodiscard]] constexpr auto find_id(object_instance_id id) const noexcept {
    return table_.find_id(id);
  }

  /// How many entries one more ACL could have: the room that is left, a multiple of four.
  [[nodiscard]] constexpr std::size_t entry_room() const noexcept {
    return acl_block_size * table_.block_room();
  }

  /// `entry_room()` of an empty policy.
  [[nodiscard]] static constexpr std::size_t entry_capacity() noexcept {
    return acl_block_size * acl_blocks;
  }

  /// How much of that an ACL of `entries` takes.
  [[nodiscard]] static constexpr std::size_t entry_room_of(std::size_t entries) noexcept {
    return acl_block_size * acl_blocks_of(entries);
  }

  /// How many more instances of Object 2 fit.
  [[nodiscard]] constexpr std::size_t instance_room() const noexcept {
    return Instances - access_control_count();
  }

  /// Whether one more with so many entries fits (C10).
  [[nodiscard]] constexpr bool has_room_for(std::size_t entries) const noexcept {
    return instance_room() != 0 && entry_room_of(entries) <= entry_room();
  }

  /// The lowest Object Instance ID of Object 2 that is free (G1).
  [[nodiscard]] constexpr object_instance_id lowest_free_id() const noexcept {
    return table_.lowest_free_id();
  }

  /// Adds one; the first one switches access control on (A8). `id_invalid`, `id_doubled`,
  /// `target_invalid` (F11), `target_doubled` (F9), `owner_invalid`, `entry_invalid`,
  /// `right_invalid` (A11, A12) or `no_room`: nothing is changed.
  constexpr status add(const access_control_view& added) noexcept { return add_one(added); }

  /// The same, of one that another policy holds.
  template <class Table>
  constexpr status add(const access_control_in<Table>& added) noexcept {
    return add_one(added);
  }

  /// Erases the one that governs `target`. `id_unknown`: there is none, nothing is changed.
  constexpr status erase(access_control_target target) noexcept {
    return erase_id(find(target).id());
  }

  /// Erases the one at `/2/id`. `id_unknown`: nothing is changed.
  constexpr status erase_id(object_instance_id id) noexcept {
    if (is_held_) return status::being_changed;
    const auto present = find_id(id);
    if (!present) return status::id_unknown;
    table_.erase(present);
    return counted(status::done);
  }

  /// Gives `/2/id` another target, as only Bootstrap may. When the target is Object-level,
  /// Bootstrap becomes the Owner, and the entries keep only C (A12). `id_unknown`, `target_invalid`
  /// (F11) or `target_doubled` (F9): nothing is changed.
  constexpr status set_target(object_instance_id id, access_control_target target) noexcept {
    if (is_held_) return status::being_changed;
    const auto present = find_id(id);
    if (!present) return status::id_unknown;
    if (!target.is_valid()) return status::target_invalid;
    const status done = table_.set_target(present, target);
    if (done == status::done && target.is_object_level()) {
      table_.set_owner(present, bootstrap);
      for (const acl_entry each : present.entries())
        (void)table_.set_entry(present, {each.id, each.rights & object_level_rights});
    }
    return counted(done);
  }

  /// Gives `/2/id` a placeholder target, until `set_target`: so that a Write can exchange the
  /// targets of several instances (K6). `id_unknown`: nothing is changed.
  constexpr status park(object_instance_id id) noexcept {
    if (is_held_) return status::being_changed;
    const auto present = find_id(id);
    if (!present) return status::id_unknown;
    return counted(table_.set_target(present, {objects::access_control, id}));
  }

  /// `id_unknown` or `owner_invalid` (A12): nothing is changed.
  constexpr status set_owner(object_instance_id id, access_control_owner owner) noexcept {
    if (is_held_) return status::being_changed;
    const auto present = find_id(id);
    if (!present) return status::id_unknown;
    const status fit = owner_fits(present.target(), owner);
    if (fit != status::done) return fit;
    table_.set_owner(present, owner);
    return counted(status::done);
  }

  /// Gives `/2/id` exactly `entries`, which must not be this policy's own. `id_unknown`,
  /// `entry_invalid`, `right_invalid` (A11, A12) or `no_room`: nothing is changed.
  constexpr status set_entries(object_instance_id id, acl_view entries) noexcept {
    if (is_held_) return status::being_changed;
    const auto present = find_id(id);
    if (!present) return status::id_unknown;
    const status fit = entries_fit(present.target(), entries);
    return fit == status::done ? counted(table_.set_entries(present, entries)) : fit;
  }

  /// Makes `changes` to the entries of `/2/id`: any range of `acl_change` whose IDs ascend. It
  /// walks the ACL once, however many changes there are; each `set_entry` walks it again.
  /// `id_unknown`, `entry_invalid`, `right_invalid` (A11, A12) or `no_room`: nothing is changed.
  constexpr status change_entries(object_instance_id id, const auto& changes) noexcept {
    if (is_held_) return status::being_changed;
    const auto present = find_id(id);
    if (!present) return status::id_unknown;
    const status fit = entries_fit(present.target(), changes);
    return fit == status::done ? counted(table_.change_entries(present, changes)) : fit;
  }

  /// How many entries `/2/id` has once `changes`, whose IDs ascend, are made; 0 when it is not
  /// there.
  [[nodiscard]] constexpr std::size_t entry_count_after(object_instance_id id,
                                                        const auto& changes) const noexcept {
    const auto present = find_id(id);
    return present ? table_.size_after(present, changes) : 0;
  }

  /// Sets the right of one entry of `/2/id`, and makes the entry when there is none (F6).
  /// `id_unknown`, `entry_invalid`, `right_invalid` (A11, A12) or `no_room`: nothing is changed.
  constexpr status set_entry(object_instance_id id, acl_entry entry) noexcept {
    if (is_held_) return status::being_changed;
    const auto present = find_id(id);
    if (!present) return status::id_unknown;
    const status fit = entries_fit(present.target(), acl_view{&entry, 1});
    return fit == status::done ? counted(table_.set_entry(present, entry)) : fit;
  }

  /// `id_unknown` or `entry_unknown`: nothing is changed.
  constexpr status erase_entry(object_instance_id id, acl_instance_id entry) noexcept {
    if (is_held_) return status::being_changed;
    const auto present = find_id(id);
    return present ? counted(table_.erase_entry(present, entry)) : status::id_unknown;
  }

  // State of the moment

  /// While a listener is called with a change, other changes are refused: `being_changed`.
  constexpr void hold() noexcept { is_held_ = true; }
  constexpr void release() noexcept { is_held_ = false; }
  [[nodiscard]] constexpr bool is_held() const noexcept { return is_held_; }

  /// Whether a Bootstrap session is open on this policy (K8); the session sets it.
  [[nodiscard]] constexpr bool is_bootstrap_open() const noexcept { return is_bootstrap_open_; }
  constexpr void set_bootstrap_open(bool open) noexcept { is_bootstrap_open_ = open; }

  /// A number that every change changes, an assignment too; never 0, and below
  /// `first_generation_apart` unless it was set apart.
  [[nodiscard]] constexpr std::uint32_t generation() const noexcept { return generation_.number(); }

  /// Whether both have equal editions, accounts, instances and entries. Capacities, the order of
  /// insertion and `generation()` are not compared.
  template <std::size_t I, std::size_t E, std::size_t A>
  [[nodiscard]] constexpr bool operator==(const policy<I, E, A, Edition>& other) const noexcept {
    if (!(this->rules() == other.rules()) || is_disabled() != other.is_disabled()) return false;
    if (!equal(accounts(), other.accounts())) return false;
    if (access_control_count() != other.access_control_count()) return false;
    for (std::size_t k = 0; k < access_control_count(); ++k)
      if (!(access_control_at(k) == other.access_control_at(k))) return false;
    return true;
  }

 private:
  static constexpr std::size_t acl_blocks = Entries > acl_block_size* Instances
                                                ? acl_blocks_of(Entries)
                                                : Instances;
  using table = access_control_table<Instances, acl_blocks>;

  [[nodiscard]] static constexpr status owner_fits(access_control_target target,
                                                   access_control_owner owner) noexcept {
    const bool fits = owner.is_valid() && (!target.is_object_level() || owner.is_bootstrap());
    return fits ? status::done : status::owner_invalid;
  }
  [[nodiscard]] constexpr status entries_fit(access_control_target target,
                                             const auto& entries) const noexcept {
    if (!detail::is_acl(entries)) return status::entry_invalid;
    const std::uint16_t highest = this->rules().highest_access_right;
    for (const auto entry : entries)
      if (const access_rights rights = detail::rights_of(entry);
          rights.raw() > highest ||
          (target.is_object_level() && !object_level_rights.has_all(rights)))
        return status::right_invalid;
    return status::done;
  }

  constexpr status add_one(const auto& added) noexcept {
    if (is_held_) return status::being_changed;
    if (!added.id().is_valid()) return status::id_invalid;
    if (!added.target().is_valid()) return status::target_invalid;
    status fit = owner_fits(added.target(), added.owner());
    if (fit == status::done) fit = entries_fit(added.target(), added.entries());
    if (fit != status::done) return fit;
    const status added_to_table = table_.add(added);
    if (added_to_table == status::done) disabled_ = false;
    return counted(added_to_table);
  }

  constexpr status counted(status what) noexcept {
    if (what == status::done) generation_.advance();
    return what;
  }

  server_accounts<Accounts> accounts_{};
  table table_{};
  detail::generation_count generation_{};
  bool disabled_ = false;
  bool is_held_ = false;
  bool is_bootstrap_open_ = false;
};

}  // namespace lwm2m::access::inline v0
