#pragma once

#include <lwm2m/access/access_bits.hpp>
#include <lwm2m/access/fixed_vector.hpp>
#include <lwm2m/access/identifiers.hpp>
#include <lwm2m/access/status.hpp>
#include <lwm2m/access/view.hpp>

#include <cstddef>
#include <cstdint>

namespace lwm2m::access::inline v0 {

/// One instance of the ACL Resource (Object 2, Resource 2): for whom, and the right.
struct acl_entry {
  acl_instance_id id;
  access_rights rights;

  friend constexpr bool operator==(acl_entry, acl_entry) noexcept = default;
};

/// The answer of a look-up in an ACL: the right of an entry, which may be empty, or no entry.
class acl_right {
 public:
  constexpr acl_right() noexcept = default;
  constexpr acl_right(access_rights rights) noexcept : value_{rights.raw()} {}

  /// Whether there is an entry.
  [[nodiscard]] constexpr explicit operator bool() const noexcept { return value_ != no_entry; }

  /// The right of the entry; empty when there is none.
  [[nodiscard]] constexpr access_rights rights() const noexcept {
    return access_rights{static_cast<std::uint16_t>(value_)};
  }

 private:
  static constexpr std::uint32_t no_entry = 0x10000;

  std::uint32_t value_ = no_entry;
};

namespace detail {

[[nodiscard]] constexpr acl_instance_id id_of(acl_entry entry) noexcept { return entry.id; }

/// The right of `id` in the entries from `first` to before `end`, which ascend; none when there is
/// no such entry. It looks from behind, for the default entry, which comes first, is asked for by
/// itself.
template <class Entries>
[[nodiscard]] constexpr acl_right find_right(const Entries& entries, std::size_t first,
                                             std::size_t end, acl_instance_id id) noexcept {
  for (; end != first; --end) {
    if (entries[end - 1].id == id) return entries[end - 1].rights;
    if (entries[end - 1].id < id) break;
  }
  return {};
}

}  // namespace detail

/// The entries of one ACL, borrowed, ascending by ID: the default entry, where there is one, first.
class acl_view : public view<acl_entry> {
 public:
  using view::view;

  /// The entry of `id` (A3); none when there is none.
  [[nodiscard]] constexpr acl_right find(acl_instance_id id) const noexcept {
    return detail::find_right(*this, 0, size(), id);
  }

  /// The default entry (A5), which comes first; none when there is none.
  [[nodiscard]] constexpr acl_right find(default_short_server_id) const noexcept {
    if (empty() || !(*this)[0].id.is_default()) return {};
    return (*this)[0].rights;
  }

  /// Whether the IDs are valid and strictly ascending, as the rest of the engine relies on.
  [[nodiscard]] constexpr bool is_valid() const noexcept {
    for (std::size_t i = 0; i < size(); ++i)
      if (!(*this)[i].id.is_valid() || (i > 0 && !((*this)[i - 1].id < (*this)[i].id)))
        return false;
    return true;
  }

  /// How many entries have an ID below `id`: where an entry of `id` is, or would be.
  [[nodiscard]] constexpr std::size_t position(acl_instance_id id) const noexcept {
    std::size_t below = 0;
    while (below < size() && (*this)[below].id < id) ++below;
    return below;
  }
};

/// The entries of one ACL, at most `Capacity`, in place and in order.
template <std::size_t Capacity>
class acl {
 public:
  [[nodiscard]] constexpr const acl_entry* data() const noexcept { return entries_.data(); }
  [[nodiscard]] constexpr std::size_t size() const noexcept { return entries_.size(); }
  [[nodiscard]] static constexpr std::size_t capacity() noexcept { return Capacity; }

  /// Adds an entry. `entry_invalid`, `entry_doubled` or `no_room`: nothing is changed.
  constexpr status add(acl_instance_id id, access_rights rights) noexcept {
    const acl_view present{*this};
    if (!id.is_valid()) return status::entry_invalid;
    if (present.find(id)) return status::entry_doubled;
    if (entries_.room() == 0) return status::no_room;
    entries_.insert(present.position(id), {id, rights});
    return status::done;
  }

 private:
  fixed_vector<acl_entry, Capacity> entries_{};
};

}  // namespace lwm2m::access::inline v0
