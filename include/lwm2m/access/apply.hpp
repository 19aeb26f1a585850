#pragma once

#include <lwm2m/access/bootstrap_request.hpp>
#include <lwm2m/access/life_cycle.hpp>
#include <lwm2m/access/managed_values.hpp>

#include <cstddef>

// What an allowed request changes in a policy. That there is room has been decided before.

namespace lwm2m::access::inline v0::detail {

/// K6: gives the instances of a Bootstrap-Write their targets. Each moves as soon as its new target
/// is free; where several exchange theirs, one is parked until the others have moved.
template <editable_policy Policy, class Told>
class target_moves {
 public:
  constexpr target_moves(Policy& policy, const request& asked, view<assignment> values,
                         const Told& told) noexcept
      : policy_{policy}, asked_{asked}, values_{values}, told_{told} {}

  /// Moves all targets; then makes the instances that do not exist yet. Any other status than
  /// `done` is returned before the first change.
  constexpr status perform() noexcept {
    while (move_some()) {
    }
    for_each_written(asked_, values_, [&](object_instance_id id) {
      const auto now = policy_.find_id(id);
      const managed_after after = after_values(now, id, values_);
      if (!now) make(id, after.target, after.owner);
    });
    return done_;
  }

 private:
  /// True as long as there is something to move.
  constexpr bool move_some() noexcept {
    object_instance_id waits;
    bool has_moved = false;
    for_each_written(asked_, values_, [&](object_instance_id id) {
      const auto now = policy_.find_id(id);
      if (!now || id == parked_) return;
      const access_control_target to = after_values(now, id, values_).target;
      if (to == now.target()) return;
      if (policy_.find(to))
        waits = id;
      else
        has_moved = move(id, now.target(), to) || has_moved;
    });
    if (parked_.is_valid() && !policy_.find(parked_to_)) {
      has_moved = move(parked_, {}, parked_to_);
      parked_ = {};
    }
    if (!has_moved && waits.is_valid()) return park(waits);
    return has_moved && done_ == status::done;
  }

  /// Its entries are written, and the listener is told, afterwards.
  constexpr void make(object_instance_id id, access_control_target target,
                      access_control_owner owner) noexcept {
    const status made = policy_.add(access_control_view{id, target, owner, {}});
    if (made == status::done) tell(policy_, told_, {change_kind::made, id, target});
    note(made);
  }

  constexpr bool move(object_instance_id id, access_control_target from,
                      access_control_target to) noexcept {
    note(policy_.set_target(id, to));
    if (from.is_valid()) tell(policy_, told_, {change_kind::changed, id, from});
    return done_ == status::done;
  }

  constexpr bool park(object_instance_id id) noexcept {
    const auto now = policy_.find_id(id);
    const access_control_target from = now.target();
    parked_ = id;
    parked_to_ = after_values(now, id, values_).target;
    note(policy_.park(id));
    tell(policy_, told_, {change_kind::changed, id, from});
    return done_ == status::done;
  }

  constexpr void note(status next) noexcept {
    if (done_ == status::done) done_ = next;
  }

