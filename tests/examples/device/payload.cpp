#include "payload.hpp"

#include <nlohmann/json.hpp>

#include "../../program/cases/words.hpp"

namespace client {

namespace {

using nlohmann::json;

lac::path path_of(const std::string& name, const lac::path& base) {
  const std::string whole =
      name.empty() || name.front() == '/' ? name : program::text_of(base) + '/' + name;
  return lac::path::parse(whole.data(), whole.size());
}

/// The value of a record, or nothing when it has none.
std::optional<value> value_in(const json& one) {
  if (one.contains("vs") && one["vs"].is_string()) return one["vs"].get<std::string>();
  if (one.contains("vb") && one["vb"].is_boolean()) return one["vb"].get<bool>();
  if (!one.contains("v") || !one["v"].is_number()) return std::nullopt;
  if (one["v"].is_number_float()) return one["v"].get<double>();
  const bool fits = !one["v"].is_number_unsigned() || one["v"].get<std::uint64_t>() <= INT64_MAX;
  return fits ? one["v"].get<std::int64_t>() : INT64_MAX;
}

/// The text of a member; empty when there is none, nothing when it is no text.
std::optional<std::string> text_in(const json& one, const char* member) {
  if (!one.contains(member)) return std::string{};
  if (!one[member].is_string()) return std::nullopt;
  return one[member].get<std::string>();
}

json json_of(const record& from) {
  json one{{"n", program::text_of(from.at)}};
  if (!from.said) return one;
  const char* const member = std::holds_alternative<std::string>(*from.said) ? "vs"
                             : std::holds_alternative<bool>(*from.said)      ? "vb"
                                                                             : "v";
  std::visit([&](const auto& held) { one[member] = held; }, *from.said);
  return one;
}

}  // namespace

std::optional<format> format_of(unsigned number) {
  for (const format each : {format::text, format::link, format::senml_json})
    if (static_cast<unsigned>(each) == number) return each;
  return std::nullopt;
}

std::optional<records> read_senml(std::string_view payload, const lac::path& base) {
  const json pack = json::parse(payload, nullptr, false);
  if (!pack.is_array()) return std::nullopt;
  records found;
  std::string base_name;
  for (const json& one : pack) {
    if (!one.is_object()) return std::nullopt;
    const auto begins = text_in(one, "bn");
    const auto name = text_in(one, "n");
    if (!begins || !name) return std::nullopt;
    if (one.contains("bn")) base_name = *begins;
    const lac::path at = path_of(base_name + *name, base);
    if (at.is_none()) return std::nullopt;
    found.push_back({at, value_in(one)});
  }
  return found;
}

std::string write_senml(const records& from) {
  json pack = json::array();
  for (const record& each : from) pack.push_back(json_of(each));
  return pack.dump(-1, ' ', false, json::error_handler_t::replace);
}

std::string link_of(const lac::path& at, const std::vector<std::string>& attributes) {
  std::string link = '<' + program::text_of(at) + '>';
  for (const std::string& each : attributes) link += ';' + each;
  return link;
}

void append(std::string& links, std::string_view more) {
  if (!links.empty() && !more.empty()) links += ',';
  links += more;
}

}  // namespace client
