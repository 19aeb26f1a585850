/* Accounts with credentials, and the keys that a DTLS library asks for. */

#include <string.h>

#include "channel_world.h"
#include "world.h"

static void test_credentials(void) {
  lwm2m_access_account account =
      psk_account(LWM2M_ACCESS_ACCOUNT_SERVER, 102, identity_101, sizeof identity_101);
  uint64_t faults = 1;
  make_accounts();
  GIVES(ARGUMENT_MISSING, lwm2m_access_accounts_make(NULL, sizeof accounts));
  GIVES(STORAGE_TOO_SMALL, lwm2m_access_accounts_make(&accounts, 8));
  account.server = 101;
  GIVES(ACCOUNT_FAULTY, lwm2m_access_accounts_add(&accounts, &account, &faults));
  CHECK(lwm2m_access_set_has(faults, LWM2M_ACCESS_ACCOUNT_FAULT_ACCOUNT_DOUBLED));
  CHECK(!lwm2m_access_set_has(faults, LWM2M_ACCESS_ACCOUNT_FAULT_NO_ROOM));
  account.server = 65536 + 102;
  account.mode = LWM2M_ACCESS_MODE_UNKNOWN;
  GIVES(ACCOUNT_FAULTY, lwm2m_access_accounts_add(&accounts, &account, &faults));
  CHECK(lwm2m_access_set_has(faults, LWM2M_ACCESS_ACCOUNT_FAULT_SERVER_MISSING));
  CHECK(lwm2m_access_set_has(faults, LWM2M_ACCESS_ACCOUNT_FAULT_MODE_MISSING));
  account = psk_account(LWM2M_ACCESS_ACCOUNT_SERVER, 102, NULL, 7); /* no octets, whatever size */
  GIVES(ACCOUNT_FAULTY, lwm2m_access_accounts_add(&accounts, &account, &faults));
  CHECK(lwm2m_access_set_has(faults, LWM2M_ACCESS_ACCOUNT_FAULT_IDENTITY_MISSING));
  GIVES(ACCOUNT_FAULTY, lwm2m_access_accounts_change(&accounts, &account, &faults));
  CHECK(lwm2m_access_set_has(faults, LWM2M_ACCESS_ACCOUNT_FAULT_ACCOUNT_UNKNOWN));
  CHECK(!lwm2m_access_set_has(UINT64_MAX, 64));

  account.kind = 0;
  GIVES(ENUMERATION_UNKNOWN, lwm2m_access_accounts_add(&accounts, &account, &faults));
  CHECK(faults == 0);
  account.kind = 3;
  GIVES(ENUMERATION_UNKNOWN, lwm2m_access_accounts_change(&accounts, &account, &faults));
  GIVES(ARGUMENT_MISSING, lwm2m_access_accounts_add(NULL, &account, &faults));
  GIVES(NOT_MADE, lwm2m_access_accounts_add(&unmade_accounts, &account, &faults));
  GIVES(ARGUMENT_MISSING, lwm2m_access_accounts_add(&accounts, NULL, &faults));
  GIVES(ARGUMENT_MISSING, lwm2m_access_accounts_add(&accounts, &account, NULL));
  GIVES(NOT_MADE, lwm2m_access_accounts_change(&unmade_accounts, &account, &faults));
  GIVES(ARGUMENT_MISSING, lwm2m_access_accounts_change(&accounts, NULL, &faults));

  GIVES(DONE, lwm2m_access_accounts_remove(&accounts, LWM2M_ACCESS_ACCOUNT_SERVER, 101));
  GIVES(SERVER_UNKNOWN, lwm2m_access_accounts_remove(&accounts, LWM2M_ACCESS_ACCOUNT_SERVER, 101));
  GIVES(SERVER_UNKNOWN,
        lwm2m_access_accounts_remove(&accounts, LWM2M_ACCESS_ACCOUNT_SERVER, 65536 + 101));
  GIVES(DONE, lwm2m_access_accounts_remove(&accounts, LWM2M_ACCESS_ACCOUNT_BOOTSTRAP_SERVER, 9));
  GIVES(ENUMERATION_UNKNOWN, lwm2m_access_accounts_remove(&accounts, 0, 101));
  GIVES(ARGUMENT_MISSING, lwm2m_access_accounts_remove(NULL, 1, 101));
  GIVES(NOT_MADE, lwm2m_access_accounts_remove(&unmade_accounts, 1, 101));
}

static bool holds(const lwm2m_access_bytes* found, const uint8_t* wanted, size_t size) {
  return found->size == size && memcmp(found->data, wanted, size) == 0;
}

static void test_keys(void) {
  const lwm2m_access_bytes named = {identity_101, sizeof identity_101}, unknown = {other_key, 2};
  lwm2m_access_bytes identity, key;
  int session;
  make_accounts();
  GIVES(DONE, lwm2m_access_supply_key(&accounts, LWM2M_ACCESS_ACCOUNT_SERVER, 101, &session,
                                      &binding, &identity, &key));
  CHECK(holds(&identity, identity_101, sizeof identity_101) &&
        holds(&key, key_101, sizeof key_101));
  GIVES(SERVER_UNKNOWN,
        lwm2m_access_supply_key(&accounts, 1, 102, &session, &binding, &identity, &key));
  CHECK(identity.size == 0 && key.size == 0 && key.data == NULL);
  GIVES(ENUMERATION_UNKNOWN,
        lwm2m_access_supply_key(&accounts, 0, 101, &session, &binding, &identity, &key));
  GIVES(ARGUMENT_MISSING,
        lwm2m_access_supply_key(NULL, 1, 101, &session, &binding, &identity, &key));
  GIVES(NOT_MADE,
        lwm2m_access_supply_key(&unmade_accounts, 1, 101, &session, &binding, &identity, &key));
  GIVES(ARGUMENT_MISSING,
        lwm2m_access_supply_key(&accounts, 1, 101, NULL, &binding, &identity, &key));
  GIVES(ARGUMENT_MISSING,
        lwm2m_access_supply_key(&accounts, 1, 101, &session, &binding, NULL, &key));
  GIVES(ARGUMENT_MISSING,
        lwm2m_access_supply_key(&accounts, 1, 101, &session, &binding, &identity, NULL));

  GIVES(ARGUMENT_MISSING,
        lwm2m_access_supply_key(&accounts, 1, 101, &session, NULL, &identity, &key));
  GIVES(ARGUMENT_MISSING, lwm2m_access_supply_key_for(&accounts, &named, &session, NULL, &key));
  GIVES(DONE, lwm2m_access_supply_key_for(&accounts, &named, &session, &binding, &key));
  CHECK(holds(&key, key_101, sizeof key_101));
  GIVES(SERVER_UNKNOWN, lwm2m_access_supply_key_for(&accounts, &unknown, &session, &binding, &key));
  CHECK(key.size == 0);
  GIVES(ARGUMENT_MISSING, lwm2m_access_supply_key_for(NULL, &named, &session, &binding, &key));
  GIVES(NOT_MADE, lwm2m_access_supply_key_for(&unmade_accounts, &named, &session, &binding, &key));
  GIVES(ARGUMENT_MISSING, lwm2m_access_supply_key_for(&accounts, NULL, &session, &binding, &key));
  GIVES(ARGUMENT_MISSING, lwm2m_access_supply_key_for(&accounts, &named, NULL, &binding, &key));
  GIVES(ARGUMENT_MISSING, lwm2m_access_supply_key_for(&accounts, &named, &session, &binding, NULL));
}

void check_credentials(void) {
  test_credentials();
  test_keys();
}
