#pragma once

/* What the tests of admission share: two accounts with a PSK, and a DTLS session whose facts a test
   sets. */

#include <lwm2m/access.h>

extern const uint8_t identity_101[2], key_101[4], other_key[2], identity_bootstrap[1];

/* A DTLS session, as a library reports it. */
struct dtls {
  bool established;
  lwm2m_access_identity peer, local;
  lwm2m_access_answer verified;
  uint16_t protocol, suite;
  lwm2m_access_dtls_role role;
  lwm2m_access_resumption resumed;
};
extern const lwm2m_access_session_functions dtls_functions;
/* An established session that nothing is wrong with, by the PSK of this identity. */
struct dtls psk_session(const uint8_t* identity, size_t size);

/* An account whose key is `key_101`. */
lwm2m_access_account psk_account(lwm2m_access_account_kind kind, int64_t server,
                                 const uint8_t* identity, size_t size);

extern lwm2m_access_accounts accounts, unmade_accounts;
extern const lwm2m_access_channel_rules rules;
extern lwm2m_access_admission admission;
extern lwm2m_access_binding binding;

/* The accounts of Server 101 and of the Bootstrap Server; no key has been supplied. */
void make_accounts(void);
/* The library asks for the key of `server`'s account, 0 for the Bootstrap Server's. */
void supply(int64_t server, const struct dtls* session);
/* The session asks to be admitted; the result is in `admission`. */
lwm2m_access_status admit(struct dtls* session, lwm2m_access_account_kind kind, uint64_t* refusals);
