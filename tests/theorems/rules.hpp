#pragma once

// What the theorems expect of the rules' tables, written from the rules and not from the engine's:
// section B, the answers of section C, and what the editions differ in.

#include <lwm2m/access/access_bits.hpp>
#include <lwm2m/access/decision.hpp>
#include <lwm2m/access/edition.hpp>
#include <lwm2m/access/operation.hpp>

#include <optional>

namespace theorems::rule {

using lwm2m::access::access_rights;
using lwm2m::access::coap;
using lwm2m::access::edition_name;
using lwm2m::access::operation;
using lwm2m::access::reason;
using lwm2m::access::step;

inline constexpr unsigned R = 1, W = 2, E = 4, D = 8, C = 16;

/// Section B: the right that an operation needs below an Object, and of a Create on it.
constexpr unsigned bits_needed(operation op) {
  using enum operation;
  switch (op) {
    case read:
    case observe:
    case notify:
    case write_attributes:
      return R;
    case read_composite:
    case observe_composite:
    case send:
      return R;
    case write:
    case update:
    case write_composite:
      return W;
    case execute:
      return E;
    case delete_:
      return D;
    case create:
      return C;
    default:
      return 0;  // Discover and Cancel Observation need none
  }
}
constexpr access_rights needed(operation op) {
  return access_rights{static_cast<std::uint16_t>(bits_needed(op))};
}

constexpr bool is_operation(operation op) {
  return op >= operation::read && op <= operation::write_composite;
}
/// Section E: a list of paths instead of a Uri-Path.
constexpr bool lists_paths(operation op) {
  using enum operation;
  return op == send || op == read_composite || op == observe_composite || op == write_composite;
}
/// K1 to K4.
constexpr bool is_of_bootstrap(operation op) {
  using enum operation;
  return op == read || op == write || op == delete_ || op == discover;
}

/// Section C: what is answered when all is well. Notify and Send answer nothing.
constexpr coap success(operation op) {
  using enum operation;
  switch (op) {
    case create:
      return coap::created;
    case delete_:
      return coap::deleted;
    case notify:
    case send:
      return coap::none;
    case write:
    case update:
    case execute:
    case write_attributes:
    case write_composite:
      return coap::changed;
    default:
      return coap::content;
  }
}

/// Sections C to F and K: what is answered for a reason. E5: of a Write-Composite F4 comes last,
/// but it is answered the same.
constexpr coap answer_to(reason why) {
  using enum reason;
  switch (why) {
    case object_is_restricted:  // C1
    case no_account:            // C2
    case access_right_missing:  // C5
    case not_the_owner:
    case kept_by_the_client:  // F1, F5
    case nothing_readable:
    case no_right_on_any_instance:  // H3, E3, E1
      return coap::unauthorized;
    case object_not_found:
    case object_instance_not_found:  // C3
    case resource_not_found:
    case resource_instance_not_found:  // C6
      return coap::not_found;
    case operation_unknown:
    case not_for_bootstrap:  // B, K5
    case path_is_root:
    case operation_not_on_object:      // C4
    case operation_not_on_this_level:  // C4
    case device_instance_is_kept:
    case instance_is_kept:  // D4, K2
    case operation_not_supported:
    case access_control_read_only:  // C7, F4
      return coap::method_not_allowed;
    case edition_unknown:
    case no_room:
    case bootstrap_in_progress:  // C10, K8
    case granted_meanwhile:
    case policy_being_changed:
      return coap::internal_server_error;
    default:  // C8, C9, E1, E2
      return coap::bad_request;
  }
}

// ------------------------------------------------------------------ the columns of the editions

constexpr bool is_final(edition_name of) { return of >= edition_name::v1_0; }
/// Composites (E), Object 21 (C1), Bootstrap's Read of Object 2 (K4).
constexpr bool is_1_1_or_later(edition_name of) { return of >= edition_name::v1_1; }
/// Disabled access control (A8), the highest access right (A11), Delete of a Resource Instance (B).
constexpr bool is_1_2(edition_name of) { return of == edition_name::v1_2; }

constexpr bool has_composites(edition_name of) { return is_1_1_or_later(of); }
constexpr bool owner_has_full_right(edition_name of) { return is_final(of); }       // A4
constexpr bool can_be_disabled(edition_name of) { return is_1_2(of); }              // A8
constexpr bool creates_on_instance(edition_name of) { return !is_final(of); }       // D5
constexpr bool notify_ends_when_refused(edition_name of) { return !is_final(of); }  // H2
constexpr unsigned highest_access_right(edition_name of) { return is_1_2(of) ? 31 : 65535; }

}  // namespace theorems::rule
