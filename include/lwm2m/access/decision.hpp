#pragma once

#include <lwm2m/access/enumeration.hpp>
#include <lwm2m/access/operation.hpp>
#include <lwm2m/access/path.hpp>

#include <cstdint>

namespace lwm2m::access::inline v0 {

/// What is to be done. Default: nothing.
enum class verdict : std::uint8_t {
  denied = 0,
  allowed,
  send,      ///< Notify, Send: it may go out
  suppress,  ///< Notify, Send: do not send; an observation stays (H2)
  cancel,    ///< Notify: do not send, and end the observation (H2, `draft`)
  gone       ///< Notify: send the error 4.04, and end the observation (H5)
};

/// Where a right came from, or why there was no right: the row of section A. It has the size of a
/// register, so that passing it needs no conversion.
enum class determined_by : std::uint32_t {
  nothing = 0,              ///< no right was looked up
  no_account,               ///< A1
  single_account,           ///< A2
  access_control_disabled,  ///< A8
  own_entry,                ///< A3
  owner,                    ///< A4, F1
  default_entry,            ///< A5
  no_entry,                 ///< A6, A10
  no_access_control,        ///< A7
  from_bootstrap,           ///< A9, K
  any_account               ///< F3: every account may look at Object 2
};
[[nodiscard]] constexpr determined_by last_of(determined_by) noexcept {
  return determined_by::any_account;
}

/// The steps of a decision, in the order in which they are taken (section C).
enum class step : std::uint8_t {
  none = 0,
  restricted_object,  ///< C1
  composite_shape,    ///< E2: a path of a Write-Composite that is too short
  account,            ///< C2, and the operations that an edition or Bootstrap does not have (K5)
  payload,            ///< C9
  existence,          ///< C3
  object_level,       ///< C4 on an Object
  access_right,       ///< C5
  resource,           ///< C6
  level,              ///< C4 below an Object, D4; of Bootstrap what is kept (K2)
  operation_support,  ///< C7
  content,            ///< C8
  instance_taken,     ///< C8, D8: after D7
  room,               ///< K8: not while Bootstrap goes on; C10
  passed              ///< all of them
};

/// Why a decision is as it is. Each reason belongs to one step and has one answer.
enum class reason : std::uint8_t {
  not_decided = 0,
  allowed,
  object_is_restricted,      ///< C1, E4
  composite_path_too_short,  ///< E2
  no_account,                ///< C2, A1
  edition_unknown,
  operation_unknown,                     ///< in this edition (section B), or at all
  not_for_bootstrap,                     ///< K4, K5
  path_missing,                          ///< no path at all: broken input
  path_is_root,                          ///< C4: `/`
  payload_outside_uri_path,              ///< C9
  object_not_found,                      ///< C3
  object_instance_not_found,             ///< C3
  operation_not_on_object,               ///< C4
  access_right_missing,                  ///< C5
  not_the_owner,                         ///< F1, F2
  kept_by_the_client,                    ///< F5
  nothing_readable,                      ///< E3, H3
  resource_not_found,                    ///< C6
  resource_instance_not_found,           ///< C6
  operation_not_on_this_level,           ///< C4
  device_instance_is_kept,               ///< D4
  operation_not_supported,               ///< C7, D2, D6
  access_control_read_only,              ///< F4
  mandatory_resource_missing,            ///< D7
  object_instance_exists,                ///< D8
  object_instance_id_reserved,           ///< D8
  access_right_out_of_range,             ///< A11
  entry_id_reserved,                     ///< F6
  value_doubled,                         ///< C8: a payload that says two things of one value
  object_level_takes_only_create,        ///< A12
  object_level_owner_is_bootstrap,       ///< A12
  owner_out_of_range,                    ///< F7
  owner_without_account,                 ///< F7
  target_out_of_range,                   ///< F11
  target_doubled,                        ///< F9
  value_missing,                         ///< C8: a Write that conveys no value where one is needed
  no_room,                               ///< C10
  payload_names_two_instances,           ///< C9: a Create makes one
  no_right_on_any_instance,              ///< E1: of a Read-Composite or Observe-Composite
  object_instance_id_not_zero,           ///< D8, K1: the one instance of a `single` Object is 0
  value_not_an_integer,                  ///< F6: an access right or Owner of another kind
  null_deletes_resource_instances_only,  ///< E6: and in 1.2 only
  instance_is_kept,                      ///< K2: no Bootstrap-Delete takes it
  bootstrap_in_progress,                 ///< K8: Servers change nothing of Object 2 meanwhile
  granted_meanwhile,    ///< the new instance of a Create has access control already
  policy_being_changed  ///< asked by a listener that is told of a change
};
[[nodiscard]] constexpr reason last_of(reason) noexcept { return reason::policy_being_changed; }

/// What follows from a reason.
struct reason_facts {
  access::step step = access::step::none;
  coap code = coap::unauthorized;
};

namespace detail::reason_rows {

struct row {
  reason why;
  access::step step;
  coap code;
};

using r = reason;
using s = step;
inline constexpr row rows[] = {
    {r::not_decided, s::none, coap::unauthorized},
    {r::allowed, s::passed, coap::none},
    {r::object_is_restricted, s::restricted_object, coap::unauthorized},
    {r::composite_path_too_short, s::composite_shape, coap::bad_request},
    {r::no_account, s::account, coap::unauthorized},
    {r::edition_unknown, s::account, coap::internal_server_error},
    {r::operation_unknown, s::account, coap::method_not_allowed},
    {r::not_for_bootstrap, s::account, coap::method_not_allowed},
    {r::path_missing, s::account, coap::bad_request},
    {r::path_is_root, s::account, coap::method_not_allowed},
    {r::payload_outside_uri_path, s::payload, coap::bad_request},
    {r::object_not_found, s::existence, coap::not_found},
    {r::object_instance_not_found, s::existence, coap::not_found},
    {r::operation_not_on_object, s::object_level, coap::method_not_allowed},
    {r::access_right_missing, s::access_right, coap::unauthorized},
    {r::not_the_owner, s::access_right, coap::unauthorized},
    {r::kept_by_the_client, s::access_right, coap::unauthorized},
    {r::nothing_readable, s::access_right, coap::unauthorized},
    {r::resource_not_found, s::resource, coap::not_found},
    {r::resource_instance_not_found, s::resource, coap::not_found},
    {r::operation_not_on_this_level, s::level, coap::method_not_allowed},
    {r::device_instance_is_kept, s::level, coap::method_not_allowed},
    {r::operation_not_supported, s::operation_support, coap::method_not_allowed},
    {r::access_control_read_only, s::operation_support, coap::method_not_allowed},
    {r::mandatory_resource_missing, s::content, coap::bad_request},
    {r::object_instance_exists, s::instance_taken, coap::bad_request},
    {r::object_instance_id_reserved, s::instance_taken, coap::bad_request},
    {r::access_right_out_of_range, s::content, coap::bad_request},
    {r::entry_id_reserved, s::content, coap::bad_request},
    {r::value_doubled, s::content, coap::bad_request},
    {r::object_level_takes_only_create, s::content, coap::bad_request},
    {r::object_level_owner_is_bootstrap, s::content, coap::bad_request},
    {r::owner_out_of_range, s::content, coap::bad_request},
    {r::owner_without_account, s::content, coap::bad_request},
    {r::target_out_of_range, s::content, coap::bad_request},
    {r::target_doubled, s::content, coap::bad_request},
    {r::value_missing, s::content, coap::bad_request},
    {r::no_room, s::room, coap::internal_server_error},
    {r::payload_names_two_instances, s::payload, coap::bad_request},
    {r::no_right_on_any_instance, s::access_right, coap::unauthorized},
    {r::object_instance_id_not_zero, s::instance_taken, coap::bad_request},
    {r::value_not_an_integer, s::content, coap::bad_request},
    {r::null_deletes_resource_instances_only, s::content, coap::bad_request},
    {r::instance_is_kept, s::level, coap::method_not_allowed},
    {r::bootstrap_in_progress, s::room, coap::internal_server_error},
    {r::granted_meanwhile, s::room, coap::internal_server_error},
    {r::policy_being_changed, s::room, coap::internal_server_error},
};
static_assert(is_complete(rows, &row::why));

/// The facts alone, by the number of their reason.
struct by_number {
  reason_facts at[sizeof rows / sizeof rows[0]];
};
inline constexpr by_number table = [] {
  by_number made;
  for (const row& each : rows) made.at[static_cast<unsigned>(each.why)] = {each.step, each.code};
  return made;
}();

}  // namespace detail::reason_rows

/// The step and the answer that belong to `why`; those of `not_decided` when it is no reason.
[[nodiscard]] constexpr const reason_facts& facts_of(reason why) noexcept {
  constexpr auto& facts = detail::reason_rows::table.at;
  const auto row = static_cast<unsigned>(why);
  return facts[row < sizeof facts / sizeof facts[0] ? row : 0];
}

/// The result of a check: the reason, and the row of section A behind it. Both are packed in one
/// number, so that it is built in a register.
class finding {
 public:
  constexpr finding() noexcept = default;
  constexpr finding(reason why, determined_by by = determined_by::nothing) noexcept
      : told_{static_cast<std::uint32_t>(by) | static_cast<std::uint32_t>(why) << reason_at} {}

