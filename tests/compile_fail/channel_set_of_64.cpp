// A set has room for 63 values: a 64th would be no bit of the sets of C.
// error: A set has room for 63 values.
#include <lwm2m/access/channel/refusal.hpp>

enum class many : unsigned char { first = 0, sixty_third = 62, sixty_fourth = 63 };

namespace lwm2m::access::inline v0::channel {
template <>
#ifdef POSITIVE_TWIN
inline constexpr many last_of<many> = many::sixty_third;
#else
inline constexpr many last_of<many> = many::sixty_fourth;
#endif
}  // namespace lwm2m::access::inline v0::channel

lwm2m::access::channel::set_of<many> made(many of) { return of; }
