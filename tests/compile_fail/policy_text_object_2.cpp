// Object 2 is built in.
// error: line<3>
// error: column<10>
// error: text_expectation::an_object_other_than_2
#include <lwm2m/access/text.hpp>

#ifdef POSITIVE_TWIN
constexpr auto device = lwm2m::access::policy_text<R"(
  edition 1.1
  object /3 multiple { 0: R }
)">;
#else
constexpr auto device = lwm2m::access::policy_text<R"(
  edition 1.1
  object /2 multiple { 0: R }
)">;
#endif

const void* used() { return &device; }
