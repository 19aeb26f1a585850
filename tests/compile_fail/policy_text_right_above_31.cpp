// In edition 1.2 the number of an access right is at most 31.
// error: line<3>
// error: column<33>
// error: text_expectation::an_access_right_up_to_31
#include <lwm2m/access/text.hpp>

#ifdef POSITIVE_TWIN
constexpr auto device = lwm2m::access::policy_text<R"(
  edition 1.2
  acl for /3/0 owner 101 { 102: 31 }
)">;
#else
constexpr auto device = lwm2m::access::policy_text<R"(
  edition 1.2
  acl for /3/0 owner 101 { 102: 32 }
)">;
#endif

const void* used() { return &device; }
