/* Decisions, and what can be asked about them: what is visible, readable, why, and whether it
   still holds. */

#include <string.h>

#include "world.h"

static void test_decisions(void) {
  make_world();
  const lwm2m_access_path clock = path_resource(3, 0, 13);
  lwm2m_access_decision found = decide(102, LWM2M_ACCESS_OPERATION_READ, clock);
  CHECK(lwm2m_access_is_allowed(&found) && found.verdict == LWM2M_ACCESS_VERDICT_ALLOWED);
  CHECK(found.code == LWM2M_ACCESS_CODE_CONTENT && found.reason == LWM2M_ACCESS_REASON_ALLOWED);
  CHECK(found.determined_by == LWM2M_ACCESS_DETERMINED_BY_OWN_ENTRY);
  CHECK(found.step == LWM2M_ACCESS_STEP_PASSED && found.first_bad_path.level == 0);
  CHECK(found.generation == lwm2m_access_generation(&policy));

  found = decide(102, LWM2M_ACCESS_OPERATION_WRITE, clock);
  CHECK(!lwm2m_access_is_allowed(&found) && found.verdict == LWM2M_ACCESS_VERDICT_DENIED);
  CHECK(found.code == LWM2M_ACCESS_CODE_UNAUTHORIZED);
  CHECK(found.reason == LWM2M_ACCESS_REASON_ACCESS_RIGHT_MISSING);
  CHECK(found.step == LWM2M_ACCESS_STEP_ACCESS_RIGHT && same_path(&found.first_bad_path, &clock));

  found = decide(102, LWM2M_ACCESS_OPERATION_NOTIFY, clock);
  CHECK(found.verdict == LWM2M_ACCESS_VERDICT_SEND && found.code == LWM2M_ACCESS_CODE_NONE);
  CHECK(lwm2m_access_is_allowed(&found));
  found = decide(102, LWM2M_ACCESS_OPERATION_NOTIFY, path_instance(1, 0));
  CHECK(found.verdict == LWM2M_ACCESS_VERDICT_SUPPRESS);
  found = decide(65536 + 102, LWM2M_ACCESS_OPERATION_READ, clock); /* never Server 102 */
  CHECK(found.reason == LWM2M_ACCESS_REASON_NO_ACCOUNT);
  found = decide(101, LWM2M_ACCESS_OPERATION_READ, path_resource(0, 0, 0));
  CHECK(found.reason == LWM2M_ACCESS_REASON_OBJECT_IS_RESTRICTED);
  found = decide(101, LWM2M_ACCESS_OPERATION_READ, path_object(9));
  CHECK(found.code == LWM2M_ACCESS_CODE_NOT_FOUND);
  CHECK(!lwm2m_access_is_allowed(NULL));

  lwm2m_access_request asked = request_of(0, LWM2M_ACCESS_OPERATION_DELETE, path_instance(1, 1));
  asked.who = LWM2M_ACCESS_REQUESTER_BOOTSTRAP;
  GIVES(DONE, lwm2m_access_authorize(&policy, &objects, &asked, &found));
  CHECK(found.code == LWM2M_ACCESS_CODE_DELETED);
}

static unsigned denials;
static lwm2m_access_reason last_reason;
static void count_denial(void* context, const lwm2m_access_request* request,
                         const lwm2m_access_decision* decision) {
  CHECK(context == &denials && request != NULL);
  ++denials;
  last_reason = decision->reason;
}

static void test_denial_hook(void) {
  make_world();
  denials = 0;
  GIVES(DONE, lwm2m_access_on_denial(&policy, count_denial, &denials));
  decide(102, LWM2M_ACCESS_OPERATION_READ, path_instance(3, 0));
  CHECK(denials == 0);
  decide(102, LWM2M_ACCESS_OPERATION_READ, path_instance(1, 0));
  CHECK(denials == 1 && last_reason == LWM2M_ACCESS_REASON_ACCESS_RIGHT_MISSING);
  GIVES(DONE, lwm2m_access_on_denial(&policy, NULL, NULL));
  decide(102, LWM2M_ACCESS_OPERATION_READ, path_instance(1, 0));
  CHECK(denials == 1);
  GIVES(ARGUMENT_MISSING, lwm2m_access_on_denial(NULL, count_denial, NULL));
  GIVES(NOT_MADE, lwm2m_access_on_denial(&unmade_policy, count_denial, NULL));
}

static void test_still_valid(void) {
  make_world();
  const lwm2m_access_decision decision =
      decide(101, LWM2M_ACCESS_OPERATION_READ, path_instance(3, 0));
  CHECK(lwm2m_access_still_valid(&policy, &decision));
  CHECK(!lwm2m_access_still_valid(NULL, &decision));
  CHECK(!lwm2m_access_still_valid(&unmade_policy, &decision));
  CHECK(!lwm2m_access_still_valid(&policy, NULL));
  GIVES(DONE, lwm2m_access_add_account(&policy, 5));
  CHECK(!lwm2m_access_still_valid(&policy, &decision));
}

