/* Bootstrap sessions (section K of the rules). */

#include "world.h"

static void test_bootstrap(void) {
  static lwm2m_access_bootstrap session, unmade;
  static lwm2m_access_policy staged;
  struct told all;
  const lwm2m_access_listener listener = listener_of(&all);
  lwm2m_access_code code = 0;
  make_world();
  GIVES(DONE, lwm2m_access_policy_make(&staged, sizeof staged, LWM2M_ACCESS_EDITION_ANY));
  GIVES(ARGUMENT_MISSING, lwm2m_access_bootstrap_open(NULL, sizeof session, &policy, &staged));
  GIVES(STORAGE_TOO_SMALL, lwm2m_access_bootstrap_open(&session, 8, &policy, &staged));
  GIVES(ARGUMENT_MISSING, lwm2m_access_bootstrap_open(&session, sizeof session, NULL, &staged));
  GIVES(ARGUMENT_MISSING, lwm2m_access_bootstrap_open(&session, sizeof session, &policy, NULL));
  GIVES(ARGUMENT_MISSING, lwm2m_access_bootstrap_open(&session, sizeof session, &policy, &policy));
  GIVES(NOT_MADE, lwm2m_access_bootstrap_open(&session, sizeof session, &unmade_policy, &staged));
  GIVES(NOT_MADE, lwm2m_access_bootstrap_open(&session, sizeof session, &policy, &unmade_policy));
  CHECK(lwm2m_access_bootstrap_policy(NULL) == NULL);
  CHECK(lwm2m_access_bootstrap_policy(&unmade) == NULL);

  GIVES(DONE, lwm2m_access_bootstrap_open(&session, sizeof session, &policy, &staged));
  GIVES(BOOTSTRAP_IN_PROGRESS,
        lwm2m_access_bootstrap_open(&unmade, sizeof unmade, &policy, &staged));
  lwm2m_access_policy* edited = lwm2m_access_bootstrap_policy(&session);
  CHECK(edited == &staged);
  GIVES(DONE, lwm2m_access_control_add(edited, 3, 3303, 0, 7));
  CHECK(lwm2m_access_control_count(&policy) == 3); /* unseen until it is finished */
  GIVES(FAULTY, lwm2m_access_bootstrap_finish(&session, &objects, &listener, &code));
  CHECK(code == LWM2M_ACCESS_CODE_NOT_ACCEPTABLE && all.faults == 2 && all.replaced == 0);
  CHECK(lwm2m_access_control_count(&policy) == 3);
  GIVES(BOOTSTRAP_IN_PROGRESS, lwm2m_access_account_added(&policy, 7));
  GIVES(DONE, lwm2m_access_control_erase(edited, 3));
  GIVES(DONE, lwm2m_access_account_added(edited, 7));
  GIVES(DONE, lwm2m_access_bootstrap_finish(&session, &objects, &listener, &code));
  CHECK(code == LWM2M_ACCESS_CODE_CHANGED && lwm2m_access_has_account(&policy, 7));
  CHECK(all.replaced == 1);
  GIVES(NOT_MADE, lwm2m_access_bootstrap_finish(&session, &objects, NULL, &code));
  CHECK(lwm2m_access_bootstrap_policy(&session) == NULL);

  GIVES(DONE, lwm2m_access_bootstrap_open(&session, sizeof session, &policy, &staged));
  GIVES(DONE, lwm2m_access_control_erase(&policy, 0)); /* beside the session */
  GIVES(POLICY_CHANGED, lwm2m_access_bootstrap_finish(&session, &objects, NULL, &code));
  CHECK(code == LWM2M_ACCESS_CODE_INTERNAL_SERVER_ERROR);
  GIVES(ARGUMENT_MISSING, lwm2m_access_bootstrap_finish(NULL, &objects, NULL, &code));
  GIVES(ARGUMENT_MISSING, lwm2m_access_bootstrap_finish(&session, NULL, NULL, &code));
  GIVES(ARGUMENT_MISSING, lwm2m_access_bootstrap_finish(&session, &objects, NULL, NULL));
  GIVES(NOT_MADE, lwm2m_access_bootstrap_finish(&unmade, &objects, NULL, &code));
  GIVES(DONE, lwm2m_access_bootstrap_drop(&session));
  GIVES(NOT_MADE, lwm2m_access_bootstrap_drop(&session));
  GIVES(ARGUMENT_MISSING, lwm2m_access_bootstrap_drop(NULL));
  GIVES(NO_ROOM, lwm2m_access_account_added(&policy, 8)); /* accounts come and go again */
}

