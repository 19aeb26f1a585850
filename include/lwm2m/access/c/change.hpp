#pragma once

#include <lwm2m/access/c/change.h>
#include <lwm2m/access/c/arguments.hpp>
#include <lwm2m/access/c/tell.hpp>

// The flow: decide, perform, commit. Included by access_c.hpp.

namespace lwm2m::access::inline v0::c {

/// Decides a request on a policy, in a storage.
inline void begin_in(lwm2m_access_pending* work, stored_policy& policy,
                     const lwm2m_access_objects& lent, const lwm2m_access_request& from,
                     const request& asked, view<assignment> values,
                     lwm2m_access_decision& stored) noexcept {
  auto& made = *new (static_cast<void*>(work)) stored_pending{policy, lent, from};
  with_objects(lent, [&](const auto& there) {
    const auto decided = begin(policy.policy, there, asked, values);
    made.work.make([&] {
      return pending{policy.policy, made.there,         asked,
                     values,        decided.decision(), decided.instance()};
    });
    return 0;
  });
  made.is_decided = true;
  answer(policy, from, (*made.work).decision(), stored);
}

inline void start_in(lwm2m_access_pending* work, stored_policy& policy,
                     const lwm2m_access_objects& lent, const lwm2m_access_request& from,
                     const request& asked, assignment_storage storage) noexcept {
  auto& made = *new (static_cast<void*>(work)) stored_pending{policy, lent, from};
  made.generation = policy.policy.generation();
  made.records.make([&] { return incoming{policy.policy, made.there, asked, storage}; });
}

/// Of a pending request: that it was made, and is decided or not yet.
[[nodiscard]] inline lwm2m_access_status check_pending(const lwm2m_access_pending* work,
                                                       bool is_decided) noexcept {
  const auto wrong = check_made(work);
  if (wrong != done || inside(work)->is_decided == is_decided) return wrong;
  return LWM2M_ACCESS_STATUS_NOT_MADE;
}

/// Takes a record, or keeps what is wrong with it.
inline lwm2m_access_status add_record(lwm2m_access_pending* work, lwm2m_access_status invalid,
                                      const auto& add) noexcept {
  const auto wrong = check_pending(work, false);
  if (wrong != done) return wrong;
  auto& made = *inside(work);
  made.wrong = first_wrong(made.wrong, invalid);
  if (invalid == done) add(*made.records);
  return invalid;
}

}  // namespace lwm2m::access::inline v0::c

lwm2m_access_status lwm2m_access_begin(lwm2m_access_pending* work, size_t size,
                                       lwm2m_access_policy* policy,
                                       const lwm2m_access_objects* objects,
                                       const lwm2m_access_request* request,
                                       const lwm2m_access_assignment* values, size_t value_count,
                                       lwm2m_access_decision* decision) {
  using namespace lwm2m::access;
  if (!decision) return LWM2M_ACCESS_STATUS_ARGUMENT_MISSING;
  const auto missing =
      c::first_wrong(c::check_place(work, size), c::check_question(policy, objects, request));
  if (missing != c::done) return c::refuse(decision), missing;
  const auto asked = c::request_from(*request);
  const auto wrong =
      c::first_wrong(c::check_request(*request, asked), c::check_values(values, value_count));
  if (wrong != c::done) return c::refuse(decision), wrong;
  c::begin_in(work, *c::inside(policy), *objects, *request, asked,
              c::seen_as<assignment>(values, value_count), *decision);
  return c::done;
}

lwm2m_access_status lwm2m_access_start(lwm2m_access_pending* work, size_t size,
                                       lwm2m_access_policy* policy,
                                       const lwm2m_access_objects* objects,
                                       const lwm2m_access_request* request,
                                       lwm2m_access_assignment* values, size_t capacity) {
  using namespace lwm2m::access;
  const auto missing =
      c::first_wrong(c::check_place(work, size), c::check_question(policy, objects, request),
                     capacity != 0 ? c::check_given(values) : c::done);
  if (missing != c::done) return missing;
  const auto asked = c::request_from(*request);
  const auto wrong = c::check_request(*request, asked);
  if (wrong != c::done) return wrong;
  c::start_in(work, *c::inside(policy), *objects, *request, asked, c::room_for(values, capacity));
  return c::done;
}

