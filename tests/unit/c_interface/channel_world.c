/* The accounts and sessions of the tests of the C interface to the channel. */

#include <string.h>

#include "channel_world.h"
#include "world.h"

const uint8_t identity_101[] = {'d', '1'}, key_101[] = {1, 2, 3, 4}, other_key[] = {9, 9};
const uint8_t identity_bootstrap[] = {'b'};

lwm2m_access_account psk_account(lwm2m_access_account_kind kind, int64_t server,
                                 const uint8_t* identity, size_t size) {
  lwm2m_access_account made;
  memset(&made, 0, sizeof made);
  made.kind = kind;
  made.mode = LWM2M_ACCESS_MODE_PSK;
  made.server = server;
  made.identity.data = identity;
  made.identity.size = size;
  made.secret_key.data = key_101;
  made.secret_key.size = sizeof key_101;
  return made;
}

static bool dtls_established(void* session) { return ((struct dtls*)session)->established; }
static void dtls_peer(void* session, lwm2m_access_identity* found) {
  *found = ((struct dtls*)session)->peer;
}
static lwm2m_access_answer dtls_verified(void* session) {
  return ((struct dtls*)session)->verified;
}
static void dtls_local(void* session, lwm2m_access_identity* found) {
  *found = ((struct dtls*)session)->local;
}
static uint16_t dtls_protocol(void* session) { return ((struct dtls*)session)->protocol; }
static uint16_t dtls_suite(void* session) { return ((struct dtls*)session)->suite; }
static lwm2m_access_dtls_role dtls_role(void* session) { return ((struct dtls*)session)->role; }
static lwm2m_access_resumption dtls_resumed(void* session) {
  return ((struct dtls*)session)->resumed;
}
const lwm2m_access_session_functions dtls_functions = {.is_established = dtls_established,
                                                       .peer = dtls_peer,
                                                       .peer_verified = dtls_verified,
                                                       .local = dtls_local,
                                                       .protocol = dtls_protocol,
                                                       .cipher_suite = dtls_suite,
                                                       .role = dtls_role,
                                                       .resumed = dtls_resumed};

struct dtls psk_session(const uint8_t* identity, size_t size) {
  struct dtls made;
  memset(&made, 0, sizeof made);
  made.established = true;
  made.local.kind = LWM2M_ACCESS_IDENTITY_PSK;
  made.local.value.data = identity;
  made.local.value.size = size;
  made.verified = LWM2M_ACCESS_ANSWER_YES;
  made.protocol = 0xFEFD;
  made.suite = 0xC0A8;
  made.role = LWM2M_ACCESS_DTLS_CLIENT;
  made.resumed = LWM2M_ACCESS_RESUMPTION_FULL_HANDSHAKE;
  return made;
}

lwm2m_access_accounts accounts, unmade_accounts;
const lwm2m_access_channel_rules rules = {.allow_tls = false};
lwm2m_access_admission admission;
lwm2m_access_binding binding;

void make_accounts(void) {
  const lwm2m_access_account server =
      psk_account(LWM2M_ACCESS_ACCOUNT_SERVER, 101, identity_101, sizeof identity_101);
  const lwm2m_access_account bootstrap = psk_account(LWM2M_ACCESS_ACCOUNT_BOOTSTRAP_SERVER, 0,
                                                     identity_bootstrap, sizeof identity_bootstrap);
  uint64_t faults = 1;
  memset(&binding, 0, sizeof binding); /* forgotten with the accounts */
  GIVES(DONE, lwm2m_access_accounts_make(&accounts, sizeof accounts));
  GIVES(DONE, lwm2m_access_accounts_add(&accounts, &server, &faults));
  CHECK(faults == 0);
  GIVES(DONE, lwm2m_access_accounts_add(&accounts, &bootstrap, &faults));
}

lwm2m_access_status admit(struct dtls* session, lwm2m_access_account_kind kind,
                          uint64_t* refusals) {
  const lwm2m_access_session told = {session, &dtls_functions, &binding};
  return lwm2m_access_admit(&accounts, &policy, &told, &rules, kind, 0, &admission,
                            sizeof admission, refusals);
}
void supply(int64_t server, const struct dtls* session) {
  lwm2m_access_bytes identity, key;
  const lwm2m_access_account_kind kind =
      server ? LWM2M_ACCESS_ACCOUNT_SERVER : LWM2M_ACCESS_ACCOUNT_BOOTSTRAP_SERVER;
  GIVES(DONE, lwm2m_access_supply_key(&accounts, kind, server, session, &binding, &identity, &key));
}
