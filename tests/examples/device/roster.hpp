#pragma once

#include "device.hpp"
#include "door.hpp"
#include "options.hpp"
#include "security.hpp"

namespace client {

/// The Servers that the device knows, as a file lists them: their accounts at the door, and what
/// becomes of the policy when one comes or goes.
class roster {
 public:
  roster(device& of, door& at, const own_credentials& own, const options& asked)
      : device_{of}, door_{at}, own_{own}, asked_{asked} {}

  [[nodiscard]] const servers& all() const { return all_; }

  /// Reads the file, at the start or again. A Server that is there with the same credentials stays
  /// as it is. False, and a line on standard error, when something is wrong: then what is wrong is
  /// left out. `gone` is told each Server that is there no more, before it is forgotten.
  template <class Gone>
  bool read(const Gone& gone) {
    touched_.clear();
    auto listed = read_servers(asked_.servers_file);
    if (!listed) return false;
    std::vector<lac::short_server_id> left, come;
    for (auto each = all_.begin(); each != all_.end();) {
      const auto one = each++;
      if (is_listed(*one, *listed)) continue;
      gone(*one);
      left.push_back(leave(one));
    }
    bool are_right = true;
    while (!listed->empty()) are_right = enter(*listed, come) && are_right;
    return change_policy(left, come) && are_right;
  }

  /// What the last reading changed in the Objects.
  [[nodiscard]] const std::vector<lac::path>& touched() const { return touched_; }

 private:
  static bool is_listed(const server_security& one, servers& in);
  lac::short_server_id leave(servers::iterator one);
  bool enter(servers& first_of, std::vector<lac::short_server_id>& come);
  bool change_policy(const std::vector<lac::short_server_id>& gone,
                     const std::vector<lac::short_server_id>& come);

  device& device_;
  door& door_;
  const own_credentials& own_;
  const options& asked_;
  servers all_{};
  std::vector<lac::path> touched_{};
};

}  // namespace client
