#pragma once

#include <lwm2m/access/assignment.hpp>
#include <lwm2m/access/decision.hpp>
#include <lwm2m/access/editable_policy.hpp>
#include <lwm2m/access/managed_values.hpp>
#include <lwm2m/access/request.hpp>

#include <cstddef>

namespace lwm2m::access::inline v0::detail {

/// The content of a Write on Object 2: its values, and what is missing of them (C8, C10, E5, E6,
/// F4, F6, F7, F9, F11, A11, A12, K6). Whether the requester may write at all is decided before.
template <editable_policy Policy>
class managed_content {
 public:
  constexpr managed_content(const Policy& policy, const request& asked,
                            view<assignment> values) noexcept
      : policy_{policy}, asked_{asked}, values_{values} {}

  /// `rights`, or the first reason to refuse the content, and the path at which it arises.
  [[nodiscard]] constexpr decision check(const decision& rights) const noexcept {
    const auto refused = [&](reason why, const path& at) {
      return decision::refused(why, at, rights.determined_by());
    };
    for (const path& named : asked_.payload)
      if (const reason no = check_named(named); no != reason::allowed) return refused(no, named);
    const std::size_t doubled = first_doubled(values_);
    for (std::size_t k = 0; k < values_.size(); ++k)
      if (const reason no = check_value(values_[k], k == doubled); no != reason::allowed)
        return refused(no, values_[k].at);
    if (!conveys_enough()) return refused(reason::value_missing, asked_.target);
    if (const decision no = check_instances(rights); !no.allowed()) return no;
    return has_room() ? rights : refused(reason::no_room, asked_.target);
  }

 private:
  [[nodiscard]] constexpr bool is_bootstrap() const noexcept { return asked_.who.is_bootstrap(); }

  /// A path of the payload that comes without a value. An ACL may be conveyed empty.
  [[nodiscard]] constexpr reason check_named(const path& named) const noexcept {
    if (!is_managed(named) || names_acl(named)) return reason::allowed;
    return names_target(named) && !is_bootstrap() ? reason::access_control_read_only
                                                  : reason::value_missing;
  }

  /// One value; `is_again`: an earlier one has its path.
  [[nodiscard]] constexpr reason check_value(const assignment& value,
                                             bool is_again) const noexcept {
    const bool is_ours = is_managed(value.at);
    if (value.kind == value_kind::no_value) return check_named(value.at);
    if (is_ours && names_target(value.at) && !is_bootstrap())
      return reason::access_control_read_only;  // F4
    if (value.kind == value_kind::nothing) {
      const reason no = check_null(value.at);
      return no == reason::allowed && is_again ? reason::value_doubled : no;
    }
    if (!is_ours) return reason::allowed;
    if (value.at.level() == level::resource_instance && !names_entry(value.at))
      return reason::resource_instance_not_found;  // C6
    if (value.kind != value_kind::integer) return reason::value_not_an_integer;
    return is_again ? reason::value_doubled : check_integer(value);
  }

  /// E6: what the SenML-ETCH null may delete.
  [[nodiscard]] constexpr reason check_null(const path& at) const noexcept {
    if (asked_.op != operation::write_composite) return reason::value_missing;
    const bool deletes =
        policy_.rules().deletes_resource_instances && at.level() == level::resource_instance;
    return deletes ? reason::allowed : reason::null_deletes_resource_instances_only;
  }

  [[nodiscard]] constexpr reason check_integer(const assignment& value) const noexcept {
    if (names_entry(value.at)) return check_entry(value);
    if (names_owner(value.at)) return check_owner(value);
    return names_target(value.at) ? reason::allowed : reason::value_missing;
  }

  [[nodiscard]] constexpr reason check_entry(const assignment& value) const noexcept {
    if (!value.at.resource_instance().is_valid()) return reason::entry_id_reserved;  // F6
    const bool fits = value.value >= 0 && value.value <= policy_.rules().highest_access_right;
    return fits ? reason::allowed : reason::access_right_out_of_range;  // A11
  }

  /// F7. Whether the Owner that Bootstrap names has an account is asked when it finishes (K6, G6).
  [[nodiscard]] constexpr reason check_owner(const assignment& value) const noexcept {
    const access_control_owner owner = access_control_owner::from_wire(value.value);
    if (is_bootstrap()) return owner.is_valid() ? reason::allowed : reason::owner_out_of_range;
    if (owner.server() == short_server_id{}) return reason::owner_out_of_range;
    return policy_.has_account(owner.server()) ? reason::allowed : reason::owner_without_account;
  }

  /// C8: a Write of one Resource or entry of Object 2 says its value (F7); an ACL may come empty.
  [[nodiscard]] constexpr bool conveys_enough() const noexcept {
    const path& at = asked_.target;
    if (at.object() != objects::access_control || at.level() < level::resource) return true;
    for (const assignment& value : values_)
      if (value.at == at || (names_acl(at) && at.contains(value.at))) return true;
    for (const path& named : asked_.payload)
      if (names_acl(at) && named == at) return true;
    return false;
  }

