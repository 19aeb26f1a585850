/* The start of an emulated RISC-V, whose memory the emulator fills as the program says. */
int main(void);

__attribute__((naked, section(".vectors"), used)) void reset(void) {
  __asm__ volatile("la sp, stack_top\n call main\n 1: j 1b");
}
