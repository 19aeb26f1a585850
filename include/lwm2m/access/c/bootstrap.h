#pragma once

/// A Bootstrap session (rule K8): what Bootstrap asks is decided and done on a staged policy,
/// unseen until it is finished. Servers are decided for by the policy as it was, and change nothing
/// of Object 2 meanwhile.

#include <lwm2m/access/c/change.h>
#include <lwm2m/access/c/types.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Opens a session in the `size` bytes at `session`. `staged` is another made policy, which is
/// overwritten with a copy; the session keeps both, and ends with finish or drop. ARGUMENT_MISSING:
/// they are the same. STORAGE_...; BOOTSTRAP_IN_PROGRESS: one is open.
lwm2m_access_status lwm2m_access_bootstrap_open(lwm2m_access_bootstrap* session, size_t size,
                                                lwm2m_access_policy* policy,
                                                lwm2m_access_policy* staged);

/// The staged policy, for the functions that edit one and for account events; NULL for a session
/// that is not open.
lwm2m_access_policy* lwm2m_access_bootstrap_policy(lwm2m_access_bootstrap* session);

/// Decides a request of the Bootstrap Server on the staged policy, and on the objects as they are
/// staged; `who` and `server` of the request are not looked at. Committed or dropped as any other.
lwm2m_access_status lwm2m_access_bootstrap_begin(
    lwm2m_access_bootstrap* session, lwm2m_access_pending* work, size_t size,
    const lwm2m_access_objects* objects, const lwm2m_access_request* request,
    const lwm2m_access_assignment* values, size_t value_count, lwm2m_access_decision* decision);

/// The same, record by record.
lwm2m_access_status lwm2m_access_bootstrap_start(lwm2m_access_bootstrap* session,
                                                 lwm2m_access_pending* work, size_t size,
                                                 const lwm2m_access_objects* objects,
                                                 const lwm2m_access_request* request,
                                                 lwm2m_access_assignment* values, size_t capacity);

/// Bootstrap-Finish: the staged policy becomes the policy, to be answered with `code`. `listener`,
/// which may be NULL, is told `replaced`. FAULTY: 4.06, it is told every fault, and the session
/// goes on. POLICY_CHANGED: the policy was changed beside the session, 5.00.
lwm2m_access_status lwm2m_access_bootstrap_finish(lwm2m_access_bootstrap* session,
                                                  const lwm2m_access_objects* objects,
                                                  const lwm2m_access_listener* listener,
                                                  lwm2m_access_code* code);

/// Ends a session; the policy is as it was.
lwm2m_access_status lwm2m_access_bootstrap_drop(lwm2m_access_bootstrap* session);

#ifdef __cplusplus
}
#endif
