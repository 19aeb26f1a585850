// The guard takes no Short Server ID from anyone (I13).
// error(gcc): no matching function for call to
// error(clang): no matching member function for call to 'authorize'
#include <lwm2m/access/guard.hpp>
#include <lwm2m/access/object_model.hpp>
#include <lwm2m/access/policy.hpp>

namespace lac = lwm2m::access;
using guard_type = lac::guard<lac::policy<1, 1>, lac::object_model<1, 1, 1>>;

#ifdef POSITIVE_TWIN
auto ask(const guard_type& guard, const lac::channel::authenticated_server& who) {
#else
auto ask(const guard_type& guard, lac::short_server_id who) {
#endif
  return guard.authorize(who, lac::arrived_request{});
}
