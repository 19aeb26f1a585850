#pragma once

#include "files.hpp"

#include <iosfwd>
#include <string>

namespace program {

/// Writes the policy of a text as bytes to the file `to`. The exit code; what is wrong is told.
[[nodiscard]] int write_snapshot(const text_file& from, const std::string& to,
                                 std::ostream& errors);

/// Prints the policy of such bytes as text.
[[nodiscard]] int print_snapshot(const text_file& from, std::ostream& out, std::ostream& errors);

}  // namespace program
