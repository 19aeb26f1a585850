/* A stack in C, from its start to a request that is decided. */
#include <lwm2m/access.h>

void serve(const char* text, size_t size, lwm2m_access_accounts accounts,
           lwm2m_access_admission admission, const void* session, lwm2m_access_request request,
           const lwm2m_access_assignment* values, size_t count, lwm2m_access_decision decision) {
  // snippet tests/examples/README.md 5
}
