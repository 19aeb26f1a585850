#pragma once

#include <lwm2m/access/c/decide.h>
#include <lwm2m/access/c/arguments.hpp>
#include <lwm2m/access/explain.hpp>
#include <lwm2m/access/observation.hpp>

// The functions that decide. Included by access_c.hpp.

namespace lwm2m::access::inline v0::c {

/// The decision that C was told, of which the reason is in range; not decided where it is not.
[[nodiscard]] constexpr decision decision_from(const lwm2m_access_decision& from) noexcept {
  const auto before = [](unsigned number) { return number == 0 ? 0U : number - 1U; };
  const auto code = from.code == LWM2M_ACCESS_CODE_NONE ? coap::none : static_cast<coap>(from.code);
  return decision::taken(static_cast<verdict>(before(from.verdict)), code,
                         {static_cast<reason>(before(from.reason)),
                          static_cast<determined_by>(before(from.determined_by))},
                         path_from(from.first_bad_path), from.generation);
}

[[nodiscard]] constexpr lwm2m_access_explanation to_c(const explanation& from) noexcept {
  return {
      to_c(from.at),      from.needed.raw(),  from.held.raw(),       from.access_control.value(),
      from.entry.value(), from.owner.value(), number_after(from.by), number_after(from.hint)};
}

}  // namespace lwm2m::access::inline v0::c

lwm2m_access_status lwm2m_access_path_parse(const char* text, size_t size,
                                            lwm2m_access_path* path) {
  using namespace lwm2m::access;
  if (path) *path = {};
  const auto wrong = c::check_given(text, path);
  if (wrong != c::done) return wrong;
  const lwm2m::access::path read = lwm2m::access::path::parse(text, size);
  if (read.is_none()) return LWM2M_ACCESS_STATUS_PATH_INVALID;
  *path = c::to_c(read);
  return c::done;
}

LWM2M_ACCESS_FLATTEN lwm2m_access_status
lwm2m_access_right(const lwm2m_access_policy* policy, int64_t server, int64_t object,
                   int64_t instance, uint16_t* rights, lwm2m_access_determined_by* determined_by) {
  using namespace lwm2m::access;
  if (rights) *rights = 0;
  if (determined_by) *determined_by = 0;
  const auto wrong = c::first_wrong(c::check_made(policy), c::check_given(rights, determined_by));
  if (wrong != c::done) return wrong;
  const access_control_target target = c::target_from(object, instance);
  if (!target.is_valid()) return LWM2M_ACCESS_STATUS_TARGET_INVALID;
  const obtained_right found = obtain_access_right(c::in(*policy), short_server_id{server}, target);
  *rights = found.rights.raw();
  *determined_by = c::to_c(found.by);
  return c::done;
}

LWM2M_ACCESS_FLATTEN lwm2m_access_status lwm2m_access_authorize(const lwm2m_access_policy* policy,
                                                                const lwm2m_access_objects* objects,
                                                                const lwm2m_access_request* request,
                                                                lwm2m_access_decision* decision) {
  using namespace lwm2m::access;
  if (!decision) return LWM2M_ACCESS_STATUS_ARGUMENT_MISSING;
  const auto missing = c::check_question(policy, objects, request);
  if (missing != c::done) return c::refuse(decision), missing;
  const auto asked = c::request_from(*request);
  const auto wrong = c::check_request(*request, asked);
  if (wrong != c::done) return c::refuse(decision), wrong;
  const auto taken = c::with_objects(
      *objects, [&](const auto& there) { return authorize(c::in(*policy), there, asked); });
  c::answer(*c::inside(policy), *request, taken, *decision);
  return c::done;
}

bool lwm2m_access_still_valid(const lwm2m_access_policy* policy,
                              const lwm2m_access_decision* decision) {
  using namespace lwm2m::access;
  return c::check_made(policy) == c::done && decision &&
         decision->generation < first_generation_apart &&
         decision->generation == c::in(*policy).generation();
}

lwm2m_access_status lwm2m_access_explain(const lwm2m_access_policy* policy,
                                         const lwm2m_access_objects* objects,
                                         const lwm2m_access_request* request,
                                         const lwm2m_access_decision* decision,
                                         lwm2m_access_explanation* explanation) {
  using namespace lwm2m::access;
  if (explanation) *explanation = {};
  const auto missing = c::first_wrong(c::check_question(policy, objects, request),
                                      c::check_given(decision, explanation));
  if (missing != c::done) return missing;
  const auto asked = c::request_from(*request);
  const auto wrong = c::check_request(*request, asked);
  if (wrong != c::done) return wrong;
  *explanation = c::to_c(
      explain(c::in(*policy), c::client_objects{*objects}, asked, c::decision_from(*decision)));
  return c::done;
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
    *state = c::to_c(
        review(c::in(*policy), c::client_objects{*objects},
               {short_server_id{server}, c::path_from(target), c::seen_as<path>(listed, size)}));
  return invalid;
}
