// What administer decided is looked at: a request may have been refused.
// error(gcc): ignoring return
// error(clang): ignoring return value
#include <lwm2m/access/begin.hpp>
#include <lwm2m/access/object_model.hpp>
#include <lwm2m/access/policy.hpp>

#pragma GCC diagnostic error "-Wunused-result"

namespace lac = lwm2m::access;

#ifdef POSITIVE_TWIN
bool is_done(lac::policy<1, 1>& policy, const lac::object_model<1, 1, 1>& objects,
             const lac::request& asked) {
  return lac::administer(policy, objects, asked).allowed();
}
#else
void is_done(lac::policy<1, 1>& policy, const lac::object_model<1, 1, 1>& objects,
             const lac::request& asked) {
  lac::administer(policy, objects, asked);
}
#endif
