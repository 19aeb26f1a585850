// The Bootstrap Server's admission is not a Server's (I11).
// error(gcc): could not convert
// error(clang): no viable conversion from returned value of type
#include <lwm2m/access/channel/admission.hpp>

namespace channel = lwm2m::access::channel;

#ifdef POSITIVE_TWIN
channel::authenticated_bootstrap_server as(channel::authenticated_bootstrap_server&& who) {
#else
channel::authenticated_server as(channel::authenticated_bootstrap_server&& who) {
#endif
  return static_cast<channel::authenticated_bootstrap_server&&>(who);
}
