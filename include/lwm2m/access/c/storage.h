#pragma once

/// The storage of the C interface: types that a stack declares where it likes, and that say nothing
/// of what is in them. Before its `..._make`, `..._begin`, `..._start` or `..._open` a storage is
/// to be all zeros or of any content but a made one's: it is then refused, not used.
///
/// The capacities are macros. Every file that includes <lwm2m/access.h>, and the one C++ file that
/// includes <lwm2m/access/access_c.hpp>, must see the same: on the command line, or in a header
/// that LWM2M_ACCESS_C_CONFIGURATION names. The functions that make a storage are given its size
/// and refuse one that is too small.

#include <stdint.h>

#ifdef LWM2M_ACCESS_C_CONFIGURATION
#include LWM2M_ACCESS_C_CONFIGURATION
#endif

/// What fits into a policy: Access Control Object Instances, ACL entries of all of them, accounts.
/// An ACL takes room for four entries, for eight, for twelve ...; there is room for four entries in
/// each instance at least.
#ifndef LWM2M_ACCESS_C_INSTANCES
#define LWM2M_ACCESS_C_INSTANCES 32
#endif
#ifndef LWM2M_ACCESS_C_ENTRIES
#define LWM2M_ACCESS_C_ENTRIES 128
#endif
#ifndef LWM2M_ACCESS_C_ACCOUNTS
#define LWM2M_ACCESS_C_ACCOUNTS 8
#endif

/// What fits into an object model: Objects, Object Instances and Resources of all of them.
#ifndef LWM2M_ACCESS_C_OBJECTS
#define LWM2M_ACCESS_C_OBJECTS 16
#endif
#ifndef LWM2M_ACCESS_C_OBJECT_INSTANCES
#define LWM2M_ACCESS_C_OBJECT_INSTANCES 48
#endif
#ifndef LWM2M_ACCESS_C_RESOURCES
#define LWM2M_ACCESS_C_RESOURCES 160
#endif

/// Bytes that are enough for a policy, a model, and the other storages, at any pointer size.
#define LWM2M_ACCESS_POLICY_BYTES(instances, entries, accounts)         \
  (192 + 2 * (accounts) + ((entries) > 262140 ? 15 : 8) * (instances) + \
   ((entries) > 262140 ? 28 : 26) *                                     \
       ((entries) > 4 * (instances) ? ((entries) + 3) / 4 : (instances)))
#define LWM2M_ACCESS_MODEL_BYTES(objects, instances, resources)                                 \
  (128 + ((instances) > 65535 || (resources) > 65535 ? 26 : 18) * (objects) + 2 * (instances) + \
   4 * (resources))
#define LWM2M_ACCESS_PENDING_BYTES (208 + 32 * sizeof(void*))
#define LWM2M_ACCESS_BOOTSTRAP_BYTES (16 + 5 * sizeof(void*))
#define LWM2M_ACCESS_TRANSACTION_BYTES (16 + 4 * sizeof(void*))

#define LWM2M_ACCESS_ACCOUNTS_BYTES(accounts) (48 + 384 * ((accounts) + 1))
#define LWM2M_ACCESS_ADMISSION_BYTES 192
#define LWM2M_ACCESS_BINDING_BYTES 72

/// What each of them is to be aligned to.
#define LWM2M_ACCESS_ALIGNMENT 8
#ifdef __cplusplus
#define LWM2M_ACCESS_ALIGNED alignas(LWM2M_ACCESS_ALIGNMENT)
#else
#define LWM2M_ACCESS_ALIGNED _Alignas(LWM2M_ACCESS_ALIGNMENT)
#endif

/// A policy: Server Accounts, Access Control Object Instances, entries.
typedef struct lwm2m_access_policy {
  LWM2M_ACCESS_ALIGNED uint8_t hidden[LWM2M_ACCESS_POLICY_BYTES(
      LWM2M_ACCESS_C_INSTANCES, LWM2M_ACCESS_C_ENTRIES, LWM2M_ACCESS_C_ACCOUNTS)];
} lwm2m_access_policy;

/// A ready-made object model: Objects, their instances, their Resources.
typedef struct lwm2m_access_model {
  LWM2M_ACCESS_ALIGNED uint8_t hidden[LWM2M_ACCESS_MODEL_BYTES(
      LWM2M_ACCESS_C_OBJECTS, LWM2M_ACCESS_C_OBJECT_INSTANCES, LWM2M_ACCESS_C_RESOURCES)];
} lwm2m_access_model;

/// A request that is being decided, or is decided and not yet committed. Not to be copied.
typedef struct lwm2m_access_pending {
  LWM2M_ACCESS_ALIGNED uint8_t hidden[LWM2M_ACCESS_PENDING_BYTES];
} lwm2m_access_pending;

/// A Bootstrap session. Not to be copied.
typedef struct lwm2m_access_bootstrap {
  LWM2M_ACCESS_ALIGNED uint8_t hidden[LWM2M_ACCESS_BOOTSTRAP_BYTES];
} lwm2m_access_bootstrap;

/// Changes to a policy that take effect together. Not to be copied.
typedef struct lwm2m_access_transaction {
  LWM2M_ACCESS_ALIGNED uint8_t hidden[LWM2M_ACCESS_TRANSACTION_BYTES];
} lwm2m_access_transaction;

/// The Security values of the Server Accounts and of the Bootstrap Server. Not to be copied.
typedef struct lwm2m_access_accounts {
  LWM2M_ACCESS_ALIGNED uint8_t hidden[LWM2M_ACCESS_ACCOUNTS_BYTES(LWM2M_ACCESS_C_ACCOUNTS)];
} lwm2m_access_accounts;

/// Who was admitted on one session. Not to be copied.
typedef struct lwm2m_access_admission {
  LWM2M_ACCESS_ALIGNED uint8_t hidden[LWM2M_ACCESS_ADMISSION_BYTES];
} lwm2m_access_admission;

/// What the accounts know of one session (rules I12, I17), kept beside it: all zeros at first, and
/// nothing makes it. A session that is resumed takes it along, also into another session object; it
/// may be copied. It is forgotten with the accounts.
typedef struct lwm2m_access_binding {
  LWM2M_ACCESS_ALIGNED uint8_t hidden[LWM2M_ACCESS_BINDING_BYTES];
} lwm2m_access_binding;
