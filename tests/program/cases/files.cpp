#include "files.hpp"

#include "names.hpp"

#include <lwm2m/access/sentences.hpp>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include <string_view>

namespace program {

namespace {

/// The line in which `at` stands.
std::string line_of(const text_file& file, const lac::text_mistake& mistake) {
  const auto at = static_cast<std::size_t>(mistake.found().data() - file.content.data());
  const std::size_t begin = at - (mistake.column() - 1);
  const std::size_t end = file.content.find('\n', begin);
  return file.content.substr(begin, end == std::string::npos ? end : end - begin);
}

/// Why a file cannot be read; empty when it can.
std::string trouble_with(const std::string& name) {
  std::error_code code;
  const auto status = std::filesystem::status(name, code);
  if (!std::filesystem::exists(status)) return "there is no such file";
  if (std::filesystem::is_directory(status)) return "is a directory";
  return "";
}

std::string without_mark(std::string content) {
  constexpr std::string_view mark = "\xEF\xBB\xBF";
  if (content.compare(0, mark.size(), mark) == 0) content.erase(0, mark.size());
  return content;
}

std::string all_of(std::istream& from) { return {std::istreambuf_iterator<char>{from}, {}}; }

}  // namespace

std::optional<text_file> read_file(const std::string& name, std::istream& input,
                                   std::ostream& errors) {
  if (name == "-") return text_file{"standard input", without_mark(all_of(input))};
  std::string trouble = trouble_with(name);
  std::ifstream file{name, std::ios::binary};
  if (trouble.empty() && file.is_open())
    if (text_file read{name, without_mark(all_of(file))}; !file.bad()) return read;
  if (trouble.empty()) trouble = "cannot be read";
  errors << name << ": " << trouble << '\n';
  return std::nullopt;
}

std::optional<std::vector<text_file>> read_files(const std::vector<std::string>& names) {
  std::vector<text_file> files;
  for (const std::string& name : names) {
    std::optional<text_file> file = read_file(name, std::cin, std::cerr);
    if (!file) return std::nullopt;
    files.push_back(std::move(*file));
  }
  return files;
}

void report(const text_file& file, const lac::text_mistake& mistake) {
  const std::string found{mistake.found().begin(), mistake.found().end()};
  const std::string line = line_of(file, mistake);
  std::string under;
  for (const char c : line.substr(0, mistake.column() - 1)) under += c == '\t' ? '\t' : ' ';
  std::cerr << file.name << ':' << mistake.line() << ':' << mistake.column() << ": "
            << lac::sentence(mistake.expected()) << " Found "
            << (found.empty() ? "the end of the text" : '"' + found + '"') << ".\n  " << line
            << "\n  " << under << std::string(found.empty() ? 1 : found.size(), '^') << '\n';
}

bool are_right(const std::vector<text_file>& files) {
  bool right = true;
  const auto tried = std::make_unique<device>();
  for (const text_file& file : files) {
    const name_table names{file.content};
    const auto reader =
        std::make_unique<case_reader>(file.text(), tried->policy, tried->model, names.look_up());
    while (reader->next() != lac::case_statement::end && reader->mistake().is_none()) {
    }
    if (reader->mistake().is_none()) continue;
    report(file, reader->mistake());
    right = false;
  }
  return right;
}

}  // namespace program
