#pragma once

#include <lwm2m/access/access_control.hpp>
#include <lwm2m/access/edition.hpp>
#include <lwm2m/access/traits.hpp>

#include <cstddef>
#include <cstdint>

namespace lwm2m::access::inline v0 {

/// A handle of one Access Control Object Instance in whatever storage; it may be empty. `find`
/// answers for a Server's own entry and for the default one; `owner()` is asked only where there is
/// an instance.
template <class Handle>
concept access_control_handle = requires(const Handle& handle, acl_instance_id entry) {
  static_cast<bool>(handle);
  { handle.owner() } noexcept -> detail::same_as<access_control_owner>;
  { handle.find(entry) } noexcept -> detail::same_as<acl_right>;
};

/// One that can be read whole. Its entries are a range of `acl_entry`, ascending by ID.
template <class Handle>
concept readable_access_control =
    access_control_handle<Handle> && requires(const Handle& handle, default_short_server_id any) {
      { handle.id() } noexcept -> detail::same_as<object_instance_id>;
      { handle.target() } noexcept -> detail::same_as<access_control_target>;
      { handle.find(any) } noexcept -> detail::same_as<acl_right>;
      { handle.entries().size() } noexcept -> detail::converts_to<std::size_t>;
      { handle.entries()[std::size_t{}] } noexcept -> detail::converts_to<acl_entry>;
      { *handle.entries().begin() } noexcept -> detail::converts_to<acl_entry>;
    };

/// What the decision asks of a policy. A stack can meet it with storage of its own.
///
/// * `rules()`: the edition.
/// * `is_disabled()`: access control is switched off (A8; heeded only where the edition has it).
/// * `has_account(s)`: the Client has a Server Account for `s`; false when `s` is invalid.
/// * `account_count()`: how many Server Accounts there are.
/// * `find(target)`: the Access Control Object Instance that governs `target`, or an empty handle.
/// * `find_id(n)`: the one at `/2/n`, or an empty handle.
/// * `access_control_count()`, `access_control_id(k)`: the IDs of all, asked for k = 0, 1, 2 ...
/// * `generation()`: a number that every change to the policy changes; never 0. From
///   `first_generation_apart` on it is that of a policy whose decisions are never `still_valid`.
template <class Policy>
concept policy_source =
    requires(const Policy& policy, short_server_id server, access_control_target target,
             object_instance_id id, std::size_t k) {
      { policy.rules() } noexcept -> detail::converts_to<const edition&>;
      { policy.is_disabled() } noexcept -> detail::same_as<bool>;
      { policy.has_account(server) } noexcept -> detail::same_as<bool>;
      { policy.account_count() } noexcept -> detail::converts_to<std::size_t>;
      { policy.find(target) } noexcept -> access_control_handle;
      { policy.find_id(id) } noexcept -> access_control_handle;
      { policy.access_control_count() } noexcept -> detail::converts_to<std::size_t>;
      { policy.access_control_id(k) } noexcept -> detail::converts_to<object_instance_id>;
      { policy.generation() } noexcept -> detail::converts_to<std::uint32_t>;
    };

/// A policy that can be read whole, as printing does: its accounts, and each Access Control Object
/// Instance.
template <class Policy>
concept readable_policy =
    policy_source<Policy> && requires(const Policy& policy, object_instance_id id) {
      { policy.accounts() } noexcept -> detail::converts_to<view<short_server_id>>;
      { policy.find_id(id) } noexcept -> readable_access_control;
    };

}  // namespace lwm2m::access::inline v0
