#pragma once

/// The C interface (C11): who may do what, for a stack that is written in C.
///
/// One C++ file of the stack includes <lwm2m/access/access_c.hpp>, which makes the functions; the
/// rest of the stack includes this, in C or C++. No function allocates, throws, keeps a global, or
/// keeps a pointer beyond the call, but where it is said. Const calls on one policy may run
/// together; no call runs beside one that changes it.
///
/// Integers from the wire are `int64_t`, and checked before they are narrowed. Every function
/// refuses, and changes nothing, with
/// * ARGUMENT_MISSING: a pointer is NULL that need not be;
/// * NOT_MADE: a storage that nothing was made in;
/// * ENUMERATION_UNKNOWN: 0, or a number that has no name in constants.h;
/// * PATH_INVALID: a path that was not made by `lwm2m_access_path_...` or LWM2M_ACCESS_PATH_....
/// What else each refuses stands beside it. Results are written where the last arguments point;
/// on failure they are all zeros, a path has the level 0, and a decision is denied.

#include <lwm2m/access/c/admit.h>
#include <lwm2m/access/c/bootstrap.h>
#include <lwm2m/access/c/change.h>
#include <lwm2m/access/c/coap.h>
#include <lwm2m/access/c/constants.h>
#include <lwm2m/access/c/data.h>
#include <lwm2m/access/c/decide.h>
#include <lwm2m/access/c/model.h>
#include <lwm2m/access/c/policy.h>
#include <lwm2m/access/c/sentences.h>
#include <lwm2m/access/c/store.h>
#include <lwm2m/access/c/transaction.h>
#include <lwm2m/access/version.hpp>

#ifdef __cplusplus
extern "C" {
#endif

/// The version of this header, and of the functions that were linked.
#define LWM2M_ACCESS_VERSION                                                      \
  ((uint32_t)LWM2M_ACCESS_VERSION_MAJOR << 16 | LWM2M_ACCESS_VERSION_MINOR << 8 | \
   LWM2M_ACCESS_VERSION_PATCH)
uint32_t lwm2m_access_version(void);

/// Whether the functions do for code that was compiled with the header of that version, its
/// LWM2M_ACCESS_VERSION: the major version (before 1.0 the minor one, too) is the same, and the
/// header's minor version is not newer.
bool lwm2m_access_is_compatible(uint32_t version_of_header);

#ifdef __cplusplus
}
#endif
