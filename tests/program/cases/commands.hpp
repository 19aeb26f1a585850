#pragma once

#include <string>
#include <vector>

namespace program {

/// The commands; each returns the exit code.
int decide(const std::vector<std::string>& names);
int format(const std::vector<std::string>& names);
int snapshot(const std::vector<std::string>& names);
int restore(const std::vector<std::string>& names);

}  // namespace program
