#pragma once

/// The enumerations of the C interface. Each is an integer of fixed width, and 0 is no value of
/// any: memory that nobody has written never means something. No number is ever given to another
/// name. Written by tests/tools/generate_c_constants.py; the table that keeps the numbers is
/// tests/data/c_constants.csv.

#include <stdint.h>

// clang-format off

/// Which text a policy follows.
typedef uint8_t lwm2m_access_edition;
enum {
  LWM2M_ACCESS_EDITION_DRAFT = 1,
  LWM2M_ACCESS_EDITION_1_0 = 2,
  LWM2M_ACCESS_EDITION_1_1 = 3,
  LWM2M_ACCESS_EDITION_1_2 = 4,
  LWM2M_ACCESS_EDITION_ANY = 255  ///< the one of what is loaded: none until then, and all is denied
};

/// How deep a path goes. 0: no path at all.
typedef uint32_t lwm2m_access_level;
enum {
  LWM2M_ACCESS_LEVEL_ROOT = 1,  ///< `/`
  LWM2M_ACCESS_LEVEL_OBJECT = 2,
  LWM2M_ACCESS_LEVEL_OBJECT_INSTANCE = 3,
  LWM2M_ACCESS_LEVEL_RESOURCE = 4,
  LWM2M_ACCESS_LEVEL_RESOURCE_INSTANCE = 5
};

/// Who asks. They are told apart by kind, never by a Short Server ID.
typedef uint8_t lwm2m_access_requester;
enum {
  LWM2M_ACCESS_REQUESTER_SERVER = 1,
  LWM2M_ACCESS_REQUESTER_BOOTSTRAP = 2
};

/// What is asked for, or what the Client is about to do for a Server (Notify, Send).
typedef uint8_t lwm2m_access_operation;
enum {
  LWM2M_ACCESS_OPERATION_READ = 1,
  LWM2M_ACCESS_OPERATION_WRITE = 2,
  LWM2M_ACCESS_OPERATION_UPDATE = 3,
  LWM2M_ACCESS_OPERATION_EXECUTE = 4,
  LWM2M_ACCESS_OPERATION_CREATE = 5,
  LWM2M_ACCESS_OPERATION_DELETE = 6,
  LWM2M_ACCESS_OPERATION_DISCOVER = 7,
  LWM2M_ACCESS_OPERATION_WRITE_ATTRIBUTES = 8,
  LWM2M_ACCESS_OPERATION_OBSERVE = 9,
  LWM2M_ACCESS_OPERATION_CANCEL_OBSERVATION = 10,
  LWM2M_ACCESS_OPERATION_NOTIFY = 11,
  LWM2M_ACCESS_OPERATION_SEND = 12,
  LWM2M_ACCESS_OPERATION_READ_COMPOSITE = 13,
  LWM2M_ACCESS_OPERATION_OBSERVE_COMPOSITE = 14,
  LWM2M_ACCESS_OPERATION_WRITE_COMPOSITE = 15
};

/// Whether an Object can have several instances. 0: there is no such Object.
typedef uint8_t lwm2m_access_multiplicity;
enum {
  LWM2M_ACCESS_MULTIPLICITY_SINGLE = 1,
  LWM2M_ACCESS_MULTIPLICITY_MULTIPLE = 2
};

/// What a payload says of one leaf.
typedef uint8_t lwm2m_access_value_kind;
enum {
  LWM2M_ACCESS_VALUE_INTEGER = 1,
  /// a text, a float, an opaque value: wrong wherever Object 2 takes a value (F6)
  LWM2M_ACCESS_VALUE_NOT_AN_INTEGER = 2,
  LWM2M_ACCESS_VALUE_NOTHING = 3,  ///< the SenML-ETCH null: of a Write-Composite, delete it (E6)
  /// the path alone, as one of `request::payload`: an ACL without entries (F8)
  LWM2M_ACCESS_VALUE_NO_VALUE = 4
};

