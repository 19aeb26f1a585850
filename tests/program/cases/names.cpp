#include "names.hpp"

#include <algorithm>

namespace program {

namespace lac = lwm2m::access;
using lac::detail::token_kind;

name_table::name_table(std::string_view text) {
  lac::detail::scanner at{lac::view<char>{text.data(), text.size()}};
  while (at.kind() != token_kind::end) {
    const bool is_said = at.is("server");
    at.advance();
    if (!is_said || at.kind() != token_kind::word) continue;
    const lac::view<char> name = at.slice(at.now());
    at.advance();
    if (at.kind() != token_kind::equals) continue;
    at.advance();
    if (at.number() > 0 && at.number() < 65535)
      rows_.push_back({{name.data(), name.size()}, static_cast<std::uint16_t>(at.number())});
  }
}

std::uint16_t name_table::number_of(std::string_view word) const {
  const auto is_it = [&](const row& each) {
    return each.name == word && each.name.data() < word.data();
  };
  const auto place = std::find_if(rows_.begin(), rows_.end(), is_it);
  return place == rows_.end() ? std::uint16_t{0} : place->number;
}

std::string name_table::statements() const {
  std::string text;
  for (const row& each : rows_)
    text += "server " + std::string{each.name} + " = " + std::to_string(each.number) + '\n';
  return text;
}

std::uint16_t name_table::find(const void* context, lac::view<char> word) noexcept {
  return static_cast<const name_table*>(context)->number_of({word.data(), word.size()});
}

}  // namespace program
