// Access control can be disabled in edition 1.2 only.
// error: line<3>
// error: column<18>
// error: text_expectation::an_edition_that_can_disable
#include <lwm2m/access/text.hpp>

#ifdef POSITIVE_TWIN
constexpr auto device = lwm2m::access::policy_text<R"(
  edition 1.2
  access-control disabled
)">;
#else
constexpr auto device = lwm2m::access::policy_text<R"(
  edition 1.1
  access-control disabled
)">;
#endif

const void* used() { return &device; }
