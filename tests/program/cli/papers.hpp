#pragma once

#include <CLI/CLI.hpp>

#include <string>

namespace program {

/// The manual page, in the language of man(7): what help says, in one place.
[[nodiscard]] std::string man_page(const CLI::App& cli);

/// What makes a shell (bash, zsh or fish) complete commands, options and file names.
[[nodiscard]] std::string completion(const CLI::App& cli, const std::string& shell);

}  // namespace program
