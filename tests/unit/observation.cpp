#include <lwm2m/access/observation.hpp>

#include "support/administered.hpp"

namespace {

using namespace administration;
using lac::observation_state;
using reference::R;

using policy = lac::policy<8, 24, 4>;

/// What `review` says must be what the reference says of the Notify, and H4.
observation_state wanted(const world& w, unsigned server, const path& of, const paths& listed) {
  if (!w.accounts.contains(server)) return observation_state::ended;
  const auto act = reference::decide(w, {false, server, op::notify, of, listed}).act;
  if (act == lac::verdict::send) return observation_state::active;
  if (act == lac::verdict::gone) return observation_state::gone;  // H5
  return act == lac::verdict::suppress ? observation_state::suppressed : observation_state::ended;
}

}  // namespace

TEST_CASE("review says of every observation what becomes of its Notify") {
  const paths all{at(0),    at(0, 0), at(1),    at(1, 0),    at(2),          at(2, 0),
                  at(2, 9), at(3),    at(3, 0), at(3, 0, 4), at(3, 0, 13),   at(5),
                  at(5, 1), at(5, 9), at(9),    path{},      at(5, 1, 3, 0), path::root()};
  for (const edition_name edition : every_edition)
    for (const std::set<unsigned>& accounts :
         {std::set<unsigned>{}, std::set{102U}, std::set{101U, 102U, 103U}}) {
      world w = home(edition);
      w.accounts = accounts;
      const auto made = policy_of<policy>(w);
      const auto objects = stack::objects_from(w);
      for (const unsigned server : {101U, 102U, 103U, 104U, 0U, 65535U})
        for (const path& each : all) {
          INFO(reference::words(w, {false, server, op::notify, each, {}}));
          const lac::short_server_id who{server};
          CHECK(lac::review(made, objects, {who, each, {}}) == wanted(w, server, each, {}));
          const paths listed{each, at(9)};
          CHECK(lac::review(made, objects, {who, {}, listed}) == wanted(w, server, {}, listed));
        }
    }
}

TEST_CASE("an observation of nobody, of nothing or under no edition ends or stays silent") {
  const world w = home(edition_name::draft);
  const auto objects = stack::objects_from(w);
  const auto made = policy_of<policy>(w);
  CHECK(lac::review(made, objects, {}) == observation_state::ended);
  CHECK(observation_state{} == observation_state::ended);
  policy none;
  REQUIRE(none.add_account(lac::short_server_id{101}) == status::done);
  CHECK(lac::review(none, objects, {lac::short_server_id{101}, at(3, 0), {}}) !=
        observation_state::active);
}

TEST_CASE("observations are reviewed while compiling") {
  constexpr auto state = [] {
    lac::policy<1, 1, 1> made{lac::editions::v1_1};
    (void)made.add_account(lac::short_server_id{101});
    return lac::review(made, stack::objects{},
                       {lac::short_server_id{101}, lac::path{lac::object_id{2}}, {}});
  };
  STATIC_REQUIRE(state() == observation_state::active);  // `/2` has no instance yet: empty (H3)
}
