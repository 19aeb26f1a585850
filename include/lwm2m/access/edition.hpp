#pragma once

#include <lwm2m/access/enumeration.hpp>

#include <cstdint>

namespace lwm2m::access::inline v0 {

/// Which text a policy follows. `draft` is the 2013 draft of the Security chapter.
enum class edition_name : std::uint8_t { draft = 1, v1_0, v1_1, v1_2 };
[[nodiscard]] constexpr edition_name last_of(edition_name) noexcept { return edition_name::v1_2; }

/// The differences between the editions: one named switch for each; nothing else depends on the
/// edition. Default-constructed it is no edition, under which everything is denied.
struct edition {
  edition_name name{};

  bool owner_has_full_right = false;            ///< A4: the Owner without an own entry has R W E D
  bool may_be_disabled = false;                 ///< A8: access control can be switched off
  bool pre_grant_stays = false;                 ///< G1: access control made before the instance
  bool bootstrap_reads_access_control = false;  ///< K4: Bootstrap may Read Object 2
  bool bootstrap_reads_servers = false;         ///< K4: Bootstrap may Read Object 1
  std::uint16_t highest_access_right = 0;       ///< A11: the highest access right on the wire
  bool oscore_is_restricted = false;            ///< C1: Object 21 is closed like Object 0
  bool deletes_resource_instances = false;      ///< B, C4, E6, F5: Delete of a Resource Instance
  bool creates_on_instance = false;             ///< C4, D5: Create on `/O/I`
  bool create_refuses_read_only = false;  ///< D6: a conveyed Resource without Write is an error
  bool keeps_device_instance = false;     ///< D4: 3/0 is never deleted
  bool has_composites = false;            ///< E: composite operations and Send
  bool creator_gets_entry = false;        ///< G1: an entry RWED for the creator, or none
  bool refused_notify_cancels = false;    ///< H2: the observation ends; else suppressed

  [[nodiscard]] constexpr bool is_valid() const noexcept { return name != edition_name{}; }
  friend constexpr bool operator==(const edition&, const edition&) noexcept = default;
};

namespace editions {

inline constexpr edition draft{.name = edition_name::draft,
                               .pre_grant_stays = true,
                               .highest_access_right = 65535,
                               .creates_on_instance = true,
                               .create_refuses_read_only = true,
                               .creator_gets_entry = true,
                               .refused_notify_cancels = true};

inline constexpr edition v1_0{.name = edition_name::v1_0,
                              .owner_has_full_right = true,
                              .highest_access_right = 65535,
                              .keeps_device_instance = true};

inline constexpr edition v1_1{.name = edition_name::v1_1,
                              .owner_has_full_right = true,
                              .bootstrap_reads_access_control = true,
                              .highest_access_right = 65535,
                              .oscore_is_restricted = true,
                              .keeps_device_instance = true,
                              .has_composites = true};

inline constexpr edition v1_2{.name = edition_name::v1_2,
                              .owner_has_full_right = true,
                              .may_be_disabled = true,
                              .bootstrap_reads_access_control = true,
                              .bootstrap_reads_servers = true,
                              .highest_access_right = 31,
                              .oscore_is_restricted = true,
                              .deletes_resource_instances = true,
                              .keeps_device_instance = true,
                              .has_composites = true};

}  // namespace editions

namespace detail {
inline constexpr edition all_editions[] = {editions::draft, editions::v1_0, editions::v1_1,
                                           editions::v1_2};
static_assert(is_complete(all_editions, &edition::name));
}  // namespace detail

/// The edition of that name; no edition when it names none.
[[nodiscard]] constexpr edition edition_of(edition_name name) noexcept {
  const bool is_one = name >= edition_name::draft && name <= last_of(name);
  return is_one ? detail::all_editions[static_cast<unsigned>(name) - 1] : edition{};
}

}  // namespace lwm2m::access::inline v0
