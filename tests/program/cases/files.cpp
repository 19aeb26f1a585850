#include "files.hpp"

#include <lwm2m/access/sentences.hpp>

#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>

namespace program {

namespace {

std::optional<text_file> read_file(const std::string& name) {
  if (name == "-")
    return text_file{"standard input", {std::istreambuf_iterator<char>{std::cin}, {}}};
  std::ifstream file{name, std::ios::binary};
  text_file result{name, {std::istreambuf_iterator<char>{file}, {}}};
  if (file.is_open() && !file.bad()) return result;
  std::cerr << name << ": cannot be read\n";
  return std::nullopt;
}

/// The line in which `at` stands.
std::string line_of(const text_file& file, const lac::text_mistake& mistake) {
  const auto at = static_cast<std::size_t>(mistake.found().data() - file.content.data());
  const std::size_t begin = at - (mistake.column() - 1);
  const std::size_t end = file.content.find('\n', begin);
  return file.content.substr(begin, end == std::string::npos ? end : end - begin);
}

}  // namespace

std::optional<std::vector<text_file>> read_files(const std::vector<std::string>& names) {
  std::vector<text_file> files;
  for (const std::string& name : names) {
    std::optional<text_file> file = read_file(name);
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
    const auto reader = std::make_unique<case_reader>(file.text(), tried->policy, tried->model);
    while (reader->next() != lac::case_statement::end && reader->mistake().is_none()) {
    }
    if (reader->mistake().is_none()) continue;
    report(file, reader->mistake());
    right = false;
  }
  return right;
}

}  // namespace program
