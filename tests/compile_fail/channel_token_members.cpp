// What an admission holds is its own.
// error: private
#include <lwm2m/access/channel/admission.hpp>

namespace channel = lwm2m::access::channel;

auto look(channel::authenticated_server& who) {
#ifdef POSITIVE_TWIN
  return who.server();
#else
  return who.server_;
#endif
}