  [[nodiscard]] constexpr reason why() const noexcept {
    return static_cast<reason>(told_ >> reason_at & 0xFFU);
  }
  [[nodiscard]] constexpr determined_by by() const noexcept {
    return static_cast<determined_by>(told_ & 0xFFU);
  }
  [[nodiscard]] constexpr bool allowed() const noexcept { return why() == reason::allowed; }

 private:
  friend class decision;
  static constexpr unsigned reason_at = 8;

  std::uint32_t told_ = 0;
};

/// The answer to one request, a plain value of 16 bytes. Default-constructed it is denied (4.01).
class decision {
 public:
  constexpr decision() noexcept : decision{refused(access::reason::not_decided, {})} {}

  /// Refused for `why`, at `where`: the first path that did not pass.
  [[nodiscard]] static constexpr decision refused(access::reason why, const path& where,
                                                  determined_by by = {}) noexcept {
    return taken(access::verdict::denied, facts_of(why).code, {why, by}, where, 0);
  }

  /// A finding with its verdict and the answer to give; `where` is the path that did not pass, or
  /// no path.
  [[nodiscard]] static constexpr decision taken(access::verdict what, coap code, finding found,
                                                const path& where,
                                                std::uint32_t generation) noexcept {
    return {what, code, found, where, generation};
  }

