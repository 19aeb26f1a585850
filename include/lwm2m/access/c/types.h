#pragma once

/// What crosses the C interface by value: paths, requests, decisions, and the functions that a
/// stack lends. All of it is the stack's own memory; nothing is kept longer than the call, but
/// where it is said.

#include <lwm2m/access/c/constants.h>
#include <lwm2m/access/c/storage.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// A path, as the macros and functions below make it: IDs beyond its level are 65535. Level 0: no
/// path, which is never `/`.
typedef struct lwm2m_access_path {
  uint16_t id[4];
  lwm2m_access_level level;
} lwm2m_access_path;

/// A value that a Write conveys for Object 2, as it came over the wire: of one ACL entry
/// (`/2/n/2/id`), of the Access Control Owner (`/2/n/3`), or of the target (`/2/n/0`, `/2/n/1`).
typedef struct lwm2m_access_assignment {
  lwm2m_access_path at;
  int64_t value;  ///< of an integer
  lwm2m_access_value_kind kind;
} lwm2m_access_assignment;

/// The paths `/`, `/o`, `/o/i`, `/o/i/r` and `/o/i/r/n` as initializers, of IDs 0..65534.
#define LWM2M_ACCESS_PATH_ROOT {{65535, 65535, 65535, 65535}, LWM2M_ACCESS_LEVEL_ROOT}
#define LWM2M_ACCESS_PATH_OBJECT(o) {{o, 65535, 65535, 65535}, LWM2M_ACCESS_LEVEL_OBJECT}
#define LWM2M_ACCESS_PATH_INSTANCE(o, i) {{o, i, 65535, 65535}, LWM2M_ACCESS_LEVEL_OBJECT_INSTANCE}
#define LWM2M_ACCESS_PATH_RESOURCE(o, i, r) {{o, i, r, 65535}, LWM2M_ACCESS_LEVEL_RESOURCE}
#define LWM2M_ACCESS_PATH_RESOURCE_INSTANCE(o, i, r, n) \
  {{o, i, r, n}, LWM2M_ACCESS_LEVEL_RESOURCE_INSTANCE}

/// An ID as it may come over the wire: what is no ID becomes the reserved 65535, never another.
static inline uint16_t lwm2m_access_id(int64_t wire) {
  return (uint16_t)(wire >= 0 && wire <= 65534 ? wire : 65535);
}

/// Makes the path of the first `depth` of four numbers as they may come over the wire; 0: `/`.
/// PATH_INVALID, and no path: a depth above 4.
static inline lwm2m_access_status lwm2m_access_path_make(lwm2m_access_path* path, size_t depth,
                                                         int64_t object, int64_t instance,
                                                         int64_t resource,
                                                         int64_t resource_instance) {
  if (!path) return LWM2M_ACCESS_STATUS_ARGUMENT_MISSING;
  path->id[0] = depth > 0 ? lwm2m_access_id(object) : 65535;
  path->id[1] = depth > 1 ? lwm2m_access_id(instance) : 65535;
  path->id[2] = depth > 2 ? lwm2m_access_id(resource) : 65535;
  path->id[3] = depth > 3 ? lwm2m_access_id(resource_instance) : 65535;
  path->level = depth <= 4 ? (lwm2m_access_level)depth + 1 : 0;
  return path->level != 0 ? LWM2M_ACCESS_STATUS_DONE : LWM2M_ACCESS_STATUS_PATH_INVALID;
}

/// The same of four IDs as many stacks keep a path: 65535 stands for what is not there. All four:
/// `/`. PATH_INVALID, and no path: an ID behind one that is not there.
static inline lwm2m_access_status lwm2m_access_path_of_ids(lwm2m_access_path* path,
                                                           const uint16_t ids[4]) {
  size_t depth = 0, behind = 0;
  if (!path || !ids) return LWM2M_ACCESS_STATUS_ARGUMENT_MISSING;
  while (depth < 4 && ids[depth] != 65535) ++depth;
  for (size_t k = depth; k < 4; ++k) behind += ids[k] != 65535;
  return lwm2m_access_path_make(path, behind ? 5 : depth, ids[0], ids[1], ids[2], ids[3]);
}

