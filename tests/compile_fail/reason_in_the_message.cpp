// A decision that is not what was meant does not compile; the notes below the error name the
// reason.
// error: fail
#include <lwm2m/access/authorize.hpp>
#include <lwm2m/access/explain.hpp>
#include <lwm2m/access/text.hpp>

namespace lac = lwm2m::access;
using namespace lac::literals;

constexpr auto device = lac::policy_text<"edition 1.1 servers 101 102">;

#ifdef POSITIVE_TWIN
constexpr lac::request asked{101_server, lac::operation::discover, "/2"_path, {}};
#else
constexpr lac::request asked{101_server, lac::operation::read, "/3"_path, {}};
#endif
static_assert(lac::allows<lac::authorize(device, device, asked).reason()>);
