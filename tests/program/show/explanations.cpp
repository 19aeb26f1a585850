#include "program/cases/words.hpp"
#include "program/show/lists.hpp"
#include "program/show/reports.hpp"

#include <lwm2m/access/sentences.hpp>

#include <nlohmann/json.hpp>

namespace program {

namespace {

using json = nlohmann::ordered_json;

constexpr const char* word_of(step_state state) {
  switch (state) {
    case step_state::passed:
      return "passed";
    case step_state::failed:
      return "failed";
    case step_state::not_reached:
      break;
  }
  return "not reached";
}

std::string counted(std::size_t count, const char* what) {
  return std::to_string(count) + ' ' + what + (count == 1 ? "" : "s");
}

}  // namespace

std::string explanation_text(const explanation& of) {
  std::string text = answer_of(of.taken) + "  " + why(of.taken, of.decided_at) + '\n';
  text_table steps;
  for (const explained_step& each : of.steps)
    steps.add({each.rules, word_of(each.state), each.asks});
  text += steps.text("  ");
  text += "Decided by: " + of.decided_by + '\n';
  for (const std::string& each : of.hints) text += "Note: " + each + '\n';
  const bool is_allowed = of.taken.allowed();
  text += is_allowed ? "Single changes that would refuse it" : "Single changes that would allow it";
  text += ", of " + std::to_string(of.tried) + " tried:\n";
  if (of.turning.empty()) return text + "  none would\n";
  for (const turning_edit& each : of.turning)
    text += "  " + sentence_of(each.change) + " (" + counted(each.rights, "right") + " of " +
            counted(each.servers, "Server") + ")\n";
  return text;
}

json explanation_json(const explanation& of) {
  json made{{"answer", answer_of(of.taken)},
            {"allowed", of.taken.allowed()},
            {"reason", lac::sentence(of.taken.reason())},
            {"path", text_of(of.decided_at)},
            {"decidedBy", of.decided_by},
            {"steps", json::array()},
            {"notes", of.hints},
            {"tried", of.tried},
            {"changes", json::array()}};
  for (const explained_step& each : of.steps)
    made["steps"].push_back(
        {{"rule", each.rules}, {"asks", each.asks}, {"state", word_of(each.state)}});
  for (const turning_edit& each : of.turning)
    made["changes"].push_back(
        {{"change", sentence_of(each.change)}, {"rights", each.rights}, {"servers", each.servers}});
  return made;
}

}  // namespace program
