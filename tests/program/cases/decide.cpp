#include "case_runner.hpp"
#include "commands.hpp"
#include "files.hpp"
#include "rows.hpp"
#include "words.hpp"

#include <lwm2m/access/text/print.hpp>

#include <algorithm>
#include <iostream>
#include <memory>

namespace program {

namespace {

struct counts {
  std::size_t requests = 0;
  std::size_t expectations = 0;
  std::size_t differing = 0;
};

/// A part of a text on one line.
std::string on_one_line(lac::view<char> text) {
  std::string line;
  lac::print_tokens(text, [&](char c) { line += c; });
  return line;
}

/// Goes through one case file, does to a Client what it says, and prints what came of it.
class walk {
 public:
  walk(const text_file& file, counts& counted)
      : file_{file},
        counted_{counted},
        reader_{std::make_unique<case_reader>(file.text(), runner_.client().policy,
                                              runner_.client().model)} {}

  /// False when a session is opened twice or closed twice, which is known here only.
  bool go() {
    for (;;) switch (reader_->next()) {
        case lac::case_statement::document:
          runner_.begin_document();
          rows_.part();
          break;
        case lac::case_statement::request:
          ++counted_.requests;
          add(runner_.request(reader_->request()), reader_->request().expected.is_stated);
          break;
        case lac::case_statement::event:
          add(runner_.event(reader_->event()), false);
          reader_->session_is(runner_.is_session_open());
          break;
        case lac::case_statement::check:
          add(runner_.check(reader_->check()), false);
          break;
        case lac::case_statement::end:
          rows_.print(std::cout);
          return true;
        default:
          rows_.print(std::cout);
          report(file_, reader_->mistake());
          return false;
      }
  }

 private:
  void add(const case_result& result, bool expects_code) {
    row& line = add_row();
    line.answer = result.answer;
    line.why = result.why;
    line.differs = result.differs();
    if (!result.shown.empty() || !result.expected_paths.empty() || result.shown_differ)
      line.shown = text_of(result.shown);
    if (result.answer_differs && (expects_code || !expected_.empty()))
      line.answer += " (expected " + expected_.substr(0, expected_.find(' ')) + ')';
    if (result.shown_differ) line.shown += " (expected " + text_of(result.expected_paths) + ')';
    if (result.is_stated || result.differs()) ++counted_.expectations;
    if (result.differs()) ++counted_.differing;
  }

  /// A row for the statement that was read last.
  row& add_row() {
    const lac::view<char> statement = reader_->statement();
    const char* const begin = file_.content.data();
    const std::string text = on_one_line(statement);
    row& line = rows_.add();
    line.number = 1 + static_cast<std::size_t>(std::count(begin, statement.data(), '\n'));
    const std::size_t who = text.find(' ');
    const std::size_t what = text.find(' ', who + 1);
    line.who = text.substr(0, who);
    line.what = text.substr(who + 1, what - who - 1);
    if (what != std::string::npos) line.on = text.substr(what + 1);
    const std::size_t arrow = line.on.rfind("->");
    expected_.clear();
    if (arrow == std::string::npos) return line;
    expected_ = line.on.substr(arrow + 3);
    line.on.erase(arrow == 0 ? 0 : arrow - 1);
    return line;
  }

  const text_file& file_;
  counts& counted_;
  case_runner runner_{};
  std::unique_ptr<case_reader> reader_;
  rows rows_{};
  std::string expected_{};  // what stands behind the arrow
};

}  // namespace

int decide(const std::vector<std::string>& names) {
  const auto files = read_files(names);
  if (!files || !are_right(*files)) return wrong;
  counts counted;
  for (const text_file& file : *files) {
    std::cout << file.name << '\n';
    if (!walk{file, counted}.go()) return wrong;
  }
  std::cout << counted.requests << " requests, " << counted.expectations << " expectations, "
            << counted.differing << " differ\n";
  return counted.differing == 0 ? all_hold : some_differ;
}

}  // namespace program
