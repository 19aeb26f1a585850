// A target is governed by one acl.
// error: line<4>
// error: column<11>
// error: text_expectation::no_target_twice
#include <lwm2m/access/text.hpp>

#ifdef POSITIVE_TWIN
constexpr auto device = lwm2m::access::policy_text<R"(
  edition 1.1
  acl for /3/0 owner 101 { }
  acl for /4/0 owner 102 { }
)">;
#else
constexpr auto device = lwm2m::access::policy_text<R"(
  edition 1.1
  acl for /3/0 owner 101 { }
  acl for /3/0 owner 102 { }
)">;
#endif

const void* used() { return &device; }
