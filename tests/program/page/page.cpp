// What the page asks of the engine: one function, called with JSON, that answers with JSON. What it
// says is what the program says with --json, for it is made by the same functions.

#include "program/analysis/difference.hpp"
#include "program/analysis/explain.hpp"
#include "program/analysis/lint.hpp"
#include "program/analysis/rights.hpp"
#include "program/cli/facts.hpp"
#include "program/show/case_reports.hpp"
#include "program/show/lists.hpp"
#include "program/show/matrix.hpp"
#include "program/show/reports.hpp"
#include "program/text/load.hpp"

#include <nlohmann/json.hpp>

namespace {

using namespace program;
using json = nlohmann::ordered_json;

std::string text_in(const json& asked, const char* name) {
  const auto place = asked.find(name);
  return place != asked.end() && place->is_string() ? place->get<std::string>() : std::string{};
}

loaded_text loaded(const json& asked, const char* name) {
  return load({name, text_in(asked, name)});
}

json mistakes_json(const loaded_text& text) {
  json list = json::array();
  for (const mistake& each : text.mistakes) {
    const text_place at = place_at(text.file.content, each.offset);
    list.push_back({{"offset", each.offset},
                    {"length", each.length},
                    {"line", at.line},
                    {"column", at.column},
                    {"sentence", each.sentence},
                    {"found", each.found}});
  }
  return list;
}

/// What kind of token a highlighter is to show.
const char* class_of(const text_token& token, const statement& in) {
  using kind = lac::detail::token_kind;
  if (token.kind == kind::path) return "path";
  if (token.kind == kind::number) return "number";
  if (token.begin == in.begin()) return "keyword";
  return "";
}

json tokens_json(const source_map& source) {
  json list = json::array();
  for (const statement& each : source.statements())
    for (const text_token& token : each.tokens)
      list.push_back({token.begin, token.end, class_of(token, each)});
  return list;
}

/// Everything about one text: its mistakes, or what it grants, what check finds, what its requests
/// get.
json look(const json& asked) {
  const loaded_text text = loaded(asked, "text");
  json made{{"mistakes", mistakes_json(text)}, {"tokens", tokens_json(*text.source)}};
  if (text.documents.empty()) return made;
  made["check"] = findings_json(text, lint(text));
  made["decide"] = cases_json("text", walk_cases(text.file));
  device& client = *text.documents.front().client;
  made["standIns"] = add_stand_ins(client, targets_of(client.policy));
  made["matrix"] = matrix_json(matrix_of(client, detail_level::instances));
  made["documents"] = text.documents.size();
  return made;
}

json explain_one(const json& asked) {
  const loaded_text text = loaded(asked, "text");
  if (text.documents.empty()) return {{"trouble", "The policy has a mistake."}};
  device& client = *text.documents.front().client;
  add_stand_ins(client, targets_of(client.policy));
  std::string trouble;
  const auto found = explain_text(client, *text.names, text_in(asked, "request"), trouble);
  if (!found) return {{"trouble", trouble}};
  json made = explanation_json(*found);
  made["text"] = explanation_text(*found);
  return made;
}

json difference_with_text(const difference& of) {
  json made = difference_json(of);
  made["text"] = difference_text(of);
  return made;
}

json compare(const json& asked) {
  const loaded_text text = loaded(asked, "text"), other = loaded(asked, "other");
  if (text.documents.empty() || other.documents.empty())
    return {{"trouble", "A policy has a mistake."}, {"mistakes", mistakes_json(other)}};
  device& before = *text.documents.front().client;
  device& after = *other.documents.front().client;
  complete(before, after);
  return difference_with_text(difference_of(before, after));
}

/// The texts that help and man page are made of.
json facts(const json&) {
  json made{{"summary", program_summary},
            {"legend", matrix_legend()},
            {"reading", reading_text()},
            {"commands", json::object()},
            {"rules", json::object()}};
  for (const command_facts& each : all_commands())
    made["commands"][std::string{each.name}] = {{"summary", each.summary},
                                                {"description", each.description}};
  for (const lint_rule& each : lint_rules()) made["rules"][std::string{each.id}] = each.says;
  return made;
}

struct call_row {
  const char* name;
  json (*answer)(const json& asked);
};
constexpr call_row calls[] = {
    {"look", look}, {"explain", explain_one}, {"compare", compare}, {"facts", facts}};

}  // namespace

/// The answer stays until the next call.
extern "C" const char* page_call(const char* request) {
  static std::string answer;
  const json asked = json::parse(request, nullptr, false);
  json made{{"trouble", "There is no such call."}};
  for (const call_row& each : calls)
    if (asked.is_object() && text_in(asked, "call") == each.name) made = each.answer(asked);
  answer = made.dump(-1, ' ', false, json::error_handler_t::replace);
  return answer.c_str();
}
