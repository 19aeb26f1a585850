#pragma once

#include <lwm2m/access/c/arguments.hpp>

#include <cstdint>

namespace lwm2m::access::inline v0::c {

// That C and C++ see the same memory: the storages are large enough, and the structures that both
// name are laid out in the same way.

template <class Storage>
constexpr bool fits(std::size_t bytes_in_c) noexcept {
  return sizeof(Storage) <= bytes_in_c && alignof(Storage) <= LWM2M_ACCESS_ALIGNMENT;
}
static_assert(fits<lwm2m_access_policy>(LWM2M_ACCESS_POLICY_BYTES(
    LWM2M_ACCESS_C_INSTANCES, LWM2M_ACCESS_C_ENTRIES, LWM2M_ACCESS_C_ACCOUNTS)));
static_assert(fits<lwm2m_access_model>(LWM2M_ACCESS_MODEL_BYTES(
    LWM2M_ACCESS_C_OBJECTS, LWM2M_ACCESS_C_OBJECT_INSTANCES, LWM2M_ACCESS_C_RESOURCES)));
static_assert(fits<lwm2m_access_bootstrap>(LWM2M_ACCESS_BOOTSTRAP_BYTES(
    LWM2M_ACCESS_C_INSTANCES, LWM2M_ACCESS_C_ENTRIES, LWM2M_ACCESS_C_ACCOUNTS)));
static_assert(fits<lwm2m_access_authorization>(LWM2M_ACCESS_AUTHORIZATION_BYTES));
static_assert(
    fits<lwm2m_access_accounts>(LWM2M_ACCESS_ACCOUNTS_BYTES(LWM2M_ACCESS_C_ACCOUNTS)));
static_assert(fits<lwm2m_access_admission>(LWM2M_ACCESS_ADMISSION_BYTES));
static_assert(fits<lwm2m_access_binding>(LWM2M_ACCESS_BINDING_BYTES));

/// `lwm2m_access_path` and `lwm2m_access_assignment` as C has them.
struct path_in_c {
  std::uint16_t id[4];
  lwm2m_access_level level;
};
struct assignment_in_c {
  path_in_c at;
  std::int64_t value;
  lwm2m_access_value_kind kind;
};
static_assert(sizeof(path_in_c) == sizeof(path) && alignof(path_in_c) == alignof(path));
static_assert(sizeof(assignment_in_c) == sizeof(assignment) &&
              alignof(assignment_in_c) == alignof(assignment));

constexpr bool reads_as(const path_in_c& seen, std::uint16_t o, std::uint16_t i, std::uint16_t r,
                        std::uint16_t n, lwm2m_access_level level) noexcept {
  return seen.id[0] == o && seen.id[1] == i && seen.id[2] == r && seen.id[3] == n &&
         seen.level == level;
}
inline constexpr path one_path{object_id{1}, object_instance_id{2}, resource_id{3},
                               resource_instance_id{4}};
static_assert(reads_as(__builtin_bit_cast(path_in_c, one_path), 1, 2, 3, 4,
                       LWM2M_ACCESS_LEVEL_RESOURCE_INSTANCE));
inline constexpr path short_path{object_id{1}};
static_assert(reads_as(__builtin_bit_cast(path_in_c, short_path), 1, 65535, 65535, 65535,
                       LWM2M_ACCESS_LEVEL_OBJECT));
static_assert(__builtin_bit_cast(path_in_c, path{}).level == 0);
inline constexpr assignment one_value{one_path, -5};
static_assert(reads_as(__builtin_bit_cast(assignment_in_c, one_value).at, 1, 2, 3, 4,
                       LWM2M_ACCESS_LEVEL_RESOURCE_INSTANCE));
static_assert(__builtin_bit_cast(assignment_in_c, one_value).value == -5);
static_assert(__builtin_bit_cast(assignment_in_c, one_value).kind == LWM2M_ACCESS_VALUE_INTEGER);

}  // namespace lwm2m::access::inline v0::c
