// An admission's outcome is made by the accounts alone.
// error: private
#include <lwm2m/access/channel/admission.hpp>

namespace channel = lwm2m::access::channel;

#ifdef POSITIVE_TWIN
channel::admission<channel::authenticated_server> nobody() { return {}; }
#else
auto forged(channel::authenticated_server&& who) {
  return channel::admission<channel::authenticated_server>(
      static_cast<channel::authenticated_server&&>(who));
}
#endif