/// What is to be done.
typedef uint8_t lwm2m_access_verdict;
enum {
  LWM2M_ACCESS_VERDICT_DENIED = 1,
  LWM2M_ACCESS_VERDICT_ALLOWED = 2,
  LWM2M_ACCESS_VERDICT_SEND = 3,  ///< Notify, Send: it may go out
  LWM2M_ACCESS_VERDICT_SUPPRESS = 4,  ///< Notify, Send: do not send; an observation stays (H2)
  LWM2M_ACCESS_VERDICT_CANCEL = 5,  ///< Notify: do not send, and end the observation (H2, `draft`)
  LWM2M_ACCESS_VERDICT_GONE = 6  ///< Notify: send the error 4.04, and end the observation (H5)
};

/// The CoAP response code, as it stands in the message (RFC 7252, 12.1.2).
typedef uint8_t lwm2m_access_code;
enum {
  LWM2M_ACCESS_CODE_CREATED = 0x41,
  LWM2M_ACCESS_CODE_DELETED = 0x42,
  LWM2M_ACCESS_CODE_CHANGED = 0x44,
  LWM2M_ACCESS_CODE_CONTENT = 0x45,
  LWM2M_ACCESS_CODE_BAD_REQUEST = 0x80,
  LWM2M_ACCESS_CODE_UNAUTHORIZED = 0x81,
  LWM2M_ACCESS_CODE_NOT_FOUND = 0x84,
  LWM2M_ACCESS_CODE_METHOD_NOT_ALLOWED = 0x85,
  LWM2M_ACCESS_CODE_NOT_ACCEPTABLE = 0x86,
  LWM2M_ACCESS_CODE_INTERNAL_SERVER_ERROR = 0xA0,
  /// there is nothing to answer: Notify and Send are the Client's own acts
  LWM2M_ACCESS_CODE_NONE = 0xFF
};

/// Where a right came from, or why there was none (rules, section A).
typedef uint8_t lwm2m_access_determined_by;
enum {
  LWM2M_ACCESS_DETERMINED_BY_NOTHING = 1,  ///< no right was looked up
  LWM2M_ACCESS_DETERMINED_BY_NO_ACCOUNT = 2,  ///< A1
  LWM2M_ACCESS_DETERMINED_BY_SINGLE_ACCOUNT = 3,  ///< A2
  LWM2M_ACCESS_DETERMINED_BY_ACCESS_CONTROL_DISABLED = 4,  ///< A8
  LWM2M_ACCESS_DETERMINED_BY_OWN_ENTRY = 5,  ///< A3
  LWM2M_ACCESS_DETERMINED_BY_OWNER = 6,  ///< A4, F1
  LWM2M_ACCESS_DETERMINED_BY_DEFAULT_ENTRY = 7,  ///< A5
  LWM2M_ACCESS_DETERMINED_BY_NO_ENTRY = 8,  ///< A6, A10
  LWM2M_ACCESS_DETERMINED_BY_NO_ACCESS_CONTROL = 9,  ///< A7
  LWM2M_ACCESS_DETERMINED_BY_BOOTSTRAP = 10,  ///< A9, K
  LWM2M_ACCESS_DETERMINED_BY_ANY_ACCOUNT = 11  ///< F3: every account may look at Object 2
};

/// The step of a decision that failed first (rules, section C).
typedef uint8_t lwm2m_access_step;
enum {
  LWM2M_ACCESS_STEP_NONE = 1,
  LWM2M_ACCESS_STEP_RESTRICTED_OBJECT = 2,  ///< C1
  LWM2M_ACCESS_STEP_COMPOSITE_SHAPE = 3,  ///< E2: a path of a Write-Composite that is too short
  /// C2, and the operations that an edition or Bootstrap does not have (K5)
  LWM2M_ACCESS_STEP_ACCOUNT = 4,
  LWM2M_ACCESS_STEP_PAYLOAD = 5,  ///< C9
  LWM2M_ACCESS_STEP_EXISTENCE = 6,  ///< C3
  LWM2M_ACCESS_STEP_OBJECT_LEVEL = 7,  ///< C4 on an Object
  LWM2M_ACCESS_STEP_ACCESS_RIGHT = 8,  ///< C5
  LWM2M_ACCESS_STEP_RESOURCE = 9,  ///< C6
  LWM2M_ACCESS_STEP_LEVEL = 10,  ///< C4 below an Object, D4; of Bootstrap what is kept (K2)
  LWM2M_ACCESS_STEP_OPERATION_SUPPORT = 11,  ///< C7
  LWM2M_ACCESS_STEP_CONTENT = 12,  ///< C8
  LWM2M_ACCESS_STEP_INSTANCE_TAKEN = 13,  ///< C8, D8: after D7
  LWM2M_ACCESS_STEP_ROOM = 14,  ///< K8: not while Bootstrap goes on; C10
  LWM2M_ACCESS_STEP_PASSED = 15  ///< all of them
};

