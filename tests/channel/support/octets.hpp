#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace pki {

using octets = std::vector<std::uint8_t>;

inline octets of_text(const std::string& text) { return {text.begin(), text.end()}; }

}  // namespace pki
