// The example of the README: what it claims holds while compiling.
#include <lwm2m/access.hpp>
#include <lwm2m/access/text.hpp>

namespace lac = lwm2m::access;
using namespace lac::literals;

constexpr auto device = lac::policy_text<R"(
  edition 1.1
  servers 101 102
  object /3 single instances 0 { 0: R, 4: E, 13: RW }
  acl for /3/0 owner 101 { 101: RWED, 102: R }
)">;  // policy and object model in one value

static_assert(
    lac::authorize(device, device, {102_server, lac::operation::read, "/3/0/0"_path}).allowed());
static_assert(
    lac::authorize(device, device, {102_server, lac::operation::write, "/3/0/13"_path}).code() ==
    lac::coap::unauthorized);

// lac::authorize(device, device, {102, lac::operation::read, "/3/0/0"_path});
// does not compile: a number is no Server (tests/compile_fail/integer_as_requester.cpp)

int main() {
  const lac::request asked{101_server, lac::operation::execute, "/3/0/4"_path};
  return lac::authorize(device, device, asked).allowed() ? 0 : 1;
}
