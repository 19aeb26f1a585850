// 0 identifies no Server.
// error(gcc): a_short_server_id_is_a_number_from_1_to_65534
// error(clang): operator""_server' is not a constant expression
#include <lwm2m/access/identifiers.hpp>

using namespace lwm2m::access::literals;

#ifdef POSITIVE_TWIN
const auto server = 101_server;
bool is_valid() { return server.is_valid(); }
#else
const auto server = 0_server;
bool is_valid() { return server.is_valid(); }
#endif
