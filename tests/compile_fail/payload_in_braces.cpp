// A payload is borrowed: braces would be gone at the end of the statement.
// error(gcc): could not convert
// error(clang): no matching constructor for initialization
#include <lwm2m/access/request.hpp>

namespace lac = lwm2m::access;
using namespace lac::literals;

#ifdef POSITIVE_TWIN
constexpr lac::path conveyed[] = {"/3/0/13"_path, "/3/0/14"_path};
lac::request asked() { return {101_server, lac::operation::write, "/3/0"_path, conveyed}; }
#else
lac::view<lac::path> conveyed() { return {{"/3/0/13"_path, "/3/0/14"_path}}; }
#endif
