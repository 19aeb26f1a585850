#pragma once

#include <lwm2m/access/access_control_object.hpp>
#include <lwm2m/access/decision.hpp>
#include <lwm2m/access/editable_policy.hpp>
#include <lwm2m/access/request.hpp>

#include <cstddef>
#include <cstdint>

namespace lwm2m::access::inline v0 {

/// A value that a Write conveys for Object 2, as it came over the wire, not narrowed: of one ACL
/// entry (`at` is `/2/n/2/id`; an ID that does not fit is the reserved 65535), of the Access
/// Control Owner (`/2/n/3`), or of the target (`/2/n/0`, `/2/n/1`).
struct assignment {
  path at;
  std::int64_t value;
};

namespace detail {

[[nodiscard]] constexpr bool names_entry(const path& at) noexcept {
  return at.resource() == access_control_resources::acl && at.level() == level::resource_instance;
}
[[nodiscard]] constexpr bool names_acl(const path& at) noexcept {
  return at.resource() == access_control_resources::acl && at.level() == level::resource;
}
[[nodiscard]] constexpr bool names_owner(const path& at) noexcept {
  return at.resource() == access_control_resources::owner;
}
[[nodiscard]] constexpr bool names_target(const path& at) noexcept {
  return at.resource() == access_control_resources::object ||
         at.resource() == access_control_resources::object_instance;
}

/// F8: a Write in the sense of replace leaves exactly the entries that it conveys.
[[nodiscard]] constexpr bool replaces_acl(const request& asked) noexcept {
  return asked.op == operation::write && asked.target.object() == objects::access_control &&
         (asked.target.level() == level::object_instance || names_acl(asked.target));
}

/// The target that Object 2 instance `id` has once `values` are written (A9: Bootstrap may set
/// it); none when one of them is out of range.
[[nodiscard]] constexpr access_control_target target_after(access_control_target now,
                                                           object_instance_id id,
                                                           view<assignment> values) noexcept {
  std::int64_t object = now.object().value();
  std::int64_t instance = now.instance().value();
  for (const assignment& value : values) {
    if (!path{objects::access_control, id}.contains(value.at) || !names_target(value.at)) continue;
    if (value.value < 0 || value.value > 65535) return {};
    if (value.at.resource() == access_control_resources::object)
      object = value.value;
    else
      instance = value.value;
  }
  return access_control_target::from_wire(object, instance);
}

/// The content of a Write on Object 2: its values, and what is missing of them (C8, C10, E5, F4,
/// F6, F7, F9, F11, A11, A12). Whether the requester may write at all is decided before.
template <editable_policy Policy>
class managed_content {
 public:
  constexpr managed_content(const Policy& policy, const request& asked,
                            view<assignment> values) noexcept
      : policy_{policy}, asked_{asked}, values_{values} {}

  /// `allowed`, or the first reason against it and the path it is met at.
  [[nodiscard]] constexpr decision check(const decision& rights) const noexcept {
    const auto refused = [&rights](reason why, const path& at) {
      return decision::refused(why, at, rights.determined_by());
    };
    for (const path& named : asked_.payload)
      if (const reason no = check_named(named); no != reason::allowed) return refused(no, named);
    for (std::size_t k = 0; k < values_.size(); ++k)
      if (const reason no = check_value(k); no != reason::allowed)
        return refused(no, values_[k].at);
    if (!conveys_enough()) return refused(reason::value_missing, asked_.target);
    if (!has_room()) return refused(reason::no_room, asked_.target);
    return rights;
  }

 private:
  [[nodiscard]] static constexpr bool is_managed(const path& at) noexcept {
    return at.object() == objects::access_control && at.level() >= level::resource &&
           at.resource().value() <= access_control_resources::owner.value();
  }

  /// A path of the payload that comes without a value. An ACL may be conveyed empty.
  [[nodiscard]] constexpr reason check_named(const path& named) const noexcept {
    if (!is_managed(named) || names_acl(named)) return reason::allowed;
    return names_target(named) && !asked_.who.is_bootstrap() ? reason::access_control_read_only
                                                             : reason::value_missing;
  }

  [[nodiscard]] constexpr reason check_value(std::size_t k) const noexcept {
    const assignment& value = values_[k];
    if (!is_managed(value.at)) return reason::allowed;
    if (value.at.level() == level::resource_instance && !names_entry(value.at))
      return reason::resource_instance_not_found;  // C6
    for (std::size_t i = 0; i < k; ++i)
      if (values_[i].at == value.at) return reason::value_doubled;
    if (names_entry(value.at)) return check_entry(value);
    if (names_owner(value.at)) return check_owner(value);
    if (names_target(value.at)) return check_target(value);
    return reason::value_missing;
  }

  [[nodiscard]] constexpr reason check_entry(const assignment& value) const noexcept {
    if (!value.at.resource_instance().is_valid()) return reason::entry_id_reserved;  // F6
    if (value.value < 0 || value.value > policy_.rules().highest_access_right)
      return reason::access_right_out_of_range;  // A11
    const access_rights rights{static_cast<std::uint16_t>(value.value)};
    if (is_object_level(value.at) && !object_level_rights.has_all(rights))
      return reason::object_level_takes_only_create;  // A12
    return reason::allowed;
  }