struct paths {
  lwm2m_access_path each[8];
  size_t count, most;
};
static bool take_path(void* context, const lwm2m_access_path* path) {
  struct paths* all = context;
  all->each[all->count++] = *path;
  return all->count < all->most;
}

static void test_visible(void) {
  const lwm2m_access_path listed[] = {LWM2M_ACCESS_PATH_INSTANCE(1, 0),
                                      LWM2M_ACCESS_PATH_RESOURCE(3, 0, 4),
                                      LWM2M_ACCESS_PATH_RESOURCE(3, 0, 13)};
  const lwm2m_access_path everything = path_root();
  struct paths shown = {.most = 8}, first = {.most = 1}, affected = {.most = 8};
  lwm2m_access_request asked = request_of(102, LWM2M_ACCESS_OPERATION_READ, path_object(1));
  make_world();
  GIVES(DONE, lwm2m_access_visible(&policy, &objects, &asked, take_path, &shown));
  CHECK(shown.count == 1 && shown.each[0].id[1] == 1);
  asked.target = path_instance(3, 0);
  shown.count = 0;
  GIVES(DONE, lwm2m_access_visible(&policy, &objects, &asked, take_path, &shown));
  CHECK(shown.count == 2 && shown.each[0].id[2] == 0 && shown.each[1].id[2] == 13);
  GIVES(DONE, lwm2m_access_visible(&policy, &objects, &asked, take_path, &first));
  CHECK(first.count == 1);

  asked = request_of(102, LWM2M_ACCESS_OPERATION_READ_COMPOSITE, listed[0]);
  memset(&asked.target, 0, sizeof asked.target);
  asked.payload = listed;
  asked.payload_size = 3;
  shown.count = 0;
  GIVES(DONE, lwm2m_access_visible(&policy, &objects, &asked, take_path, &shown));
  CHECK(shown.count == 1 && same_path(&shown.each[0], &listed[2]));
  asked.payload = &everything;
  asked.payload_size = 1;
  shown.count = 0;
  GIVES(DONE, lwm2m_access_visible(&policy, &objects, &asked, take_path, &shown));
  CHECK(shown.count == 1 && same_path(&shown.each[0], &everything));

  asked = request_of(101, LWM2M_ACCESS_OPERATION_WRITE, path_instance(3, 0));
  asked.payload = listed + 1;
  asked.payload_size = 2;
  GIVES(DONE, lwm2m_access_affected(&policy, &objects, &asked, take_path, &affected));
  CHECK(affected.count == 1 && same_path(&affected.each[0], &listed[1]));
}

static void test_right(void) {
  uint16_t rights = 9;
  lwm2m_access_determined_by by = 9;
  make_world();
  GIVES(DONE, lwm2m_access_right(&policy, 102, 3, 0, &rights, &by));
  CHECK(rights == LWM2M_ACCESS_RIGHT_READ && by == LWM2M_ACCESS_DETERMINED_BY_OWN_ENTRY);
  GIVES(DONE, lwm2m_access_right(&policy, 65536 + 102, 3, 0, &rights, &by));
  CHECK(rights == 0 && by == LWM2M_ACCESS_DETERMINED_BY_NO_ACCOUNT);
  GIVES(DONE, lwm2m_access_right(&policy, 101, 1, LWM2M_ACCESS_OBJECT_LEVEL, &rights, &by));
  CHECK(rights == 0 && by == LWM2M_ACCESS_DETERMINED_BY_NO_ACCESS_CONTROL);
  GIVES(TARGET_INVALID, lwm2m_access_right(&policy, 101, 0, 0, &rights, &by));
  GIVES(TARGET_INVALID, lwm2m_access_right(&policy, 101, 3, 65536, &rights, &by));
  CHECK(rights == 0 && by == 0);
  GIVES(ARGUMENT_MISSING, lwm2m_access_right(NULL, 101, 3, 0, &rights, &by));
  GIVES(NOT_MADE, lwm2m_access_right(&unmade_policy, 101, 3, 0, &rights, &by));
  GIVES(ARGUMENT_MISSING, lwm2m_access_right(&policy, 101, 3, 0, NULL, &by));
  GIVES(ARGUMENT_MISSING, lwm2m_access_right(&policy, 101, 3, 0, &rights, NULL));
}

