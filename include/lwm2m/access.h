#pragma once

/// The C interface (C11): who may do what, for a stack that is written in C.
///
/// One C++ file of the stack includes <lwm2m/access/access_c.hpp>, which makes the functions; the
/// rest of the stack includes this. No function allocates, throws, keeps a global, or keeps a
/// pointer beyond the call, but where it is said. Const calls on one policy may run together; no
/// call runs beside one that changes it.
///
/// Integers from the wire are `int64_t`, and checked before they are narrowed. Every function
/// refuses, and changes nothing, with
/// * ARGUMENT_MISSING: a pointer is NULL that need not be;
/// * NOT_MADE: a storage that nothing was made in;
/// * ENUMERATION_UNKNOWN: 0, or a number that has no name in constants.h;
/// * PATH_INVALID: a path that none of the `lwm2m_access_path_...` made.
/// What else each refuses stands beside it. Results are written where the last arguments point;
/// on failure they are all zeros, a path has the level 0, and a decision is denied.

#include <lwm2m/access/c/channel.h>
#include <lwm2m/access/c/constants.h>
#include <lwm2m/access/c/storage.h>
#include <lwm2m/access/c/types.h>
#include <lwm2m/access/version.hpp>

#ifdef __cplusplus
#include <lwm2m/access/c/storage.hpp>
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

// ------------------------------------------------------------------ policy

/// Makes an empty policy under `edition` in the `size` bytes at `policy`: a
/// `lwm2m_access_policy`, or any memory aligned to LWM2M_ACCESS_ALIGNMENT. STORAGE_TOO_SMALL
/// (other capacities, perhaps), STORAGE_MISALIGNED.
lwm2m_access_status lwm2m_access_policy_make(lwm2m_access_policy* policy, size_t size,
                                             lwm2m_access_edition edition);

/// What such memory needs at least, and its alignment, with the capacities of the library's file.
size_t lwm2m_access_policy_size(void);
size_t lwm2m_access_policy_alignment(void);

/// Calls `hook` for each request that is denied from now on, with `context`, which the policy
/// keeps. NULL: no more. The hook must not change the policy.
lwm2m_access_status lwm2m_access_on_denial(lwm2m_access_policy* policy,
                                           lwm2m_access_denial_function hook, void* context);

/// Adds a Server Account, of a configuration. SERVER_INVALID, SERVER_DOUBLED, NO_ROOM.
lwm2m_access_status lwm2m_access_add_account(lwm2m_access_policy* policy, int64_t server);

/// Whether the Client has an account for `server`; false for a policy that is none.
bool lwm2m_access_has_account(const lwm2m_access_policy* policy, int64_t server);

/// How many accounts there are (0 for a policy that is none), and the k-th, ascending.
/// NO_SUCH_PLACE.
size_t lwm2m_access_account_count(const lwm2m_access_policy* policy);
lwm2m_access_status lwm2m_access_account_at(const lwm2m_access_policy* policy, size_t k,
                                            uint16_t* server);

/// Switches access control off and on (rule A8). EDITION_CANNOT_DISABLE, ACCESS_CONTROL_PRESENT.
lwm2m_access_status lwm2m_access_disable(lwm2m_access_policy* policy);
lwm2m_access_status lwm2m_access_enable(lwm2m_access_policy* policy);

/// A number that every change to the policy changes; 0 for a policy that is none.
uint32_t lwm2m_access_generation(const lwm2m_access_policy* policy);

// Access Control Object Instances. These functions make and look at a configuration, and ask nobody
// for a right: what a Server wants to change goes through `lwm2m_access_administer`.

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

/// How many there are (0 for a policy that is none), and the k-th, ascending by ID. NO_SUCH_PLACE.
size_t lwm2m_access_control_count(const lwm2m_access_policy* policy);
lwm2m_access_status lwm2m_access_control_at(const lwm2m_access_policy* policy, size_t k,
                                            lwm2m_access_control* found);

/// The one at `/2/id`. ID_UNKNOWN.
lwm2m_access_status lwm2m_access_control_find_id(const lwm2m_access_policy* policy, int64_t id,
                                                 lwm2m_access_control* found);

/// The one that governs `/object/instance`. ID_UNKNOWN: none does.
lwm2m_access_status lwm2m_access_control_find(const lwm2m_access_policy* policy, int64_t object,
                                              int64_t instance, lwm2m_access_control* found);

