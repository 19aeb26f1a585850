#pragma once

#include <lwm2m/access/access_bits.hpp>
#include <lwm2m/access/fixed_vector.hpp>
#include <lwm2m/access/identifiers.hpp>
#include <lwm2m/access/status.hpp>
#include <lwm2m/access/view.hpp>

#include <cstddef>
#include <cstdint>

namespace lwm2m::access::inline v0 {

/// One instance of the ACL Resource (Object 2, Resource 2): whose entry it is, and the right. It
/// has the size of one word, so that it is copied as one.
struct alignas(4) acl_entry {
  acl_instance_id id;
  access_rights rights;

  friend constexpr bool operator==(acl_entry, acl_entry) noexcept = default;
};

/// The result of a look-up in an ACL: the right of the entry, which may be empty, or no entry.
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

/// A change of one entry: with a right, the entry is set and made if it does not exist; without a
/// right, it is erased if it exists.
struct acl_change {
  acl_instance_id id;
  acl_right right;
};

namespace detail {

[[nodiscard]] constexpr acl_instance_id id_of(acl_entry entry) noexcept { return entry.id; }

[[nodiscard]] constexpr access_rights rights_of(acl_entry entry) noexcept { return entry.rights; }
[[nodiscard]] constexpr access_rights rights_of(acl_change change) noexcept {
  return change.right.rights();
}

/// Whether the IDs of entries, or of changes to them, are valid and strictly ascend, as the rest of
/// the engine relies on.
[[nodiscard]] constexpr bool is_acl(const auto& entries) noexcept {
  std::uint32_t lowest = 0;
  for (const auto entry : entries) {
    if (!entry.id.is_valid() || entry.id.value() < lowest) return false;
    lowest = entry.id.value() + 1U;
  }
  return true;
}

/// Whether two ACLs have the same entries, however each is stored.
[[nodiscard]] constexpr bool are_the_same_acl(const auto& a, const auto& b) noexcept {
  if (a.size() != b.size()) return false;
  auto other = b.begin();
  for (const acl_entry entry : a) {
    if (!(*other == entry)) return false;
    ++other;
  }
  return true;
}

}  // namespace detail

/// The entries of one ACL, borrowed, ascending by ID: the default entry, where there is one, first.
class acl_view : public view<acl_entry> {
 public:
  using view::view;

  /// The entry of `id` (A3); an empty result when there is none.
  [[nodiscard]] constexpr acl_right find(acl_instance_id id) const noexcept {
    const std::size_t at = position(id);
    return at < size() && (*this)[at].id == id ? acl_right{(*this)[at].rights} : acl_right{};
  }

  /// The default entry (A5), which comes first; an empty result when there is none.
  [[nodiscard]] constexpr acl_right find(default_short_server_id) const noexcept {
    return !empty() && (*this)[0].id.is_default() ? acl_right{(*this)[0].rights} : acl_right{};
  }

  /// Whether the IDs are valid and strictly ascending, as the rest of the engine relies on.
  [[nodiscard]] constexpr bool is_valid() const noexcept { return detail::is_acl(*this); }

  /// The lower bound of `id`: the index of its entry, or where that would be inserted.
  [[nodiscard]] constexpr std::size_t position(acl_instance_id id) const noexcept {
    return first_not([&](std::size_t k) { return (*this)[k].id < id; }, size());
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
