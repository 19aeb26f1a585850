// The owner of an acl at Object level is bootstrap.
// error: line<3>
// error: column<20>
// error: text_expectation::bootstrap_as_owner
#include <lwm2m/access/text.hpp>

#ifdef POSITIVE_TWIN
constexpr auto device = lwm2m::access::policy_text<R"(
  edition 1.1
  acl for /5 owner bootstrap { 101: C }
)">;
#else
constexpr auto device = lwm2m::access::policy_text<R"(
  edition 1.1
  acl for /5 owner 101 { 101: C }
)">;
#endif

const void* used() { return &device; }
