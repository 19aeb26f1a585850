// An admission is not copied by assignment.
// error(gcc): use of deleted function
// error(clang): overload resolution selected deleted operator '='
#include <lwm2m/access/channel/admission.hpp>

namespace channel = lwm2m::access::channel;

void assign(channel::authenticated_server& to, channel::authenticated_server& from) {
#ifdef POSITIVE_TWIN
  to = static_cast<channel::authenticated_server&&>(from);
#else
  to = from;
#endif
}
