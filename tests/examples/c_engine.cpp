// The one C++ file of a stack that is written in C: it makes the functions of <lwm2m/access.h>, and
// those that say numbers in words.
#include <lwm2m/access/access_c.hpp>
#include <lwm2m/access/c/sentences.hpp>
