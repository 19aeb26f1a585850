#include "program/cli/inputs.hpp"
#include "program/convert/formats.hpp"

#include <algorithm>
#include <filesystem>
#include <ostream>

namespace program {

namespace {

/// The files of a registry's folder, by name; of a file, itself.
std::vector<std::string> files_of(const std::string& name) {
  std::error_code code;
  if (!std::filesystem::is_directory(name, code)) return {name};
  std::vector<std::string> files;
  for (const auto& each : std::filesystem::directory_iterator{name, code})
    if (each.path().extension() == ".xml") files.push_back(each.path().string());
  std::sort(files.begin(), files.end());
  return files;
}

bool read_all(const std::vector<std::string>& names, const format_row& format, device_data& into,
              streams& io) {
  bool all_are_right = true;
  for (const std::string& name : names)
    for (const std::string& each : files_of(name)) {
      const auto file = read_file(each, io.in, io.errors);
      std::string trouble;
      if (!file) return false;
      if (format.read(file->content, into, trouble)) continue;
      io.errors << file->name << ": " << trouble << '\n';
      all_are_right = false;
    }
  return all_are_right;
}

/// Object 2 is built in: its definition is no statement. Of two versions of an Object the last one
/// counts.
void keep_what_can_be_said(device_data& data) {
  const auto by_id = [](const object_data& a, const object_data& b) { return a.id < b.id; };
  std::stable_sort(data.objects.begin(), data.objects.end(), by_id);
  std::vector<object_data> kept;
  for (object_data& each : data.objects) {
    if (each.id == lac::objects::access_control.value()) continue;
    if (!kept.empty() && kept.back().id == each.id) kept.pop_back();
    kept.push_back(std::move(each));
  }
  data.objects = std::move(kept);
}

/// Resources of Objects that are known by their instances only.
bool define(const std::vector<std::string>& definitions, device_data& data, streams& io) {
  device_data known;
  if (!read_all(definitions, *format_named("ddf"), known, io)) return false;
  for (object_data& each : data.objects)
    for (object_data& one : known.objects) {
      if (one.id != each.id) continue;
      one.instances = each.instances;
      each = one;
    }
  return true;
}

int from_format(const convert_options& asked, const format_row& format, streams& io) {
  device_data data;
  if (format.read == nullptr) {
    io.errors << "lwm2m-access: nothing is read from " << format.name << '\n';
    return wrong;
  }
  if (asked.edition.empty()) {
    io.errors << "lwm2m-access: --edition is missing: a policy text says which one it follows\n";
    return wrong;
  }
  if (!read_all(asked.files, format, data, io) || !define(asked.definitions, data, io))
    return wrong;
  keep_what_can_be_said(data);
  const loaded_text made = load({"the policy", policy_text_of(data, asked.edition, asked.servers)});
  if (!made.mistakes.empty()) {
    io.errors << report_of(made);
    return wrong;
  }
  io.out << made.file.content;
  return all_hold;
}

}  // namespace

int convert(const convert_options& asked, streams& io) {
  if (asked.from.empty() == asked.to.empty()) {
    io.errors << "lwm2m-access: convert takes --from FORMAT or --to FORMAT\n";
    return wrong;
  }
  const format_row& format = *format_named(asked.from.empty() ? asked.to : asked.from);
  if (!asked.from.empty()) return from_format(asked, format, io);
  auto text = asked.files.size() == 1 ? load_file(asked.files[0], io) : std::nullopt;
  if (asked.files.size() != 1) io.errors << "lwm2m-access: --to takes one policy\n";
  device* const client = text ? policy_of(*text, io) : nullptr;
  if (client == nullptr) return wrong;
  io.out << format.write(*client);
  return all_hold;
}

}  // namespace program
