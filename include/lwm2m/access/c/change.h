#pragma once

/// Decide, perform, commit; and the life of instances and accounts.
///
///     lwm2m_access_pending work;
///     lwm2m_access_begin(&work, sizeof work, &policy, &objects, &request, values, count,
///     &decision); if (!lwm2m_access_is_allowed(&decision)) return reply(decision.code); if
///     (!perform(&request)) { lwm2m_access_drop(&work); return reply(what_went_wrong); }
///     lwm2m_access_commit(&work, &listener, &decision);
///     if (!lwm2m_access_is_allowed(&decision)) undo(&request);  // the policy changed meanwhile

#include <lwm2m/access/c/types.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Decides a request, in the `size` bytes at `work`, and changes nothing. The pending request keeps
/// `policy`, what `objects` points to, and the request's payload and values, until it is committed
/// or dropped. `values` are what a Write conveys for Object 2; its other paths are the request's
/// payload. Beyond `lwm2m_access_authorize` it looks at the content of Object 2 and whether there
/// is room. STORAGE_...
lwm2m_access_status lwm2m_access_begin(lwm2m_access_pending* work, size_t size,
                                       lwm2m_access_policy* policy,
                                       const lwm2m_access_objects* objects,
                                       const lwm2m_access_request* request,
                                       const lwm2m_access_assignment* values, size_t value_count,
                                       lwm2m_access_decision* decision);

/// The same, record by record, for a stack that decodes a payload as it comes: start with the
/// request (its payload may be empty), add each path that the payload names, of Object 2 with its
/// value, decide once. The paths and values of Object 2 are kept in the `capacity` assignments at
/// `values`; more of them are answered with 5.00. STORAGE_...; what `add` refuses, `decide` refuses
/// too; POLICY_CHANGED by `decide`: start again.
lwm2m_access_status lwm2m_access_start(lwm2m_access_pending* work, size_t size,
                                       lwm2m_access_policy* policy,
                                       const lwm2m_access_objects* objects,
                                       const lwm2m_access_request* request,
                                       lwm2m_access_assignment* values, size_t capacity);
lwm2m_access_status lwm2m_access_add_path(lwm2m_access_pending* work,
                                          const lwm2m_access_path* path);
lwm2m_access_status lwm2m_access_add_value(lwm2m_access_pending* work,
                                           const lwm2m_access_assignment* value);
lwm2m_access_status lwm2m_access_decide(lwm2m_access_pending* work,
                                        lwm2m_access_decision* decision);

/// The Object Instance that an allowed Create makes, and the stack is to make; level 0: none.
lwm2m_access_status lwm2m_access_instance(const lwm2m_access_pending* work,
                                          lwm2m_access_path* instance);

/// The Object Instance that a Create would make, whether or not it is allowed: the one that the
/// request names, else the lowest free one. The names of a payload without an Object Instance ID
/// are relative to it. OBJECT_UNKNOWN; PATH_INVALID: the request names the reserved ID, or none is
/// free.
lwm2m_access_status lwm2m_access_created_instance(const lwm2m_access_objects* objects,
                                                  const lwm2m_access_request* request,
                                                  lwm2m_access_path* instance);

/// Changes the policy as the request does, which the stack has performed: what it writes of Object
/// 2, the Access Control Object Instance of an instance that was created or deleted. It cannot fail
/// where the policy is as it was when the request began; where it is not, a Create and a Write of
/// Object 2 are decided again without a look at the objects. The decision says what came of it:
/// when it is not allowed, nothing was changed, and the stack takes back what it performed.
/// `listener` may be NULL, and is told `changed`. NOT_MADE: it was not decided, or was committed or
/// dropped before.
lwm2m_access_status lwm2m_access_commit(lwm2m_access_pending* work,
                                        const lwm2m_access_listener* listener,
                                        lwm2m_access_decision* decision);

/// Forgets a pending request: it has not happened.
lwm2m_access_status lwm2m_access_drop(lwm2m_access_pending* work);

/// Begin and commit in one step, for tools: a stack that performs something uses the two.
lwm2m_access_status lwm2m_access_administer(
    lwm2m_access_policy* policy, const lwm2m_access_objects* objects,
    const lwm2m_access_request* request, const lwm2m_access_assignment* values, size_t value_count,
    const lwm2m_access_listener* listener, lwm2m_access_decision* decision);

// Events that no request tells of. While a Bootstrap session is open, accounts come and go through
// its policy: BOOTSTRAP_IN_PROGRESS. A listener that is being told cannot change: BEING_CHANGED.

/// `server` created that instance (rule G1); not needed after `lwm2m_access_commit`.
/// SERVER_UNKNOWN, TARGET_INVALID, NO_ROOM: the instance is not to be made.
lwm2m_access_status lwm2m_access_instance_created(lwm2m_access_policy* policy, int64_t object,
                                                  int64_t instance, int64_t server,
                                                  const lwm2m_access_listener* listener);

/// That instance is gone, whoever took it away (rule G2). TARGET_INVALID.
lwm2m_access_status lwm2m_access_instance_deleted(lwm2m_access_policy* policy, int64_t object,
                                                  int64_t instance,
                                                  const lwm2m_access_listener* listener);

/// The Client has an account for `server` from now on. SERVER_INVALID, SERVER_DOUBLED, NO_ROOM.
lwm2m_access_status lwm2m_access_account_added(lwm2m_access_policy* policy, int64_t server);

/// The account is gone (rule G4). The listener must take `to_be_deleted`, else ARGUMENT_MISSING.
/// SERVER_UNKNOWN.
lwm2m_access_status lwm2m_access_account_removed(lwm2m_access_policy* policy, int64_t server,
                                                 const lwm2m_access_listener* listener);

/// Tells the listener every fault (rule G6) and how many there are. FAULTY: there are some.
lwm2m_access_status lwm2m_access_check(const lwm2m_access_policy* policy,
                                       const lwm2m_access_objects* objects,
                                       const lwm2m_access_listener* listener, size_t* faults);

#ifdef __cplusplus
}
#endif
