// A Server has one account.
// error: line<3>
// error: column<15>
// error: text_expectation::no_server_twice
#include <lwm2m/access/text.hpp>

#ifdef POSITIVE_TWIN
constexpr auto device = lwm2m::access::policy_text<R"(
  edition 1.1
  servers 101 102
)">;
#else
constexpr auto device = lwm2m::access::policy_text<R"(
  edition 1.1
  servers 101 101
)">;
#endif

const void* used() { return &device; }
