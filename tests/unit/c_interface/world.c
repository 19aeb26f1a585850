/* The device of the tests of the C interface. */

#include <stdio.h>
#include <string.h>

#include "world.h"

unsigned checks, failures;

void check(bool holds, const char* file, int line, const char* condition) {
  ++checks;
  if (holds) return;
  ++failures;
  printf("%s:%d: %s\n", file, line, condition);
}

lwm2m_access_path path_of(size_t depth, int64_t o, int64_t i, int64_t r, int64_t n) {
  lwm2m_access_path made;
  (void)lwm2m_access_path_make(&made, depth, o, i, r, n);
  return made;
}
lwm2m_access_path path_root(void) { return path_of(0, 0, 0, 0, 0); }
lwm2m_access_path path_object(int64_t o) { return path_of(1, o, 0, 0, 0); }
lwm2m_access_path path_instance(int64_t o, int64_t i) { return path_of(2, o, i, 0, 0); }
lwm2m_access_path path_resource(int64_t o, int64_t i, int64_t r) { return path_of(3, o, i, r, 0); }
lwm2m_access_path path_resource_instance(int64_t o, int64_t i, int64_t r, int64_t n) {
  return path_of(4, o, i, r, n);
}

bool same_path(const lwm2m_access_path* a, const lwm2m_access_path* b) {
  return memcmp(a->id, b->id, sizeof a->id) == 0 && a->level == b->level;
}

lwm2m_access_policy policy, unmade_policy;
lwm2m_access_model model, unmade_model;
lwm2m_access_objects objects;
const lwm2m_access_objects no_objects;

const lwm2m_access_resource name_of_device = {0, LWM2M_ACCESS_TYPE_READ, false, false};
const lwm2m_access_resource reboot = {4, LWM2M_ACCESS_TYPE_EXECUTE, false, true};
const lwm2m_access_resource clock_of_device = {13, LWM2M_ACCESS_TYPE_READ | LWM2M_ACCESS_TYPE_WRITE,
                                               false, false};
const lwm2m_access_resource lifetime = {1, LWM2M_ACCESS_TYPE_READ | LWM2M_ACCESS_TYPE_WRITE, false,
                                        true};

void make_model(void) {
  GIVES(DONE, lwm2m_access_model_make(&model, sizeof model));
  objects = no_objects;
  objects.model = &model;
  GIVES(DONE, lwm2m_access_model_add_object(&model, 1, LWM2M_ACCESS_MULTIPLICITY_MULTIPLE));
  GIVES(DONE, lwm2m_access_model_add_object(&model, 3, LWM2M_ACCESS_MULTIPLICITY_SINGLE));
  GIVES(DONE, lwm2m_access_model_add_resource(&model, 1, &lifetime));
  GIVES(DONE, lwm2m_access_model_add_resource(&model, 3, &name_of_device));
  GIVES(DONE, lwm2m_access_model_add_resource(&model, 3, &reboot));
  GIVES(DONE, lwm2m_access_model_add_resource(&model, 3, &clock_of_device));
  GIVES(DONE, lwm2m_access_model_add_instance(&model, 1, 0));
  GIVES(DONE, lwm2m_access_model_add_instance(&model, 1, 1));
  GIVES(DONE, lwm2m_access_model_add_instance(&model, 3, 0));
}

/* 101 owns /1/0 and /3/0, 102 owns /1/1 and may read /3/0. */
void make_policy(void) {
  GIVES(DONE, lwm2m_access_policy_make(&policy, sizeof policy, LWM2M_ACCESS_EDITION_1_1));
  GIVES(DONE, lwm2m_access_add_account(&policy, 101));
  GIVES(DONE, lwm2m_access_add_account(&policy, 102));
  GIVES(DONE, lwm2m_access_control_add(&policy, 0, 1, 0, 101));
  GIVES(DONE, lwm2m_access_control_add(&policy, 1, 1, 1, 102));
  GIVES(DONE, lwm2m_access_control_add(&policy, 2, 3, 0, 101));
  GIVES(DONE, lwm2m_access_control_set_entry(&policy, 2, 102, LWM2M_ACCESS_RIGHT_READ));
}

void make_world(void) {
  make_model();
  make_policy();
}

lwm2m_access_request request_of(int64_t server, lwm2m_access_operation operation,
                                lwm2m_access_path target) {
  lwm2m_access_request asked;
  memset(&asked, 0, sizeof asked);
  asked.who = LWM2M_ACCESS_REQUESTER_SERVER;
  asked.server = server;
  asked.operation = operation;
  asked.target = target;
  return asked;
}

bool is_nothing(const lwm2m_access_decision* decision) {
  return decision->verdict == LWM2M_ACCESS_VERDICT_DENIED &&
         decision->code == LWM2M_ACCESS_CODE_UNAUTHORIZED &&
         decision->reason == LWM2M_ACCESS_REASON_NOT_DECIDED && decision->generation == 0 &&
         decision->step == LWM2M_ACCESS_STEP_NONE && !lwm2m_access_is_allowed(decision);
}

static void take_change(void* context, const lwm2m_access_change* change) {
  struct told* all = context;
  ++all->changes;
  all->change = *change;
}
static void take_deleted(void* context, const lwm2m_access_path* instance) {
  struct told* all = context;
  ++all->deleted;
  all->instance = *instance;
}
static void take_fault(void* context, const lwm2m_access_fault* fault) {
  struct told* all = context;
  ++all->faults;
  all->fault = *fault;
}
static void take_replaced(void* context) { ++((struct told*)context)->replaced; }
lwm2m_access_listener listener_of(struct told* all) {
  const lwm2m_access_listener made = {all, take_change, take_deleted, take_fault, take_replaced};
  memset(all, 0, sizeof *all);
  return made;
}

lwm2m_access_decision decide(int64_t server, lwm2m_access_operation operation,
                             lwm2m_access_path target) {
  const lwm2m_access_request asked = request_of(server, operation, target);
  lwm2m_access_decision decision;
  GIVES(DONE, lwm2m_access_authorize(&policy, &objects, &asked, &decision));
  return decision;
}