/// The k-th entry of `/2/id`, ascending by ID. ID_UNKNOWN, NO_SUCH_PLACE.
lwm2m_access_status lwm2m_access_control_entry_at(const lwm2m_access_policy* policy, int64_t id,
                                                  size_t k, lwm2m_access_entry* found);

/// The lowest Object Instance ID of Object 2 that is free. NO_ROOM.
lwm2m_access_status lwm2m_access_lowest_free_id(const lwm2m_access_policy* policy, uint16_t* id);

// ------------------------------------------------------------------ object model

/// Makes an empty ready-made model in the `size` bytes at `model`. As `lwm2m_access_policy_make`.
lwm2m_access_status lwm2m_access_model_make(lwm2m_access_model* model, size_t size);

/// OBJECT_INVALID, OBJECT_DOUBLED, NO_ROOM.
lwm2m_access_status lwm2m_access_model_add_object(lwm2m_access_model* model, int64_t object,
                                                  lwm2m_access_multiplicity instances);

/// OBJECT_UNKNOWN, RESOURCE_INVALID, RESOURCE_DOUBLED, NO_ROOM.
lwm2m_access_status lwm2m_access_model_add_resource(lwm2m_access_model* model, int64_t object,
                                                    const lwm2m_access_resource* resource);

/// OBJECT_UNKNOWN, INSTANCE_INVALID, INSTANCE_DOUBLED, NO_ROOM.
lwm2m_access_status lwm2m_access_model_add_instance(lwm2m_access_model* model, int64_t object,
                                                    int64_t instance);

/// OBJECT_UNKNOWN, INSTANCE_UNKNOWN.
lwm2m_access_status lwm2m_access_model_erase_instance(lwm2m_access_model* model, int64_t object,
                                                      int64_t instance);

// ------------------------------------------------------------------ load and save

/// Reads the text into a made `policy`, and a made `model` unless it is NULL, both of them empty: no
/// account, no Access Control instance, no Object. TEXT_WRONG: they stay empty, and `error`, unless
/// it is NULL, says where and why. Without a model the text must declare no object.
lwm2m_access_status lwm2m_access_load_text(lwm2m_access_policy* policy, lwm2m_access_model* model,
                                           const char* text, size_t size,
                                           lwm2m_access_text_error* error);

/// Replaces what a made `policy`, and a made `model` unless it is NULL, hold by what the text
/// declares. TEXT_WRONG: they are as they were. The text is read into `staged` first, and
/// `staged_model` where there is a model: made ones of the caller's, whose contents are lost.
lwm2m_access_status lwm2m_access_reload_text(lwm2m_access_policy* policy, lwm2m_access_model* model,
                                             lwm2m_access_policy* staged,
                                             lwm2m_access_model* staged_model, const char* text,
                                             size_t size, lwm2m_access_text_error* error);

/// How many bytes a snapshot of the policy has; 0 for a policy that is none.
size_t lwm2m_access_snapshot_size(const lwm2m_access_policy* policy);

/// Writes a snapshot and its size. BUFFER_TOO_SMALL: nothing is written.
lwm2m_access_status lwm2m_access_save(const lwm2m_access_policy* policy, uint8_t* buffer,
                                      size_t capacity, size_t* size);

/// Makes a made `policy` what the snapshot says. SNAPSHOT_..., NOT_A_SNAPSHOT: it stays as it was.
/// Needs the stack of another policy.
lwm2m_access_status lwm2m_access_restore(lwm2m_access_policy* policy, const uint8_t* snapshot,
                                         size_t size);

// ------------------------------------------------------------------ decide

/// Reads `/`, or up to four numbers with a `/` before each. PATH_INVALID.
lwm2m_access_status lwm2m_access_path_parse(const char* text, size_t size, lwm2m_access_path* path);

/// Whether the request may be performed, and if not, what to answer and why. A refusal is a
/// decision like any other: the call is DONE.
lwm2m_access_status lwm2m_access_authorize(const lwm2m_access_policy* policy,
                                           const lwm2m_access_objects* objects,
                                           const lwm2m_access_request* request,
                                           lwm2m_access_decision* decision);

/// The same, path by path, for a stack that decodes a payload record by record: begin with the
/// request (its payload may be empty), add each path, finish once. The authorization is not to be
/// copied; it keeps the policy, and what `objects` points to, until it is finished. STORAGE_...;
/// POLICY_CHANGED by `..._finish`: decide again.
lwm2m_access_status lwm2m_access_authorization_begin(lwm2m_access_authorization* checks,
                                                     size_t size, const lwm2m_access_policy* policy,
                                                     const lwm2m_access_objects* objects,
                                                     const lwm2m_access_request* request);
