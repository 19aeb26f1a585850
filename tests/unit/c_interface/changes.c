/* Requests that change the policy, at once or record by record, and what the stack tells of its
   instances and accounts. */

#include <string.h>

#include "world.h"

/* Record by record. */
static void test_records(void) {
  lwm2m_access_pending work, unmade;
  lwm2m_access_decision decision;
  const lwm2m_access_request asked =
      request_of(101, LWM2M_ACCESS_OPERATION_WRITE, path_instance(3, 0));
  const lwm2m_access_path clock = path_resource(3, 0, 13), name = path_resource(3, 0, 0);
  const lwm2m_access_path dirty = {{3, 0, 13, 7}, 4};
  const lwm2m_access_assignment bad = {{{3, 0, 13, 65535}, 4}, 1, 0};
  memset(&unmade, 0, sizeof unmade);
  make_world();

  GIVES(DONE, lwm2m_access_start(&work, sizeof work, &policy, &objects, &asked, NULL, 0));
  GIVES(NOT_MADE, lwm2m_access_commit(&work, NULL, &decision)); /* not decided yet */
  GIVES(DONE, lwm2m_access_add_path(&work, &clock));
  GIVES(DONE, lwm2m_access_decide(&work, &decision));
  CHECK(decision.code == LWM2M_ACCESS_CODE_CHANGED);
  GIVES(NOT_MADE, lwm2m_access_decide(&work, &decision)); /* once only */
  CHECK(is_nothing(&decision));
  GIVES(NOT_MADE, lwm2m_access_add_path(&work, &clock));
  GIVES(DONE, lwm2m_access_commit(&work, NULL, &decision));
  CHECK(decision.code == LWM2M_ACCESS_CODE_CHANGED);

  GIVES(DONE, lwm2m_access_start(&work, sizeof work, &policy, &objects, &asked, NULL, 0));
  GIVES(DONE, lwm2m_access_add_path(&work, &clock));
  GIVES(DONE, lwm2m_access_add_path(&work, &name));
  GIVES(DONE, lwm2m_access_decide(&work, &decision));
  CHECK(decision.code == LWM2M_ACCESS_CODE_METHOD_NOT_ALLOWED);
  CHECK(same_path(&decision.first_bad_path, &name));

  /* A record that could not be looked at is never taken for one that passed. */
  GIVES(DONE, lwm2m_access_start(&work, sizeof work, &policy, &objects, &asked, NULL, 0));
  GIVES(PATH_INVALID, lwm2m_access_add_path(&work, &dirty));
  GIVES(DONE, lwm2m_access_add_path(&work, &clock));
  GIVES(PATH_INVALID, lwm2m_access_decide(&work, &decision));
  CHECK(is_nothing(&decision));
  GIVES(DONE, lwm2m_access_start(&work, sizeof work, &policy, &objects, &asked, NULL, 0));
  GIVES(ENUMERATION_UNKNOWN, lwm2m_access_add_value(&work, &bad));
  GIVES(ENUMERATION_UNKNOWN, lwm2m_access_decide(&work, &decision));
  GIVES(DONE, lwm2m_access_start(&work, sizeof work, &policy, &objects, &asked, NULL, 0));
  GIVES(ARGUMENT_MISSING, lwm2m_access_add_path(&work, NULL));
  GIVES(ARGUMENT_MISSING, lwm2m_access_add_value(&work, NULL));
  GIVES(ARGUMENT_MISSING, lwm2m_access_decide(&work, &decision));
  CHECK(is_nothing(&decision));

  GIVES(DONE, lwm2m_access_start(&work, sizeof work, &policy, &objects, &asked, NULL, 0));
  GIVES(DONE, lwm2m_access_add_account(&policy, 5));
  GIVES(POLICY_CHANGED, lwm2m_access_decide(&work, &decision));
  CHECK(is_nothing(&decision));

  GIVES(ARGUMENT_MISSING,
        lwm2m_access_start(NULL, sizeof work, &policy, &objects, &asked, NULL, 0));
  GIVES(ARGUMENT_MISSING,
        lwm2m_access_start(&work, sizeof work, &policy, &objects, &asked, NULL, 1));
  GIVES(STORAGE_TOO_SMALL, lwm2m_access_start(&work, 8, &policy, &objects, &asked, NULL, 0));
  GIVES(ARGUMENT_MISSING, lwm2m_access_add_path(NULL, &clock));
  GIVES(NOT_MADE, lwm2m_access_add_path(&unmade, &clock));
  GIVES(ARGUMENT_MISSING, lwm2m_access_decide(NULL, &decision));
  GIVES(NOT_MADE, lwm2m_access_decide(&unmade, &decision));
  GIVES(DONE, lwm2m_access_start(&work, sizeof work, &policy, &objects, &asked, NULL, 0));
  GIVES(ARGUMENT_MISSING, lwm2m_access_decide(&work, NULL));
  GIVES(DONE, lwm2m_access_drop(&work));
  GIVES(NOT_MADE, lwm2m_access_decide(&work, &decision));
}

