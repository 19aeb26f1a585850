#include "program/text/format.hpp"

#include "program/cases/names.hpp"

#include <lwm2m/access/text/print.hpp>

namespace program {

std::string canonical_text(const text_file& file) {
  std::string text;
  const auto write = [&](const char* part, std::size_t size) { text.append(part, size); };
  const auto client = std::make_unique<device>();
  const name_table names{file.content};
  const auto reader =
      std::make_unique<case_reader>(file.text(), client->policy, client->model, names.look_up());
  text += names.statements();
  for (bool is_first = true;;) {
    const lac::case_statement what = reader->next();
    if (what == lac::case_statement::end || what == lac::case_statement::mistake) return text;
    if (what == lac::case_statement::document) {
      if (!is_first) text += "---\n";
      is_first = false;
      lac::print_policy(client->policy, client->model, write);
    } else {
      lac::print_tokens(reader->statement(), write);
      text += '\n';
    }
  }
}

}  // namespace program