/// Why a decision is as it is.
typedef uint8_t lwm2m_access_reason;
enum {
  LWM2M_ACCESS_REASON_NOT_DECIDED = 1,
  LWM2M_ACCESS_REASON_ALLOWED = 2,
  LWM2M_ACCESS_REASON_OBJECT_IS_RESTRICTED = 3,  ///< C1, E4
  LWM2M_ACCESS_REASON_COMPOSITE_PATH_TOO_SHORT = 4,  ///< E2
  LWM2M_ACCESS_REASON_NO_ACCOUNT = 5,  ///< C2, A1
  LWM2M_ACCESS_REASON_EDITION_UNKNOWN = 6,
  LWM2M_ACCESS_REASON_OPERATION_UNKNOWN = 7,  ///< in this edition (section B), or at all
  LWM2M_ACCESS_REASON_NOT_FOR_BOOTSTRAP = 8,  ///< K4, K5
  LWM2M_ACCESS_REASON_PATH_MISSING = 9,  ///< no path at all: broken input
  LWM2M_ACCESS_REASON_PATH_IS_ROOT = 10,  ///< C4: `/`
  LWM2M_ACCESS_REASON_PAYLOAD_OUTSIDE_URI_PATH = 11,  ///< C9
  LWM2M_ACCESS_REASON_OBJECT_NOT_FOUND = 12,  ///< C3
  LWM2M_ACCESS_REASON_OBJECT_INSTANCE_NOT_FOUND = 13,  ///< C3
  LWM2M_ACCESS_REASON_OPERATION_NOT_ON_OBJECT = 14,  ///< C4
  LWM2M_ACCESS_REASON_ACCESS_RIGHT_MISSING = 15,  ///< C5
  LWM2M_ACCESS_REASON_NOT_THE_OWNER = 16,  ///< F1, F2
  LWM2M_ACCESS_REASON_KEPT_BY_THE_CLIENT = 17,  ///< F5
  LWM2M_ACCESS_REASON_NOTHING_READABLE = 18,  ///< E3, H3
  LWM2M_ACCESS_REASON_RESOURCE_NOT_FOUND = 19,  ///< C6
  LWM2M_ACCESS_REASON_RESOURCE_INSTANCE_NOT_FOUND = 20,  ///< C6
  LWM2M_ACCESS_REASON_OPERATION_NOT_ON_THIS_LEVEL = 21,  ///< C4
  LWM2M_ACCESS_REASON_DEVICE_INSTANCE_IS_KEPT = 22,  ///< D4
  LWM2M_ACCESS_REASON_OPERATION_NOT_SUPPORTED = 23,  ///< C7, D2, D6
  LWM2M_ACCESS_REASON_ACCESS_CONTROL_READ_ONLY = 24,  ///< F4
  LWM2M_ACCESS_REASON_MANDATORY_RESOURCE_MISSING = 25,  ///< D7
  LWM2M_ACCESS_REASON_OBJECT_INSTANCE_EXISTS = 26,  ///< D8
  LWM2M_ACCESS_REASON_OBJECT_INSTANCE_ID_RESERVED = 27,  ///< D8
  LWM2M_ACCESS_REASON_ACCESS_RIGHT_OUT_OF_RANGE = 28,  ///< A11
  LWM2M_ACCESS_REASON_ENTRY_ID_RESERVED = 29,  ///< F6
  LWM2M_ACCESS_REASON_VALUE_DOUBLED = 30,  ///< C8: a payload that says two things of one value
  LWM2M_ACCESS_REASON_OBJECT_LEVEL_TAKES_ONLY_CREATE = 31,  ///< A12
  LWM2M_ACCESS_REASON_OBJECT_LEVEL_OWNER_IS_BOOTSTRAP = 32,  ///< A12
  LWM2M_ACCESS_REASON_OWNER_OUT_OF_RANGE = 33,  ///< F7
  LWM2M_ACCESS_REASON_OWNER_WITHOUT_ACCOUNT = 34,  ///< F7
  LWM2M_ACCESS_REASON_TARGET_OUT_OF_RANGE = 35,  ///< F11
  LWM2M_ACCESS_REASON_TARGET_DOUBLED = 36,  ///< F9
  /// C8: a Write that conveys no value where one is needed
  LWM2M_ACCESS_REASON_VALUE_MISSING = 37,
  LWM2M_ACCESS_REASON_NO_ROOM = 38,  ///< C10
  LWM2M_ACCESS_REASON_PAYLOAD_NAMES_TWO_INSTANCES = 39,  ///< C9: a Create makes one
  /// E1: of a Read-Composite or Observe-Composite
  LWM2M_ACCESS_REASON_NO_RIGHT_ON_ANY_INSTANCE = 40,
  /// D8, K1: the one instance of a `single` Object is 0
  LWM2M_ACCESS_REASON_OBJECT_INSTANCE_ID_NOT_ZERO = 41,
  LWM2M_ACCESS_REASON_VALUE_NOT_AN_INTEGER = 42,  ///< F6: an access right or Owner of another kind
  LWM2M_ACCESS_REASON_NULL_DELETES_RESOURCE_INSTANCES_ONLY = 43,  ///< E6: and in 1.2 only
  LWM2M_ACCESS_REASON_INSTANCE_IS_KEPT = 44,  ///< K2: no Bootstrap-Delete takes it
  /// K8: Servers change nothing of Object 2 meanwhile
  LWM2M_ACCESS_REASON_BOOTSTRAP_IN_PROGRESS = 45,
  /// the new instance of a Create has access control already
  LWM2M_ACCESS_REASON_GRANTED_MEANWHILE = 46,
  LWM2M_ACCESS_REASON_POLICY_BEING_CHANGED = 47  ///< asked by a listener that is told of a change
};

