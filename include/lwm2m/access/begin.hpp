#pragma once

#include <lwm2m/access/apply.hpp>
#include <lwm2m/access/authorize.hpp>
#include <lwm2m/access/inlining.hpp>
#include <lwm2m/access/managed_content.hpp>

#include <cstddef>

namespace lwm2m::access::inline v0 {

namespace detail {

/// An empty object model: with it, only paths of Object 2, which the policy holds, can be decided.
struct no_objects {
  struct handle {
    static constexpr bool instances_are_alike = true;
    constexpr explicit operator bool() const noexcept { return false; }
    static constexpr bool is_single() noexcept { return false; }
    static constexpr bool has_instance(object_instance_id) noexcept { return false; }
    static constexpr std::size_t instance_count() noexcept { return 0; }
    static constexpr object_instance_id instance(std::size_t) noexcept { return {}; }
    static constexpr resource_definition definition(resource_id) noexcept { return {}; }
    static constexpr std::size_t definition_count() noexcept { return 0; }
    static constexpr resource_definition definition_at(std::size_t) noexcept { return {}; }
    static constexpr bool has_resource(object_instance_id, resource_id) noexcept { return false; }
    static constexpr bool has_resource_instance(object_instance_id, resource_id,
                                                resource_instance_id) noexcept {
      return false;
    }
  };
  static constexpr handle find_object(object_id) noexcept { return {}; }
  static constexpr std::size_t object_count() noexcept { return 0; }
  static constexpr object_id object(std::size_t) noexcept { return {}; }
};

/// The content of a Write, checked after its rights: F, K6. When F4 or F6 refused a
/// Write-Composite, the content of all its paths of Object 2 is checked again in the order of the
/// paths (E5).
template <editable_policy Policy>
constexpr decision decide_content(const Policy& policy, const request& asked,
                                  view<assignment> values, const decision& rights) noexcept {
  const bool is_composite = asked.op == operation::write_composite;
  const bool looks_again = is_composite && (rights.step() == step::content ||
                                            rights.reason() == reason::access_control_read_only);
  if (!facts_of(asked.op).is.writes() || (!rights.allowed() && !looks_again)) return rights;
  return managed_content{policy, asked, values}.check(rights).at_generation(policy.generation());
}

/// Whether a request touches Object 2.
[[nodiscard]] constexpr bool touches_access_control(const request& asked,
                                                    view<assignment> values) noexcept {
  if (asked.target.object() == objects::access_control) return true;
  for (const path& named : asked.payload)
    if (named.object() == objects::access_control) return true;
  for (const assignment& value : values)
    if (value.at.object() == objects::access_control) return true;
  return false;
}

template <policy_source Policy, object_source Objects>
constexpr decision decide_whole(const Policy& policy, const Objects& objects, const request& asked,
                                view<assignment> values) noexcept {
  if (values.empty() && !touches_access_control(asked, values))
    return authorize(policy, objects, asked);
  authorization checks{policy, objects, asked.who, asked.op, asked.target};
  for (const path& named : asked.payload) checks.add(named);
  for (const assignment& value : values) checks.add(value.at, value.kind);
  return decide_content(policy, asked, values, checks.finish());
}

/// Section F once more, for the paths in Object 2 alone, without a look at the stack's objects.
template <editable_policy Policy>
constexpr decision decide_managed(const Policy& policy, const request& asked,
                                  view<assignment> values) noexcept {
  constexpr no_objects objects;
  authorization checks{policy, objects, asked.who, asked.op, asked.target};
  const auto manages = [](const path& at) { return at.object() == objects::access_control; };
  for (const path& named : asked.payload)
    if (manages(named)) checks.add(named);
  for (const assignment& value : values)
    if (manages(value.at)) checks.add(value.at, value.kind);
  return decide_content(policy, asked, values, checks.finish());
}

/// Whether a request that is allowed changes Object 2, or makes or deletes an instance.
[[nodiscard]] constexpr bool changes_access_control(const request& asked,
                                                    view<assignment> values) noexcept {
  if (asked.op == operation::create) return true;
  if (asked.op == operation::delete_)
    return asked.target.level() <= level::object_instance ||
           asked.target.object() == objects::access_control;
  return facts_of(asked.op).is.writes() && touches_access_control(asked, values);
}

/// K8: what a Server cannot change, while a Bootstrap session is open.
template <editable_policy Policy>
constexpr decision hold_for_bootstrap(const Policy& policy, const request& asked,
                                      view<assignment> values, const decision& taken) noexcept {
  const bool would_change = taken.allowed() || taken.reason() == reason::no_room;
  if (asked.who.is_bootstrap() || !would_change || !changes_access_control(asked, values))
    return taken;
  return decision::refused(reason::bootstrap_in_progress, asked.target, taken.determined_by())
      .at_generation(policy.generation());
}

}  // namespace detail

/// A request that is decided and not yet performed: the answer of `begin`. It holds the decision,
/// and borrows the policy, the object model and the request's paths and values, which outlive it.
///
/// Nothing has changed until `commit`. A pending request that goes away without it has not
/// happened.
template <editable_policy Policy, object_source Objects>
class [[nodiscard]] pending_request {
 public:
  /// `made`: the Object Instance that an allowed Create makes; else no path.
  constexpr pending_request(Policy& policy, const Objects& objects, const request& asked,
                            view<assignment> values, const access::decision& taken,
                            const path& made) noexcept
      : policy_{policy},
        objects_{objects},
        asked_{asked},
        values_{values},
        taken_{taken},
        made_{made},
        governed_by_{governing()},
        changes_{taken.allowed() && detail::changes_access_control(asked, values)} {}
  pending_request(const pending_request&) = delete;
  pending_request& operator=(const pending_request&) = delete;

