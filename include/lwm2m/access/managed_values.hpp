#pragma once

#include <lwm2m/access/acl.hpp>
#include <lwm2m/access/assignment.hpp>
#include <lwm2m/access/policy_source.hpp>
#include <lwm2m/access/request.hpp>

#include <cstddef>
#include <cstdint>

// What the values of a Write mean for the instances of Object 2.

namespace lwm2m::access::inline v0::detail {

/// F8: a Write in the sense of replace leaves exactly the entries that it conveys; a Write of `/2`,
/// which only Bootstrap may, those of each instance that it names (K6).
[[nodiscard]] constexpr bool replaces_acl(const request& asked) noexcept {
  return asked.op == operation::write && asked.target.object() == objects::access_control &&
         (asked.target.level() <= level::object_instance || names_acl(asked.target));
}

/// The order of paths of equal depth.
[[nodiscard]] constexpr bool precedes(const path& a, const path& b) noexcept {
  if (a.object() != b.object()) return a.object() < b.object();
  if (a.object_instance() != b.object_instance()) return a.object_instance() < b.object_instance();
  if (a.resource() != b.resource()) return a.resource() < b.resource();
  return a.resource_instance() < b.resource_instance();
}

/// Whether a path is of a Resource of `/2/id`.
[[nodiscard]] constexpr bool is_of(const path& at, object_instance_id id) noexcept {
  return is_managed(at) && at.object_instance() == id;
}

/// Whether value `k` is the first one of its instance of Object 2. Values of one instance are
/// usually adjacent, so that the one before it is compared first.
[[nodiscard]] constexpr bool begins_instance(view<assignment> values, std::size_t k) noexcept {
  if (!is_managed(values[k].at)) return false;
  for (std::size_t i = k; i > 0; --i)
    if (is_of(values[i - 1].at, values[k].at.object_instance())) return false;
  return true;
}

/// Whether path `k` of the payload is the first that names its instance of Object 2, which no value
/// does: an ACL may come empty (`/2/n/2`).
[[nodiscard]] constexpr bool begins_instance(view<path> payload, view<assignment> values,
                                             std::size_t k) noexcept {
  if (!is_managed(payload[k])) return false;
  const object_instance_id id = payload[k].object_instance();
  for (std::size_t i = 0; i < k; ++i)
    if (is_of(payload[i], id)) return false;
  for (const assignment& each : values)
    if (is_of(each.at, id)) return false;
  return true;
}

/// How many values from the `k`-th on are entries of one instance of Object 2, ascending.
[[nodiscard]] constexpr std::size_t entries_from(view<assignment> values, std::size_t k) noexcept {
  const object_instance_id id = values[k].at.object_instance();
  std::size_t end = k;
  while (end < values.size() && is_of(values[end].at, id) && names_entry(values[end].at) &&
         (end == k || precedes(values[end - 1].at, values[end].at)))
    ++end;
  return end - k;
}

/// Values that are entries of one ACL, ascending, as changes to it: those of one kind, or all.
class entry_changes {
 public:
  constexpr explicit entry_changes(view<assignment> entries, value_kind only = {}) noexcept
      : entries_{entries}, only_{only} {}

  class iterator {
   public:
    constexpr iterator(const assignment* at, const assignment* end, value_kind only) noexcept
        : at_{at}, end_{end}, only_{only} {
      skip();
    }
    [[nodiscard]] constexpr acl_change operator*() const noexcept {
      const access_rights rights{static_cast<std::uint16_t>(at_->value)};
      const bool erases = at_->kind == value_kind::nothing;
      return {acl_instance_id{at_->at.resource_instance()},
              erases ? acl_right{} : acl_right{rights}};
    }
    constexpr iterator& operator++() noexcept {
      ++at_;
      skip();
      return *this;
    }
    friend constexpr bool operator==(const iterator& a, const iterator& b) noexcept {
      return a.at_ == b.at_;
    }

   private:
    constexpr void skip() noexcept {
      while (at_ != end_ && only_ != value_kind{} && at_->kind != only_) ++at_;
    }

    const assignment* at_;
    const assignment* end_;
    value_kind only_;
  };

  [[nodiscard]] constexpr iterator begin() const noexcept {
    return {entries_.begin(), entries_.end(), only_};
  }
  [[nodiscard]] constexpr iterator end() const noexcept {
    return {entries_.end(), entries_.end(), only_};
  }

 private:
  view<assignment> entries_;
  value_kind only_;
};

/// Calls `each` once with the ID of every instance of Object 2 that the Write names.
template <class Each>
constexpr void for_each_written(const request& asked, view<assignment> values,
                                const Each& each) noexcept {
  const bool is_one = asked.target.object() == objects::access_control &&
                      asked.target.level() >= level::object_instance;
  if (is_one) return each(asked.target.object_instance());
  for (std::size_t k = 0; k < values.size(); ++k)
    if (begins_instance(values, k)) each(values[k].at.object_instance());
  for (std::size_t k = 0; k < asked.payload.size(); ++k)
    if (begins_instance(asked.payload, values, k)) each(asked.payload[k].object_instance());
}

/// The target and Owner of one instance of Object 2 after a Write.
struct managed_after {
  access_control_target target{};  ///< invalid: out of range (F11)
  access_control_owner owner{};
  bool names_object = false, names_instance = false, names_its_owner = false;

  [[nodiscard]] constexpr bool names_target() const noexcept {
    return names_object || names_instance;
  }
  [[nodiscard]] constexpr bool is_complete() const noexcept {
    return names_object && names_instance && names_its_owner;
  }
};

/// The target and Owner that `/2/id` has once `values` are written; `now` is the instance before
/// the Write; it may be empty.
[[nodiscard]] constexpr managed_after after_values(const readable_access_control auto& now,
                                                   object_instance_id id,
                                                   view<assignment> values) noexcept {
  using namespace access_control_resources;
  managed_after after;
  if (now) after.owner = now.owner();
  std::int64_t to_object = now ? now.target().object().value() : 65535;
  std::int64_t to_instance = now ? now.target().instance().value() : 65535;
  for (const assignment& each : values) {
    if (!is_of(each.at, id)) continue;
    if (each.at.resource() == object) {
      to_object = each.value;
      after.names_object = true;
    } else if (each.at.resource() == object_instance) {
      to_instance = each.value;
      after.names_instance = true;
    } else if (names_owner(each.at)) {
      after.owner = access_control_owner::from_wire(each.value);
      after.names_its_owner = true;
    }
  }
  if (to_instance >= 0 && to_instance <= 65535)
    after.target = access_control_target::from_wire(object_id{to_object}, to_instance);
  return after;
}

}  // namespace lwm2m::access::inline v0::detail
