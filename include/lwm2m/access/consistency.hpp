#pragma once

#include <lwm2m/access/editable_policy.hpp>
#include <lwm2m/access/object_source.hpp>

#include <cstddef>
#include <cstdint>

namespace lwm2m::access::inline v0 {

/// What can be wrong with a policy once Bootstrap is finished (G6).
enum class fault_kind : std::uint8_t {
  edition_unknown = 1,    ///< the policy has no edition: it grants nothing
  target_missing,         ///< the Object Instance that it governs does not exist
  target_restricted,      ///< F11: Object 0 or 2, or a reserved ID
  target_doubled,         ///< F9: another one governs the same target
  owner_without_account,  ///< neither an account nor the Bootstrap interface
  owner_at_object_level   ///< A12: an Object-level one is owned by the Bootstrap interface
};

/// One fault, and the Access Control Object Instance that has it (invalid for `edition_unknown`).
struct fault {
  fault_kind kind;
  object_instance_id id;
  access_control_target target;
};

namespace detail {

template <editable_policy Policy, object_source Objects>
[[nodiscard]] constexpr bool has_target(const Policy& policy, const Objects& objects,
                                        access_control_target target) noexcept {
  if (target.is_object_level() || policy.rules().creates_on_instance) return true;
  const auto object = objects.find_object(target.object());
  return object && object.has_instance(target.instance());
}

}  // namespace detail

/// Checks the policy against the objects that exist, reports every `fault`, and returns their
/// number (G6). Object-level targets, and in `draft` pre-grants, need not exist.
template <editable_policy Policy, object_source Objects>
constexpr std::size_t check_consistency(const Policy& policy, const Objects& objects,
                                        const auto& told) noexcept {
  std::size_t faults = 0;
  const auto found = [&](fault_kind kind, const readable_access_control auto& at) {
    ++faults;
    told(fault{kind, at.id(), at.target()});
  };
  if (!policy.rules().is_valid()) found(fault_kind::edition_unknown, access_control_view{});
  for (std::size_t k = 0; k < policy.access_control_count(); ++k) {
    const auto one = policy.access_control_at(k);
    const access_control_owner owner = one.owner();
    if (!one.target().is_valid())
      found(fault_kind::target_restricted, one);
    else if (!detail::has_target(policy, objects, one.target()))
      found(fault_kind::target_missing, one);
    if (policy.find(one.target()).id() != one.id()) found(fault_kind::target_doubled, one);
    if (!owner.is_bootstrap() && !policy.has_account(owner.server()))
      found(fault_kind::owner_without_account, one);
    if (one.target().is_object_level() && !owner.is_bootstrap())
      found(fault_kind::owner_at_object_level, one);
  }
  return faults;
}

}  // namespace lwm2m::access::inline v0
