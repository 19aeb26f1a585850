/* Admission of a session, the request that it identifies, and every refusal. */

#include <string.h>

#include "channel_world.h"
#include "world.h"

static void test_admission(void) {
  struct dtls session = psk_session(identity_101, sizeof identity_101);
  struct dtls other = psk_session(identity_101, sizeof identity_101);
  lwm2m_access_request asked =
      request_of(102, LWM2M_ACCESS_OPERATION_READ, path_resource(3, 0, 13));
  lwm2m_access_decision decision;
  uint64_t refusals = 0;
  make_world();
  make_accounts();

  GIVES(REFUSED, admit(&session, LWM2M_ACCESS_ACCOUNT_SERVER, &refusals)); /* no key supplied */
  CHECK(refusals == UINT64_C(1) << LWM2M_ACCESS_REFUSAL_KEY_NOT_SUPPLIED);
  GIVES(NOT_ADMITTED, lwm2m_access_identify(&accounts, &admission, &session, 0, &asked));
  CHECK(asked.who == LWM2M_ACCESS_REQUESTER_SERVER && asked.server == 0);
  GIVES(DONE, lwm2m_access_authorize(&policy, &objects, &asked, &decision));
  CHECK(decision.reason == LWM2M_ACCESS_REASON_NO_ACCOUNT);

  supply(101, &session);
  GIVES(DONE, admit(&session, LWM2M_ACCESS_ACCOUNT_SERVER, &refusals));
  CHECK(refusals == 0);
  GIVES(DONE, lwm2m_access_identify(&accounts, &admission, &session, 0, &asked));
  CHECK(asked.who == LWM2M_ACCESS_REQUESTER_SERVER && asked.server == 101);
  GIVES(DONE, lwm2m_access_authorize(&policy, &objects, &asked, &decision));
  CHECK(lwm2m_access_is_allowed(&decision));
  GIVES(NOT_ADMITTED, lwm2m_access_identify(&accounts, &admission, &other, 0, &asked));
  CHECK(asked.server == 0);

  GIVES(DONE, lwm2m_access_session_ended(&accounts, &session));
  GIVES(NOT_ADMITTED, lwm2m_access_identify(&accounts, &admission, &session, 0, &asked));
  CHECK(asked.server == 0);

  supply(101, &session);
  GIVES(DONE, admit(&session, LWM2M_ACCESS_ACCOUNT_SERVER, &refusals));
  GIVES(DONE, lwm2m_access_accounts_remove(&accounts, LWM2M_ACCESS_ACCOUNT_SERVER, 101));
  GIVES(NOT_ADMITTED, lwm2m_access_identify(&accounts, &admission, &session, 0, &asked));

  GIVES(ARGUMENT_MISSING, lwm2m_access_session_ended(NULL, &session));
  GIVES(ARGUMENT_MISSING, lwm2m_access_session_ended(&accounts, NULL));
  GIVES(NOT_MADE, lwm2m_access_session_ended(&unmade_accounts, &session));
}

