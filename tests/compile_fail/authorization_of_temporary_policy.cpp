// An authorization borrows the policy: a temporary one would be gone before the paths come.
// error(gcc): use of deleted function
// error(clang): call to deleted constructor of
#include <lwm2m/access/text.hpp>
#include <lwm2m/access/visible.hpp>

namespace lac = lwm2m::access;
using namespace lac::literals;

constexpr auto device = lac::policy_text<"edition 1.1 servers 101">;
constexpr lac::request look{101_server, lac::operation::read, "/3/0"_path};

#ifdef POSITIVE_TWIN
auto begin() { return lac::authorization{device, device, look.who, look.op, look.target}.finish(); }
#else
auto begin() {
  return lac::authorization{lac::policy<1, 1>{device}, device, look.who, look.op, look.target}
      .finish();
}
#endif
