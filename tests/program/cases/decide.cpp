#include "commands.hpp"
#include "files.hpp"
#include "rows.hpp"
#include "wire.hpp"
#include "words.hpp"

#include <lwm2m/access/sentences.hpp>
#include <lwm2m/access/text/print.hpp>
#include <lwm2m/access/affected.hpp>
#include <lwm2m/access/visible.hpp>

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

using paths = std::vector<lac::path>;

/// A part of a text on one line.
std::string on_one_line(lac::view<char> text) {
  std::string line;
  lac::print_tokens(text, [&](char c) { line += c; });
  return line;
}

bool are_the_same(paths a, paths b) {
  const auto before = [](const lac::path& x, const lac::path& y) {
    return text_of(x) < text_of(y);
  };
  std::sort(a.begin(), a.end(), before);
  std::sort(b.begin(), b.end(), before);
  return a == b;
}

paths listed(const lac::text_list<lac::path>& from) {
  paths result;
  for (const lac::path& each : from) result.push_back(each);
  return result;
}

bool changes(lac::operation op) {
  return op == lac::operation::write || op == lac::operation::update ||
         op == lac::operation::write_composite || op == lac::operation::create;
}

/// Goes through one case file and does to a client what it says.
class walk {
 public:
  walk(const text_file& file, counts& counted)
      : file_{file}, counted_{counted}, reader_{std::make_unique<case_reader>(
            file.text(), client_->policy, client_->model)} {}

  void go() {
    for (;;) switch (reader_->next()) {
        case lac::case_statement::document: rows_.part(); break;
        case lac::case_statement::request: request(reader_->request()); break;
        case lac::case_statement::event: event(reader_->event()); break;
        case lac::case_statement::check: check(reader_->check()); break;
        default: return rows_.print(std::cout);
      }
  }

 private:
  // requests

  void request(const lac::case_request& asked) {
    ++counted_.requests;
    const wire_request wire{asked, client_->model};
    const paths shown = shown_by(wire.request());
    const lac::path made = lac::created_instance(client_->model, wire.request());
    const lac::decision taken =
        lac::administer(client_->policy, client_->model, wire.request(), wire.values());
    if (taken.allowed()) apply(asked.op, wire.request().target, made);

    row& line = add_row();
    line.answer = answer_of(taken);
    line.why = why(taken, wire.request().target);
    if (!shown.empty() || asked.expected.lists_paths) line.shown = text_of(shown);
    expect(line, asked.expected.is_stated, asked.expected.is_met_by(taken), line.answer,
           [&] { return expected_answer(); });
    expect_list(line, asked.expected.lists_paths, asked.expected.paths, shown);
    if (asked.expected.is_stated) ++counted_.expectations;
    if (line.differs) ++counted_.differing;
  }

  /// What stays visible, or the Resources that a Write or Create is refused for.
  paths shown_by(const lac::request& asked) const {
    paths result;
    if (changes(asked.op))
      for (const lac::path& each : lac::affected(client_->policy, client_->model, asked))
        result.push_back(each);
    else
      for (const lac::path& each : lac::visible(client_->policy, client_->model, asked))
        result.push_back(each);
    return result;
  }

  /// What an allowed request does to the objects; administer() has done what it does to Object 2.
  void apply(lac::operation op, const lac::path& target, const lac::path& made) {
    if (op == lac::operation::create)
      (void)client_->model.add_instance(made.object(), made.object_instance());
    if (op == lac::operation::delete_ && target.level() == lac::level::object_instance)
      (void)client_->model.erase_instance(target.object(), target.object_instance());
  }

  // events and checks

  void event(const lac::case_event& what) {
    paths deleted;
    const auto to_be_deleted = [&](const lac::path& at) {
      deleted.push_back(at);
      (void)client_->model.erase_instance(at.object(), at.object_instance());
    };
    const bool is_added = what.kind == lac::case_event_kind::account_added;
    const lac::status done =
        is_added ? lac::account_added(client_->policy, what.server)
                 : lac::account_removed(client_->policy, what.server, to_be_deleted,
                                        lac::ignore_all{});
    row& line = add_row();
    line.answer = done == lac::status::done ? "done" : "not done";
    line.why = lac::sentence(done);
    if (!is_added) line.shown = text_of(deleted);
    line.differs = done != lac::status::done;
    expect_list(line, what.expected.lists_paths, what.expected.paths, deleted);
    if (what.expected.lists_paths || line.differs) ++counted_.expectations;
    if (line.differs) ++counted_.differing;
  }

  auto governing(const lac::path& at) const {
    const bool is_target =
        at.level() == lac::level::object || at.level() == lac::level::object_instance;
    return client_->policy.find(is_target ? lac::access_control_target::of(at)
                                          : lac::access_control_target{});
  }

  void check(const lac::case_check& what) {
    const auto there = governing(what.target);
    const bool holds = what.is_met_by(there);
    row& line = add_row();
    line.answer = holds ? "holds" : "differs";
    line.differs = !holds;
    if (!holds) line.why = there ? "There is: " + acl_text(there) : "There is none.";
    ++counted_.expectations;
    if (line.differs) ++counted_.differing;
  }

  static std::string acl_text(const lac::readable_access_control auto& one) {
    std::string text;
    lac::print_access_control(one, [&](char c) { text += c; });
    return text;
  }

  // rows

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

  /// The code or act after the `->`.
  std::string expected_answer() const { return expected_.substr(0, expected_.find(' ')); }

  template <class Expected>
  static void expect(row& line, bool is_stated, bool is_met, std::string& given,
                     const Expected& expected) {
    if (!is_stated || is_met) return;
    line.differs = true;
    given += " (expected " + expected() + ')';
  }

  static void expect_list(row& line, bool is_stated, const lac::text_list<lac::path>& wanted,
                          const paths& shown) {
    const paths expected = listed(wanted);
    expect(line, is_stated, are_the_same(expected, shown), line.shown,
           [&] { return text_of(expected); });
  }

  const text_file& file_;
  counts& counted_;
  std::unique_ptr<device> client_ = std::make_unique<device>();
  std::unique_ptr<case_reader> reader_;
  rows rows_{};
  std::string expected_{};
};

}  // namespace

int decide(const std::vector<std::string>& names) {
  const auto files = read_files(names);
  if (!files || !are_right(*files)) return wrong;
  counts counted;
  for (const text_file& file : *files) {
    std::cout << file.name << '\n';
    walk{file, counted}.go();
  }
  std::cout << counted.requests << " requests, " << counted.expectations << " expectations, "
            << counted.differing << " differ\n";
  return counted.differing == 0 ? all_hold : some_differ;
}

}  // namespace program
