#pragma once

#include <string_view>
#include <vector>

namespace program {

/// What is said about a command, once, for the help, the man page and the page.
struct command_facts {
  std::string_view name;
  std::string_view summary;      ///< half a line
  std::string_view description;  ///< whole sentences
};

/// The commands, in the order in which they are listed.
[[nodiscard]] const std::vector<command_facts>& all_commands();
[[nodiscard]] const command_facts& facts_of_command(std::string_view name);

/// What the program is.
inline constexpr std::string_view program_summary =
    "who may do what on an LwM2M device, what is wrong, what would change";

/// What the exit codes mean.
struct exit_facts {
  int code;
  std::string_view meaning;
};
inline constexpr exit_facts exit_codes[] = {
    {0, "done, and nothing was found of what the command looks for"},
    {1,
     "found: an error of check, a difference of decide, a gain of diff --gains, a text that "
     "format --check would change"},
    {2, "a text, a file or an option is wrong; nothing was done"},
};

/// The nearest command to a word that is none; empty when none is near.
[[nodiscard]] std::string_view nearest_command(std::string_view word);

}  // namespace program
