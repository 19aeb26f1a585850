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

/// What the value of an ACL entry changes.
[[nodiscard]] constexpr acl_change change_of(const assignment& entry) noexcept {
  const access_rights rights{static_cast<std::uint16_t>(entry.value)};
  const bool erases = entry.kind == value_kind::nothing;
  return {acl_instance_id{entry.at.resource_instance()}, erases ? acl_right{} : acl_right{rights}};
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
    [[nodiscard]] constexpr acl_change operator*() const noexcept { return change_of(*at_); }
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

/// The values of a Write, in their order, which may be any. Where they ascend, as clients usually
/// send them, none is there twice, and those of one instance are adjacent: each is looked at once.
/// Else they are looked at in passes over all of them, each of which handles the paths in a window:
/// so nothing has to be sorted, and the number of passes for one ACL is bounded.
class written_values {
 public:
  constexpr explicit written_values(view<assignment> all) noexcept
      : all_{all}, ascend_{do_ascend(all)} {}

  [[nodiscard]] constexpr std::size_t size() const noexcept { return all_.size(); }
  [[nodiscard]] constexpr const assignment& operator[](std::size_t k) const noexcept {
    return all_[k];
  }
  [[nodiscard]] constexpr view<assignment> all() const noexcept { return all_; }

  /// Whether value `k` is the first one of its instance of Object 2.
  [[nodiscard]] constexpr bool begins_instance(std::size_t k) const noexcept {
    if (!is_managed(all_[k].at)) return false;
    const std::size_t last = ascend_ && k > 1 ? k - 1 : 0;
    for (std::size_t i = k; i > last; --i)
      if (is_of(all_[i - 1].at, all_[k].at.object_instance())) return false;
    return true;
  }

  /// The first value of Object 2 whose path an earlier one names; `size()` when there is none.
  [[nodiscard]] constexpr std::size_t first_doubled() const noexcept {
    std::size_t found = all_.size();
    for (std::uint64_t from = ascend_ ? no_key : 0; from != no_key;) {
      std::uint64_t seen[keys_in_window / 64] = {};
      std::uint64_t next = no_key;
      for (std::size_t k = 0; k < found; ++k) {
        const std::uint64_t key = is_managed(all_[k].at) ? key_of(all_[k].at) : 0;
        if (key < from || key == 0) continue;
        const std::uint64_t bit = key - from;
        if (bit >= keys_in_window) {
          next = key < next ? key : next;
          continue;
        }
        const std::uint64_t mask = std::uint64_t{1} << bit % 64;
        if ((seen[bit / 64] & mask) != 0 && all_[k].kind != value_kind::no_value) found = k;
        seen[bit / 64] |= mask;
      }
      from = next;
    }
    return found;
  }

  /// Calls `each` with the entries that are conveyed of an instance, as changes whose IDs ascend;
  /// with several ranges when they do not stand in that order. `k` is its first value.
  template <class Each>
  constexpr void for_each_range_of_entries(std::size_t k, value_kind only,
                                           const Each& each) const noexcept {
    const object_instance_id id = all_[k].at.object_instance();
    if (!ascend_) return for_each_window_of_entries(id, only, each);
    while (k < all_.size() && is_of(all_[k].at, id) && !names_entry(all_[k].at)) ++k;
    std::size_t end = k;
    while (end < all_.size() && is_of(all_[end].at, id) && names_entry(all_[end].at)) ++end;
    if (k == end) return;
    if (const entry_changes changes{{&all_[k], end - k}, only}; changes.begin() != changes.end())
      each(changes);
  }

 private:
  [[nodiscard]] static constexpr bool do_ascend(view<assignment> all) noexcept {
    for (std::size_t k = 1; k < all.size(); ++k)
      if (!precedes(all[k - 1].at, all[k].at)) return false;
    return true;
  }

  static constexpr std::uint64_t keys_in_window = 2048, no_key = ~std::uint64_t{0};
  static constexpr std::uint32_t entries_in_window = 64, no_entry = 65536;

  /// Different for different paths of Object 2, above 0, and close for entries of one ACL.
  [[nodiscard]] static constexpr std::uint64_t key_of(const path& at) noexcept {
    return std::uint64_t{at.object_instance().value()} << 40 |
           std::uint64_t{at.resource().value()} << 24 |
           static_cast<std::uint64_t>(at.level()) << 16 | at.resource_instance().value();
  }

  /// The entries of an ACL, in windows of 64 IDs.
  template <class Each>
  constexpr void for_each_window_of_entries(object_instance_id id, value_kind only,
                                            const Each& each) const noexcept {
    for (std::uint32_t from = 0; from != no_entry;) {
      acl_change changes[entries_in_window];  // each at the place of its ID
      std::uint64_t present = 0;
      std::uint32_t next = no_entry;
      for (const assignment& value : all_) {
        if (!is_of(value.at, id) || !names_entry(value.at)) continue;
        const std::uint32_t entry = value.at.resource_instance().value();
        if (entry < from || (only != value_kind{} && value.kind != only)) continue;
        if (entry - from >= entries_in_window) {
          next = entry < next ? entry : next;
          continue;
        }
        changes[entry - from] = change_of(value);
        present |= std::uint64_t{1} << (entry - from);
      }
      std::size_t count = 0;
      for (std::uint32_t k = 0; k < entries_in_window; ++k)
        if ((present >> k & 1U) != 0) changes[count++] = changes[k];
      if (count != 0) each(view<acl_change>{changes, count});
      from = next;
    }
  }

  view<assignment> all_;
  bool ascend_;
};

/// Calls `each` once with the ID of every instance of Object 2 that the Write names.
template <class Each>
constexpr void for_each_written(const request& asked, const written_values& values,
                                const Each& each) noexcept {
  const bool is_one = asked.target.object() == objects::access_control &&
                      asked.target.level() >= level::object_instance;
  if (is_one) return each(asked.target.object_instance());
  for (std::size_t k = 0; k < values.size(); ++k)
    if (values.begins_instance(k)) each(values[k].at.object_instance());
  for (std::size_t k = 0; k < asked.payload.size(); ++k)
    if (begins_instance(asked.payload, values.all(), k)) each(asked.payload[k].object_instance());
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
