#pragma once

#include <lwm2m/access/composite.hpp>
#include <lwm2m/access/decision.hpp>
#include <lwm2m/access/question.hpp>

#include <cstddef>
#include <cstdint>

namespace lwm2m::access::inline v0 {

/// What helps with a refusal beyond its reason. Each has a sentence in sentences.hpp.
enum class hint : std::uint8_t {
  none = 0,
  object_level_missing,            ///< A10: nothing says who may Create; Bootstrap must make it
  default_entry_creates_nothing,   ///< A10: the default entry with C does not count
  instance_entry_creates_nothing,  ///< A10: an entry with C for an instance does not count
  only_the_owner_writes,           ///< F1: another Server is the Access Control Owner
  only_bootstrap_writes,           ///< F2: the Bootstrap interface is
  nothing_is_there,                ///< E3: no listed path exists
  nothing_may_be_read,             ///< E3: the Server has R on no instance that is listed
  nothing_supports_read            ///< E3: R is there, but no Resource listed supports Read
};
[[nodiscard]] constexpr hint last_of(hint) noexcept { return hint::nothing_supports_read; }

/// The facts behind a decision about one path of a request that a `decision` does not hold.
struct explanation {
  path at{};                            ///< the path: the first that did not pass, else the target
  access_rights needed{};               ///< section B; empty: no right is needed
  access_rights held{};                 ///< section A; of an allowed Read of an Object: not asked
  access::determined_by by{};           ///< the row of section A
  object_instance_id access_control{};  ///< `/2/n` that governs the path; or invalid
  acl_instance_id entry{};              ///< its entry that decided; or invalid
  access_control_owner owner{};         ///< its Access Control Owner; or invalid
  access::hint hint{};
};

namespace detail {

/// Fills an explanation in.
template <policy_source Policy, object_source Objects>
class explaining {
 public:
  constexpr explaining(const Policy& policy, const Objects& objects, const request& asked,
                       const decision& taken) noexcept
      : question_{policy, asked.who.server(), asked.op},
        objects_{objects},
        asked_{asked},
        taken_{taken} {}

  [[nodiscard]] constexpr explanation explain() const noexcept {
    explanation made;
    made.at = taken_.first_bad_path().is_none() ? asked_.target : taken_.first_bad_path();
    if (made.at.is_none() && !asked_.payload.empty()) made.at = asked_.payload[0];
    made.by = taken_.determined_by();
    if (asked_.who.is_bootstrap() || made.at.level() < level::object) return made;
    if (!question_.needs_none(asked_for(made.at))) made.needed = question_.asked().needs;
    if (question_.check_requester(asked_.target) == reason::allowed) add_right(made);
    made.hint = hint_for(made);
    return made;
  }

 private:
  [[nodiscard]] constexpr const Policy& policy() const noexcept { return question_.policy(); }

  /// The path whose right was asked: of a Create not what it would make, but its target (D5).
  [[nodiscard]] constexpr const path& asked_for(const path& at) const noexcept {
    return question_.creates() ? asked_.target : at;
  }

  /// The instance of Object 2 that decides about the path.
  [[nodiscard]] constexpr auto governing(const path& at) const noexcept {
    return question_.manages(at) ? policy().find_id(at.object_instance())
                                 : policy().find(question_.governing(at));
  }

  constexpr void add_right(explanation& made) const noexcept {
    const auto [rights, by] = question_.right_for(asked_for(made.at));
    made.held = rights;
    made.by = by;
    const auto decides = governing(asked_for(made.at));
    if (!decides) return;
    made.owner = decides.owner();
    if constexpr (requires { decides.id(); }) made.access_control = decides.id();
    if (by == determined_by::own_entry) made.entry = asked_.who.server();
    if (by == determined_by::default_entry) made.entry = default_short_server_id{};
  }

  [[nodiscard]] constexpr hint hint_for(const explanation& made) const noexcept {
    switch (taken_.reason()) {
      case reason::not_the_owner:
        return made.owner.is_bootstrap() ? hint::only_bootstrap_writes
                                         : hint::only_the_owner_writes;
      case reason::access_right_missing:
        return question_.creates() ? hint_for_create(made) : hint::none;
      case reason::nothing_readable:
        return hint_for_list();
      default:
        return hint::none;
    }
  }

  [[nodiscard]] constexpr hint hint_for_create(const explanation& made) const noexcept {
    const object_id object = made.at.object();
    const auto at_object_level = policy().find(access_control_target{object});
    if (at_object_level) {
      const acl_right any = at_object_level.find(default_short_server_id{});
      return any && any.rights().has(right::create) ? hint::default_entry_creates_nothing
                                                    : hint::none;
    }
    const auto found = objects_.find_object(object);
    for (std::size_t k = 0; found && k < found.instance_count(); ++k)
      if (grants_create({object, found.instance(k)})) return hint::instance_entry_creates_nothing;
    return hint::object_level_missing;
  }
  [[nodiscard]] constexpr bool grants_create(access_control_target target) const noexcept {
    const auto governing = policy().find(target);
    if (!governing) return false;
    const acl_right own = governing.find(asked_.who.server());
    return own && own.rights().has(right::create);
  }

  [[nodiscard]] constexpr hint hint_for_list() const noexcept {
    readability all;
    if (!question_.is_list(asked_.target)) return hint::nothing_may_be_read;
    for (const path& each : asked_.payload) all.add(readability_of(question_, objects_, each));
    if (!all.is_involved) return hint::nothing_is_there;
    return all.is_readable ? hint::nothing_supports_read : hint::nothing_may_be_read;
  }

  question<Policy> question_;
  const Objects& objects_;
  const request& asked_;
  const decision& taken_;
};

/// The type of `explain`.
struct explain_function {
  template <policy_source Policy, object_source Objects>
  [[nodiscard]] constexpr explanation operator()(const Policy& policy, const Objects& objects,
                                                 const request& asked,
                                                 const decision& taken) const noexcept {
    return explaining<Policy, Objects>{policy, objects, asked, taken}.explain();
  }
};

}  // namespace detail

/// `explain(policy, objects, request, decision)`: the facts behind a decision: the right that was
/// needed and the one that was found, the instance of Object 2 and the entry that decided, who its
/// Owner is, and a hint. It changes nothing; the policy and the objects are to be as they were when
/// the decision was taken.
inline constexpr detail::explain_function explain{};

/// Whether a reason is the one that allows: `static_assert(allows<decision.reason()>)` names the
/// reason in the compiler's message, where a bare `allowed()` says no more than "false".
template <reason Why>
concept allows = Why == reason::allowed;

}  // namespace lwm2m::access::inline v0
