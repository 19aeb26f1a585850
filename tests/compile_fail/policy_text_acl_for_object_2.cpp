// Objects 0 and 2 are governed by no acl.
// error: line<3>
// error: column<11>
// error: text_expectation::a_target_that_can_be_governed
#include <lwm2m/access/text.hpp>

#ifdef POSITIVE_TWIN
constexpr auto device = lwm2m::access::policy_text<R"(
  edition 1.1
  acl for /3/0 owner 101 { 101: R }
)">;
#else
constexpr auto device = lwm2m::access::policy_text<R"(
  edition 1.1
  acl for /2/0 owner 101 { 101: R }
)">;
#endif

const void* used() { return &device; }
