#pragma once

/// Changes to a policy that take effect together, or not at all: account events and edits of a
/// configuration. One account that becomes several, or several that become one, are never seen half
/// way (rule G5).

#include <lwm2m/access/c/types.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Opens a transaction in the `size` bytes at `transaction`. `staged` is another made policy, which
/// is overwritten with a copy; the transaction keeps both, and ends with commit or drop.
/// ARGUMENT_MISSING: they are the same. STORAGE_...
lwm2m_access_status lwm2m_access_transaction_open(lwm2m_access_transaction* transaction,
                                                  size_t size, lwm2m_access_policy* policy,
                                                  lwm2m_access_policy* staged);

/// The copy, for the functions that change a policy; NULL for a transaction that is not open. A
/// listener is told of its changes as they are made, before they are committed.
lwm2m_access_policy* lwm2m_access_transaction_policy(lwm2m_access_transaction* transaction);

/// The policy becomes the copy, as one change. POLICY_CHANGED: it was changed beside the
/// transaction, which has ended; the policy stays as it is. Not to be called by a listener.
lwm2m_access_status lwm2m_access_transaction_commit(lwm2m_access_transaction* transaction);

/// Ends a transaction; the policy is as it was.
lwm2m_access_status lwm2m_access_transaction_drop(lwm2m_access_transaction* transaction);

#ifdef __cplusplus
}
#endif
