#pragma once

#include <lwm2m/access/c/constants.h>
#include <lwm2m/access/assignment.hpp>
#include <lwm2m/access/consistency.hpp>
#include <lwm2m/access/decision.hpp>
#include <lwm2m/access/editable_policy.hpp>
#include <lwm2m/access/edition.hpp>
#include <lwm2m/access/observation.hpp>
#include <lwm2m/access/operation.hpp>
#include <lwm2m/access/snapshot.hpp>
#include <lwm2m/access/status.hpp>

#include <cstdint>

namespace lwm2m::access::inline v0::c {

// The numbers of both interfaces. Where 0 means something in C++, C counts from 1.

template <class Enum>
[[nodiscard]] constexpr std::uint8_t number_of(Enum value) noexcept {
  return static_cast<std::uint8_t>(value);
}
template <class Enum>
[[nodiscard]] constexpr std::uint8_t number_after(Enum value) noexcept {
  return static_cast<std::uint8_t>(number_of(value) + 1U);
}

[[nodiscard]] constexpr lwm2m_access_verdict to_c(verdict value) noexcept {
  return number_after(value);
}
[[nodiscard]] constexpr lwm2m_access_determined_by to_c(determined_by value) noexcept {
  return number_after(value);
}
[[nodiscard]] constexpr lwm2m_access_step to_c(step value) noexcept { return number_after(value); }
[[nodiscard]] constexpr lwm2m_access_reason to_c(reason value) noexcept {
  return number_after(value);
}
[[nodiscard]] constexpr lwm2m_access_observation_state to_c(observation_state value) noexcept {
  return number_after(value);
}
[[nodiscard]] constexpr lwm2m_access_code to_c(coap value) noexcept {
  return value == coap::none ? std::uint8_t{LWM2M_ACCESS_CODE_NONE} : number_of(value);
}
[[nodiscard]] constexpr lwm2m_access_status to_c(status value) noexcept { return number_of(value); }
[[nodiscard]] constexpr lwm2m_access_status to_c(snapshot_status value) noexcept {
  const bool done = value == snapshot_status::done;
  return done ? std::uint8_t{LWM2M_ACCESS_STATUS_DONE}
              : static_cast<std::uint8_t>(number_of(value) + 64U);
}
[[nodiscard]] constexpr bool is_edition(lwm2m_access_edition value) noexcept {
  return edition_of(static_cast<edition_name>(value)).is_valid();
}
[[nodiscard]] constexpr bool is_operation(lwm2m_access_operation value) noexcept {
  return facts_of(static_cast<operation>(value)).op != operation{};
}

[[nodiscard]] constexpr bool is_value_kind(value_kind kind) noexcept {
  return kind >= value_kind::integer && kind <= value_kind::nothing;
}

static_assert(number_of(value_kind::integer) == LWM2M_ACCESS_VALUE_INTEGER);
static_assert(number_of(value_kind::not_an_integer) == LWM2M_ACCESS_VALUE_NOT_AN_INTEGER);
static_assert(number_of(value_kind::nothing) == LWM2M_ACCESS_VALUE_NOTHING);
static_assert(number_of(edition_name::draft) == LWM2M_ACCESS_EDITION_DRAFT);
static_assert(number_of(edition_name::v1_0) == LWM2M_ACCESS_EDITION_1_0);
static_assert(number_of(edition_name::v1_1) == LWM2M_ACCESS_EDITION_1_1);
static_assert(number_of(edition_name::v1_2) == LWM2M_ACCESS_EDITION_1_2);
static_assert(number_of(level::root) == LWM2M_ACCESS_LEVEL_ROOT);
static_assert(number_of(level::object) == LWM2M_ACCESS_LEVEL_OBJECT);
static_assert(number_of(level::object_instance) == LWM2M_ACCESS_LEVEL_OBJECT_INSTANCE);
static_assert(number_of(level::resource) == LWM2M_ACCESS_LEVEL_RESOURCE);
static_assert(number_of(level::resource_instance) == LWM2M_ACCESS_LEVEL_RESOURCE_INSTANCE);
static_assert(number_of(operation::read) == LWM2M_ACCESS_OPERATION_READ);
static_assert(number_of(operation::write) == LWM2M_ACCESS_OPERATION_WRITE);
static_assert(number_of(operation::update) == LWM2M_ACCESS_OPERATION_UPDATE);
static_assert(number_of(operation::execute) == LWM2M_ACCESS_OPERATION_EXECUTE);
static_assert(number_of(operation::create) == LWM2M_ACCESS_OPERATION_CREATE);
static_assert(number_of(operation::delete_) == LWM2M_ACCESS_OPERATION_DELETE);
static_assert(number_of(operation::discover) == LWM2M_ACCESS_OPERATION_DISCOVER);
static_assert(number_of(operation::write_attributes) == LWM2M_ACCESS_OPERATION_WRITE_ATTRIBUTES);
static_assert(number_of(operation::observe) == LWM2M_ACCESS_OPERATION_OBSERVE);
static_assert(number_of(operation::cancel_observation) ==
              LWM2M_ACCESS_OPERATION_CANCEL_OBSERVATION);
static_assert(number_of(operation::notify) == LWM2M_ACCESS_OPERATION_NOTIFY);
static_assert(number_of(operation::send) == LWM2M_ACCESS_OPERATION_SEND);
static_assert(number_of(operation::read_composite) == LWM2M_ACCESS_OPERATION_READ_COMPOSITE);
static_assert(number_of(operation::observe_composite) == LWM2M_ACCESS_OPERATION_OBSERVE_COMPOSITE);
static_assert(number_of(operation::write_composite) == LWM2M_ACCESS_OPERATION_WRITE_COMPOSITE);
static_assert(to_c(verdict::denied) == LWM2M_ACCESS_VERDICT_DENIED);
static_assert(to_c(verdict::allowed) == LWM2M_ACCESS_VERDICT_ALLOWED);
static_assert(to_c(verdict::send) == LWM2M_ACCESS_VERDICT_SEND);
static_assert(to_c(verdict::suppress) == LWM2M_ACCESS_VERDICT_SUPPRESS);
static_assert(to_c(verdict::cancel) == LWM2M_ACCESS_VERDICT_CANCEL);
static_assert(to_c(verdict::gone) == LWM2M_ACCESS_VERDICT_GONE);
static_assert(to_c(coap::created) == LWM2M_ACCESS_CODE_CREATED);
static_assert(to_c(coap::deleted) == LWM2M_ACCESS_CODE_DELETED);
static_assert(to_c(coap::changed) == LWM2M_ACCESS_CODE_CHANGED);
static_assert(to_c(coap::content) == LWM2M_ACCESS_CODE_CONTENT);
static_assert(to_c(coap::bad_request) == LWM2M_ACCESS_CODE_BAD_REQUEST);
static_assert(to_c(coap::unauthorized) == LWM2M_ACCESS_CODE_UNAUTHORIZED);
static_assert(to_c(coap::not_found) == LWM2M_ACCESS_CODE_NOT_FOUND);
static_assert(to_c(coap::method_not_allowed) == LWM2M_ACCESS_CODE_METHOD_NOT_ALLOWED);
static_assert(to_c(coap::not_acceptable) == LWM2M_ACCESS_CODE_NOT_ACCEPTABLE);
static_assert(to_c(coap::internal_server_error) == LWM2M_ACCESS_CODE_INTERNAL_SERVER_ERROR);
static_assert(to_c(coap::none) == LWM2M_ACCESS_CODE_NONE);
static_assert(to_c(determined_by::nothing) == LWM2M_ACCESS_DETERMINED_BY_NOTHING);
static_assert(to_c(determined_by::no_account) == LWM2M_ACCESS_DETERMINED_BY_NO_ACCOUNT);
static_assert(to_c(determined_by::single_account) == LWM2M_ACCESS_DETERMINED_BY_SINGLE_ACCOUNT);
static_assert(to_c(determined_by::access_control_disabled) ==
              LWM2M_ACCESS_DETERMINED_BY_ACCESS_CONTROL_DISABLED);
static_assert(to_c(determined_by::own_entry) == LWM2M_ACCESS_DETERMINED_BY_OWN_ENTRY);
static_assert(to_c(determined_by::owner) == LWM2M_ACCESS_DETERMINED_BY_OWNER);
static_assert(to_c(determined_by::default_entry) == LWM2M_ACCESS_DETERMINED_BY_DEFAULT_ENTRY);
static_assert(to_c(determined_by::no_entry) == LWM2M_ACCESS_DETERMINED_BY_NO_ENTRY);
static_assert(to_c(determined_by::no_access_control) ==
              LWM2M_ACCESS_DETERMINED_BY_NO_ACCESS_CONTROL);
static_assert(to_c(determined_by::from_bootstrap) == LWM2M_ACCESS_DETERMINED_BY_BOOTSTRAP);
static_assert(to_c(determined_by::any_account) == LWM2M_ACCESS_DETERMINED_BY_ANY_ACCOUNT);
static_assert(to_c(step::none) == LWM2M_ACCESS_STEP_NONE);
static_assert(to_c(step::restricted_object) == LWM2M_ACCESS_STEP_RESTRICTED_OBJECT);
static_assert(to_c(step::composite_shape) == LWM2M_ACCESS_STEP_COMPOSITE_SHAPE);
static_assert(to_c(step::account) == LWM2M_ACCESS_STEP_ACCOUNT);
static_assert(to_c(step::payload) == LWM2M_ACCESS_STEP_PAYLOAD);
static_assert(to_c(step::existence) == LWM2M_ACCESS_STEP_EXISTENCE);
static_assert(to_c(step::object_level) == LWM2M_ACCESS_STEP_OBJECT_LEVEL);
static_assert(to_c(step::access_right) == LWM2M_ACCESS_STEP_ACCESS_RIGHT);
static_assert(to_c(step::resource) == LWM2M_ACCESS_STEP_RESOURCE);
static_assert(to_c(step::level) == LWM2M_ACCESS_STEP_LEVEL);
static_assert(to_c(step::operation_support) == LWM2M_ACCESS_STEP_OPERATION_SUPPORT);
static_assert(to_c(step::content) == LWM2M_ACCESS_STEP_CONTENT);
static_assert(to_c(step::instance_taken) == LWM2M_ACCESS_STEP_INSTANCE_TAKEN);
static_assert(to_c(step::room) == LWM2M_ACCESS_STEP_ROOM);
static_assert(to_c(step::passed) == LWM2M_ACCESS_STEP_PASSED);
static_assert(to_c(reason::not_decided) == LWM2M_ACCESS_REASON_NOT_DECIDED);
static_assert(to_c(reason::allowed) == LWM2M_ACCESS_REASON_ALLOWED);
static_assert(to_c(reason::object_is_restricted) == LWM2M_ACCESS_REASON_OBJECT_IS_RESTRICTED);
static_assert(to_c(reason::composite_path_too_short) ==
              LWM2M_ACCESS_REASON_COMPOSITE_PATH_TOO_SHORT);
static_assert(to_c(reason::no_account) == LWM2M_ACCESS_REASON_NO_ACCOUNT);
static_assert(to_c(reason::edition_unknown) == LWM2M_ACCESS_REASON_EDITION_UNKNOWN);
static_assert(to_c(reason::operation_unknown) == LWM2M_ACCESS_REASON_OPERATION_UNKNOWN);
static_assert(to_c(reason::not_for_bootstrap) == LWM2M_ACCESS_REASON_NOT_FOR_BOOTSTRAP);
static_assert(to_c(reason::path_missing) == LWM2M_ACCESS_REASON_PATH_MISSING);
static_assert(to_c(reason::path_is_root) == LWM2M_ACCESS_REASON_PATH_IS_ROOT);
static_assert(to_c(reason::payload_outside_uri_path) ==
              LWM2M_ACCESS_REASON_PAYLOAD_OUTSIDE_URI_PATH);
static_assert(to_c(reason::object_not_found) == LWM2M_ACCESS_REASON_OBJECT_NOT_FOUND);
static_assert(to_c(reason::object_instance_not_found) ==
              LWM2M_ACCESS_REASON_OBJECT_INSTANCE_NOT_FOUND);
static_assert(to_c(reason::operation_not_on_object) == LWM2M_ACCESS_REASON_OPERATION_NOT_ON_OBJECT);
static_assert(to_c(reason::access_right_missing) == LWM2M_ACCESS_REASON_ACCESS_RIGHT_MISSING);
static_assert(to_c(reason::not_the_owner) == LWM2M_ACCESS_REASON_NOT_THE_OWNER);
static_assert(to_c(reason::kept_by_the_client) == LWM2M_ACCESS_REASON_KEPT_BY_THE_CLIENT);
static_assert(to_c(reason::nothing_readable) == LWM2M_ACCESS_REASON_NOTHING_READABLE);
static_assert(to_c(reason::resource_not_found) == LWM2M_ACCESS_REASON_RESOURCE_NOT_FOUND);
static_assert(to_c(reason::resource_instance_not_found) ==
              LWM2M_ACCESS_REASON_RESOURCE_INSTANCE_NOT_FOUND);
static_assert(to_c(reason::operation_not_on_this_level) ==
              LWM2M_ACCESS_REASON_OPERATION_NOT_ON_THIS_LEVEL);
static_assert(to_c(reason::device_instance_is_kept) == LWM2M_ACCESS_REASON_DEVICE_INSTANCE_IS_KEPT);
static_assert(to_c(reason::operation_not_supported) == LWM2M_ACCESS_REASON_OPERATION_NOT_SUPPORTED);
static_assert(to_c(reason::access_control_read_only) ==
              LWM2M_ACCESS_REASON_ACCESS_CONTROL_READ_ONLY);
static_assert(to_c(reason::mandatory_resource_missing) ==
              LWM2M_ACCESS_REASON_MANDATORY_RESOURCE_MISSING);
static_assert(to_c(reason::object_instance_exists) == LWM2M_ACCESS_REASON_OBJECT_INSTANCE_EXISTS);
static_assert(to_c(reason::object_instance_id_reserved) ==
              LWM2M_ACCESS_REASON_OBJECT_INSTANCE_ID_RESERVED);
static_assert(to_c(reason::access_right_out_of_range) ==
              LWM2M_ACCESS_REASON_ACCESS_RIGHT_OUT_OF_RANGE);
static_assert(to_c(reason::entry_id_reserved) == LWM2M_ACCESS_REASON_ENTRY_ID_RESERVED);
static_assert(to_c(reason::value_doubled) == LWM2M_ACCESS_REASON_VALUE_DOUBLED);
static_assert(to_c(reason::object_level_takes_only_create) ==
              LWM2M_ACCESS_REASON_OBJECT_LEVEL_TAKES_ONLY_CREATE);
static_assert(to_c(reason::object_level_owner_is_bootstrap) ==
              LWM2M_ACCESS_REASON_OBJECT_LEVEL_OWNER_IS_BOOTSTRAP);
static_assert(to_c(reason::owner_out_of_range) == LWM2M_ACCESS_REASON_OWNER_OUT_OF_RANGE);
static_assert(to_c(reason::owner_without_account) == LWM2M_ACCESS_REASON_OWNER_WITHOUT_ACCOUNT);
static_assert(to_c(reason::target_out_of_range) == LWM2M_ACCESS_REASON_TARGET_OUT_OF_RANGE);
static_assert(to_c(reason::target_doubled) == LWM2M_ACCESS_REASON_TARGET_DOUBLED);
static_assert(to_c(reason::value_missing) == LWM2M_ACCESS_REASON_VALUE_MISSING);
static_assert(to_c(reason::no_room) == LWM2M_ACCESS_REASON_NO_ROOM);
static_assert(to_c(reason::payload_names_two_instances) ==
              LWM2M_ACCESS_REASON_PAYLOAD_NAMES_TWO_INSTANCES);
static_assert(to_c(reason::no_right_on_any_instance) ==
              LWM2M_ACCESS_REASON_NO_RIGHT_ON_ANY_INSTANCE);
static_assert(to_c(reason::object_instance_id_not_zero) ==
              LWM2M_ACCESS_REASON_OBJECT_INSTANCE_ID_NOT_ZERO);
static_assert(to_c(reason::value_not_an_integer) ==
              LWM2M_ACCESS_REASON_VALUE_NOT_AN_INTEGER);
static_assert(to_c(reason::null_deletes_resource_instances_only) ==
              LWM2M_ACCESS_REASON_NULL_DELETES_RESOURCE_INSTANCES_ONLY);
static_assert(to_c(reason::instance_is_kept) ==
              LWM2M_ACCESS_REASON_INSTANCE_IS_KEPT);
static_assert(to_c(reason::bootstrap_in_progress) ==
              LWM2M_ACCESS_REASON_BOOTSTRAP_IN_PROGRESS);
static_assert(to_c(reason::granted_meanwhile) ==
              LWM2M_ACCESS_REASON_GRANTED_MEANWHILE);
static_assert(to_c(reason::policy_being_changed) ==
              LWM2M_ACCESS_REASON_POLICY_BEING_CHANGED);
static_assert(to_c(observation_state::ended) == LWM2M_ACCESS_OBSERVATION_ENDED);
static_assert(to_c(observation_state::suppressed) == LWM2M_ACCESS_OBSERVATION_SUPPRESSED);
static_assert(to_c(observation_state::active) == LWM2M_ACCESS_OBSERVATION_ACTIVE);
static_assert(to_c(observation_state::gone) == LWM2M_ACCESS_OBSERVATION_GONE);
static_assert(number_of(change_kind::made) == LWM2M_ACCESS_CHANGE_MADE);
static_assert(number_of(change_kind::changed) == LWM2M_ACCESS_CHANGE_CHANGED);
static_assert(number_of(change_kind::erased) == LWM2M_ACCESS_CHANGE_ERASED);
static_assert(number_of(fault_kind::edition_unknown) == LWM2M_ACCESS_FAULT_EDITION_UNKNOWN);
static_assert(number_of(fault_kind::target_missing) == LWM2M_ACCESS_FAULT_TARGET_MISSING);
static_assert(number_of(fault_kind::target_restricted) == LWM2M_ACCESS_FAULT_TARGET_RESTRICTED);
static_assert(number_of(fault_kind::target_doubled) == LWM2M_ACCESS_FAULT_TARGET_DOUBLED);
static_assert(number_of(fault_kind::owner_without_account) ==
              LWM2M_ACCESS_FAULT_OWNER_WITHOUT_ACCOUNT);
static_assert(number_of(fault_kind::owner_at_object_level) ==
              LWM2M_ACCESS_FAULT_OWNER_AT_OBJECT_LEVEL);
static_assert(to_c(status::done) == LWM2M_ACCESS_STATUS_DONE);
static_assert(to_c(status::no_room) == LWM2M_ACCESS_STATUS_NO_ROOM);
static_assert(to_c(status::server_doubled) == LWM2M_ACCESS_STATUS_SERVER_DOUBLED);
static_assert(to_c(status::server_invalid) == LWM2M_ACCESS_STATUS_SERVER_INVALID);
static_assert(to_c(status::server_unknown) == LWM2M_ACCESS_STATUS_SERVER_UNKNOWN);
static_assert(to_c(status::entry_doubled) == LWM2M_ACCESS_STATUS_ENTRY_DOUBLED);
static_assert(to_c(status::entry_invalid) == LWM2M_ACCESS_STATUS_ENTRY_INVALID);
static_assert(to_c(status::entry_unknown) == LWM2M_ACCESS_STATUS_ENTRY_UNKNOWN);
static_assert(to_c(status::id_doubled) == LWM2M_ACCESS_STATUS_ID_DOUBLED);
static_assert(to_c(status::id_invalid) == LWM2M_ACCESS_STATUS_ID_INVALID);
static_assert(to_c(status::id_unknown) == LWM2M_ACCESS_STATUS_ID_UNKNOWN);
static_assert(to_c(status::target_doubled) == LWM2M_ACCESS_STATUS_TARGET_DOUBLED);
static_assert(to_c(status::target_invalid) == LWM2M_ACCESS_STATUS_TARGET_INVALID);
static_assert(to_c(status::owner_invalid) == LWM2M_ACCESS_STATUS_OWNER_INVALID);
static_assert(to_c(status::right_invalid) == LWM2M_ACCESS_STATUS_RIGHT_INVALID);
static_assert(to_c(status::edition_cannot_disable) == LWM2M_ACCESS_STATUS_EDITION_CANNOT_DISABLE);
static_assert(to_c(status::access_control_present) == LWM2M_ACCESS_STATUS_ACCESS_CONTROL_PRESENT);
static_assert(to_c(status::object_doubled) == LWM2M_ACCESS_STATUS_OBJECT_DOUBLED);
static_assert(to_c(status::object_invalid) == LWM2M_ACCESS_STATUS_OBJECT_INVALID);
static_assert(to_c(status::object_unknown) == LWM2M_ACCESS_STATUS_OBJECT_UNKNOWN);
static_assert(to_c(status::resource_doubled) == LWM2M_ACCESS_STATUS_RESOURCE_DOUBLED);
static_assert(to_c(status::resource_invalid) == LWM2M_ACCESS_STATUS_RESOURCE_INVALID);
static_assert(to_c(status::instance_doubled) == LWM2M_ACCESS_STATUS_INSTANCE_DOUBLED);
static_assert(to_c(status::instance_invalid) == LWM2M_ACCESS_STATUS_INSTANCE_INVALID);
static_assert(to_c(status::instance_unknown) == LWM2M_ACCESS_STATUS_INSTANCE_UNKNOWN);
static_assert(to_c(status::being_changed) == LWM2M_ACCESS_STATUS_BEING_CHANGED);
static_assert(to_c(status::bootstrap_in_progress) == LWM2M_ACCESS_STATUS_BOOTSTRAP_IN_PROGRESS);
static_assert(to_c(snapshot_status::buffer_too_small) == LWM2M_ACCESS_STATUS_BUFFER_TOO_SMALL);
static_assert(to_c(snapshot_status::edition_unknown) ==
              LWM2M_ACCESS_STATUS_SNAPSHOT_EDITION_UNKNOWN);
static_assert(to_c(snapshot_status::too_short) == LWM2M_ACCESS_STATUS_SNAPSHOT_TOO_SHORT);
static_assert(to_c(snapshot_status::not_a_snapshot) == LWM2M_ACCESS_STATUS_NOT_A_SNAPSHOT);
static_assert(to_c(snapshot_status::version_unknown) ==
              LWM2M_ACCESS_STATUS_SNAPSHOT_VERSION_UNKNOWN);
static_assert(to_c(snapshot_status::length_differs) == LWM2M_ACCESS_STATUS_SNAPSHOT_LENGTH_DIFFERS);
static_assert(to_c(snapshot_status::checksum_differs) ==
              LWM2M_ACCESS_STATUS_SNAPSHOT_CHECKSUM_DIFFERS);
static_assert(to_c(snapshot_status::edition_differs) ==
              LWM2M_ACCESS_STATUS_SNAPSHOT_EDITION_DIFFERS);
static_assert(to_c(snapshot_status::account_invalid) ==
              LWM2M_ACCESS_STATUS_SNAPSHOT_ACCOUNT_INVALID);
static_assert(to_c(snapshot_status::instance_invalid) ==
              LWM2M_ACCESS_STATUS_SNAPSHOT_INSTANCE_INVALID);
static_assert(to_c(snapshot_status::no_room) == LWM2M_ACCESS_STATUS_SNAPSHOT_NO_ROOM);

// No operation and no reason has been added behind the last one.
static_assert(!is_operation(LWM2M_ACCESS_OPERATION_WRITE_COMPOSITE + 1));
static_assert(facts_of(static_cast<reason>(LWM2M_ACCESS_REASON_POLICY_BEING_CHANGED)).step == step::none);

}  // namespace lwm2m::access::inline v0::c
