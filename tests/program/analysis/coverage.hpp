#pragma once

#include "program/cases/walk.hpp"
#include "program/text/load.hpp"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace program {

/// An entry of the policy under test, or an Access Control Owner's own right, and what of it the
/// requests needed.
struct covered_entry {
  lac::object_instance_id at{};
  lac::access_control_target target{};
  lac::acl_instance_id entry{};
  bool is_owner = false;  ///< the Owner without an entry (A4)
  lac::access_rights rights{};
  lac::access_rights needed{};  ///< by a request that it decided
  bool has_decided = false;
};

/// What the requests of case files needed of the policy that they are asked of.
class coverage_of_cases {
 public:
  /// Of the policy of this document.
  explicit coverage_of_cases(const device& of);

  void note(const asked_request& asked);

  [[nodiscard]] const std::vector<covered_entry>& entries() const { return entries_; }

  /// The rows of section A, and the steps of section C, that decided none of them.
  [[nodiscard]] std::vector<std::string> rules_not_reached() const;
  [[nodiscard]] std::size_t requests() const { return requests_; }

 private:
  void note_path(const device& on, const lac::request& asked, const lac::path& at);

  std::vector<covered_entry> entries_;
  std::set<lac::determined_by> rows_;
  std::set<lac::step> steps_;
  lac::edition rules_{};
  std::size_t requests_ = 0;
};

}  // namespace program
