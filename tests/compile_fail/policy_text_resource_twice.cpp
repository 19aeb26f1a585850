// A Resource is declared only once.
// error: line<3>
// error: column<28>
// error: text_expectation::no_resource_twice
#include <lwm2m/access/text.hpp>

#ifdef POSITIVE_TWIN
constexpr auto device = lwm2m::access::policy_text<R"(
  edition 1.1
  object /3 single { 0: R, 4: E }
)">;
#else
constexpr auto device = lwm2m::access::policy_text<R"(
  edition 1.1
  object /3 single { 0: R, 0: E }
)">;
#endif

const void* used() { return &device; }
