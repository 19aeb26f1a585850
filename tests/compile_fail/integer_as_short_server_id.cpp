// No integer becomes an identifier unasked.
// error(gcc): could not convert '101' from 'int' to 'lwm2m::access::v0::short_server_id'
// error(clang): no viable conversion from returned value of type 'int'
#include <lwm2m/access/identifiers.hpp>

#ifdef POSITIVE_TWIN
lwm2m::access::short_server_id server() { return lwm2m::access::short_server_id{101}; }
#else
lwm2m::access::short_server_id server() { return 101; }
#endif
