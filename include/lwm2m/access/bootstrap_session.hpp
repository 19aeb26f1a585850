#pragma once

#include <lwm2m/access/begin.hpp>
#include <lwm2m/access/consistency.hpp>

namespace lwm2m::access::inline v0 {

/// A Bootstrap session (G5, G6, K8): requests of the Bootstrap interface are decided and applied on
/// a staged policy, which is checked as a whole when Bootstrap finishes, and then becomes the
/// policy, or not. Until then requests of Servers are decided by the policy as it was, and cannot
/// change Object 2.
///
/// The staged policy is memory of the caller; its contents are overwritten. The objects are the
/// caller's, too: the caller stages the instances that Bootstrap makes and deletes, and passes the
/// staged objects to each call. A session that is destroyed or dropped without having finished
/// leaves all as it was.
template <editable_policy Policy>
class bootstrap_session {
 public:
  /// Opens the session. `policy` and `staged` must be different policies.
  constexpr bootstrap_session(Policy& policy, Policy& staged) noexcept
      : policy_{policy}, staged_{staged} {
    staged_ = policy_;
    staged_.set_apart();
    staged_.set_bootstrap_open(false);
    policy_.set_bootstrap_open(true);
  }
  bootstrap_session(const bootstrap_session&) = delete;
  bootstrap_session& operator=(const bootstrap_session&) = delete;
  constexpr ~bootstrap_session() { drop(); }

  [[nodiscard]] constexpr bool is_open() const noexcept { return is_open_; }

  /// The policy as it will be: for account events (`account_added`, `account_removed`) and tools.
  [[nodiscard]] constexpr Policy& edit() noexcept { return staged_; }
  [[nodiscard]] constexpr const Policy& edit() const noexcept { return staged_; }

  /// Decides a request of the Bootstrap interface on the staged policy and objects: see
  /// `access::begin`. `asked.who` is taken to be Bootstrap.
  template <object_source Objects>
  constexpr auto begin(const Objects& staged_objects, request asked,
                       view<assignment> values = {}) noexcept {
    asked.who = is_open_ ? requester{bootstrap} : requester{};
    return access::begin(staged_, staged_objects, asked, values);
  }
  template <object_source Objects>
  void begin(const Objects&&, request, view<assignment> = {}) = delete;

  /// Bootstrap-Finish: `told` is called with every `fault` (G6). Without a fault the staged policy
  /// replaces the policy, the session ends, and the answer is 2.04. With a fault nothing changes,
  /// the answer is 4.06, and the session stays open.
  template <object_source Objects, class Told = ignore_all>
  [[nodiscard]] constexpr coap finish(const Objects& staged_objects,
                                      const Told& told = {}) noexcept {
    if (!is_open_) return coap::not_acceptable;
    if (check_consistency(staged_, staged_objects, told) != 0) return coap::not_acceptable;
    policy_.become(staged_);
    drop();
    return coap::changed;
  }

  /// Ends the session; what was staged is forgotten.
  constexpr void drop() noexcept {
    if (is_open_) policy_.set_bootstrap_open(false);
    is_open_ = false;
  }

 private:
  Policy& policy_;
  Policy& staged_;
  bool is_open_ = true;
};

}  // namespace lwm2m::access::inline v0
