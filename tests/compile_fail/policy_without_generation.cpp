// A policy of a stack's own that lacks something is told so in one sentence.
// error: a policy has `generation() const noexcept`, a number that every change to it changes
#include <lwm2m/access/policy.hpp>
#include <lwm2m/access/requirements.hpp>

namespace lac = lwm2m::access;

#ifdef POSITIVE_TWIN
using mine = lac::policy<1, 1>;
#else
class mine : lac::policy<1, 1> {
  using base = lac::policy<1, 1>;

 public:
  using base::access_control_count, base::access_control_id, base::account_count, base::find,
      base::find_id, base::has_account, base::is_disabled, base::rules;
};
#endif
static_assert(lac::check_policy_source<mine>());
