#include "right.hpp"

/// Run under callgrind by `count`: item 1, the right with its reason, hits and misses, by how the
/// Server comes to its right.
int main() {
  using workload::standing, workload::targets;
  constexpr right_row rows[] = {{"own entry", standing::own_entry, targets::random},
                                {"owner", standing::owner, targets::random},
                                {"default entry", standing::default_entry, targets::random},
                                {"any Server", standing::any, targets::random},
                                {"first target", standing::any, targets::first},
                                {"last target", standing::any, targets::last},
                                {"missing target", standing::any, targets::missing},
                                {"no account", standing::no_account, targets::random}};
  return count_all_rights<asking::any_server, 8, 64, 1024, 16384, 65535>(rows) == 0 ? 1 : 0;
}
