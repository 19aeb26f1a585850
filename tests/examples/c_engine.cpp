// The one C++ file of a stack that is written in C: it makes the functions of <lwm2m/access.h>.
#include <lwm2m/access/access_c.hpp>
