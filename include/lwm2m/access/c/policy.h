#pragma once

/// A policy: its accounts, and the Access Control Object Instances as a configuration has them.

#include <lwm2m/access/c/types.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Makes an empty policy in the `size` bytes at `policy`: a `lwm2m_access_policy`, or any memory
/// aligned to LWM2M_ACCESS_ALIGNMENT. It is under `edition`, and no text or snapshot of another one
/// is taken; with EDITION_ANY it has none, which denies everything, until a text or snapshot says
/// which. STORAGE_TOO_SMALL (other capacities, perhaps), STORAGE_MISALIGNED.
lwm2m_access_status lwm2m_access_policy_make(lwm2m_access_policy* policy, size_t size,
                                             lwm2m_access_edition edition);

/// The edition of a policy; 0 when it has none, and for a policy that was not made.
lwm2m_access_edition lwm2m_access_policy_edition(const lwm2m_access_policy* policy);

/// What such memory needs at least, and its alignment, with the capacities of the library's file.
size_t lwm2m_access_policy_size(void);
size_t lwm2m_access_policy_alignment(void);

/// Calls `hook` for each request that is denied from now on, with `context`, which the policy
/// keeps. NULL: no more. The hook must not change the policy.
lwm2m_access_status lwm2m_access_on_denial(lwm2m_access_policy* policy,
                                           lwm2m_access_denial_function hook, void* context);

/// Adds a Server Account, of a configuration. SERVER_INVALID, SERVER_DOUBLED, NO_ROOM.
lwm2m_access_status lwm2m_access_add_account(lwm2m_access_policy* policy, int64_t server);

/// Whether the Client has an account for `server`; false for a policy that was not made.
bool lwm2m_access_has_account(const lwm2m_access_policy* policy, int64_t server);

/// How many accounts there are (0 for a policy that was not made), and the k-th, ascending.
/// NO_SUCH_PLACE.
size_t lwm2m_access_account_count(const lwm2m_access_policy* policy);
lwm2m_access_status lwm2m_access_account_at(const lwm2m_access_policy* policy, size_t k,
                                            uint16_t* server);

/// Switches access control off and on (rule A8). EDITION_CANNOT_DISABLE, ACCESS_CONTROL_PRESENT.
lwm2m_access_status lwm2m_access_disable(lwm2m_access_policy* policy);
lwm2m_access_status lwm2m_access_enable(lwm2m_access_policy* policy);

/// A number that every change to the policy changes; 0 for a policy that was not made.
uint32_t lwm2m_access_generation(const lwm2m_access_policy* policy);

// Access Control Object Instances. These functions make and look at a configuration, and ask nobody
// for a right: what a Server wants to change goes through `lwm2m_access_begin`.

/// Adds `/2/id` for `/object/instance`, or at LWM2M_ACCESS_OBJECT_LEVEL, without entries. `owner`
/// is a Short Server ID or LWM2M_ACCESS_OWNER_BOOTSTRAP. ID_INVALID, ID_DOUBLED, TARGET_INVALID,
/// TARGET_DOUBLED, OWNER_INVALID, NO_ROOM.
lwm2m_access_status lwm2m_access_control_add(lwm2m_access_policy* policy, int64_t id,
                                             int64_t object, int64_t instance, int64_t owner);

/// ID_UNKNOWN.
lwm2m_access_status lwm2m_access_control_erase(lwm2m_access_policy* policy, int64_t id);

/// ID_UNKNOWN, OWNER_INVALID.
lwm2m_access_status lwm2m_access_control_set_owner(lwm2m_access_policy* policy, int64_t id,
                                                   int64_t owner);

/// At Object level the owner becomes Bootstrap, and of the entries only Create is left (A12).
/// ID_UNKNOWN, TARGET_INVALID, TARGET_DOUBLED, NO_ROOM.
lwm2m_access_status lwm2m_access_control_set_target(lwm2m_access_policy* policy, int64_t id,
                                                    int64_t object, int64_t instance);

/// Sets the right of an entry, or makes the entry: `entry` is a Short Server ID or
/// LWM2M_ACCESS_DEFAULT_ENTRY. ID_UNKNOWN, ENTRY_INVALID, RIGHT_INVALID, NO_ROOM.
lwm2m_access_status lwm2m_access_control_set_entry(lwm2m_access_policy* policy, int64_t id,
                                                   int64_t entry, int64_t rights);

/// ID_UNKNOWN, ENTRY_UNKNOWN.
lwm2m_access_status lwm2m_access_control_erase_entry(lwm2m_access_policy* policy, int64_t id,
                                                     int64_t entry);

/// How many there are (0 for a policy that was not made), and the k-th, ascending by ID.
/// NO_SUCH_PLACE.
size_t lwm2m_access_control_count(const lwm2m_access_policy* policy);
lwm2m_access_status lwm2m_access_control_at(const lwm2m_access_policy* policy, size_t k,
                                            lwm2m_access_control* found);

/// The one at `/2/id`. ID_UNKNOWN.
lwm2m_access_status lwm2m_access_control_find_id(const lwm2m_access_policy* policy, int64_t id,
                                                 lwm2m_access_control* found);

/// The one that governs `/object/instance`. ID_UNKNOWN: none does.
lwm2m_access_status lwm2m_access_control_find(const lwm2m_access_policy* policy, int64_t object,
                                              int64_t instance, lwm2m_access_control* found);

/// The entry of `/2/id` that has the ID `entry`. ID_UNKNOWN, ENTRY_UNKNOWN.
lwm2m_access_status lwm2m_access_control_find_entry(const lwm2m_access_policy* policy, int64_t id,
                                                    int64_t entry, lwm2m_access_entry* found);

/// The k-th entry of `/2/id`, ascending by ID. ID_UNKNOWN, NO_SUCH_PLACE.
lwm2m_access_status lwm2m_access_control_entry_at(const lwm2m_access_policy* policy, int64_t id,
                                                  size_t k, lwm2m_access_entry* found);

/// The lowest Object Instance ID of Object 2 that is free. NO_ROOM.
lwm2m_access_status lwm2m_access_lowest_free_id(const lwm2m_access_policy* policy, uint16_t* id);

#ifdef __cplusplus
}
#endif
