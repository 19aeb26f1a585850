#pragma once

#include <lwm2m/access.h>
#include <lwm2m/access/bootstrap_session.hpp>
#include <lwm2m/access/c/arguments.hpp>
#include <lwm2m/access/consistency.hpp>
#include <lwm2m/access/life_cycle.hpp>

// The functions that change a policy as requests and events do. Included by access_c.hpp.

namespace lwm2m::access::inline v0::c {

/// Tells a listener, who may be nobody, in the words of C.
struct teller {
  const lwm2m_access_listener* listener;

  void operator()(const access_control_change& change) const noexcept {
    const lwm2m_access_change told{number_of(change.kind), change.id.value(),
                                   change.target.object().value(),
                                   change.target.instance().value()};
    if (listener && listener->changed) listener->changed(listener->context, &told);
  }
  void operator()(const fault& found) const noexcept {
    const lwm2m_access_fault told{number_of(found.kind), found.id.value(),
                                  found.target.object().value(), found.target.instance().value()};
    if (listener && listener->fault) listener->fault(listener->context, &told);
  }
  void operator()(const path& instance) const noexcept {
    if (listener && listener->to_be_deleted) listener->to_be_deleted(listener->context, &instance);
  }
};

/// Of an Object Instance that an event names: that it is one, and one that can be governed.
[[nodiscard]] constexpr lwm2m_access_status check_instance(access_control_target target) noexcept {
  const bool is_instance = target.is_valid() && !target.is_object_level();
  return is_instance ? done : lwm2m_access_status{LWM2M_ACCESS_STATUS_TARGET_INVALID};
}

/// Of the values of a Write on Object 2.
[[nodiscard]] constexpr lwm2m_access_status check_values(const lwm2m_access_assignment* values,
                                                         std::size_t count) noexcept {
  if (count != 0 && !values) return LWM2M_ACCESS_STATUS_ARGUMENT_MISSING;
  lwm2m_access_status found = done;
  for (std::size_t k = 0; k < count && found == done; ++k)
    found = first_wrong(check_path(values[k].at), check_enumeration(is_value_kind(values[k].kind)));
  return found;
}

}  // namespace lwm2m::access::inline v0::c

lwm2m_access_status lwm2m_access_administer(
    lwm2m_access_policy* policy, const lwm2m_access_objects* objects,
    const lwm2m_access_request* request, const lwm2m_access_assignment* values, size_t value_count,
    const lwm2m_access_listener* listener, lwm2m_access_decision* decision) {
  using namespace lwm2m::access;
  c::refuse(decision);
  const auto wrong = c::first_wrong(c::check_question(policy, objects, request),
                                    c::check_values(values, value_count), c::check_given(decision));
  if (wrong != c::done) return wrong;
  c::answer(*policy, *request,
            administer(*policy, c::objects_from(*objects), c::request_from(*request),
                       {values, value_count}, c::teller{listener}),
            *decision);
  return c::done;
}

lwm2m_access_status lwm2m_access_created_instance(const lwm2m_access_objects* objects,
                                                  const lwm2m_access_request* request,
                                                  lwm2m_access_path* created) {
  using namespace lwm2m::access;
  if (created) *created = {};
  const auto wrong =
      c::first_wrong(c::check_objects(objects), c::check_request(request), c::check_given(created));
  if (wrong != c::done) return wrong;
  const path made = created_instance(c::objects_from(*objects), c::request_from(*request));
  if (!made.object_instance().is_valid()) return LWM2M_ACCESS_STATUS_NO_ROOM;
  *created = made;
  return c::done;
}

lwm2m_access_status lwm2m_access_instance_created(lwm2m_access_policy* policy, int64_t object,
                                                  int64_t instance, int64_t server,
                                                  const lwm2m_access_listener* listener) {
  using namespace lwm2m::access;
  const access_control_target target = c::target_from(object, instance);
  const auto wrong = c::first_wrong(c::check_made(policy), c::check_instance(target));
  if (wrong != c::done) return wrong;
  if (!policy->has_account(short_server_id{server})) return LWM2M_ACCESS_STATUS_SERVER_UNKNOWN;
  return c::to_c(instance_created(*policy, target, short_server_id{server}, c::teller{listener}));
}