/* Requests in a session (rules K1, K2, K6, K8). */
static void test_bootstrap_requests(void) {
  static lwm2m_access_bootstrap session, unmade;
  static lwm2m_access_policy staged;
  lwm2m_access_pending work;
  lwm2m_access_decision decision;
  lwm2m_access_code code;
  lwm2m_access_control found;
  lwm2m_access_assignment kept[4];
  const lwm2m_access_path owner = path_resource(2, 2, 3);
  const lwm2m_access_assignment value = {owner, 102, LWM2M_ACCESS_VALUE_INTEGER};
  const lwm2m_access_request write = request_of(999, LWM2M_ACCESS_OPERATION_WRITE, owner);
  const lwm2m_access_request by_owner = request_of(101, LWM2M_ACCESS_OPERATION_WRITE, owner);
  make_world();
  GIVES(DONE, lwm2m_access_policy_make(&staged, sizeof staged, LWM2M_ACCESS_EDITION_ANY));
  GIVES(DONE, lwm2m_access_bootstrap_open(&session, sizeof session, &policy, &staged));
  GIVES(DONE, lwm2m_access_bootstrap_begin(&session, &work, sizeof work, &objects, &write, &value,
                                           1, &decision));
  CHECK(decision.code == LWM2M_ACCESS_CODE_CHANGED);
  GIVES(DONE, lwm2m_access_commit(&work, NULL, &decision));
  GIVES(DONE, lwm2m_access_control_find_id(&policy, 2, &found));
  CHECK(found.owner == 101); /* unseen until it is finished */
  GIVES(DONE,
        lwm2m_access_begin(&work, sizeof work, &policy, &objects, &by_owner, &value, 1, &decision));
  CHECK(decision.reason == LWM2M_ACCESS_REASON_BOOTSTRAP_IN_PROGRESS);

  GIVES(DONE,
        lwm2m_access_bootstrap_start(&session, &work, sizeof work, &objects, &write, kept, 4));
  GIVES(DONE, lwm2m_access_add_value(&work, &value));
  GIVES(DONE, lwm2m_access_decide(&work, &decision));
  CHECK(lwm2m_access_is_allowed(&decision));
  GIVES(DONE, lwm2m_access_commit(&work, NULL, &decision));
  GIVES(DONE, lwm2m_access_bootstrap_finish(&session, &objects, NULL, &code));
  GIVES(DONE, lwm2m_access_control_find_id(&policy, 2, &found));
  CHECK(found.owner == 102);

  GIVES(ARGUMENT_MISSING, lwm2m_access_bootstrap_begin(NULL, &work, sizeof work, &objects, &write,
                                                       NULL, 0, &decision));
  CHECK(is_nothing(&decision));
  GIVES(NOT_MADE, lwm2m_access_bootstrap_begin(&unmade, &work, sizeof work, &objects, &write, NULL,
                                               0, &decision));
  GIVES(NOT_MADE,
        lwm2m_access_bootstrap_start(&unmade, &work, sizeof work, &objects, &write, NULL, 0));
  GIVES(DONE, lwm2m_access_bootstrap_open(&session, sizeof session, &policy, &staged));
  GIVES(ARGUMENT_MISSING, lwm2m_access_bootstrap_begin(&session, &work, sizeof work, &objects, NULL,
                                                       NULL, 0, &decision));
  GIVES(ARGUMENT_MISSING, lwm2m_access_bootstrap_begin(&session, &work, sizeof work, NULL, &write,
                                                       NULL, 0, &decision));
  GIVES(DONE, lwm2m_access_bootstrap_drop(&session));
  GIVES(DONE, lwm2m_access_control_find_id(&policy, 2, &found));
  CHECK(found.owner == 102);
}

void check_bootstrap(void) {
  test_bootstrap();
  test_bootstrap_requests();
}
