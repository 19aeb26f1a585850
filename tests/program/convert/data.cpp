#include "program/convert/data.hpp"

#include "program/analysis/space.hpp"
#include "program/cases/words.hpp"

#include <algorithm>
#include <set>

namespace program {

namespace {

constexpr std::int64_t object_level = 65535;

std::string rights_text(std::int64_t value) {
  if (value < 0 || value > lac::full_rights.raw()) return std::to_string(value);
  return text_of(lac::access_rights{static_cast<std::uint16_t>(value)});
}

std::string access_control_text(const access_control_data& one) {
  std::string text = "acl /2/" + std::to_string(one.id) + " for /" + std::to_string(one.object);
  if (one.instance != object_level) text += '/' + std::to_string(one.instance);
  text += " owner " + (one.owner == object_level ? "bootstrap" : std::to_string(one.owner)) + " {";
  for (const auto& [who, rights] : one.entries)
    text += (text.back() == '{' ? " " : ", ") + (who == 0 ? "default" : std::to_string(who)) +
            ": " + rights_text(rights);
  return text + " }\n";
}

std::string operations_text(const lac::resource_definition& of) {
  std::string text;
  for (const auto& [letter, one] : {std::pair{'R', lac::resource_operation::read},
                                    {'W', lac::resource_operation::write},
                                    {'E', lac::resource_operation::execute}})
    if (of.supports(lac::access_type::of(one))) text += letter;
  return text.empty() ? "-" : text;
}

/// Names come from outside: what is no printable character ends no comment.
std::string in_comment(const std::string& text) {
  std::string made;
  for (const char c : text) made += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
  return made;
}

std::string object_text(const object_data& one) {
  std::string text;
  if (!one.name.empty()) text += "# " + in_comment(one.name);
  if (!one.version.empty())
    text += (text.empty() ? "# version " : ", version ") + in_comment(one.version);
  if (!one.lwm2m_version.empty()) text += " (LwM2M " + in_comment(one.lwm2m_version) + ')';
  if (!text.empty()) text += '\n';
  text += "object /" + std::to_string(one.id) + (one.is_single ? " single" : " multiple");
  if (!one.instances.empty()) text += " instances";
  for (const unsigned each : one.instances) text += ' ' + std::to_string(each);
  text += " {";
  for (const lac::resource_definition& each : one.resources)
    text += (text.back() == '{' ? " " : ", ") + std::to_string(each.id().value()) + ": " +
            operations_text(each) + (each.is_multiple() ? " multiple" : "") +
            (each.is_mandatory() ? " mandatory" : "");
  return text + " }\n";
}

/// Resources 0 to 3 of one instance.
bool take(const access_control_leaf& leaf, access_control_data& into) {
  std::int64_t* const single[] = {&into.object, &into.instance, nullptr, &into.owner};
  if (leaf.resource == 2)
    return leaf.entry >= 0 && into.entries.emplace(leaf.entry, leaf.value).second;
  if (leaf.resource < 0 || leaf.resource > 3) return true;
  std::int64_t& place = *single[leaf.resource];
  const bool is_new = place < 0 && leaf.entry < 0 && leaf.value >= 0;
  place = leaf.value;
  return is_new;
}

std::string path_text(const access_control_leaf& leaf) {
  return "/2/" + std::to_string(leaf.instance) + '/' + std::to_string(leaf.resource) +
         (leaf.entry >= 0 ? '/' + std::to_string(leaf.entry) : "");
}

}  // namespace

bool gather(const std::vector<access_control_leaf>& leaves, device_data& into,
            std::string& trouble) {
  std::map<std::int64_t, access_control_data> found;
  for (const access_control_leaf& each : leaves) {
    access_control_data& one = found[each.instance];
    one.id = each.instance;
    if (take(each, one)) continue;
    trouble = path_text(each) + " is said twice, or cannot be " + std::to_string(each.value);
    return false;
  }
  for (auto& [id, one] : found) {
    if (one.object < 0 || one.instance < 0 || one.owner < 0) {
      trouble = "/2/" + std::to_string(id) + " lacks its target or its Owner";
      return false;
    }
    into.access_controls.push_back(std::move(one));
  }
  return true;
}

bool leaf_of(const std::string& path, access_control_leaf& into) {
  const lac::path at = lac::path::parse(path.data(), path.size());
  if (at.object() != lac::objects::access_control || at.level() < lac::level::resource ||
      !at.object_instance().is_valid() || !at.resource().is_valid())
    return false;
  const bool is_entry = at.level() == lac::level::resource_instance;
  into.instance = at.object_instance().value();
  into.resource = at.resource().value();
  into.entry = is_entry ? at.resource_instance().value() : -1;
  return true;
}

std::vector<access_control_leaf> leaves_of(const policy& from) {
  std::vector<access_control_leaf> leaves;
  for (const access_control_data& one : data_of(device{from, {}}).access_controls) {
    leaves.push_back({one.id, 0, -1, one.object});
    leaves.push_back({one.id, 1, -1, one.instance});
    for (const auto& [who, rights] : one.entries) leaves.push_back({one.id, 2, who, rights});
    leaves.push_back({one.id, 3, -1, one.owner});
  }
  return leaves;
}

device_data data_of(const device& from) {
  device_data made;
  for (std::size_t k = 0; k < from.model.object_count(); ++k) {
    const lac::object_view one = from.model.object_at(k);
    object_data& object = made.objects.emplace_back();
    object.id = one.id().value();
    object.is_single = one.is_single();
    for (const lac::object_instance_id id : one.instances()) object.instances.push_back(id.value());
    for (const lac::resource_definition& each : one.resources()) object.resources.push_back(each);
  }
  for (std::size_t k = 0; k < from.policy.access_control_count(); ++k) {
    const auto one = from.policy.access_control_at(k);
    access_control_data& made_of = made.access_controls.emplace_back();
    made_of.id = one.id().value();
    made_of.object = one.target().object().value();
    made_of.instance =
        one.target().is_object_level() ? object_level : one.target().instance().value();
    made_of.owner = one.owner().value();
    for (const lac::acl_entry& each : entries_of(one))
      made_of.entries.emplace(each.id.value(), each.rights.raw());
  }
  return made;
}

std::string policy_text_of(const device_data& from, const std::string& edition,
                           const std::vector<unsigned>& servers) {
  std::set<std::int64_t> accounts(servers.begin(), servers.end());
  for (const access_control_data& one : from.access_controls) {
    if (one.owner != object_level) accounts.insert(one.owner);
    for (const auto& each : one.entries)
      if (each.first != 0) accounts.insert(each.first);
  }
  std::string text = "edition " + edition + '\n';
  if (!accounts.empty()) text += "servers";
  for (const std::int64_t each : accounts) text += ' ' + std::to_string(each);
  if (!accounts.empty()) text += '\n';
  for (const object_data& one : from.objects) text += object_text(one);
  for (const access_control_data& one : from.access_controls) text += access_control_text(one);
  return text;
}

}  // namespace program
