// An acl has one entry for each Server.
// error: line<3>
// error: column<39>
// error: text_expectation::no_entry_twice
#include <lwm2m/access/text.hpp>

#ifdef POSITIVE_TWIN
constexpr auto device = lwm2m::access::policy_text<R"(
  edition 1.1
  acl for /3/0 owner 101 { 101: RWED, 102: R }
)">;
#else
constexpr auto device = lwm2m::access::policy_text<R"(
  edition 1.1
  acl for /3/0 owner 101 { 101: RWED, 101: R }
)">;
#endif

const void* used() { return &device; }
