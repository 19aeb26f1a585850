#pragma once

#include <lwm2m/access/creation.hpp>
#include <lwm2m/access/decision.hpp>
#include <lwm2m/access/inlining.hpp>
#include <lwm2m/access/question.hpp>
#include <lwm2m/access/request.hpp>
#include <lwm2m/access/traits.hpp>

namespace lwm2m::access::inline v0 {

namespace detail {

/// Section C for one path: one step, one line, in this function and the two that follow.
template <policy_source Policy, object_source Objects>
constexpr finding check_path(const question<Policy>& q, const Objects& objects,
                             const path& at) noexcept {
  using enum reason;
  if (q.is_restricted(at)) return {object_is_restricted};                               // C1
  if (q.is_too_short(at)) return {composite_path_too_short};                            // E2
  if (const finding asking = q.check_requester(at); !asking.allowed()) return asking;   // C2
  if (at.level() < level::object) return {at.is_none() ? path_missing : path_is_root};  // C4
  const client_object object{q.policy(), objects, at.object()};
  return check_object(q, object, at);
}

/// From C3 on: what is there, and the right.
template <policy_source Policy, object_source Objects>
constexpr finding check_object(const question<Policy>& q,
                               const client_object<Policy, Objects>& object,
                               const path& at) noexcept {
  using enum reason;
  if (!object) return {object_not_found};                                 // C3
  if (q.misses_instance(object, at)) return {object_instance_not_found};  // C3
  if (!q.applies_to_object(at)) return {operation_not_on_object};         // C4
  const auto [rights, by] = q.right_for(at);
  if (const reason no = q.check_right(at, rights); no != allowed) return {no, by};  // C5
  return {check_resource(q, object, at), by};
}

/// From C6 on: the Resource, and whether the operation is for it.
template <policy_source Policy, object_source Objects>
constexpr reason check_resource(const question<Policy>& q,
                                const client_object<Policy, Objects>& object,
                                const path& at) noexcept {
  using enum reason;
  const resource_definition resource = q.resource_in(object, at);
  if (q.misses_resource(resource, at)) return resource_not_found;                            // C6
  if (q.misses_resource_instance(object, resource, at)) return resource_instance_not_found;  // C6
  if (!q.applies_to(at, resource)) return operation_not_on_this_level;                       // C4
  if (q.deletes_device(at)) return device_instance_is_kept;                                  // D4
  if (!q.is_supported(at, resource)) return q.unsupported(at);                               // C7
  if (q.writes_reserved_entry(at)) return entry_id_reserved;                                 // F6
  return allowed;
}

/// A path and which of its source's it is; no path when there is none.
struct numbered_path {
  std::size_t k;
  path at;
};

/// Instances of an Object, which is asked for each.
template <object_handle Object>
struct asked_instances {
  Object object;
  std::size_t count;

