#pragma once

#include "program/text/load.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace program {

/// How bad a finding is: an error is wrong by the rules; a warning takes something from somebody,
/// or gives more than it seems; a note is worth a look.
enum class severity : std::uint8_t { note = 1, warning, error };

/// A rule of `check`.
struct lint_rule {
  std::string_view id;
  program::severity severity;
  std::string_view says;  ///< what it finds, one sentence
  bool needs_objects;     ///< skipped for a text that declares none
};

/// All of them, in the order in which help lists them.
[[nodiscard]] const std::vector<lint_rule>& lint_rules();

/// Something that `check` found.
struct lint_finding {
  const lint_rule* rule = nullptr;
  std::size_t offset = 0;  ///< where in the text
  std::size_t length = 0;
  std::string sentence{};  ///< what is so
  std::string mend{};      ///< what would mend it
};

/// What `check` found in a text, in the order in which it stands there.
struct lint_result {
  std::vector<lint_finding> findings{};
  std::size_t silenced = 0;      ///< by `# allow: ID` on the line above
  bool skipped_objects = false;  ///< a document declares no objects: some rules were skipped

  [[nodiscard]] std::size_t count(severity of) const;
};

/// Looks for the mistakes that a text can have although it is well-formed. It must be without
/// mistakes of form.
[[nodiscard]] lint_result lint(const loaded_text& text);

}  // namespace program
