// Requests are for case files.
// error: line<4>
// error: column<3>
// error: text_expectation::a_declaration
#include <lwm2m/access/text.hpp>

#ifdef POSITIVE_TWIN
constexpr auto device = lwm2m::access::policy_text<R"(
  edition 1.1
  servers 101
)">;
#else
constexpr auto device = lwm2m::access::policy_text<R"(
  edition 1.1
  servers 101
  101 read /3/0
)">;
#endif

const void* used() { return &device; }
