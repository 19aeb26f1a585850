/* The mapping of CoAP requests, and Object 2 as data: the optional parts of the C interface. That
   the mapping is right is tested in tests/kit; here that C is told the same, and what it refuses.
 */

#include <stdio.h>
#include <string.h>

#include "world.h"

/* ---------------------------------------------------------------- requests */

static lwm2m_access_coap_uri uri_of(const char* path) {
  lwm2m_access_coap_uri made;
  GIVES(DONE, lwm2m_access_coap_uri_make(&made));
  while (*path == '/') {
    const char* const segment = path + 1;
    path = segment + strcspn(segment, "/");
    GIVES(DONE, lwm2m_access_coap_uri_add(&made, segment, (size_t)(path - segment)));
  }
  return made;
}

static lwm2m_access_coap_request request_on(lwm2m_access_coap_method method, const char* path) {
  lwm2m_access_coap_request made;
  memset(&made, 0, sizeof made);
  made.from = LWM2M_ACCESS_COAP_SENDER_SERVER;
  made.method = method;
  made.uri = uri_of(path);
  made.observe = LWM2M_ACCESS_COAP_OBSERVE_ABSENT;
  made.payload = LWM2M_ACCESS_COAP_PAYLOAD_NONE;
  return made;
}

static lwm2m_access_coap_operation found_in(lwm2m_access_edition edition,
                                            const lwm2m_access_coap_request* asked) {
  lwm2m_access_coap_operation found;
  GIVES(DONE, lwm2m_access_coap_operation_of(asked, edition, &found));
  return found;
}

static bool is_operation(const lwm2m_access_coap_operation* found, lwm2m_access_operation wanted) {
  return found->meaning == LWM2M_ACCESS_COAP_MEANING_OPERATION && found->operation == wanted &&
         found->code == LWM2M_ACCESS_CODE_NONE;
}
static bool is_answer(const lwm2m_access_coap_operation* found, lwm2m_access_code wanted) {
  return found->meaning == 0 && found->operation == 0 && found->code == wanted &&
         found->target.level == 0;
}

