// An Object is declared only once.
// error: line<4>
// error: column<10>
// error: text_expectation::no_object_twice
#include <lwm2m/access/text.hpp>

#ifdef POSITIVE_TWIN
constexpr auto device = lwm2m::access::policy_text<R"(
  edition 1.1
  object /3 single { 0: R }
  object /4 single { 0: R }
)">;
#else
constexpr auto device = lwm2m::access::policy_text<R"(
  edition 1.1
  object /3 single { 0: R }
  object /3 single { 0: R }
)">;
#endif

const void* used() { return &device; }
