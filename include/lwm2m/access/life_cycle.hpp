#pragma once

#include <lwm2m/access/access_right.hpp>
#include <lwm2m/access/editable_policy.hpp>
#include <lwm2m/access/object_source.hpp>
#include <lwm2m/access/operation.hpp>
#include <lwm2m/access/path.hpp>

#include <cstddef>

namespace lwm2m::access::inline v0 {

namespace detail {

/// G1 in `1.0` and later: an Access Control Object Instance that is left over from an earlier
/// instance is reused under its own ID, without its old entries.
template <editable_policy Policy>
constexpr status take_over(Policy& policy, object_instance_id id, access_control_target target,
                           short_server_id by, const auto& told) noexcept {
  status done = policy.set_entries(id, acl_view{});
  if (done == status::done) done = policy.set_owner(id, by);
  if (done == status::done) tell(policy, told, {change_kind::changed, id, target});
  return done;
}

}  // namespace detail

/// The Server `by` has created the Object Instance `target` (G1). With several accounts and access
/// control enabled the instance gets an Access Control Object Instance that `by` owns. One that is
/// there already stays in `draft`, and becomes that of `by` in the later editions. `no_room` or
/// `target_invalid`: nothing is changed.
template <editable_policy Policy>
constexpr status instance_created(Policy& policy, access_control_target target, short_server_id by,
                                  const auto& told) noexcept {
  if (granted_to_all(policy) != determined_by::nothing) return status::done;
  if (const auto present = policy.find(target))
    return policy.rules().pre_grant_stays
               ? status::done
               : detail::take_over(policy, present.id(), target, by, told);
  const acl_entry full{by, owner_rights};
  const acl_view entries{&full, policy.rules().creator_gets_entry ? 1U : 0U};
  const object_instance_id id = policy.lowest_free_id();
  if (!id.is_valid()) return status::no_room;
  const status added = policy.add(access_control_view{id, target, by, entries});
  if (added == status::done) detail::tell(policy, told, {change_kind::made, id, target});
  return added;
}

/// The Object Instance `target` has been deleted, by whomever: erases its Access Control Object
/// Instance (G2). `being_changed`: nothing is changed.
template <editable_policy Policy>
constexpr status instance_deleted(Policy& policy, access_control_target target,
                                  const auto& told) noexcept {
  const auto governing = policy.find(target);
  if (!governing) return status::done;
  const object_instance_id id = governing.id();
  const status erased = policy.erase_id(id);
  if (erased == status::done) detail::tell(policy, told, {change_kind::erased, id, target});
  return erased;
}

/// The Client has a Server Account for `server` from now on. Entries and ownerships that named it
/// before take effect. `server_invalid`, `server_doubled`, `no_room`, `bootstrap_in_progress` (K8):
/// nothing is changed.
template <editable_policy Policy>
constexpr status account_added(Policy& policy, short_server_id server) noexcept {
  return policy.is_bootstrap_open() ? status::bootstrap_in_progress : policy.add_account(server);
}

namespace detail {

/// The rights of `server` by its own entry or the default one (G4 counts no other).
[[nodiscard]] constexpr access_rights entry_rights(const readable_access_control auto& of,
                                                   short_server_id server) noexcept {
  const acl_right own = of.find(server);
  return own ? own.rights() : of.find(default_short_server_id{}).rights();
}

/// Whether an account can reach the instance: it has at least one of R, W, E and D (G4).
template <editable_policy Policy>
[[nodiscard]] constexpr bool is_reached(const Policy& policy,
                                        const readable_access_control auto& governing) noexcept {
  for (const short_server_id server : view<short_server_id>{policy.accounts()})
    if ((entry_rights(governing, server).raw() & owner_rights.raw()) != 0) return true;
  return false;
}

/// G4, the new Owner: W counts 1 and D counts 1; of equals the lowest Short Server ID. The
/// Bootstrap interface when no account is left.
template <editable_policy Policy>
[[nodiscard]] constexpr access_control_owner elect_owner(
    const Policy& policy, const readable_access_control auto& of) noexcept {
  access_control_owner elected = bootstrap;
  int best = -1;
  for (const short_server_id server : view<short_server_id>{policy.accounts()}) {
    const access_rights rights = entry_rights(of, server);
    const int score = (rights.has(right::write) ? 1 : 0) + (rights.has(right::delete_) ? 1 : 0);
    if (score <= best) continue;
    best = score;
    elected = server;
  }
  return elected;
}

/// D4: the Device instance, which is never deleted in `1.0` and later.
template <editable_policy Policy>
[[nodiscard]] constexpr bool is_kept(const Policy& policy, access_control_target target) noexcept {
  return policy.rules().keeps_device_instance &&
         target == access_control_target{objects::device, object_instance_id{0}};
}

/// G4 for one Access Control Object Instance: erased with its instance when only `removed` could
/// reach it, else freed of the entry and ownership of `removed`. True when it still exists.
template <editable_policy Policy>
constexpr bool forget(Policy& policy, const readable_access_control auto& one,
                      short_server_id removed, const auto& deleted, const auto& told) noexcept {
  access_control_change change{change_kind::changed, one.id(), one.target()};
  const bool is_owned = one.owner().is(removed);
  const bool is_named = static_cast<bool>(one.find(removed));
  if (is_owned && !is_kept(policy, change.target) && !is_reached(policy, one)) {
    (void)policy.erase_id(change.id);
    change.kind = change_kind::erased;
    tell(policy, told, change);
    policy.hold();
    deleted(path{change.target.object(), change.target.instance()});
    policy.release();
    return false;
  }
  if (is_owned) (void)policy.set_owner(change.id, elect_owner(policy, one));
  if (is_named) (void)policy.erase_entry(change.id, removed);
  if (is_owned || is_named) tell(policy, told, change);
  return true;
}

}  // namespace detail

/// The Server Account of `removed` is gone (G4): no entry and no ownership of it is left anywhere.
/// `deleted` is told the path of each Object Instance that nobody can reach any more, which the
/// stack is to delete (in `draft` it may be one that was granted before it is made; what it cannot
/// delete is nobody's, A7); `told` each change to Object 2. The Device instance that D4 keeps is
/// not told to be deleted: it gets another Owner. The accounts are looked at as they are
/// afterwards, and must be ascending. `server_unknown`, `being_changed`, `bootstrap_in_progress`
/// (K8): nothing is changed.
template <editable_policy Policy>
constexpr status account_removed(Policy& policy, short_server_id removed, const auto& deleted,
                                 const auto& told) noexcept {
  if (policy.is_bootstrap_open()) return status::bootstrap_in_progress;
  if (const status erased = policy.erase_account(removed); erased != status::done) return erased;
  for (std::size_t k = 0; k < policy.access_control_count();)
    if (detail::forget(policy, policy.access_control_at(k), removed, deleted, told)) ++k;
  return status::done;
}

}  // namespace lwm2m::access::inline v0
