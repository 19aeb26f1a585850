// Composite operations, Send and the Notify of an Observe-Composite: no path, each path, each pair.

#include "exhaustive/wide_world.hpp"
#include "support/catch.hpp"

namespace {

using namespace exhaustive;

std::vector<question> all_lists() {
  std::vector<std::vector<path>> lists{{}};
  for (const path& first : wide_paths()) {
    lists.push_back({first});
    for (const path& second : wide_paths()) lists.push_back({first, second});
  }
  std::vector<question> all;
  for (const unsigned server : {owner, listed, 104U, bootstrap})
    for (const operation op :
         {operation::read_composite, operation::observe_composite, operation::write_composite,
          operation::send, operation::notify, operation::cancel_observation})
      for (const auto& list : lists) all.push_back(by(server, {false, 0, op, path{}, list}));
  return all;
}

}  // namespace

TEST_CASE("composites and Send are decided as the reference decides them") {
  comparison compare{"composites"};
  const asked all{all_lists()};
  for (const edition_name edition : all_editions)
    for (const unsigned own : {absent, 0U, 1U, 2U, 31U})
      for (const auto& accounts : {std::set{owner, listed}, std::set{owner}})
        compare_all(compare, wide_world(edition, accounts, false, own, absent), all);
  CHECK(compare.differences() == 0);
}

TEST_CASE("what stays of a composite or a Send is what the reference says") {
  comparison compare{"composites, what stays"};
  const asked all{all_lists()};
  for (const edition_name edition : {edition_name::draft, edition_name::v1_1, edition_name::v1_2})
    for (const unsigned own : {absent, 1U}) {
      const world w = wide_world(edition, {owner, listed}, false, own, 1U);
      compare.ranges(w, stack::policy_from(w), stack::objects_from(w), all);
    }
  CHECK(compare.differences() == 0);
}
