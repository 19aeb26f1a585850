#include "program/cases/snapshot.hpp"
#include "program/cli/inputs.hpp"
#include "program/show/case_reports.hpp"
#include "program/show/coverage.hpp"
#include "program/text/format.hpp"

#include <nlohmann/json.hpp>

#include <fstream>
#include <optional>
#include <ostream>
#include <sstream>

namespace program {

namespace {

using json = nlohmann::ordered_json;

std::string rows_text(const std::string& name, const case_report& of) {
  std::ostringstream text;
  text << name << '\n';
  of.rows.print(text);
  return text.str();
}

/// What `--strict` asks beyond: every request has an expectation, and there is one at all.
bool is_strictly_right(const case_counts& of, streams& io) {
  if (of.expectations == 0) io.errors << "--strict: nothing is expected\n";
  if (of.without_expectation != 0)
    io.errors << "--strict: " << of.without_expectation << " requests without an expectation\n";
  return of.expectations != 0 && of.without_expectation == 0;
}

/// Replaces a file whole, or leaves it as it is; standard input is printed.
bool write_anew(const text_file& file, const std::string& made, streams& io) {
  if (file.name == "standard input") {
    io.out << made;
    return true;
  }
  if (made == file.content) return true;
  std::ofstream out{file.name, std::ios::binary};
  out << made;
  if (out.flush()) return true;
  io.errors << file.name << ": cannot be written\n";
  return false;
}

}  // namespace

int decide(const decide_options& asked, streams& io) {
  const auto files = case_files(asked.files, io);
  if (!files) return wrong;
  case_counts counted;
  json list = json::array();
  std::string suites;
  bool is_right = true;
  for (const text_file& file : *files) {
    const case_report report = walk_cases(file);
    counted += report.counted;
    is_right = is_right && report.mistake.is_none();
    if (!report.mistake.is_none()) io.errors << report_of(file, report.mistake);
    if (asked.json)
      list.push_back(cases_json(file.name, report));
    else if (asked.junit)
      suites += cases_junit(file.name, report);
    else
      print(rows_text(file.name, report), io);
  }
  if (asked.json)
    io.out << list.dump(2, ' ', false, json::error_handler_t::replace) << '\n';
  else if (asked.junit)
    io.out << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n"
           << suites << "</testsuites>\n";
  else
    io.out << sentence_of(counted) << '\n';
  if (!is_right) return wrong;
  const bool holds = counted.differing == 0 && (!asked.strict || is_strictly_right(counted, io));
  return holds ? all_hold : some_differ;
}

int format(const format_options& asked, streams& io) {
  const auto texts = load_files(asked.files, io);
  if (!texts) return wrong;
  bool is_first = true, changes = false;
  for (const loaded_text& each : *texts) {
    const std::string made =
        asked.canonical ? canonical_text(each.file) : formatted_text(each.file.content);
    changes = changes || made != each.file.content;
    if (asked.diff) print(changed_lines(each.file.name, each.file.content, made), io);
    if (asked.write && !write_anew(each.file, made, io)) return wrong;
    if (asked.write || asked.check || asked.diff) continue;
    if (!is_first) io.out << "---\n";
    is_first = false;
    io.out << made;
  }
  return asked.check && changes ? some_differ : all_hold;
}

int coverage(const coverage_options& asked, streams& io) {
  const auto files = case_files(asked.files, io);
  if (!files) return wrong;
  std::optional<coverage_of_cases> found;
  for (const text_file& file : *files) {
    const loaded_text text = load(file);
    if (text.documents.empty()) continue;
    if (!found) found.emplace(*text.documents.front().client);
    (void)walk_cases(file, [&](const asked_request& each) { found->note(each); });
  }
  if (!found) {
    io.errors << "lwm2m-access: there is no policy\n";
    return wrong;
  }
  if (asked.json)
    io.out << coverage_json(*found).dump(2) << '\n';
  else
    io.out << coverage_text(*found);
  return all_hold;
}

int snapshot(const file_pair& asked, streams& io) {
  const auto text = load_file(asked.from, io);
  return text ? write_snapshot(text->file, asked.to, io.errors) : wrong;
}

int restore(const file_pair& asked, streams& io) {
  const auto file = read_file(asked.from, io.in, io.errors);
  return file ? print_snapshot(*file, io.out, io.errors) : wrong;
}

}  // namespace program
