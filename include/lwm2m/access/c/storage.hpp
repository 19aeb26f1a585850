#pragma once

#include <lwm2m/access/c/types.h>
#include <lwm2m/access/bootstrap_session.hpp>
#include <lwm2m/access/c/objects.hpp>
#include <lwm2m/access/channel/accounts.hpp>
#include <lwm2m/access/incoming_request.hpp>
#include <lwm2m/access/policy.hpp>
#include <lwm2m/access/transaction.hpp>

#include <cstddef>
#include <cstdint>

// What lies in the storages of the C interface.

namespace lwm2m::access::inline v0::c {

#ifdef LWM2M_ACCESS_C_EDITION
/// The edition is said once, for all policies: LWM2M_ACCESS_C_EDITION is `draft`, `v1_0`, `v1_1` or
/// `v1_2`.
using edition_of_policies = fixed_edition<editions::LWM2M_ACCESS_C_EDITION>;
#else
using edition_of_policies = run_time_edition;
#endif

/// The ready-made policy of the C interface.
using ready_policy = access::policy<LWM2M_ACCESS_C_INSTANCES, LWM2M_ACCESS_C_ENTRIES,
                                    LWM2M_ACCESS_C_ACCOUNTS, edition_of_policies>;

struct stored_policy : made_in_place<0x4C77506F> {
  constexpr explicit stored_policy(const edition& rules) noexcept
      : policy{ready_policy::under(rules)} {}

  ready_policy policy;
  lwm2m_access_denial_function on_denial = nullptr;
  void* context = nullptr;
};

using pending = pending_request<ready_policy, client_objects>;
using incoming = incoming_request<ready_policy, client_objects>;

struct stored_pending : made_in_place<0x4C775065> {
  stored_pending(stored_policy& of, const lwm2m_access_objects& lent,
                 const lwm2m_access_request& asked) noexcept
      : policy{of}, there{lent}, request{asked} {
    request.payload = nullptr;
    request.payload_size = 0;
  }

  stored_policy& policy;
  client_objects there;
  lwm2m_access_request request;                          ///< for the hook, without its payload
  lwm2m_access_status wrong = LWM2M_ACCESS_STATUS_DONE;  ///< a record that could not be looked at
  bool is_decided = false;
  std::uint32_t generation = 0;  ///< of the policy when it was started
  later<incoming> records{};
  later<pending> work{};
};

struct stored_bootstrap : made_in_place<0x4C774273> {
  constexpr stored_bootstrap(stored_policy& of, lwm2m_access_policy& copy,
                             stored_policy& staged) noexcept
      : policy{of.policy},
        edited{copy},
        generation{of.policy.generation()},
        session{of.policy, staged.policy} {}

  const ready_policy& policy;
  lwm2m_access_policy& edited;
  std::uint32_t generation;  ///< of the policy when the session began
  bootstrap_session<ready_policy> session;
};

struct stored_transaction : made_in_place<0x4C775472> {
  constexpr stored_transaction(stored_policy& of, lwm2m_access_policy& copy,
                               stored_policy& staged) noexcept
      : policy{of.policy},
        edited{copy},
        generation{of.policy.generation()},
        changes{of.policy, staged.policy} {}

  const ready_policy& policy;
  lwm2m_access_policy& edited;
  std::uint32_t generation;  ///< of the policy when the transaction began
  transaction<ready_policy> changes;
};

struct stored_accounts : made_in_place<0x4C774163> {
  /// The Bootstrap Server's, too; and twice as many sessions: a Server may come anew before its
  /// earlier session has ended.
  channel::accounts<LWM2M_ACCESS_C_ACCOUNTS + 1, 2U * (std::size_t{LWM2M_ACCESS_C_ACCOUNTS} + 1)>
      registry{};
};

/// At most one of the three is of an admitted peer.
struct stored_admission : made_in_place<0x4C774164> {
  channel::authenticated_server server{};
  channel::authenticated_bootstrap_server bootstrap{};
  channel::unauthenticated_server unauthenticated{};
};

template <>
struct held_in<lwm2m_access_policy> {
  using type = stored_policy;
};
template <>
struct held_in<lwm2m_access_pending> {
  using type = stored_pending;
};
template <>
struct held_in<lwm2m_access_bootstrap> {
  using type = stored_bootstrap;
};
template <>
struct held_in<lwm2m_access_transaction> {
  using type = stored_transaction;
};
template <>
struct held_in<lwm2m_access_accounts> {
  using type = stored_accounts;
};
template <>
struct held_in<lwm2m_access_admission> {
  using type = stored_admission;
};
template <>
struct held_in<lwm2m_access_binding> {
  using type = channel::session_binding;
};

[[nodiscard]] inline ready_policy& in(lwm2m_access_policy& storage) noexcept {
  return inside(&storage)->policy;
}
[[nodiscard]] inline const ready_policy& in(const lwm2m_access_policy& storage) noexcept {
  return inside(&storage)->policy;
}
[[nodiscard]] inline auto& in(lwm2m_access_accounts& storage) noexcept {
  return inside(&storage)->registry;
}
[[nodiscard]] inline const auto& in(const lwm2m_access_accounts& storage) noexcept {
  return inside(&storage)->registry;
}

}  // namespace lwm2m::access::inline v0::c
