// Writes and Creates with what their payload conveys: inside and outside of the Uri-Path, defined
// and not, one instance and two, mandatory ones left out.

#include "exhaustive/wide_world.hpp"
#include "support/catch.hpp"

namespace {

using namespace exhaustive;

const std::vector<path> uris{at(5),       at(5, 1),    at(5, 1, 0),    at(5, 1, 3), at(5, 1, 3, 7),
                             at(5, 7),    at(5, 9),    at(5, 9, 0),    at(6),       at(6, 0),
                             at(3),       at(3, 0),    at(3, 0, 13),   at(2),       at(2, 0),
                             at(2, 0, 2), at(2, 0, 3), at(2, 4, 2, 9), at(0, 0),    at(21, 0),
                             at(8),       at(8, 0),    path::root(),   path{},      at(5, 65535)};

const std::vector<path> conveyed{
    path{},          path::root(),   at(5),       at(5, 1),         at(5, 7),
    at(5, 9),        at(5, 1, 0),    at(5, 1, 1), at(5, 1, 4),      at(5, 1, 3, 7),
    at(5, 1, 6),     at(5, 1, 2, 0), at(5, 7, 0), at(5, 7, 1),      at(5, 9, 0),
    at(5, 9, 0, 0),  at(5, 9, 1),    at(5, 9, 6), at(5, 65535, 0),  at(5, 65535),
    at(6, 0, 0),     at(6, 4, 0),    at(6, 0, 1), at(3, 0, 0),      at(3, 0, 13),
    at(3, 0, 13, 2), at(2, 0, 0),    at(2, 0, 2), at(2, 0, 2, 102), at(2, 0, 2, 65535),
    at(2, 0, 3),     at(2, 0, 7),    at(0, 0, 0), at(21, 0, 0),     at(8, 0, 0)};

/// One path conveyed, and two; by operations too that convey none.
std::vector<question> all_payloads() {
  std::vector<question> all;
  for (const unsigned server : {owner, listed, bootstrap})
    for (const operation op : {operation::write, operation::update, operation::create,
                               operation::read, operation::execute, operation::delete_})
      for (const path& uri : uris)
        for (const path& first : conveyed) {
          all.push_back(by(server, {false, 0, op, uri, {first}}));
          for (const path& second : conveyed)
            all.push_back(by(server, {false, 0, op, uri, {first, second}}));
        }
  return all;
}

}  // namespace

TEST_CASE("what a payload conveys is decided as the reference decides it") {
  comparison compare{"payloads"};
  const asked all{all_payloads()};
  for (const edition_name edition : all_editions)
    for (const unsigned own : {absent, 1U, 2U, 16U, 31U})
      for (const auto& accounts : {std::set{owner, listed}, std::set{owner}})
        compare_all(compare, wide_world(edition, accounts, false, own, absent), all);
  CHECK(compare.differences() == 0);
}

TEST_CASE("what a refused Write or Create names is what the reference says") {
  comparison compare{"payloads, what is named"};
  const asked all{all_payloads()};
  for (const edition_name edition : all_editions)
    for (const unsigned own : {2U, 31U}) {
      const world w = wide_world(edition, {owner, listed}, false, own, own);
      compare.ranges(w, stack::policy_from(w), stack::objects_from(w), all);
    }
  CHECK(compare.differences() == 0);
}