/// What helps with a refusal beyond its reason.
typedef uint8_t lwm2m_access_hint;
enum {
  LWM2M_ACCESS_HINT_NONE = 1,
  /// A10: nothing says who may Create; Bootstrap must make it
  LWM2M_ACCESS_HINT_OBJECT_LEVEL_MISSING = 2,
  /// A10: the default entry with C does not count
  LWM2M_ACCESS_HINT_DEFAULT_ENTRY_CREATES_NOTHING = 3,
  /// A10: an entry with C for an instance does not count
  LWM2M_ACCESS_HINT_INSTANCE_ENTRY_CREATES_NOTHING = 4,
  LWM2M_ACCESS_HINT_ONLY_THE_OWNER_WRITES = 5,  ///< F1: another Server is the Access Control Owner
  LWM2M_ACCESS_HINT_ONLY_BOOTSTRAP_WRITES = 6,  ///< F2: the Bootstrap interface is
  LWM2M_ACCESS_HINT_NOTHING_IS_THERE = 7,  ///< E3: no listed path exists
  /// E3: the Server has R on no instance that is listed
  LWM2M_ACCESS_HINT_NOTHING_MAY_BE_READ = 8,
  /// E3: R is there, but no Resource listed supports Read
  LWM2M_ACCESS_HINT_NOTHING_SUPPORTS_READ = 9
};

