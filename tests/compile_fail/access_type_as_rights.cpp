// What a Resource supports is no access right: the two count their bits from opposite ends.
// error(gcc): could not convert
// error(clang): no viable conversion from
#include <lwm2m/access/access_bits.hpp>

namespace lac = lwm2m::access;

#ifdef POSITIVE_TWIN
lac::access_rights granted() { return lac::access_rights::of(lac::right::read); }
#else
lac::access_rights granted() { return lac::access_type::of(lac::resource_operation::read); }
#endif
