#pragma once

#include <lwm2m/access/authorize.hpp>
#include <lwm2m/access/editable_policy.hpp>
#include <lwm2m/access/life_cycle.hpp>
#include <lwm2m/access/managed_content.hpp>

#include <cstddef>

namespace lwm2m::access::inline v0 {

/// The Object Instance that a Create makes: the one that the Uri-Path or the payload names, else
/// the lowest free one. Its Object Instance ID is not valid when none is free.
template <object_source Objects>
[[nodiscard]] constexpr path created_instance(const Objects& objects,
                                              const request& asked) noexcept {
  detail::creation named{asked.target};
  for (const path& each : asked.payload) named.name(each);
  if (named.is_named()) return path{asked.target.object(), named.instance()};
  const auto object = objects.find_object(asked.target.object());
  std::uint16_t lowest = 0;
  while (lowest < 65535 && object.has_instance(object_instance_id{lowest})) ++lowest;
  return path{asked.target.object(), object_instance_id{lowest}};
}

namespace detail {

/// The decision on the request with its values, before anything is changed.
template <editable_policy Policy, object_source Objects>
constexpr decision decide(const Policy& policy, const Objects& objects, const request& asked,
                          view<assignment> values) noexcept {
  authorization checks{policy, objects, asked.who, asked.op, asked.target};
  for (const path& named : asked.payload) checks.add(named);
  for (const assignment& value : values) checks.add(value.at);
  const decision rights = checks.finish();
  // E5: of a Write-Composite, the content of all its Object 2 paths is looked at in their order.
  const bool looks_again =
      asked.op == operation::write_composite &&
      (rights.step() == step::content || rights.reason() == reason::access_control_read_only);
  if (!facts_of(asked.op).writes() || (!rights.allowed() && !looks_again)) return rights;
  return managed_content{policy, asked, values}.check(rights).at_generation(policy.generation());
}

/// Writes one value. It has been checked.
template <editable_policy Policy>
constexpr status assign(Policy& policy, const assignment& value) noexcept {
  const object_instance_id id = value.at.object_instance();
  if (names_owner(value.at))
    return policy.set_owner(id, access_control_owner::from_wire(value.value));
  if (!names_entry(value.at)) return status::done;
  return policy.set_entry(id, {acl_instance_id{value.at.resource_instance()},
                               access_rights{static_cast<std::uint16_t>(value.value)}});
}

/// Writes the values. What they replace goes before (F8).
template <editable_policy Policy>
constexpr status write_values(Policy& policy, const request& asked,
                              view<assignment> values) noexcept {
  if (replaces_acl(asked)) (void)policy.set_entries(asked.target.object_instance(), acl_view{});
  status done = status::done;
  for (std::size_t k = 0; done == status::done && k < values.size(); ++k)
    if (values[k].at.object() == objects::access_control) done = assign(policy, values[k]);
  return done;
}

/// What an allowed Write changes; `now` is what the instance that it is to governs. Another target,
/// as Bootstrap may give it (A9), comes first: it may yet find no room.
template <editable_policy Policy>
constexpr status apply_write(Policy& policy, const request& asked, view<assignment> values,
                             access_control_target now) noexcept {
  const object_instance_id id = asked.target.object_instance();
  const access_control_target after = target_after(now, id, values);
  const status moved = after == now ? status::done : policy.set_target(id, after);
  return moved == status::done ? write_values(policy, asked, values) : moved;
}

/// Tells of every Access Control Object Instance that the values are of, once for each target that
/// it governs now or governed `before`.
template <editable_policy Policy>
constexpr void tell_written(const Policy& policy, const request& asked, view<assignment> values,
                            access_control_target before, const auto& told) noexcept {
  const auto tell = [&](object_instance_id id) {
    if (const auto written = policy.find_id(id))
      told(access_control_change{change_kind::changed, id, written.target()});
  };
  if (asked.target.object() == objects::access_control) {
    const object_instance_id id = asked.target.object_instance();
    tell(id);
    if (!(policy.find_id(id).target() == before))
      told(access_control_change{change_kind::changed, id, before});
    return;
  }
  for (std::size_t k = 0; k < values.size(); ++k) {
    const path managed{objects::access_control, values[k].at.object_instance()};
    bool told_before = !managed.contains(values[k].at);
    for (std::size_t i = 0; i < k; ++i) told_before = told_before || managed.contains(values[i].at);
    if (!told_before) tell(managed.object_instance());
  }
}

/// What an allowed Delete changes: an entry (F5), or what governed the instance (G2).
template <editable_policy Policy>
constexpr status apply_delete(Policy& policy, const path& at, const auto& told) noexcept {
  const bool whole = at.level() == level::object_instance;
  if (at.object() != objects::access_control) {
    if (whole) instance_deleted(policy, {at.object(), at.object_instance()}, told);
    return status::done;
  }
  const auto managed = policy.find_id(at.object_instance());
  const access_control_change change{whole ? change_kind::erased : change_kind::changed,
                                     managed.id(), managed.target()};
  const acl_instance_id entry{at.resource_instance()};
  const status done = whole ? policy.erase(change.id) : policy.erase_entry(change.id, entry);
  told(change);
  return done;
}

/// What an allowed Create changes (G1).
template <editable_policy Policy>
constexpr status apply_create(Policy& policy, const path& made, short_server_id by,
                              const auto& told) noexcept {
  if (!made.object_instance().is_valid()) return status::no_room;
  return instance_created(policy, {made.object(), made.object_instance()}, by, told);
}

/// What an allowed request changes. Anything but `done`: nothing is changed.
template <editable_policy Policy>
constexpr status apply(Policy& policy, const request& asked, const path& made,
                       view<assignment> values, const auto& told) noexcept {
  if (asked.op == operation::create) return apply_create(policy, made, asked.who.server(), told);
  if (asked.op == operation::delete_) return apply_delete(policy, asked.target, told);
  if (!facts_of(asked.op).writes()) return status::done;
  const access_control_target before = policy.find_id(asked.target.object_instance()).target();
  const status done = apply_write(policy, asked, values, before);
  if (done == status::done) tell_written(policy, asked, values, before, told);
  return done;
}

}  // namespace detail

/// Decides a request and, when it is allowed, changes the policy as the request does: a Write,
/// Write-Composite or Delete on Object 2 (section F), the Access Control Object Instance of an
/// instance that is created (G1) or deleted (G2). All or nothing: a refused request changes
/// nothing. What the request does to other Objects is the stack's, after this has allowed it.
///
/// `values` are what a Write conveys for Object 2, in their order; `asked.payload` holds the other
/// paths that the payload names, also the ACL itself (`/2/n/2`) when it may come empty. `told` is
/// called with each `access_control_change` once all is done.
///
/// Beyond what `authorize` refuses: 4.00 for a value that cannot be (A11, A12, F6, F7, F9, F11),
/// that is missing or said twice (C8); 5.00 when there is no room (C10).
template <editable_policy Policy, object_source Objects, class Told = ignore_all>
constexpr decision administer(Policy& policy, const Objects& objects, const request& asked,
                              view<assignment> values = {}, const Told& told = {}) noexcept {
  const decision found = detail::decide(policy, objects, asked, values);
  if (!found.allowed()) return found;
  const path made = asked.op == operation::create ? created_instance(objects, asked) : asked.target;
  if (detail::apply(policy, asked, made, values, told) != status::done)
    return decision::refused(reason::no_room, made, found.determined_by())
        .at_generation(policy.generation());  // C10
  return found.at_generation(policy.generation());
}

}  // namespace lwm2m::access::inline v0
