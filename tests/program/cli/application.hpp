#pragma once

#include "program/cli/commands.hpp"

#include <CLI/CLI.hpp>

#include <functional>
#include <memory>

namespace program {

/// The commands and options of the program, and what they were given.
class application {
 public:
  application();

  [[nodiscard]] CLI::App& cli() { return *cli_; }

  /// Runs the command that was parsed.
  int run(streams& io) const { return chosen_(io); }

 private:
  /// A command; when it is parsed, `run` is what is to be done.
  CLI::App* add(std::string_view name, std::function<int(streams&)> run);

  void add_analyses();
  void add_cases();
  void add_convert();
  void add_papers();

  std::unique_ptr<CLI::App> cli_;
  std::function<int(streams&)> chosen_{};

  check_options check_{};
  matrix_options matrix_{};
  explain_options explain_{};
  diff_options diff_{};
  query_options query_{};
  decide_options decide_{};
  format_options format_{};
  convert_options convert_{};
  coverage_options coverage_{};
  file_pair snapshot_{};
  file_pair restore_{};
  std::string shell_{};
};

/// The version, `0.1.0`.
[[nodiscard]] std::string version_text();

}  // namespace program