/* Values of Object 2, record by record: E6, F6, and what does not fit. */
static void test_value_records(void) {
  lwm2m_access_pending work;
  lwm2m_access_assignment kept[2];
  lwm2m_access_decision decision;
  lwm2m_access_entry entry;
  const lwm2m_access_request asked =
      request_of(101, LWM2M_ACCESS_OPERATION_WRITE, path_instance(2, 2));
  lwm2m_access_assignment value = {path_resource_instance(2, 2, 2, 101), 3,
                                   LWM2M_ACCESS_VALUE_INTEGER};
  make_world();
  GIVES(DONE, lwm2m_access_start(&work, sizeof work, &policy, &objects, &asked, kept, 2));
  GIVES(DONE, lwm2m_access_add_value(&work, &value));
  GIVES(DONE, lwm2m_access_decide(&work, &decision));
  CHECK(lwm2m_access_is_allowed(&decision));
  GIVES(ENTRY_UNKNOWN, lwm2m_access_control_find_entry(&policy, 2, 101, &entry));
  GIVES(DONE, lwm2m_access_commit(&work, NULL, &decision));
  GIVES(DONE, lwm2m_access_control_find_entry(&policy, 2, 101, &entry));
  CHECK(entry.rights == 3);

  value.kind = LWM2M_ACCESS_VALUE_NOT_AN_INTEGER;
  GIVES(DONE, lwm2m_access_start(&work, sizeof work, &policy, &objects, &asked, kept, 2));
  GIVES(DONE, lwm2m_access_add_value(&work, &value));
  GIVES(DONE, lwm2m_access_decide(&work, &decision));
  CHECK(decision.code == LWM2M_ACCESS_CODE_BAD_REQUEST);
  CHECK(decision.reason == LWM2M_ACCESS_REASON_VALUE_NOT_AN_INTEGER);

  value.kind = LWM2M_ACCESS_VALUE_INTEGER;
  GIVES(DONE, lwm2m_access_start(&work, sizeof work, &policy, &objects, &asked, kept, 2));
  for (uint16_t server = 1; server <= 3; ++server) {
    value.at.id[3] = server;
    GIVES(DONE, lwm2m_access_add_value(&work, &value));
  }
  GIVES(DONE, lwm2m_access_decide(&work, &decision));
  CHECK(decision.code == LWM2M_ACCESS_CODE_INTERNAL_SERVER_ERROR);
  CHECK(decision.reason == LWM2M_ACCESS_REASON_NO_ROOM);
}

static lwm2m_access_code write_value(int64_t server, lwm2m_access_path at, int64_t value,
                                     const lwm2m_access_listener* listener) {
  const lwm2m_access_request asked = request_of(server, LWM2M_ACCESS_OPERATION_WRITE, at);
  const lwm2m_access_assignment values[] = {{at, value, LWM2M_ACCESS_VALUE_INTEGER}};
  lwm2m_access_decision decision;
  GIVES(DONE, lwm2m_access_administer(&policy, &objects, &asked, values, 1, listener, &decision));
  return decision.code;
}

