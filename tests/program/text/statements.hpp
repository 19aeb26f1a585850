#pragma once

#include "program/cases/files.hpp"

#include <lwm2m/access/text/scanner.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace program {

/// The kinds of statement, by the word that begins them.
enum class statement_kind : std::uint8_t {
  other = 1,  ///< begins with nothing that the language has
  separator,  ///< the line between two documents
  edition,
  servers,
  server,  ///< a name for a Server
  access_control,
  object,
  absent,
  acl,
  request,
  event,  ///< of an account or of the Bootstrap interface
  check
};

/// A token of a text: a word, a number, a sign.
struct text_token {
  std::size_t begin = 0;
  std::size_t end = 0;
  lac::detail::token_kind kind{};
};

/// One statement, as it stands in a text: its tokens, without the comments between them.
struct statement {
  statement_kind kind{};
  std::size_t document = 0;  ///< counted from 0
  std::vector<text_token> tokens{};

  [[nodiscard]] std::size_t begin() const { return tokens.front().begin; }
  [[nodiscard]] std::size_t end() const { return tokens.back().end; }
};

/// A text and where its statements stand: for what is said about them, and for printing them as
/// they are. It reads words, not meaning: a text with mistakes has statements, too.
class source_map {
 public:
  explicit source_map(std::string_view text);

  [[nodiscard]] const std::vector<statement>& statements() const { return statements_; }
  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] std::string_view text_of(const text_token& token) const {
    return text_.substr(token.begin, token.end - token.begin);
  }

  /// Whether the token is that word, in whichever case.
  [[nodiscard]] bool is(const text_token& token, std::string_view word) const;

  /// The statement in which a place lies, or the last one before it; none before the first.
  [[nodiscard]] const statement* statement_at(std::size_t place) const;

 private:
  void split(const std::vector<text_token>& tokens);
  [[nodiscard]] statement_kind kind_at(const std::vector<text_token>& tokens, std::size_t k,
                                       const statement* before) const;
  [[nodiscard]] bool looks_like_a_request(const std::vector<text_token>& tokens,
                                          std::size_t k) const;
  [[nodiscard]] bool is_operation(const text_token& token) const;

  std::string_view text_;
  std::vector<statement> statements_;
};

/// A place for people: line and column, counted from 1, the column in bytes.
struct text_place {
  std::size_t line = 1;
  std::size_t column = 1;
};
[[nodiscard]] text_place place_at(std::string_view text, std::size_t offset);

}  // namespace program