lwm2m_access_status lwm2m_access_add_path(lwm2m_access_pending* work,
                                          const lwm2m_access_path* path) {
  using namespace lwm2m::access;
  const auto invalid = path ? c::check_path(*path) : c::check_given(path);
  return c::add_record(work, invalid, [&](auto& to) { to.add(c::path_from(*path)); });
}

lwm2m_access_status lwm2m_access_add_value(lwm2m_access_pending* work,
                                           const lwm2m_access_assignment* value) {
  using namespace lwm2m::access;
  const auto invalid = value ? c::check_values(value, 1) : c::check_given(value);
  return c::add_record(work, invalid, [&](auto& to) {
    to.add(assignment{c::path_from(value->at), value->value, static_cast<value_kind>(value->kind)});
  });
}

lwm2m_access_status lwm2m_access_decide(lwm2m_access_pending* work,
                                        lwm2m_access_decision* decision) {
  using namespace lwm2m::access;
  c::refuse(decision);
  const auto wrong = c::first_wrong(c::check_pending(work, false), c::check_given(decision));
  if (wrong != c::done) return wrong;
  auto& made = *c::inside(work);
  const bool has_changed = made.policy.policy.generation() != made.generation;
  if (made.wrong != c::done || has_changed) {
    made.mark = 0;
    return has_changed ? lwm2m_access_status{LWM2M_ACCESS_STATUS_POLICY_CHANGED} : made.wrong;
  }
  made.work.make([&] { return (*made.records).decide(); });
  made.is_decided = true;
  c::answer(made.policy, made.request, (*made.work).decision(), *decision);
  return c::done;
}

lwm2m_access_status lwm2m_access_instance(const lwm2m_access_pending* work,
                                          lwm2m_access_path* instance) {
  using namespace lwm2m::access;
  if (instance) *instance = c::to_c(path{});
  const auto wrong = c::first_wrong(c::check_pending(work, true), c::check_given(instance));
  if (wrong == c::done) *instance = c::to_c((*c::inside(work)->work).instance());
  return wrong;
}

lwm2m_access_status lwm2m_access_created_instance(const lwm2m_access_objects* objects,
                                                  const lwm2m_access_request* request,
                                                  lwm2m_access_path* instance) {
  using namespace lwm2m::access;
  if (instance) *instance = c::to_c(path{});
  const auto missing = c::first_wrong(c::check_objects(objects), c::check_given(request, instance));
  if (missing != c::done) return missing;
  const auto asked = c::request_from(*request);
  const auto wrong = c::check_request(*request, asked);
  if (wrong != c::done) return wrong;
  const c::client_objects there{*objects};
  if (!there.find_object(asked.target.object())) return LWM2M_ACCESS_STATUS_OBJECT_UNKNOWN;
  const path made = created_instance(there, asked);
  if (!made.object_instance().is_valid()) return LWM2M_ACCESS_STATUS_PATH_INVALID;
  *instance = c::to_c(made);
  return c::done;
}

lwm2m_access_status lwm2m_access_commit(lwm2m_access_pending* work,
                                        const lwm2m_access_listener* listener,
                                        lwm2m_access_decision* decision) {
  using namespace lwm2m::access;
  c::refuse(decision);
  const auto wrong = c::first_wrong(c::check_pending(work, true), c::check_given(decision));
  if (wrong != c::done) return wrong;
  auto& made = *c::inside(work);
  made.mark = 0;
  const bool was_allowed = (*made.work).allowed();
  const auto taken = (*made.work).commit(c::teller{listener});
  if (was_allowed)
    c::answer(made.policy, made.request, taken, *decision);
  else
    *decision = c::to_c(taken);
  return c::done;
}

lwm2m_access_status lwm2m_access_drop(lwm2m_access_pending* work) {
  using namespace lwm2m::access;
  const auto wrong = c::check_made(work);
  if (wrong == c::done) c::inside(work)->mark = 0;
  return wrong;
}

lwm2m_access_status lwm2m_access_administer(
    lwm2m_access_policy* policy, const lwm2m_access_objects* objects,
    const lwm2m_access_request* request, const lwm2m_access_assignment* values, size_t value_count,
    const lwm2m_access_listener* listener, lwm2m_access_decision* decision) {
  lwm2m_access_pending work;
  const lwm2m_access_status begun = lwm2m_access_begin(&work, sizeof work, policy, objects, request,
                                                       values, value_count, decision);
  if (begun != LWM2M_ACCESS_STATUS_DONE || !lwm2m_access_is_allowed(decision)) return begun;
  return lwm2m_access_commit(&work, listener, decision);
}
