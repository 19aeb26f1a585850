#include "program/analysis/explain.hpp"
#include "program/text/load.hpp"

#include <lwm2m/access/text/print.hpp>

#include <memory>

namespace program {

std::optional<explanation> explain_text(const device& of, const name_table& names,
                                        const std::string& request, std::string& trouble) {
  std::string text = names.statements();
  lac::print_policy(of.policy, of.model, [&](char c) { text += c; });
  std::size_t lines = 0;
  for (const char c : text) lines += c == '\n' ? 1U : 0U;
  const loaded_text whole = load({"request", text + request, lines});
  trouble = report_of(whole);
  if (!whole.mistakes.empty()) return std::nullopt;

  const auto read = std::make_unique<device>();
  const auto reader = std::make_unique<case_reader>(whole.file.text(), read->policy, read->model,
                                                    whole.names->look_up());
  if (reader->next() != lac::case_statement::document ||
      reader->next() != lac::case_statement::request) {
    trouble = "request: a request is SERVER OPERATION PATH, as a case file writes it\n";
    return std::nullopt;
  }
  const wire_request asked{reader->request(), read->model};
  return explain_request(of, asked);
}

}  // namespace program