/* Each thing that a library may tell is refused by the reason that it has. */
static void test_refusals(void) {
  struct dtls session;
  uint64_t refusals = 0;
  make_accounts();
#define REFUSES(why, change)                                                 \
  do {                                                                       \
    session = psk_session(identity_101, sizeof identity_101);                \
    supply(101, &session);                                                   \
    change;                                                                  \
    GIVES(REFUSED, admit(&session, LWM2M_ACCESS_ACCOUNT_SERVER, &refusals)); \
    CHECK(lwm2m_access_set_has(refusals, LWM2M_ACCESS_REFUSAL_##why));       \
  } while (0)
  REFUSES(NOT_ESTABLISHED, session.established = false);
  REFUSES(PROTOCOL_REFUSED, session.protocol = 0xFEFF);
  REFUSES(TLS_NOT_ALLOWED, session.protocol = 0x0303);
  REFUSES(SUITE_UNKNOWN, session.suite = 0xFFFE);
  REFUSES(SUITE_NULL_CIPHER, session.suite = 0x00B0); /* TLS_PSK_WITH_NULL_SHA256 */
  REFUSES(ROLE_UNKNOWN, session.role = 0);
  REFUSES(ROLE_UNKNOWN, session.role = 99);
  REFUSES(PEER_NOT_VERIFIED, session.verified = LWM2M_ACCESS_ANSWER_NO);
  REFUSES(VERIFICATION_UNKNOWN, session.verified = 0);
  REFUSES(VERIFICATION_UNKNOWN, session.verified = 99);
  REFUSES(RESUMED_WITHOUT_VERDICT, session.resumed = LWM2M_ACCESS_RESUMPTION_TICKET);
  REFUSES(ACCOUNT_UNKNOWN, session.local.value.data = other_key);
  REFUSES(PEER_UNIDENTIFIED, session.local.value.data = NULL);
  REFUSES(PEER_UNIDENTIFIED, session.local.kind = 99);
#undef REFUSES
  session = psk_session(identity_bootstrap, sizeof identity_bootstrap);
  supply(0, &session);
  GIVES(REFUSED, admit(&session, LWM2M_ACCESS_ACCOUNT_SERVER, &refusals));
  CHECK(lwm2m_access_set_has(refusals, LWM2M_ACCESS_REFUSAL_ACCOUNT_IS_BOOTSTRAP));
}

static void test_kept_verdicts(void) {
  struct dtls session = psk_session(identity_101, sizeof identity_101);
  lwm2m_access_account changed =
      psk_account(LWM2M_ACCESS_ACCOUNT_SERVER, 101, identity_101, sizeof identity_101);
  lwm2m_access_kept_verdict kept = {{1}}, none = {{0}};
  uint64_t refusals = 0, faults = 0;
  make_accounts();
  GIVES(NOT_ADMITTED, lwm2m_access_verdict_of(&accounts, &binding, &kept));
  CHECK(memcmp(&kept, &none, sizeof kept) == 0);
  GIVES(NOT_ADMITTED, lwm2m_access_keep_verdict(&accounts, 1, 101, &none, &binding));
  supply(101, &session);
  GIVES(DONE, admit(&session, LWM2M_ACCESS_ACCOUNT_SERVER, &refusals));
  GIVES(DONE, lwm2m_access_verdict_of(&accounts, &binding, &kept));

  make_accounts(); /* after a sleep without power */
  session.resumed = LWM2M_ACCESS_RESUMPTION_TICKET;
  GIVES(REFUSED, admit(&session, LWM2M_ACCESS_ACCOUNT_SERVER, &refusals));
  CHECK(refusals == UINT64_C(1) << LWM2M_ACCESS_REFUSAL_RESUMED_WITHOUT_VERDICT);
  GIVES(DONE, lwm2m_access_keep_verdict(&accounts, 1, 101, &kept, &binding));
  GIVES(DONE, admit(&session, LWM2M_ACCESS_ACCOUNT_SERVER, &refusals));

  changed.secret_key.data = other_key;
  changed.secret_key.size = 2;
  GIVES(DONE, lwm2m_access_accounts_change(&accounts, &changed, &faults));
  GIVES(NOT_ADMITTED, lwm2m_access_keep_verdict(&accounts, 1, 101, &kept, &binding));
  GIVES(REFUSED, admit(&session, LWM2M_ACCESS_ACCOUNT_SERVER, &refusals));

  GIVES(SERVER_UNKNOWN, lwm2m_access_keep_verdict(&accounts, 1, 102, &kept, &binding));
  GIVES(ENUMERATION_UNKNOWN, lwm2m_access_keep_verdict(&accounts, 3, 101, &kept, &binding));
  GIVES(ARGUMENT_MISSING, lwm2m_access_verdict_of(NULL, &binding, &kept));
  GIVES(ARGUMENT_MISSING, lwm2m_access_verdict_of(&accounts, NULL, &kept));
  GIVES(ARGUMENT_MISSING, lwm2m_access_verdict_of(&accounts, &binding, NULL));
  GIVES(ARGUMENT_MISSING, lwm2m_access_keep_verdict(&accounts, 1, 101, NULL, &binding));
  GIVES(ARGUMENT_MISSING, lwm2m_access_keep_verdict(&accounts, 1, 101, &kept, NULL));
  GIVES(NOT_MADE, lwm2m_access_verdict_of(&unmade_accounts, &binding, &kept));
  GIVES(NOT_MADE, lwm2m_access_keep_verdict(&unmade_accounts, 1, 101, &kept, &binding));
}

/* A session without a binding has no PSK. */
static void test_no_binding(void) {
  struct dtls session = psk_session(identity_101, sizeof identity_101);
  const lwm2m_access_session told = {&session, &dtls_functions, NULL};
  uint64_t refusals = 0;
  make_accounts();
  supply(101, &session);
  GIVES(REFUSED, lwm2m_access_admit(&accounts, &policy, &told, &rules, 1, 101, &admission,
                                    sizeof admission, &refusals));
  CHECK(refusals == UINT64_C(1) << LWM2M_ACCESS_REFUSAL_KEY_NOT_SUPPLIED);
}

static void test_bootstrap_server(void) {
  struct dtls session = psk_session(identity_bootstrap, sizeof identity_bootstrap);
  lwm2m_access_request asked = request_of(101, LWM2M_ACCESS_OPERATION_DELETE, path_instance(1, 0));
  uint64_t refusals = 0;
  make_accounts();
  supply(0, &session);
  GIVES(DONE, admit(&session, LWM2M_ACCESS_ACCOUNT_BOOTSTRAP_SERVER, &refusals));
  GIVES(DONE, lwm2m_access_identify(&accounts, &admission, &session, 0, &asked));
  CHECK(asked.who == LWM2M_ACCESS_REQUESTER_BOOTSTRAP && asked.server == 0);
}

static void test_without_security(void) {
  lwm2m_access_account account = psk_account(LWM2M_ACCESS_ACCOUNT_SERVER, 7, NULL, 0);
  lwm2m_access_channel_rules open = {.allow_no_sec = false};
  lwm2m_access_request asked = request_of(0, LWM2M_ACCESS_OPERATION_READ, path_instance(1, 0));
  uint64_t refusals = 0, faults = 0;
  int peer;
  make_accounts();
  memset(&account.secret_key, 0, sizeof account.secret_key);
  account.mode = LWM2M_ACCESS_MODE_NO_SEC;
  account.server_uri = "coap://server.example";
  GIVES(DONE, lwm2m_access_accounts_add(&accounts, &account, &faults));
  GIVES(REFUSED, lwm2m_access_admit_without_security(&accounts, &policy, &peer, &open, 0,
                                                     &admission, sizeof admission, &refusals));
  CHECK(lwm2m_access_set_has(refusals, LWM2M_ACCESS_REFUSAL_NO_SEC_NOT_ALLOWED));
  open.allow_no_sec = true;
  GIVES(DONE, lwm2m_access_admit_without_security(&accounts, &policy, &peer, &open, 0, &admission,
                                                  sizeof admission, &refusals));
  GIVES(DONE, lwm2m_access_identify(&accounts, &admission, &peer, 0, &asked));
  CHECK(asked.server == 7);
  GIVES(ARGUMENT_MISSING,
        lwm2m_access_admit_without_security(&accounts, &policy, NULL, &open, 0, &admission,
                                            sizeof admission, &refusals));
  GIVES(NOT_MADE, lwm2m_access_admit_without_security(&unmade_accounts, &policy, &peer, &open, 0,
                                                      &admission, sizeof admission, &refusals));
  GIVES(ARGUMENT_MISSING,
        lwm2m_access_admit_without_security(&accounts, &policy, &peer, NULL, 0, &admission,
                                            sizeof admission, &refusals));
  GIVES(STORAGE_TOO_SMALL, lwm2m_access_admit_without_security(&accounts, &policy, &peer, &open, 0,
                                                               &admission, 8, &refusals));
}

static void test_admission_arguments(void) {
  struct dtls session = psk_session(identity_101, sizeof identity_101);
  const lwm2m_access_session told = {&session, &dtls_functions, NULL};
  const lwm2m_access_session nobody = {NULL, &dtls_functions, NULL}, mute = {&session, NULL, NULL};
  const size_t size = sizeof admission;
  lwm2m_access_admission unmade;
  lwm2m_access_request asked = request_of(101, 1, path_root());
  uint64_t why = 0;
  memset(&unmade, 0, sizeof unmade);
  make_accounts();
  GIVES(ARGUMENT_MISSING,
        lwm2m_access_admit(NULL, &policy, &told, &rules, 1, 0, &admission, size, &why));
  GIVES(NOT_MADE,
        lwm2m_access_admit(&unmade_accounts, &policy, &told, &rules, 1, 0, &admission, size, &why));
  GIVES(ARGUMENT_MISSING,
        lwm2m_access_admit(&accounts, &policy, NULL, &rules, 1, 0, &admission, size, &why));
  GIVES(ARGUMENT_MISSING,
        lwm2m_access_admit(&accounts, &policy, &nobody, &rules, 1, 0, &admission, size, &why));
  GIVES(ARGUMENT_MISSING,
        lwm2m_access_admit(&accounts, &policy, &mute, &rules, 1, 0, &admission, size, &why));
  GIVES(ARGUMENT_MISSING,
        lwm2m_access_admit(&accounts, &policy, &told, NULL, 1, 0, &admission, size, &why));
  GIVES(ARGUMENT_MISSING,
        lwm2m_access_admit(&accounts, NULL, &told, &rules, 1, 0, &admission, size, &why));
  GIVES(ENUMERATION_UNKNOWN,
        lwm2m_access_admit(&accounts, &policy, &told, &rules, 0, 0, &admission, size, &why));
  GIVES(ENUMERATION_UNKNOWN,
        lwm2m_access_admit(&accounts, &policy, &told, &rules, 3, 0, &admission, size, &why));
  GIVES(ARGUMENT_MISSING,
        lwm2m_access_admit(&accounts, &policy, &told, &rules, 1, 0, NULL, size, &why));
  GIVES(STORAGE_TOO_SMALL,
        lwm2m_access_admit(&accounts, &policy, &told, &rules, 1, 0, &admission, 8, &why));
  GIVES(ARGUMENT_MISSING,
        lwm2m_access_admit(&accounts, &policy, &told, &rules, 1, 0, &admission, size, NULL));

  GIVES(ARGUMENT_MISSING, lwm2m_access_identify(NULL, &admission, &session, 0, &asked));
  CHECK(asked.server == 0); /* whatever goes wrong, it is nobody */
  asked.server = 101;
  GIVES(ARGUMENT_MISSING, lwm2m_access_identify(&accounts, NULL, &session, 0, &asked));
  CHECK(asked.server == 0);
  GIVES(NOT_MADE, lwm2m_access_identify(&accounts, &unmade, &session, 0, &asked));
  GIVES(NOT_MADE, lwm2m_access_identify(&unmade_accounts, &admission, &session, 0, &asked));
  GIVES(ARGUMENT_MISSING, lwm2m_access_identify(&accounts, &admission, NULL, 0, &asked));
  GIVES(ARGUMENT_MISSING, lwm2m_access_identify(&accounts, &admission, &session, 0, NULL));

  lwm2m_access_session_functions each[8];
  for (size_t k = 0; k < 8; ++k) each[k] = dtls_functions;
  each[0].is_established = NULL;
  each[1].peer = NULL;
  each[2].peer_verified = NULL;
  each[3].local = NULL;
  each[4].protocol = NULL;
  each[5].cipher_suite = NULL;
  each[6].role = NULL;
  each[7].resumed = NULL;
  for (size_t k = 0; k < 8; ++k) {
    const lwm2m_access_session partial = {&session, &each[k], NULL};
    GIVES(ARGUMENT_MISSING,
          lwm2m_access_admit(&accounts, &policy, &partial, &rules, 1, 0, &admission, size, &why));
  }
}

void check_admission(void) {
  test_admission();
  test_refusals();
  test_kept_verdicts();
  test_no_binding();
  test_bootstrap_server();
  test_without_security();
  test_admission_arguments();
}
