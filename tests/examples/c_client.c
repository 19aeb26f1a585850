/* A Client in C. Its policy comes as text, its objects are structures of its own, a request is
   decided before it is performed, and what is denied is logged. */

#include <lwm2m/access.h>

#include <stdio.h>
#include <string.h>

/* ---------------------------------------------------------------- the stack's own objects */

#define R LWM2M_ACCESS_TYPE_READ
#define W LWM2M_ACCESS_TYPE_WRITE
#define E LWM2M_ACCESS_TYPE_EXECUTE

struct object {
  uint16_t id;
  lwm2m_access_multiplicity instances;
  uint16_t present[4];
  size_t present_count;
  lwm2m_access_resource resources[4];
  size_t resource_count;
};

static struct object client_objects[] = {
    {1,
     LWM2M_ACCESS_MULTIPLICITY_MULTIPLE,
     {0, 1},
     2,
     {{0, R, false, true}, {1, R | W, false, true}, {8, E, false, true}},
     3},
    {3,
     LWM2M_ACCESS_MULTIPLICITY_SINGLE,
     {0},
     1,
     {{0, R, false, false}, {4, E, false, true}, {13, R | W, false, false}},
     3},
    {3303,
     LWM2M_ACCESS_MULTIPLICITY_MULTIPLE,
     {0},
     1,
     {{5700, R, false, true}, {5750, R | W, false, false}},
     2},
};
enum { object_total = sizeof client_objects / sizeof client_objects[0] };

static struct object* object_of(uint16_t id) {
  for (size_t k = 0; k < object_total; ++k)
    if (client_objects[k].id == id) return &client_objects[k];
  return NULL;
}

static size_t object_count(void* context) {
  (void)context;
  return object_total;
}
static uint16_t object_id(void* context, size_t k) {
  (void)context;
  return client_objects[k].id;
}
static lwm2m_access_multiplicity multiplicity(void* context, uint16_t id) {
  const struct object* found = object_of(id);
  (void)context;
  return found ? found->instances : 0;
}
static size_t instance_count(void* context, uint16_t id) {
  (void)context;
  return object_of(id)->present_count;
}
static uint16_t instance_id(void* context, uint16_t id, size_t k) {
  (void)context;
  return object_of(id)->present[k];
}
static size_t resource_count(void* context, uint16_t id) {
  (void)context;
  return object_of(id)->resource_count;
}
static void resource(void* context, uint16_t id, size_t k, lwm2m_access_resource* found) {
  (void)context;
  *found = object_of(id)->resources[k];
}

/* What is left out is looked for among these, or taken to be there. */
static const lwm2m_access_object_functions functions = {
    .object_count = object_count,
    .object = object_id,
    .multiplicity = multiplicity,
    .instance_count = instance_count,
    .instance = instance_id,
    .definition_count = resource_count,
    .definition = resource,
};
static const lwm2m_access_objects objects = {.functions = &functions};

/* ---------------------------------------------------------------- its policy */

static const char policy_text[] =
    "edition 1.1\n"
    "servers 101 102\n"
    "acl for /1/0 owner 101 { 101: RWED }\n"
    "acl for /1/1 owner 102 { 102: RWED }\n"
    "acl for /3/0 owner 101 { 101: RWED, 102: R }\n"
    "acl for /3303 owner bootstrap { 102: C }\n"
    "acl for /3303/0 owner 101 { default: R }\n";

static lwm2m_access_policy policy;

static void log_denial(void* context, const lwm2m_access_request* request,
                       const lwm2m_access_decision* decision) {
  ++*(int*)context;
  printf("denied: server %ld operation %u reason %u: %s\n", (long)request->server,
         request->operation, decision->reason, lwm2m_access_reason_sentence(decision->reason));
}

static int load_policy(int* denials) {
  lwm2m_access_text_error error;
  if (!lwm2m_access_is_compatible(LWM2M_ACCESS_VERSION)) return 0;
  if (lwm2m_access_policy_make(&policy, sizeof policy, LWM2M_ACCESS_EDITION_1_1) !=
      LWM2M_ACCESS_STATUS_DONE)
    return 0;
  if (lwm2m_access_load_text(&policy, NULL, policy_text, strlen(policy_text), NULL, &error) !=
      LWM2M_ACCESS_STATUS_DONE) {
    printf("policy text: %lu:%lu\n", (unsigned long)error.line, (unsigned long)error.column);
    return 0;
  }
  return lwm2m_access_on_denial(&policy, log_denial, denials) == LWM2M_ACCESS_STATUS_DONE;
}

/* ---------------------------------------------------------------- requests */

/* A request that names its target only: what is to be answered. */
static lwm2m_access_code answer(int64_t server, lwm2m_access_operation operation,
                                const lwm2m_access_path* target) {
  const lwm2m_access_request request = {.who = LWM2M_ACCESS_REQUESTER_SERVER,
                                        .server = server,
                                        .operation = operation,
                                        .target = *target};
  lwm2m_access_decision decision;
  lwm2m_access_authorize(&policy, &objects, &request, &decision); /* refused: denied, too */
  return decision.code;
}