static void test_operations(void) {
  const lwm2m_access_path sensor = path_resource(3303, 0, 5700), instance = path_instance(3303, 7);
  lwm2m_access_coap_request asked = request_on(LWM2M_ACCESS_COAP_GET, "/3303/0/5700");
  lwm2m_access_coap_operation found = found_in(LWM2M_ACCESS_EDITION_1_1, &asked);
  CHECK(is_operation(&found, LWM2M_ACCESS_OPERATION_READ) && same_path(&found.target, &sensor));
  asked.observe = LWM2M_ACCESS_COAP_OBSERVE_REGISTER;
  found = found_in(LWM2M_ACCESS_EDITION_1_1, &asked);
  CHECK(is_operation(&found, LWM2M_ACCESS_OPERATION_OBSERVE));
  asked.observe = LWM2M_ACCESS_COAP_OBSERVE_DEREGISTER;
  found = found_in(LWM2M_ACCESS_EDITION_1_1, &asked);
  CHECK(is_operation(&found, LWM2M_ACCESS_OPERATION_CANCEL_OBSERVATION));
  asked.accepts_links = true;
  found = found_in(LWM2M_ACCESS_EDITION_1_1, &asked);
  CHECK(is_operation(&found, LWM2M_ACCESS_OPERATION_DISCOVER));
  asked.has_query = true;
  found = found_in(LWM2M_ACCESS_EDITION_1_1, &asked);
  CHECK(is_answer(&found, LWM2M_ACCESS_CODE_BAD_REQUEST));
  found = found_in(LWM2M_ACCESS_EDITION_1_2, &asked);
  CHECK(is_operation(&found, LWM2M_ACCESS_OPERATION_DISCOVER));

  asked = request_on(LWM2M_ACCESS_COAP_POST, "/3303/7");
  found = found_in(LWM2M_ACCESS_EDITION_DRAFT, &asked);
  CHECK(is_operation(&found, LWM2M_ACCESS_OPERATION_UPDATE) && same_path(&found.target, &instance));
  asked.instance_is_missing = true;
  found = found_in(LWM2M_ACCESS_EDITION_DRAFT, &asked);
  CHECK(is_operation(&found, LWM2M_ACCESS_OPERATION_CREATE));
  found = found_in(LWM2M_ACCESS_EDITION_1_0, &asked);
  CHECK(is_operation(&found, LWM2M_ACCESS_OPERATION_UPDATE));
  asked = request_on(LWM2M_ACCESS_COAP_POST, "/3/0/4");
  asked.payload = LWM2M_ACCESS_COAP_PAYLOAD_RECORDS;
  found = found_in(LWM2M_ACCESS_EDITION_1_1, &asked);
  CHECK(is_operation(&found, LWM2M_ACCESS_OPERATION_EXECUTE));
  found = found_in(LWM2M_ACCESS_EDITION_1_2, &asked);
  CHECK(is_operation(&found, LWM2M_ACCESS_OPERATION_UPDATE));

  asked = request_on(LWM2M_ACCESS_COAP_IPATCH, "");
  found = found_in(LWM2M_ACCESS_EDITION_1_1, &asked);
  CHECK(is_operation(&found, LWM2M_ACCESS_OPERATION_WRITE_COMPOSITE) && found.target.level == 0);
  asked.method = LWM2M_ACCESS_COAP_PATCH;
  found = found_in(LWM2M_ACCESS_EDITION_1_1, &asked);
  CHECK(is_answer(&found, LWM2M_ACCESS_CODE_METHOD_NOT_ALLOWED));
  asked = request_on(LWM2M_ACCESS_COAP_GET, "/.well-known/core");
  found = found_in(LWM2M_ACCESS_EDITION_1_1, &asked);
  CHECK(is_answer(&found, LWM2M_ACCESS_CODE_NOT_FOUND));

  asked = request_on(LWM2M_ACCESS_COAP_POST, "/bs");
  found = found_in(LWM2M_ACCESS_EDITION_1_1, &asked);
  CHECK(is_answer(&found, LWM2M_ACCESS_CODE_METHOD_NOT_ALLOWED));
  asked.from = LWM2M_ACCESS_COAP_SENDER_BOOTSTRAP_SERVER;
  found = found_in(LWM2M_ACCESS_EDITION_1_1, &asked);
  CHECK(found.meaning == LWM2M_ACCESS_COAP_MEANING_BOOTSTRAP_FINISH && found.operation == 0);
}

static void test_options(void) {
  CHECK(lwm2m_access_coap_observe_of(-1) == LWM2M_ACCESS_COAP_OBSERVE_ABSENT);
  CHECK(lwm2m_access_coap_observe_of(0) == LWM2M_ACCESS_COAP_OBSERVE_REGISTER);
  CHECK(lwm2m_access_coap_observe_of(1) == LWM2M_ACCESS_COAP_OBSERVE_DEREGISTER);
  CHECK(lwm2m_access_coap_observe_of(2) == LWM2M_ACCESS_COAP_OBSERVE_ABSENT);
  CHECK(lwm2m_access_coap_payload_of(-1, 0) == LWM2M_ACCESS_COAP_PAYLOAD_NONE);
  CHECK(lwm2m_access_coap_payload_of(-1, 1) == LWM2M_ACCESS_COAP_PAYLOAD_ONE_VALUE);
  CHECK(lwm2m_access_coap_payload_of(0, 1) == LWM2M_ACCESS_COAP_PAYLOAD_ONE_VALUE);
  CHECK(lwm2m_access_coap_payload_of(110, 1) == LWM2M_ACCESS_COAP_PAYLOAD_RECORDS);
}

