#pragma once

#include <lwm2m/access/affected.hpp>
#include <lwm2m/access/begin.hpp>
#include <lwm2m/access/channel/accounts.hpp>
#include <lwm2m/access/denial.hpp>
#include <lwm2m/access/guarded_bootstrap.hpp>
#include <lwm2m/access/incoming_request.hpp>
#include <lwm2m/access/observation.hpp>
#include <lwm2m/access/readable.hpp>
#include <lwm2m/access/requirements.hpp>
#include <lwm2m/access/visible.hpp>

namespace lwm2m::access::inline v0 {

/// One request as it arrived: what it asks for and the session that it came over, but not who asks.
/// That comes from the admission alone (I13). It borrows payload and values.
struct arrived_request {
  channel::session_moment over{};  ///< a session, or its ID
  operation op{};
  path target{};
  view<path> payload{};       ///< every path that the payload names, as in `request`
  view<assignment> values{};  ///< what a Write conveys for Object 2, as in `begin`
};

namespace detail {

/// Who is admitted, by the kind of token: a Server, or the Bootstrap interface.
template <channel::security_mode Mode>
[[nodiscard]] constexpr requester requester_of(
    const channel::admitted<channel::account_kind::server, Mode>& who) noexcept {
  return who.server();
}
[[nodiscard]] constexpr requester requester_of(
    const channel::authenticated_bootstrap_server&) noexcept {
  return bootstrap;
}

/// A token that may make requests: that of a Server or of the Bootstrap Server.
template <class Token>
concept requesting_token = requires(const Token& who) {
  { requester_of(who) } noexcept -> same_as<requester>;
};

}  // namespace detail

/// The flow: a session is admitted, requests of who was admitted are decided, performed by the
/// stack and committed. The guard borrows the policy, the object model and the accounts of the
/// channel, all of which must outlive it. It takes no Short Server ID as proof of identity. The
/// edition is the policy's.
///
///     guard guard{policy, objects, accounts};
///     auto who = guard.admit(session);
///     if (!who) return close(session, who.reasons());
///     auto work = guard.begin(*who, arrived);
///     if (!work.allowed()) return reply(work.code());
///     if (!perform(arrived, work.instance())) return reply(what_went_wrong);
///     if (const auto done = work.commit(on_change); !done) undo(arrived);
///
/// A token that is stale, of another session, moved from or default-constructed identifies nobody:
/// its requests are denied with 4.01 (I22). Not for use by several threads at once.
template <class Policy, class Objects>
class guard {
  static_assert(check_policy_source<Policy>() && check_object_source<Objects>());

 public:
  constexpr guard(Policy& policy, const Objects& objects, channel::account_registry accounts,
                  const channel::channel_policy& rules = {}) noexcept
      : policy_{policy}, objects_{objects}, accounts_{accounts}, rules_{rules} {}
  guard(const Policy&&, const Objects&, channel::account_registry,
        const channel::channel_policy& = {}) = delete;
  guard(Policy&, const Objects&&, channel::account_registry,
        const channel::channel_policy& = {}) = delete;
  guard(const Policy&&, const Objects&&, channel::account_registry,
        const channel::channel_policy& = {}) = delete;

  /// Calls `hook` with every request that is refused from now on; null: no call.
  constexpr void on_denial(denial_hook hook, void* context = nullptr) noexcept {
    denials_ = {hook, context};
  }

  // --- who is asking

  /// The Server at the other end, or all reasons why it is not admitted. `meant` is the account
  /// that the session was opened for, where this Client opened it (I21).
  template <channel::session Session>
  constexpr channel::admission<channel::authenticated_server> admit(
      const Session& session, channel::account_key meant = {}) noexcept {
    return accounts_.admit_server(session, edition(), rules_, meant);
  }

  /// The Bootstrap Server at the other end, or all reasons why it is not admitted.
  template <channel::session Session>
  constexpr channel::admission<channel::authenticated_bootstrap_server> admit_bootstrap(
      const Session& session, channel::account_key meant = {}) noexcept {
    return accounts_.admit_bootstrap_server(session, edition(), rules_, meant);
  }

  /// The Server of a NoSec account, where the channel policy allows NoSec by name (I15).
  constexpr channel::admission<channel::unauthenticated_server> admit_unauthenticated(
      channel::session_id over, channel::account_key meant = {}) noexcept {
    return accounts_.admit_unauthenticated_server(over, edition(), rules_, meant);
  }

  /// The Server that was admitted, for a log or for an observation that the stack keeps; `over` is
  /// the session that the message arrived over. Invalid where the admission has ended (I22).
  template <channel::security_mode Mode>
  [[nodiscard]] constexpr short_server_id server_of(
      const channel::admitted<channel::account_kind::server, Mode>& who,
      channel::session_moment over) const noexcept {
    return requester_of(who, over).server();
  }

  // --- one request

  /// Decides a request, a `pending_request`: the stack performs it, then commits.
  template <detail::requesting_token Token>
    requires editable_policy<Policy>
  constexpr auto begin(const Token& who, const arrived_request& arrived) noexcept {
    return begin_on(policy_, objects_, request_of(who, arrived), arrived.values);
  }

