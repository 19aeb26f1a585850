#pragma once

/// Decisions. None of these functions changes anything.

#include <lwm2m/access/c/types.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Reads `/`, or up to four numbers with a `/` before each. PATH_INVALID.
lwm2m_access_status lwm2m_access_path_parse(const char* text, size_t size, lwm2m_access_path* path);

/// The access right of `server` for `/object/instance`, or at LWM2M_ACCESS_OBJECT_LEVEL, as
/// LWM2M_ACCESS_RIGHT_... bits, and where it came from (rules, section A): nothing else of a
/// request is looked at. A Server without an account has none. TARGET_INVALID.
lwm2m_access_status lwm2m_access_right(const lwm2m_access_policy* policy, int64_t server,
                                       int64_t object, int64_t instance, uint16_t* rights,
                                       lwm2m_access_determined_by* determined_by);

/// Whether the request may be performed, and if not, what to answer and why. A refusal is a
/// decision like any other: the call is DONE.
lwm2m_access_status lwm2m_access_authorize(const lwm2m_access_policy* policy,
                                           const lwm2m_access_objects* objects,
                                           const lwm2m_access_request* request,
                                           lwm2m_access_decision* decision);

/// Whether the policy is as it was when the decision was taken: what is applied later (a blockwise
/// Write, a queued Notify) is decided again when it is not. False for a policy that was not made.
bool lwm2m_access_still_valid(const lwm2m_access_policy* policy,
                              const lwm2m_access_decision* decision);

/// What a decision has no room for, the policy and the objects being as they were when it was
/// taken.
lwm2m_access_status lwm2m_access_explain(const lwm2m_access_policy* policy,
                                         const lwm2m_access_objects* objects,
                                         const lwm2m_access_request* request,
                                         const lwm2m_access_decision* decision,
                                         lwm2m_access_explanation* explanation);

// What may go out. Nothing of a request that is refused.

/// Calls `each` with what stays visible of a Read, Observe, Notify, Discover, composite or Send:
/// the instances of an Object, the Resources of an instance, the listed paths that stay.
lwm2m_access_status lwm2m_access_visible(const lwm2m_access_policy* policy,
                                         const lwm2m_access_objects* objects,
                                         const lwm2m_access_request* request,
                                         lwm2m_access_path_function each, void* context);

/// Calls `each` with every Resource that may go out with the answer: a stack that serialises what
/// it is given leaks nothing.
lwm2m_access_status lwm2m_access_readable(const lwm2m_access_policy* policy,
                                          const lwm2m_access_objects* objects,
                                          const lwm2m_access_request* request,
                                          lwm2m_access_path_function each, void* context);

/// Whether a Resource or Resource Instance may go out, for a stack that serialises first and
/// filters then: it is one that `lwm2m_access_readable` gives, or an instance of one.
lwm2m_access_status lwm2m_access_shows(const lwm2m_access_policy* policy,
                                       const lwm2m_access_objects* objects,
                                       const lwm2m_access_request* request,
                                       const lwm2m_access_path* leaf, bool* shown);

/// Calls `each` with the Resources of a Write or Create that do not support Write, which a 4.05
/// turned on; of an allowed one with those that it ignores, and the stack is to leave out.
lwm2m_access_status lwm2m_access_affected(const lwm2m_access_policy* policy,
                                          const lwm2m_access_objects* objects,
                                          const lwm2m_access_request* request,
                                          lwm2m_access_path_function each, void* context);

/// What is to become of an observation; asked of each one after a change, or when a Notify is due.
lwm2m_access_status lwm2m_access_review(const lwm2m_access_policy* policy,
                                        const lwm2m_access_objects* objects,
                                        const lwm2m_access_observation* observation,
                                        lwm2m_access_observation_state* state);

#ifdef __cplusplus
}
#endif
