// Every operation on every kind of path, by every kind of requester.

#include "exhaustive/wide_world.hpp"
#include "support/catch.hpp"

namespace {

using namespace exhaustive;

const std::set<unsigned> account_sets[] = {
    {}, {owner}, {listed}, {owner, listed}, {owner, listed, unlisted}};

std::vector<question> every_path() {
  std::vector<question> all;
  for (const unsigned server : requesters)
    for (const operation op : operations())
      for (const path& p : wide_paths()) all.push_back(by(server, about(0, op, p)));
  return all;
}

template <class Each>
void each_world(Each each) {
  for (const edition_name edition : all_editions)
    for (const auto& accounts : account_sets)
      for (const bool disabled : {false, true})
        for (const unsigned own : some_rights)
          for (const unsigned other : some_rights)
            each(wide_world(edition, accounts, disabled, own, other));
}

}  // namespace

TEST_CASE("every operation on every kind of path is decided as the reference decides it") {
  comparison compare{"every kind of path"};
  const asked all{every_path()};
  each_world([&](const world& w) { compare_all(compare, w, all); });
  CHECK(compare.differences() == 0);
}

TEST_CASE("rights with reserved bits, Resources that are not there, Owners in every place") {
  comparison compare{"reserved bits and absent Resources"};
  const asked all{every_path()};
  for (const edition_name edition : all_editions)
    for (const unsigned own : {0xFFE0U, 0xFFE1U, 0xFFFFU, 0x8002U, 0x0110U})
      for (const unsigned who : {owner, listed, 104U, 65535U}) {
        world w = wide_world(edition, {owner, listed}, false, own, own);
        w.acls[{3, 0}].owner = who;
        w.acls[{5, 9}].owner = who;
        w.acls[{5, 65535}].entries[owner] = own;
        w.gone = {at(5, 1, 5), at(5, 1, 3, 7), at(3, 0, 13)};
        compare_all(compare, w, all);
      }
  CHECK(compare.differences() == 0);
}

TEST_CASE("what is shown, and what a refusal names, is what the reference says") {
  comparison compare{"what is shown"};
  const asked all{every_path()};
  for (const edition_name edition : all_editions)
    for (const auto& accounts : account_sets)
      for (const unsigned own : {absent, 0U, 1U, 31U})
        for (const unsigned other : {absent, 0U, 1U}) {
          world w = wide_world(edition, accounts, false, own, other);
          compare.ranges(w, stack::policy_from(w), stack::objects_from(w), all);
          w.gone = {at(5, 1, 0), at(5, 1, 3, 7), at(3, 0, 13)};
          compare.ranges(w, stack::policy_from(w), stack::objects_from(w), all);
        }
  CHECK(compare.differences() == 0);
}
