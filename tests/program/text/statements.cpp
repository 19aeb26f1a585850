#include "program/text/statements.hpp"

#include <algorithm>
#include <cctype>

namespace program {

namespace {

using lac::detail::token_kind;

struct word_row {
  std::string_view word;
  statement_kind kind;
};

/// The words that begin a statement wherever they stand.
constexpr word_row beginnings[] = {
    {"edition", statement_kind::edition}, {"servers", statement_kind::servers},
    {"server", statement_kind::server},   {"access-control", statement_kind::access_control},
    {"object", statement_kind::object},   {"absent", statement_kind::absent},
    {"acl", statement_kind::acl},         {"account", statement_kind::event},
    {"expect", statement_kind::check},
};

constexpr std::string_view operations[] = {"read",
                                           "write",
                                           "update",
                                           "execute",
                                           "create",
                                           "delete",
                                           "discover",
                                           "observe",
                                           "cancel-observation",
                                           "notify",
                                           "send",
                                           "write-attributes",
                                           "read-composite",
                                           "observe-composite",
                                           "write-composite"};

bool are_the_same(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](unsigned char x, unsigned char y) {
    return std::tolower(x) == std::tolower(y);
  });
}

}  // namespace

source_map::source_map(std::string_view text) : text_{text} {
  std::vector<text_token> tokens;
  lac::detail::scanner at{lac::view<char>{text.data(), text.size()}};
  for (; at.kind() != token_kind::end; at.advance())
    tokens.push_back({at.now().begin, at.now().end, at.kind()});
  split(tokens);
}

bool source_map::is(const text_token& token, std::string_view word) const {
  return are_the_same(text_of(token), word);
}

bool source_map::is_operation(const text_token& token) const {
  return std::any_of(std::begin(operations), std::end(operations),
                     [&](std::string_view word) { return is(token, word); });
}

/// The kind of statement that the `k`-th token begins; none of them when it begins none.
statement_kind source_map::kind_at(const std::vector<text_token>& tokens, std::size_t k,
                                   const statement* before) const {
  const text_token& token = tokens[k];
  if (token.kind == token_kind::separator) return statement_kind::separator;
  const bool is_first = before == nullptr || before->kind == statement_kind::separator;
  const bool has_next = k + 1 < tokens.size();
  const bool goes_on = k > 0 && (is(tokens[k - 1], "expect") || is(tokens[k - 1], "no") ||
                                 is(tokens[k - 1], "owner"));
  if (goes_on) return {};
  for (const word_row& each : beginnings)
    if (is(token, each.word)) return each.kind;
  const bool can_ask = token.kind == token_kind::number || token.kind == token_kind::word;
  if (can_ask && has_next && is_operation(tokens[k + 1])) return statement_kind::request;
  if (can_ask && has_next && looks_like_a_request(tokens, k)) return statement_kind::request;
  if (is(token, "bootstrap")) return statement_kind::event;
  return is_first ? statement_kind::other : statement_kind{};
}

/// A line that begins as a request does, its operation mistyped.
bool source_map::looks_like_a_request(const std::vector<text_token>& tokens, std::size_t k) const {
  const std::size_t behind = k == 0 ? 0 : tokens[k - 1].end;
  const auto gap = text_.substr(behind, tokens[k].begin - behind);
  const bool begins_line = k == 0 || gap.find('\n') != std::string_view::npos;
  return begins_line && k + 2 < tokens.size() && tokens[k + 1].kind == token_kind::word &&
         tokens[k + 2].kind == token_kind::path;
}

void source_map::split(const std::vector<text_token>& tokens) {
  std::size_t document = 0;
  for (std::size_t k = 0; k < tokens.size(); ++k) {
    const statement* const before = statements_.empty() ? nullptr : &statements_.back();
    const statement_kind kind = kind_at(tokens, k, before);
    if (kind == statement_kind::separator) ++document;
    if (kind != statement_kind{}) statements_.push_back({kind, document, {}});
    statements_.back().tokens.push_back(tokens[k]);
  }
}

const statement* source_map::statement_at(std::size_t place) const {
  const statement* found = nullptr;
  for (const statement& each : statements_) {
    if (each.begin() > place) break;
    found = &each;
  }
  return found;
}

text_place place_at(std::string_view text, std::size_t offset) {
  const std::string_view before = text.substr(0, std::min(offset, text.size()));
  const std::size_t line_begin = before.rfind('\n') + 1;  // npos + 1 is 0
  return {1 + static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')),
          before.size() - line_begin + 1};
}

}  // namespace program