/// What an Object says of one of its Resources.
typedef struct lwm2m_access_resource {
  uint16_t id;         ///< 0..65534
  uint8_t operations;  ///< LWM2M_ACCESS_TYPE_... bits: what the Resource supports
  bool multiple;       ///< it can have Resource Instances
  bool mandatory;      ///< every instance has it
} lwm2m_access_resource;

/// An Object of a ready-made model.
typedef struct lwm2m_access_object {
  uint16_t id;
  lwm2m_access_multiplicity instances;
  size_t instance_count;
  size_t resource_count;
} lwm2m_access_object;

/// A stack's own objects, as functions. Each is given `context` of `lwm2m_access_objects`, is
/// asked of Objects that exist only (but `multiplicity`), and must not change the policy. Object 2
/// is the policy's own: it is never asked for, and need not be counted.
///
/// * `object_count`, `object`: the Objects that there are; asked for k = 0, 1, 2 ...
/// * `multiplicity`: SINGLE or MULTIPLE; anything else: there is no such Object.
/// * `instance_count`, `instance`: the instances that exist.
/// * `definition_count`, `definition`: the Resources that the Object defines, stored at `found`.
/// * `has_instance`; NULL: looked for among `instance`.
/// * `find_definition`: stores what the Object says of a Resource, or returns false; NULL: looked
///   for among `definition`.
/// * `has_resource`: it is there in that instance; NULL: what is defined is there.
/// * `has_resource_instance`: so is that instance of it; NULL: all of a multiple one are.
/// * `is_kept`: no Bootstrap-Delete takes that instance (rule K2); NULL: there is none such.
typedef struct lwm2m_access_object_functions {
  size_t (*object_count)(void* context);
  uint16_t (*object)(void* context, size_t k);
  lwm2m_access_multiplicity (*multiplicity)(void* context, uint16_t object);
  size_t (*instance_count)(void* context, uint16_t object);
  uint16_t (*instance)(void* context, uint16_t object, size_t k);
  size_t (*definition_count)(void* context, uint16_t object);
  void (*definition)(void* context, uint16_t object, size_t k, lwm2m_access_resource* found);
  bool (*has_instance)(void* context, uint16_t object, uint16_t instance);
  bool (*find_definition)(void* context, uint16_t object, uint16_t resource,
                          lwm2m_access_resource* found);
  bool (*has_resource)(void* context, uint16_t object, uint16_t instance, uint16_t resource);
  bool (*has_resource_instance)(void* context, uint16_t object, uint16_t instance,
                                uint16_t resource, uint16_t resource_instance);
  bool (*is_kept)(void* context, uint16_t object, uint16_t instance);
} lwm2m_access_object_functions;

/// The objects that a decision asks about: a ready-made model, or (`model` NULL) the stack's own.
typedef struct lwm2m_access_objects {
  const lwm2m_access_model* model;
  const lwm2m_access_object_functions* functions;
  void* context;
} lwm2m_access_objects;

/// One request, with every path that it touches.
///
/// `payload` holds the effective paths that the payload names: a Write of `/3/0` that conveys
/// Resources 13 and 14 names `/3/0/13` and `/3/0/14`. Composite operations and Send have no
/// Uri-Path (the level of `target` is 0); their list of paths is the payload.
typedef struct lwm2m_access_request {
  lwm2m_access_requester who;
  lwm2m_access_operation operation;
  lwm2m_access_path target;
  int64_t server;  ///< its Short Server ID, from the admitted channel; unused for Bootstrap
  const lwm2m_access_path* payload;
  size_t payload_size;
} lwm2m_access_request;

/// The answer to a request. All zeros, it is none, and not allowed.
typedef struct lwm2m_access_decision {
  uint32_t generation;               ///< of the policy that it was taken on
  lwm2m_access_path first_bad_path;  ///< of the step that failed; level 0 when none did
  lwm2m_access_verdict verdict;
  lwm2m_access_code code;
  lwm2m_access_reason reason;
  lwm2m_access_step step;
  lwm2m_access_determined_by determined_by;
} lwm2m_access_decision;

