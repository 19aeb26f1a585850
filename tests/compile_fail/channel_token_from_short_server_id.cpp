// No Short Server ID becomes an authenticated Server.
// error(gcc): no matching function for call to
// error(clang): no matching conversion for functional-style cast
#include <lwm2m/access/channel/admission.hpp>

namespace channel = lwm2m::access::channel;

#ifdef POSITIVE_TWIN
channel::authenticated_server nobody() { return {}; }
#else
channel::authenticated_server forged() {
  return channel::authenticated_server(lwm2m::access::short_server_id{101});
}
#endif