  /// The same for a payload that is decoded record by record: see `incoming_request`. What is added
  /// for Object 2 is kept in `storage`, which outlives the pending request.
  template <detail::requesting_token Token>
    requires editable_policy<Policy>
  constexpr auto start(const Token& who, const arrived_request& arrived,
                       assignment_storage storage) noexcept {
    return incoming_request<Policy, Objects>{policy_, objects_, request_of(who, arrived), storage,
                                             denials_};
  }

  /// The decision alone, for a policy that cannot be changed. It changes nothing.
  template <detail::requesting_token Token>
  [[nodiscard]] constexpr decision authorize(const Token& who,
                                             const arrived_request& arrived) const noexcept {
    return access::authorize(policy_, objects_, request_of(who, arrived));
  }

  /// What may go out with the answer: see the functions of the same names.
  template <detail::requesting_token Token>
  [[nodiscard]] constexpr auto visible(const Token& who,
                                       const arrived_request& arrived) const noexcept {
    return access::visible(policy_, objects_, request_of(who, arrived));
  }
  template <detail::requesting_token Token>
  [[nodiscard]] constexpr auto readable(const Token& who,
                                        const arrived_request& arrived) const noexcept {
    return access::readable(policy_, objects_, request_of(who, arrived));
  }
  template <detail::requesting_token Token>
  [[nodiscard]] constexpr bool shows(const Token& who, const arrived_request& arrived,
                                     const path& leaf) const noexcept {
    return access::shows(policy_, objects_, request_of(who, arrived), leaf);
  }

  /// What a request was refused for, or an allowed one ignores.
  template <detail::requesting_token Token>
  [[nodiscard]] constexpr auto affected(const Token& who,
                                        const arrived_request& arrived) const noexcept {
    return access::affected(policy_, objects_, request_of(who, arrived));
  }

  /// What is to become of an observation: asked before each Notify, and after a change.
  [[nodiscard]] constexpr observation_state review(const observation& held) const noexcept {
    return access::review(policy_, objects_, held);
  }

  // --- Bootstrap

  /// Opens a Bootstrap session, staged in the caller's memory. Requests of the Bootstrap Server
  /// that are begun without one take effect at once.
  template <editable_policy Staged>
  constexpr auto open_bootstrap(Staged& staged_policy,
                                channel::account_registry staged_accounts) noexcept {
    return guarded_bootstrap<Staged>{policy_, staged_policy, accounts_, staged_accounts};
  }

  /// A request of the Bootstrap Server in an open session, decided on what is staged (K8).
  template <editable_policy Staged, object_source StagedObjects>
  constexpr auto begin(const channel::authenticated_bootstrap_server& who,
                       guarded_bootstrap<Staged>& session, const StagedObjects& staged_objects,
                       const arrived_request& arrived) noexcept {
    request asked = request_of(who, arrived);
    if (!session.is_open()) asked.who = {};
    return begin_on(session.policy(), staged_objects, asked, arrived.values);
  }

  // --- accounts of the policy and of the channel

  /// The account of a Server is gone: its admissions end, and its rights with it (G4). `deleted` is
  /// told the Object Instances that the stack is to delete now; to an instance that it cannot
  /// delete nobody has a right (A7). `server_unknown`, `being_changed`, `bootstrap_in_progress`:
  /// nothing is changed.
  template <class Deleted, class Told = ignore_all>
    requires editable_policy<Policy>
  constexpr status remove_account(short_server_id server, const Deleted& deleted,
                                  const Told& on_change = {}) noexcept {
    const status done = account_removed(policy_, server, deleted, on_change);
    if (done == status::done) accounts_.remove(server);
    return done;
  }

 private:
  template <class On, class Among>
  constexpr auto begin_on(On& policy, const Among& objects, const request& asked,
                          view<assignment> values) const noexcept {
    const decision taken = detail::decide_request(policy, objects, asked, values);
    denials_.tell(asked, taken);
    return detail::pending_of(policy, objects, asked, values, taken);
  }

  [[nodiscard]] constexpr edition_name edition() const noexcept {
    const access::edition& rules = policy_.rules();
    return rules.name;
  }

  /// Who asks. The invalid requester, who has no right, where the admission has ended (I22), or
  /// where it is one without security and the channel policy does not allow that (I15).
  template <class Token>
  [[nodiscard]] constexpr requester requester_of(const Token& who,
                                                 channel::session_moment over) const noexcept {
    const bool proves_nothing = detail::same_as<Token, channel::unauthenticated_server>;
    const bool is_taken = !proves_nothing || rules_.allow_no_sec;
    return is_taken && accounts_.is_current(who, over) ? detail::requester_of(who) : requester{};
  }

  template <class Token>
  [[nodiscard]] constexpr request request_of(const Token& who,
                                             const arrived_request& arrived) const noexcept {
    return {requester_of(who, arrived.over), arrived.op, arrived.target, arrived.payload};
  }

  Policy& policy_;
  const Objects& objects_;
  channel::account_registry accounts_;
  channel::channel_policy rules_;
  detail::denial_listener denials_{};
};

}  // namespace lwm2m::access::inline v0
