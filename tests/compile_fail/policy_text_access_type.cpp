// What a Resource supports is R, W and E: not D.
// error: line<3>
// error: column<25>
// error: text_expectation::an_access_type
#include <lwm2m/access/text.hpp>

#ifdef POSITIVE_TWIN
constexpr auto device = lwm2m::access::policy_text<R"(
  edition 1.1
  object /3 single { 0: RW }
)">;
#else
constexpr auto device = lwm2m::access::policy_text<R"(
  edition 1.1
  object /3 single { 0: RD }
)">;
#endif

const void* used() { return &device; }