/// What is to become of an observation.
typedef uint8_t lwm2m_access_observation_state;
enum {
  LWM2M_ACCESS_OBSERVATION_ENDED = 1,  ///< it is to be cancelled (H2 in `draft`, H4)
  LWM2M_ACCESS_OBSERVATION_SUPPRESSED = 2,  ///< it stays, but nothing is sent now
  LWM2M_ACCESS_OBSERVATION_ACTIVE = 3,  ///< a Notify would be sent
  LWM2M_ACCESS_OBSERVATION_GONE = 4  ///< H5: the error 4.04 is sent, and it is to be cancelled
};

/// What happened to an Access Control Object Instance.
typedef uint8_t lwm2m_access_change_kind;
enum {
  LWM2M_ACCESS_CHANGE_MADE = 1,
  LWM2M_ACCESS_CHANGE_CHANGED = 2,
  LWM2M_ACCESS_CHANGE_ERASED = 3
};

/// What can be wrong with a policy once Bootstrap is finished (rule G6).
typedef uint8_t lwm2m_access_fault_kind;
enum {
  LWM2M_ACCESS_FAULT_EDITION_UNKNOWN = 1,  ///< the policy has no edition: it grants nothing
  LWM2M_ACCESS_FAULT_TARGET_MISSING = 2,  ///< the Object Instance that it governs does not exist
  LWM2M_ACCESS_FAULT_TARGET_RESTRICTED = 3,  ///< F11: Object 0 or 2, or a reserved ID
  LWM2M_ACCESS_FAULT_TARGET_DOUBLED = 4,  ///< F9: another one governs the same target
  LWM2M_ACCESS_FAULT_OWNER_WITHOUT_ACCOUNT = 5,  ///< neither an account nor the Bootstrap interface
  /// A12: an Object-level one is owned by the Bootstrap interface
  LWM2M_ACCESS_FAULT_OWNER_AT_OBJECT_LEVEL = 6
};