  Policy& policy_;
  const request& asked_;
  view<assignment> values_;
  const Told& told_;
  status done_ = status::done;
  object_instance_id parked_{};
  access_control_target parked_to_{};
};

/// F8: takes away the entries that a replace does not keep.
template <editable_policy Policy>
constexpr void clear_replaced(Policy& policy, const request& asked,
                              view<assignment> values) noexcept {
  if (!replaces_acl(asked)) return;
  for_each_written(asked, values,
                   [&](object_instance_id id) { (void)policy.set_entries(id, acl_view{}); });
}

/// Writes the values that are of this kind: an Owner (F7), entries (F6), or what is deleted (E6).
template <editable_policy Policy>
constexpr status write_values(Policy& policy, view<assignment> values, value_kind kind) noexcept {
  status done = status::done;
  for (std::size_t k = 0; done == status::done && k < values.size();) {
    const assignment& first = values[k];
    const std::size_t count = entries_from(values, k);
    const object_instance_id id = first.at.object_instance();
    if (const entry_changes changes{{&first, count}, kind}; changes.begin() != changes.end())
      done = policy.change_entries(id, changes);
    else if (is_managed(first.at) && names_owner(first.at) && first.kind == kind)
      done = policy.set_owner(id, access_control_owner::from_wire(first.value));
    k += count == 0 ? 1 : count;
  }
  return done;
}

/// What an allowed Write changes: of Object 2 only. What erases entries comes first: so there is
/// room at each step when there is room afterwards.
template <editable_policy Policy>
constexpr status apply_write(Policy& policy, const request& asked, view<assignment> values,
                             const auto& told) noexcept {
  clear_replaced(policy, asked, values);
  status done = write_values(policy, values, value_kind::nothing);
  if (done == status::done && asked.who.is_bootstrap())
    done = target_moves{policy, asked, values, told}.perform();
  if (done == status::done) done = write_values(policy, values, value_kind::integer);
  if (done != status::done) return done;
  for_each_written(asked, values, [&](object_instance_id id) {
    if (const auto written = policy.find_id(id))
      tell(policy, told, {change_kind::changed, id, written.target()});
  });
  return done;
}

/// What an allowed Delete by a Server changes: an entry (F5), or what governed the instance (G2).
template <editable_policy Policy>
constexpr status apply_delete(Policy& policy, const path& at, const auto& told) noexcept {
  if (at.object() != objects::access_control)
    return at.level() == level::object_instance
               ? instance_deleted(policy, {at.object(), at.object_instance()}, told)
               : status::done;
  const auto managed = policy.find_id(at.object_instance());
  const access_control_change change{change_kind::changed, managed.id(), managed.target()};
  const status done = policy.erase_entry(change.id, acl_instance_id{at.resource_instance()});
  if (done == status::done) tell(policy, told, change);
  return done;
}

/// K7: whether a Bootstrap-Delete takes the Access Control Object Instance of `target`: with the
/// instance that it governs, or as an instance of Object 2 itself.
template <editable_policy Policy, object_source Objects>
[[nodiscard]] constexpr bool is_deleted(const Policy& policy, const Objects& objects,
                                        const path& at, object_instance_id id,
                                        access_control_target target) noexcept {
  using access::objects::access_control;
  if (at.level() == level::root) return true;
  if (at.object() == access_control)
    return at.level() == level::object || at.object_instance() == id;
  return !target.is_object_level() && at.contains(path{target.object(), target.instance()}) &&
         check_kept(policy, objects, target.object(), target.instance()) == reason::allowed;
}

/// What an allowed Bootstrap-Delete changes.
template <editable_policy Policy, object_source Objects>
constexpr status apply_bootstrap_delete(Policy& policy, const Objects& objects, const path& at,
                                        const auto& told) noexcept {
  for (std::size_t k = 0; k < policy.access_control_count();) {
    const auto one = policy.access_control_at(k);
    const access_control_change change{change_kind::erased, one.id(), one.target()};
    if (!is_deleted(policy, objects, at, change.id, change.target)) {
      ++k;
      continue;
    }
    if (const status erased = policy.erase_id(change.id); erased != status::done) return erased;
    tell(policy, told, change);
  }
  return status::done;
}

/// What an allowed request changes. `made` is the Object Instance of a Create. `being_changed`:
/// nothing is changed.
template <editable_policy Policy, object_source Objects>
constexpr status apply(Policy& policy, const Objects& objects, const request& asked,
                       const path& made, view<assignment> values, const auto& told) noexcept {
  const operation_facts& facts = facts_of(asked.op);
  if (facts.is.makes_instance())
    return instance_created(policy, {made.object(), made.object_instance()}, asked.who.server(),
                            told);
  if (asked.op == operation::delete_ && asked.who.is_bootstrap())
    return apply_bootstrap_delete(policy, objects, asked.target, told);
  if (asked.op == operation::delete_) return apply_delete(policy, asked.target, told);
  return facts.is.writes() ? apply_write(policy, asked, values, told) : status::done;
}

}  // namespace lwm2m::access::inline v0::detail
