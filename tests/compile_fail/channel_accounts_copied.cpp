// The accounts are not copied: a copy would admit beside them.
// error(gcc): use of deleted function
// error(clang): call to deleted constructor of
#include <lwm2m/access/channel/accounts.hpp>

namespace channel = lwm2m::access::channel;

#ifdef POSITIVE_TWIN
channel::accounts<2>& same(channel::accounts<2>& of) { return of; }
#else
channel::accounts<2> copied(const channel::accounts<2>& of) { return of; }
#endif
