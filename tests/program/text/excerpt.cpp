#include "program/text/excerpt.hpp"

#include <algorithm>
#include <vector>

namespace program {

namespace {

/// How many octets the UTF-8 character at `i` has; 0 when it is none.
std::size_t character_size(std::string_view text, std::size_t i) {
  const auto octet = [&](std::size_t k) { return static_cast<unsigned char>(text[k]); };
  const unsigned char first = octet(i);
  const std::size_t size = first < 0x80   ? 1
                           : first < 0xC2 ? 0
                           : first < 0xE0 ? 2
                           : first < 0xF0 ? 3
                           : first < 0xF5 ? 4
                                          : 0;
  if (size == 0 || i + size > text.size()) return 0;
  for (std::size_t k = 1; k < size; ++k)
    if ((octet(i + k) & 0xC0U) != 0x80) return 0;
  return size;
}

bool is_control(std::string_view text, std::size_t i, std::size_t size) {
  const auto first = static_cast<unsigned char>(text[i]);
  const bool is_c1 = size == 2 && first == 0xC2 && static_cast<unsigned char>(text[i + 1]) < 0xA0;
  return first < 0x20 || first == 0x7F || is_c1;
}

std::string escaped(std::string_view octets) {
  constexpr char digits[] = "0123456789ABCDEF";
  std::string text;
  for (const char c : octets) {
    const auto octet = static_cast<unsigned char>(c);
    text += "\\x";
    text += digits[octet >> 4];
    text += digits[octet & 15U];
  }
  return text;
}

/// A character as it is shown, and the octets that it stands for.
struct shown_character {
  std::size_t begin;
  std::string text;
  std::size_t width;
};

std::vector<shown_character> characters_of(std::string_view line) {
  std::vector<shown_character> all;
  for (std::size_t i = 0; i < line.size();) {
    const std::size_t size = character_size(line, i);
    const std::string_view octets = line.substr(i, size == 0 ? 1 : size);
    if (line[i] == '\t')
      all.push_back({i, " ", 1});
    else if (size == 0 || is_control(line, i, size)) {
      const std::string text = escaped(octets);
      all.push_back({i, text, text.size()});
    } else
      all.push_back({i, std::string{octets}, 1});
    i += octets.size();
  }
  return all;
}

}  // namespace

std::string printable(std::string_view text) {
  std::string shown;
  for (const shown_character& each : characters_of(text)) shown += each.text;
  return shown;
}

std::string excerpt(std::string_view text, std::size_t offset, std::size_t length) {
  constexpr std::size_t before = 40, most = 72;
  offset = std::min(offset, text.size());
  const std::size_t begin = text.substr(0, offset).rfind('\n') + 1;
  std::size_t end = std::min(text.find('\n', offset), text.size());
  if (end > begin && text[end - 1] == '\r') --end;
  const auto line = characters_of(text.substr(begin, end > begin ? end - begin : 0));

  std::size_t at = 0;
  while (at < line.size() && line[at].begin < offset - begin) ++at;
  const std::size_t first = line.size() > most && at > before ? at - before : 0;
  std::string shown = first > 0 ? "..." : "", carets(shown.size(), ' ');
  std::size_t k = first;
  for (; k < line.size() && k - first < most; ++k) {
    const bool is_marked =
        line[k].begin >= offset - begin && line[k].begin < offset - begin + length;
    shown += line[k].text;
    carets += std::string(line[k].width, is_marked ? '^' : ' ');
  }
  if (k < line.size()) shown += "...";
  if (carets.find('^') == std::string::npos) carets += '^';
  carets.erase(carets.find_last_of('^') + 1);
  return "  " + shown + "\n  " + carets + '\n';
}

}  // namespace program
