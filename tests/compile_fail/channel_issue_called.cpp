// Nobody but admission issues authority.
// error: private
#include <lwm2m/access/channel/accounts.hpp>

namespace channel = lwm2m::access::channel;

#ifdef POSITIVE_TWIN
auto ask(channel::account_registry& accounts) {
  return accounts.admit_server(channel::null_session{}, {});
}
#else
auto ask(channel::account_registry& accounts, channel::account_slot& slot) {
  return accounts.issue<channel::authenticated_server>(slot, channel::session_id{}, {});
}
#endif
