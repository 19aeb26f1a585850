// Written by tests/tools/generate_c_constants.py: C++ enumerators have the numbers of C.

#include "support/catch.hpp"
#include "support/numbers.hpp"

#include <lwm2m/access.hpp>
#include <lwm2m/access/c/constants.h>
#include <lwm2m/access/coap_mapping.hpp>
#include <lwm2m/access/explain.hpp>
#include <lwm2m/access/snapshot.hpp>

namespace {

namespace lac = lwm2m::access;

// clang-format off

constexpr pair<lac::edition_name> all_of_edition_name[] = {
    {lac::edition_name::draft, LWM2M_ACCESS_EDITION_DRAFT},
    {lac::edition_name::v1_0, LWM2M_ACCESS_EDITION_1_0},
    {lac::edition_name::v1_1, LWM2M_ACCESS_EDITION_1_1},
    {lac::edition_name::v1_2, LWM2M_ACCESS_EDITION_1_2},
};
static_assert(agree(all_of_edition_name, 0));

constexpr pair<lac::level> all_of_level[] = {
    {lac::level::root, LWM2M_ACCESS_LEVEL_ROOT},
    {lac::level::object, LWM2M_ACCESS_LEVEL_OBJECT},
    {lac::level::object_instance, LWM2M_ACCESS_LEVEL_OBJECT_INSTANCE},
    {lac::level::resource, LWM2M_ACCESS_LEVEL_RESOURCE},
    {lac::level::resource_instance, LWM2M_ACCESS_LEVEL_RESOURCE_INSTANCE},
};
static_assert(agree(all_of_level, 0));

constexpr pair<lac::operation> all_of_operation[] = {
    {lac::operation::read, LWM2M_ACCESS_OPERATION_READ},
    {lac::operation::write, LWM2M_ACCESS_OPERATION_WRITE},
    {lac::operation::update, LWM2M_ACCESS_OPERATION_UPDATE},
    {lac::operation::execute, LWM2M_ACCESS_OPERATION_EXECUTE},
    {lac::operation::create, LWM2M_ACCESS_OPERATION_CREATE},
    {lac::operation::delete_, LWM2M_ACCESS_OPERATION_DELETE},
    {lac::operation::discover, LWM2M_ACCESS_OPERATION_DISCOVER},
    {lac::operation::write_attributes, LWM2M_ACCESS_OPERATION_WRITE_ATTRIBUTES},
    {lac::operation::observe, LWM2M_ACCESS_OPERATION_OBSERVE},
    {lac::operation::cancel_observation, LWM2M_ACCESS_OPERATION_CANCEL_OBSERVATION},
    {lac::operation::notify, LWM2M_ACCESS_OPERATION_NOTIFY},
    {lac::operation::send, LWM2M_ACCESS_OPERATION_SEND},
    {lac::operation::read_composite, LWM2M_ACCESS_OPERATION_READ_COMPOSITE},
    {lac::operation::observe_composite, LWM2M_ACCESS_OPERATION_OBSERVE_COMPOSITE},
    {lac::operation::write_composite, LWM2M_ACCESS_OPERATION_WRITE_COMPOSITE},
};
static_assert(agree(all_of_operation, 0));

constexpr pair<lac::value_kind> all_of_value_kind[] = {
    {lac::value_kind::integer, LWM2M_ACCESS_VALUE_INTEGER},
    {lac::value_kind::not_an_integer, LWM2M_ACCESS_VALUE_NOT_AN_INTEGER},
    {lac::value_kind::nothing, LWM2M_ACCESS_VALUE_NOTHING},
    {lac::value_kind::no_value, LWM2M_ACCESS_VALUE_NO_VALUE},
};
static_assert(agree(all_of_value_kind, 0));

constexpr pair<lac::verdict> all_of_verdict[] = {
    {lac::verdict::denied, LWM2M_ACCESS_VERDICT_DENIED},
    {lac::verdict::allowed, LWM2M_ACCESS_VERDICT_ALLOWED},
    {lac::verdict::send, LWM2M_ACCESS_VERDICT_SEND},
    {lac::verdict::suppress, LWM2M_ACCESS_VERDICT_SUPPRESS},
    {lac::verdict::cancel, LWM2M_ACCESS_VERDICT_CANCEL},
    {lac::verdict::gone, LWM2M_ACCESS_VERDICT_GONE},
};
static_assert(agree(all_of_verdict, 1));

constexpr pair<lac::coap> all_of_coap[] = {
    {lac::coap::created, LWM2M_ACCESS_CODE_CREATED},
    {lac::coap::deleted, LWM2M_ACCESS_CODE_DELETED},
    {lac::coap::changed, LWM2M_ACCESS_CODE_CHANGED},
    {lac::coap::content, LWM2M_ACCESS_CODE_CONTENT},
    {lac::coap::bad_request, LWM2M_ACCESS_CODE_BAD_REQUEST},
    {lac::coap::unauthorized, LWM2M_ACCESS_CODE_UNAUTHORIZED},
    {lac::coap::not_found, LWM2M_ACCESS_CODE_NOT_FOUND},
    {lac::coap::method_not_allowed, LWM2M_ACCESS_CODE_METHOD_NOT_ALLOWED},
    {lac::coap::not_acceptable, LWM2M_ACCESS_CODE_NOT_ACCEPTABLE},
    {lac::coap::internal_server_error, LWM2M_ACCESS_CODE_INTERNAL_SERVER_ERROR},
};
static_assert(agree(all_of_coap, 0));

constexpr pair<lac::determined_by> all_of_determined_by[] = {
    {lac::determined_by::nothing, LWM2M_ACCESS_DETERMINED_BY_NOTHING},
    {lac::determined_by::no_account, LWM2M_ACCESS_DETERMINED_BY_NO_ACCOUNT},
    {lac::determined_by::single_account, LWM2M_ACCESS_DETERMINED_BY_SINGLE_ACCOUNT},
    {lac::determined_by::access_control_disabled,
     LWM2M_ACCESS_DETERMINED_BY_ACCESS_CONTROL_DISABLED},
    {lac::determined_by::own_entry, LWM2M_ACCESS_DETERMINED_BY_OWN_ENTRY},
    {lac::determined_by::owner, LWM2M_ACCESS_DETERMINED_BY_OWNER},
    {lac::determined_by::default_entry, LWM2M_ACCESS_DETERMINED_BY_DEFAULT_ENTRY},
    {lac::determined_by::no_entry, LWM2M_ACCESS_DETERMINED_BY_NO_ENTRY},
    {lac::determined_by::no_access_control, LWM2M_ACCESS_DETERMINED_BY_NO_ACCESS_CONTROL},
    {lac::determined_by::from_bootstrap, LWM2M_ACCESS_DETERMINED_BY_BOOTSTRAP},
    {lac::determined_by::any_account, LWM2M_ACCESS_DETERMINED_BY_ANY_ACCOUNT},
};
static_assert(agree(all_of_determined_by, 1));

constexpr pair<lac::step> all_of_step[] = {
    {lac::step::none, LWM2M_ACCESS_STEP_NONE},
    {lac::step::restricted_object, LWM2M_ACCESS_STEP_RESTRICTED_OBJECT},
    {lac::step::composite_shape, LWM2M_ACCESS_STEP_COMPOSITE_SHAPE},
    {lac::step::account, LWM2M_ACCESS_STEP_ACCOUNT},
    {lac::step::payload, LWM2M_ACCESS_STEP_PAYLOAD},
    {lac::step::existence, LWM2M_ACCESS_STEP_EXISTENCE},
    {lac::step::object_level, LWM2M_ACCESS_STEP_OBJECT_LEVEL},
    {lac::step::access_right, LWM2M_ACCESS_STEP_ACCESS_RIGHT},
    {lac::step::resource, LWM2M_ACCESS_STEP_RESOURCE},
    {lac::step::level, LWM2M_ACCESS_STEP_LEVEL},
    {lac::step::operation_support, LWM2M_ACCESS_STEP_OPERATION_SUPPORT},
    {lac::step::content, LWM2M_ACCESS_STEP_CONTENT},
    {lac::step::instance_taken, LWM2M_ACCESS_STEP_INSTANCE_TAKEN},
    {lac::step::room, LWM2M_ACCESS_STEP_ROOM},
    {lac::step::passed, LWM2M_ACCESS_STEP_PASSED},
};
static_assert(agree(all_of_step, 1));

constexpr pair<lac::reason> all_of_reason[] = {
    {lac::reason::not_decided, LWM2M_ACCESS_REASON_NOT_DECIDED},
    {lac::reason::allowed, LWM2M_ACCESS_REASON_ALLOWED},
    {lac::reason::object_is_restricted, LWM2M_ACCESS_REASON_OBJECT_IS_RESTRICTED},
    {lac::reason::composite_path_too_short, LWM2M_ACCESS_REASON_COMPOSITE_PATH_TOO_SHORT},
    {lac::reason::no_account, LWM2M_ACCESS_REASON_NO_ACCOUNT},
    {lac::reason::edition_unknown, LWM2M_ACCESS_REASON_EDITION_UNKNOWN},
    {lac::reason::operation_unknown, LWM2M_ACCESS_REASON_OPERATION_UNKNOWN},
    {lac::reason::not_for_bootstrap, LWM2M_ACCESS_REASON_NOT_FOR_BOOTSTRAP},
    {lac::reason::path_missing, LWM2M_ACCESS_REASON_PATH_MISSING},
    {lac::reason::path_is_root, LWM2M_ACCESS_REASON_PATH_IS_ROOT},
    {lac::reason::payload_outside_uri_path, LWM2M_ACCESS_REASON_PAYLOAD_OUTSIDE_URI_PATH},
    {lac::reason::object_not_found, LWM2M_ACCESS_REASON_OBJECT_NOT_FOUND},
    {lac::reason::object_instance_not_found, LWM2M_ACCESS_REASON_OBJECT_INSTANCE_NOT_FOUND},
    {lac::reason::operation_not_on_object, LWM2M_ACCESS_REASON_OPERATION_NOT_ON_OBJECT},
    {lac::reason::access_right_missing, LWM2M_ACCESS_REASON_ACCESS_RIGHT_MISSING},
    {lac::reason::not_the_owner, LWM2M_ACCESS_REASON_NOT_THE_OWNER},
    {lac::reason::kept_by_the_client, LWM2M_ACCESS_REASON_KEPT_BY_THE_CLIENT},
    {lac::reason::nothing_readable, LWM2M_ACCESS_REASON_NOTHING_READABLE},
    {lac::reason::resource_not_found, LWM2M_ACCESS_REASON_RESOURCE_NOT_FOUND},
    {lac::reason::resource_instance_not_found, LWM2M_ACCESS_REASON_RESOURCE_INSTANCE_NOT_FOUND},
    {lac::reason::operation_not_on_this_level, LWM2M_ACCESS_REASON_OPERATION_NOT_ON_THIS_LEVEL},
    {lac::reason::device_instance_is_kept, LWM2M_ACCESS_REASON_DEVICE_INSTANCE_IS_KEPT},
    {lac::reason::operation_not_supported, LWM2M_ACCESS_REASON_OPERATION_NOT_SUPPORTED},
    {lac::reason::access_control_read_only, LWM2M_ACCESS_REASON_ACCESS_CONTROL_READ_ONLY},
    {lac::reason::mandatory_resource_missing, LWM2M_ACCESS_REASON_MANDATORY_RESOURCE_MISSING},
    {lac::reason::object_instance_exists, LWM2M_ACCESS_REASON_OBJECT_INSTANCE_EXISTS},
    {lac::reason::object_instance_id_reserved, LWM2M_ACCESS_REASON_OBJECT_INSTANCE_ID_RESERVED},
    {lac::reason::access_right_out_of_range, LWM2M_ACCESS_REASON_ACCESS_RIGHT_OUT_OF_RANGE},
    {lac::reason::entry_id_reserved, LWM2M_ACCESS_REASON_ENTRY_ID_RESERVED},
    {lac::reason::value_doubled, LWM2M_ACCESS_REASON_VALUE_DOUBLED},
    {lac::reason::object_level_takes_only_create,
     LWM2M_ACCESS_REASON_OBJECT_LEVEL_TAKES_ONLY_CREATE},
    {lac::reason::object_level_owner_is_bootstrap,
     LWM2M_ACCESS_REASON_OBJECT_LEVEL_OWNER_IS_BOOTSTRAP},
    {lac::reason::owner_out_of_range, LWM2M_ACCESS_REASON_OWNER_OUT_OF_RANGE},
    {lac::reason::owner_without_account, LWM2M_ACCESS_REASON_OWNER_WITHOUT_ACCOUNT},
    {lac::reason::target_out_of_range, LWM2M_ACCESS_REASON_TARGET_OUT_OF_RANGE},
    {lac::reason::target_doubled, LWM2M_ACCESS_REASON_TARGET_DOUBLED},
    {lac::reason::value_missing, LWM2M_ACCESS_REASON_VALUE_MISSING},
    {lac::reason::no_room, LWM2M_ACCESS_REASON_NO_ROOM},
    {lac::reason::payload_names_two_instances, LWM2M_ACCESS_REASON_PAYLOAD_NAMES_TWO_INSTANCES},
    {lac::reason::no_right_on_any_instance, LWM2M_ACCESS_REASON_NO_RIGHT_ON_ANY_INSTANCE},
    {lac::reason::object_instance_id_not_zero, LWM2M_ACCESS_REASON_OBJECT_INSTANCE_ID_NOT_ZERO},
    {lac::reason::value_not_an_integer, LWM2M_ACCESS_REASON_VALUE_NOT_AN_INTEGER},
    {lac::reason::null_deletes_resource_instances_only,
     LWM2M_ACCESS_REASON_NULL_DELETES_RESOURCE_INSTANCES_ONLY},
    {lac::reason::instance_is_kept, LWM2M_ACCESS_REASON_INSTANCE_IS_KEPT},
    {lac::reason::bootstrap_in_progress, LWM2M_ACCESS_REASON_BOOTSTRAP_IN_PROGRESS},
    {lac::reason::granted_meanwhile, LWM2M_ACCESS_REASON_GRANTED_MEANWHILE},
    {lac::reason::policy_being_changed, LWM2M_ACCESS_REASON_POLICY_BEING_CHANGED},
};
static_assert(agree(all_of_reason, 1));

constexpr pair<lac::hint> all_of_hint[] = {
    {lac::hint::none, LWM2M_ACCESS_HINT_NONE},
    {lac::hint::object_level_missing, LWM2M_ACCESS_HINT_OBJECT_LEVEL_MISSING},
    {lac::hint::default_entry_creates_nothing, LWM2M_ACCESS_HINT_DEFAULT_ENTRY_CREATES_NOTHING},
    {lac::hint::instance_entry_creates_nothing, LWM2M_ACCESS_HINT_INSTANCE_ENTRY_CREATES_NOTHING},
    {lac::hint::only_the_owner_writes, LWM2M_ACCESS_HINT_ONLY_THE_OWNER_WRITES},
    {lac::hint::only_bootstrap_writes, LWM2M_ACCESS_HINT_ONLY_BOOTSTRAP_WRITES},
    {lac::hint::nothing_is_there, LWM2M_ACCESS_HINT_NOTHING_IS_THERE},
    {lac::hint::nothing_may_be_read, LWM2M_ACCESS_HINT_NOTHING_MAY_BE_READ},
    {lac::hint::nothing_supports_read, LWM2M_ACCESS_HINT_NOTHING_SUPPORTS_READ},
};
static_assert(agree(all_of_hint, 1));

constexpr pair<lac::observation_state> all_of_observation_state[] = {
    {lac::observation_state::ended, LWM2M_ACCESS_OBSERVATION_ENDED},
    {lac::observation_state::suppressed, LWM2M_ACCESS_OBSERVATION_SUPPRESSED},
    {lac::observation_state::active, LWM2M_ACCESS_OBSERVATION_ACTIVE},
    {lac::observation_state::gone, LWM2M_ACCESS_OBSERVATION_GONE},
};
static_assert(agree(all_of_observation_state, 1));

constexpr pair<lac::change_kind> all_of_change_kind[] = {
    {lac::change_kind::made, LWM2M_ACCESS_CHANGE_MADE},
    {lac::change_kind::changed, LWM2M_ACCESS_CHANGE_CHANGED},
    {lac::change_kind::erased, LWM2M_ACCESS_CHANGE_ERASED},
};
static_assert(agree(all_of_change_kind, 0));

constexpr pair<lac::fault_kind> all_of_fault_kind[] = {
    {lac::fault_kind::edition_unknown, LWM2M_ACCESS_FAULT_EDITION_UNKNOWN},
    {lac::fault_kind::target_missing, LWM2M_ACCESS_FAULT_TARGET_MISSING},
    {lac::fault_kind::target_restricted, LWM2M_ACCESS_FAULT_TARGET_RESTRICTED},
    {lac::fault_kind::target_doubled, LWM2M_ACCESS_FAULT_TARGET_DOUBLED},
    {lac::fault_kind::owner_without_account, LWM2M_ACCESS_FAULT_OWNER_WITHOUT_ACCOUNT},
    {lac::fault_kind::owner_at_object_level, LWM2M_ACCESS_FAULT_OWNER_AT_OBJECT_LEVEL},
};
static_assert(agree(all_of_fault_kind, 0));

constexpr pair<lac::status> all_of_status[] = {
    {lac::status::done, LWM2M_ACCESS_STATUS_DONE},
    {lac::status::no_room, LWM2M_ACCESS_STATUS_NO_ROOM},
    {lac::status::server_doubled, LWM2M_ACCESS_STATUS_SERVER_DOUBLED},
    {lac::status::server_invalid, LWM2M_ACCESS_STATUS_SERVER_INVALID},
    {lac::status::server_unknown, LWM2M_ACCESS_STATUS_SERVER_UNKNOWN},
    {lac::status::entry_doubled, LWM2M_ACCESS_STATUS_ENTRY_DOUBLED},
    {lac::status::entry_invalid, LWM2M_ACCESS_STATUS_ENTRY_INVALID},
    {lac::status::entry_unknown, LWM2M_ACCESS_STATUS_ENTRY_UNKNOWN},
    {lac::status::id_doubled, LWM2M_ACCESS_STATUS_ID_DOUBLED},
    {lac::status::id_invalid, LWM2M_ACCESS_STATUS_ID_INVALID},
    {lac::status::id_unknown, LWM2M_ACCESS_STATUS_ID_UNKNOWN},
    {lac::status::target_doubled, LWM2M_ACCESS_STATUS_TARGET_DOUBLED},
    {lac::status::target_invalid, LWM2M_ACCESS_STATUS_TARGET_INVALID},
    {lac::status::owner_invalid, LWM2M_ACCESS_STATUS_OWNER_INVALID},
    {lac::status::right_invalid, LWM2M_ACCESS_STATUS_RIGHT_INVALID},
    {lac::status::edition_cannot_disable, LWM2M_ACCESS_STATUS_EDITION_CANNOT_DISABLE},
    {lac::status::access_control_present, LWM2M_ACCESS_STATUS_ACCESS_CONTROL_PRESENT},
    {lac::status::object_doubled, LWM2M_ACCESS_STATUS_OBJECT_DOUBLED},
    {lac::status::object_invalid, LWM2M_ACCESS_STATUS_OBJECT_INVALID},
    {lac::status::object_unknown, LWM2M_ACCESS_STATUS_OBJECT_UNKNOWN},
    {lac::status::resource_doubled, LWM2M_ACCESS_STATUS_RESOURCE_DOUBLED},
    {lac::status::resource_invalid, LWM2M_ACCESS_STATUS_RESOURCE_INVALID},
    {lac::status::instance_doubled, LWM2M_ACCESS_STATUS_INSTANCE_DOUBLED},
    {lac::status::instance_invalid, LWM2M_ACCESS_STATUS_INSTANCE_INVALID},
    {lac::status::instance_unknown, LWM2M_ACCESS_STATUS_INSTANCE_UNKNOWN},
    {lac::status::being_changed, LWM2M_ACCESS_STATUS_BEING_CHANGED},
    {lac::status::bootstrap_in_progress, LWM2M_ACCESS_STATUS_BOOTSTRAP_IN_PROGRESS},
};
static_assert(agree(all_of_status, 0));

constexpr pair<lac::snapshot_status> all_of_snapshot_status[] = {
    {lac::snapshot_status::buffer_too_small, LWM2M_ACCESS_STATUS_BUFFER_TOO_SMALL},
    {lac::snapshot_status::edition_unknown, LWM2M_ACCESS_STATUS_SNAPSHOT_EDITION_UNKNOWN},
    {lac::snapshot_status::too_short, LWM2M_ACCESS_STATUS_SNAPSHOT_TOO_SHORT},
    {lac::snapshot_status::not_a_snapshot, LWM2M_ACCESS_STATUS_NOT_A_SNAPSHOT},
    {lac::snapshot_status::version_unknown, LWM2M_ACCESS_STATUS_SNAPSHOT_VERSION_UNKNOWN},
    {lac::snapshot_status::length_differs, LWM2M_ACCESS_STATUS_SNAPSHOT_LENGTH_DIFFERS},
    {lac::snapshot_status::checksum_differs, LWM2M_ACCESS_STATUS_SNAPSHOT_CHECKSUM_DIFFERS},
    {lac::snapshot_status::edition_differs, LWM2M_ACCESS_STATUS_SNAPSHOT_EDITION_DIFFERS},
    {lac::snapshot_status::account_invalid, LWM2M_ACCESS_STATUS_SNAPSHOT_ACCOUNT_INVALID},
    {lac::snapshot_status::instance_invalid, LWM2M_ACCESS_STATUS_SNAPSHOT_INSTANCE_INVALID},
    {lac::snapshot_status::no_room, LWM2M_ACCESS_STATUS_SNAPSHOT_NO_ROOM},
};
static_assert(agree(all_of_snapshot_status, 64));

constexpr pair<lac::coap_method> all_of_coap_method[] = {
    {lac::coap_method::get, LWM2M_ACCESS_COAP_GET},
    {lac::coap_method::post, LWM2M_ACCESS_COAP_POST},
    {lac::coap_method::put, LWM2M_ACCESS_COAP_PUT},
    {lac::coap_method::delete_, LWM2M_ACCESS_COAP_DELETE},
    {lac::coap_method::fetch, LWM2M_ACCESS_COAP_FETCH},
    {lac::coap_method::patch, LWM2M_ACCESS_COAP_PATCH},
    {lac::coap_method::ipatch, LWM2M_ACCESS_COAP_IPATCH},
};
static_assert(agree(all_of_coap_method, 0));

constexpr pair<lac::coap_observe> all_of_coap_observe[] = {
    {lac::coap_observe::absent, LWM2M_ACCESS_COAP_OBSERVE_ABSENT},
    {lac::coap_observe::register_, LWM2M_ACCESS_COAP_OBSERVE_REGISTER},
    {lac::coap_observe::deregister, LWM2M_ACCESS_COAP_OBSERVE_DEREGISTER},
};
static_assert(agree(all_of_coap_observe, 0));

constexpr pair<lac::coap_payload> all_of_coap_payload[] = {
    {lac::coap_payload::none, LWM2M_ACCESS_COAP_PAYLOAD_NONE},
    {lac::coap_payload::one_value, LWM2M_ACCESS_COAP_PAYLOAD_ONE_VALUE},
    {lac::coap_payload::records, LWM2M_ACCESS_COAP_PAYLOAD_RECORDS},
};
static_assert(agree(all_of_coap_payload, 0));

constexpr pair<lac::coap_sender> all_of_coap_sender[] = {
    {lac::coap_sender::server, LWM2M_ACCESS_COAP_SENDER_SERVER},
    {lac::coap_sender::bootstrap_server, LWM2M_ACCESS_COAP_SENDER_BOOTSTRAP_SERVER},
    {lac::coap_sender::client, LWM2M_ACCESS_COAP_SENDER_CLIENT},
};
static_assert(agree(all_of_coap_sender, 0));

constexpr pair<lac::coap_meaning> all_of_coap_meaning[] = {
    {lac::coap_meaning::operation, LWM2M_ACCESS_COAP_MEANING_OPERATION},
    {lac::coap_meaning::bootstrap_finish, LWM2M_ACCESS_COAP_MEANING_BOOTSTRAP_FINISH},
};
static_assert(agree(all_of_coap_meaning, 0));

// clang-format on

}  // namespace

TEST_CASE("The constants of the C interface are those of the C++ enumerations") {
  STATIC_REQUIRE(agree(all_of_reason, 1));
}
