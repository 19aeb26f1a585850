#pragma once

#include <lwm2m/access/view.hpp>

#include <cstddef>
#include <cstdint>

namespace lwm2m::access::inline v0 {

/// A look-up for the names that a text gives to Servers, which is the caller's: the reader keeps
/// none. `find` is called with each word of the text, a part of it, and returns the Short Server ID
/// that the word stands for there, or 0. Without a look-up there are no names.
struct server_names {
  std::uint16_t (*find)(const void* context, view<char> word) noexcept = nullptr;
  const void* context = nullptr;
};

}  // namespace lwm2m::access::inline v0

namespace lwm2m::access::inline v0::detail {

/// The kinds of token, and what characters can be beside: the first is the lowest that goes on in a
/// word.
enum class token_kind : char {
  end = 0,
  blank = ' ',    ///< between tokens
  comment = '#',  ///< to the end of the line
  open = '(',     ///< {
  close = ')',    ///< }
  comma = ',',
  dash = '-',
  path = '/',  ///< a slash, then digits and slashes, a minus behind a slash
  colon = ':',
  equals = '=',
  arrow = '>',      ///< ->
  stray = '.',      ///< a character that begins nothing; of others than ASCII, all in a row
  separator = '~',  ///< a line that is exactly ---
  dot = 'w',        ///< begins nothing either, but goes on in a word
  number = 'x',     ///< a digit, or a minus and a digit; then as a word: 101, -5, 1.1, 2.05
  word = 'y'        ///< a letter, then letters, digits, dots and inner hyphens
};

/// The kind that each character is or begins, by its code.
inline constexpr char kinds[] =
    ".........  .. .................."
    " ..#........,-w/xxxxxxxxxx:..=.."
    ".yyyyyyyyyyyyyyyyyyyyyyyyyy....."
    ".yyyyyyyyyyyyyyyyyyyyyyyyyy(.).."
    "................................................................"
    "................................................................";
static_assert(sizeof kinds == 257);

/// A part of the text: from `begin` to before `end`.
struct token {
  std::size_t begin = 0;
  std::size_t end = 0;
  token_kind kind = token_kind::end;
  std::uint16_t named = 0;  ///< the Server that it is a name of, which makes it a number; else 0
};

/// A word of the language, in lower case.
struct keyword {
  template <std::size_t N>
  constexpr keyword(const char (&word)[N]) noexcept : text{word}, size{N - 1} {}

  const char* text;
  std::size_t size;
};

[[nodiscard]] constexpr token_kind kind_of(char c) noexcept {
  return token_kind{kinds[static_cast<unsigned char>(c)]};
}

/// One token after the other, without a copy. Written for few evaluation steps: a text of 20 kB is
/// read while compiling, with the default limits of the compilers.
class scanner {
 public:
  /// A terminating NUL, as a string literal has one, and a byte order mark at the start are not
  /// taken as part of the text.
  constexpr explicit scanner(view<char> text, server_names names = {}) noexcept
      : names_{names},
        text_{text.data()},
        size_{!text.empty() && text[text.size() - 1] == '\0' ? text.size() - 1 : text.size()} {
    if (size_ >= 3 && text_[0] == '\xEF' && text_[1] == '\xBB' && text_[2] == '\xBF') {
      text_ += 3;
      size_ -= 3;
    }
    advance();
  }

  [[nodiscard]] constexpr const token& now() const noexcept { return now_; }
  [[nodiscard]] constexpr token_kind kind() const noexcept { return now_.kind; }
  /// Where the token before ends.
  [[nodiscard]] constexpr std::size_t behind() const noexcept { return behind_; }
  [[nodiscard]] constexpr view<char> text() const noexcept { return {text_, size_}; }
  [[nodiscard]] constexpr const server_names& names() const noexcept { return names_; }
  [[nodiscard]] constexpr view<char> slice(std::size_t begin, std::size_t end) const noexcept {
    return {text_ + begin, end - begin};
  }
  [[nodiscard]] constexpr view<char> slice(const token& of) const noexcept {
    return slice(of.begin, of.end);
  }

  /// Whether the token is that word, in whichever case (RFC 5234, 2.3).
  [[nodiscard]] constexpr bool is(keyword word) const noexcept {
    if (now_.end - now_.begin != word.size) return false;
    std::size_t i = 0;
    while (i < word.size && (text_[now_.begin + i] | 0x20) == word.text[i]) ++i;
    return i == word.size;
  }

  static constexpr std::uint32_t no_number = 0xFFFFFFFF;

