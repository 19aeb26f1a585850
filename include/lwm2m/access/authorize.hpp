#pragma once

#include <lwm2m/access/bootstrap_request.hpp>
#include <lwm2m/access/composite.hpp>
#include <lwm2m/access/creation.hpp>
#include <lwm2m/access/decision.hpp>
#include <lwm2m/access/generation.hpp>
#include <lwm2m/access/inlining.hpp>
#include <lwm2m/access/question.hpp>
#include <lwm2m/access/request.hpp>

namespace lwm2m::access::inline v0 {

namespace detail {

/// The finding on a requester who may not ask (C2).
constexpr finding refused_asker(reason why) noexcept {
  return {why, why == reason::no_account ? determined_by::no_account : determined_by::nothing};
}

/// Section C for one path: one step, one line, in this function and the two that follow.
/// `conveyed` is what the payload says of the path.
template <policy_source Policy, request_shape Shape, object_source Objects>
constexpr finding check_path(const question<Policy, Shape>& q, const Objects& objects,
                             const path& at, value_kind conveyed) noexcept {
  using enum reason;
  if (q.is_restricted(at.object())) return {object_is_restricted};                          // C1
  if (const reason no = q.check_requester(at); no != allowed) return refused_asker(no);     // C2
  if (q.is_too_short(at)) return {composite_path_too_short};                                // E2
  if (q.level_of(at) < level::object) return {at.is_none() ? path_missing : path_is_root};  // C4
  const client_object object{q.policy(), objects, at.object()};
  return check_object(q, object, at, conveyed);
}

/// From C3 on: whether the target exists, and the right.
template <policy_source Policy, request_shape Shape, object_source Objects>
constexpr finding check_object(const question<Policy, Shape>& q,
                               const client_object<Policy, Objects>& object, const path& at,
                               value_kind conveyed) noexcept {
  using enum reason;
  if (!object) return {object_not_found};                                 // C3
  if (q.misses_instance(object, at)) return {object_instance_not_found};  // C3
  if (!q.applies_to_object(at)) return {operation_not_on_object};         // C4
  const auto [rights, by] = q.right_for(at);
  if (const reason no = q.check_right(at, rights); no != allowed) return {no, by};  // C5
  return {check_resource(q, object, at, conveyed), by};
}

/// From C6 on: whether the Resource exists and supports the operation.
template <policy_source Policy, request_shape Shape, object_source Objects>
constexpr reason check_resource(const question<Policy, Shape>& q,
                                const client_object<Policy, Objects>& object, const path& at,
                                value_kind conveyed) noexcept {
  using enum reason;
  const resource_definition resource = q.resource_in(object, at);
  if (q.misses_resource(resource, at)) return resource_not_found;  // C6
  if (q.misses_resource_instance(object, resource, at, conveyed))
    return resource_instance_not_found;                                 // C6
  if (!q.applies_to(at, resource)) return operation_not_on_this_level;  // C4
  if (q.deletes_device(at)) return device_instance_is_kept;             // D4
  if (!q.is_supported(at, resource)) return q.unsupported(at);          // C7
  if (q.writes_reserved_entry(at)) return entry_id_reserved;            // F6
  return allowed;
}

/// The checks of the Uri-Path; for an operation on a list of paths, only those of the requester.
template <policy_source Policy, object_source Objects>
constexpr finding check_target(const question<Policy>& q, const Objects& objects,
                               const path& target) noexcept {
  if (!q.is_list(target)) return check_path(q, objects, target, value_kind::integer);
  const reason no = q.check_requester(target);
  return no == reason::allowed ? finding{no} : refused_asker(no);
}

/// C8 and C10 of a Create: D7, then D8, then whether there is room.
template <policy_source Policy, object_source Objects>
constexpr decision decide_creation(const question<Policy>& q, const Objects& objects,
                                   const path& target, const creation& made,
                                   determined_by by) noexcept {
  const object_id id = target.object();
  const auto object = objects.find_object(id);
  if (const resource_id missing = made.missing_in(object); missing.is_valid())
    return q.decide({reason::mandatory_resource_missing, by},
                    made.missing_path(object, id, missing));
  if (const reason no = made.check_instance(object); no != reason::allowed)
    return q.decide({no, by}, made.named_in(id));
  const access_control_target governed{id, made.made_in(object)};
  return q.decide({check_creation_room(q.policy(), governed), by}, made.named_in(id));
}

/// H3: no Notify is sent of an Object that has instances none of which can be read.
template <policy_source Policy, object_source Objects>
constexpr reason check_notified(const question<Policy>& q, const Objects& objects,
                                const path& target) noexcept {
  if (!q.notifies() || target.level() != level::object) return reason::allowed;
  const readability all = readability_of_object(q, objects, target.object());
  return all.is_involved && !all.is_readable ? reason::nothing_readable : reason::allowed;
}

}  // namespace detail

/// An authorization that takes the paths of a request one by one, for a stack that decodes a
/// payload record by record: begin with the Uri-Path, `add` each path that the payload names,
/// `finish`. It keeps the earliest step that fails, and of that step the first path.
///
/// It changes nothing. It borrows the policy and the object model, which must outlive it and not
/// change meanwhile.
template <policy_source Policy, object_source Objects>
class authorization {
 public:
  constexpr authorization(const Policy& policy, const Objects& objects, requester who, operation op,
                          const path& target) noexcept
      : question_{policy, who.server(), op},
        objects_{objects},
        target_{target},
        where_{target},
        is_bootstrap_{who.is_bootstrap()},
        creation_{target} {
    found_ = is_bootstrap_ ? of_bootstrap(detail::check_bootstrap(policy, objects, op, target))
                           : detail::check_target(question_, objects_, target);
  }
  authorization(const Policy&&, const Objects&, requester, operation, const path&) = delete;
  authorization(const Policy&, const Objects&&, requester, operation, const path&) = delete;
  authorization(const Policy&&, const Objects&&, requester, operation, const path&) = delete;

