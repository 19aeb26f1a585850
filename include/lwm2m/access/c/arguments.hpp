#pragma once

#include <lwm2m/access/c/constants.hpp>
#include <lwm2m/access/c/storage.hpp>
#include <lwm2m/access/request.hpp>
#include <lwm2m/access/view.hpp>

#include <cstddef>
#include <cstdint>

namespace lwm2m::access::inline v0::c {

inline constexpr lwm2m_access_status done = LWM2M_ACCESS_STATUS_DONE;

/// The first of several findings that is not `done`.
[[nodiscard]] constexpr lwm2m_access_status first_wrong(auto... findings) noexcept {
  lwm2m_access_status found = done;
  ((found = found == done ? findings : found), ...);
  return found;
}

[[nodiscard]] constexpr lwm2m_access_status check_given(const auto*... pointers) noexcept {
  const bool all = (true && ... && (pointers != nullptr));
  return all ? done : lwm2m_access_status{LWM2M_ACCESS_STATUS_ARGUMENT_MISSING};
}

template <class Result, class... Arguments>
[[nodiscard]] constexpr lwm2m_access_status check_function(
    Result (*function)(Arguments...)) noexcept {
  return function ? done : lwm2m_access_status{LWM2M_ACCESS_STATUS_ARGUMENT_MISSING};
}

/// Of a storage: that something was made in it.
template <class Storage>
[[nodiscard]] inline lwm2m_access_status check_made(const Storage* storage) noexcept {
  if (!storage) return LWM2M_ACCESS_STATUS_ARGUMENT_MISSING;
  return inside(storage)->is_made() ? done : lwm2m_access_status{LWM2M_ACCESS_STATUS_NOT_MADE};
}

/// Of memory that a `Storage` is to be made in.
template <class Storage>
[[nodiscard]] inline lwm2m_access_status check_place(Storage* place, std::size_t size) noexcept {
  if (!place) return LWM2M_ACCESS_STATUS_ARGUMENT_MISSING;
  if (size < sizeof(held<Storage>)) return LWM2M_ACCESS_STATUS_STORAGE_TOO_SMALL;
  const bool aligned = __builtin_bit_cast(std::uintptr_t, place) % alignof(held<Storage>) == 0;
  return aligned ? done : lwm2m_access_status{LWM2M_ACCESS_STATUS_STORAGE_MISALIGNED};
}

[[nodiscard]] constexpr lwm2m_access_status check_enumeration(bool is_known) noexcept {
  return is_known ? done : lwm2m_access_status{LWM2M_ACCESS_STATUS_ENUMERATION_UNKNOWN};
}

/// The path that C wrote; no path where it is not one that the makers make: of a level that there
/// is, its IDs beyond that 65535. Paths are read by halves, as they were written: a word that is
/// read before its halves have been stored waits for them.
[[nodiscard]] constexpr path path_from(const lwm2m_access_path& from) noexcept {
  return path::of_ids(from.id, static_cast<level>(from.level));
}
[[nodiscard]] constexpr lwm2m_access_path to_c(const path& from) noexcept {
  return __builtin_bit_cast(lwm2m_access_path, from);
}

[[nodiscard]] constexpr lwm2m_access_status check_path(const lwm2m_access_path& from) noexcept {
  return path_from(from).is_none() ? lwm2m_access_status{LWM2M_ACCESS_STATUS_PATH_INVALID} : done;
}

/// A target that is left out has the level 0, and any IDs.
[[nodiscard]] constexpr lwm2m_access_status check_target(const lwm2m_access_path& from) noexcept {
  return from.level == 0 ? done : check_path(from);
}

[[nodiscard]] constexpr lwm2m_access_status check_paths(const lwm2m_access_path* from,
                                                        std::size_t size) noexcept {
  if (size != 0 && !from) return LWM2M_ACCESS_STATUS_ARGUMENT_MISSING;
  lwm2m_access_status found = done;
  for (std::size_t k = 0; k < size && found == done; ++k) found = check_path(from[k]);
  return found;
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

/// Lists of paths and values that were checked, as C++ has them: they are laid out alike
/// (layout.hpp). The compiler is told that the memory may be read as another type from here on.
template <class In, class From>
[[nodiscard]] inline view<In> seen_as(const From* from, std::size_t size) noexcept {
  asm volatile("" : "+r"(from) : : "memory");
  return {static_cast<const In*>(static_cast<const void*>(from)), size};
}

[[nodiscard]] constexpr lwm2m_access_status check_functions(
    const lwm2m_access_object_functions* lent) noexcept {
  const bool complete = lent && lent->object_count && lent->object && lent->multiplicity &&
                        lent->instance_count && lent->instance && lent->definition_count &&
                        lent->definition;
  return complete ? done : lwm2m_access_status{LWM2M_ACCESS_STATUS_ARGUMENT_MISSING};
}

/// The caller's memory for the values of a request.
[[nodiscard]] inline assignment_storage room_for(lwm2m_access_assignment* values,
                                                 std::size_t capacity) noexcept {
  return {static_cast<assignment*>(static_cast<void*>(values)), capacity};
}

[[nodiscard]] inline lwm2m_access_status check_objects(const lwm2m_access_objects* from) noexcept {
  if (!from) return LWM2M_ACCESS_STATUS_ARGUMENT_MISSING;
#ifdef LWM2M_ACCESS_C_WITHOUT_FUNCTIONS
  return check_made(from->model);
#else
#ifndef LWM2M_ACCESS_C_WITHOUT_MODEL
  if (from->model) return check_made(from->model);
#endif
  return check_functions(from->functions);
#endif
}

[[nodiscard]] constexpr requester requester_from(const lwm2m_access_request& from) noexcept {
  if (from.who == LWM2M_ACCESS_REQUESTER_BOOTSTRAP) return bootstrap;
  return short_server_id{from.server};
}

/// The request that C wrote, once it has been found to be one.
[[nodiscard]] inline request request_from(const lwm2m_access_request& from) noexcept {
  return {requester_from(from), static_cast<operation>(from.operation), path_from(from.target),
          seen_as<path>(from.payload, from.payload_size)};
}

/// Of a request, which `read` is what was read of.
[[nodiscard]] inline lwm2m_access_status check_request(const lwm2m_access_request& from,
                                                       const request& read) noexcept {
  if (from.who - 1U >= LWM2M_ACCESS_REQUESTER_BOOTSTRAP || !is_operation(from.operation))
    return LWM2M_ACCESS_STATUS_ENUMERATION_UNKNOWN;
  if (read.target.is_none() && from.target.level != 0) return LWM2M_ACCESS_STATUS_PATH_INVALID;
  return from.payload_size == 0 ? done : check_paths(from.payload, from.payload_size);
}

/// Of what every decision needs.
[[nodiscard]] inline lwm2m_access_status check_question(
    const lwm2m_access_policy* policy, const lwm2m_access_objects* objects,
    const lwm2m_access_request* request) noexcept {
  if (const auto wrong = check_made(policy); wrong != done) return wrong;
  if (const auto wrong = check_objects(objects); wrong != done) return wrong;
  return check_given(request);
}

[[nodiscard]] constexpr lwm2m_access_decision to_c(const decision& from) noexcept {
  return {from.generation(),         to_c(from.first_bad_path()), to_c(from.verdict()),
          to_c(from.code()),         to_c(from.reason()),         to_c(from.step()),
          to_c(from.determined_by())};
}

/// Stores the decision, and tells the policy's hook when it is none to allow.
inline void answer(const stored_policy& policy, const lwm2m_access_request& asked,
                   const decision& taken, lwm2m_access_decision& stored) noexcept {
  stored = to_c(taken);
  if (policy.on_denial && !taken.allowed()) policy.on_denial(policy.context, &asked, &stored);
}

/// Stores that nothing was decided.
constexpr void refuse(lwm2m_access_decision* stored) noexcept {
  if (stored) *stored = to_c(decision{});
}

/// A target of an Access Control Object Instance, or one that is not valid. Only 65535 itself is
/// the Object level: an ID out of range is none.
[[nodiscard]] constexpr access_control_target target_from(std::int64_t object,
                                                          std::int64_t instance) noexcept {
  return access_control_target::from_wire(object_id{object}, instance);
}
[[nodiscard]] constexpr acl_instance_id entry_from(std::int64_t entry) noexcept {
  return acl_instance_id{resource_instance_id{entry}};
}

}  // namespace lwm2m::access::inline v0::c
