#pragma once

#include <lwm2m/access/access_control.hpp>
#include <lwm2m/access/policy_source.hpp>
#include <lwm2m/access/status.hpp>
#include <lwm2m/access/traits.hpp>

#include <cstddef>
#include <cstdint>

namespace lwm2m::access::inline v0 {

/// What changing a policy needs beyond what deciding needs: the changes that `policy` offers, each
/// made whole or refused with a `status`. `policy` documents what each refuses.
template <class Policy>
concept editable_policy =
    policy_source<Policy> && detail::copyable<Policy> &&
    requires(Policy& policy, short_server_id server, object_instance_id id,
             access_control_target target, access_control_owner owner, acl_entry entry,
             acl_instance_id entry_id, const access_control_view& added, std::size_t k,
             const Policy& other, const edition& rules) {
      { Policy::under(rules) } noexcept -> detail::same_as<Policy>;
      { policy.clear() } noexcept -> detail::same_as<status>;
      { policy.start(rules) } noexcept -> detail::same_as<status>;
      { policy.set_apart() } noexcept;
      { policy.become(other) } noexcept;
      { policy.access_control_at(k) } noexcept -> readable_access_control;
      { policy.find(target) } noexcept -> readable_access_control;
      { policy.find_id(id) } noexcept -> readable_access_control;
      { policy.accounts() } noexcept -> detail::converts_to<view<short_server_id>>;
      { policy.lowest_free_id() } noexcept -> detail::same_as<object_instance_id>;
      { policy.entry_room() } noexcept -> detail::converts_to<std::size_t>;
      { Policy::entry_room_of(k) } noexcept -> detail::converts_to<std::size_t>;
      { policy.add_account(server) } noexcept -> detail::same_as<status>;
      { policy.erase_account(server) } noexcept -> detail::same_as<status>;
      { policy.disable() } noexcept -> detail::same_as<status>;
      { policy.add(added) } noexcept -> detail::same_as<status>;
      { policy.erase_id(id) } noexcept -> detail::same_as<status>;
      { other.instance_room() } noexcept -> detail::converts_to<std::size_t>;
      { other.has_room_for(k) } noexcept -> detail::same_as<bool>;
      { other.is_bootstrap_open() } noexcept -> detail::same_as<bool>;
      { policy.set_bootstrap_open(true) } noexcept;
      { policy.hold() } noexcept;
      { policy.release() } noexcept;
      { policy.park(id) } noexcept -> detail::same_as<status>;
      { policy.set_target(id, target) } noexcept -> detail::same_as<status>;
      { policy.set_owner(id, owner) } noexcept -> detail::same_as<status>;
      { policy.set_entries(id, acl_view{}) } noexcept -> detail::same_as<status>;
      { policy.set_entry(id, entry) } noexcept -> detail::same_as<status>;
      { policy.change_entries(id, view<acl_change>{}) } noexcept -> detail::same_as<status>;
      {
        other.entry_count_after(id, view<acl_change>{})
      } noexcept -> detail::converts_to<std::size_t>;
      { policy.erase_entry(id, entry_id) } noexcept -> detail::same_as<status>;
    };

/// What happened to an Access Control Object Instance.
enum class change_kind : std::uint8_t { made = 1, changed, erased };

/// One change to Object 2, reported after it is made: the stack notifies observers of `/2/id` and
/// reviews observations of the target (H2).
struct access_control_change {
  change_kind kind;
  object_instance_id id;
  access_control_target target;
};

namespace detail {

/// Calls the listener with a change. During the call the policy refuses changes (`being_changed`).
template <class Policy>
constexpr void tell(Policy& policy, const auto& told, access_control_change change) noexcept {
  policy.hold();
  told(change);
  policy.release();
}

}  // namespace detail

/// A listener that ignores everything.
struct ignore_all {
  constexpr void operator()(const auto&) const noexcept {}
};

}  // namespace lwm2m::access::inline v0
