#pragma once

#include <lwm2m/access/c/bootstrap.h>
#include <lwm2m/access/c/arguments.hpp>
#include <lwm2m/access/c/change.hpp>
#include <lwm2m/access/c/tell.hpp>

// The Bootstrap session. Included by access_c.hpp.

namespace lwm2m::access::inline v0::c {

/// The request as one of the Bootstrap Server's, whoever it says.
[[nodiscard]] constexpr lwm2m_access_request of_bootstrap(lwm2m_access_request from) noexcept {
  from.who = LWM2M_ACCESS_REQUESTER_BOOTSTRAP;
  from.server = 0;
  return from;
}

/// Of a request in a session; stores it as the Bootstrap Server's.
[[nodiscard]] inline lwm2m_access_status check_staged(const lwm2m_access_bootstrap* session,
                                                      const lwm2m_access_objects* objects,
                                                      const lwm2m_access_request* request,
                                                      lwm2m_access_request& asked) noexcept {
  const auto wrong = first_wrong(check_made(session), check_objects(objects), check_given(request));
  if (wrong != done) return wrong;
  asked = of_bootstrap(*request);
  return done;
}

}  // namespace lwm2m::access::inline v0::c

lwm2m_access_status lwm2m_access_bootstrap_open(lwm2m_access_bootstrap* session, size_t size,
                                                lwm2m_access_policy* policy,
                                                lwm2m_access_policy* staged) {
  using namespace lwm2m::access;
  const auto wrong =
      c::first_wrong(c::check_place(session, size), c::check_made(policy), c::check_made(staged));
  if (wrong != c::done) return wrong;
  if (policy == staged) return LWM2M_ACCESS_STATUS_ARGUMENT_MISSING;
  if (c::in(*policy).is_bootstrap_open()) return LWM2M_ACCESS_STATUS_BOOTSTRAP_IN_PROGRESS;
  new (static_cast<void*>(session))
      c::stored_bootstrap{*c::inside(policy), *staged, *c::inside(staged)};
  return c::done;
}

lwm2m_access_policy* lwm2m_access_bootstrap_policy(lwm2m_access_bootstrap* session) {
  using namespace lwm2m::access;
  return c::check_made(session) == c::done ? &c::inside(session)->edited : nullptr;
}

lwm2m_access_status lwm2m_access_bootstrap_begin(
    lwm2m_access_bootstrap* session, lwm2m_access_pending* work, size_t size,
    const lwm2m_access_objects* objects, const lwm2m_access_request* request,
    const lwm2m_access_assignment* values, size_t value_count, lwm2m_access_decision* decision) {
  using namespace lwm2m::access;
  lwm2m_access_request asked;
  const auto wrong = c::check_staged(session, objects, request, asked);
  if (wrong != c::done) return c::refuse(decision), wrong;
  return lwm2m_access_begin(work, size, &c::inside(session)->edited, objects, &asked, values,
                            value_count, decision);
}

lwm2m_access_status lwm2m_access_bootstrap_start(lwm2m_access_bootstrap* session,
                                                 lwm2m_access_pending* work, size_t size,
                                                 const lwm2m_access_objects* objects,
                                                 const lwm2m_access_request* request,
                                                 lwm2m_access_assignment* values, size_t capacity) {
  using namespace lwm2m::access;
  lwm2m_access_request asked;
  const auto wrong = c::check_staged(session, objects, request, asked);
  if (wrong != c::done) return wrong;
  return lwm2m_access_start(work, size, &c::inside(session)->edited, objects, &asked, values,
                            capacity);
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
  auto& held = *c::inside(session);
  if (held.policy.generation() != held.generation) return LWM2M_ACCESS_STATUS_POLICY_CHANGED;
  const c::teller tell{listener};
  *code = c::to_c(held.session.finish(c::client_objects{*objects}, tell));
  if (*code != LWM2M_ACCESS_CODE_CHANGED) return LWM2M_ACCESS_STATUS_FAULTY;
  held.mark = 0;
  tell.replaced();
  return c::done;
}

lwm2m_access_status lwm2m_access_bootstrap_drop(lwm2m_access_bootstrap* session) {
  using namespace lwm2m::access;
  const auto wrong = c::check_made(session);
  if (wrong != c::done) return wrong;
  c::inside(session)->session.drop();
  c::inside(session)->mark = 0;
  return c::done;
}
