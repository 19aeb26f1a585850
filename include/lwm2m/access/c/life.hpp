#pragma once

#include <lwm2m/access/c/change.h>
#include <lwm2m/access/c/arguments.hpp>
#include <lwm2m/access/c/tell.hpp>
#include <lwm2m/access/life_cycle.hpp>

// The events that no request tells of. Included by access_c.hpp.

namespace lwm2m::access::inline v0::c {

/// Of an Object Instance that an event names: that it is one, and one that can be governed.
[[nodiscard]] constexpr lwm2m_access_status check_instance(access_control_target target) noexcept {
  const bool is_instance = target.is_valid() && !target.is_object_level();
  return is_instance ? done : lwm2m_access_status{LWM2M_ACCESS_STATUS_TARGET_INVALID};
}

}  // namespace lwm2m::access::inline v0::c

lwm2m_access_status lwm2m_access_instance_created(lwm2m_access_policy* policy, int64_t object,
                                                  int64_t instance, int64_t server,
                                                  const lwm2m_access_listener* listener) {
  using namespace lwm2m::access;
  const access_control_target target = c::target_from(object, instance);
  const auto wrong = c::first_wrong(c::check_made(policy), c::check_instance(target));
  if (wrong != c::done) return wrong;
  if (!c::in(*policy).has_account(short_server_id{server}))
    return LWM2M_ACCESS_STATUS_SERVER_UNKNOWN;
  return c::to_c(
      instance_created(c::in(*policy), target, short_server_id{server}, c::teller{listener}));
}

lwm2m_access_status lwm2m_access_instance_deleted(lwm2m_access_policy* policy, int64_t object,
                                                  int64_t instance,
                                                  const lwm2m_access_listener* listener) {
  using namespace lwm2m::access;
  const access_control_target target = c::target_from(object, instance);
  const auto wrong = c::first_wrong(c::check_made(policy), c::check_instance(target));
  return wrong != c::done ? wrong
                          : c::to_c(instance_deleted(c::in(*policy), target, c::teller{listener}));
}

lwm2m_access_status lwm2m_access_account_added(lwm2m_access_policy* policy, int64_t server) {
  using namespace lwm2m::access;
  const auto wrong = c::check_made(policy);
  return wrong != c::done ? wrong : c::to_c(account_added(c::in(*policy), short_server_id{server}));
}

lwm2m_access_status lwm2m_access_account_removed(lwm2m_access_policy* policy, int64_t server,
                                                 const lwm2m_access_listener* listener) {
  using namespace lwm2m::access;
  const auto wrong = c::first_wrong(c::check_made(policy), c::check_given(listener));
  if (wrong != c::done) return wrong;
  if (!listener->to_be_deleted) return LWM2M_ACCESS_STATUS_ARGUMENT_MISSING;
  const c::teller tell{listener};
  return c::to_c(account_removed(c::in(*policy), short_server_id{server}, tell, tell));
}

lwm2m_access_status lwm2m_access_check(const lwm2m_access_policy* policy,
                                       const lwm2m_access_objects* objects,
                                       const lwm2m_access_listener* listener, size_t* faults) {
  using namespace lwm2m::access;
  if (faults) *faults = 0;
  const auto wrong =
      c::first_wrong(c::check_made(policy), c::check_objects(objects), c::check_given(faults));
  if (wrong != c::done) return wrong;
  *faults = check_consistency(c::in(*policy), c::client_objects{*objects}, c::teller{listener});
  return *faults == 0 ? c::done : lwm2m_access_status{LWM2M_ACCESS_STATUS_FAULTY};
}
