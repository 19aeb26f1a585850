// 65535 is no Short Server ID.
// error: line<3>
// error: column<15>
// error: text_expectation::a_short_server_id
#include <lwm2m/access/text.hpp>

#ifdef POSITIVE_TWIN
constexpr auto device = lwm2m::access::policy_text<R"(
  edition 1.1
  servers 101 102
)">;
#else
constexpr auto device = lwm2m::access::policy_text<R"(
  edition 1.1
  servers 101 65535
)">;
#endif

const void* used() { return &device; }
