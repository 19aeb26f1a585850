/* Changes that take effect together. */

#include "world.h"

static lwm2m_access_policy staged;
static lwm2m_access_transaction transaction, unmade;

static void test_commit(void) {
  const lwm2m_access_decision before =
      (make_world(), decide(101, LWM2M_ACCESS_OPERATION_READ, path_instance(3, 0)));
  struct told all;
  const lwm2m_access_listener listener = listener_of(&all);
  GIVES(DONE, lwm2m_access_policy_make(&staged, sizeof staged, LWM2M_ACCESS_EDITION_ANY));
  GIVES(DONE, lwm2m_access_transaction_open(&transaction, sizeof transaction, &policy, &staged));
  lwm2m_access_policy* const edited = lwm2m_access_transaction_policy(&transaction);
  CHECK(edited == &staged && lwm2m_access_account_count(edited) == 2);
  GIVES(DONE, lwm2m_access_account_removed(edited, 102, &listener));
  CHECK(all.deleted == 1); /* /1/1, of which the listener is told at once */
  GIVES(DONE, lwm2m_access_account_added(edited, 103));
  CHECK(lwm2m_access_has_account(&policy, 102) && !lwm2m_access_has_account(&policy, 103));
  CHECK(lwm2m_access_still_valid(&policy, &before)); /* nothing has happened yet */
  GIVES(DONE, lwm2m_access_transaction_commit(&transaction));
  CHECK(!lwm2m_access_has_account(&policy, 102) && lwm2m_access_has_account(&policy, 103));
  CHECK(!lwm2m_access_still_valid(&policy, &before));
  GIVES(NOT_MADE, lwm2m_access_transaction_commit(&transaction));
  CHECK(lwm2m_access_transaction_policy(&transaction) == NULL);
}

static void test_no_commit(void) {
  make_world();
  GIVES(DONE, lwm2m_access_transaction_open(&transaction, sizeof transaction, &policy, &staged));
  GIVES(DONE, lwm2m_access_control_erase(lwm2m_access_transaction_policy(&transaction), 0));
  GIVES(DONE, lwm2m_access_transaction_drop(&transaction));
  CHECK(lwm2m_access_control_count(&policy) == 3);
  GIVES(NOT_MADE, lwm2m_access_transaction_drop(&transaction));

  GIVES(DONE, lwm2m_access_transaction_open(&transaction, sizeof transaction, &policy, &staged));
  GIVES(DONE, lwm2m_access_control_erase(lwm2m_access_transaction_policy(&transaction), 0));
  GIVES(DONE, lwm2m_access_control_erase(&policy, 1)); /* beside the transaction */
  GIVES(POLICY_CHANGED, lwm2m_access_transaction_commit(&transaction));
  CHECK(lwm2m_access_control_count(&policy) == 2);
  GIVES(NOT_MADE, lwm2m_access_transaction_commit(&transaction));
}

static void test_refusals(void) {
  const size_t size = sizeof transaction;
  make_world();
  GIVES(ARGUMENT_MISSING, lwm2m_access_transaction_open(NULL, size, &policy, &staged));
  GIVES(STORAGE_TOO_SMALL, lwm2m_access_transaction_open(&transaction, 8, &policy, &staged));
  GIVES(ARGUMENT_MISSING, lwm2m_access_transaction_open(&transaction, size, NULL, &staged));
  GIVES(ARGUMENT_MISSING, lwm2m_access_transaction_open(&transaction, size, &policy, NULL));
  GIVES(ARGUMENT_MISSING, lwm2m_access_transaction_open(&transaction, size, &policy, &policy));
  GIVES(NOT_MADE, lwm2m_access_transaction_open(&transaction, size, &unmade_policy, &staged));
  GIVES(NOT_MADE, lwm2m_access_transaction_open(&transaction, size, &policy, &unmade_policy));
  CHECK(lwm2m_access_transaction_policy(NULL) == NULL);
  CHECK(lwm2m_access_transaction_policy(&unmade) == NULL);
  GIVES(ARGUMENT_MISSING, lwm2m_access_transaction_commit(NULL));
  GIVES(NOT_MADE, lwm2m_access_transaction_commit(&unmade));
  GIVES(ARGUMENT_MISSING, lwm2m_access_transaction_drop(NULL));
  GIVES(NOT_MADE, lwm2m_access_transaction_drop(&unmade));
}

void check_transactions(void) {
  test_commit();
  test_no_commit();
  test_refusals();
}
