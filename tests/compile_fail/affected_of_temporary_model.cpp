// What is affected borrows the object model: a temporary one would be gone before it is looked at.
// error(gcc): use of deleted function
// error(clang): call to deleted function call operator
#include <lwm2m/access/affected.hpp>
#include <lwm2m/access/text.hpp>

namespace lac = lwm2m::access;
using namespace lac::literals;

constexpr auto device = lac::policy_text<"edition 1.1 servers 101">;
constexpr lac::request look{101_server, lac::operation::read, "/3/0"_path};

#ifdef POSITIVE_TWIN
bool is_none() { return lac::affected(device, device, look).empty(); }
#else
bool is_none() { return lac::affected(device, lac::object_model<1, 1, 1>{}, look).empty(); }
#endif
