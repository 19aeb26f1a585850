#include "walk.hpp"

#include "names.hpp"
#include "words.hpp"

#include <lwm2m/access/text/print.hpp>

#include <algorithm>
#include <memory>

namespace program {

namespace {

/// A part of a text on one line.
std::string on_one_line(lac::view<char> text) {
  std::string line;
  lac::print_tokens(text, [&](char c) { line += c; });
  return line;
}

/// Goes through one case file, does to a Client what it says, and notes what came of it.
class walk {
 public:
  walk(const text_file& file, const request_observer& told)
      : file_{file},
        told_{told},
        reader_{std::make_unique<case_reader>(file.text(), runner_.client().policy,
                                              runner_.client().model, names_.look_up())} {}

  case_report go() {
    for (;;) switch (reader_->next()) {
        case lac::case_statement::document:
          runner_.begin_document();
          report_.rows.part();
          break;
        case lac::case_statement::request:
          request(reader_->request());
          break;
        case lac::case_statement::event:
          add(runner_.event(reader_->event()), false);
          reader_->session_is(runner_.is_session_open());
          break;
        case lac::case_statement::check:
          add(runner_.check(reader_->check()), false);
          break;
        case lac::case_statement::end:
          return std::move(report_);
        default:
          report_.mistake = reader_->mistake();
          return std::move(report_);
      }
  }

 private:
  void request(const lac::case_request& asked) {
    if (told_) {
      const device& on = runner_.asked_device(asked);
      told_({on, wire_request{asked, on.model}});
    }
    ++report_.counted.requests;
    row& line = add(runner_.request(asked), asked.expected.is_stated);
    line.is_expected = asked.expected.is_stated;
    if (!line.is_expected) ++report_.counted.without_expectation;
  }

  row& add(const case_result& result, bool expects_code) {
    row& line = add_row();
    line.answer = result.answer;
    line.why = result.why;
    line.differs = result.differs();
    if (!result.shown.empty() || !result.expected_paths.empty() || result.shown_differ)
      line.shown = text_of(result.shown);
    if (result.answer_differs && (expects_code || !expected_.empty()))
      line.answer += " (expected " + expected_.substr(0, expected_.find(' ')) + ')';
    if (result.shown_differ) line.shown += " (expected " + text_of(result.expected_paths) + ')';
    if (result.is_stated || result.differs()) ++report_.counted.expectations;
    if (result.differs()) ++report_.counted.differing;
    return line;
  }

  /// A row for the statement that was read last.
  row& add_row() {
    const lac::view<char> statement = reader_->statement();
    const char* const begin = file_.content.data();
    const std::string text = on_one_line(statement);
    row& line = report_.rows.add();
    line.number = 1 + static_cast<std::size_t>(std::count(begin, statement.data(), '\n')) -
                  file_.lines_before;
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
  const request_observer& told_;
  name_table names_{file_.content};
  case_runner runner_{};
  std::unique_ptr<case_reader> reader_;
  case_report report_{};
  std::string expected_{};  // what stands behind the arrow
};

}  // namespace

case_report walk_cases(const text_file& file, const request_observer& told) {
  return walk{file, told}.go();
}

case_counts& operator+=(case_counts& a, const case_counts& b) {
  a.requests += b.requests;
  a.expectations += b.expectations;
  a.differing += b.differing;
  a.without_expectation += b.without_expectation;
  return a;
}

std::string sentence_of(const case_counts& of) {
  return std::to_string(of.requests) + " requests, " + std::to_string(of.expectations) +
         " expectations, " + std::to_string(of.differing) + " differ";
}

}  // namespace program
