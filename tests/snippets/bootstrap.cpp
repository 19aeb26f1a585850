// A Bootstrap session, in a stack that has a guard and memory for what is staged.
#include <lwm2m/access.hpp>
#include <lwm2m/access/channel.hpp>
#include <lwm2m/access/guard.hpp>

namespace lac = lwm2m::access;

using policy_type = lac::policy<8, 16>;
using model = lac::object_model<8, 8, 32>;
using admitted = lac::channel::admission<lac::channel::authenticated_bootstrap_server>;

bool stage(const lac::arrived_request&);
inline constexpr auto log_fault = [](const lac::fault&) {};

lac::coap bootstrap(lac::guard<policy_type, model>& guard, policy_type& staged_policy,
                    lac::channel::accounts<4>& staged_accounts, const model& staged_objects,
                    const admitted& bootstrap_server, const lac::arrived_request& arrived) {
  // snippet tests/examples/README.md 2
  return answer;
}
