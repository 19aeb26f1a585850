/* Loading a policy text, saving a snapshot and restoring it. */

#include "world.h"

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

void check_text_and_snapshot(void) {
  test_text();
  test_text_of_another_edition();
  test_snapshot();
}