static void test_readable(void) {
  const lwm2m_access_path clock = path_resource(3, 0, 13), reboots = path_resource(3, 0, 4);
  const lwm2m_access_path dirty = {{3, 0, 13, 7}, 4};
  struct paths all = {.most = 8}, first = {.most = 1};
  bool shown = false;
  lwm2m_access_request asked = request_of(102, LWM2M_ACCESS_OPERATION_READ, path_object(3));
  make_world();
  GIVES(DONE, lwm2m_access_readable(&policy, &objects, &asked, take_path, &all));
  CHECK(all.count == 2 && all.each[0].id[2] == 0 && same_path(&all.each[1], &clock));
  GIVES(DONE, lwm2m_access_readable(&policy, &objects, &asked, take_path, &first));
  CHECK(first.count == 1);
  GIVES(DONE, lwm2m_access_shows(&policy, &objects, &asked, &clock, &shown));
  CHECK(shown);
  GIVES(DONE, lwm2m_access_shows(&policy, &objects, &asked, &reboots, &shown));
  CHECK(!shown);
  GIVES(PATH_INVALID, lwm2m_access_shows(&policy, &objects, &asked, &dirty, &shown));
  GIVES(ARGUMENT_MISSING, lwm2m_access_shows(&policy, &objects, &asked, NULL, &shown));
  GIVES(ARGUMENT_MISSING, lwm2m_access_shows(&policy, &objects, &asked, &clock, NULL));
  GIVES(ARGUMENT_MISSING, lwm2m_access_readable(&policy, &objects, &asked, NULL, NULL));
}

static void test_explain(void) {
  const lwm2m_access_path clock = path_resource(3, 0, 13);
  lwm2m_access_request asked = request_of(102, LWM2M_ACCESS_OPERATION_WRITE, clock);
  lwm2m_access_explanation why;
  make_world();
  lwm2m_access_decision found = decide(102, LWM2M_ACCESS_OPERATION_WRITE, clock);
  GIVES(DONE, lwm2m_access_explain(&policy, &objects, &asked, &found, &why));
  CHECK(same_path(&why.at, &clock) && why.needed == LWM2M_ACCESS_RIGHT_WRITE);
  CHECK(why.held == LWM2M_ACCESS_RIGHT_READ && why.access_control == 2 && why.entry == 102);
  CHECK(why.owner == 101 && why.determined_by == LWM2M_ACCESS_DETERMINED_BY_OWN_ENTRY);
  CHECK(why.hint == LWM2M_ACCESS_HINT_NONE);
  asked = request_of(101, LWM2M_ACCESS_OPERATION_CREATE, path_object(1));
  found = decide(101, LWM2M_ACCESS_OPERATION_CREATE, path_object(1));
  GIVES(DONE, lwm2m_access_explain(&policy, &objects, &asked, &found, &why));
  CHECK(why.hint == LWM2M_ACCESS_HINT_OBJECT_LEVEL_MISSING && why.access_control == 65535);
  GIVES(ARGUMENT_MISSING, lwm2m_access_explain(&policy, &objects, &asked, NULL, &why));
  GIVES(ARGUMENT_MISSING, lwm2m_access_explain(&policy, &objects, &asked, &found, NULL));
}

static void test_review(void) {
  const lwm2m_access_path listed[] = {LWM2M_ACCESS_PATH_RESOURCE(3, 0, 13)},
                          deep = {{0, 0, 0, 0}, 9};
  lwm2m_access_observation held = {.server = 102};
  lwm2m_access_observation_state state = 0;
  make_world();
  held.target = listed[0];
  GIVES(DONE, lwm2m_access_review(&policy, &objects, &held, &state));
  CHECK(state == LWM2M_ACCESS_OBSERVATION_ACTIVE);
  memset(&held.target, 0, sizeof held.target);
  held.listed = listed;
  held.listed_size = 1;
  GIVES(DONE, lwm2m_access_review(&policy, &objects, &held, &state));
  CHECK(state == LWM2M_ACCESS_OBSERVATION_ACTIVE);
  GIVES(DONE, lwm2m_access_control_erase_entry(&policy, 2, 102));
  GIVES(DONE, lwm2m_access_review(&policy, &objects, &held, &state));
  CHECK(state == LWM2M_ACCESS_OBSERVATION_SUPPRESSED);
  held.server = 65536 + 102;
  GIVES(DONE, lwm2m_access_review(&policy, &objects, &held, &state));
  CHECK(state == LWM2M_ACCESS_OBSERVATION_ENDED);

  held.target = deep;
  GIVES(PATH_INVALID, lwm2m_access_review(&policy, &objects, &held, &state));
  CHECK(state == 0);
  held.target = listed[0];
  held.listed = NULL;
  GIVES(ARGUMENT_MISSING, lwm2m_access_review(&policy, &objects, &held, &state));
  GIVES(ARGUMENT_MISSING, lwm2m_access_review(NULL, &objects, &held, &state));
  GIVES(ARGUMENT_MISSING, lwm2m_access_review(&policy, NULL, &held, &state));
  GIVES(ARGUMENT_MISSING, lwm2m_access_review(&policy, &objects, NULL, &state));
  GIVES(ARGUMENT_MISSING, lwm2m_access_review(&policy, &objects, &held, NULL));
  GIVES(NOT_MADE, lwm2m_access_review(&unmade_policy, &objects, &held, &state));
}

void check_decisions(void) {
  test_decisions();
  test_denial_hook();
  test_still_valid();
  test_visible();
  test_right();
  test_readable();
  test_explain();
  test_review();
}
