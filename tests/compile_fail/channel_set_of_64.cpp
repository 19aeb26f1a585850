// A set has room for 63 values: a 64th would be no bit of the sets of C.
// error: A set has room for 63 values.
#include <lwm2m/access/channel/refusal.hpp>

enum class many : unsigned char { first = 0, sixty_third = 62, sixty_fourth = 63 };
#ifdef POSITIVE_TWIN
constexpr many last_of(many) { return many::sixty_third; }
#else
constexpr many last_of(many) { return many::sixty_fourth; }
#endif

lwm2m::access::channel::set_of<many> made(many of) { return of; }
