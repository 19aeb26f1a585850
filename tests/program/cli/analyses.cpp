#include "program/cli/inputs.hpp"
#include "program/show/matrix.hpp"
#include "program/show/reports.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <ostream>

namespace program {

namespace {

using json = nlohmann::ordered_json;

/// JSON as it is printed; octets that are no UTF-8 are replaced.
std::string dumped(const json& of) {
  return of.dump(2, ' ', false, json::error_handler_t::replace) + '\n';
}

}  // namespace

int check(const check_options& asked, streams& io) {
  const auto texts = load_files(asked.files, io);
  if (!texts) return wrong;
  std::vector<std::pair<const loaded_text*, lint_result>> found;
  for (const loaded_text& each : *texts) found.emplace_back(&each, lint(each));
  json list = json::array();
  bool fails = false;
  for (const auto& [text, result] : found) {
    fails = fails || result.count(severity::error) != 0 ||
            (asked.strict && result.count(severity::warning) != 0);
    if (asked.json)
      list.push_back(findings_json(*text, result));
    else if (!asked.sarif)
      print(findings_text(*text, result), io);
  }
  if (asked.sarif)
    io.out << dumped(findings_sarif(found));
  else if (asked.json)
    io.out << dumped(list);
  return fails ? some_differ : all_hold;
}

int matrix(const matrix_options& asked, streams& io) {
  auto text = load_file(asked.file, io);
  device* const client = text ? policy_of(*text, io) : nullptr;
  if (client == nullptr) return wrong;
  need_objects(*client, *text, io);
  const auto made =
      matrix_of(*client, asked.resources ? detail_level::resources : detail_level::instances);
  if (asked.json)
    io.out << dumped(matrix_json(made));
  else if (asked.svg)
    io.out << matrix_svg(made, text->file.name);
  else
    io.out << (asked.markdown ? matrix_markdown(made) : matrix_text(made));
  return all_hold;
}

int explain(const explain_options& asked, streams& io) {
  auto text = load_file(asked.file, io);
  device* const client = text ? policy_of(*text, io) : nullptr;
  if (client == nullptr) return wrong;
  need_objects(*client, *text, io);
  std::string request;
  for (const std::string& word : asked.request) request += (request.empty() ? "" : " ") + word;
  std::string trouble;
  const auto found = explain_text(*client, *text->names, request, trouble);
  if (!found) {
    io.errors << trouble;
    return wrong;
  }
  print(asked.json ? dumped(explanation_json(*found)) : explanation_text(*found), io);
  return all_hold;
}

int diff(const diff_options& asked, streams& io) {
  const bool by_edition = !asked.editions.empty();
  if (asked.files.size() != (by_edition ? 1U : 2U)) {
    io.errors << "diff takes two policies, or one and --edition with two editions\n";
    return wrong;
  }
  auto texts = load_files(asked.files, io);
  if (!texts) return wrong;
  std::vector<device*> clients;
  for (loaded_text& each : *texts) {
    clients.push_back(policy_of(each, io));
    if (clients.back() == nullptr) return wrong;
  }
  std::vector<std::unique_ptr<device>> made;
  if (by_edition) {
    for (const std::string& name : asked.editions) {
      std::vector<std::string> lost;
      made.push_back(under_edition(*clients[0], edition_named(name), lost));
      for (const std::string& each : lost) io.errors << name << ": " << each << '\n';
    }
    clients = {made[0].get(), made[1].get()};
  }
  complete(*clients[0], *clients[1]);
  const difference found = difference_of(*clients[0], *clients[1]);
  print(asked.json ? dumped(difference_json(found)) : difference_text(found), io);
  return asked.gains && found.has(effect::gains) ? some_differ : all_hold;
}

int query(const query_options& asked, streams& io) {
  auto text = load_file(asked.file, io);
  device* const client = text ? policy_of(*text, io) : nullptr;
  if (client == nullptr) return wrong;
  need_objects(*client, *text, io);
  if (const auto whose = can_reach_of(asked.words)) {
    const auto found = reach_of(*client, *whose);
    io.out << (asked.json ? dumped(reach_json(found)) : reach_text(found));
    return all_hold;
  }
  const auto question = question_of(asked.words);
  if (!question) {
    io.errors << "a question is: who may OPERATION PATH | what may SERVER do | over what may "
                 "anybody|SERVER... [but SERVER...] OPERATION | can-reach [SERVER]\n";
    return wrong;
  }
  const query_answer found = answer_to(*question, *client);
  io.out << (asked.json ? dumped(answer_json(found)) : answer_text(found));
  return all_hold;
}

}  // namespace program
