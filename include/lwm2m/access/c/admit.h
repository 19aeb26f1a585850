#pragma once

/// Admission, the functions: see channel.h for what they take.

#include <lwm2m/access/c/channel.h>
#include <lwm2m/access/c/types.h>

#ifdef __cplusplus
extern "C" {
#endif

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
                                            lwm2m_access_bytes* identity, lwm2m_access_bytes* key);
lwm2m_access_status lwm2m_access_supply_key_for(lwm2m_access_accounts* accounts,
                                                const lwm2m_access_bytes* identity,
                                                const void* session, lwm2m_access_binding* binding,
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

#ifdef __cplusplus
}
#endif
