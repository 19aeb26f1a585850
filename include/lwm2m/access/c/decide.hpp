#pragma once

#include <lwm2m/access.h>
#include <lwm2m/access/affected.hpp>
#include <lwm2m/access/c/arguments.hpp>
#include <lwm2m/access/observation.hpp>
#include <lwm2m/access/visible.hpp>

// The functions that decide. Included by access_c.hpp.

namespace lwm2m::access::inline v0::c {

/// Hands out the paths that `find` finds for a request, until `each` says that it is enough.
inline lwm2m_access_status walk(const lwm2m_access_policy* policy,
                                const lwm2m_access_objects* objects,
                                const lwm2m_access_request* request,
                                lwm2m_access_path_function each, void* context,
                                const auto& find) noexcept {
  const auto wrong = first_wrong(check_question(policy, objects, request), check_function(each));
  if (wrong != done) return wrong;
  const c::objects there = objects_from(*objects);
  for (const auto path : find(*policy, there, request_from(*request)))
    if (!each(context, &path)) break;
  return done;
}

}  // namespace lwm2m::access::inline v0::c

lwm2m_access_status lwm2m_access_path_parse(const char* text, size_t size,
                                            lwm2m_access_path* path) {
  using namespace lwm2m::access;
  if (path) *path = {};
  const auto wrong = c::check_given(text, path);
  if (wrong != c::done) return wrong;
  *path = lwm2m_access_path::parse(text, size);
  return path->is_none() ? lwm2m_access_status{LWM2M_ACCESS_STATUS_PATH_INVALID} : c::done;
}

lwm2m_access_status lwm2m_access_authorize(const lwm2m_access_policy* policy,
                                           const lwm2m_access_objects* objects,
                                           const lwm2m_access_request* request,
                                           lwm2m_access_decision* decision) {
  using namespace lwm2m::access;
  c::refuse(decision);
  const auto wrong =
      c::first_wrong(c::check_question(policy, objects, request), c::check_given(decision));
  if (wrong != c::done) return wrong;
  c::answer(*policy, *request,
            authorize(*policy, c::objects_from(*objects), c::request_from(*request)), *decision);
  return c::done;
}

lwm2m_access_status lwm2m_access_authorization_begin(lwm2m_access_authorization* checks,
                                                     size_t size, const lwm2m_access_policy* policy,
                                                     const lwm2m_access_objects* objects,
                                                     const lwm2m_access_request* request) {
  using namespace lwm2m::access;
  const auto wrong =
      c::first_wrong(c::check_place(checks, size), c::check_question(policy, objects, request));
  if (wrong != c::done) return wrong;
  new (checks) lwm2m_access_authorization{*policy, c::objects_from(*objects),
                                          c::request_from(*request), *request};
  for (std::size_t k = 0; k < request->payload_size; ++k) checks->checks.add(request->payload[k]);
  return c::done;
}

lwm2m_access_status lwm2m_access_authorization_add(lwm2m_access_authorization* checks,
                                                   const lwm2m_access_path* path) {
  using namespace lwm2m::access;
  const auto wrong = c::check_made(checks);
  if (wrong != c::done) return wrong;
  const auto invalid = path ? c::check_path(*path) : c::check_given(path);
  checks->wrong = c::first_wrong(checks->wrong, invalid);
  if (invalid == c::done) checks->checks.add(*path);
  return invalid;
}

lwm2m_access_status lwm2m_access_authorization_finish(lwm2m_access_authorization* checks,
                                                      lwm2m_access_decision* decision) {
  using namespace lwm2m::access;
  c::refuse(decision);
  const auto wrong = c::first_wrong(c::check_made(checks), c::check_given(decision));
  if (wrong != c::done) return wrong;
  checks->mark = 0;
  if (checks->wrong != c::done) return checks->wrong;
  if (checks->policy.generation() != checks->generation) return LWM2M_ACCESS_STATUS_POLICY_CHANGED;
  c::answer(checks->policy, checks->request, checks->checks.finish(), *decision);
  return c::done;
}

bool lwm2m_access_still_valid(const lwm2m_access_policy* policy,
                              const lwm2m_access_decision* decision) {
  using namespace lwm2m::access;
  return c::check_made(policy) == c::done && decision &&
         decision->generation < first_generation_apart &&
         decision->generation == policy->generation();
}

lwm2m_access_status lwm2m_access_visible(const lwm2m_access_policy* policy,
                                         const lwm2m_access_objects* objects,
                                         const lwm2m_access_request* request,
                                         lwm2m_access_path_function each, void* context) {
  using namespace lwm2m::access;
  const auto shown = [](const auto&... asked) { return visible(asked...); };
  return c::walk(policy, objects, request, each, context, shown);
}

lwm2m_access_status lwm2m_access_affected(const lwm2m_access_policy* policy,
                                          const lwm2m_access_objects* objects,
                                          const lwm2m_access_request* request,
                                          lwm2m_access_path_function each, void* context) {
  using namespace lwm2m::access;
  const auto refused = [](const auto&... asked) { return affected(asked...); };
  return c::walk(policy, objects, request, each, context, refused);
}

lwm2m_access_status lwm2m_access_review(const lwm2m_access_policy* policy,
                                        const lwm2m_access_objects* objects,
                                        const lwm2m_access_observation* observation,
                                        lwm2m_access_observation_state* state) {
  using namespace lwm2m::access;
  if (state) *state = 0;
  const auto wrong = c::first_wrong(c::check_made(policy), c::check_objects(objects),
                                    c::check_given(observation, state));
  if (wrong != c::done) return wrong;
  const auto& [server, target, listed, size] = *observation;
  const auto invalid = c::first_wrong(c::check_target(target), c::check_paths(listed, size));
  if (invalid == c::done)
    *state = c::to_c(review(*policy, c::objects_from(*objects),
                            {short_server_id{server}, c::remade(target), {listed, size}}));
  return invalid;
}
