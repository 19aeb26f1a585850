#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace program {

/// Text as it can be shown on a terminal: control characters and octets that are no UTF-8 are
/// written as `\x1B`.
[[nodiscard]] std::string printable(std::string_view text);

/// The line around a place and a line of carets under it, each with two spaces before it. Of a long
/// line a window of at most 72 characters is shown, with `...` where it was cut.
[[nodiscard]] std::string excerpt(std::string_view text, std::size_t offset, std::size_t length);

}  // namespace program
