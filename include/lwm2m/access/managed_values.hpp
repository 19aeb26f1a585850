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

/// Different for different paths of Object 2, in their order, and close for entries of one ACL. 0
/// for any other path.
[[nodiscard]] constexpr std::uint64_t order_of(const path& at) noexcept {
  const std::uint64_t resource = std::uint64_t{at.resource().value()} << 24 |
                                 static_cast<std::uint64_t>(at.level()) << 16 |
                                 at.resource_instance().value();
  return is_managed(at) ? std::uint64_t{at.object_instance().value()} << 40 | resource : 0;
}

/// Whether both are paths of Object 2, in their order.
[[nodiscard]] constexpr bool precedes(const path& a, const path& b) noexcept {
  return order_of(a) != 0 && order_of(a) < order_of(b);
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
struct entry_changes {
  struct iterator {
    const assignment* at;
    const assignment* end;
    value_kind only;

    constexpr iterator& skip() noexcept {
      while (at != end && only != value_kind{} && at->kind != only) ++at;
      return *this;
    }
    [[nodiscard]] constexpr acl_change operator*() const noexcept {
      const acl_right set{access_rights{static_cast<std::uint16_t>(at->value)}};
      const bool erases = at->kind == value_kind::nothing;
      return {acl_instance_id{at->at.resource_instance()}, erases ? acl_right{} : set};
    }
    constexpr iterator& operator++() noexcept {
      ++at;
      return skip();
    }
    constexpr bool operator==(const iterator& other) const noexcept { return at == other.at; }
  };

  [[nodiscard]] constexpr iterator begin() const noexcept {
    return iterator{entries.begin(), entries.end(), only}.skip();
  }
  [[nodiscard]] constexpr iterator end() const noexcept {
    return {entries.end(), entries.end(), only};
  }

  view<assignment> entries;
  value_kind only{};
};

/// The first value of Object 2 whose path an earlier one names; the number of the values when there
/// is none. Where the paths do not ascend, the values are gone through in passes, each of which
/// handles the paths in a window: nothing is sorted, and each value is looked at once for every
/// window of the ACLs that are written, of which an ACL has 33 at most.
[[nodiscard]] constexpr std::size_t first_doubled(view<assignment> values) noexcept {
  constexpr std::uint64_t in_window = 2048, none = ~std::uint64_t{0};
  std::size_t found = values.size(), k = 1;
  while (k < found && precedes(values[k - 1].at, values[k].at)) ++k;
  for (std::uint64_t from = k < found ? 1 : none; from != none;) {
    std::uint64_t seen[in_window / 64] = {}, next = none;
    for (k = 0; k < found; ++k) {
      const std::uint64_t key = order_of(values[k].at);
      const bool is_beyond = key >= from && key - from >= in_window;
      if (is_beyond && key < next) next = key;
      if (is_beyond || key < from) continue;
      std::uint64_t& there = seen[(key - from) / 64];
      const std::uint64_t mask = std::uint64_t{1} << (key - from) % 64;
      if ((there & mask) != 0 && values[k].kind != value_kind::no_value) found = k;
      there |= mask;
    }
    from = next;
  }
  return found;
}

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