  /// The same finding with the verdict on one of the Client's own acts, which has no answer code.
  [[nodiscard]] constexpr decision as(access::verdict act) const noexcept {
    return {act, coap::none, {reason(), determined_by()}, first_bad_path(), generation_};
  }

  /// The same finding, taken on the policy generation given.
  [[nodiscard]] constexpr decision at_generation(std::uint32_t generation) const noexcept {
    decision changed = *this;
    changed.generation_ = generation;
    return changed;
  }

  [[nodiscard]] constexpr access::verdict verdict() const noexcept {
    return static_cast<access::verdict>(told_ >> verdict_at & 0xFU);
  }

  /// Whether the operation may be performed, the Notify or Send sent.
  [[nodiscard]] constexpr bool allowed() const noexcept {
    return verdict() == access::verdict::allowed || verdict() == access::verdict::send;
  }

  /// The same as `allowed()`, for `if (const auto done = ...)`.
  [[nodiscard]] constexpr explicit operator bool() const noexcept { return allowed(); }

  [[nodiscard]] constexpr coap code() const noexcept {
    return static_cast<coap>(told_ >> code_at & 0xFFU);
  }
  [[nodiscard]] constexpr access::reason reason() const noexcept {
    return static_cast<access::reason>(told_ >> finding::reason_at & 0xFFU);
  }

  /// The row of section A behind it; for several paths, that of the path it turned on.
  [[nodiscard]] constexpr access::determined_by determined_by() const noexcept {
    return static_cast<access::determined_by>(told_ & 0xFFU);
  }

  /// The earliest step that failed; `passed` when none did.
  [[nodiscard]] constexpr access::step step() const noexcept { return facts_of(reason()).step; }

  /// The first path that failed that step; no path when all passed.
  [[nodiscard]] constexpr path first_bad_path() const noexcept {
    return path::unpacked(ids_, static_cast<level>(told_ >> level_at));
  }

  /// The policy's `generation()` when it was taken; see `still_valid`.
  [[nodiscard]] constexpr std::uint32_t generation() const noexcept { return generation_; }

  friend constexpr bool operator==(const decision&, const decision&) noexcept = default;

 private:
  static constexpr unsigned code_at = 16, verdict_at = 24, level_at = 28;

  constexpr decision(access::verdict what, coap code, finding found, const path& where,
                     std::uint32_t generation) noexcept
      : ids_{where.packed()},
        generation_{generation},
        told_{found.told_ | static_cast<std::uint32_t>(code) << code_at |
              static_cast<std::uint32_t>(what) << verdict_at |
              static_cast<std::uint32_t>(where.level()) << level_at} {}

  // Packed in numbers, so that a decision is built in registers.
  std::uint64_t ids_;
  std::uint32_t generation_;
  std::uint32_t told_;
};

static_assert(sizeof(decision) == 16);

}  // namespace lwm2m::access::inline v0