/// What became of a call. Only DONE changed anything.
typedef uint8_t lwm2m_access_status;
enum {
  LWM2M_ACCESS_STATUS_DONE = 1,
  LWM2M_ACCESS_STATUS_NO_ROOM = 2,  ///< the capacity is used up
  LWM2M_ACCESS_STATUS_SERVER_DOUBLED = 3,  ///< the Server has an account already
  LWM2M_ACCESS_STATUS_SERVER_INVALID = 4,  ///< a Short Server ID is 1..65534
  LWM2M_ACCESS_STATUS_SERVER_UNKNOWN = 5,  ///< the Server has no account
  LWM2M_ACCESS_STATUS_ENTRY_DOUBLED = 6,  ///< the ACL has an entry for that ID already
  LWM2M_ACCESS_STATUS_ENTRY_INVALID = 7,  ///< an entry ID is 0..65534
  LWM2M_ACCESS_STATUS_ENTRY_UNKNOWN = 8,  ///< the ACL has no entry for that ID
  LWM2M_ACCESS_STATUS_ID_DOUBLED = 9,  ///< the Object Instance ID of Object 2 is taken
  LWM2M_ACCESS_STATUS_ID_INVALID = 10,  ///< an Object Instance ID is 0..65534
  LWM2M_ACCESS_STATUS_ID_UNKNOWN = 11,  ///< there is no such Access Control Object Instance
  /// F9: the target has an Access Control Object Instance already
  LWM2M_ACCESS_STATUS_TARGET_DOUBLED = 12,
  LWM2M_ACCESS_STATUS_TARGET_INVALID = 13,  ///< F11: Object 0, 2 or a reserved ID
  LWM2M_ACCESS_STATUS_OWNER_INVALID = 14,  ///< invalid, or (A12) a Server at Object level
  /// A11, A12: above the edition's highest, or not C at Object level
  LWM2M_ACCESS_STATUS_RIGHT_INVALID = 15,
  LWM2M_ACCESS_STATUS_EDITION_CANNOT_DISABLE = 16,  ///< A8: the edition does not allow it
  /// A8: the policy has Access Control Object Instances
  LWM2M_ACCESS_STATUS_ACCESS_CONTROL_PRESENT = 17,
  LWM2M_ACCESS_STATUS_OBJECT_DOUBLED = 18,  ///< the object model has that Object already
  /// an Object the model cannot hold: reserved ID, or Object 2
  LWM2M_ACCESS_STATUS_OBJECT_INVALID = 19,
  LWM2M_ACCESS_STATUS_OBJECT_UNKNOWN = 20,
  LWM2M_ACCESS_STATUS_RESOURCE_DOUBLED = 21,
  LWM2M_ACCESS_STATUS_RESOURCE_INVALID = 22,
  LWM2M_ACCESS_STATUS_INSTANCE_DOUBLED = 23,
  LWM2M_ACCESS_STATUS_INSTANCE_INVALID = 24,
  LWM2M_ACCESS_STATUS_INSTANCE_UNKNOWN = 25,
  LWM2M_ACCESS_STATUS_BEING_CHANGED = 26,  ///< called by a listener that is told of a change
  LWM2M_ACCESS_STATUS_BOOTSTRAP_IN_PROGRESS = 27,  ///< K8: use the open session to change accounts
  LWM2M_ACCESS_STATUS_BUFFER_TOO_SMALL = 66,  ///< `save`: nothing is written
  /// `save`: the policy has no edition; `restore`: an unknown edition
  LWM2M_ACCESS_STATUS_SNAPSHOT_EDITION_UNKNOWN = 67,
  LWM2M_ACCESS_STATUS_SNAPSHOT_TOO_SHORT = 68,  ///< fewer bytes than the smallest snapshot
  LWM2M_ACCESS_STATUS_NOT_A_SNAPSHOT = 69,  ///< it does not begin with "LWAC"
  LWM2M_ACCESS_STATUS_SNAPSHOT_VERSION_UNKNOWN = 70,
  /// torn, truncated or with bytes after its end
  LWM2M_ACCESS_STATUS_SNAPSHOT_LENGTH_DIFFERS = 71,
  LWM2M_ACCESS_STATUS_SNAPSHOT_CHECKSUM_DIFFERS = 72,
  LWM2M_ACCESS_STATUS_SNAPSHOT_EDITION_DIFFERS = 73,  ///< the policy's type fixes another edition
  LWM2M_ACCESS_STATUS_SNAPSHOT_ACCOUNT_INVALID = 74,  ///< out of range, doubled or out of order
  /// a value out of range, doubled or out of order (F9, F11, A11, A12)
  LWM2M_ACCESS_STATUS_SNAPSHOT_INSTANCE_INVALID = 75,
  LWM2M_ACCESS_STATUS_SNAPSHOT_NO_ROOM = 76,  ///< it is sound, but does not fit
  LWM2M_ACCESS_STATUS_ARGUMENT_MISSING = 128,  ///< a pointer that must not be NULL is
  LWM2M_ACCESS_STATUS_NOT_MADE = 129,  ///< the storage holds nothing yet
  LWM2M_ACCESS_STATUS_STORAGE_TOO_SMALL = 130,
  LWM2M_ACCESS_STATUS_STORAGE_MISALIGNED = 131,
  LWM2M_ACCESS_STATUS_ENUMERATION_UNKNOWN = 132,  ///< 0, or a number that has no name here
  LWM2M_ACCESS_STATUS_PATH_INVALID = 133,  ///< a path that none of the makers made
  LWM2M_ACCESS_STATUS_POLICY_CHANGED = 134,  ///< between the begin and the end of a call
  LWM2M_ACCESS_STATUS_TEXT_WRONG = 135,  ///< see `lwm2m_access_text_error`
  LWM2M_ACCESS_STATUS_NO_SUCH_PLACE = 136,  ///< counted beyond the last one
  LWM2M_ACCESS_STATUS_FAULTY = 137,  ///< rule G6: the policy has faults
  LWM2M_ACCESS_STATUS_ACCOUNT_FAULTY = 138,  ///< see the set of account faults
  LWM2M_ACCESS_STATUS_REFUSED = 139,  ///< not admitted: see the set of refusals
  LWM2M_ACCESS_STATUS_NOT_ADMITTED = 140,  ///< nobody, or not any more
  LWM2M_ACCESS_STATUS_EDITION_DIFFERS = 141  ///< the text is of another edition than the policy
};

