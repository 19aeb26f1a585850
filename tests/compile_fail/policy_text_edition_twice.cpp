// The edition is said only once.
// error: line<3>
// error: column<3>
// error: text_expectation::one_edition
#include <lwm2m/access/text.hpp>

#ifdef POSITIVE_TWIN
constexpr auto device = lwm2m::access::policy_text<R"(
  edition 1.1
  servers 101
)">;
#else
constexpr auto device = lwm2m::access::policy_text<R"(
  edition 1.1
  edition 1.1
)">;
#endif

const void* used() { return &device; }
