#pragma once

#include "program/analysis/difference.hpp"

#include <string>
#include <vector>

namespace program {

/// What a Server can make possible by requests of its own about one Object Instance, and by how
/// few: for itself, or for others.
struct reached {
  lac::short_server_id by{};
  std::vector<lac::short_server_id> whom{};
  std::vector<std::string> requests{};  ///< `SSID` stands for the Server that gains
  space over{};
  std::vector<box<3>> gains{};  ///< what could not be done before; servers are of no account
};

/// The most requests in a row that are tried.
inline constexpr std::size_t most_requests = 3;

/// Everything that Servers can reach: for each, every sequence of up to three of its requests that
/// gives an entry or the ownership, deletes the instance or creates one (sections F and G), done by
/// the engine on a copy. `by` says whose; nobody: all accounts'.
[[nodiscard]] std::vector<reached> reach_of(const device& of, lac::short_server_id by);

}  // namespace program
