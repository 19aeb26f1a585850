#pragma once

#include <lwm2m/access/creation.hpp>
#include <lwm2m/access/decision.hpp>
#include <lwm2m/access/question.hpp>
#include <lwm2m/access/request.hpp>

namespace lwm2m::access::inline v0 {

namespace detail {

/// Section C in the Object of a path, from C3 on: one step, one line.
template <policy_source Policy, object_handle Object>
constexpr finding check_in(const question<Policy>& q, const Object& object,
                           const path& at) noexcept {
  using enum reason;
  if (!object) return {object_not_found};                                 // C3
  if (!q.finds_instance(object, at)) return {object_instance_not_found};  // C3
  if (!q.applies_to_object(at)) return {operation_not_on_object};         // C4
  const auto [rights, by] = q.right_for(at);
  if (const reason no = q.check_right(at, rights); no != allowed) return {no, by};  // C5
  const reason rest =
      at.level() < level::resource ? q.check_level(at) : q.check_resource(object, at);
  return {rest, by};  // C4, D4, C6, C7
}

/// Section C for one path: one step, one line.
template <policy_source Policy, object_source Objects>
constexpr finding check_path(const question<Policy>& q, const Objects& objects,
                             const path& at) noexcept {
  using enum reason;
  if (q.is_restricted(at)) return {object_is_restricted};                              // C1
  if (q.is_too_short(at)) return {composite_path_too_short};                           // E2
  if (const finding asking = q.check_requester(at); !asking.allowed()) return asking;  // C2
  if (at.is_none()) return {path_missing};
  if (at.level() == level::root) return {path_is_root};  // C4
  if (q.manages(at)) return check_in(q, access_control_object{q.policy()}, at);
  return check_in(q, objects.find_object(at.object()), at);
}

/// Whether an instance of the Object can be read (D9, E1, H3). Of Object 2 every instance can (F3).
template <policy_source Policy, object_source Objects>
constexpr bool has_readable_instance(const question<Policy>& q, const Objects& objects,
                                     object_id id) noexcept {
  if (q.is_restricted(path{id})) return false;  // E4
  if (id == access::objects::access_control) return q.policy().access_control_count() != 0;
  const auto object = objects.find_object(id);
  for (std::size_t k = 0; object && k < object.instance_count(); ++k)
    if (q.reads(id, object.instance(k))) return true;
  return false;
}

/// Whether a path of a Read-Composite, Observe-Composite or Send stays (E1, E3, E4).
template <policy_source Policy, object_source Objects>
constexpr bool stays(const question<Policy>& q, const Objects& objects, const path& at) noexcept {
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

/// The decision on a request with a Uri-Path that has passed. H3: a Notify of an Object with
/// nothing readable is not sent.
template <policy_source Policy, object_source Objects>
constexpr decision decide_passed(const question<Policy>& q, const Objects& objects,
                                 const path& target, determined_by by) noexcept {
  const bool shows_nothing = q.is(operation::notify) && target.level() == level::object &&
                             !has_readable_instance(q, objects, target.object());
  return q.decide({shows_nothing ? reason::nothing_readable : reason::allowed, by}, target);
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
    found_ = lists() ? question_.check_requester(target)
                     : detail::check_path(question_, objects_, target);
  }
  authorization(const Policy&&, const Objects&, requester, operation, const path&) = delete;
  authorization(const Policy&, const Objects&&, requester, operation, const path&) = delete;
  authorization(const Policy&&, const Objects&&, requester, operation, const path&) = delete;

  /// A path that the payload names; for a composite operation or Send, one that it lists.
  constexpr void add(const path& named) noexcept {
    any_path_ = true;
    if (!lists()) return keep(check_conveyed(named), named);
    if (question_.writes()) return keep(detail::check_path(question_, objects_, named), named);
    any_stays_ = any_stays_ || detail::stays(question_, objects_, named);
  }

  /// The decision on the whole request.
  [[nodiscard]] constexpr decision finish() const noexcept {
    if (!found_.allowed()) return question_.decide(found_, where_);
    if (lists()) return question_.decide(whole_list(), target_);
    return question_.is(operation::create)
               ? detail::decide_creation(question_, objects_, target_, creation_, found_.by)
               : detail::decide_passed(question_, objects_, target_, found_.by);
  }

 private:
  [[nodiscard]] constexpr bool lists() const noexcept { return question_.is_composite(target_); }

  /// E5: of a Write-Composite, F4 comes with the content, in the order of the paths.
  [[nodiscard]] constexpr step step_of(reason why) const noexcept {
    const bool comes_last = lists() && why == reason::access_control_read_only;
    return comes_last ? step::content : facts_of(why).step;
  }

  constexpr void keep(finding next, const path& named) noexcept {
    const bool fails_earlier = step_of(next.why) < step_of(found_.why);
    if (fails_earlier) where_ = named;
    if (fails_earlier || (found_.allowed() && found_.by == determined_by::nothing)) found_ = next;
  }

  /// A path in the payload of a Write or a Create: C9, D2, D6.
  constexpr finding check_conveyed(const path& named) noexcept {
    if (!target_.contains(named) || (question_.is(operation::create) && !creation_.name(named)))
      return {reason::payload_outside_uri_path, determined_by::nothing};  // C9
    const bool is_reached = facts_of(found_.why).step >= step::operation_support;
    if (!is_reached || named.level() < level::resource) return found_;
    const resource_definition resource = convey(named);
    if (question_.refuses_conveyed(resource))
      return {question_.unsupported(named), found_.by};  // D2
    if (question_.writes_reserved_entry(named)) return {reason::entry_id_reserved, found_.by};
    return found_;
  }

  /// The definition of a conveyed Resource. No Create comes so far on Object 2 (F5, A9).
  constexpr resource_definition convey(const path& named) noexcept {
    if (question_.is(operation::create))
      creation_.convey(objects_.find_object(named.object()), named.resource());
    return detail::definition_of(question_.policy(), objects_, named);
  }

  /// What only the whole list can tell: E1, E3.
  [[nodiscard]] constexpr finding whole_list() const noexcept {
    if (question_.writes()) return any_path_ ? found_ : finding{reason::path_missing, found_.by};
    return any_stays_ ? found_ : finding{reason::nothing_readable, found_.by};
  }

  detail::question<Policy> question_;
  const Objects& objects_;
  path target_;
  path where_;
  finding found_{};
  detail::creation creation_;
  bool any_path_ = false;
  bool any_stays_ = false;
};

/// Whether a request that names nothing but its Uri-Path may be performed: the checks of section C.
template <policy_source Policy, object_source Objects>
[[nodiscard]] constexpr decision authorize(const Policy& policy, const Objects& objects,
                                           requester who, operation op,
                                           const path& target) noexcept {
  const detail::question q{policy, who, op};
  if (q.is_composite(target)) return authorization{policy, objects, who, op, target}.finish();
  const finding found = detail::check_path(q, objects, target);
  if (!found.allowed()) return q.decide(found, target);
  return q.is(operation::create)
             ? detail::decide_creation(q, objects, target, detail::creation{target}, found.by)
             : detail::decide_passed(q, objects, target, found.by);
}

/// Whether `asked` may be performed, and if not, what to answer and why: the checks of section C
/// over the Uri-Path and every path that the payload names.
template <policy_source Policy, object_source Objects>
[[nodiscard]] constexpr decision authorize(const Policy& policy, const Objects& objects,
                                           const request& asked) noexcept {
  if (asked.payload.empty()) return authorize(policy, objects, asked.who, asked.op, asked.target);
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
