// There is no acl where access control is disabled.
// error: line<4>
// error: column<3>
// error: text_expectation::no_acl_beside_disabled
#include <lwm2m/access/text.hpp>

#ifdef POSITIVE_TWIN
constexpr auto device = lwm2m::access::policy_text<R"(
  edition 1.2
  access-control enabled
  acl for /3/0 owner 101 { }
)">;
#else
constexpr auto device = lwm2m::access::policy_text<R"(
  edition 1.2
  access-control disabled
  acl for /3/0 owner 101 { }
)">;
#endif

const void* used() { return &device; }
