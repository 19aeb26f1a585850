// Each instance of Object 2 is declared only once.
// error: line<4>
// error: column<7>
// error: text_expectation::no_access_control_twice
#include <lwm2m/access/text.hpp>

#ifdef POSITIVE_TWIN
constexpr auto device = lwm2m::access::policy_text<R"(
  edition 1.1
  acl /2/0 for /3/0 owner 101 { }
  acl /2/1 for /4/0 owner 101 { }
)">;
#else
constexpr auto device = lwm2m::access::policy_text<R"(
  edition 1.1
  acl /2/0 for /3/0 owner 101 { }
  acl /2/0 for /4/0 owner 101 { }
)">;
#endif

const void* used() { return &device; }
