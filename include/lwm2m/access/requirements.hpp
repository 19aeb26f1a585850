#pragma once

#include <lwm2m/access/editable_policy.hpp>
#include <lwm2m/access/object_source.hpp>
#include <lwm2m/access/policy_source.hpp>

// One sentence for each thing that a stack's own policy or object model lacks, so that a compiler's
// first line says what to add. Asked where a `guard` is made; a stack can ask it, too:
// static_assert(lwm2m::access::check_policy_source<my_policy>()).

namespace lwm2m::access::inline v0 {

namespace detail {

template <class Handle>
concept has_owner = requires(const Handle& handle) {
  static_cast<bool>(handle);
  { handle.owner() } noexcept -> same_as<access_control_owner>;
};
template <class Handle>
concept has_entries = requires(const Handle& handle, acl_instance_id entry) {
  { handle.find(entry) } noexcept -> same_as<acl_right>;
};

}  // namespace detail

/// True when `Policy` meets `policy_source`; else it does not compile, and the message is the
/// requirement that is missing.
template <class Policy>
// One statement a requirement. NOLINTNEXTLINE(readability-function-size)
consteval bool check_policy_source() {
  using namespace detail;
  static_assert(
      requires(const Policy& p) {
        { p.rules() } noexcept -> converts_to<const edition&>;
      }, "a policy has `rules() const noexcept`, which gives its edition");
  static_assert(
      requires(const Policy& p) {
        { p.is_disabled() } noexcept -> same_as<bool>;
      }, "a policy has `is_disabled() const noexcept`, a bool: access control is disabled (A8)");
  static_assert(
      requires(const Policy& p, short_server_id s) {
        { p.has_account(s) } noexcept -> same_as<bool>;
      }, "a policy has `has_account(short_server_id) const noexcept`, a bool");
  static_assert(
      requires(const Policy& p) {
        { p.account_count() } noexcept -> converts_to<std::size_t>;
      }, "a policy has `account_count() const noexcept`, the number of Server Accounts");
  static_assert(
      requires(const Policy& p, access_control_target t) {
        { p.find(t) } noexcept -> has_owner;
        { p.find(t) } noexcept -> has_entries;
      },
      "a policy has `find(access_control_target) const noexcept`, which gives a handle: it "
      "converts "
      "to bool, and has owner() and find(acl_instance_id), both const noexcept");
  static_assert(
      requires(const Policy& p, object_instance_id n) {
        { p.find_id(n) } noexcept -> access_control_handle;
      }, "a policy has `find_id(object_instance_id) const noexcept`: the handle of /2/n");
  static_assert(
      requires(const Policy& p, std::size_t k) {
        { p.access_control_count() } noexcept -> converts_to<std::size_t>;
        { p.access_control_id(k) } noexcept -> converts_to<object_instance_id>;
      },
      "a policy has `access_control_count()` and `access_control_id(k)`, both const noexcept: the "
      "instances of Object 2 by number");
  static_assert(
      requires(const Policy& p) {
        { p.generation() } noexcept -> converts_to<std::uint32_t>;
      }, "a policy has `generation() const noexcept`, a number that every change to it changes");
  static_assert(policy_source<Policy>, "the policy meets the concept policy_source");
  return true;
}

/// The same for `object_source`.
template <class Objects>
// One statement a requirement. NOLINTNEXTLINE(readability-function-size)
consteval bool check_object_source() {
  using namespace detail;
  static_assert(
      requires(const Objects& o, object_id id) {
        { o.find_object(id) } noexcept;
      }, "an object model has `find_object(object_id) const noexcept`, which gives a handle");
  static_assert(
      requires(const Objects& o, std::size_t k) {
        { o.object_count() } noexcept -> converts_to<std::size_t>;
        { o.object(k) } noexcept -> converts_to<object_id>;
      },
      "an object model has `object_count()` and `object(k)`, both const noexcept: its Objects by "
      "number");
  static_assert(
      requires(const Objects& o, object_id id, object_instance_id i, std::size_t k) {
        static_cast<bool>(o.find_object(id));
        { o.find_object(id).is_single() } noexcept -> same_as<bool>;
        { o.find_object(id).has_instance(i) } noexcept -> same_as<bool>;
        { o.find_object(id).instance_count() } noexcept -> converts_to<std::size_t>;
        { o.find_object(id).instance(k) } noexcept -> converts_to<object_instance_id>;
      },
      "the handle of an Object converts to bool, and has is_single(), has_instance(i), "
      "instance_count() and instance(k), all const noexcept");
  static_assert(
      requires(const Objects& o, object_id id, resource_id r, std::size_t k) {
        { o.find_object(id).definition(r) } noexcept -> same_as<resource_definition>;
        { o.find_object(id).definition_count() } noexcept -> converts_to<std::size_t>;
        { o.find_object(id).definition_at(k) } noexcept -> same_as<resource_definition>;
      },
      "the handle of an Object has definition(r), definition_count() and definition_at(k), all "
      "const noexcept: what the Object says of its Resources");
  static_assert(
      requires(const Objects& o, object_id id, object_instance_id i, resource_id r,
               resource_instance_id n) {
        { o.find_object(id).has_resource(i, r) } noexcept -> same_as<bool>;
        { o.find_object(id).has_resource_instance(i, r, n) } noexcept -> same_as<bool>;
      },
      "the handle of an Object has has_resource(i, r) and has_resource_instance(i, r, n), both "
      "const noexcept bools");
  static_assert(object_source<Objects>, "the object model meets the concept object_source");
  return true;
}

}  // namespace lwm2m::access::inline v0
