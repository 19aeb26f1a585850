/* An application in C: what the module gives it works. */
#include <lwm2m/access.h>

#include <stdint.h>

int stack_in_c_works(void);

/* A breakpoint that the emulator answers (semihosting). */
static void semihosting(uintptr_t what, const void* argument) {
#ifdef __riscv
  register uintptr_t a0 __asm__("a0") = what;
  register const void* a1 __asm__("a1") = argument;
  __asm__ volatile(
      ".option push\n .option norvc\n slli zero, zero, 0x1f\n ebreak\n srai zero, zero, 7\n"
      ".option pop"
      : "+r"(a0)
      : "r"(a1)
      : "memory");
#else
  register uintptr_t r0 __asm__("r0") = what;
  register const void* r1 __asm__("r1") = argument;
  __asm__ volatile("bkpt 0xAB" : "+r"(r0) : "r"(r1) : "memory");
#endif
}

int main(void) {
  const int works = stack_in_c_works();
  const uintptr_t stopped[] = {0x20026, works ? 0 : 1};
  semihosting(0x04, works ? "works\n" : "does not work\n");
  semihosting(0x20, stopped);
  return works ? 0 : 1;
}
