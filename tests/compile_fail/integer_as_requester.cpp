// A number is no Server: nobody asks by accident for SSID 0 or for the Bootstrap interface.
// error(gcc): could not convert
// error(clang): no viable conversion from 'int' to
#include <lwm2m/access/request.hpp>

namespace lac = lwm2m::access;
using namespace lac::literals;

#ifdef POSITIVE_TWIN
constexpr lac::request asked{102_server, lac::operation::read, "/3/0/0"_path};
static_assert(!asked.target.is_none());
#else
constexpr lac::request asked{102, lac::operation::read, "/3/0/0"_path};
static_assert(!asked.target.is_none());
#endif
