#include "commands.hpp"
#include "files.hpp"

#include <lwm2m/access/text/print.hpp>

#include <iostream>
#include <memory>

namespace program {

namespace {

void print(const text_file& file, bool& is_first) {
  const auto write = [](const char* text, std::size_t size) {
    std::cout.write(text, static_cast<std::streamsize>(size));
  };
  const auto client = std::make_unique<device>();
  const auto reader = std::make_unique<case_reader>(file.text(), client->policy, client->model);
  for (;;) {
    const lac::case_statement what = reader->next();
    if (what == lac::case_statement::end || what == lac::case_statement::mistake) return;
    if (what == lac::case_statement::document) {
      if (!is_first) std::cout << "---\n";
      is_first = false;
      lac::print_policy(client->policy, client->model, write);
    } else {
      lac::print_tokens(reader->statement(), write);
      std::cout << '\n';
    }
  }
}

}  // namespace

int format(const std::vector<std::string>& names) {
  const auto files = read_files(names);
  if (!files || !are_right(*files)) return wrong;
  bool is_first = true;
  for (const text_file& file : *files) print(file, is_first);
  return all_hold;
}

}  // namespace program
