// What of the program lwm2m-access needs no library but the C++ one: for machines that are
// emulated.
//   small_program snapshot FILE OUT | restore FILE | decide FILE...
#include "program/cases/snapshot.hpp"
#include "program/cases/walk.hpp"

#include <iostream>
#include <string>
#include <vector>

namespace {

int decide(const std::vector<program::text_file>& files) {
  program::case_counts counted;
  for (const program::text_file& file : files) {
    const program::case_report report = program::walk_cases(file);
    if (!report.mistake.is_none()) return program::wrong;
    report.rows.print(std::cout);
    counted += report.counted;
  }
  std::cout << sentence_of(counted) << '\n';
  return counted.differing == 0 ? program::all_hold : program::some_differ;
}

}  // namespace

int main(int count, char** arguments) {
  const std::vector<std::string> words(arguments + 1, arguments + count);
  if (words.size() < 2) return program::wrong;
  const bool is_decide = words[0] == "decide";
  const auto files =
      program::read_files({words.begin() + 1, is_decide ? words.end() : words.begin() + 2});
  if (!files) return program::wrong;
  if (is_decide) return are_right(*files) ? decide(*files) : program::wrong;
  if (words[0] == "snapshot" && words.size() == 3)
    return program::write_snapshot(files->front(), words[2], std::cerr);
  return program::print_snapshot(files->front(), std::cout, std::cerr);
}