  [[nodiscard]] constexpr std::size_t size() const noexcept { return count; }
  [[nodiscard]] constexpr object_instance_id operator[](std::size_t k) const noexcept {
    return object.instance(k);
  }
};

/// All `count` instances of an Object, or with 0 none of any: where it has them in a row, that.
template <object_handle Object>
constexpr auto instances_of(const Object& object, std::size_t count) noexcept {
  if constexpr (requires { { object.instances() } -> derived_from<view<object_instance_id>>; })
    return count != 0 ? object.instances() : decltype(object.instances()){};
  else
    return asked_instances<Object>{object, count};
}

/// Of an Object of which not all can be read: the first instance, from the `k`-th on, that can.
template <policy_source Policy, class Instances>
constexpr numbered_path next_readable(const question<Policy>& q, object_id id,
                                      const Instances& instances, std::size_t k) noexcept {
  for (; k < instances.size(); ++k) {
    const object_instance_id one = instances[k];
    if (q.reads(id, one)) [[likely]]
      return {k, path{id, one}};
  }
  return {k, path{}};
}

/// Whether an instance of the Object can be read (D9, E1, H3).
template <policy_source Policy, object_source Objects>
constexpr bool has_readable_instance(const question<Policy>& q, const Objects& objects,
                                     object_id id) noexcept {
  if (q.is_restricted(path{id})) return false;                             // E4
  if (q.manages(path{id})) return q.policy().access_control_count() != 0;  // F3
  const auto object = objects.find_object(id);
  if (!object) return false;
  const std::size_t count = object.instance_count();
  return q.reads_all(id) ? count != 0
                         : !next_readable(q, id, instances_of(object, count), 0).at.is_none();
}

/// Whether a path of a Read-Composite, Observe-Composite or Send stays (E1, E3, E4).
template <policy_source Policy, object_source Objects>
LWM2M_ACCESS_APART constexpr bool stays(const question<Policy>& q, const Objects& objects,
                                        const path& at) noexcept {
  if (at.level() == level::object) return has_readable_instance(q, objects, at.object());
  if (at.level() != level::root) return check_path(q, objects, at).allowed();
  for (std::size_t k = 0; k < objects.object_count(); ++k)
    if (has_readable_instance(q, objects, objects.object(k))) return true;
  return has_readable_instance(q, objects, access::objects::access_control);
}

/// C8 of a Create: D7, then D8.
template <policy_source Policy, object_source Objects>
constexpr decision decide_creation(const question<Policy>& q, const Objects& objects,
                                   const path& target, const creation& made,
                                   determined_by by) noexcept {
  const auto object = objects.find_object(target.object());
  const resource_id missing = made.missing_in(object);
  const reason why =
      missing.is_valid() ? reason::mandatory_resource_missing : made.check_instance(object);
  const bool names_more = made.is_named() || missing.is_valid();
  return q.decide({why, by}, names_more ? made.path_in(target.object(), missing) : target);
}

/// The checks of the Uri-Path; where a list of paths stands in its place, of who asks.
template <policy_source Policy, object_source Objects>
constexpr finding check_target(const question<Policy>& q, const Objects& objects,
                               const path& target) noexcept {
  return q.is_composite(target) ? q.check_requester(target) : check_path(q, objects, target);
}

/// What of a Notify goes out: of an Object with nothing readable, nothing (H3).
template <policy_source Policy, object_source Objects>
constexpr reason check_shown(const question<Policy>& q, const Objects& objects,
                             const path& target) noexcept {
  const bool shows = !q.notifies() || target.level() != level::object ||
                     has_readable_instance(q, objects, target.object());
  return shows ? reason::allowed : reason::nothing_readable;
}

/// The decision on a request without a list, of which all paths passed.
template <policy_source Policy, object_source Objects>
constexpr decision decide_passed(const question<Policy>& q, const Objects& objects,
                                 const path& target, const creation& made,
                                 determined_by by) noexcept {
  return q.creates() ? decide_creation(q, objects, target, made, by)
                     : q.decide({check_shown(q, objects, target), by}, target);
}

}  // namespace detail

/// An authorization that takes the paths of a request one by one, for a stack that decodes a
/// payload record by record: begin with the Uri-Path, `add` each path that the payload names,
/// `finish`. It keeps the earliest step that fails, and of that step the first path.
///
/// It borrows the policy and the object model, which must outlive it and not change meanwhile.
template <policy_source Policy, object_source Objects>
class authorization {
 public:
  constexpr authorization(const Policy& policy, const Objects& objects, requester who, operation op,
                          const path& target) noexcept
      : question_{policy, who, op},
        objects_{objects},
        target_{target},
        where_{target},
        creation_{target} {
    found_ = detail::check_target(question_, objects_, target);
  }
  authorization(const Policy&&, const Objects&, requester, operation, const path&) = delete;
  authorization(const Policy&, const Objects&&, requester, operation, const path&) = delete;
  authorization(const Policy&&, const Objects&&, requester, operation, const path&) = delete;

  /// A path that the payload names; for a composite operation or Send, one that it lists.
  constexpr void add(const path& named) noexcept {
    if (!lists()) return keep(check_conveyed(named), named);
    if (question_.writes()) keep(detail::check_path(question_, objects_, named), named);
    any_ = any_ || question_.writes() || detail::stays(question_, objects_, named);
  }

  /// The decision on the whole request.
  [[nodiscard]] constexpr decision finish() const noexcept {
    if (!found_.allowed()) return question_.decide(found_, where_);
    if (!lists())
      return detail::decide_passed(question_, objects_, target_, creation_, found_.by());
    const reason why = any_ ? reason::allowed : question_.nothing_listed();
    return question_.decide({why, found_.by()}, target_);
  }

 private:
  [[nodiscard]] constexpr bool lists() const noexcept { return question_.is_composite(target_); }

  /// E5: of a Write-Composite, F4 comes with the content, in the order of the paths.
  [[nodiscard]] constexpr step step_of(reason why) const noexcept {
    const bool comes_last = lists() && why == reason::access_control_read_only;
    return comes_last ? step::content : facts_of(why).step;
  }

  constexpr void keep(finding next, const path& named) noexcept {
    const bool fails_earlier = step_of(next.why()) < step_of(found_.why());
    if (fails_earlier) where_ = named;
    if (fails_earlier || (found_.allowed() && found_.by() == determined_by::nothing)) found_ = next;
  }

