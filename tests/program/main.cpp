// lwm2m-access: who may do what on an LwM2M device, what is wrong, what would change.
#include "program/cli/commands.hpp"

#include <cstdlib>
#include <iostream>

#if __has_include(<unistd.h>)
#include <unistd.h>
static bool is_a_terminal() { return isatty(STDOUT_FILENO) != 0; }
#else
static bool is_a_terminal() { return false; }
#endif

int main(int count, char* arguments[]) {
  std::ios::sync_with_stdio(false);
  const char* const no_colours = std::getenv("NO_COLOR");
  const bool colours = is_a_terminal() && (no_colours == nullptr || *no_colours == '\0');
  program::streams io{std::cin, std::cout, std::cerr, colours};
  return program::run(count, arguments, io);
}
