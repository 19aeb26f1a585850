// An admission's outcome is made by the accounts alone.
// error: private
#include <lwm2m/access/channel/admission.hpp>

namespace channel = lwm2m::access::channel;

#ifdef POSITIVE_TWIN
channel::admission<channel::authenticated_server> nobody() { return {}; }
#else
auto forged() { return channel::admission<channel::authenticated_server>(channel::refusals{}); }
#endif
