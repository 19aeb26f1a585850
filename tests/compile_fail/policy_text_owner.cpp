// An Access Control Owner is a Server or bootstrap.
// error: line<3>
// error: column<22>
// error: text_expectation::an_access_control_owner
#include <lwm2m/access/text.hpp>

#ifdef POSITIVE_TWIN
constexpr auto device = lwm2m::access::policy_text<R"(
  edition 1.1
  acl for /3/0 owner bootstrap { 101: R }
)">;
#else
constexpr auto device = lwm2m::access::policy_text<R"(
  edition 1.1
  acl for /3/0 owner default { 101: R }
)">;
#endif

const void* used() { return &device; }
