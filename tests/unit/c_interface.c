/* Every function of the C interface, called from C, with everything that it refuses. The capacities
   are 4 instances, 6 entries, 3 accounts, 3 Objects, 4 Object Instances, 6 Resources. */

#include <lwm2m/access.h>

#include <stdio.h>
#include <string.h>

static unsigned checks, failures;
#define CHECK(condition)                                     \
  do {                                                       \
    ++checks;                                                \
    if (!(condition)) {                                      \
      ++failures;                                            \
      printf("%s:%d: %s\n", __FILE__, __LINE__, #condition); \
    }                                                        \
  } while (0)
#define GIVES(name, call) CHECK((call) == LWM2M_ACCESS_STATUS_##name)

/* ---------------------------------------------------------------- paths, by value */

static lwm2m_access_path path_of(size_t depth, int64_t o, int64_t i, int64_t r, int64_t n) {
  lwm2m_access_path made;
  (void)lwm2m_access_path_make(&made, depth, o, i, r, n);
  return made;
}
static lwm2m_access_path path_root(void) { return path_of(0, 0, 0, 0, 0); }
static lwm2m_access_path path_object(int64_t o) { return path_of(1, o, 0, 0, 0); }
static lwm2m_access_path path_instance(int64_t o, int64_t i) { return path_of(2, o, i, 0, 0); }
static lwm2m_access_path path_resource(int64_t o, int64_t i, int64_t r) {
  return path_of(3, o, i, r, 0);
}
static lwm2m_access_path path_resource_instance(int64_t o, int64_t i, int64_t r, int64_t n) {
  return path_of(4, o, i, r, n);
}

static bool same_path(const lwm2m_access_path* a, const lwm2m_access_path* b) {
  return memcmp(a->id, b->id, sizeof a->id) == 0 && a->level == b->level;
}

/* ---------------------------------------------------------------- a world */

static lwm2m_access_policy policy, unmade_policy;
static lwm2m_access_model model, unmade_model;
static lwm2m_access_objects objects;
static const lwm2m_access_objects no_objects;

static const lwm2m_access_resource name_of_device = {0, LWM2M_ACCESS_TYPE_READ, false, false};
static const lwm2m_access_resource reboot = {4, LWM2M_ACCESS_TYPE_EXECUTE, false, true};
static const lwm2m_access_resource clock_of_device = {
    13, LWM2M_ACCESS_TYPE_READ | LWM2M_ACCESS_TYPE_WRITE, false, false};
static const lwm2m_access_resource lifetime = {1, LWM2M_ACCESS_TYPE_READ | LWM2M_ACCESS_TYPE_WRITE,
                                               false, true};

static void make_model(void) {
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
static void make_policy(void) {
  GIVES(DONE, lwm2m_access_policy_make(&policy, sizeof policy, LWM2M_ACCESS_EDITION_1_1));
  GIVES(DONE, lwm2m_access_add_account(&policy, 101));
  GIVES(DONE, lwm2m_access_add_account(&policy, 102));
  GIVES(DONE, lwm2m_access_control_add(&policy, 0, 1, 0, 101));
  GIVES(DONE, lwm2m_access_control_add(&policy, 1, 1, 1, 102));
  GIVES(DONE, lwm2m_access_control_add(&policy, 2, 3, 0, 101));
  GIVES(DONE, lwm2m_access_control_set_entry(&policy, 2, 102, LWM2M_ACCESS_RIGHT_READ));
}

static void make_world(void) {
  make_model();
  make_policy();
}

static lwm2m_access_request request_of(int64_t server, lwm2m_access_operation operation,
                                       lwm2m_access_path target) {
  lwm2m_access_request asked;
  memset(&asked, 0, sizeof asked);
  asked.who = LWM2M_ACCESS_REQUESTER_SERVER;
  asked.server = server;
  asked.operation = operation;
  asked.target = target;
  return asked;
}

static bool is_nothing(const lwm2m_access_decision* decision) {
  return decision->verdict == LWM2M_ACCESS_VERDICT_DENIED &&
         decision->code == LWM2M_ACCESS_CODE_UNAUTHORIZED &&
         decision->reason == LWM2M_ACCESS_REASON_NOT_DECIDED && decision->generation == 0 &&
         decision->step == LWM2M_ACCESS_STEP_NONE && !lwm2m_access_is_allowed(decision);
}

/* ---------------------------------------------------------------- what is told */

struct told {
  unsigned changes, deleted, faults, replaced;
  lwm2m_access_change change;
  lwm2m_access_path instance;
  lwm2m_access_fault fault;
};
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
static lwm2m_access_listener listener_of(struct told* all) {
  const lwm2m_access_listener made = {all, take_change, take_deleted, take_fault, take_replaced};
  memset(all, 0, sizeof *all);
  return made;
}

/* ---------------------------------------------------------------- version, storage */

static void test_version(void) {
  CHECK(lwm2m_access_version() == LWM2M_ACCESS_VERSION);
  CHECK(lwm2m_access_is_compatible(LWM2M_ACCESS_VERSION));
  CHECK(!lwm2m_access_is_compatible(LWM2M_ACCESS_VERSION + 0x100));   /* a header that is newer */
  CHECK(!lwm2m_access_is_compatible(LWM2M_ACCESS_VERSION ^ 0x10000)); /* another major version */
  CHECK(!lwm2m_access_is_compatible(0));
}

static void test_policy_make(void) {
  union {
    lwm2m_access_policy aligned;
    uint8_t bytes[sizeof(lwm2m_access_policy) + 8];
  } memory;
  void* misaligned = memory.bytes + 1;
  const size_t needed = lwm2m_access_policy_size();
  CHECK(needed <= sizeof policy && sizeof policy - needed <= 160);
  CHECK(LWM2M_ACCESS_ALIGNMENT % lwm2m_access_policy_alignment() == 0);
  GIVES(ARGUMENT_MISSING, lwm2m_access_policy_make(NULL, sizeof policy, 1));
  GIVES(STORAGE_TOO_SMALL, lwm2m_access_policy_make(&memory.aligned, needed - 1, 1));
  GIVES(STORAGE_MISALIGNED, lwm2m_access_policy_make(misaligned, needed, 1));
  GIVES(ENUMERATION_UNKNOWN, lwm2m_access_policy_make(&memory.aligned, needed, 0));
  GIVES(ENUMERATION_UNKNOWN, lwm2m_access_policy_make(&memory.aligned, needed, 5));
  memset(memory.bytes, 0xA5, sizeof memory.bytes);
  for (lwm2m_access_edition edition = 1; edition <= 4; ++edition)
    GIVES(DONE, lwm2m_access_policy_make(&memory.aligned, needed, edition));
  CHECK(lwm2m_access_policy_edition(&memory.aligned) == LWM2M_ACCESS_EDITION_1_2);
  GIVES(DONE, lwm2m_access_policy_make(&memory.aligned, needed, LWM2M_ACCESS_EDITION_ANY));
  CHECK(lwm2m_access_policy_edition(&memory.aligned) == 0);
  CHECK(lwm2m_access_policy_edition(NULL) == 0 && lwm2m_access_policy_edition(&unmade_policy) == 0);
  CHECK(lwm2m_access_generation(&memory.aligned) != 0);
  for (size_t k = needed; k < sizeof memory.bytes; ++k) CHECK(memory.bytes[k] == 0xA5);
}

static void test_model_make(void) {
  union {
    lwm2m_access_model aligned;
    uint8_t bytes[sizeof(lwm2m_access_model) + 8];
  } memory;
  void* misaligned = memory.bytes + 1;
  GIVES(ARGUMENT_MISSING, lwm2m_access_model_make(NULL, sizeof model));
  GIVES(STORAGE_TOO_SMALL, lwm2m_access_model_make(&memory.aligned, 8));
  GIVES(STORAGE_MISALIGNED, lwm2m_access_model_make(misaligned, sizeof model));
  GIVES(DONE, lwm2m_access_model_make(&memory.aligned, sizeof model));
}

/* ---------------------------------------------------------------- accounts */

static void test_accounts(void) {
  uint16_t server = 1;
  make_policy();
  GIVES(ARGUMENT_MISSING, lwm2m_access_add_account(NULL, 1));
  GIVES(NOT_MADE, lwm2m_access_add_account(&unmade_policy, 1));
  GIVES(SERVER_INVALID, lwm2m_access_add_account(&policy, 0));
  GIVES(SERVER_INVALID, lwm2m_access_add_account(&policy, 65535));
  GIVES(SERVER_INVALID, lwm2m_access_add_account(&policy, 65536 + 103)); /* not narrowed */
  GIVES(SERVER_INVALID, lwm2m_access_add_account(&policy, -1));
  GIVES(SERVER_DOUBLED, lwm2m_access_add_account(&policy, 101));
  GIVES(DONE, lwm2m_access_account_added(&policy, 7));
  GIVES(NO_ROOM, lwm2m_access_account_added(&policy, 8));
  GIVES(SERVER_DOUBLED, lwm2m_access_account_added(&policy, 7));
  GIVES(SERVER_INVALID, lwm2m_access_account_added(&policy, 0));
  GIVES(ARGUMENT_MISSING, lwm2m_access_account_added(NULL, 8));
  GIVES(NOT_MADE, lwm2m_access_account_added(&unmade_policy, 8));

  CHECK(lwm2m_access_has_account(&policy, 7) && !lwm2m_access_has_account(&policy, 8));
  CHECK(!lwm2m_access_has_account(&policy, 65536 + 7) && !lwm2m_access_has_account(NULL, 7));
  CHECK(!lwm2m_access_has_account(&unmade_policy, 7));
  CHECK(lwm2m_access_account_count(&policy) == 3);
  CHECK(lwm2m_access_account_count(NULL) == 0 && lwm2m_access_account_count(&unmade_policy) == 0);
  GIVES(DONE, lwm2m_access_account_at(&policy, 0, &server));
  CHECK(server == 7);
  GIVES(DONE, lwm2m_access_account_at(&policy, 2, &server));
  CHECK(server == 102);
  GIVES(NO_SUCH_PLACE, lwm2m_access_account_at(&policy, 3, &server));
  CHECK(server == 0);
  GIVES(ARGUMENT_MISSING, lwm2m_access_account_at(&policy, 0, NULL));
  GIVES(ARGUMENT_MISSING, lwm2m_access_account_at(NULL, 0, &server));
  GIVES(NOT_MADE, lwm2m_access_account_at(&unmade_policy, 0, &server));
}

static void test_disable(void) {
  make_policy();
  GIVES(EDITION_CANNOT_DISABLE, lwm2m_access_disable(&policy));
  GIVES(DONE, lwm2m_access_policy_make(&policy, sizeof policy, LWM2M_ACCESS_EDITION_1_2));
  GIVES(DONE, lwm2m_access_disable(&policy));
  GIVES(DONE, lwm2m_access_enable(&policy));
  GIVES(DONE, lwm2m_access_control_add(&policy, 0, 3, 0, 101));
  GIVES(ACCESS_CONTROL_PRESENT, lwm2m_access_disable(&policy));
  GIVES(ARGUMENT_MISSING, lwm2m_access_disable(NULL));
  GIVES(NOT_MADE, lwm2m_access_disable(&unmade_policy));
  GIVES(ARGUMENT_MISSING, lwm2m_access_enable(NULL));
  GIVES(NOT_MADE, lwm2m_access_enable(&unmade_policy));
}

static void test_generation(void) {
  make_policy();
  const uint32_t before = lwm2m_access_generation(&policy);
  GIVES(DONE, lwm2m_access_add_account(&policy, 5));
  CHECK(lwm2m_access_generation(&policy) != before);
  CHECK(lwm2m_access_generation(NULL) == 0 && lwm2m_access_generation(&unmade_policy) == 0);
}

/* ---------------------------------------------------------------- access control */

static void test_control_add(void) {
  make_policy();
  GIVES(ARGUMENT_MISSING, lwm2m_access_control_add(NULL, 3, 5, 0, 101));
  GIVES(NOT_MADE, lwm2m_access_control_add(&unmade_policy, 3, 5, 0, 101));
  GIVES(ID_INVALID, lwm2m_access_control_add(&policy, 65535, 5, 0, 101));
  GIVES(ID_INVALID, lwm2m_access_control_add(&policy, 65536, 5, 0, 101));
  GIVES(ID_DOUBLED, lwm2m_access_control_add(&policy, 2, 5, 0, 101));
  GIVES(TARGET_INVALID, lwm2m_access_control_add(&policy, 3, 0, 0, 101));
  GIVES(TARGET_INVALID, lwm2m_access_control_add(&policy, 3, 2, 0, 101));
  GIVES(TARGET_INVALID, lwm2m_access_control_add(&policy, 3, 65535, 0, 101));
  GIVES(TARGET_INVALID, lwm2m_access_control_add(&policy, 3, 65536 + 5, 0, 101));
  GIVES(TARGET_INVALID, lwm2m_access_control_add(&policy, 3, 5, 65536, 101));
  GIVES(TARGET_INVALID, lwm2m_access_control_add(&policy, 3, 5, -1, 101));
  GIVES(TARGET_DOUBLED, lwm2m_access_control_add(&policy, 3, 3, 0, 101));
  GIVES(OWNER_INVALID, lwm2m_access_control_add(&policy, 3, 5, 0, 0));
  GIVES(OWNER_INVALID, lwm2m_access_control_add(&policy, 3, 5, 0, 65536 + 101));
  GIVES(OWNER_INVALID, lwm2m_access_control_add(&policy, 3, 5, LWM2M_ACCESS_OBJECT_LEVEL, 101));
  GIVES(DONE, lwm2m_access_control_add(&policy, 3, 5, LWM2M_ACCESS_OBJECT_LEVEL,
                                       LWM2M_ACCESS_OWNER_BOOTSTRAP));
  GIVES(NO_ROOM, lwm2m_access_control_add(&policy, 4, 6, 0, 101));
  CHECK(lwm2m_access_control_count(&policy) == 4);
}

static void test_control_edit(void) {
  make_policy();
  GIVES(DONE, lwm2m_access_control_add(&policy, 3, 5, LWM2M_ACCESS_OBJECT_LEVEL,
                                       LWM2M_ACCESS_OWNER_BOOTSTRAP));

  GIVES(DONE, lwm2m_access_control_set_owner(&policy, 0, 102));
  GIVES(DONE, lwm2m_access_control_set_owner(&policy, 0, LWM2M_ACCESS_OWNER_BOOTSTRAP));
  GIVES(OWNER_INVALID, lwm2m_access_control_set_owner(&policy, 0, 0));
  GIVES(OWNER_INVALID, lwm2m_access_control_set_owner(&policy, 3, 101));
  GIVES(ID_UNKNOWN, lwm2m_access_control_set_owner(&policy, 9, 101));
  GIVES(ID_UNKNOWN, lwm2m_access_control_set_owner(&policy, 65536, 101));
  GIVES(ARGUMENT_MISSING, lwm2m_access_control_set_owner(NULL, 0, 101));
  GIVES(NOT_MADE, lwm2m_access_control_set_owner(&unmade_policy, 0, 101));

  GIVES(DONE, lwm2m_access_control_set_target(&policy, 0, 1, 7));
  GIVES(TARGET_DOUBLED, lwm2m_access_control_set_target(&policy, 0, 1, 1));
  GIVES(TARGET_INVALID, lwm2m_access_control_set_target(&policy, 0, 0, 1));
  GIVES(TARGET_INVALID, lwm2m_access_control_set_target(&policy, 0, 1, 65536 + 7));
  GIVES(DONE, lwm2m_access_control_set_target(&policy, 0, 1, LWM2M_ACCESS_OBJECT_LEVEL));
  GIVES(OWNER_INVALID, lwm2m_access_control_set_owner(&policy, 0, 101));
  GIVES(DONE, lwm2m_access_control_set_target(&policy, 0, 1, 7));
  GIVES(ID_UNKNOWN, lwm2m_access_control_set_target(&policy, 9, 1, 8));
  GIVES(ARGUMENT_MISSING, lwm2m_access_control_set_target(NULL, 0, 1, 8));
  GIVES(NOT_MADE, lwm2m_access_control_set_target(&unmade_policy, 0, 1, 8));

  GIVES(DONE, lwm2m_access_control_erase(&policy, 3));
  GIVES(ID_UNKNOWN, lwm2m_access_control_erase(&policy, 3));
  GIVES(ID_UNKNOWN, lwm2m_access_control_erase(&policy, 65536));
  GIVES(ARGUMENT_MISSING, lwm2m_access_control_erase(NULL, 3));
  GIVES(NOT_MADE, lwm2m_access_control_erase(&unmade_policy, 3));
}

static void test_entries(void) {
  make_policy();
  GIVES(DONE, lwm2m_access_control_add(&policy, 3, 5, LWM2M_ACCESS_OBJECT_LEVEL,
                                       LWM2M_ACCESS_OWNER_BOOTSTRAP));
  GIVES(RIGHT_INVALID, lwm2m_access_control_set_entry(&policy, 3, 101, LWM2M_ACCESS_RIGHT_READ));
  GIVES(RIGHT_INVALID, lwm2m_access_control_set_entry(&policy, 2, 101, -1));
  GIVES(RIGHT_INVALID, lwm2m_access_control_set_entry(&policy, 2, 101, 65536 + 1));
  GIVES(ENTRY_INVALID, lwm2m_access_control_set_entry(&policy, 2, 65535, 1));
  GIVES(ENTRY_INVALID, lwm2m_access_control_set_entry(&policy, 2, 65536 + 101, 1));
  GIVES(ENTRY_INVALID, lwm2m_access_control_set_entry(&policy, 2, -1, 1));
  GIVES(ID_UNKNOWN, lwm2m_access_control_set_entry(&policy, 9, 101, 1));
  GIVES(ARGUMENT_MISSING, lwm2m_access_control_set_entry(NULL, 2, 101, 1));
  GIVES(NOT_MADE, lwm2m_access_control_set_entry(&unmade_policy, 2, 101, 1));
  GIVES(DONE, lwm2m_access_control_set_entry(&policy, 2, LWM2M_ACCESS_DEFAULT_ENTRY, 0));
  for (int server = 1; server <= 2; ++server)
    GIVES(DONE, lwm2m_access_control_set_entry(&policy, 2, server, 1));
  GIVES(NO_ROOM, lwm2m_access_control_set_entry(&policy, 2, 3, 1));

  GIVES(DONE, lwm2m_access_control_erase_entry(&policy, 2, 2));
  GIVES(ENTRY_UNKNOWN, lwm2m_access_control_erase_entry(&policy, 2, 2));
  GIVES(ENTRY_UNKNOWN, lwm2m_access_control_erase_entry(&policy, 2, 65536));
  GIVES(ID_UNKNOWN, lwm2m_access_control_erase_entry(&policy, 9, 2));
  GIVES(ARGUMENT_MISSING, lwm2m_access_control_erase_entry(NULL, 2, 2));
  GIVES(NOT_MADE, lwm2m_access_control_erase_entry(&unmade_policy, 2, 2));
}

static void test_look(void) {
  lwm2m_access_control found;
  lwm2m_access_entry entry;
  uint16_t id = 9;
  make_policy();
  CHECK(lwm2m_access_control_count(&policy) == 3);
  CHECK(lwm2m_access_control_count(NULL) == 0 && lwm2m_access_control_count(&unmade_policy) == 0);

  GIVES(DONE, lwm2m_access_control_at(&policy, 2, &found));
  CHECK(found.id == 2 && found.object == 3 && found.instance == 0 && found.owner == 101 &&
        found.entry_count == 1);
  GIVES(NO_SUCH_PLACE, lwm2m_access_control_at(&policy, 3, &found));
  CHECK(found.id == 0 && found.object == 0 && found.entry_count == 0);
  GIVES(ARGUMENT_MISSING, lwm2m_access_control_at(&policy, 0, NULL));
  GIVES(ARGUMENT_MISSING, lwm2m_access_control_at(NULL, 0, &found));
  GIVES(NOT_MADE, lwm2m_access_control_at(&unmade_policy, 0, &found));

  GIVES(DONE, lwm2m_access_control_find_id(&policy, 1, &found));
  CHECK(found.id == 1 && found.object == 1 && found.instance == 1 && found.owner == 102);
  GIVES(ID_UNKNOWN, lwm2m_access_control_find_id(&policy, 3, &found));
  GIVES(ID_UNKNOWN, lwm2m_access_control_find_id(&policy, 65536 + 1, &found));
  GIVES(ARGUMENT_MISSING, lwm2m_access_control_find_id(&policy, 1, NULL));
  GIVES(ARGUMENT_MISSING, lwm2m_access_control_find_id(NULL, 1, &found));
  GIVES(NOT_MADE, lwm2m_access_control_find_id(&unmade_policy, 1, &found));

  GIVES(DONE, lwm2m_access_control_find(&policy, 1, 1, &found));
  CHECK(found.id == 1);
  GIVES(ID_UNKNOWN, lwm2m_access_control_find(&policy, 1, 2, &found));
  GIVES(ID_UNKNOWN, lwm2m_access_control_find(&policy, 1, 65536 + 1, &found));
  GIVES(ID_UNKNOWN, lwm2m_access_control_find(&policy, 65536 + 1, 1, &found));
  GIVES(ARGUMENT_MISSING, lwm2m_access_control_find(&policy, 1, 1, NULL));
  GIVES(ARGUMENT_MISSING, lwm2m_access_control_find(NULL, 1, 1, &found));
  GIVES(NOT_MADE, lwm2m_access_control_find(&unmade_policy, 1, 1, &found));

  GIVES(DONE, lwm2m_access_control_entry_at(&policy, 2, 0, &entry));
  CHECK(entry.id == 102 && entry.rights == LWM2M_ACCESS_RIGHT_READ);
  GIVES(NO_SUCH_PLACE, lwm2m_access_control_entry_at(&policy, 2, 1, &entry));
  CHECK(entry.id == 0 && entry.rights == 0);
  GIVES(ID_UNKNOWN, lwm2m_access_control_entry_at(&policy, 9, 0, &entry));
  GIVES(ARGUMENT_MISSING, lwm2m_access_control_entry_at(&policy, 2, 0, NULL));
  GIVES(ARGUMENT_MISSING, lwm2m_access_control_entry_at(NULL, 2, 0, &entry));
  GIVES(NOT_MADE, lwm2m_access_control_entry_at(&unmade_policy, 2, 0, &entry));

  GIVES(DONE, lwm2m_access_control_find_entry(&policy, 2, 102, &entry));
  CHECK(entry.id == 102 && entry.rights == LWM2M_ACCESS_RIGHT_READ);
  GIVES(ENTRY_UNKNOWN, lwm2m_access_control_find_entry(&policy, 2, 65536 + 102, &entry));
  CHECK(entry.id == 0 && entry.rights == 0);
  GIVES(ID_UNKNOWN, lwm2m_access_control_find_entry(&policy, 9, 102, &entry));
  GIVES(ARGUMENT_MISSING, lwm2m_access_control_find_entry(&policy, 2, 102, NULL));
  GIVES(ARGUMENT_MISSING, lwm2m_access_control_find_entry(NULL, 2, 102, &entry));
  GIVES(NOT_MADE, lwm2m_access_control_find_entry(&unmade_policy, 2, 102, &entry));

  GIVES(DONE, lwm2m_access_lowest_free_id(&policy, &id));
  CHECK(id == 3);
  GIVES(ARGUMENT_MISSING, lwm2m_access_lowest_free_id(&policy, NULL));
  GIVES(ARGUMENT_MISSING, lwm2m_access_lowest_free_id(NULL, &id));
  GIVES(NOT_MADE, lwm2m_access_lowest_free_id(&unmade_policy, &id));
}

/* ---------------------------------------------------------------- object model */

static void test_model(void) {
  const lwm2m_access_resource reserved = {65535, 0, false, false};
  make_model();
  GIVES(OBJECT_INVALID, lwm2m_access_model_add_object(&model, 2, 1));
  GIVES(OBJECT_INVALID, lwm2m_access_model_add_object(&model, 65536 + 5, 1));
  GIVES(OBJECT_DOUBLED, lwm2m_access_model_add_object(&model, 3, 1));
  GIVES(ENUMERATION_UNKNOWN, lwm2m_access_model_add_object(&model, 5, 0));
  GIVES(ENUMERATION_UNKNOWN, lwm2m_access_model_add_object(&model, 5, 3));
  GIVES(DONE, lwm2m_access_model_add_object(&model, 5, 1));
  GIVES(NO_ROOM, lwm2m_access_model_add_object(&model, 6, 1));
  GIVES(ARGUMENT_MISSING, lwm2m_access_model_add_object(NULL, 6, 1));
  GIVES(NOT_MADE, lwm2m_access_model_add_object(&unmade_model, 6, 1));

  GIVES(OBJECT_UNKNOWN, lwm2m_access_model_add_resource(&model, 7, &reboot));
  GIVES(RESOURCE_INVALID, lwm2m_access_model_add_resource(&model, 5, &reserved));
  GIVES(RESOURCE_DOUBLED, lwm2m_access_model_add_resource(&model, 3, &reboot));
  GIVES(DONE, lwm2m_access_model_add_resource(&model, 5, &reboot));
  GIVES(DONE, lwm2m_access_model_add_resource(&model, 5, &lifetime));
  GIVES(NO_ROOM, lwm2m_access_model_add_resource(&model, 5, &name_of_device));
  GIVES(ARGUMENT_MISSING, lwm2m_access_model_add_resource(&model, 5, NULL));
  GIVES(ARGUMENT_MISSING, lwm2m_access_model_add_resource(NULL, 5, &reboot));
  GIVES(NOT_MADE, lwm2m_access_model_add_resource(&unmade_model, 5, &reboot));

  GIVES(OBJECT_UNKNOWN, lwm2m_access_model_add_instance(&model, 7, 0));
  GIVES(INSTANCE_INVALID, lwm2m_access_model_add_instance(&model, 1, 65536 + 2));
  GIVES(INSTANCE_DOUBLED, lwm2m_access_model_add_instance(&model, 1, 1));
  GIVES(INSTANCE_DOUBLED, lwm2m_access_model_add_instance(&model, 3, 1)); /* single */
  GIVES(DONE, lwm2m_access_model_add_instance(&model, 1, 2));
  GIVES(NO_ROOM, lwm2m_access_model_add_instance(&model, 1, 3));
  GIVES(ARGUMENT_MISSING, lwm2m_access_model_add_instance(NULL, 1, 3));
  GIVES(NOT_MADE, lwm2m_access_model_add_instance(&unmade_model, 1, 3));

  GIVES(DONE, lwm2m_access_model_erase_instance(&model, 1, 2));
  GIVES(INSTANCE_UNKNOWN, lwm2m_access_model_erase_instance(&model, 1, 2));
  GIVES(OBJECT_UNKNOWN, lwm2m_access_model_erase_instance(&model, 7, 2));
  GIVES(ARGUMENT_MISSING, lwm2m_access_model_erase_instance(NULL, 1, 2));
  GIVES(NOT_MADE, lwm2m_access_model_erase_instance(&unmade_model, 1, 2));
}

/* ---------------------------------------------------------------- load and save */

static void test_text(void) {
  static const char text[] = "edition 1.2\nservers 7\nobject /5 single { 0: W }\n";
  static const char policy_only[] = "edition 1.2\nservers 7 8\nacl for /3/0 owner 7 { 8: R }\n";
  static const char mistaken[] = "edition 1.2\nservers 7 7\n";
  static const char too_much[] = "edition 1.2\nservers 7 8 9 10\n";
  static lwm2m_access_policy staged;
  static lwm2m_access_model staged_model;
  lwm2m_access_text_error error;
  struct told all;
  const lwm2m_access_listener listener = listener_of(&all);
  make_world();
  GIVES(DONE, lwm2m_access_policy_make(&policy, sizeof policy, LWM2M_ACCESS_EDITION_1_2));
  GIVES(DONE, lwm2m_access_policy_make(&staged, sizeof staged, LWM2M_ACCESS_EDITION_ANY));
  GIVES(DONE, lwm2m_access_model_make(&staged_model, sizeof staged_model));
  GIVES(TEXT_WRONG,
        lwm2m_access_load_text(&staged, &staged_model, mistaken, sizeof mistaken - 1, NULL, NULL));
  CHECK(lwm2m_access_account_count(&staged) == 0);
  GIVES(DONE, lwm2m_access_load_text(&staged, &staged_model, text, sizeof text - 1, NULL, &error));
  CHECK(error.line == 0 && error.column == 0 && error.expected == 0);
  GIVES(TEXT_WRONG, lwm2m_access_load_text(&staged, NULL, text, sizeof text - 1, NULL, &error));
  CHECK(error.line == 1 && error.column == 1 && error.expected != 0);
  GIVES(DONE, lwm2m_access_reload_text(&policy, &model, &staged, &staged_model, text,
                                       sizeof text - 1, &listener, &error));
  CHECK(error.line == 0 && error.column == 0 && error.expected == 0 && all.replaced == 1);
  CHECK(lwm2m_access_account_count(&policy) == 1 && lwm2m_access_has_account(&policy, 7));
  GIVES(OBJECT_DOUBLED, lwm2m_access_model_add_object(&model, 5, 1));
  GIVES(DONE, lwm2m_access_reload_text(&policy, NULL, &staged, NULL, policy_only,
                                       sizeof policy_only - 1, NULL, NULL));
  CHECK(lwm2m_access_control_count(&policy) == 1);

  const uint32_t before = lwm2m_access_generation(&policy);
  GIVES(TEXT_WRONG, lwm2m_access_reload_text(&policy, &model, &staged, &staged_model, mistaken,
                                             sizeof mistaken - 1, NULL, &error));
  CHECK(error.line == 2 && error.column == 11 && error.expected != 0);
  GIVES(TEXT_WRONG, lwm2m_access_reload_text(&policy, &model, &staged, &staged_model, too_much,
                                             sizeof too_much - 1, NULL, &error));
  CHECK(error.line == 2 && error.column == 15);
  GIVES(TEXT_WRONG, lwm2m_access_reload_text(&policy, NULL, &staged, NULL, text, sizeof text - 1,
                                             NULL, &error));
  GIVES(TEXT_WRONG, lwm2m_access_reload_text(&policy, NULL, &staged, NULL, text, 0, NULL, NULL));
  CHECK(lwm2m_access_generation(&policy) == before);

  GIVES(ARGUMENT_MISSING, lwm2m_access_load_text(NULL, &model, text, 1, NULL, &error));
  GIVES(ARGUMENT_MISSING, lwm2m_access_load_text(&policy, &model, NULL, 1, NULL, &error));
  GIVES(NOT_MADE, lwm2m_access_load_text(&unmade_policy, &model, text, 1, NULL, &error));
  GIVES(NOT_MADE, lwm2m_access_load_text(&policy, &unmade_model, text, 1, NULL, &error));
  GIVES(ARGUMENT_MISSING,
        lwm2m_access_reload_text(NULL, &model, &staged, &staged_model, text, 1, NULL, &error));
  GIVES(ARGUMENT_MISSING,
        lwm2m_access_reload_text(&policy, &model, NULL, &staged_model, text, 1, NULL, &error));
  GIVES(ARGUMENT_MISSING,
        lwm2m_access_reload_text(&policy, &model, &staged, NULL, text, 1, NULL, &error));
  GIVES(ARGUMENT_MISSING,
        lwm2m_access_reload_text(&policy, &model, &staged, &staged_model, NULL, 1, NULL, &error));
  GIVES(NOT_MADE, lwm2m_access_reload_text(&policy, &model, &unmade_policy, &staged_model, text, 1,
                                           NULL, &error));
}

/* A text is of the policy's edition, where the policy has one. */
static void test_text_of_another_edition(void) {
  static const char text[] = "edition 1.2\nservers 7\nobject /5 single { 0: W }\n";
  static lwm2m_access_policy staged;
  static lwm2m_access_model staged_model;
  struct told all;
  const lwm2m_access_listener listener = listener_of(&all);
  const size_t size = sizeof text - 1;
  GIVES(DONE, lwm2m_access_policy_make(&policy, sizeof policy, LWM2M_ACCESS_EDITION_1_1));
  GIVES(DONE, lwm2m_access_policy_make(&staged, sizeof staged, LWM2M_ACCESS_EDITION_ANY));
  GIVES(DONE, lwm2m_access_model_make(&model, sizeof model));
  GIVES(DONE, lwm2m_access_model_make(&staged_model, sizeof staged_model));
  GIVES(EDITION_DIFFERS, lwm2m_access_load_text(&policy, &model, text, size, &listener, NULL));
  GIVES(EDITION_DIFFERS, lwm2m_access_reload_text(&policy, &model, &staged, &staged_model, text,
                                                  size, &listener, NULL));
  CHECK(lwm2m_access_policy_edition(&policy) == LWM2M_ACCESS_EDITION_1_1 && all.replaced == 0);
  CHECK(lwm2m_access_account_count(&policy) == 0);
  GIVES(OBJECT_UNKNOWN, lwm2m_access_model_add_instance(&model, 5, 0));

  GIVES(DONE, lwm2m_access_policy_make(&policy, sizeof policy, LWM2M_ACCESS_EDITION_ANY));
  GIVES(DONE, lwm2m_access_load_text(&policy, &model, text, size, &listener, NULL));
  CHECK(lwm2m_access_policy_edition(&policy) == LWM2M_ACCESS_EDITION_1_2 && all.replaced == 1);
}

static void test_snapshot(void) {
  static lwm2m_access_policy staged;
  uint8_t bytes[LWM2M_ACCESS_SNAPSHOT_BYTES(4, 6, 3)];
  struct told all;
  const lwm2m_access_listener listener = listener_of(&all);
  size_t size = 1;
  make_policy();
  GIVES(DONE, lwm2m_access_policy_make(&staged, sizeof staged, LWM2M_ACCESS_EDITION_ANY));
  const size_t needed = lwm2m_access_snapshot_size(&policy);
  CHECK(needed > 0 && needed <= sizeof bytes);
  CHECK(lwm2m_access_snapshot_size(NULL) == 0 && lwm2m_access_snapshot_size(&unmade_policy) == 0);
  GIVES(BUFFER_TOO_SMALL, lwm2m_access_save(&policy, bytes, needed - 1, &size));
  CHECK(size == 0);
  GIVES(ARGUMENT_MISSING, lwm2m_access_save(NULL, bytes, sizeof bytes, &size));
  GIVES(ARGUMENT_MISSING, lwm2m_access_save(&policy, NULL, sizeof bytes, &size));
  GIVES(ARGUMENT_MISSING, lwm2m_access_save(&policy, bytes, sizeof bytes, NULL));
  GIVES(NOT_MADE, lwm2m_access_save(&unmade_policy, bytes, sizeof bytes, &size));
  GIVES(DONE, lwm2m_access_save(&policy, bytes, sizeof bytes, &size));
  CHECK(size == needed);

  GIVES(DONE, lwm2m_access_policy_make(&policy, sizeof policy, LWM2M_ACCESS_EDITION_DRAFT));
  GIVES(SNAPSHOT_EDITION_DIFFERS, lwm2m_access_restore(&policy, &staged, bytes, size, &listener));
  CHECK(lwm2m_access_policy_edition(&policy) == LWM2M_ACCESS_EDITION_DRAFT && all.replaced == 0);
  GIVES(DONE, lwm2m_access_policy_make(&policy, sizeof policy, LWM2M_ACCESS_EDITION_ANY));
  GIVES(SNAPSHOT_TOO_SHORT, lwm2m_access_restore(&policy, &staged, bytes, 10, NULL));
  GIVES(SNAPSHOT_LENGTH_DIFFERS, lwm2m_access_restore(&policy, &staged, bytes, size - 1, NULL));
  bytes[17] ^= 1;
  GIVES(SNAPSHOT_CHECKSUM_DIFFERS, lwm2m_access_restore(&policy, &staged, bytes, size, NULL));
  bytes[17] ^= 1;
  bytes[4] ^= 1;
  GIVES(SNAPSHOT_VERSION_UNKNOWN, lwm2m_access_restore(&policy, &staged, bytes, size, NULL));
  bytes[4] ^= 1;
  bytes[0] ^= 1;
  GIVES(NOT_A_SNAPSHOT, lwm2m_access_restore(&policy, &staged, bytes, size, NULL));
  bytes[0] ^= 1;
  CHECK(lwm2m_access_account_count(&policy) == 0);
  GIVES(ARGUMENT_MISSING, lwm2m_access_restore(NULL, &staged, bytes, size, NULL));
  GIVES(ARGUMENT_MISSING, lwm2m_access_restore(&policy, &staged, NULL, size, NULL));
  GIVES(NOT_MADE, lwm2m_access_restore(&unmade_policy, &staged, bytes, size, NULL));
  GIVES(ARGUMENT_MISSING, lwm2m_access_restore(&policy, NULL, bytes, size, NULL));
  GIVES(NOT_MADE, lwm2m_access_restore(&policy, &unmade_policy, bytes, size, NULL));
  GIVES(DONE, lwm2m_access_restore(&policy, &staged, bytes, size, &listener));
  CHECK(all.replaced == 1);
  CHECK(lwm2m_access_account_count(&policy) == 2 && lwm2m_access_control_count(&policy) == 3);
}

/* ---------------------------------------------------------------- paths */

static bool parses_as(const char* text, lwm2m_access_path wanted) {
  lwm2m_access_path path;
  return lwm2m_access_path_parse(text, strlen(text), &path) == LWM2M_ACCESS_STATUS_DONE &&
         same_path(&path, &wanted);
}

static void test_paths(void) {
  lwm2m_access_path path;
  CHECK(parses_as("/", path_root()));
  CHECK(parses_as("/3", path_object(3)));
  CHECK(parses_as("/3/0", path_instance(3, 0)));
  CHECK(parses_as("/3/0/9", path_resource(3, 0, 9)));
  CHECK(parses_as("/2/1/2/101", path_resource_instance(2, 1, 2, 101)));
  CHECK(parses_as("/65535", path_object(70000)));
  CHECK(parses_as("/65535", path_object(-1)));
  GIVES(ARGUMENT_MISSING, lwm2m_access_path_make(NULL, 1, 3, 0, 0, 0));
  GIVES(PATH_INVALID, lwm2m_access_path_make(&path, 5, 3, 0, 0, 0));
  CHECK(path.level == 0);
  const uint16_t none[] = {65535, 65535, 65535, 65535}, three[] = {3, 0, 13, 65535};
  const uint16_t torn[] = {3, 65535, 13, 65535};
  lwm2m_access_path wanted = path_root();
  GIVES(DONE, lwm2m_access_path_of_ids(&path, none));
  CHECK(same_path(&path, &wanted));
  wanted = path_resource(3, 0, 13);
  GIVES(DONE, lwm2m_access_path_of_ids(&path, three));
  CHECK(same_path(&path, &wanted));
  GIVES(PATH_INVALID, lwm2m_access_path_of_ids(&path, torn));
  CHECK(path.level == 0);
  GIVES(ARGUMENT_MISSING, lwm2m_access_path_of_ids(&path, NULL));
  GIVES(PATH_INVALID, lwm2m_access_path_parse("3/0", 3, &path));
  CHECK(path.level == 0);
  GIVES(PATH_INVALID, lwm2m_access_path_parse("", 0, &path));
  GIVES(ARGUMENT_MISSING, lwm2m_access_path_parse(NULL, 0, &path));
  GIVES(ARGUMENT_MISSING, lwm2m_access_path_parse("/", 1, NULL));
}

/* ---------------------------------------------------------------- decide */

static unsigned denials;
static lwm2m_access_reason last_reason;
static void count_denial(void* context, const lwm2m_access_request* request,
                         const lwm2m_access_decision* decision) {
  CHECK(context == &denials && request != NULL);
  ++denials;
  last_reason = decision->reason;
}

static lwm2m_access_decision decide(int64_t server, lwm2m_access_operation operation,
                                    lwm2m_access_path target) {
  const lwm2m_access_request asked = request_of(server, operation, target);
  lwm2m_access_decision decision;
  GIVES(DONE, lwm2m_access_authorize(&policy, &objects, &asked, &decision));
  return decision;
}

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

/* What no request can be: each is refused by every function that takes one. */
typedef lwm2m_access_status (*request_function)(const lwm2m_access_policy*,
                                                const lwm2m_access_objects*,
                                                const lwm2m_access_request*);

static void test_wrong_requests(request_function ask) {
  const lwm2m_access_request good =
      request_of(101, LWM2M_ACCESS_OPERATION_READ, path_instance(3, 0));
  const lwm2m_access_path deep = {{3, 0, 13, 65535}, 6}, dirty = {{3, 0, 13, 7}, 4},
                          zeros = {{0, 0, 0, 0}, 0};
  const lwm2m_access_object_functions nothing = {0};
  lwm2m_access_objects lent = no_objects, unmade = no_objects;
  lwm2m_access_request asked = good;
  make_world();
  GIVES(DONE, ask(&policy, &objects, &good));
  GIVES(ARGUMENT_MISSING, ask(NULL, &objects, &good));
  GIVES(NOT_MADE, ask(&unmade_policy, &objects, &good));
  GIVES(ARGUMENT_MISSING, ask(&policy, NULL, &good));
  GIVES(ARGUMENT_MISSING, ask(&policy, &lent, &good)); /* neither model nor functions */
  lent.functions = &nothing;
  GIVES(ARGUMENT_MISSING, ask(&policy, &lent, &good)); /* functions that are not there */
  unmade.model = &unmade_model;
  GIVES(NOT_MADE, ask(&policy, &unmade, &good));
  GIVES(ARGUMENT_MISSING, ask(&policy, &objects, NULL));

  asked.who = 0;
  GIVES(ENUMERATION_UNKNOWN, ask(&policy, &objects, &asked));
  asked.who = 3;
  GIVES(ENUMERATION_UNKNOWN, ask(&policy, &objects, &asked));
  asked = good;
  asked.operation = 0;
  GIVES(ENUMERATION_UNKNOWN, ask(&policy, &objects, &asked));
  asked.operation = LWM2M_ACCESS_OPERATION_WRITE_COMPOSITE + 1;
  GIVES(ENUMERATION_UNKNOWN, ask(&policy, &objects, &asked));
  asked.operation = 255;
  GIVES(ENUMERATION_UNKNOWN, ask(&policy, &objects, &asked));
  asked = good;
  asked.target = deep;
  GIVES(PATH_INVALID, ask(&policy, &objects, &asked));
  asked.target = dirty;
  GIVES(PATH_INVALID, ask(&policy, &objects, &asked));
  asked = good;
  asked.payload_size = 1;
  GIVES(ARGUMENT_MISSING, ask(&policy, &objects, &asked));
  asked.payload = &dirty;
  GIVES(PATH_INVALID, ask(&policy, &objects, &asked));
  asked.payload = &deep;
  GIVES(PATH_INVALID, ask(&policy, &objects, &asked));
  asked.payload = &zeros;
  GIVES(PATH_INVALID, ask(&policy, &objects, &asked)); /* it could be taken for Object 0 */
  asked = good;
  asked.target = zeros;
  GIVES(DONE, ask(&policy, &objects, &asked)); /* left out: to be denied, but it can be asked */
}

static lwm2m_access_status ask_authorize(const lwm2m_access_policy* of,
                                         const lwm2m_access_objects* there,
                                         const lwm2m_access_request* asked) {
  lwm2m_access_decision decision;
  const lwm2m_access_status found = lwm2m_access_authorize(of, there, asked, &decision);
  CHECK(is_nothing(&decision) == (found != LWM2M_ACCESS_STATUS_DONE));
  return found;
}
static lwm2m_access_policy* of_policy(const lwm2m_access_policy* of) {
  return of == &policy ? &policy : of ? &unmade_policy : NULL;
}
static lwm2m_access_status ask_begin(const lwm2m_access_policy* of,
                                     const lwm2m_access_objects* there,
                                     const lwm2m_access_request* asked) {
  lwm2m_access_pending work;
  lwm2m_access_decision decision;
  const lwm2m_access_status found =
      lwm2m_access_begin(&work, sizeof work, of_policy(of), there, asked, NULL, 0, &decision);
  CHECK(is_nothing(&decision) == (found != LWM2M_ACCESS_STATUS_DONE));
  return found;
}
static lwm2m_access_status ask_start(const lwm2m_access_policy* of,
                                     const lwm2m_access_objects* there,
                                     const lwm2m_access_request* asked) {
  lwm2m_access_pending work;
  return lwm2m_access_start(&work, sizeof work, of_policy(of), there, asked, NULL, 0);
}
static bool ignore_path(void* context, const lwm2m_access_path* path) {
  return context == NULL && path != NULL;
}
static lwm2m_access_status ask_visible(const lwm2m_access_policy* of,
                                       const lwm2m_access_objects* there,
                                       const lwm2m_access_request* asked) {
  return lwm2m_access_visible(of, there, asked, ignore_path, NULL);
}
static lwm2m_access_status ask_readable(const lwm2m_access_policy* of,
                                        const lwm2m_access_objects* there,
                                        const lwm2m_access_request* asked) {
  return lwm2m_access_readable(of, there, asked, ignore_path, NULL);
}
static lwm2m_access_status ask_shows(const lwm2m_access_policy* of,
                                     const lwm2m_access_objects* there,
                                     const lwm2m_access_request* asked) {
  const lwm2m_access_path leaf = path_resource(3, 0, 13);
  bool shown = true;
  const lwm2m_access_status found = lwm2m_access_shows(of, there, asked, &leaf, &shown);
  CHECK(!shown || found == LWM2M_ACCESS_STATUS_DONE);
  return found;
}
static lwm2m_access_status ask_explain(const lwm2m_access_policy* of,
                                       const lwm2m_access_objects* there,
                                       const lwm2m_access_request* asked) {
  lwm2m_access_decision decision = {0};
  lwm2m_access_explanation why;
  return lwm2m_access_explain(of, there, asked, &decision, &why);
}
static lwm2m_access_status ask_affected(const lwm2m_access_policy* of,
                                        const lwm2m_access_objects* there,
                                        const lwm2m_access_request* asked) {
  return lwm2m_access_affected(of, there, asked, ignore_path, NULL);
}
static lwm2m_access_status ask_administer(const lwm2m_access_policy* of,
                                          const lwm2m_access_objects* there,
                                          const lwm2m_access_request* asked) {
  lwm2m_access_decision decision;
  const lwm2m_access_status found =
      lwm2m_access_administer(of_policy(of), there, asked, NULL, 0, NULL, &decision);
  CHECK(is_nothing(&decision) == (found != LWM2M_ACCESS_STATUS_DONE));
  return found;
}

static void test_results_missing(void) {
  const lwm2m_access_request asked =
      request_of(101, LWM2M_ACCESS_OPERATION_READ, path_instance(3, 0));
  make_world();
  GIVES(ARGUMENT_MISSING, lwm2m_access_authorize(&policy, &objects, &asked, NULL));
  GIVES(ARGUMENT_MISSING, lwm2m_access_visible(&policy, &objects, &asked, NULL, NULL));
  GIVES(ARGUMENT_MISSING, lwm2m_access_affected(&policy, &objects, &asked, NULL, NULL));
  GIVES(ARGUMENT_MISSING, lwm2m_access_administer(&policy, &objects, &asked, NULL, 0, NULL, NULL));
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

/* ---------------------------------------------------------------- change */

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

/* ---------------------------------------------------------------- objects of the stack's own */

static unsigned optional_calls;
static size_t own_object_count(void* context) { return context == &policy ? 1 : 0; }
static uint16_t own_object(void* context, size_t k) { return context && k == 0 ? 3 : 65535; }
static lwm2m_access_multiplicity own_multiplicity(void* context, uint16_t object) {
  return context && object == 3 ? LWM2M_ACCESS_MULTIPLICITY_SINGLE : 77;
}
static size_t own_instance_count(void* context, uint16_t object) { return context && object == 3; }
static uint16_t own_instance(void* context, uint16_t object, size_t k) {
  return context && object == 3 && k == 0 ? 0 : 65535;
}
static size_t own_definition_count(void* context, uint16_t object) {
  return context && object == 3 ? 3 : 0;
}
static void own_definition(void* context, uint16_t object, size_t k, lwm2m_access_resource* found) {
  const lwm2m_access_resource keys = {7, LWM2M_ACCESS_TYPE_READ, true, false}, none = {0};
  *found = k == 0 ? name_of_device : k == 1 ? clock_of_device : keys;
  if (!context || object != 3) *found = none;
}
static bool own_has_instance(void* context, uint16_t object, uint16_t instance) {
  ++optional_calls;
  return context && object == 3 && instance == 0;
}
static bool own_find(void* context, uint16_t object, uint16_t resource,
                     lwm2m_access_resource* found) {
  ++optional_calls;
  for (size_t k = 0; k < 3; ++k) {
    own_definition(context, object, k, found);
    if (found->id == resource) return true;
  }
  return false;
}
static bool own_has_resource(void* context, uint16_t object, uint16_t instance, uint16_t resource) {
  ++optional_calls;
  return context && object == 3 && instance == 0 && (resource == 7 || resource == 13);
}
static bool own_has_resource_instance(void* context, uint16_t object, uint16_t instance,
                                      uint16_t resource, uint16_t resource_instance) {
  ++optional_calls;
  return context && object == 3 && instance == 0 && resource == 7 && resource_instance == 1;
}

static void test_own_objects(void) {
  lwm2m_access_object_functions own = {.object_count = own_object_count,
                                       .object = own_object,
                                       .multiplicity = own_multiplicity,
                                       .instance_count = own_instance_count,
                                       .instance = own_instance,
                                       .definition_count = own_definition_count,
                                       .definition = own_definition};
  const lwm2m_access_path name = path_resource(3, 0, 0);
  const lwm2m_access_path clock = path_resource(3, 0, 13);
  const lwm2m_access_path first = path_resource_instance(3, 0, 7, 0);
  const lwm2m_access_path second = path_resource_instance(3, 0, 7, 1);
  const lwm2m_access_path missing[] = {path_object(4), path_instance(3, 1), path_resource(3, 0, 14),
                                       path_resource_instance(3, 0, 13, 0)};
  make_policy();
  objects = no_objects;
  objects.functions = &own;
  objects.context = &policy;
  for (int round = 0; round < 2; ++round) {
    const bool knows = round == 1;
    optional_calls = 0;
    for (size_t k = 0; k < sizeof missing / sizeof missing[0]; ++k)
      CHECK(decide(101, LWM2M_ACCESS_OPERATION_READ, missing[k]).code ==
            LWM2M_ACCESS_CODE_NOT_FOUND);
    CHECK(decide(101, LWM2M_ACCESS_OPERATION_READ, clock).code == LWM2M_ACCESS_CODE_CONTENT);
    CHECK(decide(101, LWM2M_ACCESS_OPERATION_READ, second).code == LWM2M_ACCESS_CODE_CONTENT);
    CHECK(decide(101, LWM2M_ACCESS_OPERATION_READ, first).code ==
          (knows ? LWM2M_ACCESS_CODE_NOT_FOUND : LWM2M_ACCESS_CODE_CONTENT));
    CHECK(decide(101, LWM2M_ACCESS_OPERATION_READ, name).code ==
          (knows ? LWM2M_ACCESS_CODE_NOT_FOUND : LWM2M_ACCESS_CODE_CONTENT));
    CHECK((optional_calls != 0) == knows);
    own.has_instance = own_has_instance;
    own.find_definition = own_find;
    own.has_resource = own_has_resource;
    own.has_resource_instance = own_has_resource_instance;
  }

  /* `/` asks for all the objects. */
  const lwm2m_access_path everything = path_root();
  lwm2m_access_request asked = request_of(101, LWM2M_ACCESS_OPERATION_SEND, everything);
  lwm2m_access_decision decision;
  memset(&asked.target, 0, sizeof asked.target);
  asked.payload = &everything;
  asked.payload_size = 1;
  GIVES(DONE, lwm2m_access_authorize(&policy, &objects, &asked, &decision));
  CHECK(decision.verdict == LWM2M_ACCESS_VERDICT_SEND);
}

/* Each of the functions that must be there is asked for. */
static void test_missing_functions(void) {
  const lwm2m_access_object_functions whole = {.object_count = own_object_count,
                                               .object = own_object,
                                               .multiplicity = own_multiplicity,
                                               .instance_count = own_instance_count,
                                               .instance = own_instance,
                                               .definition_count = own_definition_count,
                                               .definition = own_definition};
  lwm2m_access_object_functions each[7];
  lwm2m_access_decision decision;
  const lwm2m_access_request asked =
      request_of(101, LWM2M_ACCESS_OPERATION_READ, path_instance(3, 0));
  for (size_t k = 0; k < 7; ++k) each[k] = whole;
  each[0].object_count = NULL;
  each[1].object = NULL;
  each[2].multiplicity = NULL;
  each[3].instance_count = NULL;
  each[4].instance = NULL;
  each[5].definition_count = NULL;
  each[6].definition = NULL;
  make_policy();
  objects = no_objects;
  objects.context = &policy;
  for (size_t k = 0; k < 7; ++k) {
    objects.functions = &each[k];
    GIVES(ARGUMENT_MISSING, lwm2m_access_authorize(&policy, &objects, &asked, &decision));
  }
}

/* ---------------------------------------------------------------- admission */

static const uint8_t identity_101[] = {'d', '1'}, key_101[] = {1, 2, 3, 4}, other_key[] = {9, 9};
static const uint8_t identity_bootstrap[] = {'b'};

static lwm2m_access_account psk_account(lwm2m_access_account_kind kind, int64_t server,
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

/* A DTLS session as a library would tell of it. */
struct dtls {
  bool established;
  lwm2m_access_identity peer, local;
  lwm2m_access_answer verified;
  uint16_t protocol, suite;
  lwm2m_access_dtls_role role;
  lwm2m_access_resumption resumed;
};
static bool dtls_established(void* session) { return ((struct dtls*)session)->established; }
static lwm2m_access_identity dtls_peer(void* session) { return ((struct dtls*)session)->peer; }
static lwm2m_access_answer dtls_verified(void* session) {
  return ((struct dtls*)session)->verified;
}
static lwm2m_access_identity dtls_local(void* session) { return ((struct dtls*)session)->local; }
static uint16_t dtls_protocol(void* session) { return ((struct dtls*)session)->protocol; }
static uint16_t dtls_suite(void* session) { return ((struct dtls*)session)->suite; }
static lwm2m_access_dtls_role dtls_role(void* session) { return ((struct dtls*)session)->role; }
static lwm2m_access_resumption dtls_resumed(void* session) {
  return ((struct dtls*)session)->resumed;
}
static const lwm2m_access_session_functions dtls_functions = {.is_established = dtls_established,
                                                              .peer = dtls_peer,
                                                              .peer_verified = dtls_verified,
                                                              .local = dtls_local,
                                                              .protocol = dtls_protocol,
                                                              .cipher_suite = dtls_suite,
                                                              .role = dtls_role,
                                                              .resumed = dtls_resumed};

static struct dtls psk_session(const uint8_t* identity, size_t size) {
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

static lwm2m_access_accounts accounts, unmade_accounts;
static const lwm2m_access_channel_rules rules = {.allow_tls = false};
static lwm2m_access_admission admission;
static lwm2m_access_binding binding;

static void make_accounts(void) {
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

static lwm2m_access_status admit(struct dtls* session, lwm2m_access_account_kind kind,
                                 uint64_t* refusals) {
  const lwm2m_access_session told = {session, &dtls_functions, &binding};
  return lwm2m_access_admit(&accounts, &policy, &told, &rules, kind, 0, &admission,
                            sizeof admission, refusals);
}
static void supply(int64_t server, const struct dtls* session) {
  lwm2m_access_bytes identity, key;
  const lwm2m_access_account_kind kind =
      server ? LWM2M_ACCESS_ACCOUNT_SERVER : LWM2M_ACCESS_ACCOUNT_BOOTSTRAP_SERVER;
  GIVES(DONE, lwm2m_access_supply_key(&accounts, kind, server, session, &binding, &identity, &key));
}

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

/* ---------------------------------------------------------------- what a library may not tell */

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
static lwm2m_access_bytes chain_at(void* session, size_t k) {
  const lwm2m_access_bytes none = {NULL, 99}, leaf = {server_key, sizeof server_key};
  ++chain_calls;
  return session && k == 0 ? leaf : none;
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

/* ---------------------------------------------------------------- sentences */

static void test_sentences(void) {
  for (unsigned n = 0; n < 256; ++n) {
    const uint8_t number = (uint8_t)n;
    CHECK(strlen(lwm2m_access_status_sentence(number)) > 0);
    CHECK(strlen(lwm2m_access_reason_sentence(number)) > 0);
    CHECK(strlen(lwm2m_access_determined_by_sentence(number)) > 0);
    CHECK(strlen(lwm2m_access_expected_sentence(number)) > 0);
    CHECK(strlen(lwm2m_access_hint_sentence(number)) > 0);
    CHECK(strlen(lwm2m_access_refusal_sentence(n)) > 0);
    CHECK(strlen(lwm2m_access_account_fault_sentence(n)) > 0);
  }
  CHECK(strcmp(lwm2m_access_reason_sentence(LWM2M_ACCESS_REASON_ACCESS_RIGHT_MISSING),
               "The Server lacks the access right.") == 0);
  CHECK(strcmp(lwm2m_access_reason_sentence(0), lwm2m_access_reason_sentence(200)) == 0);
  CHECK(strcmp(lwm2m_access_status_sentence(LWM2M_ACCESS_STATUS_NOT_MADE),
               "Nothing was made in the storage: call its make, begin, start or open first.") == 0);
  CHECK(strcmp(lwm2m_access_refusal_sentence(LWM2M_ACCESS_REFUSAL_NOT_ESTABLISHED),
               "The handshake is not complete.") == 0);
  CHECK(strcmp(lwm2m_access_refusal_sentence(0), lwm2m_access_refusal_sentence(64)) == 0);
}

int main(void) {
  test_version();
  test_policy_make();
  test_model_make();
  test_accounts();
  test_disable();
  test_generation();
  test_control_add();
  test_control_edit();
  test_entries();
  test_look();
  test_model();
  test_text();
  test_text_of_another_edition();
  test_snapshot();
  test_paths();
  test_decisions();
  test_wrong_requests(ask_authorize);
  test_wrong_requests(ask_begin);
  test_wrong_requests(ask_start);
  test_wrong_requests(ask_readable);
  test_wrong_requests(ask_shows);
  test_wrong_requests(ask_explain);
  test_wrong_requests(ask_visible);
  test_wrong_requests(ask_affected);
  test_wrong_requests(ask_administer);
  test_results_missing();
  test_denial_hook();
  test_records();
  test_value_records();
  test_still_valid();
  test_visible();
  test_right();
  test_readable();
  test_explain();
  test_review();
  test_administer();
  test_create();
  test_instances();
  test_account_removed();
  test_check();
  test_bootstrap();
  test_bootstrap_requests();
  test_own_objects();
  test_missing_functions();
  test_credentials();
  test_keys();
  test_admission();
  test_refusals();
  test_kept_verdicts();
  test_no_binding();
  test_bootstrap_server();
  test_without_security();
  test_admission_arguments();
  test_handshake_facts();
  test_sentences();
  printf("figure: C interface, called from C: %u checks, %u failed\n", checks, failures);
  return failures == 0 ? 0 : 1;
}
