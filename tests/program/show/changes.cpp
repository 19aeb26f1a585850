#include "program/cases/words.hpp"
#include "program/show/lists.hpp"
#include "program/show/reports.hpp"

#include <nlohmann/json.hpp>

namespace program {

namespace {

using json = nlohmann::ordered_json;

std::string answer_word(const answer& of) {
  switch (of.verdict) {
    case lac::verdict::send:
      return "send";
    case lac::verdict::suppress:
      return "suppress";
    case lac::verdict::cancel:
      return "cancel";
    default:
      return code_of(static_cast<unsigned>(of.code));
  }
}

struct effect_row {
  program::effect effect;
  char sign;
  const char* word;
  const char* title;
};
constexpr effect_row effect_rows[] = {{effect::gains, '+', "gains", "Gains"},
                                      {effect::loses, '-', "loses", "Losses"},
                                      {effect::other, '~', "other", "Other answers"}};

const effect_row& row_of(effect of) { return effect_rows[static_cast<std::size_t>(of) - 1]; }

bool says_reading(const std::string& text) { return text.find("reading") != std::string::npos; }

json list_of(const std::vector<lac::short_server_id>& servers) {
  json list = json::array();
  for (const lac::short_server_id each : servers) list.push_back(each.value());
  return list;
}
template <class Value>
json words_of(const std::vector<Value>& values) {
  json list = json::array();
  for (const Value& each : values) list.push_back(text_of(each));
  return list;
}

json line_json(const space& over, const box<3>& line) {
  return {{"servers", list_of(servers_of(over, line))},
          {"operations", words_of(operations_of(over, line))},
          {"paths", words_of(paths_of(over, line))}};
}

std::vector<std::string> line_cells(const space& over, const box<3>& line) {
  return {servers_text(servers_of(over, line)), operations_text(operations_of(over, line)),
          paths_text(paths_of(over, line))};
}

std::string with_legend(std::string text) {
  if (says_reading(text)) text += "\nreading: " + reading_text() + '\n';
  return text;
}

}  // namespace

std::string difference_text(const difference& of) {
  if (of.lines.empty()) return "Nothing changes for anybody.\n";
  std::string text;
  for (const effect_row& part : effect_rows) {
    text_table table;
    for (const box<3>& each : of.lines) {
      const auto mark = change_mark::unpacked(each.mark);
      if (mark.effect != part.effect) continue;
      auto cells = line_cells(of.over, each);
      cells[0].insert(0, std::string{part.sign} + ' ');
      if (part.effect == effect::other)
        cells.insert(cells.begin() + 2,
                     answer_word(mark.before) + " -> " + answer_word(mark.after));
      table.add(std::move(cells));
    }
    if (of.has(part.effect)) text += std::string{part.title} + '\n' + table.text("  ");
  }
  return with_legend(std::move(text));
}

json difference_json(const difference& of) {
  json made{
      {"differing", of.points.size()}, {"compared", of.over.size()}, {"lines", json::array()}};
  for (const box<3>& each : of.lines) {
    const auto mark = change_mark::unpacked(each.mark);
    json line{{"effect", row_of(mark.effect).word}};
    line.update(line_json(of.over, each));
    if (mark.effect == effect::other) {
      line["before"] = answer_word(mark.before);
      line["after"] = answer_word(mark.after);
    }
    made["lines"].push_back(std::move(line));
  }
  return made;
}

std::string answer_text(const query_answer& of) {
  if (of.lines.empty()) return "Nobody may.\n";
  text_table table;
  for (const box<3>& each : of.lines) table.add(line_cells(of.over, each));
  return with_legend(table.text());
}

json answer_json(const query_answer& of) {
  json made{{"allowed", json::array()}};
  for (const box<3>& each : of.lines) made["allowed"].push_back(line_json(of.over, each));
  return made;
}

std::string reach_text(const std::vector<reached>& of) {
  if (of.empty()) return "Nobody can reach more than it has.\n";
  std::string text;
  for (const reached& each : of) {
    const std::string by = std::to_string(each.by.value());
    const bool is_for_itself = each.whom.front() == each.by;
    text += by + " can make " + (is_for_itself ? "itself" : servers_text(each.whom)) +
            " able to, by " + std::to_string(each.requests.size()) +
            (each.requests.size() == 1 ? " request:\n" : " requests:\n");
    for (const std::string& one : each.requests) text += "  > " + one + '\n';
    text_table table;
    for (const box<3>& line : each.gains) {
      auto cells = line_cells(each.over, line);
      cells.erase(cells.begin());
      table.add(std::move(cells));
    }
    text += table.text("    ");
  }
  return with_legend(std::move(text));
}

json reach_json(const std::vector<reached>& of) {
  json made = json::array();
  for (const reached& each : of) {
    json one{{"server", each.by.value()},
             {"for", list_of(each.whom)},
             {"requests", each.requests},
             {"able", json::array()}};
    for (const box<3>& line : each.gains) {
      json able = line_json(each.over, line);
      able.erase("servers");
      one["able"].push_back(std::move(able));
    }
    made.push_back(std::move(one));
  }
  return made;
}

}  // namespace program
