// What a refusal says.

#include <set>

#include "theorems/check.hpp"
#include "theorems/mend.hpp"

namespace theorems {
namespace {

struct a_mended_refusal_is_another : theorem {
  template <class World>
  static constexpr outcome of(const World& w, const lac::request& q, std::size_t) {
    mended<World> patient{w, q};
    lac::decision before = patient.decide();
    if (before.allowed()) return outcome::not_met;
    for (int left = 60; left > 0; --left) {
      patient.mend(before);
      const lac::decision after = patient.decide();
      if (after.allowed()) return outcome::holds;
      const bool same =
          after.reason() == before.reason() && after.first_bad_path() == before.first_bad_path();
      if (same) return outcome::fails;
      before = after;
    }
    return outcome::fails;
  }
};
THEOREM("a refusal names a reason that, mended, changes the answer, until all is allowed",
        "[C1][C2][C3][C4][C5][C6][C7][C8][C9]", a_mended_refusal_is_another);

struct the_answer_belongs_to_the_reason : theorem {
  static constexpr outcome of(const auto& w, const lac::request& q, std::size_t) {
    const lac::decision given = decide(w, q);
    const bool own_act = q.op == operation::notify || q.op == operation::send;
    const lac::coap code =
        given.reason() == reason::allowed ? rule::success(q.op) : rule::answer_to(given.reason());
    const bool is_plain =
        given.verdict() == lac::verdict::allowed || given.verdict() == lac::verdict::denied;
    const bool is_gone = given.verdict() == lac::verdict::gone;  // H5
    return holds_if(given.allowed() == (given.reason() == reason::allowed) &&
                    given.code() == (own_act && !is_gone ? lac::coap::none : code) &&
                    (!is_gone || q.op == operation::notify) && is_plain != own_act &&
                    static_cast<unsigned>(given.code()) != 0x83);
  }
};
THEOREM("the code of an answer follows from its reason, and is never 4.03", "[C1][C5][C7]",
        the_answer_belongs_to_the_reason);

/// A world in which every Resource supports the opposite of what it did.
constexpr auto with_other_access_types(const auto& objects) {
  auto other = objects;
  other = {};
  for (std::size_t k = 0; k < objects.object_count(); ++k) {
    const auto one = objects.object_at(k);
    (void)other.add_object(
        one.id(), one.is_single() ? lac::multiplicity::single : lac::multiplicity::multiple);
    for (const lac::object_instance_id i : one.instances()) (void)other.add_instance(one.id(), i);
    for (const lac::resource_definition& each : one.resources()) {
      const auto bits = static_cast<std::uint8_t>(each.operations().raw() ^ 0xE0);
      if (each.id().value() % 2 == 0)
        (void)other.add_resource(
            one.id(), {each.id(), lac::access_type{bits}, each.is_multiple(), each.is_mandatory()});
    }
  }
  return other;
}

struct the_right_comes_first : theorem {
  static constexpr outcome of(const auto& w, const lac::request& q, std::size_t) {
    const lac::decision given = decide(w, q);
    if (given.reason() != reason::access_right_missing) return outcome::not_met;
    const auto objects = with_other_access_types(w.objects);
    return holds_if(are_the_same(given, lac::authorize(w.policy, objects, q)));
  }
};
THEOREM("who has no right learns nothing of the Resources and of what they support", "[C5][C6][C7]",
        the_right_comes_first);

struct existence_is_no_secret : theorem {
  static constexpr outcome of(const auto& w, const lac::request& q, std::size_t) {
    const lac::decision given = decide(w, q);
    if (given.step() == lac::step::none || given.step() > lac::step::object_level ||
        is_composite_read(q))
      return outcome::not_met;
    const auto bare = with(w, [](auto& policy) { take_all_rights(policy); });
    return holds_if(are_the_same(given, decide(bare, q)));
  }
};
THEOREM("what comes before the right does not depend on rights", "[C1][C2][C3][C4][C9]",
        existence_is_no_secret);

struct affected_resources_are_why : theorem {
  static constexpr bool fits(reason alone, bool is_ignored) {
    if (is_ignored) return alone == reason::resource_not_found;
    return alone == reason::operation_not_supported || alone == reason::access_control_read_only;
  }
  static constexpr outcome of(const auto& w, const lac::request& q, std::size_t) {
    const lac::decision whole = decide(w, q);
    bool any = false;
    for (const path& each : lac::affected(w.policy, w.objects, q)) {
      any = true;
      const bool named = any_path(q, [&](const path& one) { return one == each; });
      const reason alone = decide(w, about(q, operation::update, each)).reason();
      const bool asked_alone =
          q.op != operation::create && !q.who.is_bootstrap() && each.level() == level::resource;
      if (!named || (asked_alone && !fits(alone, whole.allowed()))) return outcome::fails;
    }
    if (!any) return outcome::not_met;
    return holds_if(whole.allowed() || whole.code() == lac::coap::method_not_allowed);
  }
};
THEOREM("the affected Resources are what a Write or Create was refused for, or ignores", "[D2][D6]",
        affected_resources_are_why);

}  // namespace

TEST_CASE("every reason that a decision can have is met in the small world", "[C1][C8]") {
  std::set<int> met, expected;
  const std::vector<small::question> all = small::questions();
  small::for_each_variant([&](const small::variant& v) {
    const small::world w = small::world_of(v);
    for (const small::question& each : all)
      met.insert(static_cast<int>(decide(w, each.asked()).reason()));
  });
  for (auto each = static_cast<int>(reason::allowed);
       each <= static_cast<int>(reason::object_instance_id_reserved); ++each)
    expected.insert(each);
  for (const reason each : {reason::entry_id_reserved, reason::payload_names_two_instances,
                            reason::object_instance_id_not_zero, reason::no_right_on_any_instance})
    expected.insert(static_cast<int>(each));
  expected.erase(static_cast<int>(reason::edition_unknown));
  CHECK(met == expected);
}

}  // namespace theorems
