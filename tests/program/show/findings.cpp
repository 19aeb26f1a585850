#include "program/cases/words.hpp"
#include "program/show/reports.hpp"
#include "program/text/excerpt.hpp"

#include <lwm2m/access/version.hpp>

#include <nlohmann/json.hpp>

namespace program {

namespace {

using json = nlohmann::ordered_json;

constexpr std::string_view word_of(severity of) {
  return of == severity::error ? "error" : of == severity::warning ? "warning" : "note";
}

std::string counted(std::size_t count, const char* what) {
  return std::to_string(count) + ' ' + what + (count == 1 ? "" : "s");
}

json region_of(const loaded_text& text, const lint_finding& found) {
  const text_place begin = place_at(text.file.content, found.offset);
  const text_place end = place_at(text.file.content, found.offset + found.length);
  return {{"startLine", begin.line},
          {"startColumn", begin.column},
          {"endLine", end.line},
          {"endColumn", end.column}};
}

json sarif_rules() {
  json rules = json::array();
  for (const lint_rule& each : lint_rules())
    rules.push_back({{"id", each.id},
                     {"shortDescription", {{"text", each.says}}},
                     {"defaultConfiguration", {{"level", word_of(each.severity)}}}});
  return rules;
}

}  // namespace

std::string findings_text(const loaded_text& text, const lint_result& found) {
  std::string report;
  for (const lint_finding& each : found.findings) {
    const text_place at = place_at(text.file.content, each.offset);
    report += text.file.name + ':' + std::to_string(at.line) + ':' + std::to_string(at.column) +
              ": " + std::string{word_of(each.rule->severity)} + ": " + each.sentence + " [" +
              std::string{each.rule->id} + "]\n" +
              excerpt(text.file.content, each.offset, each.length) + "  " + each.mend + '\n';
  }
  report += text.file.name + ": " + counted(found.count(severity::error), "error") + ", " +
            counted(found.count(severity::warning), "warning") + ", " +
            counted(found.count(severity::note), "note") +
            (found.silenced != 0 ? ", " + std::to_string(found.silenced) + " allowed" : "") + '\n';
  if (found.skipped_objects)
    report += "  It declares no objects: the rules that need them are skipped.\n";
  return report;
}

json findings_json(const loaded_text& text, const lint_result& found) {
  json made{{"file", text.file.name}, {"findings", json::array()}};
  for (const lint_finding& each : found.findings) {
    const text_place at = place_at(text.file.content, each.offset);
    made["findings"].push_back({{"id", each.rule->id},
                                {"severity", word_of(each.rule->severity)},
                                {"line", at.line},
                                {"column", at.column},
                                {"offset", each.offset},
                                {"length", each.length},
                                {"sentence", each.sentence},
                                {"mend", each.mend}});
  }
  made["silenced"] = found.silenced;
  made["skippedForWantOfObjects"] = json::array();
  if (found.skipped_objects)
    for (const lint_rule& each : lint_rules())
      if (each.needs_objects) made["skippedForWantOfObjects"].push_back(each.id);
  return made;
}

json findings_sarif(const std::vector<std::pair<const loaded_text*, lint_result>>& found) {
  json results = json::array();
  for (const auto& [text, result] : found)
    for (const lint_finding& each : result.findings)
      results.push_back(
          {{"ruleId", each.rule->id},
           {"level", word_of(each.rule->severity)},
           {"message", {{"text", each.sentence + ' ' + each.mend}}},
           {"locations", json::array({{{"physicalLocation",
                                        {{"artifactLocation", {{"uri", text->file.name}}},
                                         {"region", region_of(*text, each)}}}}})}});
  const json driver{{"name", "lwm2m-access"},
                    {"version", std::to_string(LWM2M_ACCESS_VERSION_MAJOR) + '.' +
                                    std::to_string(LWM2M_ACCESS_VERSION_MINOR) + '.' +
                                    std::to_string(LWM2M_ACCESS_VERSION_PATCH)},
                    {"rules", sarif_rules()}};
  return {{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
          {"version", "2.1.0"},
          {"runs", json::array({{{"tool", {{"driver", driver}}}, {"results", results}}})}};
}

}  // namespace program
