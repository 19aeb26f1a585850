#include <lwm2m/access/access_c.hpp>
