#pragma once

#include "program/cases/files.hpp"

#include <cstddef>
#include <vector>

namespace program {

/// All that can be asked of a device: each of `servers` for each of `operations` on each of
/// `paths`, and nothing else. A finite world, which is enumerated instead of reasoned about.
///
/// Every path of every level is in it: `/`, Objects, Object Instances, Resources, one Resource
/// Instance of a multiple Resource (all are alike), Object 2 with every entry that is there and one
/// for each account, and what an Access Control Object Instance governs before it exists. All
/// three lists ascend.
struct space {
  std::vector<lac::short_server_id> servers{};
  std::vector<lac::operation> operations{};
  std::vector<lac::path> paths{};

  [[nodiscard]] std::size_t size() const {
    return servers.size() * operations.size() * paths.size();
  }
};

/// The order of paths: by their IDs, a path before what lies below it.
[[nodiscard]] bool is_before(const lac::path& a, const lac::path& b);

/// What can be asked of one device, or of either of two.
[[nodiscard]] space space_of(const device& one);
[[nodiscard]] space space_of(const device& one, const device& other);

/// Every operation that there is, in the order in which texts list them.
[[nodiscard]] const std::vector<lac::operation>& all_operations();

/// Where a text declares no Object, makes some to ask about: each target stands for an instance of
/// an Object that has one Resource, 0, which supports everything. Whether it did.
bool add_stand_ins(device& one, const std::vector<lac::access_control_target>& targets);

/// The targets of all Access Control Object Instances of a policy.
[[nodiscard]] std::vector<lac::access_control_target> targets_of(const policy& granted);

/// The entries of an Access Control Object Instance, ascending.
[[nodiscard]] std::vector<lac::acl_entry> entries_of(const auto& access_control) {
  std::vector<lac::acl_entry> entries;
  for (const lac::acl_entry each : access_control.entries()) entries.push_back(each);
  return entries;
}

/// The path of a target: an Object, or an Object Instance.
[[nodiscard]] lac::path path_of(lac::access_control_target target);

}  // namespace program
