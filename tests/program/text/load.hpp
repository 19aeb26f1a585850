#pragma once

#include "program/cases/names.hpp"
#include "program/text/statements.hpp"

#include <memory>
#include <optional>

namespace program {

/// One mistake of a text.
struct mistake {
  std::size_t offset = 0;
  std::size_t length = 0;
  lac::text_expectation expected{};
  std::string sentence{};  ///< what was expected
  std::string found{};     ///< what stands there; empty at the end of the text
};

/// The declarations of one document.
struct document {
  std::size_t number = 0;  ///< as `statement::document` counts
  std::unique_ptr<device> client{};
  [[nodiscard]] bool declares_objects() const { return client->model.object_count() != 0; }
};

/// A text, read whole: its documents, or all its mistakes.
struct loaded_text {
  text_file file{};
  std::unique_ptr<source_map> source{};  ///< of `file.content`
  std::unique_ptr<name_table> names{};   ///< likewise
  std::vector<document> documents{};
  std::vector<mistake> mistakes{};

  /// The Server that a token names, by number; nobody when it names none.
  [[nodiscard]] lac::short_server_id server_of(const text_token& token) const;
};

/// Reads every document of a text. With a mistake there are none; then all mistakes are found, each
/// statement being read as if the wrong ones were not there.
[[nodiscard]] loaded_text load(text_file file);

/// The same of one mistake that was found when the text was gone through.
[[nodiscard]] std::string report_of(const text_file& file, const lac::text_mistake& wrong);

/// Tells each mistake with its place: `name:line:column: what was expected, what was found`.
[[nodiscard]] std::string report_of(const loaded_text& text);

}  // namespace program