  [[nodiscard]] constexpr const access::decision& decision() const noexcept { return taken_; }
  [[nodiscard]] constexpr bool allowed() const noexcept { return taken_.allowed(); }
  [[nodiscard]] constexpr coap code() const noexcept { return taken_.code(); }

  /// The Object Instance that an allowed Create makes, and the stack is to make; else no path.
  [[nodiscard]] constexpr path instance() const noexcept { return made_; }

  /// Changes the policy as the request does, after the stack has performed it: a Write, Delete or
  /// Write-Composite on Object 2 (section F, K6), the Access Control Object Instance of an instance
  /// that was made (G1) or deleted (G2, K7). `told` is called with each `access_control_change`
  /// once it is made, and cannot change the policy meanwhile.
  ///
  /// Where the policy is as it was when the request began, this cannot fail. Where it changed, a
  /// Delete still takes what governed the instance; a Create and a request on Object 2 are asked
  /// again, without a look at the objects. What comes back is the decision; where it is not
  /// allowed, nothing was changed, and the stack takes back what it performed. A second `commit`,
  /// or one of a refused request, changes nothing and is not allowed.
  template <class Told = ignore_all>
  [[nodiscard]] constexpr access::decision commit(const Told& told = {}) noexcept {
    if (is_committed_) return access::decision{};
    is_committed_ = taken_.allowed();
    return changes_ ? change(told) : taken_;
  }

 private:
  /// The Access Control Object Instance that the new instance of a Create has already (G1).
  [[nodiscard]] constexpr object_instance_id governing() const noexcept {
    if (made_.is_none()) return {};
    const auto present = policy_.find({made_.object(), made_.object_instance()});
    return present ? present.id() : object_instance_id{};
  }

  template <class Told>
  LWM2M_ACCESS_NOINLINE constexpr access::decision change(const Told& told) noexcept {
    const bool is_stale = policy_.generation() != taken_.generation();
    const access::decision now = is_stale ? decide_again() : taken_;
    if (!now.allowed()) return now;
    const status done = detail::apply(policy_, objects_, asked_, made_, values_, told);
    if (done == status::done) return now.at_generation(policy_.generation());
    return refuse(done == status::being_changed ? reason::policy_being_changed : reason::no_room);
  }

  [[nodiscard]] constexpr access::decision refuse(reason why) const noexcept {
    return access::decision::refused(why, made_.is_none() ? asked_.target : made_,
                                     taken_.determined_by())
        .at_generation(policy_.generation());
  }

