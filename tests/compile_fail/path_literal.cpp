// A path literal is a slash, or up to four numbers from 0 to 65534 with a slash before each.
// error(gcc): a_path_is_slash_or_up_to_four_numbers_from_0_to_65534
// error(clang): operator""_path' is not a constant expression
#include <lwm2m/access/path.hpp>

using namespace lwm2m::access::literals;

#ifdef POSITIVE_TWIN
const auto at = "/3/0/65534"_path;
bool is_none() { return at.is_none(); }
#else
const auto at = "/3/0/65535"_path;
bool is_none() { return at.is_none(); }
#endif
