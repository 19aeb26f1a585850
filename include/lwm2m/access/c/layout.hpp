#pragma once

#include <lwm2m/access/c/storage.hpp>

#include <cstdint>

namespace lwm2m::access::inline v0::c {

// That C and C++ see the same memory: the storages are large enough, and the structures that both
// name are laid out in the same way.

template <class Storage>
constexpr bool fits =
    sizeof(held<Storage>) <= sizeof(Storage) && alignof(held<Storage>) <= alignof(Storage);
static_assert(fits<lwm2m_access_policy> && fits<lwm2m_access_model>);
static_assert(fits<lwm2m_access_pending> && fits<lwm2m_access_bootstrap> &&
              fits<lwm2m_access_transaction>);
static_assert(fits<lwm2m_access_accounts> && fits<lwm2m_access_admission> &&
              fits<lwm2m_access_binding>);

static_assert(sizeof(lwm2m_access_path) == sizeof(path) &&
              alignof(lwm2m_access_path) == alignof(path));
static_assert(sizeof(lwm2m_access_assignment) == sizeof(assignment) &&
              alignof(lwm2m_access_assignment) == alignof(assignment));

constexpr bool reads_as(const lwm2m_access_path& seen, std::uint16_t o, std::uint16_t i,
                        std::uint16_t r, std::uint16_t n, lwm2m_access_level level) noexcept {
  return seen.id[0] == o && seen.id[1] == i && seen.id[2] == r && seen.id[3] == n &&
         seen.level == level;
}
inline constexpr path one_path{object_id{1}, object_instance_id{2}, resource_id{3},
                               resource_instance_id{4}};
static_assert(reads_as(__builtin_bit_cast(lwm2m_access_path, one_path), 1, 2, 3, 4,
                       LWM2M_ACCESS_LEVEL_RESOURCE_INSTANCE));
inline constexpr path short_path{object_id{1}};
static_assert(reads_as(__builtin_bit_cast(lwm2m_access_path, short_path), 1, 65535, 65535, 65535,
                       LWM2M_ACCESS_LEVEL_OBJECT));
static_assert(__builtin_bit_cast(lwm2m_access_path, path{}).level == 0);
inline constexpr assignment one_value{one_path, -5};
static_assert(reads_as(__builtin_bit_cast(lwm2m_access_assignment, one_value).at, 1, 2, 3, 4,
                       LWM2M_ACCESS_LEVEL_RESOURCE_INSTANCE));
static_assert(__builtin_bit_cast(lwm2m_access_assignment, one_value).value == -5);
static_assert(__builtin_bit_cast(lwm2m_access_assignment, one_value).kind ==
              LWM2M_ACCESS_VALUE_INTEGER);

}  // namespace lwm2m::access::inline v0::c
