#pragma once

#include "program/analysis/fold.hpp"
#include "program/analysis/space.hpp"

#include <string>
#include <vector>

namespace program {

/// Numbers as one writes them: `101`, `{0-3,7}`.
[[nodiscard]] std::string numbers_text(const number_set& numbers);

/// Paths in few patterns, `/3/0 /3/0/{0-3,13}`: each stands for every combination of its numbers.
[[nodiscard]] std::string paths_text(const std::vector<lac::path>& paths);

/// Operations by their words. All that the right to Read gives are `reading`.
[[nodiscard]] std::string operations_text(const std::vector<lac::operation>& operations);

/// What `reading` stands for.
[[nodiscard]] std::string reading_text();

/// One side of a box, as what it stands for.
[[nodiscard]] std::vector<lac::short_server_id> servers_of(const space& over, const box<3>& line);
[[nodiscard]] std::vector<lac::operation> operations_of(const space& over, const box<3>& line);
[[nodiscard]] std::vector<lac::path> paths_of(const space& over, const box<3>& line);

[[nodiscard]] std::string servers_text(const std::vector<lac::short_server_id>& servers);

/// Rows whose columns are aligned; each cell but the last is padded to the widest of its column.
class text_table {
 public:
  void add(std::vector<std::string> row) { rows_.push_back(std::move(row)); }
  [[nodiscard]] std::string text(const std::string& indent = "") const;

 private:
  std::vector<std::vector<std::string>> rows_;
};

}  // namespace program