  /// The decision on a policy that has changed since.
  [[nodiscard]] constexpr access::decision decide_again() const noexcept {
    if (!made_.is_none()) {
      const reason no = check_creation_again();
      return no == reason::allowed ? taken_ : refuse(no);
    }
    if (!detail::touches_access_control(asked_, values_)) return taken_;  // G2
    if (asked_.op == operation::delete_ && asked_.who.is_bootstrap()) return taken_;
    const access::decision again = detail::decide_managed(policy_, asked_, values_);
    return policy_.is_bootstrap_open() ? detail::hold_for_bootstrap(policy_, asked_, values_, again)
                                       : again;
  }

  /// Of a Create: the account, the right (A10, D5), that nobody else's access control has been made
  /// for the instance, and room.
  [[nodiscard]] constexpr reason check_creation_again() const noexcept {
    const detail::question q{policy_, asked_.who.server(), asked_.op};
    if (const reason no = q.check_requester(asked_.target); no != reason::allowed) return no;
    if (const reason no = q.check_right(asked_.target, q.right_for(asked_.target).rights);
        no != reason::allowed)
      return no;
    if (governing().is_valid() && governing() != governed_by_) return reason::granted_meanwhile;
    if (policy_.is_bootstrap_open()) return reason::bootstrap_in_progress;
    return detail::check_creation_room(policy_, {made_.object(), made_.object_instance()});
  }

  Policy& policy_;
  const Objects& objects_;
  request asked_;
  view<assignment> values_;
  access::decision taken_;
  path made_;
  object_instance_id governed_by_;
  bool changes_;
  bool is_committed_ = false;
};

namespace detail {

/// The decision on a request with all that it conveys, K8 included.
template <editable_policy Policy, object_source Objects>
constexpr decision decide_request(const Policy& policy, const Objects& objects,
                                  const request& asked, view<assignment> values) noexcept {
  const decision taken = decide_whole(policy, objects, asked, values);
  return policy.is_bootstrap_open() ? hold_for_bootstrap(policy, asked, values, taken) : taken;
}

/// A request that was decided, with the instance that it makes.
template <editable_policy Policy, object_source Objects>
constexpr auto pending_of(Policy& policy, const Objects& objects, const request& asked,
                          view<assignment> values, const decision& taken) noexcept {
  const bool creates = taken.allowed() && facts_of(asked.op).is.makes_instance();
  return pending_request<Policy, Objects>{
      policy, objects, asked, values, taken, creates ? created_instance(objects, asked) : path{}};
}

/// The type of `begin`.
struct begin_function {
  template <editable_policy Policy, object_source Objects>
  constexpr auto operator()(Policy& policy, const Objects& objects, const request& asked,
                            view<assignment> values = {}) const noexcept {
    return pending_of(policy, objects, asked, values,
                      decide_request(policy, objects, asked, values));
  }
  template <editable_policy Policy, object_source Objects>
  void operator()(Policy&, const Objects&&, const request&, view<assignment> = {}) const = delete;
};

/// The type of `administer`.
struct administer_function {
  template <editable_policy Policy, object_source Objects, class Told = ignore_all>
  [[nodiscard]] constexpr decision operator()(Policy& policy, const Objects& objects,
                                              const request& asked, view<assignment> values = {},
                                              const Told& told = {}) const noexcept {
    auto work = begin_function{}(policy, objects, asked, values);
    return work.allowed() ? work.commit(told) : work.decision();
  }
};

}  // namespace detail

/// `begin(policy, objects, request, values)`: decides a request, a `pending_request`, and changes
/// nothing. The stack performs what is allowed, and then commits:
///
///     auto work = begin(policy, objects, asked, values);
///     if (!work.allowed()) return reply(work.code());
///     if (!perform(asked, work.instance())) return reply(what_went_wrong);
///     if (const auto done = work.commit(on_change); !done) undo(asked);
///
/// `values` are what a Write conveys for Object 2, in their order; `request::payload` holds the
/// other paths that the payload names, also the ACL itself (`/2/n/2`) when it may come empty.
///
/// Beyond what `authorize` refuses: 4.00 for a value that cannot be (A11, A12, E6, F6, F7, F9,
/// F11), that is missing or said twice (C8); 5.00 when there is no room (C10), and while a
/// Bootstrap session is open (K8).
inline constexpr detail::begin_function begin{};

/// `administer(policy, objects, request, values, told)`: `begin` and `commit` in one step, for
/// tools and tests: a stack that performs something uses the two.
inline constexpr detail::administer_function administer{};

}  // namespace lwm2m::access::inline v0
