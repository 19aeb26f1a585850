/* A policy: its storage, its accounts, its Access Control Object Instances and their entries. */

#include <string.h>

#include "world.h"

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

void check_policy(void) {
  test_policy_make();
  test_accounts();
  test_disable();
  test_generation();
  test_control_add();
  test_control_edit();
  test_entries();
  test_look();
}
