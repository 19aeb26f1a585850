// The engine over a stack's own linked lists and over the ready-made policy, in random worlds: the
// same decisions, the same paths.

#include "support/catch.hpp"

#include "examples/own_storage_mirror.hpp"
#include "unit/random_worlds.hpp"

using namespace random_worlds;
using own_storage::all_of;
using own_storage::are_the_same;

TEST_CASE("A stack's own linked lists get the decisions of the ready-made policy") {
  dice d{20261124};
  unsigned allowed = 0;
  for (int world = 0; world < 300; ++world) {
    const policy ready = random_policy(d);
    const model there = random_model(d);
    const own_storage::mirror lists{ready, there};
    const own_storage::policy own{lists.client(), ready.rules()};
    const own_storage::objects objects{lists.client()};
    for (int k = 0; k < 100; ++k) {
      question asked = random_question(d);
      asked.asked.payload = asked.payload;
      const lac::decision mine = lac::authorize(own, objects, asked.asked);
      const lac::decision theirs = lac::authorize(ready, there, asked.asked);
      REQUIRE(mine.at_generation(0) == theirs.at_generation(0));
      if (mine.allowed()) ++allowed;
      REQUIRE(are_the_same(all_of(lac::visible(own, objects, asked.asked)),
                           all_of(lac::visible(ready, there, asked.asked))));
      REQUIRE(are_the_same(all_of(lac::affected(own, objects, asked.asked)),
                           all_of(lac::affected(ready, there, asked.asked))));
    }
  }
  CHECK(allowed > 1000);
}