/// Whether the operation may be performed, the Notify or Send sent.
static inline bool lwm2m_access_is_allowed(const lwm2m_access_decision* decision) {
  return decision && (decision->verdict == LWM2M_ACCESS_VERDICT_ALLOWED ||
                      decision->verdict == LWM2M_ACCESS_VERDICT_SEND);
}

/// What a decision has no room for, of one path of the request: the first that did not pass, else
/// the target. 65535: there is none.
typedef struct lwm2m_access_explanation {
  lwm2m_access_path at;
  uint16_t needed;          ///< LWM2M_ACCESS_RIGHT_... bits (rules, section B)
  uint16_t held;            ///< the same (rules, section A)
  uint16_t access_control;  ///< `/2/n` that governs the path
  uint16_t entry;           ///< its entry that decided
  uint16_t owner;           ///< its Access Control Owner; 0: there is none
  lwm2m_access_determined_by determined_by;
  lwm2m_access_hint hint;
} lwm2m_access_explanation;

/// An Access Control Object Instance without its entries.
typedef struct lwm2m_access_control {
  uint16_t id;        ///< `/2/id`
  uint16_t object;    ///< of the target
  uint16_t instance;  ///< of the target, or LWM2M_ACCESS_OBJECT_LEVEL
  uint16_t owner;     ///< a Short Server ID, or LWM2M_ACCESS_OWNER_BOOTSTRAP
  size_t entry_count;
} lwm2m_access_control;

/// One ACL entry: a Short Server ID or LWM2M_ACCESS_DEFAULT_ENTRY, and LWM2M_ACCESS_RIGHT_... bits.
typedef struct lwm2m_access_entry {
  uint16_t id;
  uint16_t rights;
} lwm2m_access_entry;

/// One change to Object 2.
typedef struct lwm2m_access_change {
  lwm2m_access_change_kind kind;
  uint16_t id;
  uint16_t object;
  uint16_t instance;
} lwm2m_access_change;

/// One fault of a policy, and the Access Control Object Instance it is found at.
typedef struct lwm2m_access_fault {
  lwm2m_access_fault_kind kind;
  uint16_t id;  ///< 65535: at none
  uint16_t object;
  uint16_t instance;
} lwm2m_access_fault;

/// Where a policy text is wrong: line and column (in bytes) counted from 1, and the number of what
/// was expected there (`text_expectation`). All zeros: there is no mistake.
typedef struct lwm2m_access_text_error {
  uint32_t line;
  uint32_t column;
  uint8_t expected;
} lwm2m_access_text_error;

/// An observation that the stack holds: of one path, or (Observe-Composite) of a list of them.
typedef struct lwm2m_access_observation {
  int64_t server;
  lwm2m_access_path target;
  const lwm2m_access_path* listed;
  size_t listed_size;
} lwm2m_access_observation;

/// What a stack wants to be told. Each function may be NULL. None may change the policy: what it
/// is told about is being done.
typedef struct lwm2m_access_listener {
  void* context;

  /// Object 2 changed: look again at the observations of it and of the target.
  void (*changed)(void* context, const lwm2m_access_change* change);

  /// Nobody can reach that Object Instance any more: it is to be deleted (rule G4).
  void (*to_be_deleted)(void* context, const lwm2m_access_path* instance);

  void (*fault)(void* context, const lwm2m_access_fault* fault);

  /// The policy was replaced as a whole (text, snapshot, Bootstrap-Finish): look at all
  /// observations.
  void (*replaced)(void* context);
} lwm2m_access_listener;

/// Takes one path of several; false: enough.
typedef bool (*lwm2m_access_path_function)(void* context, const lwm2m_access_path* path);

/// Told of every request that is denied: numbers, to be logged.
typedef void (*lwm2m_access_denial_function)(void* context, const lwm2m_access_request* request,
                                             const lwm2m_access_decision* decision);
