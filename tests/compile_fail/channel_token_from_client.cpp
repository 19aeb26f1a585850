// A Client's admission is not a Server's.
// error(gcc): could not convert
// error(clang): no viable conversion from returned value of type
#include <lwm2m/access/channel/admission.hpp>

namespace channel = lwm2m::access::channel;

#ifdef POSITIVE_TWIN
channel::authenticated_client as(channel::authenticated_client&& who) {
#else
channel::authenticated_server as(channel::authenticated_client&& who) {
#endif
  return static_cast<channel::authenticated_client&&>(who);
}
