#pragma once

#include "program/text/load.hpp"

#include <string>

namespace program {

/// A text in its canonical form: declarations sorted, one statement a line, no comments. Its
/// documents are without mistakes.
[[nodiscard]] std::string canonical_text(const text_file& file);

/// A text as it stands, in order: one space between tokens, words and rights as the canonical form
/// writes them, each statement on a line of its own. Comments, blank lines, the order of statements
/// and line breaks within one stay.
[[nodiscard]] std::string formatted_text(const std::string& content);

/// The lines that differ, with `-` and `+` before them; empty when none do.
[[nodiscard]] std::string changed_lines(const std::string& name, const std::string& before,
                                        const std::string& after);

}  // namespace program