  /// The number that the token is; above 65535 when it is none or a larger one.
  [[nodiscard]] constexpr std::uint32_t number() const noexcept {
    if (now_.named != 0) return now_.named;
    return number(now_.begin, now_.kind == token_kind::number ? now_.end : now_.begin);
  }
  [[nodiscard]] constexpr std::uint32_t number(std::size_t begin, std::size_t end) const noexcept {
    std::uint32_t value = begin == end ? no_number : 0;
    for (std::size_t i = begin; i < end && value <= 65535; ++i) {
      const auto digit = static_cast<std::uint32_t>(text_[i]) - '0';
      value = digit <= 9 ? value * 10 + digit : no_number;
    }
    return value;
  }

  /// Looks into the table itself instead of calling `kind_of`, here where every token passes.
  constexpr void advance() noexcept {
    std::size_t i = behind_ = now_.end;
    char kind = i < size_ ? kinds[static_cast<unsigned char>(text_[i])] : '\0';
    while (kind == ' ' || kind == '#') {
      i = kind == ' ' ? i + 1 : end_of_line(i);
      kind = i < size_ ? kinds[static_cast<unsigned char>(text_[i])] : '\0';
    }
    now_.begin = i;
    now_.kind = token_kind{kind};
    now_.named = 0;
    if (kind >= 'x' || kind == '/')
      now_.end = end_of_run(i + 1);
    else if (kind == '-')
      now_.end = end_of_dash(i);
    else
      now_.end = kind == '.' ? end_of_stray(i) : i < size_ ? i + 1 : i;
    if (names_.find != nullptr && now_.kind == token_kind::word) look_up();
  }

 private:
  /// A name stands for its number.
  constexpr void look_up() noexcept {
    now_.named = names_.find(names_.context, slice(now_));
    if (now_.named != 0) now_.kind = token_kind::number;
  }

  [[nodiscard]] constexpr token_kind kind_at(std::size_t i) const noexcept {
    return i < size_ ? kind_of(text_[i]) : token_kind::end;
  }
  [[nodiscard]] constexpr std::size_t end_of_line(std::size_t i) const noexcept {
    while (i < size_ && text_[i] != '\n') ++i;
    return i;
  }

  /// The end of a word, a number or a path that has begun before `i`.
  [[nodiscard]] constexpr std::size_t end_of_run(std::size_t i) const noexcept {
    while (i < size_ && (kinds[static_cast<unsigned char>(text_[i])] >= 'w' ||
                         ((text_[i] == '/' || text_[i] == '-') && goes_on(i))))
      ++i;
    return i;
  }

  /// In a path a slash goes on and a minus of a number, else a hyphen before a letter.
  [[nodiscard]] constexpr bool goes_on(std::size_t i) const noexcept {
    if (now_.kind != token_kind::path) return text_[i] == '-' && kind_at(i + 1) == token_kind::word;
    return text_[i] == '/' || (text_[i - 1] == '/' && kind_at(i + 1) == token_kind::number);
  }

  /// The end of a character of several bytes, and of those that follow it without a space.
  [[nodiscard]] constexpr std::size_t end_of_stray(std::size_t i) const noexcept {
    const auto is_ascii = [this](std::size_t k) {
      return static_cast<unsigned char>(text_[k]) < 0x80;
    };
    const bool is_one = is_ascii(i);
    for (++i; !is_one && i < size_ && !is_ascii(i);) ++i;
    return i;
  }

  /// What the hyphen at `i` begins, and its end.
  [[nodiscard]] constexpr std::size_t end_of_dash(std::size_t i) noexcept {
    if (i + 1 < size_ && text_[i + 1] == '>') now_.kind = token_kind::arrow;
    if (kind_at(i + 1) == token_kind::number) now_.kind = token_kind::number;
    if (is_separator(i)) now_.kind = token_kind::separator;
    if (now_.kind == token_kind::number) return end_of_run(i + 1);
    return i + (now_.kind == token_kind::dash ? 1U : now_.kind == token_kind::arrow ? 2U : 3U);
  }

  [[nodiscard]] constexpr bool is_separator(std::size_t i) const noexcept {
    if ((i > 0 && text_[i - 1] != '\n') || kind_at(i + 1) != token_kind::dash ||
        kind_at(i + 2) != token_kind::dash)
      return false;
    const std::size_t end = i + 3 < size_ && text_[i + 3] == '\r' ? i + 4 : i + 3;
    return end >= size_ || text_[end] == '\n';
  }

  server_names names_;
  const char* text_;
  std::size_t size_;
  std::size_t behind_ = 0;
  token now_{};
};

}  // namespace lwm2m::access::inline v0::detail
