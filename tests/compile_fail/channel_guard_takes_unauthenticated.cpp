// A Server that proved nothing is no authenticated Server: it is another type (I15).
// error(gcc): could not convert
// error(clang): no viable conversion
#include <lwm2m/access/guard.hpp>

namespace lac = lwm2m::access;

#ifdef POSITIVE_TWIN
lac::channel::unauthenticated_server admitted(lac::channel::unauthenticated_server&& who) {
#else
lac::channel::authenticated_server admitted(lac::channel::unauthenticated_server&& who) {
#endif
  return static_cast<lac::channel::unauthenticated_server&&>(who);
}
