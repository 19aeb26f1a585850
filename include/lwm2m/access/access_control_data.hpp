#pragma once

#include <lwm2m/access/access_control_object.hpp>
#include <lwm2m/access/assignment.hpp>
#include <lwm2m/access/policy_source.hpp>

#include <cstddef>
#include <cstdint>

/// Optional: Object 2 as data, for a stack's own encoders and decoders of TLV, SenML or LwM2M CBOR.
/// Every value of Object 2 is an integer at a leaf: `/2/n/0` Object ID, `/2/n/1` Object Instance
/// ID, `/2/n/2/id` the access right of an ACL entry, `/2/n/3` Access Control Owner.
namespace lwm2m::access::inline v0 {

namespace detail {

/// Calls `sink` with the leaves of one instance that lie at or below `at`.
constexpr void leaves_of(const readable_access_control auto& one, const path& at,
                         const auto& sink) {
  namespace resources = access_control_resources;
  constexpr object_id o = objects::access_control;
  const object_instance_id i = one.id();
  const auto leaf = [&](const path& of, std::int64_t value) {
    if (at.contains(of)) sink(of, value);
  };
  leaf({o, i, resources::object}, one.target().object().value());
  leaf({o, i, resources::object_instance}, one.target().instance().value());
  for (const acl_entry entry : one.entries())
    leaf({o, i, resources::acl, resource_instance_id{entry.id.value()}}, entry.rights.raw());
  leaf({o, i, resources::owner}, one.owner().value());
}

}  // namespace detail

/// What a Read of `at` shows of Object 2: calls `sink(path, std::int64_t)` with every leaf at or
/// below `at`, instance by instance in the order of the policy, of each in the order of the leaves.
/// `at` is `/`, `/2` or below; for a composite, call it for each path. Whether the request is
/// allowed is decided before (F3, K4). An ACL without entries has no leaf: its Resource `/2/n/2` is
/// there all the same, and is encoded as a multiple Resource without instances.
template <readable_policy Policy>
constexpr void read_access_control(const Policy& policy, const path& at, const auto& sink) {
  const auto one = [&](object_instance_id id) {
    if (const auto present = policy.find_id(id)) detail::leaves_of(present, at, sink);
  };
  if (at.level() >= level::object_instance) {
    if (at.object() == objects::access_control) one(at.object_instance());
    return;
  }
  for (std::size_t k = 0; k < policy.access_control_count(); ++k) one(policy.access_control_id(k));
}

/// What a decoder found at a leaf, as `begin` and `incoming_request` take it: the values of a
/// Write, each of which counts as a path of the payload as well. An ACL that the payload names
/// without instances has no leaf: give `/2/n/2` as a path of the payload (F8).
///
/// An integer of any width is compared before it is narrowed: one that does not fit is out of range
/// for every leaf (4.00), whatever its low bits say.
template <wire_integer Int>
[[nodiscard]] constexpr assignment integer_leaf(const path& at, Int value) noexcept {
  const bool fits = value < 0 || static_cast<std::uint64_t>(value) <= INT64_MAX;
  return {at, fits ? static_cast<std::int64_t>(value) : -1, value_kind::integer};
}

/// A value of another kind: a text, a float, an opaque value (F6).
[[nodiscard]] constexpr assignment other_leaf(const path& at) noexcept {
  return {at, 0, value_kind::not_an_integer};
}

/// The SenML-ETCH null of a Write-Composite (E6).
[[nodiscard]] constexpr assignment null_leaf(const path& at) noexcept {
  return {at, 0, value_kind::nothing};
}

}  // namespace lwm2m::access::inline v0