static void test_administer(void) {
  struct told all;
  const lwm2m_access_listener listener = listener_of(&all);
  const lwm2m_access_path entry = path_resource_instance(2, 2, 2, 7);
  const lwm2m_access_path owner = path_resource(2, 2, 3);
  const lwm2m_access_assignment dirty = {{{2, 2, 3, 9}, 4}, 1, LWM2M_ACCESS_VALUE_INTEGER};
  const lwm2m_access_request asked = request_of(101, LWM2M_ACCESS_OPERATION_WRITE, owner);
  lwm2m_access_decision decision;
  make_world();
  CHECK(write_value(102, entry, 1, &listener) == LWM2M_ACCESS_CODE_UNAUTHORIZED);
  CHECK(write_value(101, entry, 65536, &listener) == LWM2M_ACCESS_CODE_BAD_REQUEST);
  CHECK(write_value(101, entry, -1, &listener) == LWM2M_ACCESS_CODE_BAD_REQUEST);
  CHECK(write_value(101, owner, 65536 + 102, &listener) == LWM2M_ACCESS_CODE_BAD_REQUEST);
  CHECK(all.changes == 0);
  CHECK(write_value(101, entry, 3, &listener) == LWM2M_ACCESS_CODE_CHANGED);
  CHECK(all.changes == 1 && all.change.kind == LWM2M_ACCESS_CHANGE_CHANGED);
  CHECK(all.change.id == 2 && all.change.object == 3 && all.change.instance == 0);
  CHECK(write_value(101, owner, 102, NULL) == LWM2M_ACCESS_CODE_CHANGED);
  CHECK(write_value(101, owner, 101, NULL) == LWM2M_ACCESS_CODE_UNAUTHORIZED);

  GIVES(ARGUMENT_MISSING,
        lwm2m_access_administer(&policy, &objects, &asked, NULL, 1, NULL, &decision));
  CHECK(is_nothing(&decision));
  GIVES(PATH_INVALID,
        lwm2m_access_administer(&policy, &objects, &asked, &dirty, 1, NULL, &decision));
  CHECK(is_nothing(&decision));
}

static void test_created_instance(void) {
  const lwm2m_access_path named = path_resource(1, 7, 1), reserved = {{1, 65535, 1, 65535}, 4};
  const lwm2m_access_path second = path_instance(1, 2), seventh = path_instance(1, 7);
  lwm2m_access_path made;
  lwm2m_access_request asked = request_of(101, LWM2M_ACCESS_OPERATION_CREATE, path_object(1));
  make_world();
  GIVES(DONE, lwm2m_access_created_instance(&objects, &asked, &made));
  CHECK(same_path(&made, &second)); /* the lowest free one, whoever asks */
  asked.payload_size = 1;
  asked.payload = &named;
  GIVES(DONE, lwm2m_access_created_instance(&objects, &asked, &made));
  CHECK(same_path(&made, &seventh));
  asked.payload = &reserved;
  GIVES(PATH_INVALID, lwm2m_access_created_instance(&objects, &asked, &made));
  CHECK(made.level == 0);
  asked = request_of(101, LWM2M_ACCESS_OPERATION_CREATE, path_object(99));
  GIVES(OBJECT_UNKNOWN, lwm2m_access_created_instance(&objects, &asked, &made));
  GIVES(ARGUMENT_MISSING, lwm2m_access_created_instance(NULL, &asked, &made));
  GIVES(ARGUMENT_MISSING, lwm2m_access_created_instance(&objects, NULL, &made));
  GIVES(ARGUMENT_MISSING, lwm2m_access_created_instance(&objects, &asked, NULL));
  asked.operation = 0;
  GIVES(ENUMERATION_UNKNOWN, lwm2m_access_created_instance(&objects, &asked, &made));
}

