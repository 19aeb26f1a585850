// What is visible borrows the policy: a temporary one would be gone before it is looked at.
// error(gcc): use of deleted function
// error(clang): call to deleted function call operator
#include <lwm2m/access/text.hpp>
#include <lwm2m/access/visible.hpp>

namespace lac = lwm2m::access;
using namespace lac::literals;

constexpr auto device = lac::policy_text<"edition 1.1 servers 101">;
constexpr lac::request look{101_server, lac::operation::read, "/3/0"_path};

#ifdef POSITIVE_TWIN
bool sees_nothing() { return lac::visible(device, device, look).empty(); }
#else
bool sees_nothing() { return lac::visible(lac::policy<1, 1>{device}, device, look).empty(); }
#endif
