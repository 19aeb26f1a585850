// The formula that the solvers are given says what the engine says: over the whole small world of
// the theorems, and over large random ones.

#include <iostream>

#include "proof/concrete.hpp"
#include "support/catch.hpp"
#include "support/large_worlds.hpp"
#include "theorems/small_world.hpp"

namespace {

namespace lac = lwm2m::access;
using lac::operation;

/// Whether the formula covers it: one path, no payload, no look over all instances of an Object.
bool is_covered(const lac::request& q) {
  if (q.op == operation::write_composite) return q.payload.size() == 1 && q.target.is_none();
  const lac::level level = q.target.level();
  const bool looks_around =
      q.op == operation::notify && (level == lac::level::object || level == lac::level::none);
  return !lac::facts_of(q.op).is.lists() && q.payload.empty() && !looks_around;
}

/// Compares where the formula covers it; how many were, and how many differ.
struct agreement {
  std::size_t compared = 0, differ = 0;

  template <class Policy, class Objects>
  void compare(const Policy& policy, const Objects& objects, const lac::request& q) {
    if (!is_covered(q)) return;
    using world = proof::concrete_world<Policy, Objects>;
    const lac::path& at = q.op == operation::write_composite ? q.payload[0] : q.target;
    const world w{policy, objects};
    const auto asked = proof::question_about<world>(q, at);
    const unsigned formula = proof::formula<world>{w, asked}.check().value;
    const auto engine = static_cast<unsigned>(lac::authorize(policy, objects, q).reason());
    ++compared;
    if (formula == engine || ++differ > 5) return;
    UNSCOPED_INFO("edition " << static_cast<int>(policy.rules().name) << ", "
                             << (q.who.is_bootstrap() ? 65535 : q.who.server().value()) << ' '
                             << reference::words(q.op) << ' ' << reference::words(at) << ": engine "
                             << engine << ", formula " << formula);
  }
};

}  // namespace

TEST_CASE("the formula is the engine over the small world", "[A1][C1][C7][F1]") {
  using namespace theorems;
  agreement all;
  const std::vector<small::question> questions = small::questions();
  small::for_each_variant([&](const small::variant& v) {
    const small::world w = small::world_of(v);
    for (const small::question& each : questions) all.compare(w.policy, w.objects, each.asked());
  });
  CHECK(all.differ == 0);
  CHECK(all.compared > 1'000'000);
  std::cout << "figure: formula of the proof compared with the engine, small world: "
            << all.compared << std::endl;
}

TEST_CASE("the formula is the engine over large random worlds", "[A1][C1][C7][F1]") {
  agreement all;
  dice d{20131210};
  for (int left = 400; left > 0; --left) {
    const reference::world from = large::any_world(d);
    const auto objects = stack::ready_made_objects_from<large::model>(from);
    REQUIRE(objects.has_value());
    const auto policy = administration::policy_of<large::policy>(from);
    for (int k = 0; k < 4000; ++k) {
      reference::question q = large::any_question(d, from);
      q.payload.resize(q.op == operation::write_composite && !q.payload.empty() ? 1 : 0);
      all.compare(policy, *objects, stack::request_from(q));
    }
  }
  CHECK(all.differ == 0);
  std::cout << "figure: formula of the proof compared with the engine, large random worlds: "
            << all.compared << std::endl;
}
