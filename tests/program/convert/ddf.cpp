#include "program/convert/formats.hpp"

#include <pugixml.hpp>

#include <algorithm>
#include <sstream>

namespace program {

namespace {

std::string text_of_child(const pugi::xml_node& of, const char* name) {
  std::string text = of.child_value(name);
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string::npos) return "";
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

/// A number from 0 to 65534; -1 when the text is none.
long id_of(const std::string& text) {
  const std::string path = '/' + text;
  const lac::path at = lac::path::parse(path.data(), path.size());
  return at.level() == lac::level::object && at.object().is_valid() ? at.object().value() : -1;
}

bool type_of(const std::string& operations, lac::access_type& into) {
  for (const char c : operations)
    if (c == 'R')
      into = into.with(lac::resource_operation::read);
    else if (c == 'W')
      into = into.with(lac::resource_operation::write);
    else if (c == 'E')
      into = into.with(lac::resource_operation::execute);
    else
      return false;
  return true;
}

bool read_item(const pugi::xml_node& item, object_data& into, std::string& trouble) {
  const long id = id_of(item.attribute("ID").value());
  lac::access_type operations;
  trouble =
      "Object " + std::to_string(into.id) + ", Resource '" + item.attribute("ID").value() + "': ";
  if (id < 0)
    trouble += "the ID is no number from 0 to 65534";
  else if (!type_of(text_of_child(item, "Operations"), operations))
    trouble += "the Operations are not of R, W and E";
  else {
    into.resources.push_back({lac::resource_id{id}, operations,
                              text_of_child(item, "MultipleInstances") == "Multiple",
                              text_of_child(item, "Mandatory") == "Mandatory"});
    return true;
  }
  return false;
}

bool read_object(const pugi::xml_node& node, device_data& into, std::string& trouble) {
  object_data one;
  const long id = id_of(text_of_child(node, "ObjectID"));
  const std::string instances = text_of_child(node, "MultipleInstances");
  trouble = "an Object has no ObjectID from 0 to 65534, or no MultipleInstances";
  if (id < 0 || (instances != "Single" && instances != "Multiple")) return false;
  one.id = static_cast<unsigned>(id);
  one.is_single = instances == "Single";
  one.name = text_of_child(node, "Name");
  one.version = text_of_child(node, "ObjectVersion");
  one.lwm2m_version = text_of_child(node, "LWM2MVersion");
  for (const pugi::xml_node& item : node.child("Resources").children("Item"))
    if (!read_item(item, one, trouble)) return false;
  std::sort(one.resources.begin(), one.resources.end(),
            [](const auto& a, const auto& b) { return a.id() < b.id(); });
  into.objects.push_back(std::move(one));
  return true;
}

void add_text(pugi::xml_node& to, const char* name, const std::string& text) {
  to.append_child(name).text().set(text.c_str());
}

void write_item(pugi::xml_node& to, const lac::resource_definition& of) {
  pugi::xml_node item = to.append_child("Item");
  item.append_attribute("ID").set_value(of.id().value());
  std::string operations;
  for (const auto& [letter, one] : {std::pair{'R', lac::resource_operation::read},
                                    {'W', lac::resource_operation::write},
                                    {'E', lac::resource_operation::execute}})
    if (of.supports(lac::access_type::of(one))) operations += letter;
  add_text(item, "Name", "Resource " + std::to_string(of.id().value()));
  add_text(item, "Operations", operations);
  add_text(item, "MultipleInstances", of.is_multiple() ? "Multiple" : "Single");
  add_text(item, "Mandatory", of.is_mandatory() ? "Mandatory" : "Optional");
}

}  // namespace

bool read_ddf(const std::string& content, device_data& into, std::string& trouble) {
  pugi::xml_document whole;
  const pugi::xml_parse_result read = whole.load_buffer(content.data(), content.size());
  if (!read) {
    trouble = std::string{"it is no XML: "} + read.description() + ", at octet " +
              std::to_string(read.offset);
    return false;
  }
  const pugi::xml_node root = whole.child("LWM2M");
  trouble = "it has no LWM2M element with an Object";
  if (!root.child("Object")) return false;
  for (const pugi::xml_node& object : root.children("Object"))
    if (!read_object(object, into, trouble)) return false;
  return true;
}

std::string write_ddf(const device& from) {
  pugi::xml_document whole;
  pugi::xml_node root = whole.append_child("LWM2M");
  for (const object_data& one : data_of(from).objects) {
    pugi::xml_node object = root.append_child("Object");
    object.append_attribute("ObjectType").set_value("MODefinition");
    add_text(object, "Name", "Object " + std::to_string(one.id));
    add_text(object, "ObjectID", std::to_string(one.id));
    add_text(object, "MultipleInstances", one.is_single ? "Single" : "Multiple");
    add_text(object, "Mandatory", "Optional");
    pugi::xml_node resources = object.append_child("Resources");
    for (const lac::resource_definition& each : one.resources) write_item(resources, each);
  }
  std::ostringstream text;
  whole.save(text, "  ");
  return text.str();
}

}  // namespace program
