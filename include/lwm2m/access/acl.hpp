#pragma once

#include <lwm2m/access/access_bits.hpp>
#include <lwm2m/access/fixed_vector.hpp>
#include <lwm2m/access/identifiers.hpp>
#include <lwm2m/access/status.hpp>
#include <lwm2m/access/view.hpp>

#include <cstddef>

namespace lwm2m::access::inline v0 {

/// One instance of the ACL Resource (Object 2, Resource 2): for whom, and the right.
struct acl_entry {
  acl_instance_id id;
  access_rights rights;

  friend constexpr bool operator==(acl_entry, acl_entry) noexcept = default;
};

/// The answer of a look-up in an ACL: whether there is an entry, and its right, which may be 0.
struct acl_right {
  bool present = false;
  access_rights rights{};
};

/// The entries of one ACL, borrowed, ascending by ID: the default entry, where there is one, first.
class acl_view : public view<acl_entry> {
 public:
  using view::view;

  /// The entry of `id` (A3); not present when there is none.
  [[nodiscard]] constexpr acl_right find(acl_instance_id id) const noexcept {
    for (const acl_entry& entry : *this)
      if (entry.id == id) return {true, entry.rights};
    return {};
  }

  /// The default entry (A5), which comes first; not present when there is none.
  [[nodiscard]] constexpr acl_right find(default_short_server_id) const noexcept {
    if (empty() || !(*this)[0].id.is_default()) return {};
    return {true, (*this)[0].rights};
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
    if (present.find(id).present) return status::entry_doubled;
    if (entries_.room() == 0) return status::no_room;
    entries_.insert(present.position(id), {id, rights});
    return status::done;
  }

 private:
  fixed_vector<acl_entry, Capacity> entries_{};
};

}  // namespace lwm2m::access::inline v0