static void test_create(void) {
  struct told all;
  const lwm2m_access_listener listener = listener_of(&all);
  const lwm2m_access_path conveyed[] = {LWM2M_ACCESS_PATH_RESOURCE(1, 7, 1)};
  lwm2m_access_request asked = request_of(101, LWM2M_ACCESS_OPERATION_CREATE, path_object(1));
  lwm2m_access_pending work;
  lwm2m_access_decision decision;
  lwm2m_access_path created;
  make_world();
  GIVES(DONE, lwm2m_access_control_add(&policy, 3, 1, LWM2M_ACCESS_OBJECT_LEVEL,
                                       LWM2M_ACCESS_OWNER_BOOTSTRAP));
  GIVES(DONE, lwm2m_access_control_set_entry(&policy, 3, 101, LWM2M_ACCESS_RIGHT_CREATE));
  asked.payload = conveyed;
  asked.payload_size = 1;
  GIVES(DONE,
        lwm2m_access_begin(&work, sizeof work, &policy, &objects, &asked, NULL, 0, &decision));
  CHECK(decision.code == LWM2M_ACCESS_CODE_INTERNAL_SERVER_ERROR); /* C10 */
  CHECK(decision.reason == LWM2M_ACCESS_REASON_NO_ROOM);
  GIVES(DONE, lwm2m_access_instance(&work, &created));
  CHECK(created.level == 0);
  GIVES(DONE, lwm2m_access_commit(&work, &listener, &decision)); /* refused: nothing happens */
  CHECK(decision.reason == LWM2M_ACCESS_REASON_NO_ROOM && all.changes == 0);

  GIVES(DONE, lwm2m_access_control_erase(&policy, 0));
  GIVES(DONE,
        lwm2m_access_begin(&work, sizeof work, &policy, &objects, &asked, NULL, 0, &decision));
  CHECK(decision.code == LWM2M_ACCESS_CODE_CREATED && all.changes == 0);
  GIVES(DONE, lwm2m_access_instance(&work, &created));
  CHECK(created.id[0] == 1 && created.id[1] == 7);
  GIVES(DONE, lwm2m_access_drop(&work)); /* the stack could not make it: it has not happened */
  CHECK(lwm2m_access_control_count(&policy) == 3);

  GIVES(DONE,
        lwm2m_access_begin(&work, sizeof work, &policy, &objects, &asked, NULL, 0, &decision));
  GIVES(DONE, lwm2m_access_commit(&work, &listener, &decision));
  CHECK(decision.code == LWM2M_ACCESS_CODE_CREATED);
  CHECK(all.changes == 1 && all.change.kind == LWM2M_ACCESS_CHANGE_MADE && all.change.id == 0);
  CHECK(all.change.object == 1 && all.change.instance == 7);
  GIVES(NOT_MADE, lwm2m_access_commit(&work, &listener, &decision)); /* once only */
  GIVES(NOT_MADE, lwm2m_access_drop(&work));
  GIVES(NOT_MADE, lwm2m_access_instance(&work, &created));
  CHECK(created.level == 0);

  /* Changed meanwhile: the account is gone, and the stack takes its instance back. */
  GIVES(DONE, lwm2m_access_control_erase(&policy, 0));
  GIVES(DONE,
        lwm2m_access_begin(&work, sizeof work, &policy, &objects, &asked, NULL, 0, &decision));
  GIVES(DONE, lwm2m_access_account_removed(&policy, 101, &listener));
  GIVES(DONE, lwm2m_access_commit(&work, &listener, &decision));
  CHECK(!lwm2m_access_is_allowed(&decision));

  GIVES(ARGUMENT_MISSING,
        lwm2m_access_begin(NULL, sizeof work, &policy, &objects, &asked, NULL, 0, &decision));
  GIVES(STORAGE_TOO_SMALL,
        lwm2m_access_begin(&work, 8, &policy, &objects, &asked, NULL, 0, &decision));
  GIVES(ARGUMENT_MISSING, lwm2m_access_instance(NULL, &created));
  GIVES(ARGUMENT_MISSING, lwm2m_access_commit(NULL, &listener, &decision));
  GIVES(ARGUMENT_MISSING, lwm2m_access_drop(NULL));
}

