#include "program/text/format.hpp"

#include <algorithm>
#include <cctype>

namespace program {

namespace {

using lac::detail::token_kind;

/// Rights and Access Types in capitals and in their order; every other word in lower case, but for
/// names of Servers, which stay.
std::string word_text(std::string_view word, bool is_rights) {
  std::string text{word};
  const auto upper = [](char c) { return std::toupper(static_cast<unsigned char>(c)); };
  if (!is_rights) return text;
  std::string sorted;
  for (const char letter : std::string_view{"RWEDC"})
    for (const char c : text)
      if (upper(c) == letter && (sorted.empty() || sorted.back() != letter)) sorted += letter;
  const bool is_made_of_them = std::all_of(text.begin(), text.end(), [&](char c) {
    return std::string_view{"RWEDC"}.find(static_cast<char>(upper(c))) != std::string_view::npos;
  });
  return is_made_of_them ? sorted : text;
}

/// Writes a text anew, token by token, with what stands between them.
class writer {
 public:
  explicit writer(const std::string& content) : content_{content}, source_{content} {}

  std::string write() {
    std::size_t behind = 0;
    for (const statement& each : source_.statements())
      for (std::size_t k = 0; k < each.tokens.size(); ++k) {
        const text_token& token = each.tokens[k];
        gap(content_.substr(behind, token.begin - behind), k == 0);
        put(each, k);
        behind = token.end;
      }
    gap(content_.substr(behind), true);
    while (made_.size() > 1 && made_.ends_with("\n\n")) made_.pop_back();
    return made_.empty() || made_.back() == '\n' ? made_ : made_ + '\n';
  }

 private:
  /// What stands between two tokens: blanks, line breaks and comments.
  void gap(const std::string& between, bool is_between_statements) {
    std::size_t begin = 0;
    bool is_first_line = true;
    for (;;) {
      const std::size_t end = between.find('\n', begin);
      comment(between.substr(begin, end == std::string::npos ? end : end - begin), is_first_line);
      if (end == std::string::npos) break;
      if (!is_first_line || !made_.empty()) made_ += '\n';
      is_first_line = false;
      begin = end + 1;
    }
    is_new_statement_ = is_between_statements;
    if (is_between_statements && !made_.empty() && made_.back() != '\n') made_ += '\n';
  }

  void comment(const std::string& line, bool is_behind_a_token) {
    const std::size_t sign = line.find('#');
    if (sign == std::string::npos) return;
    std::string text = line.substr(sign);
    text.erase(text.find_last_not_of(" \t\r") + 1);
    if (is_behind_a_token && !made_.empty() && made_.back() != '\n') made_ += "  ";
    made_ += text;
  }

  void put(const statement& in, std::size_t k) {
    const text_token& token = in.tokens[k];
    const bool begins_line = made_.empty() || made_.back() == '\n';
    const bool is_joined = token.kind == token_kind::colon || token.kind == token_kind::comma;
    if (begins_line && !is_new_statement_ && token.kind != token_kind::close) made_ += "  ";
    if (!begins_line && !is_joined) made_ += ' ';
    is_new_statement_ = false;
    const token_kind before = k > 0 ? in.tokens[k - 1].kind : token_kind::end;
    const bool is_rights = before == token_kind::colon || before == token_kind::equals;
    const std::string_view text = source_.text_of(token);
    made_ += token.kind == token_kind::word ? word_text(text, is_rights) : std::string{text};
  }

  const std::string& content_;
  source_map source_;
  std::string made_{};
  bool is_new_statement_ = true;
};

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

}  // namespace

std::string formatted_text(const std::string& content) { return writer{content}.write(); }

std::string changed_lines(const std::string& name, const std::string& before,
                          const std::string& after) {
  const auto a = lines_of(before), b = lines_of(after);
  // How long a common part is from each pair of lines on.
  std::vector<std::vector<unsigned>> common(a.size() + 1, std::vector<unsigned>(b.size() + 1));
  for (std::size_t i = a.size(); i-- > 0;)
    for (std::size_t j = b.size(); j-- > 0;)
      common[i][j] =
          a[i] == b[j] ? common[i + 1][j + 1] + 1 : std::max(common[i + 1][j], common[i][j + 1]);
  std::string text;
  for (std::size_t i = 0, j = 0; i < a.size() || j < b.size();) {
    const bool is_same = i < a.size() && j < b.size() && a[i] == b[j];
    if (is_same) {
      ++i, ++j;
      continue;
    }
    const bool takes = j == b.size() || (i < a.size() && common[i + 1][j] >= common[i][j + 1]);
    text += (takes ? "- " + a[i++] : "+ " + b[j++]) + '\n';
  }
  return text.empty() ? text : name + '\n' + text;
}

}  // namespace program
