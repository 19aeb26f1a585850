// An Object Instance ID of another Object is not the ID of an instance of Object 2.
// error(gcc): cannot convert
// error(clang): no viable conversion
#include <lwm2m/access/policy.hpp>

namespace lac = lwm2m::access;

#ifdef POSITIVE_TWIN
bool forget(lac::policy<1, 1>& policy, const lac::path& gone) {
  return policy.erase({gone.object(), gone.object_instance()}) == lac::status::done;
}
#else
bool forget(lac::policy<1, 1>& policy, const lac::path& gone) {
  return policy.erase(gone.object_instance()) == lac::status::done;
}
#endif
