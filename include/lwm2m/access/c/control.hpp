#pragma once

#include <lwm2m/access/c/policy.h>
#include <lwm2m/access/c/arguments.hpp>

// The functions that edit and look at Access Control Object Instances. Included by access_c.hpp.

namespace lwm2m::access::inline v0::c {

/// Stores what was found. ID_UNKNOWN: nothing was.
constexpr lwm2m_access_status found_control(const readable_access_control auto& found,
                                            lwm2m_access_control& stored) noexcept {
  if (!found) return LWM2M_ACCESS_STATUS_ID_UNKNOWN;
  stored = {found.id().value(), found.target().object().value(), found.target().instance().value(),
            found.owner().value(), found.entries().size()};
  return done;
}

/// Of a function that stores an Access Control Object Instance or an entry.
inline lwm2m_access_status check_search(const lwm2m_access_policy* policy, auto* stored) noexcept {
  if (stored) *stored = {};
  return first_wrong(check_made(policy), check_given(stored));
}

}  // namespace lwm2m::access::inline v0::c

lwm2m_access_status lwm2m_access_control_add(lwm2m_access_policy* policy, int64_t id,
                                             int64_t object, int64_t instance, int64_t owner) {
  using namespace lwm2m::access;
  const auto wrong = c::check_made(policy);
  if (wrong != c::done) return wrong;
  return c::to_c(c::in(*policy).add({object_instance_id{id}, c::target_from(object, instance),
                                     access_control_owner::from_wire(owner), acl_view{}}));
}

lwm2m_access_status lwm2m_access_control_erase(lwm2m_access_policy* policy, int64_t id) {
  using namespace lwm2m::access;
  const auto wrong = c::check_made(policy);
  return wrong != c::done ? wrong : c::to_c(c::in(*policy).erase_id(object_instance_id{id}));
}

lwm2m_access_status lwm2m_access_control_set_owner(lwm2m_access_policy* policy, int64_t id,
                                                   int64_t owner) {
  using namespace lwm2m::access;
  const auto wrong = c::check_made(policy);
  if (wrong != c::done) return wrong;
  const object_instance_id at{id};
  if (!c::in(*policy).find_id(at)) return LWM2M_ACCESS_STATUS_ID_UNKNOWN;
  return c::to_c(c::in(*policy).set_owner(at, access_control_owner::from_wire(owner)));
}

lwm2m_access_status lwm2m_access_control_set_target(lwm2m_access_policy* policy, int64_t id,
                                                    int64_t object, int64_t instance) {
  using namespace lwm2m::access;
  const auto wrong = c::check_made(policy);
  if (wrong != c::done) return wrong;
  return c::to_c(
      c::in(*policy).set_target(object_instance_id{id}, c::target_from(object, instance)));
}

lwm2m_access_status lwm2m_access_control_set_entry(lwm2m_access_policy* policy, int64_t id,
                                                   int64_t entry, int64_t rights) {
  using namespace lwm2m::access;
  const auto wrong = c::check_made(policy);
  if (wrong != c::done) return wrong;
  const object_instance_id at{id};
  if (!c::in(*policy).find_id(at)) return LWM2M_ACCESS_STATUS_ID_UNKNOWN;
  if (rights < 0 || rights > 65535) return LWM2M_ACCESS_STATUS_RIGHT_INVALID;
  const access_rights granted{static_cast<std::uint16_t>(rights)};
  return c::to_c(c::in(*policy).set_entry(at, {c::entry_from(entry), granted}));
}

lwm2m_access_status lwm2m_access_control_erase_entry(lwm2m_access_policy* policy, int64_t id,
                                                     int64_t entry) {
  using namespace lwm2m::access;
  const auto wrong = c::check_made(policy);
  if (wrong != c::done) return wrong;
  return c::to_c(c::in(*policy).erase_entry(object_instance_id{id}, c::entry_from(entry)));
}

size_t lwm2m_access_control_count(const lwm2m_access_policy* policy) {
  using namespace lwm2m::access;
  return c::check_made(policy) == c::done ? c::in(*policy).access_control_count() : 0;
}

lwm2m_access_status lwm2m_access_control_at(const lwm2m_access_policy* policy, size_t k,
                                            lwm2m_access_control* found) {
  using namespace lwm2m::access;
  const auto wrong = c::check_search(policy, found);
  if (wrong != c::done) return wrong;
  if (k >= c::in(*policy).access_control_count()) return LWM2M_ACCESS_STATUS_NO_SUCH_PLACE;
  return c::found_control(c::in(*policy).access_control_at(k), *found);
}

lwm2m_access_status lwm2m_access_control_find_id(const lwm2m_access_policy* policy, int64_t id,
                                                 lwm2m_access_control* found) {
  using namespace lwm2m::access;
  const auto wrong = c::check_search(policy, found);
  if (wrong != c::done) return wrong;
  return c::found_control(c::in(*policy).find_id(object_instance_id{id}), *found);
}

lwm2m_access_status lwm2m_access_control_find(const lwm2m_access_policy* policy, int64_t object,
                                              int64_t instance, lwm2m_access_control* found) {
  using namespace lwm2m::access;
  const auto wrong = c::check_search(policy, found);
  if (wrong != c::done) return wrong;
  const access_control_target target = c::target_from(object, instance);
  if (!target.is_valid()) return LWM2M_ACCESS_STATUS_ID_UNKNOWN;
  return c::found_control(c::in(*policy).find(target), *found);
}

lwm2m_access_status lwm2m_access_control_find_entry(const lwm2m_access_policy* policy, int64_t id,
                                                    int64_t entry, lwm2m_access_entry* found) {
  using namespace lwm2m::access;
  const auto wrong = c::check_search(policy, found);
  if (wrong != c::done) return wrong;
  const auto at = c::in(*policy).find_id(object_instance_id{id});
  if (!at) return LWM2M_ACCESS_STATUS_ID_UNKNOWN;
  const acl_right there = at.find(c::entry_from(entry));
  if (!there) return LWM2M_ACCESS_STATUS_ENTRY_UNKNOWN;
  *found = {static_cast<std::uint16_t>(entry), there.rights().raw()};
  return c::done;
}

lwm2m_access_status lwm2m_access_control_entry_at(const lwm2m_access_policy* policy, int64_t id,
                                                  size_t k, lwm2m_access_entry* found) {
  using namespace lwm2m::access;
  const auto wrong = c::check_search(policy, found);
  if (wrong != c::done) return wrong;
  const auto at = c::in(*policy).find_id(object_instance_id{id});
  if (!at) return LWM2M_ACCESS_STATUS_ID_UNKNOWN;
  if (k >= at.entries().size()) return LWM2M_ACCESS_STATUS_NO_SUCH_PLACE;
  *found = {at.entries()[k].id.value(), at.entries()[k].rights.raw()};
  return c::done;
}

lwm2m_access_status lwm2m_access_lowest_free_id(const lwm2m_access_policy* policy, uint16_t* id) {
  using namespace lwm2m::access;
  const auto wrong = c::check_search(policy, id);
  if (wrong != c::done) return wrong;
  const object_instance_id lowest = c::in(*policy).lowest_free_id();
  if (!lowest.is_valid()) return LWM2M_ACCESS_STATUS_NO_ROOM;
  *id = lowest.value();
  return c::done;
}
