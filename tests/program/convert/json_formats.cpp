#include "program/cases/words.hpp"
#include "program/convert/formats.hpp"

#include <nlohmann/json.hpp>

#include <cmath>

namespace program {

namespace {

using json = nlohmann::ordered_json;

/// The value of a text; false when it is no JSON.
bool parse(const std::string& content, json& into, std::string& trouble) {
  into = json::parse(content, nullptr, false);
  trouble = "it is no JSON";
  return !into.is_discarded();
}

/// An integer, also as a number without a fraction; within 62 bits, so that two can be added.
bool integer_of(const json& from, std::int64_t& into) {
  constexpr std::int64_t most = std::int64_t{1} << 62;
  if (from.is_number_float()) {
    const double value = from.get<double>();
    if (!(std::abs(value) < 4e18) || value != std::trunc(value)) return false;
    into = static_cast<std::int64_t>(value);
    return true;
  }
  if (from.is_number_unsigned() && from.get<std::uint64_t>() > static_cast<std::uint64_t>(most))
    return false;
  if (!from.is_number_integer()) return false;
  into = from.get<std::int64_t>();
  return into > -most;
}

bool member_integer(const json& of, const char* name, std::int64_t& into) {
  const auto place = of.find(name);
  return place != of.end() && integer_of(*place, into);
}

bool member_text(const json& of, const char* name, std::string& into) {
  const auto place = of.find(name);
  if (place == of.end()) return true;
  if (!place->is_string()) return false;
  into = place->get<std::string>();
  return true;
}

/// The ID that a key is, `101`; -1 when it is none.
std::int64_t id_of(const std::string& key) {
  const std::string path = '/' + key;
  const lac::path at = lac::path::parse(path.data(), path.size());
  return at.level() == lac::level::object && at.object().is_valid() ? at.object().value() : -1;
}

using leaves = std::vector<access_control_leaf>;

/// A record with a name below `base` and a value; one without a value says nothing of Object 2.
bool take_record(const json& record, const std::string& base, std::int64_t base_value,
                 leaves& into) {
  std::string name;
  access_control_leaf leaf;
  if (!record.is_object() || !member_text(record, "n", name)) return false;
  if (!leaf_of(base + name, leaf) || !record.contains("v")) return true;
  if (!member_integer(record, "v", leaf.value)) return false;
  leaf.value += base_value;
  into.push_back(leaf);
  return true;
}

std::string name_of(const access_control_leaf& leaf) {
  return std::to_string(leaf.instance) + '/' + std::to_string(leaf.resource) +
         (leaf.entry >= 0 ? '/' + std::to_string(leaf.entry) : "");
}

bool take_bootstrap_acl(const std::string& key, const json& from, device_data& into) {
  access_control_data one;
  one.id = id_of(key);
  if (one.id < 0 || !from.is_object() || !member_integer(from, "objectId", one.object) ||
      !member_integer(from, "objectInstanceId", one.instance) ||
      !member_integer(from, "AccessControlOwner", one.owner))
    return false;
  const auto entries = from.find("acls");
  if (entries != from.end() && !entries->is_object()) return false;
  if (entries != from.end())
    for (const auto& [who, rights] : entries->items()) {
      std::int64_t value = 0;
      if (id_of(who) < 0 || !integer_of(rights, value)) return false;
      one.entries.emplace(id_of(who), value);
    }
  if (one.object < 0 || one.instance < 0 || one.owner < 0) return false;
  into.access_controls.push_back(std::move(one));
  return true;
}

}  // namespace

bool read_senml_json(const std::string& content, device_data& into, std::string& trouble) {
  json records;
  leaves found;
  std::string base;
  std::int64_t base_value = 0;
  if (!parse(content, records, trouble)) return false;
  trouble = "it is no array of SenML records";
  if (!records.is_array()) return false;
  for (const json& each : records) {
    if (!each.is_object() || !member_text(each, "bn", base)) return false;
    if (each.contains("bv") && !member_integer(each, "bv", base_value)) return false;
    if (!take_record(each, base, base_value, found)) return false;
  }
  return gather(found, into, trouble);
}

std::string write_senml_json(const device& from) {
  json records = json::array();
  for (const access_control_leaf& each : leaves_of(from.policy)) {
    json record;
    if (records.empty()) record["bn"] = "/2/";
    record["n"] = name_of(each);
    record["v"] = each.value;
    records.push_back(std::move(record));
  }
  return records.dump() + '\n';
}

bool read_lwm2m_json(const std::string& content, device_data& into, std::string& trouble) {
  json whole;
  leaves found;
  std::string base;
  if (!parse(content, whole, trouble)) return false;
  trouble = "it is no LwM2M JSON: an object with a base name and a list of entries";
  if (!whole.is_object() || !member_text(whole, "bn", base)) return false;
  const auto entries = whole.find("e");
  if (entries == whole.end() || !entries->is_array()) return false;
  for (const json& each : *entries)
    if (!take_record(each, base, 0, found)) return false;
  return gather(found, into, trouble);
}

std::string write_lwm2m_json(const device& from) {
  json entries = json::array();
  for (const access_control_leaf& each : leaves_of(from.policy))
    entries.push_back({{"n", name_of(each)}, {"v", each.value}});
  return json{{"bn", "/2/"}, {"e", std::move(entries)}}.dump() + '\n';
}

bool read_bootstrap_json(const std::string& content, device_data& into, std::string& trouble) {
  json whole;
  if (!parse(content, whole, trouble)) return false;
  trouble = "it is no configuration of a bootstrap server: an object with acls";
  if (!whole.is_object()) return false;
  const auto acls = whole.find("acls");
  if (acls == whole.end() || !acls->is_object()) return false;
  for (const auto& [key, each] : acls->items())
    if (!take_bootstrap_acl(key, each, into)) {
      trouble = "acls: " + key + " lacks something, or a number is wrong";
      return false;
    }
  return true;
}

std::string write_bootstrap_json(const device& from) {
  json acls = json::object();
  for (const access_control_data& one : data_of(from).access_controls) {
    json entries = json::object();
    for (const auto& [who, rights] : one.entries) entries[std::to_string(who)] = rights;
    acls[std::to_string(one.id)] = {{"objectId", one.object},
                                    {"objectInstanceId", one.instance},
                                    {"acls", std::move(entries)},
                                    {"AccessControlOwner", one.owner}};
  }
  return json{{"acls", std::move(acls)}}.dump(2) + '\n';
}

}  // namespace program
