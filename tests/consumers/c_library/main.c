#include <lwm2m/access.h>

#if LWM2M_ACCESS_C_INSTANCES != 8 || LWM2M_ACCESS_C_ENTRIES != 32
#error "the capacities of the library are not those of the stack"
#endif

int stack_in_c_works(void);

int main(void) { return stack_in_c_works() ? 0 : 1; }
