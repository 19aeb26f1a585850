#pragma once

#include "program/cases/files.hpp"

#include <optional>
#include <string>
#include <vector>

namespace program {

/// What a single change of a policy changes.
enum class edit_kind : std::uint8_t {
  entry = 1,    ///< one ACL entry: made, removed, or changed by one right
  first_entry,  ///< one ACL entry of a target that has no Access Control Object Instance yet
  owner,        ///< the Access Control Owner
  account,      ///< a Server Account
  enabling      ///< the switch of 1.2 (A8)
};

/// A single change, with what was before, so that it can be taken back.
struct edit {
  edit_kind kind{};
  lac::object_instance_id at{};         ///< /2/at
  lac::access_control_target target{};  ///< what that governs
  lac::acl_instance_id entry{};
  std::optional<lac::access_rights> rights_before{};  ///< nothing: there was no entry
  std::optional<lac::access_rights> rights_after{};   ///< nothing: there is none any more
  lac::access_control_owner owner_before{};
  lac::access_control_owner owner_after{};
  lac::short_server_id server{};
  bool is_on_after = false;  ///< of an account: it is there; of the switch: enabled

  /// The change that takes this one back.
  [[nodiscard]] edit inverse() const;
};

/// Makes the change; whether the policy takes it.
bool apply(const edit& change, policy& to);

/// Every single change that can be made to a policy, with entries for its accounts, for `also`,
/// and the default one. `governing` is a target for which an instance is made where it has none.
[[nodiscard]] std::vector<edit> every_edit(const policy& of, lac::short_server_id also,
                                           lac::access_control_target governing);

/// The change in one sentence, `entry 102: R is made in /2/0 (for /3/0)`.
[[nodiscard]] std::string sentence_of(const edit& change);

}  // namespace program