  /// A path that the payload names, and what it says of it; for a composite operation or Send, a
  /// path that it lists.
  constexpr void add(const path& named, value_kind conveyed = value_kind::integer) noexcept {
    if (is_bootstrap_)
      return keep(of_bootstrap(detail::check_bootstrap_payload(
                      question_.policy(), objects_, question_.asked().op, target_, named)),
                  named);
    if (!question_.is_list(target_)) return keep(check_conveyed(named), named);
    const bool is_written = question_.writes();
    const bool is_shown =
        question_.is_list_to_show(target_) && !list_.is_settled(question_.asked().is);
    if (is_written) keep(detail::check_path(question_, objects_, named, conveyed), named);
    list_.add(named, is_shown ? detail::readability_of(question_, objects_, named)
                              : detail::readability{});
  }

  /// The decision on the whole request.
  [[nodiscard]] constexpr decision finish() const noexcept {
    using namespace detail;
    if (!found_.allowed()) return question_.decide(found_, where_);
    const determined_by by = found_.by();
    if (question_.is_list(target_) && !is_bootstrap_)
      return question_.decide({list_.outcome(question_.asked().is), by}, target_);
    if (question_.creates()) return decide_creation(question_, objects_, target_, creation_, by);
    return question_.decide({check_notified(question_, objects_, target_), by}, target_);
  }

 private:
  [[nodiscard]] static constexpr finding of_bootstrap(reason why) noexcept {
    const bool is_known = facts_of(why).step > step::account;
    return {why, is_known ? determined_by::from_bootstrap : determined_by::nothing};
  }

  /// E5: in a Write-Composite, F4 is checked with the content, in the order of the paths.
  [[nodiscard]] constexpr step step_of(reason why) const noexcept {
    const bool comes_last = question_.is_list(target_) && why == reason::access_control_read_only;
    return comes_last ? step::content : facts_of(why).step;
  }

  constexpr void keep(finding next, const path& named) noexcept {
    const bool fails_earlier = step_of(next.why()) < step_of(found_.why());
    if (fails_earlier) where_ = named;
    if (fails_earlier || (found_.allowed() && found_.by() == determined_by::nothing)) found_ = next;
  }

  /// A path in the payload of a Write or a Create: C9, D2, D6, F6.
  constexpr finding check_conveyed(const path& named) noexcept {
    if (!target_.contains(named)) return {reason::payload_outside_uri_path};  // C9
    if (question_.creates() && !creation_.name(named))
      return {reason::payload_names_two_instances};  // C9
    const bool is_reached = facts_of(found_.why()).step >= step::operation_support;
    if (!is_reached || named.level() < level::resource) return found_;
    if (question_.creates())  // never on Object 2 (F5)
      creation_.convey(objects_.find_object(named.object()), named.resource());
    const resource_definition resource = detail::definition_of(question_.policy(), objects_, named);
    if (question_.refuses_conveyed(resource))
      return {question_.unsupported(named), found_.by()};  // D2, D6
    if (question_.writes_reserved_entry(named)) return {reason::entry_id_reserved, found_.by()};
    return found_;
  }

