#pragma once

#include "program/cli/commands.hpp"
#include "program/text/load.hpp"

#include <optional>
#include <string>
#include <vector>

namespace program {

/// A text that was read and is without mistakes; otherwise what is wrong has been told.
[[nodiscard]] std::optional<loaded_text> load_file(const std::string& name, streams& io);
[[nodiscard]] std::optional<std::vector<loaded_text>> load_files(
    const std::vector<std::string>& names, streams& io);

/// The policy of a text: its first document. That there are more is said.
[[nodiscard]] device* policy_of(loaded_text& text, streams& io);

/// Objects to ask about where a text declares none; that it was so is said.
void need_objects(device& one, const loaded_text& text, streams& io);

/// The texts of a list in which requests may stand in files of their own: such a file follows the
/// policy that was named last.
[[nodiscard]] std::optional<std::vector<text_file>> case_files(
    const std::vector<std::string>& names, streams& io);

/// Prints text, with `+` and `-` lines in colours on a terminal.
void print(const std::string& text, streams& io);

}  // namespace program
