#include "right.hpp"

/// Run under callgrind by `count`: the right of a Server that has been admitted, of whom it is
/// known that it has an account. By itself, so that the compiler sees what a stack with a guard
/// has.
int main() {
  using workload::standing, workload::targets;
  constexpr right_row rows[] = {{"any admitted Server", standing::any, targets::random}};
  return count_all_rights<asking::admitted_server, 8, 64, 1024, 16384, 65535>(rows) == 0 ? 1 : 0;
}
