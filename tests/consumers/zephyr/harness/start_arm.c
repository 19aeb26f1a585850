/* The start of a Cortex-M: the vector table alone, for nothing is initialised but with zeros. */
#include <stdint.h>

int main(void);
extern uint32_t stack_top; /* cortex_m.ld */

void reset(void);
void reset(void) {
  (void)main();
  for (;;) {
  }
}

struct vectors {
  uint32_t* stack;
  void (*handlers[15])(void);
};
__attribute__((section(".vectors"), used)) static const struct vectors vectors = {
    &stack_top, {reset, reset, reset}};
