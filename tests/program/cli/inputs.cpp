#include "program/cli/inputs.hpp"

#include "program/analysis/space.hpp"

#include <algorithm>
#include <istream>
#include <ostream>

namespace program {

namespace {

bool is_right(const loaded_text& text, streams& io) {
  io.errors << report_of(text);
  return text.mistakes.empty();
}

/// Where the first statement stands that is no declaration; the end when there is none.
std::size_t end_of_declarations(const source_map& source) {
  for (const statement& each : source.statements())
    if (each.kind >= statement_kind::request || each.kind == statement_kind::separator)
      return each.begin();
  return source.text().size();
}

bool begins_with_requests(const source_map& source) {
  return !source.statements().empty() &&
         source.statements().front().kind >= statement_kind::request;
}

/// Requests behind the declarations of a policy, as one text.
text_file joined(const std::string& declarations, const text_file& requests) {
  std::string front = declarations;
  if (!front.empty() && front.back() != '\n') front += '\n';
  const auto lines = static_cast<std::size_t>(std::count(front.begin(), front.end(), '\n'));
  return {requests.name, front + requests.content, lines};
}

}  // namespace

std::optional<loaded_text> load_file(const std::string& name, streams& io) {
  auto file = read_file(name, io.in, io.errors);
  if (!file) return std::nullopt;
  loaded_text text = load(std::move(*file));
  if (!is_right(text, io)) return std::nullopt;
  return text;
}

std::optional<std::vector<loaded_text>> load_files(const std::vector<std::string>& names,
                                                   streams& io) {
  std::vector<loaded_text> texts;
  bool all_are_right = true;
  for (const std::string& name : names) {
    auto text = load_file(name, io);
    all_are_right = all_are_right && text.has_value();
    if (text) texts.push_back(std::move(*text));
  }
  if (!all_are_right) return std::nullopt;
  return texts;
}

device* policy_of(loaded_text& text, streams& io) {
  if (text.documents.empty()) {
    io.errors << text.file.name << ": holds no policy\n";
    return nullptr;
  }
  if (text.documents.size() > 1)
    io.errors << text.file.name << ": holds " << text.documents.size()
              << " documents; this is about the first\n";
  return text.documents.front().client.get();
}

void need_objects(device& one, const loaded_text& text, streams& io) {
  if (add_stand_ins(one, targets_of(one.policy)))
    io.errors << text.file.name
              << ": declares no objects; each target stands for an instance with one Resource, 0, "
                 "which supports everything\n";
}

std::optional<std::vector<text_file>> case_files(const std::vector<std::string>& names,
                                                 streams& io) {
  std::vector<text_file> files;
  std::string declarations;
  bool all_are_right = true;
  for (const std::string& name : names) {
    auto file = read_file(name, io.in, io.errors);
    if (!file) return std::nullopt;
    const source_map source{file->content};
    const bool has_own = !begins_with_requests(source);
    if (has_own) declarations = file->content.substr(0, end_of_declarations(source));
    loaded_text text = load(has_own ? std::move(*file) : joined(declarations, *file));
    all_are_right = is_right(text, io) && all_are_right;
    files.push_back(std::move(text.file));
  }
  if (!all_are_right) return std::nullopt;
  return files;
}

void print(const std::string& text, streams& io) {
  if (!io.colours) {
    io.out << text;
    return;
  }
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size() - 1) + 1;
    const std::string line = text.substr(begin, end - begin - 1);
    const std::size_t first = line.find_first_not_of(' ');
    const char sign =
        first == std::string::npos || first + 1 >= line.size() || line[first + 1] != ' '
            ? ' '
            : line[first];
    const char* const colour = sign == '+'                  ? "\x1B[32m"
                               : sign == '-' || sign == '!' ? "\x1B[31m"
                               : sign == '~'                ? "\x1B[33m"
                                                            : "";
    io.out << colour << line << (*colour != '\0' ? "\x1B[0m" : "") << '\n';
    begin = end;
  }
}

}  // namespace program
