#pragma once

#include <lwm2m/access/editable_policy.hpp>

namespace lwm2m::access::inline v0 {

/// A group of changes to a policy that take effect together, or not at all. They are made to a
/// copy, `edit()`; the policy stays byte for byte as it was until `commit()`. A transaction that is
/// not committed is dropped. A decision taken on the copy is never `still_valid`, neither for the
/// policy nor for any copy.
///
/// The copy is in memory of the caller: another policy of the same type, whose contents are lost.
template <editable_policy Policy>
class transaction {
 public:
  constexpr transaction(Policy& policy, Policy& memory) noexcept
      : policy_{policy}, edited_{memory} {
    edited_ = policy;
    edited_.set_apart();
  }
  transaction(const transaction&) = delete;
  transaction& operator=(const transaction&) = delete;

  [[nodiscard]] constexpr Policy& edit() noexcept { return edited_; }
  [[nodiscard]] constexpr const Policy& edit() const noexcept { return edited_; }

  /// Applies the changes as one change: decisions taken before are no longer `still_valid` (F10).
  constexpr void commit() noexcept { policy_.become(edited_); }

 private:
  Policy& policy_;
  Policy& edited_;
};

}  // namespace lwm2m::access::inline v0