  /// K6: what a Bootstrap-Write makes of each instance of Object 2, as a whole.
  [[nodiscard]] constexpr decision check_instances(const decision& rights) const noexcept {
    if (!is_bootstrap() || asked_.target.object() != objects::access_control) return rights;
    if (asked_.target.level() >= level::object_instance)
      return check_instance_of(asked_.target, rights);
    for (std::size_t k = 0; k < values_.size(); ++k)
      if (begins_instance(values_, k))
        if (const decision no = check_instance_of(values_[k].at, rights); !no.allowed()) return no;
    for (std::size_t k = 0; k < asked_.payload.size(); ++k)
      if (begins_instance(asked_.payload, values_, k))
        if (const decision no = check_instance_of(asked_.payload[k], rights); !no.allowed())
          return no;
    return rights;
  }

  [[nodiscard]] constexpr decision check_instance_of(const path& at,
                                                     const decision& rights) const noexcept {
    const reason no = check_instance(at.object_instance());
    return no == reason::allowed ? rights : decision::refused(no, at, rights.determined_by());
  }

  [[nodiscard]] constexpr reason check_instance(object_instance_id id) const noexcept {
    const auto now = policy_.find_id(id);
    const managed_after after = after_values(now, id, values_);
    const bool is_whole = asked_.target.level() <= level::object_instance;
    if (!now && (!is_whole || !after.is_complete())) return reason::value_missing;
    if (!after.target.is_valid()) return reason::target_out_of_range;                       // F11
    if (after.names_target() && is_taken(after.target, id)) return reason::target_doubled;  // F9
    return after.target.is_object_level() ? check_object_level(now, id, after.owner)
                                          : reason::allowed;
  }

  /// F9, by the targets as they are after the Write.
  [[nodiscard]] constexpr bool is_taken(access_control_target target,
                                        object_instance_id id) const noexcept {
    const auto has_it = [&](object_instance_id other) {
      return other != id && after_values(policy_.find_id(other), other, values_).target == target;
    };
    if (const auto present = policy_.find(target); present && has_it(present.id())) return true;
    for (std::size_t k = 0; k < values_.size(); ++k)
      if (begins_instance(values_, k) && has_it(values_[k].at.object_instance())) return true;
    return false;
  }

  /// A12, by the Owner and the entries as they are after the Write.
  [[nodiscard]] constexpr reason check_object_level(const readable_access_control auto& now,
                                                    object_instance_id id,
                                                    access_control_owner owner) const noexcept {
    const auto only_create = [](std::int64_t right) {
      return (right & ~std::int64_t{object_level_rights.raw()}) == 0;
    };
    if (!owner.is_bootstrap()) return reason::object_level_owner_is_bootstrap;
    for (const assignment& each : values_)
      if (is_of(each.at, id) && names_entry(each.at) && !only_create(each.value))
        return reason::object_level_takes_only_create;
    if (!now || replaces_acl(asked_)) return reason::allowed;
    for (const acl_entry entry : now.entries())
      if (!only_create(entry.rights.raw())) return reason::object_level_takes_only_create;
    return reason::allowed;
  }

  /// C10: instances and ACLs fit as a Write leaves them.
  [[nodiscard]] constexpr bool has_room() const noexcept {
    std::size_t instances = 0;
    std::size_t room = policy_.entry_room();
    std::size_t needed = 0;
    for (std::size_t k = 0; k < values_.size(); ++k) {
      if (!begins_instance(values_, k)) continue;
      const object_instance_id id = values_[k].at.object_instance();
      const auto now = policy_.find_id(id);
      if (now) room += Policy::entry_room_of(now.entries().size());
      if (!now) ++instances;
      needed += Policy::entry_room_of(size_after(now, id, k));
    }
    return instances <= policy_.instance_room() && needed <= room;
  }

  /// How many entries an ACL has after the Write. `k` is its first value.
  [[nodiscard]] constexpr std::size_t size_after(const readable_access_control auto& now,
                                                 object_instance_id id,
                                                 std::size_t k) const noexcept {
    const bool is_kept = now && !replaces_acl(asked_);
    if (const view<assignment> run = only_run(id, k); is_kept && !run.empty())
      return policy_.entry_count_after(id, entry_changes{run});
    std::size_t size = is_kept ? now.entries().size() : 0;
    for (const assignment& value : values_) {
      if (!is_of(value.at, id) || !names_entry(value.at)) continue;
      const bool is_there = is_kept && now.find(acl_instance_id{value.at.resource_instance()});
      if (value.kind == value_kind::nothing)
        size -= is_there ? 1U : 0U;
      else
        size += is_there ? 0U : 1U;
    }
    return size;
  }

  /// The entries that are conveyed of an instance, where they ascend and are adjacent; else an
  /// empty range. `k` is the first value of the instance.
  [[nodiscard]] constexpr view<assignment> only_run(object_instance_id id,
                                                    std::size_t k) const noexcept {
    view<assignment> run;
    while (k < values_.size()) {
      const std::size_t count = entries_from(values_, k);
      const bool is_entry = count != 0 && is_of(values_[k].at, id);
      if (is_entry && !run.empty()) return {};
      if (is_entry) run = {&values_[k], count};
      k += count == 0 ? 1 : count;
    }
    return run;
  }

  const Policy& policy_;
  const request& asked_;
  view<assignment> values_;
};

}  // namespace lwm2m::access::inline v0::detail
