#pragma once

#include <lwm2m/access/access_control_object.hpp>
#include <lwm2m/access/access_right.hpp>
#include <lwm2m/access/creation.hpp>
#include <lwm2m/access/decision.hpp>
#include <lwm2m/access/question.hpp>
#include <lwm2m/access/request.hpp>

namespace lwm2m::access::inline v0 {

namespace detail {

/// Who may ask at all: C2, A9, and the operations that the edition has.
template <policy_source Policy>
constexpr decision check_requester(const Policy& policy, const question& q) noexcept {
  using enum reason;
  if (!q.who.is_bootstrap() && !policy.has_account(q.who.server()))
    return decision::refused(no_account, q.at, determined_by::no_account);                   // C2
  if (!q.rules.is_valid()) return decision::refused(edition_unknown, q.at);
  if (!q.is_defined()) return decision::refused(operation_unknown, q.at);                    // B
  if (q.who.is_bootstrap() && !q.is_for_bootstrap())
    return decision::refused(not_for_bootstrap, q.at);                                       // A9
  return decision::granted(q.asked.success, determined_by::nothing);
}

/// The right for a path: section A, or for Object 2 section F, where ownership stands in for it.
template <policy_source Policy>
constexpr obtained_right right_for(const Policy& policy, const question& q) noexcept {
  if (q.who.is_bootstrap()) return {full_rights, determined_by::from_bootstrap};               // A9
  if (!q.needs_right()) return {full_rights, determined_by::nothing};
  if (q.at.object() != objects::access_control)
    return obtain_access_right(policy, q.who.server(), q.governing());
  const auto managed = policy.find_id(q.at.object_instance());
  if (managed && managed.owner().is(q.who.server())) return {owner_rights, determined_by::owner};
  return {access_rights::of(right::read), determined_by::any_account};                     // F1, F3
}

/// Whether the right suffices: C5, and for Object 2 F1, F2, F5.
constexpr reason check_right(const question& q, access_rights granted) noexcept {
  const bool suffices = q.asked.needs.met_by(granted);
  if (q.at.object() != objects::access_control || q.who.is_bootstrap())
    return suffices ? reason::allowed : reason::access_right_missing;
  if (q.creates() || (q.deletes() && q.at.level() == level::object_instance))
    return reason::kept_by_the_client;
  return suffices ? reason::allowed : reason::not_the_owner;
}

/// Section C from C3 on, in the Object that the path names.
template <policy_source Policy, object_handle Object>
constexpr decision check_in(const Policy& policy, const Object& object,
                            const question& q) noexcept {
  const auto refused = [&q](reason why, determined_by by) {
    return decision::refused(why, q.at, by);
  };
  using enum reason;
  using by = determined_by;
  if (!object) return refused(object_not_found, by::nothing);                              // C3
  if (!q.finds_instance_in(object)) return refused(object_instance_not_found, by::nothing);  // C3
  if (!q.applies_to_object()) return refused(operation_not_on_object, by::nothing);        // C4
  const obtained_right right = right_for(policy, q);
  if (const reason no = check_right(q, right.rights); no != allowed)
    return refused(no, right.by);                                                          // C5
  if (!q.finds_resource_in(object)) return refused(resource_not_found, right.by);          // C6
  if (!q.finds_resource_instance_in(object))
    return refused(resource_instance_not_found, right.by);                                 // C6
  const resource_definition resource = object.definition(q.at.resource());
  if (!q.applies_to(resource)) return refused(operation_not_on_this_level, right.by);      // C4
  if (q.deletes_device()) return refused(device_instance_is_kept, right.by);               // D4
  if (!q.is_supported_by(resource)) return refused(q.unsupported(), right.by);             // C7
  if (q.writes_reserved_entry()) return refused(entry_id_reserved, right.by);              // F6
  return decision::granted(q.asked.success, right.by);
}

/// What `answer` says of the Object named: Object 2 is the policy's own, the others the stack's.
template <policy_source Policy, object_source Objects, class Answer>
constexpr auto in_object(const Policy& policy, const Objects& objects, const question& q,
                         const Answer& answer) noexcept {
  return q.at.object() == objects::access_control
             ? answer(access_control_object{policy, q.writes()})
             : answer(objects.find_object(q.at.object()));
}

/// Section C for one path.
template <policy_source Policy, object_source Objects>
constexpr decision check_path(const Policy& policy, const Objects& objects,
                              const question& q) noexcept {
  if (q.names_restricted_object() && !q.who.is_bootstrap())
    return decision::refused(reason::object_is_restricted, q.at);                            // C1
  if (q.is_too_short()) return decision::refused(reason::composite_path_too_short, q.at);    // E2
  if (const decision asking = check_requester(policy, q); !asking.allowed()) return asking;  // C2
  if (q.at.is_none()) return decision::refused(reason::path_missing, q.at);
  if (q.at.level() == level::root) return decision::refused(reason::path_is_root, q.at);     // C4
  return in_object(policy, objects, q,
                   [&](const auto& object) { return check_in(policy, object, q); });
}

/// Whether an instance of the Object named can be read (D9, E1, H3).
template <policy_source Policy, object_source Objects>
constexpr bool has_readable_instance(const Policy& policy, const Objects& objects,
                                     const question& q) noexcept {
  return in_object(policy, objects, q, [&](const auto& object) {
    if (!object) return false;
    for (std::size_t k = 0; k < object.instance_count(); ++k)
      if (check_path(policy, objects, q.of(path{q.at.object(), object.instance(k)})).allowed())
        return true;
    return false;
  });
}

/// Whether a path of a Read-Composite, Observe-Composite or Send stays (E1, E3, E4).
template <policy_source Policy, object_source Objects>
constexpr bool stays(const Policy& policy, const Objects& objects, const question& q) noexcept {
  if (q.at.level() == level::object) return has_readable_instance(policy, objects, q);
  if (q.at.level() != level::root) return check_path(policy, objects, q).allowed();
  for (std::size_t k = 0; k < objects.object_count(); ++k)
    if (has_readable_instance(policy, objects, q.of(path{objects.object(k)}))) return true;
  return has_readable_instance(policy, objects, q.of(path{access::objects::access_control}));
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
  constexpr authorization(const Policy& policy, const Objects& objects, requester who,
                          operation op, const path& target) noexcept
      : policy_{policy}, objects_{objects}, question_{policy.rules(), facts_of(op), who, target} {
    creation_.name(target);
    found_ = question_.is_composite() ? detail::check_requester(policy_, question_)
                            : detail::check_path(policy_, objects_, question_);
  }
  authorization(const Policy&&, const Objects&, requester, operation, const path&) = delete;
  authorization(const Policy&, const Objects&&, requester, operation, const path&) = delete;
  authorization(const Policy&&, const Objects&&, requester, operation, const path&) = delete;

  /// A path that the payload names; for a composite operation or Send, one that it lists.
  constexpr void add(const path& named) noexcept {
    if (!question_.is_composite()) return keep(check_conveyed(named));
    any_path_ = true;
    if (!question_.is_defined()) return;
    if (question_.writes()) return keep(detail::check_path(policy_, objects_, question_.of(named)));
    any_stays_ = any_stays_ || detail::stays(policy_, objects_, question_.of(named));
  }

  /// The decision on the whole request.
  [[nodiscard]] constexpr decision finish() const noexcept {
    const decision whole = found_.allowed() ? check_whole() : found_;
    return as_verdict(whole).at_generation(policy_.generation());
  }

 private:
  constexpr void keep(const decision& next) noexcept {
    const bool says_more = found_.allowed() && found_.determined_by() == determined_by::nothing;
    if (next.step() < found_.step() || says_more) found_ = next;
  }

  /// A path in the payload of a Write or a Create: C9, D2, D6.
  constexpr decision check_conveyed(const path& named) noexcept {
    const detail::question q = question_.of(named);
    if (!question_.at.contains(named) || (q.creates() && creation_.is_elsewhere(named)))
      return decision::refused(reason::payload_outside_uri_path, named);
    creation_.name(named);
    if (!found_.allowed() || named.level() < level::resource) return found_;
    return detail::in_object(policy_, objects_, q, [&](const auto& object) {
      if (q.creates()) creation_.convey(object, named.resource());
      return q.refuses_conveyed(object.definition(named.resource()))
                 ? decision::refused(q.unsupported(), named, found_.determined_by())
                 : found_;
    });
  }

  /// What only the whole request can tell: D7, D8, E1, E3, H3.
  [[nodiscard]] constexpr decision check_whole() const noexcept {
    const path& at = question_.at;
    if (question_.is_composite() && question_.writes())
      return any_path_ ? found_ : decision::refused(reason::path_missing, at);
    if (question_.is_composite())
      return any_stays_ ? found_ : decision::refused(reason::nothing_readable, at);
    if (question_.creates()) return check_creation();
    if (question_.notifies() && at.level() == level::object &&
        !detail::has_readable_instance(policy_, objects_, question_))
      return decision::refused(reason::nothing_readable, at);
    return found_;
  }

  [[nodiscard]] constexpr decision check_creation() const noexcept {
    return detail::in_object(policy_, objects_, question_, [this](const auto& object) {
      const decision content = creation_.check(object, question_.at, found_.determined_by());
      return content.allowed() ? found_ : content;
    });
  }

  /// Notify and Send are the Client's own acts: they are done or not, and answer nothing.
  [[nodiscard]] constexpr decision as_verdict(const decision& whole) const noexcept {
    if (!question_.notifies() && !question_.sends()) return whole;
    if (whole.allowed()) return whole.as(verdict::send);
    return whole.as(question_.notifies() && question_.rules.refused_notify_cancels
                        ? verdict::cancel
                        : verdict::suppress);
  }

  const Policy& policy_;
  const Objects& objects_;
  detail::question question_;
  decision found_{};
  detail::creation creation_{};
  bool any_path_ = false;
  bool any_stays_ = false;
};

/// Whether `asked` may be performed, and if not, what to answer and why: the checks of section C
/// over the Uri-Path and every path that the payload names.
template <policy_source Policy, object_source Objects>
[[nodiscard]] constexpr decision authorize(const Policy& policy, const Objects& objects,
                                           const request& asked) noexcept {
  authorization checks{policy, objects, asked.who, asked.op, asked.target};
  for (const path& named : asked.payload) checks.add(named);
  return checks.finish();
}

/// Whether nothing changed in the policy since `taken`: what is applied later than it was decided
/// (a blockwise Write, a queued Notify) asks again when it did (F10, H2).
template <policy_source Policy>
[[nodiscard]] constexpr bool still_valid(const Policy& policy, const decision& taken) noexcept {
  return policy.generation() == taken.generation();
}

}  // namespace lwm2m::access::inline v0
