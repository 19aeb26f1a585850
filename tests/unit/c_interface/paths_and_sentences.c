/* What needs no policy: the version, paths, and the sentences of numbers. */

#include <string.h>

#include "world.h"

static void test_version(void) {
  CHECK(lwm2m_access_version() == LWM2M_ACCESS_VERSION);
  CHECK(lwm2m_access_is_compatible(LWM2M_ACCESS_VERSION));
  CHECK(!lwm2m_access_is_compatible(LWM2M_ACCESS_VERSION + 0x100));   /* a header that is newer */
  CHECK(!lwm2m_access_is_compatible(LWM2M_ACCESS_VERSION ^ 0x10000)); /* another major version */
  CHECK(!lwm2m_access_is_compatible(0));
}

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

static void test_sentences(void) {
  for (unsigned n = 0; n < 256; ++n) {
    const uint8_t number = (uint8_t)n;
    CHECK(strlen(lwm2m_access_status_sentence(number)) > 0);
    CHECK(strlen(lwm2m_access_reason_sentence(number)) > 0);
    CHECK(strlen(lwm2m_access_determined_by_sentence(number)) > 0);
    CHECK(strlen(lwm2m_access_expected_sentence(number)) > 0);
    CHECK(strlen(lwm2m_access_hint_sentence(number)) > 0);
    CHECK(strlen(lwm2m_access_operation_word(number)) > 0);
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
  CHECK(strcmp(lwm2m_access_operation_word(LWM2M_ACCESS_OPERATION_WRITE_ATTRIBUTES),
               "write-attributes") == 0);
  CHECK(strcmp(lwm2m_access_operation_word(0), "unknown") == 0);
}

void check_paths_and_sentences(void) {
  test_version();
  test_paths();
  test_sentences();
}
