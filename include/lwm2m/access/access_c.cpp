// The functions of <lwm2m/access.h> as a source file, for a stack that has no C++ file of its own:
// compile it with the stack's macros of c/storage.h, without exceptions and RTTI. With CMake,
// `lwm2m_access_c_library` or the target `lwm2m::access_c` do.
#include <lwm2m/access/access_c.hpp>
#include <lwm2m/access/c/sentences.hpp>
