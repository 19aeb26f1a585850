// What a Bootstrap-Finish answers is looked at: with 4.06 nothing was committed (G6).
// error(gcc): ignoring return
// error(clang): ignoring return value
#include <lwm2m/access/bootstrap_session.hpp>
#include <lwm2m/access/object_model.hpp>
#include <lwm2m/access/policy.hpp>

#pragma GCC diagnostic error "-Wunused-result"

namespace lac = lwm2m::access;
using policy = lac::policy<1, 1>;

#ifdef POSITIVE_TWIN
lac::coap finish(lac::bootstrap_session<policy>& session,
                 const lac::object_model<1, 1, 1>& objects) {
  return session.finish(objects);
}
#else
void finish(lac::bootstrap_session<policy>& session, const lac::object_model<1, 1, 1>& objects) {
  session.finish(objects);
}
#endif
