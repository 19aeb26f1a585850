// The one C++ file that makes the functions of the C interface.
#include <lwm2m/access/access_c.hpp>
