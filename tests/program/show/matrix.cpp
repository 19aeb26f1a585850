#include "program/show/matrix.hpp"

#include "program/cases/words.hpp"
#include "program/show/lists.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace program {

namespace {

std::string owner_text(const matrix_row& row) {
  if (!row.governed_by.is_valid()) return "-";
  return row.owner.is_bootstrap() ? "bootstrap" : std::to_string(row.owner.value());
}

std::string governed_text(const matrix_row& row) {
  return row.governed_by.is_valid() ? "/2/" + std::to_string(row.governed_by.value()) : "-";
}

std::string place_text(const matrix_row& row) {
  return text_of(row.at) + (row.exists ? "" : " (is not there)");
}

/// Capitals work; small letters are granted, and nothing supports them.
std::string letters(const standing& of) {
  std::string text;
  for (const char c : text_of(of.granted)) {
    const bool works = c == '-' || text_of(of.working).find(c) != std::string::npos;
    text += works ? c : static_cast<char>(c - 'A' + 'a');
  }
  return text + (of.manages ? "*" : "");
}

std::vector<std::string> head(const rights_matrix& of) {
  std::vector<std::string> row{"", "ACL", "owner"};
  for (const lac::short_server_id server : of.servers)
    row.push_back(std::to_string(server.value()));
  return row;
}

std::vector<std::string> cells(const matrix_row& row) {
  std::vector<std::string> made{place_text(row), governed_text(row), owner_text(row)};
  for (const standing& each : row.servers) made.push_back(letters(each));
  return made;
}

std::string markdown_row(const std::vector<std::string>& cells) {
  std::string line = "|";
  for (const std::string& each : cells) line += ' ' + each + " |";
  return line + '\n';
}

}  // namespace

std::string matrix_legend() {
  return "R Read, W Write, E Execute, D Delete, C Create; small: the right is there, but nothing\n"
         "supports it; *: the Access Control Owner, who may change the ACL; -: no right\n";
}

std::string matrix_text(const rights_matrix& of) {
  text_table table;
  table.add(head(of));
  for (const matrix_row& each : of.rows) table.add(cells(each));
  return table.text() + '\n' + matrix_legend();
}

std::string matrix_markdown(const rights_matrix& of) {
  std::string text = markdown_row(head(of)) + "|";
  for (std::size_t k = 0; k < of.servers.size() + 3; ++k) text += "---|";
  text += '\n';
  for (const matrix_row& each : of.rows) {
    auto row = cells(each);
    for (std::string& cell : row)
      if (cell.find('*') != std::string::npos) cell.insert(cell.find('*'), "\\");
    text += markdown_row(row);
  }
  return text + '\n' + matrix_legend();
}

nlohmann::ordered_json matrix_json(const rights_matrix& of) {
  nlohmann::ordered_json made{{"servers", nlohmann::ordered_json::array()},
                              {"rows", nlohmann::ordered_json::array()}};
  for (const lac::short_server_id server : of.servers) made["servers"].push_back(server.value());
  for (const matrix_row& each : of.rows) {
    nlohmann::ordered_json row{{"path", text_of(each.at)}, {"exists", each.exists}};
    row["acl"] = each.governed_by.is_valid() ? nlohmann::ordered_json(governed_text(each))
                                             : nlohmann::ordered_json();
    row["owner"] = each.governed_by.is_valid() ? nlohmann::ordered_json(owner_text(each))
                                               : nlohmann::ordered_json();
    row["rights"] = nlohmann::ordered_json::array();
    for (std::size_t k = 0; k < each.servers.size(); ++k)
      row["rights"].push_back({{"server", of.servers[k].value()},
                               {"granted", text_of(each.servers[k].granted)},
                               {"working", text_of(each.servers[k].working)},
                               {"manages", each.servers[k].manages}});
    made["rows"].push_back(std::move(row));
  }
  return made;
}

}  // namespace program
