// What states no facts is no session.
// error(gcc): no matching function for call to
// error(clang): no matching member function for call to 'admit_server'
#include <lwm2m/access/channel/accounts.hpp>

namespace channel = lwm2m::access::channel;

struct says_it_is_secure {
  bool is_established() const noexcept { return true; }
};

auto ask(channel::account_registry& accounts) {
#ifdef POSITIVE_TWIN
  return accounts.admit_server(channel::null_session{}, {});
#else
  return accounts.admit_server(says_it_is_secure{}, {});
#endif
}
