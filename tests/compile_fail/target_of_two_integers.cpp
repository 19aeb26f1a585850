// A target's Object ID and Object Instance ID are not exchanged unseen.
// error(gcc): no matching function for call
// error(clang): no matching function for call
#include <lwm2m/access/access_control.hpp>

namespace lac = lwm2m::access;

#ifdef POSITIVE_TWIN
auto target(int object, int instance) {
  return lac::access_control_target::from_wire(lac::object_id{object}, instance);
}
#else
auto target(int object, int instance) {
  return lac::access_control_target::from_wire(object, instance);
}
#endif