/* A Write whose payload is decoded record by record. */
static lwm2m_access_code answer_write(int64_t server, const uint16_t* resources, size_t count) {
  const lwm2m_access_request request = {.who = LWM2M_ACCESS_REQUESTER_SERVER,
                                        .server = server,
                                        .operation = LWM2M_ACCESS_OPERATION_WRITE,
                                        .target = LWM2M_ACCESS_PATH_INSTANCE(3, 0)};
  lwm2m_access_pending work;
  lwm2m_access_decision decision;
  lwm2m_access_start(&work, sizeof work, &policy, &objects, &request, NULL, 0);
  for (size_t k = 0; k < count; ++k) {
    const lwm2m_access_path path = LWM2M_ACCESS_PATH_RESOURCE(3, 0, resources[k]);
    lwm2m_access_add_path(&work, &path);
  }
  lwm2m_access_decide(&work, &decision);
  lwm2m_access_drop(&work); /* nothing of the policy changes */
  return decision.code;
}

/* A Write to the Access Control Object: decided, performed, committed. */
static lwm2m_access_code grant(int64_t by, const lwm2m_access_path* entry, int64_t rights) {
  const lwm2m_access_request request = {.who = LWM2M_ACCESS_REQUESTER_SERVER,
                                        .server = by,
                                        .operation = LWM2M_ACCESS_OPERATION_WRITE,
                                        .target = *entry};
  const lwm2m_access_assignment value = {*entry, rights, LWM2M_ACCESS_VALUE_INTEGER};
  lwm2m_access_pending work;
  lwm2m_access_decision decision;
  lwm2m_access_begin(&work, sizeof work, &policy, &objects, &request, &value, 1, &decision);
  if (lwm2m_access_is_allowed(&decision)) lwm2m_access_commit(&work, NULL, &decision);
  return decision.code;
}

static bool count_path(void* context, const lwm2m_access_path* path) {
  printf("  /%u/%u\n", path->id[0], path->id[1]);
  ++*(int*)context;
  return true;
}

/* How many instances of Object 1 a Read by `server` may return. */
static int readable_instances(int64_t server) {
  const lwm2m_access_request request = {.who = LWM2M_ACCESS_REQUESTER_SERVER,
                                        .server = server,
                                        .operation = LWM2M_ACCESS_OPERATION_READ,
                                        .target = LWM2M_ACCESS_PATH_OBJECT(1)};
  int count = 0;
  lwm2m_access_visible(&policy, &objects, &request, count_path, &count);
  return count;
}

static void delete_instance(void* context, const lwm2m_access_path* instance) {
  struct object* of = object_of(instance->id[0]);
  size_t kept = 0;
  for (size_t k = 0; k < of->present_count; ++k)
    if (of->present[k] != instance->id[1]) of->present[kept++] = of->present[k];
  of->present_count = kept;
  ++*(int*)context;
}

/* ---------------------------------------------------------------- what must come of it */

static int failures;
static void expect(int wanted, int found, const char* what) {
  printf("%s: %s\n", what, wanted == found ? "as it should be" : "WRONG");
  if (wanted != found) ++failures;
}

int main(void) {
  const uint16_t writable[] = {13}, mixed[] = {13, 0};
  int denials = 0, deleted = 0;
  const lwm2m_access_listener listener = {.context = &deleted, .to_be_deleted = delete_instance};
  const lwm2m_access_path time = LWM2M_ACCESS_PATH_RESOURCE(3, 0, 13);
  const lwm2m_access_path entry = LWM2M_ACCESS_PATH_RESOURCE_INSTANCE(2, 2, 2, 102);
  if (!load_policy(&denials)) return 2;

  expect(LWM2M_ACCESS_CODE_CONTENT, answer(102, LWM2M_ACCESS_OPERATION_READ, &time), "102 reads");
  expect(LWM2M_ACCESS_CODE_UNAUTHORIZED, answer(102, LWM2M_ACCESS_OPERATION_WRITE, &time),
         "102 may not write");
  expect(1, denials, "that is logged");
  expect(LWM2M_ACCESS_CODE_CHANGED, answer_write(101, writable, 1), "101 writes");
  expect(LWM2M_ACCESS_CODE_METHOD_NOT_ALLOWED, answer_write(101, mixed, 2),
         "one Resource is read-only: nothing is written");

  expect(LWM2M_ACCESS_CODE_UNAUTHORIZED, grant(102, &entry, LWM2M_ACCESS_RIGHT_WRITE),
         "only the owner grants");
  expect(LWM2M_ACCESS_CODE_CHANGED,
         grant(101, &entry, LWM2M_ACCESS_RIGHT_READ | LWM2M_ACCESS_RIGHT_WRITE),
         "the owner grants");
  expect(LWM2M_ACCESS_CODE_BAD_REQUEST, grant(101, &entry, 65536),
         "not a right: as wide as it came");
  expect(LWM2M_ACCESS_CODE_CHANGED, answer(102, LWM2M_ACCESS_OPERATION_WRITE, &time),
         "at once 102 may write");

  expect(1, readable_instances(101), "101 sees one instance of Object 1");
  expect(LWM2M_ACCESS_STATUS_DONE, lwm2m_access_account_removed(&policy, 102, &listener),
         "the account of 102 is removed");
  expect(1, deleted, "what only 102 could reach is deleted");
  expect(LWM2M_ACCESS_CODE_UNAUTHORIZED, answer(102, LWM2M_ACCESS_OPERATION_READ, &time),
         "102 is nobody");
  return failures ? 1 : 0;
}
