// The edition comes before the first acl.
// error: line<3>
// error: column<3>
// error: text_expectation::an_edition_before_it
#include <lwm2m/access/text.hpp>

#ifdef POSITIVE_TWIN
constexpr auto device = lwm2m::access::policy_text<R"(
  edition 1.1
  servers 101
  acl for /3/0 owner 101 { }
)">;
#else
constexpr auto device = lwm2m::access::policy_text<R"(
  servers 101
  acl for /3/0 owner 101 { }
)">;
#endif

const void* used() { return &device; }
