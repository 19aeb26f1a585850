// A walk borrows its range: one that is gone at the end of the statement is not walked.
// error(gcc): use of deleted function
// error(clang): call to deleted member function 'begin'
#include <lwm2m/access/text.hpp>
#include <lwm2m/access/visible.hpp>

namespace lac = lwm2m::access;
using namespace lac::literals;

constexpr auto device = lac::policy_text<"edition 1.1 servers 101">;
constexpr lac::request look{101_server, lac::operation::read, "/2"_path, {}};

#ifdef POSITIVE_TWIN
lac::path first() {
  const auto shown = lac::visible(device, device, look);
  return *shown.begin();
}
#else
auto first() { return lac::visible(device, device, look).begin(); }
#endif