static void test_uris(void) {
  lwm2m_access_coap_uri uri = uri_of("/3/0");
  const lwm2m_access_path instance = path_instance(3, 0);
  CHECK(uri.name == LWM2M_ACCESS_COAP_NAME_NUMBERS && same_path(&uri.numbers, &instance));
  CHECK(uri_of("/bs").name == LWM2M_ACCESS_COAP_NAME_BS);
  CHECK(uri_of("/dp").name == LWM2M_ACCESS_COAP_NAME_DP);
  CHECK(uri_of("/3/00").name == LWM2M_ACCESS_COAP_NAME_OTHER);
  CHECK(uri_of("/bs/1").name == LWM2M_ACCESS_COAP_NAME_OTHER);
  CHECK(uri_of("/1/2/3/4/5").name == LWM2M_ACCESS_COAP_NAME_OTHER);
  GIVES(ARGUMENT_MISSING, lwm2m_access_coap_uri_make(NULL));
  GIVES(ARGUMENT_MISSING, lwm2m_access_coap_uri_add(NULL, "1", 1));
  GIVES(ARGUMENT_MISSING, lwm2m_access_coap_uri_add(&uri, NULL, 1));
  memset(&uri, 0, sizeof uri);
  GIVES(PATH_INVALID, lwm2m_access_coap_uri_add(&uri, "1", 1));
}

static lwm2m_access_status map(const lwm2m_access_coap_request* asked,
                               lwm2m_access_edition edition) {
  lwm2m_access_coap_operation found;
  const lwm2m_access_status status = lwm2m_access_coap_operation_of(asked, edition, &found);
  CHECK(status == LWM2M_ACCESS_STATUS_DONE || is_answer(&found, 0));
  return status;
}

static void test_wrong_requests(void) {
  const lwm2m_access_coap_request good = request_on(LWM2M_ACCESS_COAP_GET, "/3/0");
  lwm2m_access_coap_request asked = good;
  GIVES(DONE, map(&good, LWM2M_ACCESS_EDITION_1_1));
  GIVES(ENUMERATION_UNKNOWN, map(&good, 0));
  GIVES(ENUMERATION_UNKNOWN, map(&good, LWM2M_ACCESS_EDITION_ANY));
  GIVES(ARGUMENT_MISSING, map(NULL, LWM2M_ACCESS_EDITION_1_1));
  GIVES(ARGUMENT_MISSING, lwm2m_access_coap_operation_of(&good, LWM2M_ACCESS_EDITION_1_1, NULL));
  for (unsigned wrong = 0; wrong < 256; wrong = wrong == 0 ? 8 : wrong + 1) {
    asked = good;
    asked.method = (lwm2m_access_coap_method)wrong;
    GIVES(ENUMERATION_UNKNOWN, map(&asked, LWM2M_ACCESS_EDITION_1_1));
    asked = good;
    asked.from = (lwm2m_access_coap_sender)wrong;
    GIVES(ENUMERATION_UNKNOWN, map(&asked, LWM2M_ACCESS_EDITION_1_1));
    asked = good;
    asked.observe = (lwm2m_access_coap_observe)wrong;
    GIVES(ENUMERATION_UNKNOWN, map(&asked, LWM2M_ACCESS_EDITION_1_1));
    asked = good;
    asked.payload = (lwm2m_access_coap_payload)wrong;
    GIVES(ENUMERATION_UNKNOWN, map(&asked, LWM2M_ACCESS_EDITION_1_1));
    asked = good;
    asked.uri.name = (lwm2m_access_coap_name)wrong;
    GIVES(PATH_INVALID, map(&asked, LWM2M_ACCESS_EDITION_1_1));
  }
  asked = good;
  asked.uri.name = LWM2M_ACCESS_COAP_NAME_BS; /* which has no path of numbers */
  GIVES(PATH_INVALID, map(&asked, LWM2M_ACCESS_EDITION_1_1));
  asked = good;
  asked.uri.numbers.level = 0;
  GIVES(PATH_INVALID, map(&asked, LWM2M_ACCESS_EDITION_1_1));
}

void check_coap(void) {
  test_operations();
  test_options();
  test_uris();
  test_wrong_requests();
}