  detail::question<Policy> question_;
  const Objects& objects_;
  path target_;
  path where_;
  finding found_{};
  bool is_bootstrap_;
  detail::creation creation_;
  detail::list_of_paths list_;
};

namespace detail {

/// The decision on a request that names nothing but its Uri-Path, and whose shape is known.
template <policy_source Policy, request_shape Shape, object_source Objects>
constexpr decision decide_shaped(const question<Policy, Shape>& q, const Objects& objects,
                                 const request& asked) noexcept {
  return q.decide(check_path(q, objects, asked.target, value_kind::integer), asked.target);
}

/// The decision on any request, with the paths that its payload names.
template <policy_source Policy, object_source Objects>
LWM2M_ACCESS_NOINLINE constexpr decision decide_any(const Policy& policy, const Objects& objects,
                                                    const request& asked) noexcept {
  authorization checks{policy, objects, asked.who, asked.op, asked.target};
  for (const path& named : asked.payload) checks.add(named);
  return checks.finish();
}

/// The decision with the values of a Write; defined in begin.hpp.
template <policy_source Policy, object_source Objects>
constexpr decision decide_whole(const Policy& policy, const Objects& objects, const request& asked,
                                view<assignment> values) noexcept;

/// The type of `authorize`: a function object, so that a stack's own function of that name is never
/// bypassed by argument-dependent look-up.
struct authorize_function {
  /// Whether `asked` may be performed, and if not, what to answer and why. It makes the checks of
  /// section C for the Uri-Path and every path that the payload names, for Bootstrap those of
  /// section K. For a Create it checks that the policy has room, where the policy can tell. It
  /// changes nothing, and every request has a decision.
  template <policy_source Policy, object_source Objects>
  LWM2M_ACCESS_FLATTEN [[nodiscard]] constexpr decision operator()(
      const Policy& policy, const Objects& objects, const request& asked) const noexcept {
    const question q{policy, asked.who.server(), asked.op};
    const bool is_alone = LWM2M_ACCESS_OPTIMIZE_FOR_SPEED && asked.payload.empty();
    if (!is_alone || !q.is_plain(asked.target)) return decide_any(policy, objects, asked);
    return asked.target.level() == level::resource
               ? decide_shaped(q.template as<request_shape::plain_resource>(), objects, asked)
               : decide_shaped(q.template as<request_shape::plain>(), objects, asked);
  }

  /// The same for a request that names nothing but its Uri-Path.
  template <policy_source Policy, object_source Objects>
  LWM2M_ACCESS_FLATTEN [[nodiscard]] constexpr decision operator()(
      const Policy& policy, const Objects& objects, requester who, operation op,
      const path& target) const noexcept {
    return (*this)(policy, objects, request{who, op, target, {}});
  }

  /// The same for a Write with what it conveys for Object 2, `values`: their content is checked,
  /// too (A11, A12, E6, F4, F6, F7, F9, F11, K6), and whether there is room for it (C10). Needs
  /// begin.hpp.
  template <policy_source Policy, object_source Objects>
  [[nodiscard]] constexpr decision operator()(const Policy& policy, const Objects& objects,
                                              const request& asked,
                                              view<assignment> values) const noexcept {
    return decide_whole(policy, objects, asked, values);
  }
};

}  // namespace detail

/// Whether a request may be performed: see `detail::authorize_function`.
inline constexpr detail::authorize_function authorize{};

/// Whether nothing changed in the policy since `taken`: what is applied later than it was decided
/// (a blockwise Write, a queued Notify) asks again when it did (F10, H2). An assignment is a
/// change. Never true of a decision taken on the copy that a transaction or a Bootstrap session
/// edits.
///
/// `policy` is the one that `taken` was taken on. Not covered, for a number is all that is
/// compared: another policy, a copy made by hand among them, that has changed as often; 2^31
/// changes; and what copies a policy by its bytes, as C does.
template <policy_source Policy>
[[nodiscard]] constexpr bool still_valid(const Policy& policy, const decision& taken) noexcept {
  return taken.generation() < first_generation_apart && policy.generation() == taken.generation();
}

}  // namespace lwm2m::access::inline v0
