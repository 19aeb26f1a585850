#pragma once

#include <lwm2m/access/decision.hpp>
#include <lwm2m/access/inlining.hpp>
#include <lwm2m/access/policy_source.hpp>

namespace lwm2m::access::inline v0 {

/// An access right and where it came from.
struct obtained_right {
  access_rights rights{};
  access::determined_by by{};
};

/// Why every account has the full right for every target: it is the only account (A2), or access
/// control is disabled (A8). `nothing` when neither holds.
template <policy_source Policy>
[[nodiscard]] constexpr determined_by granted_to_all(const Policy& policy) noexcept {
  using by = determined_by;
  if (policy.account_count() == 1) return by::single_account;  // A2
  if (policy.rules().may_be_disabled && policy.is_disabled())
    return by::access_control_disabled;  // A8
  return by::nothing;
}

/// The right that an account has by the Access Control Object Instance of a target, where neither
/// A2 nor A8 applies.
template <policy_source Policy>
LWM2M_ACCESS_ALWAYS_INLINE [[nodiscard]] constexpr obtained_right governed_right(
    const Policy& policy, short_server_id server, access_control_target target) noexcept {
  using by = determined_by;
  const auto governing = policy.find(target);
  if (!governing) return {{}, by::no_access_control};  // A7
  if (const acl_right own = governing.find(server); own)
    return {own.rights(), by::own_entry};                   // A3
  if (target.is_object_level()) return {{}, by::no_entry};  // A10
  if (policy.rules().owner_has_full_right && governing.owner().is(server))
    return {owner_rights, by::owner};  // A4
  if (const acl_right any = governing.find(default_short_server_id{}); any)
    return {any.rights(), by::default_entry};  // A5
  return {{}, by::no_entry};                   // A6
}

/// The same as `obtain_access_right`, for a Server that is known to have an account (A1).
template <policy_source Policy>
LWM2M_ACCESS_ALWAYS_INLINE [[nodiscard]] constexpr obtained_right access_right_of_account(
    const Policy& policy, short_server_id server, access_control_target target) noexcept {
  if (const determined_by all = granted_to_all(policy); all != determined_by::nothing)
    return {full_rights, all};
  return governed_right(policy, server, target);
}

/// Obtaining the access right of a Server for a target: section A of the rules (draft 7.2.3.1).
template <policy_source Policy>
LWM2M_ACCESS_ALWAYS_INLINE [[nodiscard]] constexpr obtained_right obtain_access_right(
    const Policy& policy, short_server_id server, access_control_target target) noexcept {
  if (!policy.has_account(server)) return {{}, determined_by::no_account};  // A1
  return access_right_of_account(policy, server, target);
}

}  // namespace lwm2m::access::inline v0
