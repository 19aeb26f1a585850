// The engine against the reference over large random worlds. How many decisions, and from which
// seed, is said by LWM2M_ACCESS_DECISIONS and LWM2M_ACCESS_SEED.

#include <cstdlib>
#include <iostream>

#include "decisions/changes.hpp"
#include "decisions/tokens.hpp"
#include "decisions/wide_numbers.hpp"
#include "exhaustive/comparison.hpp"

namespace {

using namespace decisions;

std::size_t number_from(const char* name, std::size_t otherwise) {
  const char* text = std::getenv(name);
  return text == nullptr ? otherwise : std::strtoull(text, nullptr, 10);
}

/// The same policy, of which it is said that access control is disabled, whatever it holds (A8).
struct switched_off : large::policy {
  explicit switched_off(const large::policy& of) : large::policy{of} {}
  static constexpr bool is_disabled() noexcept { return true; }
};
static_assert(lac::policy_source<switched_off>);

class run {
 public:
  explicit run(unsigned seed) : dice_{seed} {}

  void in_a_world() {
    const reference::world w = large::any_world(dice_);
    const auto objects = stack::ready_made_objects_from<large::model>(w);
    REQUIRE(objects.has_value());
    const auto policy = administration::policy_of<large::policy>(w);
    plain(w, policy, *objects);
    disabled(w, policy, *objects);
    widened_numbers(w, policy, *objects);
    through_the_guard(w, policy, *objects);
    for (int left = 40; left > 0; --left) changed(w, policy, *objects);
  }

  [[nodiscard]] std::size_t decisions() const { return compare_.decisions() + others_; }
  [[nodiscard]] std::size_t differences() const { return compare_.differences() + different_; }

  // Of all but the plain ones: asked with a stale token, allowed, changed something.
  [[nodiscard]] std::size_t stale() const { return stale_; }
  [[nodiscard]] std::size_t allowed() const { return allowed_; }
  [[nodiscard]] std::size_t changes() const { return changes_; }

 private:
  exhaustive::asked some_questions(const reference::world& w, int count) {
    std::vector<question> all;
    for (; count > 0; --count) all.push_back(large::any_question(dice_, w));
    return exhaustive::asked{std::move(all)};
  }

  void plain(const reference::world& w, const auto& policy, const auto& objects) {
    const exhaustive::asked all = some_questions(w, 1500);
    compare_.decisions(w, policy, objects, all);
    const exhaustive::asked few = some_questions(w, 50);
    compare_.ranges(w, policy, objects, few);
  }

  void disabled(reference::world w, const auto& policy, const auto& objects) {
    w.disabled = true;
    compare_.decisions(w, switched_off{policy}, objects, some_questions(w, 100));
  }

  void widened_numbers(const reference::world& w, const auto& policy, const auto& objects) {
    for (int left = 300; left > 0; --left) {
      const widened_question q = widened(dice_, large::any_question(dice_, w));
      count(w, q.plain, lac::authorize(policy, objects, q.asked()));
    }
  }

  void through_the_guard(const reference::world& w, const auto& policy, const auto& objects) {
    admitted_servers guard{policy, objects, w};
    if (guard.empty()) return;
    for (int left = 300; left > 0; --left) {
      if (dice_.once_in(10)) guard.happen(dice_);
      question q = large::any_question(dice_, w);
      const auto by = guard.any_use(dice_);
      q.bootstrap = false;
      q.server = by.server;
      stale_ += by.server == 0 ? 1U : 0U;
      count(w, q, guard.ask(by, q));
    }
  }

  void count(const reference::world& w, const question& q, const lac::decision& given) {
    const reference::answer wanted = reference::decide(w, q);
    ++others_;
    allowed_ += given.allowed() ? 1U : 0U;
    if (!stack::is_as(wanted, given)) differs(w, q, wanted, given);
  }

  /// A change with values: the answer, and what Object 2 is then.
  void changed(reference::world w, large::policy policy, const auto& objects) {
    const change asked = any_change(dice_, w);
    const reference::world before = w;
    const administration::outcome wanted =
        administration::administer(w, asked.asked, asked.conveyed);
    const lac::decision given =
        lac::administer(policy, objects, stack::request_from(asked.asked), asked.conveyed);
    ++others_;
    const std::string after = administration::words(w);
    changes_ += administration::words(before) != after ? 1U : 0U;
    if (!stack::is_as(wanted.decided, given) ||
        administration::words(administration::world_of(policy)) != after)
      differs(before, asked.asked, wanted.decided, given, asked.conveyed);
  }

  void differs(const reference::world& w, const question& q, const reference::answer& wanted,
               const lac::decision& given, const administration::values& conveyed = {}) {
    if (++different_ > 5) return;
    std::cout << "--- differs\n" << reference::words(w, q);
    for (const lac::assignment& each : conveyed)
      std::cout << "\n  conveying " << reference::words(each.at) << " = " << reference::words(each);
    std::cout << "\n  reference: " << reference::words(wanted)
              << "\n  engine:    " << reference::words(given) << std::endl;
  }

  dice dice_;
  exhaustive::comparison compare_{"large random worlds, as they are and disabled"};
  std::size_t others_ = 0, different_ = 0, allowed_ = 0, stale_ = 0, changes_ = 0;
};

}  // namespace

TEST_CASE("large random worlds are decided as the reference decides them",
          "[A1][A8][C5][F1][I22]") {
  const std::size_t count = number_from("LWM2M_ACCESS_DECISIONS", 10'000'000);
  run all{static_cast<unsigned>(number_from("LWM2M_ACCESS_SEED", 20131210))};
  while (all.decisions() < count && all.differences() == 0) all.in_a_world();
  CHECK(all.differences() == 0);
  CHECK(all.allowed() > count / 100);
  CHECK(all.stale() > count / 200);
  CHECK(all.changes() > count / 2000);
  std::cout << "figure: decisions compared with the reference, large random worlds in all: "
            << all.decisions() << ", of them " << all.stale() << " with a stale token, "
            << all.changes() << " that changed Object 2" << std::endl;
}
