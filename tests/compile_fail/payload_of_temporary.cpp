// A payload is borrowed: that of a temporary container would be gone.
// error(gcc): could not convert
// error(clang): no viable conversion
#include <lwm2m/access/request.hpp>

#include <array>

namespace lac = lwm2m::access;
using namespace lac::literals;

std::array<lac::path, 1> decoded();

#ifdef POSITIVE_TWIN
bool is_empty(const std::array<lac::path, 1>& named) { return lac::view<lac::path>{named}.empty(); }
#else
lac::view<lac::path> payload() { return decoded(); }
#endif
