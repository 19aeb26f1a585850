#pragma once

// The three that check a theorem.
//
//     THEOREM("an own entry shadows the default one", "[A3]", own_entry_shadows);
//
// makes two test cases, over the small world and over large random ones, and a static_assert over a
// part of the small world.

#include <rapidcheck.h>

#include <lwm2m/access/text.hpp>

#include <iostream>
#include <sstream>
#include <string>

#include "support/catch.hpp"
#include "support/large_worlds.hpp"
#include "theorems/small_world.hpp"

namespace theorems {

inline std::string words(const auto& w, const lac::request& q) {
  std::string text;
  lac::print_policy(w.policy, w.objects, [&](char c) { text += c; });
  std::ostringstream to;
  to << text << (q.who.is_bootstrap() ? "bootstrap" : std::to_string(q.who.server().value())) << ' '
     << reference::words(q.op) << ' ' << reference::words(q.target) << ' '
     << reference::words(std::vector<path>(q.payload.begin(), q.payload.end()));
  return to.str();
}

// ------------------------------------------------------------------ while compiling

inline constexpr small::question asked_while_compiling[] = {
    small::about_one(102_server, operation::read, "/5/1"_path),
    small::about_one(101_server, operation::update, "/5/1/0"_path),
    small::about_one(103_server, operation::notify, "/5"_path),
    small::about_one(102_server, operation::create, "/5"_path),
    small::about_one(104_server, operation::discover, "/5/1"_path),
    small::about_one(102_server, operation::write, "/2/4/3"_path),
    small::about_one(102_server, operation::read_composite, "/5/1/0"_path),
    small::about_one(lac::bootstrap, operation::delete_, "/5/1"_path)};

template <class Theorem, lac::edition_name Edition, unsigned Own>
constexpr bool holds_for = [] {
  const small::world w = small::world_of({Edition, 3, 101, Own, 1, false});
  for (const small::question& each : asked_while_compiling)
    for (std::size_t choice = 0; choice < Theorem::choices(w) && choice < 2; ++choice)
      if (Theorem::of(w, each.asked(), choice) == outcome::fails) return false;
  return true;
}();

template <class Theorem, unsigned Own>
constexpr bool holds_in_each_edition = holds_for<Theorem, lac::edition_name::draft, Own> &&
                                       holds_for<Theorem, lac::edition_name::v1_0, Own> &&
                                       holds_for<Theorem, lac::edition_name::v1_1, Own> &&
                                       holds_for<Theorem, lac::edition_name::v1_2, Own>;

template <class Theorem>
constexpr bool holds_while_compiling =
    holds_in_each_edition<Theorem, small::absent> && holds_in_each_edition<Theorem, 0> &&
    holds_in_each_edition<Theorem, 31>;

// ------------------------------------------------------------------ over the whole small world

template <class Theorem>
void check_small_world(const std::string& name) {
  const std::vector<small::question> all = small::questions();
  std::size_t met = 0, failed = 0;
  small::for_each_variant([&](const small::variant& v) {
    const small::world w = small::world_of(v);
    for (const small::question& each : all)
      for (std::size_t choice = 0; choice < Theorem::choices(w); ++choice) {
        const outcome found = Theorem::of(w, each.asked(), choice);
        met += found == outcome::not_met ? 0U : 1U;
        if (found == outcome::fails && ++failed <= 3)
          std::cout << "--- does not hold, choice " << choice << ":\n"
                    << words(w, each.asked()) << std::endl;
      }
  });
  CHECK(failed == 0);
  CHECK(met > 100);
  std::cout << "figure: theorem over the small world, " << met << " cases: " << name << std::endl;
}

// ------------------------------------------------------------------ over large random worlds

/// With more room than the worlds need: a theorem that changes one is not about C10.
using roomy_policy = lac::policy<large::room.instances + 8, 2 * large::room.entries, 12>;
using large_world = world<roomy_policy, large::model>;

inline large_world world_from(const reference::world& w) {
  const auto objects = stack::ready_made_objects_from<large::model>(w);
  RC_ASSERT(objects.has_value());
  return {administration::policy_of<roomy_policy>(w), *objects};
}

template <class Theorem>
void check_large_world(std::size_t& met) {
  dice d{*rc::gen::arbitrary<unsigned>()};
  const reference::world from = large::any_world(d);
  const large_world w = world_from(from);
  for (int k = 0; k < 1000; ++k) {
    const reference::question q = large::any_question(d, from);
    const lac::request asked = stack::request_from(q);
    const std::size_t choices = Theorem::choices(w);
    if (choices == 0) return;
    const outcome found = Theorem::of(w, asked, d.below(static_cast<unsigned>(choices)));
    met += found == outcome::not_met ? 0U : 1U;
    if (found == outcome::fails) RC_FAIL("does not hold:\n" + words(w, asked));
  }
}

template <class Theorem>
void check_large_worlds(const std::string& name) {
  std::size_t met = 0;
  CHECK(rc::check(name, [&met] { check_large_world<Theorem>(met); }));
  CHECK(met > 50);
}

}  // namespace theorems

#define THEOREM(name, tags, which)                                                    \
  static_assert(theorems::holds_while_compiling<which>);                              \
  TEST_CASE("small world: " name, tags) { theorems::check_small_world<which>(name); } \
  TEST_CASE("large worlds: " name, tags) { theorems::check_large_worlds<which>(name); }