  [[nodiscard]] constexpr reason check_owner(const assignment& value) const noexcept {
    const access_control_owner owner = access_control_owner::from_wire(value.value);
    if (!owner.is_valid() || (owner.is_bootstrap() && !asked_.who.is_bootstrap()))
      return reason::owner_out_of_range;  // F7
    if (is_object_level(value.at) && !owner.is_bootstrap())
      return reason::object_level_owner_is_bootstrap;  // A12
    if (!owner.is_bootstrap() && !policy_.has_account(owner.server()))
      return reason::owner_without_account;  // F7
    return reason::allowed;
  }

  [[nodiscard]] constexpr reason check_target(const assignment& value) const noexcept {
    if (!asked_.who.is_bootstrap()) return reason::access_control_read_only;  // F4
    const auto now = policy_.find_id(value.at.object_instance());
    const access_control_target after = target_after(now.target(), now.id(), values_);
    if (!after.is_valid()) return reason::target_out_of_range;                        // F11
    if (after != now.target() && policy_.find(after)) return reason::target_doubled;  // F9
    return after.is_object_level() ? check_kept(now) : reason::allowed;
  }

  /// A12, of what a Write that makes the target an Object-level one leaves as it is.
  [[nodiscard]] constexpr reason check_kept(
      const readable_access_control auto& now) const noexcept {
    const path its_owner{objects::access_control, now.id(), access_control_resources::owner};
    if (!now.owner().is_bootstrap() && !conveys(its_owner))
      return reason::object_level_owner_is_bootstrap;
    for (const acl_entry entry : now.entries()) {
      const path it{objects::access_control, now.id(), access_control_resources::acl,
                    resource_instance_id{entry.id.value()}};
      if (!replaces_acl(asked_) && !conveys(it) && !object_level_rights.has_all(entry.rights))
        return reason::object_level_takes_only_create;
    }
    return reason::allowed;
  }

  /// Whether the target is an Object-level one once all is written. A Server owns none (A12), and
  /// makes none (F4).
  [[nodiscard]] constexpr bool is_object_level(const path& at) const noexcept {
    const auto now = policy_.find_id(at.object_instance());
    return asked_.who.is_bootstrap() &&
           target_after(now.target(), now.id(), values_).is_object_level();
  }
  [[nodiscard]] constexpr bool conveys(const path& at) const noexcept {
    for (const assignment& value : values_)
      if (value.at == at) return true;
    return false;
  }

  /// C8: a plain Write on Object 2 says something, on a single value just that.
  [[nodiscard]] constexpr bool conveys_enough() const noexcept {
    const path& at = asked_.target;
    if (at.object() != objects::access_control) return true;
    const bool is_one_value = at.level() > level::object_instance && !names_acl(at);
    for (const assignment& value : values_)
      if (is_managed(value.at) && (!is_one_value || value.at == at)) return true;
    for (const path& named : asked_.payload)
      if (names_acl(named) && !is_one_value) return true;
    return false;
  }

  /// C10: the ACLs as a Write leaves them fit where there is room, and where they lie now.
  [[nodiscard]] constexpr bool has_room() const noexcept {
    std::size_t room = policy_.entry_room();
    std::size_t needed = 0;
    for (std::size_t k = 0; k < values_.size(); ++k) {
      if (!begins_acl(k)) continue;
      const auto now = policy_.find_id(values_[k].at.object_instance());
      room += Policy::entry_room_of(now.entries().size());
      needed += Policy::entry_room_of(size_after(now));
    }
    return needed <= room;
  }

  /// Whether value `k` is the first one of an entry of its ACL.
  [[nodiscard]] constexpr bool begins_acl(std::size_t k) const noexcept {
    const object_instance_id id = values_[k].at.object_instance();
    for (std::size_t i = 0; i < k; ++i)
      if (is_entry_of(values_[i], id)) return false;
    return is_entry_of(values_[k], id);
  }

  /// How many entries an ACL has once all is written.
  [[nodiscard]] constexpr std::size_t size_after(
      const readable_access_control auto& now) const noexcept {
    const bool replaced = replaces_acl(asked_);
    std::size_t size = replaced ? 0 : now.entries().size();
    for (const assignment& value : values_)
      if (is_entry_of(value, now.id()) &&
          (replaced || !now.find(acl_instance_id{value.at.resource_instance()})))
        ++size;
    return size;
  }

  [[nodiscard]] static constexpr bool is_entry_of(const assignment& value,
                                                  object_instance_id id) noexcept {
    return is_managed(value.at) && names_entry(value.at) && value.at.object_instance() == id;
  }

  const Policy& policy_;
  const request& asked_;
  view<assignment> values_;
};

}  // namespace detail

}  // namespace lwm2m::access::inline v0
