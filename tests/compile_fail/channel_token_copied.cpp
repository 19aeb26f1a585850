// An admission is not copied.
// error(gcc): use of deleted function
// error(clang): call to deleted constructor of
#include <lwm2m/access/channel/admission.hpp>

namespace channel = lwm2m::access::channel;

#ifdef POSITIVE_TWIN
channel::authenticated_server passed_on(channel::authenticated_server& who) {
  return static_cast<channel::authenticated_server&&>(who);
}
#else
channel::authenticated_server copied(const channel::authenticated_server& who) { return who; }
#endif
