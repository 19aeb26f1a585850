// A gate takes no Server that proved nothing, unless it was built for it (I15).
// error(gcc): no matching function for call to
// error(clang): no matching member function for call to 'authorize'
#include <lwm2m/access/guard.hpp>
#include <lwm2m/access/object_model.hpp>
#include <lwm2m/access/policy.hpp>

namespace lac = lwm2m::access;
using rights = lac::policy<1, 1>;
using model = lac::object_model<1, 1, 1>;

#ifdef POSITIVE_TWIN
auto ask(const lac::guard_without_security<rights, model>& gate,
#else
auto ask(const lac::guard<rights, model>& gate,
#endif
         const lac::channel::unauthenticated_server& who) {
  return gate.authorize(who, lac::arrived_request{});
}
