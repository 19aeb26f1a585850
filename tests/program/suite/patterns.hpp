#pragma once

#include <string>
#include <vector>

namespace program {

/// The paths that patterns such as `/3/{0-2,7} /4` stand for, read from the text.
inline std::vector<std::string> expanded_paths(const std::string& text) {
  std::vector<std::string> all;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    std::vector<std::string> made{""};
    for (std::size_t at = begin; at < end;) {
      const std::size_t next = std::min(text.find('/', at + 1), end);
      std::string part = text.substr(at + 1, next - at - 1);
      std::vector<std::string> numbers;
      if (!part.empty() && part[0] == '{') part = part.substr(1, part.size() - 2);
      for (std::size_t from = 0; from < part.size();) {
        const std::size_t to = std::min(part.find(',', from), part.size());
        const std::string run = part.substr(from, to - from);
        const std::size_t dash = run.find('-');
        const unsigned long first = std::stoul(run);
        const unsigned long last =
            dash == std::string::npos ? first : std::stoul(run.substr(dash + 1));
        for (unsigned long n = first; n <= last; ++n) numbers.push_back(std::to_string(n));
        from = to + 1;
      }
      std::vector<std::string> longer;
      for (const std::string& front : made) {
        if (numbers.empty()) longer.push_back("/");
        for (const std::string& each : numbers) longer.push_back(front + '/' + each);
      }
      made = std::move(longer);
      at = next;
    }
    all.insert(all.end(), made.begin(), made.end());
    begin = end + 1;
  }
  return all;
}

}  // namespace program
