#include "program/text/load.hpp"

#include "program/text/excerpt.hpp"

#include <lwm2m/access/sentences.hpp>

#include <algorithm>

namespace program {

namespace {

/// No text is worth more.
constexpr std::size_t most_mistakes = 100;

/// The numbers of the documents that hold anything.
std::vector<std::size_t> numbers_of(const source_map& source) {
  std::vector<std::size_t> numbers;
  for (const statement& each : source.statements())
    if (each.kind != statement_kind::separator &&
        (numbers.empty() || numbers.back() != each.document))
      numbers.push_back(each.document);
  return numbers;
}

mistake mistake_of(std::string_view text, const lac::text_mistake& wrong) {
  return {static_cast<std::size_t>(wrong.found().data() - text.data()), wrong.found().size(),
          wrong.expected(), lac::sentence(wrong.expected()),
          std::string{wrong.found().begin(), wrong.found().end()}};
}

std::string report_of_one(const text_file& file, const mistake& one) {
  const text_place at = place_at(file.content, one.offset);
  return file.name + ':' + std::to_string(at.line - file.lines_before) + ':' +
         std::to_string(at.column) + ": " + one.sentence + " Found " +
         (one.found.empty() ? "the end of the text" : '"' + printable(one.found) + '"') + ".\n" +
         excerpt(file.content, one.offset, one.length);
}

/// Reads until the end or the first mistake; whether it came to the end.
bool read_documents(std::string_view text, const std::vector<std::size_t>& numbers,
                    std::vector<document>& into, std::optional<mistake>& first) {
  const auto read = std::make_unique<device>();
  const name_table names{text};
  const auto reader = std::make_unique<case_reader>(lac::view<char>{text.data(), text.size()},
                                                    read->policy, read->model, names.look_up());
  for (;;) {
    const lac::case_statement what = reader->next();
    if (what == lac::case_statement::end) return true;
    if (what == lac::case_statement::document) {
      const std::size_t k = std::min(into.size(), numbers.empty() ? 0 : numbers.size() - 1);
      into.push_back({numbers.empty() ? 0 : numbers[k], std::make_unique<device>(*read)});
    }
    if (what != lac::case_statement::mistake) continue;
    const lac::text_mistake& wrong = reader->mistake();
    first = mistake_of(text, wrong);
    return false;
  }
}

/// Makes blanks of a statement, so that what is read next stands where it stood.
void blank_out(std::string& text, std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < end; ++i)
    if (text[i] != '\n') text[i] = ' ';
}

/// A text without an edition means nothing: an edition that is wrong is read as one that is right.
void mend_edition(std::string& text, const statement& wrong) {
  blank_out(text, wrong.begin(), wrong.end());
  constexpr std::string_view right = "edition 1.2";
  if (wrong.end() - wrong.begin() >= right.size()) text.replace(wrong.begin(), right.size(), right);
}

}  // namespace

lac::short_server_id loaded_text::server_of(const text_token& token) const {
  std::uint32_t number = 0;
  if (const std::uint16_t named = names->number_of(source->text_of(token)); named != 0)
    return lac::short_server_id{named};
  for (const char c : source->text_of(token)) {
    if (c < '0' || c > '9' || number > 65535) return {};
    number = number * 10 + static_cast<std::uint32_t>(c - '0');
  }
  return lac::short_server_id{number};
}

loaded_text load(text_file file) {
  loaded_text result;
  result.file = std::move(file);
  result.source = std::make_unique<source_map>(result.file.content);
  result.names = std::make_unique<name_table>(result.file.content);
  const auto numbers = numbers_of(*result.source);
  std::string text = result.file.content;
  std::optional<mistake> wrong;
  const statement* last = nullptr;
  while (!read_documents(text, numbers, result.documents, wrong)) {
    result.documents.clear();
    const bool is_at_the_end = wrong->found.empty();
    if (!is_at_the_end || result.mistakes.empty()) result.mistakes.push_back(*wrong);
    const statement* const in = result.source->statement_at(wrong->offset);
    const bool spoils_all = wrong->expected == lac::text_expectation::an_edition_before_it;
    if (in == nullptr || is_at_the_end || spoils_all || in == last) break;
    if (result.mistakes.size() == most_mistakes) break;
    if (wrong->expected == lac::text_expectation::an_edition_name)
      mend_edition(text, *in);
    else
      blank_out(text, (last = in)->begin(), in->end());
  }
  if (!result.mistakes.empty()) result.documents.clear();
  return result;
}

std::string report_of(const text_file& file, const lac::text_mistake& wrong) {
  return report_of_one(file, mistake_of(file.content, wrong));
}

std::string report_of(const loaded_text& text) {
  std::string report;
  for (const mistake& each : text.mistakes) report += report_of_one(text.file, each);
  return report;
}

}  // namespace program