lwm2m_access_status lwm2m_access_authorization_add(lwm2m_access_authorization* checks,
                                                   const lwm2m_access_path* path);
lwm2m_access_status lwm2m_access_authorization_finish(lwm2m_access_authorization* checks,
                                                      lwm2m_access_decision* decision);

/// Whether the policy is as it was when the decision was taken: what is applied later (a blockwise
/// Write, a queued Notify) is decided again when it is not. False for a policy that is none.
bool lwm2m_access_still_valid(const lwm2m_access_policy* policy,
                              const lwm2m_access_decision* decision);

/// Calls `each` with what stays visible of a Read, Observe, Notify, Discover, composite or Send:
/// the instances of an Object, the Resources of an instance, the listed paths that stay. Nothing
/// when the request is refused.
lwm2m_access_status lwm2m_access_visible(const lwm2m_access_policy* policy,
                                         const lwm2m_access_objects* objects,
                                         const lwm2m_access_request* request,
                                         lwm2m_access_path_function each, void* context);

/// Calls `each` with the Resources of a Write or Create that do not support Write: what a 4.05
/// turned on, or what an allowed Create ignores.
lwm2m_access_status lwm2m_access_affected(const lwm2m_access_policy* policy,
                                          const lwm2m_access_objects* objects,
                                          const lwm2m_access_request* request,
                                          lwm2m_access_path_function each, void* context);

/// What is to become of an observation; asked of each one after a change, or when a Notify is due.
lwm2m_access_status lwm2m_access_review(const lwm2m_access_policy* policy,
                                        const lwm2m_access_objects* objects,
                                        const lwm2m_access_observation* observation,
                                        lwm2m_access_observation_state* state);

// ------------------------------------------------------------------ change

/// Decides a request and, when it is allowed, changes the policy as it does: a Write,
/// Write-Composite or Delete on Object 2, the Access Control Object Instance of an instance that is
/// created or deleted. `values`: what a Write conveys for Object 2; its other paths are the
/// request's payload. All or nothing. `listener` may be NULL, and is told `changed`.
lwm2m_access_status lwm2m_access_administer(
    lwm2m_access_policy* policy, const lwm2m_access_objects* objects,
    const lwm2m_access_request* request, const lwm2m_access_assignment* values, size_t value_count,
    const lwm2m_access_listener* listener, lwm2m_access_decision* decision);

/// The instance that an allowed Create makes. NO_ROOM: no Object Instance ID is free.
lwm2m_access_status lwm2m_access_created_instance(const lwm2m_access_objects* objects,
                                                  const lwm2m_access_request* request,
                                                  lwm2m_access_path* created);

/// `server` created that instance (rule G1); not needed after `lwm2m_access_administer`.
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

/// A Bootstrap session: a copy of the policy, changed with the functions above through
/// `lwm2m_access_bootstrap_policy` (NULL for a session that is none), unseen until it is finished.
/// It keeps `policy`, and is not to be copied. STORAGE_...
lwm2m_access_status lwm2m_access_bootstrap_begin(lwm2m_access_bootstrap* session, size_t size,
                                                 lwm2m_access_policy* policy);
lwm2m_access_policy* lwm2m_access_bootstrap_policy(lwm2m_access_bootstrap* session);

/// Bootstrap-Finish: the copy becomes the policy, to be answered with `code`. FAULTY: 4.06, the
/// listener (which may be NULL) is told every fault, and the session goes on. POLICY_CHANGED: the
/// policy was changed beside the session, 5.00. To drop a session, forget it.
lwm2m_access_status lwm2m_access_bootstrap_finish(lwm2m_access_bootstrap* session,
                                                  const lwm2m_access_objects* objects,
                                                  const lwm2m_access_listener* listener,
                                                  lwm2m_access_code* code);

// ------------------------------------------------------------------ admit

/// Makes an empty set of accounts. As `lwm2m_access_policy_make`.
lwm2m_access_status lwm2m_access_accounts_make(lwm2m_access_accounts* accounts, size_t size);

/// Adds the credentials of an account, or gives it others, with which all that was admitted by the
/// old ones ends. ACCOUNT_FAULTY: `faults` has every fault, and nothing is changed.
lwm2m_access_status lwm2m_access_accounts_add(lwm2m_access_accounts* accounts,
                                              const lwm2m_access_account* account,
                                              uint64_t* faults);
lwm2m_access_status lwm2m_access_accounts_change(lwm2m_access_accounts* accounts,
                                                 const lwm2m_access_account* account,
                                                 uint64_t* faults);

