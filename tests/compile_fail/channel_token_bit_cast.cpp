// No bits become an admission.
// error(gcc): no matching function for call to 'bit_cast
// error(clang): no matching function for call to 'bit_cast'
#include <lwm2m/access/channel/admission.hpp>

#include <bit>

namespace channel = lwm2m::access::channel;

struct bits {
  alignas(channel::authenticated_server) unsigned char of[sizeof(channel::authenticated_server)];
};

#ifdef POSITIVE_TWIN
auto cast(channel::session_id id) { return std::bit_cast<channel::session_id>(id); }
#else
auto forged(bits from) { return std::bit_cast<channel::authenticated_server>(from); }
#endif
