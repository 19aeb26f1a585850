#pragma once

#include <lwm2m/access/bootstrap_session.hpp>
#include <lwm2m/access/channel/accounts.hpp>

namespace lwm2m::access::inline v0 {

/// A Bootstrap session over both the policy and the accounts of the channel. Both are staged
/// in the caller's memory, and become visible together when Bootstrap finishes, or not at all (G5,
/// K8). Made by `guard::open_bootstrap`. A session that is dropped, or destroyed without having
/// finished, leaves everything as it was.
template <editable_policy Policy>
class guarded_bootstrap {
 public:
  /// Opens the session: what is staged is made the same as what is live.
  constexpr guarded_bootstrap(Policy& policy, Policy& staged_policy,
                              channel::account_registry accounts,
                              channel::account_registry staged_accounts) noexcept
      : session_{policy, staged_policy},
        accounts_{accounts},
        staged_accounts_{staged_accounts},
        has_room_{staged_accounts_.become(accounts_)} {}

  /// False when the staged accounts have no room for the live ones: the session can only be
  /// dropped.
  [[nodiscard]] constexpr bool is_open() const noexcept { return has_room_ && session_.is_open(); }

  /// The policy and the accounts as they will be. A Server comes and goes in both: see
  /// `add_account` and `remove_account`; the Bootstrap-Server Account is in the accounts alone.
  [[nodiscard]] constexpr Policy& policy() noexcept { return session_.edit(); }
  [[nodiscard]] constexpr channel::account_registry& accounts() noexcept {
    return staged_accounts_;
  }

  /// An account that Bootstrap made, of a Server in both. What is wrong with it is in the
  /// report, and then nothing is changed.
  [[nodiscard]] constexpr channel::account_report add_account(
      const channel::account& more) noexcept {
    channel::account_report report = staged_accounts_.add(more);
    if (!report.empty() || more.kind != channel::account_kind::server) return report;
    const status done = account_added(session_.edit(), more.server);
    if (done == status::done || done == status::server_doubled) return report;
    staged_accounts_.remove(channel::account_key{more});
    report.add(channel::account_fault::no_room);
    return report;
  }

  /// A Server's account that Bootstrap deleted: see `account_removed`.
  template <class Deleted, class Told = ignore_all>
  constexpr status remove_account(short_server_id server, const Deleted& deleted,
                                  const Told& told = {}) noexcept {
    const status done = account_removed(session_.edit(), server, deleted, told);
    if (done == status::done) staged_accounts_.remove(server);
    return done;
  }

  /// Bootstrap-Finish: see `bootstrap_session::finish`. With 2.04 the staged accounts are the live
  /// ones, too, and admissions of accounts that are gone or changed have ended (I22).
  template <object_source Objects, class Told = ignore_all>
  [[nodiscard]] constexpr coap finish(const Objects& staged_objects,
                                      const Told& told = {}) noexcept {
    if (!is_open()) return coap::not_acceptable;
    const coap answer = session_.finish(staged_objects, told);
    if (answer == coap::changed) (void)accounts_.become(staged_accounts_);
    return answer;
  }

  constexpr void drop() noexcept { session_.drop(); }

 private:
  template <class P, class O>
  friend class guard;

  bootstrap_session<Policy> session_;
  channel::account_registry accounts_;
  channel::account_registry staged_accounts_;
  bool has_room_;
};

}  // namespace lwm2m::access::inline v0
