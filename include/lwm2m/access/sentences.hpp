#pragma once

#include <lwm2m/access/consistency.hpp>
#include <lwm2m/access/decision.hpp>
#include <lwm2m/access/explain.hpp>
#include <lwm2m/access/sentence_table.hpp>
#include <lwm2m/access/snapshot.hpp>
#include <lwm2m/access/status.hpp>
#include <lwm2m/access/text/expectation.hpp>

namespace lwm2m::access::inline v0 {

namespace detail {

inline constexpr sentence_row<reason> reason_sentences[] = {
    {reason::not_decided, "Nothing was decided."},
    {reason::allowed, "The operation is allowed."},
    {reason::object_is_restricted, "No Server may access this Object."},
    {reason::composite_path_too_short, "A Write-Composite names Resources, not a path above them."},
    {reason::no_account, "The requester has no Server Account."},
    {reason::edition_unknown, "The policy has no edition."},
    {reason::operation_unknown, "The edition has no such operation."},
    {reason::not_for_bootstrap, "The Bootstrap interface does not have this operation here."},
    {reason::path_missing, "The request names no path."},
    {reason::path_is_root, "The operation does not apply to the root path."},
    {reason::payload_outside_uri_path, "The payload names a path outside the request's own."},
    {reason::object_not_found, "The Object does not exist."},
    {reason::object_instance_not_found, "The Object Instance does not exist."},
    {reason::operation_not_on_object, "The operation does not apply to an Object."},
    {reason::access_right_missing, "The Server lacks the access right."},
    {reason::not_the_owner, "The Server is not the Access Control Owner."},
    {reason::kept_by_the_client, "Only the Client makes and deletes instances of Object 2."},
    {reason::nothing_readable, "The Server can read nothing of it."},
    {reason::resource_not_found, "The Resource does not exist."},
    {reason::resource_instance_not_found, "The Resource Instance does not exist."},
    {reason::operation_not_on_this_level, "The operation does not apply to this level."},
    {reason::device_instance_is_kept, "The Device instance is never deleted."},
    {reason::operation_not_supported, "The Resource does not support the operation."},
    {reason::access_control_read_only,
     "Resources 0 and 1 of an Access Control Object Instance cannot be written by a Server."},
    {reason::mandatory_resource_missing, "A mandatory Resource is not conveyed."},
    {reason::object_instance_exists, "The Object Instance exists already."},
    {reason::object_instance_id_reserved, "The Object Instance ID 65535 is reserved."},
    {reason::access_right_out_of_range, "The access right is out of the edition's range."},
    {reason::entry_id_reserved, "An ACL entry cannot have the ID 65535."},
    {reason::value_doubled, "The payload conveys one value twice."},
    {reason::object_level_takes_only_create, "At Object level the only right is Create."},
    {reason::object_level_owner_is_bootstrap, "At Object level the Owner is Bootstrap."},
    {reason::owner_out_of_range, "The Access Control Owner is out of range."},
    {reason::owner_without_account, "The new Access Control Owner has no Server Account."},
    {reason::target_out_of_range, "No Access Control instance can govern that target."},
    {reason::target_doubled, "Another Access Control instance governs that target."},
    {reason::value_missing, "The Write conveys no value for it."},
    {reason::no_room, "There is no room in the policy."},
    {reason::payload_names_two_instances,
     "A Create makes one Object Instance; its payload names two."},
    {reason::no_right_on_any_instance,
     "The Server has the right R on none of the Object Instances involved."},
    {reason::object_instance_id_not_zero, "The one instance of a single Object has the ID 0."},
    {reason::value_not_an_integer, "An access right or Access Control Owner is an integer."},
    {reason::null_deletes_resource_instances_only,
     "A null deletes Resource Instances only, and in edition 1.2 only."},
    {reason::instance_is_kept, "This Object Instance belongs to the Bootstrap-Server Account."},
    {reason::bootstrap_in_progress,
     "A Bootstrap session is open; no Server changes access control until it ends."},
    {reason::granted_meanwhile,
     "The new Object Instance has got access control of somebody else meanwhile."},
    {reason::policy_being_changed, "The policy is being changed: a listener cannot change it."},
};

inline constexpr sentence_row<determined_by> determined_by_sentences[] = {
    {determined_by::nothing, "No right was looked up."},
    {determined_by::no_account, "Without an account there is no right."},
    {determined_by::single_account, "It is the only Server Account."},
    {determined_by::access_control_disabled, "Access control is disabled."},
    {determined_by::own_entry, "The ACL has an entry for the Server."},
    {determined_by::owner, "The Server is the Access Control Owner."},
    {determined_by::default_entry, "The default entry of the ACL applies."},
    {determined_by::no_entry, "The ACL has no entry that applies."},
    {determined_by::no_access_control, "No Access Control instance governs the target."},
    {determined_by::from_bootstrap, "The Bootstrap interface asks."},
    {determined_by::any_account, "Every Server with an account may read Object 2, not write it."},
};

inline constexpr sentence_row<hint> hint_sentences[] = {
    {hint::none, "There is no more to say."},
    {hint::object_level_missing,
     "No Object-level Access Control Object Instance says who may Create; Bootstrap must make "
     "one."},
    {hint::default_entry_creates_nothing,
     "The default entry has C, but for Create only the Server's own entry counts."},
    {hint::instance_entry_creates_nothing,
     "The Server has C for an instance; for Create only the Object-level entry counts, and "
     "Bootstrap must make the Object-level Access Control Object Instance."},
    {hint::only_the_owner_writes,
     "Another Server is the Access Control Owner, who alone may write this."},
    {hint::only_bootstrap_writes,
     "The Bootstrap interface is the Access Control Owner: no Server may write this."},
    {hint::nothing_is_there, "Nothing of what is listed exists."},
    {hint::nothing_may_be_read, "The Server has the right R on no instance involved."},
    {hint::nothing_supports_read, "No Resource listed supports Read."},
};

inline constexpr sentence_row<status> status_sentences[] = {
    {status::none, "Nothing was tried."},
    {status::done, "It is done."},
    {status::no_room, "The capacity is used up."},
    {status::server_doubled, "The Server has an account already."},
    {status::server_invalid, "A Short Server ID is a number from 1 to 65534."},
    {status::server_unknown, "The Server has no account."},
    {status::entry_doubled, "The ACL has an entry for that ID already."},
    {status::entry_invalid, "The ID of an ACL entry is a number from 0 to 65534, each once."},
    {status::entry_unknown, "The ACL has no entry for that ID."},
    {status::id_doubled, "The Object Instance ID of Object 2 is taken."},
    {status::id_invalid, "The Object Instance ID of Object 2 is a number from 0 to 65534."},
    {status::id_unknown, "There is no such Access Control instance."},
    {status::target_doubled, "An Access Control instance governs that target already."},
    {status::target_invalid, "Objects 0 and 2 are governed by no Access Control instance."},
    {status::owner_invalid, "The target cannot have that Access Control Owner."},
    {status::right_invalid, "The edition or the target does not know that access right."},
    {status::edition_cannot_disable, "The edition knows no disabled access control."},
    {status::access_control_present, "An instance of Object 2 keeps access control enabled."},
    {status::object_doubled, "The Object is there already."},
    {status::object_invalid, "The object model cannot hold that Object."},
    {status::object_unknown, "There is no such Object."},
    {status::resource_doubled, "The Object has that Resource already."},
    {status::resource_invalid, "A Resource ID is a number from 0 to 65534."},
    {status::instance_doubled, "The Object can have no such instance besides those it has."},
    {status::instance_invalid, "An Object Instance ID is a number from 0 to 65534."},
    {status::instance_unknown, "There is no such Object Instance."},
    {status::being_changed, "The policy is being changed: a listener cannot change it."},
    {status::bootstrap_in_progress, "A Bootstrap session is open: it alone changes accounts."},
};

inline constexpr sentence_row<text_expectation> text_expectation_sentences[] = {
    {text_expectation::nothing, "The text is right."},
    {text_expectation::a_declaration,
     "Expected edition, servers, access-control, object, absent or acl."},
    {text_expectation::a_statement,
     "Expected a declaration, a request, account, bootstrap or expect."},
    {text_expectation::no_declaration_any_more,
     "Declarations come before the first request, event or check of a document."},
    {text_expectation::one_edition, "The edition is said only once."},
    {text_expectation::an_edition_before_it, "Expected the edition before this."},
    {text_expectation::an_edition_name, "Expected draft, 1.0, 1.1 or 1.2."},
    {text_expectation::the_edition_of_the_policy, "The type of the policy fixes another edition."},
    {text_expectation::enabled_or_disabled, "Expected enabled or disabled."},
    {text_expectation::one_access_control_line, "Access-control is said only once."},
    {text_expectation::an_edition_that_can_disable,
     "Access control can be disabled in edition 1.2 only."},
    {text_expectation::no_acl_beside_disabled, "There is no acl where access control is disabled."},
    {text_expectation::a_short_server_id, "Expected a Short Server ID, 1 to 65534."},
    {text_expectation::no_server_twice, "A Server has one account."},
    {text_expectation::an_empty_policy,
     "The policy and the objects that a text is read into must be empty."},
    {text_expectation::an_object, "Expected a slash and an Object ID."},
    {text_expectation::an_object_other_than_2, "Object 2 is built in and is not declared."},
    {text_expectation::no_object_twice, "An Object is declared only once."},
    {text_expectation::single_or_multiple, "Expected single or multiple."},
    {text_expectation::an_object_id, "Expected an Object ID, 0 to 65534."},
    {text_expectation::an_object_instance_id, "Expected an Object Instance ID, 0 to 65534."},
    {text_expectation::no_instance_twice, "An Object Instance is listed only once."},
    {text_expectation::one_instance_of_a_single_object, "A single Object has one instance."},
    {text_expectation::an_instance_of_the_object, "Expected one of the instances of the Object."},
    {text_expectation::an_opening_brace, "Expected an opening brace."},
    {text_expectation::a_comma_or_closing_brace, "Expected a comma or a closing brace."},
    {text_expectation::a_resource_id, "Expected a Resource ID, 0 to 65534."},
    {text_expectation::a_resource_instance_id, "Expected a Resource Instance ID, 0 to 65534."},
    {text_expectation::no_resource_twice, "A Resource is declared only once."},
    {text_expectation::a_resource_instance_or_closing_brace,
     "Expected a Resource Instance ID, 0 to 65534, or a closing brace."},
    {text_expectation::no_resource_instance_twice, "A Resource Instance is listed only once."},
    {text_expectation::a_resource_or_its_instance,
     "Expected the path of a Resource or of a Resource Instance."},
    {text_expectation::no_path_twice, "A path is absent only once."},
    {text_expectation::no_leading_zero, "Expected a number without a leading zero."},
    {text_expectation::a_colon, "Expected a colon."},
    {text_expectation::an_access_type, "Expected an Access Type: - or letters of R W E."},
    {text_expectation::an_access_control_path, "Expected /2/ and an Object Instance ID."},
    {text_expectation::no_access_control_twice, "Each instance of Object 2 is declared only once."},
    {text_expectation::the_word_for, "Expected the word for."},
    {text_expectation::a_target, "Expected an Object or an Object Instance."},
    {text_expectation::a_target_that_can_be_governed, "Objects 0 and 2 are governed by no acl."},
    {text_expectation::no_target_twice, "A target is governed by one acl."},
    {text_expectation::the_word_owner, "Expected the word owner."},
    {text_expectation::an_access_control_owner,
     "Expected an Access Control Owner: a Short Server ID or bootstrap."},
    {text_expectation::bootstrap_as_owner, "The owner of an acl at Object level is bootstrap."},
    {text_expectation::an_entry, "Expected a Short Server ID, 1 to 65534, or default."},
    {text_expectation::no_entry_twice, "An acl has one entry for each Server."},
    {text_expectation::an_access_right,
     "Expected rights: - or letters of R W E D C or a number from 0 to 65535."},
    {text_expectation::an_access_right_up_to_31,
     "In edition 1.2 the number of an access right is at most 31."},
    {text_expectation::create_or_no_right, "At Object level there is no right but C."},
    {text_expectation::room_for_a_server, "There is no room for another Server Account."},
    {text_expectation::room_for_an_object, "There is no room for another Object."},
    {text_expectation::room_for_an_instance, "There is no room for another Object Instance."},
    {text_expectation::room_for_a_resource, "There is no room for another Resource."},
    {text_expectation::room_for_an_exception,
     "There is no room for another exception of an instance: kept, multiple { } or absent."},
    {text_expectation::room_for_an_access_control, "There is no room for another acl."},
    {text_expectation::room_for_an_entry, "There is no room for another ACL entry."},
    {text_expectation::an_operation, "Expected an operation."},
    {text_expectation::a_path, "Expected a path: / or up to four IDs, each after a slash."},
    {text_expectation::one_path,
     "Only composite operations, send and cancel-observation have several paths."},
    {text_expectation::a_value,
     "Expected a value: rights, an integer, nothing or entries in braces."},
    {text_expectation::an_integer, "Expected an integer of at most 19 digits."},
    {text_expectation::default_or_an_integer,
     "Expected the ID of an entry: default or an integer."},
    {text_expectation::rights_or_an_integer,
     "Expected rights, - or letters of R W E D C, or an integer."},
    {text_expectation::a_resource_path_or_closing_brace,
     "Expected a Resource ID, 0 to 65534, a path or a closing brace."},
    {text_expectation::a_response, "Expected a code such as 2.05, or send, suppress or cancel."},
    {text_expectation::a_code, "Expected a code such as 2.04."},
    {text_expectation::a_path_or_closing_brace, "Expected a path or a closing brace."},
    {text_expectation::added_or_removed, "Expected added or removed."},
    {text_expectation::no_open_session, "A Bootstrap session is open already."},
    {text_expectation::an_open_session, "No Bootstrap session is open."},
    {text_expectation::acl_or_no_acl, "Expected acl, or no acl."},
    {text_expectation::a_name,
     "Expected a name for a Server: a word that means nothing else in the language."},
    {text_expectation::no_name_twice, "The name stands for a Server already."},
    {text_expectation::an_equals_sign, "Expected '='."},
};

inline constexpr sentence_row<snapshot_status> snapshot_status_sentences[] = {
    {snapshot_status::none, "No snapshot was written or taken."},
    {snapshot_status::done, "The snapshot is sound."},
    {snapshot_status::buffer_too_small, "The snapshot does not fit the buffer."},
    {snapshot_status::edition_unknown, "The snapshot names no edition."},
    {snapshot_status::too_short, "There are fewer bytes than the smallest snapshot has."},
    {snapshot_status::not_a_snapshot, "The bytes are no snapshot."},
    {snapshot_status::version_unknown, "The version of the layout is not known."},
    {snapshot_status::length_differs, "The snapshot is torn or has something behind it."},
    {snapshot_status::checksum_differs, "The checksum differs."},
    {snapshot_status::edition_differs, "The type of the policy fixes another edition."},
    {snapshot_status::account_invalid, "A Server Account is out of range or order."},
    {snapshot_status::instance_invalid, "An Access Control instance is out of range or order."},
    {snapshot_status::no_room, "The snapshot is sound but does not fit the policy."},
};

static_assert(is_complete(reason_sentences));
static_assert(is_complete(determined_by_sentences));
static_assert(is_complete(hint_sentences));
static_assert(is_complete(status_sentences));
static_assert(is_complete(text_expectation_sentences));
static_assert(is_complete(snapshot_status_sentences));

}  // namespace detail

/// A sentence in English for each value of the enumeration; never null.
[[nodiscard]] constexpr const char* sentence(reason why) noexcept {
  return detail::sentence_in(detail::reason_sentences, why);
}

/// Where a right came from, or why there was none.
[[nodiscard]] constexpr const char* sentence(determined_by what) noexcept {
  return detail::sentence_in(detail::determined_by_sentences, what);
}

/// What helps with a refusal.
[[nodiscard]] constexpr const char* sentence(hint what) noexcept {
  return detail::sentence_in(detail::hint_sentences, what);
}

/// What became of a change.
[[nodiscard]] constexpr const char* sentence(status what) noexcept {
  return detail::sentence_in(detail::status_sentences, what);
}

/// What a policy text should have had.
[[nodiscard]] constexpr const char* sentence(text_expectation expected) noexcept {
  return detail::sentence_in(detail::text_expectation_sentences, expected);
}

/// What became of a snapshot.
[[nodiscard]] constexpr const char* sentence(snapshot_status what) noexcept {
  return detail::sentence_in(detail::snapshot_status_sentences, what);
}

}  // namespace lwm2m::access::inline v0