  /// A path in the payload of a Write or a Create: C9, D2, D6.
  constexpr finding check_conveyed(const path& named) noexcept {
    if (!target_.contains(named) || (question_.creates() && !creation_.name(named)))
      return {reason::payload_outside_uri_path, determined_by::nothing};  // C9
    const bool is_reached = facts_of(found_.why()).step >= step::operation_support;
    if (!is_reached || named.level() < level::resource) return found_;
    if (question_.creates())  // never on Object 2 (F5, A9)
      creation_.convey(objects_.find_object(named.object()), named.resource());
    const resource_definition resource = detail::definition_of(question_.policy(), objects_, named);
    if (question_.refuses_conveyed(resource))
      return {question_.unsupported(named), found_.by()};  // D2
    if (question_.writes_reserved_entry(named)) return {reason::entry_id_reserved, found_.by()};
    return found_;
  }

  detail::question<Policy> question_;
  const Objects& objects_;
  path target_;
  path where_;
  finding found_{};
  detail::creation creation_;
  bool any_ = false;  // of a list: a path that is written, or that stays
};

namespace detail {

/// Whether `decide_plain` is what to ask; any request is decided without it too.
template <policy_source Policy>
constexpr bool is_worth_telling_apart(const question<Policy>& q, const path& target) noexcept {
  return LWM2M_ACCESS_SAYS_MORE && q.is_plain(target);
}

/// The decision on a plain request. It says the same three times, so that compilers leave out of
/// each what is for the others: a Resource is what most requests are for.
template <policy_source Policy, object_source Objects>
constexpr decision decide_plain(const question<Policy>& q, const Objects& objects,
                                const path& target) noexcept {
  if (q.notifies()) return q.decide(check_path(q, objects, target), target);
  if (target.level() == level::resource) return q.decide(check_path(q, objects, target), target);
  return q.decide(check_path(q, objects, target), target);
}

/// The decision on any request that names nothing but its Uri-Path.
template <policy_source Policy, object_source Objects>
LWM2M_ACCESS_APART constexpr decision decide_alone(const question<Policy>& q,
                                                   const Objects& objects,
                                                   const path& target) noexcept {
  const finding found = check_target(q, objects, target);
  if (!found.allowed()) return q.decide(found, target);
  if (q.is_composite(target)) return q.decide({q.nothing_listed(), found.by()}, target);
  return decide_passed(q, objects, target, creation{target}, found.by());
}

/// The decision on any request, with the paths that its payload names.
template <policy_source Policy, object_source Objects>
LWM2M_ACCESS_APART constexpr decision decide_with_payload(const Policy& policy,
                                                          const Objects& objects,
                                                          const request& asked) noexcept {
  authorization checks{policy, objects, asked.who, asked.op, asked.target};
  for (const path& named : asked.payload) checks.add(named);
  return checks.finish();
}

}  // namespace detail

/// Whether a request that names nothing but its Uri-Path may be performed: the checks of section C.
template <policy_source Policy, object_source Objects>
LWM2M_ACCESS_IN_ONE_PIECE [[nodiscard]] constexpr decision authorize(const Policy& policy,
                                                                     const Objects& objects,
                                                                     requester who, operation op,
                                                                     const path& target) noexcept {
  const detail::question q{policy, who, op};
  return detail::is_worth_telling_apart(q, target) ? detail::decide_plain(q, objects, target)
                                                   : detail::decide_alone(q, objects, target);
}

/// Whether `asked` may be performed, and if not, what to answer and why: the checks of section C
/// over the Uri-Path and every path that the payload names.
template <policy_source Policy, object_source Objects>
LWM2M_ACCESS_IN_ONE_PIECE [[nodiscard]] constexpr decision authorize(
    const Policy& policy, const Objects& objects, const request& asked) noexcept {
  const detail::question q{policy, asked.who, asked.op};
  return asked.payload.empty() && detail::is_worth_telling_apart(q, asked.target)
             ? detail::decide_plain(q, objects, asked.target)
             : detail::decide_with_payload(policy, objects, asked);
}

/// Whether nothing changed in the policy since `taken`: what is applied later than it was decided
/// (a blockwise Write, a queued Notify) asks again when it did (F10, H2).
template <policy_source Policy>
[[nodiscard]] constexpr bool still_valid(const Policy& policy, const decision& taken) noexcept {
  return policy.generation() == taken.generation();
}

}  // namespace lwm2m::access::inline v0