/// Method codes (RFC 7252, 12.1.1; RFC 8132): the code of the message, 0.01 to 0.07.
typedef uint8_t lwm2m_access_coap_method;
enum {
  LWM2M_ACCESS_COAP_GET = 1,
  LWM2M_ACCESS_COAP_POST = 2,
  LWM2M_ACCESS_COAP_PUT = 3,
  LWM2M_ACCESS_COAP_DELETE = 4,
  LWM2M_ACCESS_COAP_FETCH = 5,
  LWM2M_ACCESS_COAP_PATCH = 6,
  LWM2M_ACCESS_COAP_IPATCH = 7
};

/// The Observe option of a request, in the words of RFC 7641.
typedef uint8_t lwm2m_access_coap_observe;
enum {
  LWM2M_ACCESS_COAP_OBSERVE_ABSENT = 1,
  LWM2M_ACCESS_COAP_OBSERVE_REGISTER = 2,
  LWM2M_ACCESS_COAP_OBSERVE_DEREGISTER = 3
};

/// The kind of payload that a request has.
typedef uint8_t lwm2m_access_coap_payload;
enum {
  LWM2M_ACCESS_COAP_PAYLOAD_NONE = 1,  ///< neither a payload nor a Content-Format
  /// one value: without a Content-Format, or plain text, opaque or CBOR
  LWM2M_ACCESS_COAP_PAYLOAD_ONE_VALUE = 2,
  /// values with names: TLV, SenML, and any other Content-Format
  LWM2M_ACCESS_COAP_PAYLOAD_RECORDS = 3
};

/// Who sent a CoAP request.
typedef uint8_t lwm2m_access_coap_sender;
enum {
  LWM2M_ACCESS_COAP_SENDER_SERVER = 1,
  LWM2M_ACCESS_COAP_SENDER_BOOTSTRAP_SERVER = 2,
  LWM2M_ACCESS_COAP_SENDER_CLIENT = 3
};

/// What a Uri-Path says: a path of numbers, one of the words of LwM2M, or anything else.
typedef uint8_t lwm2m_access_coap_name;
enum {
  LWM2M_ACCESS_COAP_NAME_NUMBERS = 1,
  LWM2M_ACCESS_COAP_NAME_BS = 2,
  LWM2M_ACCESS_COAP_NAME_DP = 3,
  LWM2M_ACCESS_COAP_NAME_OTHER = 4
};

/// What a CoAP request is. 0: no operation.
typedef uint8_t lwm2m_access_coap_meaning;
enum {
  LWM2M_ACCESS_COAP_MEANING_OPERATION = 1,
  LWM2M_ACCESS_COAP_MEANING_BOOTSTRAP_FINISH = 2
};

/// The rights that an ACL entry can hold (Object 2, Resource 2): bits of an access right.
enum {
  LWM2M_ACCESS_RIGHT_READ = 1,
  LWM2M_ACCESS_RIGHT_WRITE = 2,
  LWM2M_ACCESS_RIGHT_EXECUTE = 4,
  LWM2M_ACCESS_RIGHT_DELETE = 8,
  LWM2M_ACCESS_RIGHT_CREATE = 16
};

/// What a Resource supports, not what a Server may do: bits of an Access Type.
enum {
  LWM2M_ACCESS_TYPE_READ = 0x80,
  LWM2M_ACCESS_TYPE_WRITE = 0x40,
  LWM2M_ACCESS_TYPE_EXECUTE = 0x20
};

/// The reserved ID 65535: as an Object Instance ID of a target the Object itself (Object level), as
/// Access Control Owner the Bootstrap interface.
enum { LWM2M_ACCESS_OBJECT_LEVEL = 65535, LWM2M_ACCESS_OWNER_BOOTSTRAP = 65535 };

/// The ID of the default ACL entry.
enum { LWM2M_ACCESS_DEFAULT_ENTRY = 0 };
// clang-format on
