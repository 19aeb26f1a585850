// At Object level there is no right but C.
// error: line<3>
// error: column<37>
// error: text_expectation::create_or_no_right
#include <lwm2m/access/text.hpp>

#ifdef POSITIVE_TWIN
constexpr auto device = lwm2m::access::policy_text<R"(
  edition 1.1
  acl for /5 owner bootstrap { 101: C }
)">;
#else
constexpr auto device = lwm2m::access::policy_text<R"(
  edition 1.1
  acl for /5 owner bootstrap { 101: RC }
)">;
#endif

const void* used() { return &device; }