/// The account is gone, and with it all that was admitted. `server` does not count for the
/// Bootstrap Server. SERVER_UNKNOWN. The policy has a say of its own:
/// `lwm2m_access_account_removed`.
lwm2m_access_status lwm2m_access_accounts_remove(lwm2m_access_accounts* accounts,
                                                 lwm2m_access_account_kind kind, int64_t server);

/// In a PSK callback at the DTLS client: identity and key for the session that is being made with
/// that account. At the DTLS server: the key for the identity that the peer sent. SERVER_UNKNOWN:
/// there is no such PSK account; offer nothing. `session` and `binding` are those of the
/// `lwm2m_access_session`.
lwm2m_access_status lwm2m_access_supply_key(lwm2m_access_accounts* accounts,
                                            lwm2m_access_account_kind kind, int64_t server,
                                            const void* session, lwm2m_access_binding* binding,
                                            lwm2m_access_bytes* identity,
                                            lwm2m_access_bytes* key);
lwm2m_access_status lwm2m_access_supply_key_for(lwm2m_access_accounts* accounts,
                                                const lwm2m_access_bytes* identity,
                                                const void* session,
                                                lwm2m_access_binding* binding,
                                                lwm2m_access_bytes* key);

/// Admits the Server, or the Bootstrap Server, at the other end of a session, in the `size` bytes
/// at `admission`, under the edition of the policy. `server`: the account that the session was
/// opened for, which alone is judged then; 0: it is found from the credentials. REFUSED: nobody;
/// `refusals` has every reason, and never none. STORAGE_...
lwm2m_access_status lwm2m_access_admit(lwm2m_access_accounts* accounts,
                                       const lwm2m_access_policy* policy,
                                       const lwm2m_access_session* session,
                                       const lwm2m_access_channel_rules* rules,
                                       lwm2m_access_account_kind kind, int64_t server,
                                       lwm2m_access_admission* admission, size_t size,
                                       uint64_t* refusals);

/// The same for an account with Security Mode NoSec, over a channel that proves nothing: the one of
/// `server`, or, with 0, the only one.
lwm2m_access_status lwm2m_access_admit_without_security(
    lwm2m_access_accounts* accounts, const lwm2m_access_policy* policy, const void* session,
    const lwm2m_access_channel_rules* rules, int64_t server, lwm2m_access_admission* admission,
    size_t size, uint64_t* refusals);

/// The session is closed, or about to be freed: nothing that was admitted on it holds any more.
lwm2m_access_status lwm2m_access_session_ended(lwm2m_access_accounts* accounts,
                                               const void* session);

/// The verdict of the session's admitted full handshake, to be stored over a sleep, and taken back
/// into the binding of the session that is resumed. NOT_ADMITTED, and nothing is kept: there is
/// none, or the credentials are no longer those that it was reached with. SERVER_UNKNOWN.
lwm2m_access_status lwm2m_access_verdict_of(const lwm2m_access_accounts* accounts,
                                            const lwm2m_access_binding* binding,
                                            lwm2m_access_kept_verdict* verdict);
lwm2m_access_status lwm2m_access_keep_verdict(lwm2m_access_accounts* accounts,
                                              lwm2m_access_account_kind kind, int64_t server,
                                              const lwm2m_access_kept_verdict* verdict,
                                              lwm2m_access_binding* binding);

/// Writes into `request` who asks: who was admitted on the session that it came over, which has
/// made so many handshakes (0: not known). NOT_ADMITTED, or any other failure: nobody, whom every
/// decision denies.
lwm2m_access_status lwm2m_access_identify(const lwm2m_access_accounts* accounts,
                                          const lwm2m_access_admission* admission,
                                          const void* session, uint32_t handshakes,
                                          lwm2m_access_request* request);

// ------------------------------------------------------------------ say it in words

/// A sentence in English for each number, for a log; never NULL. These six are there when the C++
/// file includes <lwm2m/access/c/sentences.hpp> beside access_c.hpp.
const char* lwm2m_access_status_sentence(lwm2m_access_status status);
const char* lwm2m_access_reason_sentence(lwm2m_access_reason reason);
const char* lwm2m_access_determined_by_sentence(lwm2m_access_determined_by determined_by);
const char* lwm2m_access_expected_sentence(uint8_t expected);
const char* lwm2m_access_refusal_sentence(unsigned refusal);
const char* lwm2m_access_account_fault_sentence(unsigned fault);

#ifdef __cplusplus
}
#endif
