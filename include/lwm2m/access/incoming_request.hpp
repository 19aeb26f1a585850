#pragma once

#include <lwm2m/access/begin.hpp>
#include <lwm2m/access/denial.hpp>

#include <cstddef>

namespace lwm2m::access::inline v0 {

/// Memory of the caller for the values of Object 2 that a request conveys.
class assignment_storage {
 public:
  constexpr assignment_storage() noexcept = default;  ///< of capacity 0
  constexpr assignment_storage(assignment* data, std::size_t capacity) noexcept
      : data_{data}, capacity_{capacity} {}
  template <std::size_t Capacity>
  constexpr assignment_storage(assignment (&array)[Capacity]) noexcept
      : data_{array}, capacity_{Capacity} {}

  /// False when it is full.
  [[nodiscard]] constexpr bool add(const assignment& more) noexcept {
    if (size_ == capacity_) return false;
    data_[size_++] = more;
    return true;
  }
  [[nodiscard]] constexpr view<assignment> values() const noexcept { return {data_, size_}; }

 private:
  assignment* data_ = nullptr;
  std::size_t capacity_ = 0;
  std::size_t size_ = 0;
};

/// A request whose payload is decoded record by record: begin with the Uri-Path, `add` each path
/// that the payload names, then `decide()`, which gives what `begin` gives. Of the payload only the
/// paths and values of Object 2 are kept, in the caller's `assignment_storage`; what does not fit
/// there is answered with 5.00 (`no_room`). Policy and objects do not change until it is decided.
template <editable_policy Policy, object_source Objects>
class incoming_request {
 public:
  constexpr incoming_request(Policy& policy, const Objects& objects, const request& asked,
                             assignment_storage storage,
                             const detail::denial_listener& denials = {}) noexcept
      : policy_{policy},
        objects_{objects},
        asked_{asked},
        storage_{storage},
        denials_{denials},
        checks_{policy, objects, asked.who, asked.op, asked.target},
        made_{asked.target} {
    for (const path& each : asked.payload) add(each);
    asked_.payload = {};
  }
  incoming_request(const incoming_request&) = delete;
  incoming_request& operator=(const incoming_request&) = delete;

  /// A path that the payload names; of a composite operation or Send, one that it lists.
  constexpr void add(const path& named) noexcept {
    checks_.add(named);
    made_.name(named);
    if (facts_of(asked_.op).is.writes() && detail::is_managed(named))
      keep({named, 0, value_kind::no_value});
  }

  /// A path with what the payload says of it. Values of other Objects than 2 are the stack's and
  /// need not be given, but for the null of a Write-Composite (E6).
  constexpr void add(const assignment& value) noexcept {
    checks_.add(value.at, value.kind);
    made_.name(value.at);
    if (value.at.object() == objects::access_control || value.kind == value_kind::nothing)
      keep(value);
  }

  /// The decision on the whole, a `pending_request`. It does not need this object any more.
  constexpr auto decide() const noexcept {
    const view<assignment> values = storage_.values();
    decision taken = detail::decide_content(policy_, asked_, values, checks_.finish());
    if (taken.allowed() && has_overflowed_)
      taken = decision::refused(reason::no_room, asked_.target).at_generation(policy_.generation());
    if (policy_.is_bootstrap_open())
      taken = detail::hold_for_bootstrap(policy_, asked_, values, taken);
    denials_.tell(asked_, taken);
    return pending_request<Policy, Objects>{policy_, objects_, asked_, values, taken, made(taken)};
  }

 private:
  constexpr void keep(const assignment& value) noexcept {
    if (!storage_.add(value)) has_overflowed_ = true;
  }
  [[nodiscard]] constexpr path made(const decision& taken) const noexcept {
    if (!taken.allowed() || !facts_of(asked_.op).is.makes_instance()) return {};
    const object_id object = asked_.target.object();
    return path{object, made_.made_in(objects_.find_object(object))};
  }

  Policy& policy_;
  const Objects& objects_;
  request asked_;
  assignment_storage storage_;
  detail::denial_listener denials_;
  authorization<Policy, Objects> checks_;
  detail::creation made_;
  bool has_overflowed_ = false;
};

}  // namespace lwm2m::access::inline v0
