// A Server that proved nothing does not become one that did (I15).
// error(gcc): could not convert
// error(clang): no viable conversion from returned value of type
#include <lwm2m/access/channel/admission.hpp>

namespace channel = lwm2m::access::channel;

#ifdef POSITIVE_TWIN
channel::unauthenticated_server as(channel::unauthenticated_server&& who) {
#else
channel::authenticated_server as(channel::unauthenticated_server&& who) {
#endif
  return static_cast<channel::unauthenticated_server&&>(who);
}
