#include "case_runner.hpp"

#include "performing.hpp"
#include "words.hpp"

#include <lwm2m/access/affected.hpp>
#include <lwm2m/access/explain.hpp>
#include <lwm2m/access/sentences.hpp>
#include <lwm2m/access/text/print.hpp>
#include <lwm2m/access/visible.hpp>

#include <algorithm>

namespace program {

namespace {

bool are_the_same(paths a, paths b) {
  const auto before = [](const lac::path& x, const lac::path& y) {
    return text_of(x) < text_of(y);
  };
  std::sort(a.begin(), a.end(), before);
  std::sort(b.begin(), b.end(), before);
  return a == b;
}

void compare_paths(case_result& result, const lac::case_expectation& expected) {
  if (!expected.lists_paths) return;
  result.is_stated = true;
  for (const lac::path& each : expected.paths) result.expected_paths.push_back(each);
  result.shown_differ = !are_the_same(result.expected_paths, result.shown);
}

/// What stays visible, or the Resources that a Write or Create is refused for.
paths shown_by(const device& on, const wire_request& asked, const lac::decision& taken) {
  paths result;
  const lac::request request = asked.request();
  const auto is = lac::facts_of(request.op).is;
  const bool changes = is.writes() || is.makes_instance();
  if (changes && !taken.allowed())
    for (const lac::path& each : lac::affected(on.policy, on.model, request, asked.values()))
      result.push_back(each);
  if (!changes)
    for (const lac::path& each : lac::visible(on.policy, on.model, request)) result.push_back(each);
  return result;
}

std::string text_of(const lac::readable_access_control auto& one) {
  std::string text;
  lac::print_access_control(one, [&](char c) { text += c; });
  return text;
}

/// What is wrong with which Access Control Object Instance (G6).
std::string text_of(const lac::fault& found) {
  constexpr const char* sentences[] = {"",
                                       "The edition is unknown.",
                                       "The instance that it governs does not exist.",
                                       "Nothing governs that target.",
                                       "Another one governs the same target.",
                                       "Its owner has no account.",
                                       "Its owner can only be Bootstrap."};
  const std::string at =
      found.id.is_valid() ? "/2/" + std::to_string(found.id.value()) + ": " : std::string{};
  return at + sentences[static_cast<unsigned>(found.kind)];
}

}  // namespace

case_result case_runner::request(const lac::case_request& asked) {
  device& on = asked_device(asked);
  const wire_request wire{asked, on.model};
  auto work = &on == staged_.get() ? session_->begin(on.model, wire.request(), wire.values())
                                   : lac::begin(on.policy, on.model, wire.request(), wire.values());
  lac::decision taken = work.decision();
  case_result result;
  result.shown = shown_by(on, wire, taken);
  lac::explanation more;
  if (!taken.allowed() && &on == client_.get())
    more = lac::explain(on.policy, on.model, wire.request(), taken);
  if (taken.allowed()) {
    const bool is_held = session_ && &on == client_.get();  // K8: Servers change nothing
    if (!is_held) perform(on, wire, work.instance());
    taken = work.commit();
  }
  result.answer = answer_of(taken);
  result.why = program::why(taken, wire.request().target, more);
  result.is_stated = asked.expected.is_stated;
  result.answer_differs = !asked.expected.is_met_by(taken);
  compare_paths(result, asked.expected);
  return result;
}

case_result case_runner::event(const lac::case_event& what) {
  switch (what.kind) {
    case lac::case_event_kind::bootstrap_begun:
      return begin_session();
    case lac::case_event_kind::bootstrap_finished:
      return finish_session(what);
    case lac::case_event_kind::bootstrap_dropped: {
      session_.reset();
      case_result result;
      result.answer = "dropped";
      return result;
    }
    default:
      return account(what);
  }
}

case_result case_runner::account(const lac::case_event& what) {
  device& on = session_ ? *staged_ : *client_;
  policy& changed = session_ ? session_->edit() : on.policy;
  case_result result;
  const auto to_be_deleted = [&](const lac::path& at) {
    result.shown.push_back(at);
    (void)on.model.erase_instance(at.object(), at.object_instance());
  };
  const bool is_added = what.kind == lac::case_event_kind::account_added;
  const lac::status done =
      is_added ? lac::account_added(changed, what.server)
               : lac::account_removed(changed, what.server, to_be_deleted, lac::ignore_all{});
  result.answer = done == lac::status::done ? "done" : "not done";
  result.answer_differs = done != lac::status::done;
  if (result.answer_differs) result.why = lac::sentence(done);
  compare_paths(result, what.expected);
  return result;
}

case_result case_runner::begin_session() {
  staged_->model = client_->model;
  session_.emplace(client_->policy, staged_->policy);
  case_result result;
  result.answer = "begun";
  return result;
}

case_result case_runner::finish_session(const lac::case_event& what) {
  case_result result;
  const lac::coap code = session_->finish(staged_->model, [&](const lac::fault& found) {
    result.why += (result.why.empty() ? "" : " ") + text_of(found);
  });
  if (code == lac::coap::changed) {
    client_->model = staged_->model;
    session_.reset();
  }
  result.answer = code_of(static_cast<unsigned>(code));
  result.is_stated = what.expected.is_stated;
  result.answer_differs = !what.expected.is_met_by(code);
  return result;
}

case_result case_runner::check(const lac::case_check& what) const {
  const lac::level level = what.target.level();
  const bool is_target = level == lac::level::object || level == lac::level::object_instance;
  const auto there = client_->policy.find(is_target ? lac::access_control_target::of(what.target)
                                                    : lac::access_control_target{});
  case_result result;
  result.is_stated = true;
  result.answer_differs = !what.is_met_by(there);
  result.answer = result.answer_differs ? "differs" : "holds";
  if (result.answer_differs) result.why = there ? "There is: " + text_of(there) : "There is none.";
  return result;
}

}  // namespace program
