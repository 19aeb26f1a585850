/* Facts of a handshake that a DTLS library may not tell. */

#include <string.h>

#include "channel_world.h"
#include "world.h"

/* SubjectPublicKeyInfo of a P-256 key: its frame, and any point. */
static void make_key(uint8_t (*key)[91], uint8_t point) {
  static const uint8_t frame[] = {0x30, 0x59, 0x30, 0x13, 0x06, 0x07, 0x2A, 0x86, 0x48,
                                  0xCE, 0x3D, 0x02, 0x01, 0x06, 0x08, 0x2A, 0x86, 0x48,
                                  0xCE, 0x3D, 0x03, 0x01, 0x07, 0x03, 0x42, 0x00, 0x04};
  memset(*key, point, sizeof *key);
  memcpy(*key, frame, sizeof frame);
}

static uint8_t own_key[91], server_key[91];
static unsigned chain_calls;
static lwm2m_access_hash weak_hash(void* session) { return session ? LWM2M_ACCESS_HASH_SHA1 : 0; }
static lwm2m_access_hash good_hash(void* session) { return session ? LWM2M_ACCESS_HASH_SHA256 : 0; }
static lwm2m_access_hash no_hash(void* session) { return session ? 99 : 0; }
static uint16_t weak_group(void* session) { return session ? 192 : 0; }
static uint16_t good_group(void* session) { return session ? 256 : 0; }
static size_t chain_size(void* session) { return session ? 2 : 0; }
static void chain_at(void* session, size_t k, lwm2m_access_bytes* found) {
  const lwm2m_access_bytes none = {NULL, 99}, leaf = {server_key, sizeof server_key};
  ++chain_calls;
  *found = session && k == 0 ? leaf : none;
}

static uint64_t refusals_with(lwm2m_access_session_functions functions) {
  struct dtls session = psk_session(own_key, sizeof own_key);
  const lwm2m_access_session told = {&session, &functions, NULL};
  uint64_t refusals = 0;
  session.local.kind = LWM2M_ACCESS_IDENTITY_RAW_PUBLIC_KEY;
  session.peer.kind = LWM2M_ACCESS_IDENTITY_RAW_PUBLIC_KEY;
  session.peer.value.data = server_key;
  session.peer.value.size = sizeof server_key;
  session.suite = 0xC0AE;
  CHECK((lwm2m_access_admit(&accounts, &policy, &told, &rules, 1, 0, &admission, sizeof admission,
                            &refusals) == LWM2M_ACCESS_STATUS_DONE) == (refusals == 0));
  return refusals;
}

static void test_handshake_facts(void) {
  lwm2m_access_account account;
  lwm2m_access_session_functions functions = dtls_functions;
  uint64_t faults = 0;
  const uint64_t hash_unknown = UINT64_C(1) << LWM2M_ACCESS_REFUSAL_HANDSHAKE_HASH_UNKNOWN;
  const uint64_t group_unknown = UINT64_C(1) << LWM2M_ACCESS_REFUSAL_GROUP_UNKNOWN;
  make_key(&own_key, 1);
  make_key(&server_key, 2);
  account = psk_account(LWM2M_ACCESS_ACCOUNT_SERVER, 101, own_key, sizeof own_key);
  account.mode = LWM2M_ACCESS_MODE_RAW_PUBLIC_KEY;
  account.peer_key.data = server_key;
  account.peer_key.size = sizeof server_key;
  GIVES(DONE, lwm2m_access_accounts_make(&accounts, sizeof accounts));
  GIVES(DONE, lwm2m_access_accounts_add(&accounts, &account, &faults));

  CHECK(refusals_with(functions) == (hash_unknown | group_unknown)); /* never a yes */
  functions.hash_is_configured = true;
  CHECK(refusals_with(functions) == group_unknown);
  functions.group_is_configured = true;
  CHECK(refusals_with(functions) == 0);
  functions.handshake_hash = weak_hash; /* what is told goes before what is configured */
  functions.key_exchange_bits = weak_group;
  CHECK(refusals_with(functions) == (UINT64_C(1) << LWM2M_ACCESS_REFUSAL_HANDSHAKE_HASH_TOO_WEAK |
                                     UINT64_C(1) << LWM2M_ACCESS_REFUSAL_GROUP_TOO_SMALL));
  functions.handshake_hash = no_hash;
  functions.key_exchange_bits = good_group;
  CHECK(refusals_with(functions) == hash_unknown);
  functions.handshake_hash = good_hash;
  functions.peer_chain_size = chain_size;
  CHECK(refusals_with(functions) == 0 && chain_calls == 0); /* without `peer_chain`: no chain */
  functions.peer_chain = chain_at;
  CHECK(refusals_with(functions) == 0 && chain_calls == 0); /* a key rests on no chain */
}

void check_handshake_facts(void) { test_handshake_facts(); }
