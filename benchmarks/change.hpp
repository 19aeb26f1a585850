#pragma once

#include "measured.hpp"
#include "workload.hpp"

#include <lwm2m/access.hpp>
#include <lwm2m/access/life_cycle.hpp>

#include <cstddef>

/// The changes to a policy, one at a time.
namespace measured {

namespace lac = lwm2m::access;

template <class Policy>
LWM2M_ACCESS_MEASURED void add(Policy& policy, std::size_t k, lac::access_control_target target) {
  (void)policy.add(workload::instance(k, target));
}
template <class Policy>
LWM2M_ACCESS_MEASURED void add(Policy& policy, std::size_t k) {
  (void)policy.add(workload::instance(k));
}
template <class Policy>
LWM2M_ACCESS_MEASURED void erase(Policy& policy, lac::object_instance_id id) {
  (void)policy.erase_id(id);
}
template <class Policy>
LWM2M_ACCESS_MEASURED void set_target(Policy& policy, lac::object_instance_id id,
                                      lac::access_control_target target) {
  (void)policy.set_target(id, target);
}
template <class Policy>
LWM2M_ACCESS_MEASURED void set_entry(Policy& policy, lac::object_instance_id id,
                                     lac::acl_entry entry) {
  (void)policy.set_entry(id, entry);
}
template <class Policy>
LWM2M_ACCESS_MEASURED void erase_entry(Policy& policy, lac::object_instance_id id,
                                       lac::acl_instance_id entry) {
  (void)policy.erase_entry(id, entry);
}
template <class Policy>
LWM2M_ACCESS_MEASURED void remove_account(Policy& policy, lac::short_server_id removed) {
  (void)lac::account_removed(policy, removed, lac::ignore_all{}, lac::ignore_all{});
}
template <class Policy>
LWM2M_ACCESS_MEASURED void change_entries(Policy& policy, lac::object_instance_id id,
                                          lac::view<lac::acl_change> changes) {
  (void)policy.change_entries(id, changes);
}
template <class Policy>
LWM2M_ACCESS_MEASURED bool write(Policy& policy, const lac::request& asked,
                                 lac::view<lac::assignment> values) {
  const lac::object_model<1, 1, 1> objects;
  return lac::administer(policy, objects, asked, values).allowed();
}
template <class Policy>
LWM2M_ACCESS_MEASURED void set_entries(Policy& policy, lac::object_instance_id id,
                                       lac::acl_view entries) {
  (void)policy.set_entries(id, entries);
}

}  // namespace measured
