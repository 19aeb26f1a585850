#pragma once

#include <lwm2m/access/consistency.hpp>
#include <lwm2m/access/editable_policy.hpp>
#include <lwm2m/access/operation.hpp>

namespace lwm2m::access::inline v0 {

/// A group of changes to a policy that becomes visible as one, or not at all. The changes are made
/// to a copy, `edit()`, which has the policy's size; the policy stays byte for byte as it was until
/// `commit()`. A transaction that is not committed is dropped. A decision taken on the copy is
/// valid for the copy alone (`still_valid`).
template <editable_policy Policy>
class transaction {
 public:
  constexpr explicit transaction(Policy& policy) noexcept : policy_{policy}, edited_{policy} {
    edited_.set_apart();
  }
  transaction(const transaction&) = delete;
  transaction& operator=(const transaction&) = delete;

  [[nodiscard]] constexpr Policy& edit() noexcept { return edited_; }
  [[nodiscard]] constexpr const Policy& edit() const noexcept { return edited_; }

  /// Makes the changes visible, as one change: decisions taken before it are stale (F10).
  constexpr void commit() noexcept { policy_.become(edited_); }

 private:
  Policy& policy_;
  Policy edited_;
};

/// A Bootstrap session (A9, G5, G6): account and Access Control edits without section F, checked
/// together when Bootstrap finishes, and visible together or not at all: half way through, a single
/// account left in the policy would open the door of A2.
template <editable_policy Policy>
class bootstrap_session : private transaction<Policy> {
 public:
  constexpr explicit bootstrap_session(Policy& policy) noexcept : transaction<Policy>{policy} {}

  using transaction<Policy>::edit;

  /// Bootstrap-Finish: `told` is called with every `fault`. Without one the edits become visible
  /// and the answer is 2.04; else nothing does, the answer is 4.06, and the session goes on.
  template <object_source Objects>
  constexpr coap finish(const Objects& objects, const auto& told) noexcept {
    if (check_consistency(this->edit(), objects, told) != 0) return coap::not_acceptable;
    this->commit();
    return coap::changed;
  }
};

}  // namespace lwm2m::access::inline v0
