/* Requests that are not valid, and results without a place: every function that takes a request
   refuses them. */

#include "world.h"

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

void check_requests(void) {
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
}
