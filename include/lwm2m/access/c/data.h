#pragma once

/// Optional: Object 2 as data, for a stack's own encoders and decoders. As
/// access_control_data.hpp: every value of Object 2 is an integer at a leaf, `/2/n/0` Object ID,
/// `/2/n/1` Object Instance ID, `/2/n/2/id` the access right of an ACL entry, `/2/n/3` Owner.

#include <lwm2m/access/c/types.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Takes one leaf of several, and its value; false: enough.
typedef bool (*lwm2m_access_leaf_function)(void* context, const lwm2m_access_path* leaf,
                                           int64_t value);

/// What a Read of `at`, which is `/`, `/2` or below, shows of Object 2: calls `each` with every
/// leaf at or below it. For a composite, call it for each path. Whether the request is allowed is
/// decided before. An ACL without entries has no leaf, and its Resource `/2/n/2` is there all the
/// same.
lwm2m_access_status lwm2m_access_read_access_control(const lwm2m_access_policy* policy,
                                                     const lwm2m_access_path* at,
                                                     lwm2m_access_leaf_function each,
                                                     void* context);

// What a decoder found at a leaf, as `lwm2m_access_begin` and `lwm2m_access_add_value` take it. An
// ACL that the payload names without instances has no leaf: give `/2/n/2` as a path of the payload.

/// An integer, signed or unsigned: one that does not fit is out of range for every leaf (4.00).
lwm2m_access_status lwm2m_access_integer_leaf(lwm2m_access_assignment* leaf,
                                              const lwm2m_access_path* at, int64_t value);
lwm2m_access_status lwm2m_access_unsigned_leaf(lwm2m_access_assignment* leaf,
                                               const lwm2m_access_path* at, uint64_t value);

/// A value of another kind: a text, a float, an opaque value (F6).
lwm2m_access_status lwm2m_access_other_leaf(lwm2m_access_assignment* leaf,
                                            const lwm2m_access_path* at);

/// The SenML-ETCH null of a Write-Composite (E6).
lwm2m_access_status lwm2m_access_null_leaf(lwm2m_access_assignment* leaf,
                                           const lwm2m_access_path* at);

#ifdef __cplusplus
}
#endif
