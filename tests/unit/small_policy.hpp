#pragma once

// What the tests of the ready-made policy share: a small one, and a change that it makes or
// refuses.

#include <lwm2m/access/policy.hpp>

#include <cstdint>

#include "support/administered.hpp"

namespace small_policy {

using namespace administration;
using reference::C, reference::R, reference::W;

using small = lac::policy<2, 3, 2>;

constexpr lac::object_instance_id n(unsigned id) { return lac::object_instance_id{id}; }
constexpr lac::short_server_id server(unsigned id) { return lac::short_server_id{id}; }
constexpr lac::access_rights bits(unsigned raw) {
  return lac::access_rights{static_cast<std::uint16_t>(raw)};
}
constexpr lac::access_control_target of(unsigned o, unsigned i) {
  return lac::access_control_target::from_wire(lac::object_id{o}, i);
}
constexpr lac::acl_entry entry(unsigned id, unsigned raw) {
  return {lac::acl_instance_id{lac::resource_instance_id{id}}, bits(raw)};
}

/// `/2/0` for `/3/0` with the entry of 101; room for one more instance and two entries.
constexpr small begin(const lac::edition& rules = lac::editions::v1_1) {
  small made{rules};
  const lac::acl_entry only = entry(101, R);
  (void)made.add_account(server(101));
  (void)made.add({n(0), of(3, 0), server(101), {&only, 1}});
  return made;
}

/// The change is refused with `wanted` and leaves every byte, `generation()` among them.
template <class Policy, class Change>
void refuses(Policy& policy, status wanted, const Change& change) {
  const bytes_of before{policy};
  const status given = change(policy);
  CHECK(static_cast<int>(given) == static_cast<int>(wanted));
  CHECK(before.are_still_those_of(policy));
}
template <class Policy, class Change>
void does(Policy& policy, const Change& change) {
  const std::uint32_t before = policy.generation();
  CHECK(change(policy) == status::done);
  CHECK(policy.generation() != before);
  CHECK(policy.generation() != 0);
}

constexpr status add(small& to, unsigned id, lac::access_control_target target,
                     lac::access_control_owner owner, lac::acl_view entries = {}) {
  return to.add({n(id), target, owner, entries});
}

}  // namespace small_policy