lwm2m_access_status lwm2m_access_instance_deleted(lwm2m_access_policy* policy, int64_t object,
                                                  int64_t instance,
                                                  const lwm2m_access_listener* listener) {
  using namespace lwm2m::access;
  const access_control_target target = c::target_from(object, instance);
  const auto wrong = c::first_wrong(c::check_made(policy), c::check_instance(target));
  return wrong != c::done ? wrong
                          : c::to_c(instance_deleted(*policy, target, c::teller{listener}));
}

lwm2m_access_status lwm2m_access_account_added(lwm2m_access_policy* policy, int64_t server) {
  using namespace lwm2m::access;
  const auto wrong = c::check_made(policy);
  return wrong != c::done ? wrong : c::to_c(account_added(*policy, short_server_id{server}));
}

lwm2m_access_status lwm2m_access_account_removed(lwm2m_access_policy* policy, int64_t server,
                                                 const lwm2m_access_listener* listener) {
  using namespace lwm2m::access;
  const auto wrong = c::first_wrong(c::check_made(policy), c::check_given(listener));
  if (wrong != c::done) return wrong;
  if (!listener->to_be_deleted) return LWM2M_ACCESS_STATUS_ARGUMENT_MISSING;
  const c::teller tell{listener};
  return c::to_c(account_removed(*policy, short_server_id{server}, tell, tell));
}

lwm2m_access_status lwm2m_access_check(const lwm2m_access_policy* policy,
                                       const lwm2m_access_objects* objects,
                                       const lwm2m_access_listener* listener, size_t* faults) {
  using namespace lwm2m::access;
  if (faults) *faults = 0;
  const auto wrong =
      c::first_wrong(c::check_made(policy), c::check_objects(objects), c::check_given(faults));
  if (wrong != c::done) return wrong;
  *faults = check_consistency(*policy, c::objects_from(*objects), c::teller{listener});
  return *faults == 0 ? c::done : lwm2m_access_status{LWM2M_ACCESS_STATUS_FAULTY};
}

lwm2m_access_status lwm2m_access_bootstrap_begin(lwm2m_access_bootstrap* session, size_t size,
                                                 lwm2m_access_policy* policy) {
  using namespace lwm2m::access;
  const auto wrong = c::first_wrong(c::check_place(session, size), c::check_made(policy));
  if (wrong == c::done) new (session) lwm2m_access_bootstrap{*policy};
  return wrong;
}

lwm2m_access_policy* lwm2m_access_bootstrap_policy(lwm2m_access_bootstrap* session) {
  using namespace lwm2m::access;
  return c::check_made(session) == c::done ? &session->session.edit() : nullptr;
}

lwm2m_access_status lwm2m_access_bootstrap_finish(lwm2m_access_bootstrap* session,
                                                  const lwm2m_access_objects* objects,
                                                  const lwm2m_access_listener* listener,
                                                  lwm2m_access_code* code) {
  using namespace lwm2m::access;
  if (code) *code = LWM2M_ACCESS_CODE_INTERNAL_SERVER_ERROR;
  const auto wrong =
      c::first_wrong(c::check_made(session), c::check_objects(objects), c::check_given(code));
  if (wrong != c::done) return wrong;
  if (session->policy.generation() != session->generation)
    return LWM2M_ACCESS_STATUS_POLICY_CHANGED;
  *code = c::to_c(session->session.finish(c::objects_from(*objects), c::teller{listener}));
  if (*code != LWM2M_ACCESS_CODE_CHANGED) return LWM2M_ACCESS_STATUS_FAULTY;
  session->mark = 0;
  return c::done;
}
