/* The flow of a request, in a stack in C. */
#include <lwm2m/access.h>

int reply(lwm2m_access_code code);
int undo(const lwm2m_access_request* request);
bool perform(const lwm2m_access_request* request);
enum { what_went_wrong = LWM2M_ACCESS_CODE_INTERNAL_SERVER_ERROR };

int serve(lwm2m_access_accounts accounts, lwm2m_access_admission admission, const void* session,
          lwm2m_access_objects objects, lwm2m_access_request request,
          const lwm2m_access_assignment* values, size_t count, lwm2m_access_listener listener) {
  static lwm2m_access_policy policy;
  lwm2m_access_decision decision;
  // snippet include/lwm2m/access/c/README.md 1
  return reply(decision.code);
}
