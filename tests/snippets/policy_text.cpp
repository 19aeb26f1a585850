// A policy text, while compiling and at run time.
#include <lwm2m/access.hpp>
#include <lwm2m/access/sentences.hpp>
#include <lwm2m/access/text.hpp>

#include <cstddef>
#include <cstdint>

namespace lac = lwm2m::access;

void report(std::uint32_t line, std::uint32_t column, const char* sentence);

void read(lac::view<char> text, lac::policy<8, 16>& policy, lac::object_model<8, 8, 32>& objects,
          lac::policy<8, 16>& staged, lac::object_model<8, 8, 32>& staged_objects) {
  const auto sink = [](const char*, std::size_t) {};
  // snippet include/lwm2m/access/text/README.md 2
}
