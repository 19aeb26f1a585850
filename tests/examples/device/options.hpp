#pragma once

#include <chrono>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace client {

/// What the command line says.
struct options {
  std::string policy_file{};
  std::string servers_file{};
  std::vector<std::string> listen{};
  std::string name = "lwm2m-device";
  std::chrono::seconds lifetime{300};
  std::chrono::seconds sensor_period{5};
  std::set<unsigned> no_sec{};                 ///< the Servers that may come without security
  std::vector<std::string> own_key{};          ///< PUBLIC.der PRIVATE.der
  std::vector<std::string> own_certificate{};  ///< CERTIFICATE.der PRIVATE.der AUTHORITY.der
};

/// Nothing, and how it is used on standard error, when the command line is wrong.
[[nodiscard]] std::optional<options> read_options(const std::vector<std::string>& arguments);

}  // namespace client
