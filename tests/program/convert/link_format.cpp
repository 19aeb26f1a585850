#include "program/convert/formats.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace program {

namespace {

/// Objects of which the texts allow one instance only.
constexpr unsigned single_objects[] = {3, 4, 5, 6, 7};

/// Splits a list of links (RFC 6690) at the commas that are not in quotes or in brackets.
std::vector<std::string> links_of(const std::string& content) {
  std::vector<std::string> links{""};
  bool is_quoted = false, is_target = false;
  for (std::size_t k = 0; k < content.size(); ++k) {
    const char c = content[k];
    const bool is_escaped = is_quoted && k > 0 && content[k - 1] == '\\';
    if (c == '"' && !is_target && !is_escaped) is_quoted = !is_quoted;
    if (!is_quoted && c == '<') is_target = true;
    if (!is_quoted && c == '>') is_target = false;
    const bool is_blank = c == '\n' || c == '\r' || c == ' ' || c == '\t';
    if (c == ',' && !is_quoted && !is_target)
      links.emplace_back();
    else if (is_quoted || !is_blank)
      links.back() += c;
  }
  return links;
}

/// `<target>;attributes`; false when there is no target.
bool split(const std::string& link, std::string& target, std::string& attributes) {
  const std::size_t end = link.find('>');
  if (link.empty() || link[0] != '<' || end == std::string::npos) return false;
  target = link.substr(1, end - 1);
  attributes = link.substr(end + 1);
  return attributes.empty() || attributes[0] == ';';
}

/// The path under which the Objects lie, where one says so: `</lwm2m>;rt="oma.lwm2m"`.
std::string root_of(const std::vector<std::string>& links) {
  std::string target, attributes;
  for (const std::string& each : links)
    if (split(each, target, attributes) && attributes.find("oma.lwm2m") != std::string::npos)
      return target == "/" ? "" : target;
  return "";
}

bool is_single(unsigned object) {
  return std::find(std::begin(single_objects), std::end(single_objects), object) !=
         std::end(single_objects);
}

}  // namespace

bool read_link_format(const std::string& content, device_data& into, std::string& trouble) {
  std::map<unsigned, std::set<unsigned>> found;
  const auto links = links_of(content);
  const std::string root = root_of(links);
  for (const std::string& each : links) {
    std::string target, attributes;
    if (!split(each, target, attributes)) {
      trouble = "a link is <PATH> and what it is, not '" + each.substr(0, 40) + '\'';
      return false;
    }
    if (target == (root.empty() ? "/" : root)) continue;
    const bool is_below = target.rfind(root + '/', 0) == 0;
    const std::string rest = is_below ? target.substr(root.size()) : "";
    const lac::path at = lac::path::parse(rest.data(), rest.size());
    const bool is_object = at.level() == lac::level::object;
    if (!at.object().is_valid() || (!is_object && at.level() != lac::level::object_instance) ||
        (!is_object && !at.object_instance().is_valid())) {
      trouble = "'" + target.substr(0, 40) + "' is no Object and no Object Instance";
      return false;
    }
    auto& instances = found[at.object().value()];
    if (!is_object) instances.insert(at.object_instance().value());
  }
  for (const auto& [id, instances] : found) {
    if (id == lac::objects::access_control.value()) continue;
    object_data& one = into.objects.emplace_back();
    one.id = id;
    one.is_single = is_single(id) && instances.size() <= 1;
    one.instances.assign(instances.begin(), instances.end());
  }
  return true;
}

std::string write_link_format(const device& from) {
  std::string text;
  const auto link = [&](const std::string& target) {
    text += (text.empty() ? "<" : ",<") + target + '>';
  };
  for (const object_data& one : data_of(from).objects) {
    const std::string object = '/' + std::to_string(one.id);
    if (one.instances.empty()) link(object);
    for (const unsigned each : one.instances) link(object + '/' + std::to_string(each));
  }
  for (const access_control_data& one : data_of(from).access_controls)
    link("/2/" + std::to_string(one.id));
  return text + '\n';
}

}  // namespace program
