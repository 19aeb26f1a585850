#pragma once

#include <lwm2m/access/authorize.hpp>
#include <lwm2m/access/channel/accounts.hpp>

namespace lwm2m::access::inline v0 {

/// One request as it arrived: what it asks for and the session that it came over, but not who asks.
/// That comes from the admission alone (I13).
struct arrived_request {
  channel::session_moment over{};
  operation op{};
  path target{};
  view<path> payload{};  ///< every path that the payload names, as in `request`
};

namespace detail {

/// The request of `who`, where it was admitted and still is; else of nobody, who has no right
/// (I22).
template <class Token>
constexpr request request_of(const channel::account_registry& accounts, const Token& who,
                             requester asks, const arrived_request& arrived) noexcept {
  const bool current = accounts.is_current(who, arrived.over);
  return {current ? asks : requester{}, arrived.op, arrived.target, arrived.payload};
}

/// What every gate stands on. It borrows all of it; the accounts are changed by admission.
template <policy_source Policy, object_source Objects>
struct gate {
  const Policy& policy;
  const Objects& objects;
  channel::account_registry accounts;
  channel::channel_policy rules;

  [[nodiscard]] constexpr edition_name edition() const noexcept {
    const access::edition& rules_of_policy = policy.rules();
    return rules_of_policy.name;
  }
};

}  // namespace detail

/// The gate: admits sessions, and decides requests of who was admitted. It ties the accounts of the
/// channel to a policy and an object model, all borrowed, and takes no Short Server ID from anyone.
template <policy_source Policy, object_source Objects>
class guard {
 public:
  constexpr guard(const Policy& policy, const Objects& objects, channel::account_registry accounts,
                  const channel::channel_policy& rules) noexcept
      : gate_{policy, objects, accounts, rules} {}

  /// The Server at the other end, or all reasons why it is not admitted.
  template <channel::session Session>
  constexpr channel::admission<channel::authenticated_server> admit(
      const Session& session, channel::account_key meant = {}) noexcept {
    return gate_.accounts.admit_server(session, gate_.edition(), gate_.rules, meant);
  }

  /// The Bootstrap Server at the other end, or all reasons why it is not admitted.
  template <channel::session Session>
  constexpr channel::admission<channel::authenticated_bootstrap_server> admit_bootstrap(
      const Session& session, channel::account_key meant = {}) noexcept {
    return gate_.accounts.admit_bootstrap_server(session, gate_.edition(), gate_.rules, meant);
  }

  /// Decides a request of an admitted Server. A token that is stale, of another session, moved from
  /// or default-constructed is nobody: denied, 4.01.
  [[nodiscard]] constexpr decision authorize(const channel::authenticated_server& who,
                                             const arrived_request& arrived) const noexcept {
    return access::authorize(gate_.policy, gate_.objects, request_of(who, arrived));
  }

  /// Decides a request over the Bootstrap interface (A9); as above.
  [[nodiscard]] constexpr decision authorize(const channel::authenticated_bootstrap_server& who,
                                             const arrived_request& arrived) const noexcept {
    return access::authorize(gate_.policy, gate_.objects, request_of(who, arrived));
  }

  /// The request with who asks, for what is more than a decision: `administer`, `visible`,
  /// `affected`. Nobody asks where the token does not hold.
  [[nodiscard]] constexpr request request_of(const channel::authenticated_server& who,
                                             const arrived_request& arrived) const noexcept {
    return detail::request_of(gate_.accounts, who, who.server(), arrived);
  }
  [[nodiscard]] constexpr request request_of(const channel::authenticated_bootstrap_server& who,
                                             const arrived_request& arrived) const noexcept {
    return detail::request_of(gate_.accounts, who, bootstrap, arrived);
  }

 private:
  detail::gate<Policy, Objects> gate_;
};

/// The gate for NoSec, built by who wants it (I15): it takes an `unauthenticated_server`, which no
/// `guard` does, and nobody else. Rights are the policy's, as for every Server.
template <policy_source Policy, object_source Objects>
class guard_without_security {
 public:
  constexpr guard_without_security(const Policy& policy, const Objects& objects,
                                   channel::account_registry accounts,
                                   const channel::channel_policy& rules) noexcept
      : gate_{policy, objects, accounts, rules} {}

  /// The Server of the NoSec account, or all reasons why it is not admitted.
  constexpr channel::admission<channel::unauthenticated_server> admit(
      channel::session_id channel, channel::account_key meant = {}) noexcept {
    return gate_.accounts.admit_unauthenticated_server(channel, gate_.edition(), gate_.rules,
                                                       meant);
  }

  /// Decides a request; as `guard::authorize`.
  [[nodiscard]] constexpr decision authorize(const channel::unauthenticated_server& who,
                                             const arrived_request& arrived) const noexcept {
    return access::authorize(gate_.policy, gate_.objects, request_of(who, arrived));
  }

  /// The request with who asks; as `guard::request_of`.
  [[nodiscard]] constexpr request request_of(const channel::unauthenticated_server& who,
                                             const arrived_request& arrived) const noexcept {
    return detail::request_of(gate_.accounts, who, who.server(), arrived);
  }

 private:
  detail::gate<Policy, Objects> gate_;
};

}  // namespace lwm2m::access::inline v0