static void test_instances(void) {
  struct told all;
  const lwm2m_access_listener listener = listener_of(&all);
  make_world();
  GIVES(DONE, lwm2m_access_instance_created(&policy, 5, 0, 101, &listener));
  CHECK(all.changes == 1 && all.change.kind == LWM2M_ACCESS_CHANGE_MADE && all.change.id == 3);
  GIVES(NO_ROOM, lwm2m_access_instance_created(&policy, 6, 0, 101, &listener));
  GIVES(SERVER_UNKNOWN, lwm2m_access_instance_created(&policy, 6, 0, 7, &listener));
  GIVES(SERVER_UNKNOWN, lwm2m_access_instance_created(&policy, 6, 0, 65536 + 101, NULL));
  GIVES(TARGET_INVALID, lwm2m_access_instance_created(&policy, 0, 0, 101, &listener));
  GIVES(TARGET_INVALID, lwm2m_access_instance_created(&policy, 6, 65535, 101, &listener));
  GIVES(TARGET_INVALID, lwm2m_access_instance_created(&policy, 6, 65536, 101, &listener));
  GIVES(ARGUMENT_MISSING, lwm2m_access_instance_created(NULL, 6, 0, 101, &listener));
  GIVES(NOT_MADE, lwm2m_access_instance_created(&unmade_policy, 6, 0, 101, &listener));

  GIVES(DONE, lwm2m_access_instance_deleted(&policy, 5, 0, &listener));
  CHECK(all.changes == 2 && all.change.kind == LWM2M_ACCESS_CHANGE_ERASED && all.change.id == 3);
  GIVES(DONE, lwm2m_access_instance_deleted(&policy, 5, 0, NULL)); /* nothing governs it */
  GIVES(TARGET_INVALID, lwm2m_access_instance_deleted(&policy, 5, 65536, &listener));
  GIVES(TARGET_INVALID, lwm2m_access_instance_deleted(&policy, 5, 65535, &listener));
  GIVES(ARGUMENT_MISSING, lwm2m_access_instance_deleted(NULL, 5, 0, &listener));
  GIVES(NOT_MADE, lwm2m_access_instance_deleted(&unmade_policy, 5, 0, &listener));
}

static void test_account_removed(void) {
  struct told all;
  const lwm2m_access_listener listener = listener_of(&all);
  lwm2m_access_listener deaf = listener;
  make_world();
  deaf.to_be_deleted = NULL;
  GIVES(ARGUMENT_MISSING, lwm2m_access_account_removed(NULL, 102, &listener));
  GIVES(NOT_MADE, lwm2m_access_account_removed(&unmade_policy, 102, &listener));
  GIVES(ARGUMENT_MISSING, lwm2m_access_account_removed(&policy, 102, NULL));
  GIVES(ARGUMENT_MISSING, lwm2m_access_account_removed(&policy, 102, &deaf));
  GIVES(SERVER_UNKNOWN, lwm2m_access_account_removed(&policy, 7, &listener));
  GIVES(SERVER_UNKNOWN, lwm2m_access_account_removed(&policy, 65536 + 102, &listener));
  CHECK(all.changes == 0 && all.deleted == 0 && lwm2m_access_account_count(&policy) == 2);
  GIVES(DONE, lwm2m_access_account_removed(&policy, 102, &listener));
  CHECK(all.deleted == 1 && all.instance.id[0] == 1 && all.instance.id[1] == 1);
  CHECK(all.changes == 2 && lwm2m_access_account_count(&policy) == 1);
}

static void test_check(void) {
  struct told all;
  const lwm2m_access_listener listener = listener_of(&all);
  lwm2m_access_listener deaf = listener;
  size_t faults = 9;
  make_world();
  GIVES(DONE, lwm2m_access_check(&policy, &objects, &listener, &faults));
  CHECK(faults == 0 && all.faults == 0);
  GIVES(DONE, lwm2m_access_control_add(&policy, 3, 5, 0, 7));
  GIVES(FAULTY, lwm2m_access_check(&policy, &objects, &listener, &faults));
  CHECK(faults == 2 && all.faults == 2); /* no such instance, no such account */
  CHECK(all.fault.kind == LWM2M_ACCESS_FAULT_OWNER_WITHOUT_ACCOUNT && all.fault.id == 3);
  CHECK(all.fault.object == 5 && all.fault.instance == 0);
  GIVES(FAULTY, lwm2m_access_check(&policy, &objects, NULL, &faults));
  deaf.fault = NULL;
  GIVES(FAULTY, lwm2m_access_check(&policy, &objects, &deaf, &faults));
  CHECK(faults == 2 && all.faults == 2);
  GIVES(ARGUMENT_MISSING, lwm2m_access_check(NULL, &objects, &listener, &faults));
  GIVES(ARGUMENT_MISSING, lwm2m_access_check(&policy, NULL, &listener, &faults));
  GIVES(ARGUMENT_MISSING, lwm2m_access_check(&policy, &objects, &listener, NULL));
  GIVES(NOT_MADE, lwm2m_access_check(&unmade_policy, &objects, &listener, &faults));
}

void check_changes(void) {
  test_records();
  test_value_records();
  test_administer();
  test_created_instance();
  test_create();
  test_instances();
  test_account_removed();
  test_check();
}
