#pragma once

#include <cstddef>
#include <cstdint>

/// An emulated Cortex-M without an operating system: the vector table, the start, and a console by
/// semihosting (a breakpoint that the emulator answers).
namespace board {

inline std::uint32_t semihosting(std::uint32_t what, const void* argument) {
  register std::uint32_t r0 asm("r0") = what;
  register const void* r1 asm("r1") = argument;
  asm volatile("bkpt 0xAB" : "+r"(r0) : "r"(r1) : "memory");
  return r0;
}

inline void print_one(const char* text) { (void)semihosting(0x04, text); }  // SYS_WRITE0
inline void print_one(std::uint32_t number) {
  char digits[11] = {};
  char* first = digits + 10;
  do *--first = static_cast<char>('0' + number % 10);
  while ((number /= 10) != 0);
  print_one(first);
}

/// One line, of texts and numbers.
template <class... Parts>
void print(const Parts&... parts) {
  (print_one(parts), ...);
  print_one("\n");
}

[[noreturn]] inline void stop(int status) {
  const std::uint32_t exit_code[] = {0x20026, static_cast<std::uint32_t>(status)};
  (void)semihosting(0x20, exit_code);  // SYS_EXIT_EXTENDED, ADP_Stopped_ApplicationExit
  for (;;) {
  }
}

}  // namespace board

int main();

extern "C" {
extern std::uint32_t stack_top;  // cortex_m.ld

[[noreturn]] void reset();
[[noreturn]] void reset() { board::stop(main()); }
[[noreturn]] void fault();
[[noreturn]] void fault() {
  board::print("fault");
  board::stop(2);
}

struct vector_table {
  std::uint32_t* stack;
  void (*handlers[15])();
};
[[gnu::section(".vectors"), gnu::used]] const vector_table vectors = {
    &stack_top,
    {reset, fault, fault, fault, fault, fault, fault, fault, fault, fault, fault, fault, fault,
     fault, fault}};
}
