// An admission is no aggregate: its members are not listed.
// error(gcc): no matching function for call to
// error(clang): no matching constructor for initialization of
#include <lwm2m/access/channel/admission.hpp>

namespace channel = lwm2m::access::channel;

#ifdef POSITIVE_TWIN
channel::authenticated_server nobody{};
#else
channel::authenticated_server forged{nullptr, 0, 1, 1, {}, lwm2m::access::short_server_id{101}};
#endif
