#include <lwm2m/access/bootstrap_session.hpp>
#include <lwm2m/access/transaction.hpp>

#include <optional>
#include <type_traits>
#include <utility>

#include "support/administered.hpp"

namespace {

using namespace administration;
using reference::R, reference::W;
using policy = lac::policy<6, 28, 4>;  // seven fours, of which `home` has four

lac::object_instance_id n(unsigned id) { return lac::object_instance_id{id}; }
lac::short_server_id server(unsigned id) { return lac::short_server_id{id}; }
lac::acl_entry entry(unsigned id, unsigned raw) {
  return {lac::acl_instance_id{lac::resource_instance_id{id}},
          lac::access_rights{static_cast<std::uint16_t>(raw)}};
}

/// Changes of every kind.
void edit(policy& to) {
  CHECK(to.add_account(server(104)) == status::done);
  CHECK(to.set_owner(n(0), server(104)) == status::done);
  CHECK(to.erase_id(n(1)) == status::done);
  CHECK(to.add({n(1), stack::target_of({5, 7}), server(102), {}}) == status::done);
  CHECK(to.set_target(n(2), stack::target_of({1, 0})) == status::done);
  CHECK(to.set_entry(n(2), entry(103, R)) == status::done);
  CHECK(to.erase_entry(n(3), server(101)) == status::done);
}

constexpr bool commits_while_compiling() {
  lac::policy<1, 1, 1> made{lac::editions::v1_0};
  {
    lac::policy<1, 1, 1> memory_of_dropped;
    lac::transaction dropped{made, memory_of_dropped};
    if (dropped.edit().add_account(lac::short_server_id{101}) != status::done) return false;
  }
  if (made.account_count() != 0) return false;
  lac::policy<1, 1, 1> memory_of_kept;
  lac::transaction kept{made, memory_of_kept};
  if (kept.edit().add_account(lac::short_server_id{101}) != status::done) return false;
  kept.commit();
  return made.account_count() == 1;
}

}  // namespace

TEST_CASE("a transaction that is dropped leaves every byte") {
  for (const edition_name edition : every_edition) {
    auto made = policy_of<policy>(home(edition));
    const bytes_of before{made};
    {
      policy memory_of_changes;
      lac::transaction changes{made, memory_of_changes};
      edit(changes.edit());
      CHECK(before.are_still_those_of(made));
      CHECK_FALSE(changes.edit() == made);
    }
    CHECK(before.are_still_those_of(made));
  }
}

TEST_CASE("a transaction that is committed is there at once and whole") {
  for (const edition_name edition : every_edition) {
    auto made = policy_of<policy>(home(edition)), wanted = made;
    edit(wanted);
    policy memory_of_changes;
    lac::transaction changes{made, memory_of_changes};
    edit(changes.edit());
    CHECK(std::as_const(changes).edit() == wanted);
    const std::uint32_t generation = made.generation();
    changes.commit();
    CHECK(made == wanted);
    CHECK(words(world_of(made)) == words(world_of(wanted)));
    CHECK(made.generation() != generation);
  }
}

TEST_CASE("room that runs out in the middle of a transaction leaves every byte") {
  for (const edition_name edition : every_edition) {
    auto made = policy_of<policy>(home(edition));
    const bytes_of before{made};
    {
      policy memory_of_changes;
      lac::transaction changes{made, memory_of_changes};
      for (unsigned id = 201; id <= 206; ++id)
        CHECK(changes.edit().set_entry(n(0), entry(id, R)) == status::done);
      CHECK(changes.edit().add({n(4), stack::target_of({1, 0}), server(101), {}}) == status::done);
      CHECK(changes.edit().add({n(5), stack::target_of({1, 1}), server(101), {}}) == status::done);
      CHECK(changes.edit().add({n(6), stack::target_of({1, 2}), server(101), {}}) ==
            status::no_room);
      CHECK(changes.edit().set_entry(n(0), entry(207, R)) == status::no_room);
      CHECK(changes.edit().add_account(server(104)) == status::done);
      CHECK(changes.edit().add_account(server(105)) == status::no_room);
    }
    CHECK(before.are_still_those_of(made));
  }
}

TEST_CASE("a transaction can go on after it was committed") {
  auto made = policy_of<policy>(home(edition_name::v1_1));
  policy memory_of_changes;
  lac::transaction changes{made, memory_of_changes};
  CHECK(changes.edit().erase_id(n(0)) == status::done);
  changes.commit();
  CHECK(changes.edit().erase_id(n(1)) == status::done);
  CHECK(made.find_id(n(1)));
  changes.commit();
  CHECK_FALSE(made.find_id(n(1)));
}

TEST_CASE("a decision is stale once a transaction is committed") {
  auto made = policy_of<policy>(home(edition_name::v1_1));
  const lac::request asked{server(101), op::read, at(3, 0)};
  const auto objects = stack::objects_from(home(edition_name::v1_1));
  const lac::decision taken = lac::authorize(made, objects, asked);
  policy memory_of_changes;
  lac::transaction changes{made, memory_of_changes};
  CHECK(changes.edit().set_owner(n(0), server(102)) == status::done);
  CHECK(lac::still_valid(made, taken));
  changes.commit();
  CHECK_FALSE(lac::still_valid(made, taken));
}

TEST_CASE("a commit is a change of its own, also beside another one") {
  // The policy changes while the transaction is open. A decision taken in between has seen a state
  // that the commit takes away: it must not pass for one on the committed state.
  auto made = policy_of<policy>(home(edition_name::v1_1));
  const auto objects = stack::objects_from(home(edition_name::v1_1));
  policy memory_of_changes;
  lac::transaction changes{made, memory_of_changes};
  CHECK(changes.edit().erase_entry(n(0), server(102)) == status::done);
  CHECK(made.set_entry(n(0), entry(102, R | W)) == status::done);
  const lac::request asked{server(102), op::write, at(3, 0, 13)};
  const lac::decision taken = lac::authorize(made, objects, asked);
  CHECK(taken.allowed());
  changes.commit();
  CHECK_FALSE(lac::authorize(made, objects, asked).allowed());
  CHECK_FALSE(lac::still_valid(made, taken));
}

TEST_CASE(
    "a decision on the copy of a transaction is never still valid, and none is for the copy") {
  auto made = policy_of<policy>(home(edition_name::v1_1));
  const auto objects = stack::objects_from(home(edition_name::v1_1));
  const lac::request asked{server(102), op::read, at(3, 0)};
  const auto edit_once = [](policy& of) { CHECK(of.set_owner(n(0), server(102)) == status::done); };
  lac::decision on_the_copy;
  {
    policy memory_of_dropped;
    lac::transaction dropped{made, memory_of_dropped};
    edit_once(dropped.edit());
    on_the_copy = lac::authorize(dropped.edit(), objects, asked);
    CHECK_FALSE(lac::still_valid(dropped.edit(), on_the_copy));
    CHECK_FALSE(lac::still_valid(dropped.edit(), lac::authorize(made, objects, asked)));
  }
  edit_once(made);
  CHECK_FALSE(lac::still_valid(made, on_the_copy));
}

TEST_CASE("a decision is stale on whatever has changed as often since the same state") {
  const auto objects = stack::objects_from(home(edition_name::v1_1));
  const auto decide = [&](const policy& on) {
    return lac::authorize(on, objects, {server(102), op::write, at(3, 0, 13)});
  };
  const auto edit_once = [](policy& of, unsigned rights) {
    CHECK(of.set_entry(n(0), entry(102, rights)) == status::done);
  };
  auto made = policy_of<policy>(home(edition_name::v1_1));
  const policy saved = made;

  // Two transactions, and one after the other.
  policy memory_of_one;
  lac::transaction one{made, memory_of_one};
  edit_once(one.edit(), W);
  const lac::decision on_one = decide(one.edit());
  policy memory_of_two;
  lac::transaction two{made, memory_of_two};
  edit_once(two.edit(), R);
  CHECK_FALSE(lac::still_valid(two.edit(), on_one));

  // Rolled back by assignment.
  edit_once(made, W);
  const lac::decision before = decide(made);
  made = saved;
  edit_once(made, R);
  CHECK_FALSE(lac::still_valid(made, before));

  // Another policy assigned, which has changed as often.
  auto other = policy_of<policy>(home(edition_name::v1_1));
  while (other.generation() < made.generation()) edit_once(other, W);
  const lac::decision on_other = decide(other);
  const lac::decision on_made = decide(made);
  made = other;
  CHECK_FALSE(lac::still_valid(made, on_made));
  CHECK_FALSE(lac::still_valid(made, on_other));

  // A fourth copy, each of the one before.
  const lac::decision at_last = decide(made);
  policy memory[4];
  lac::transaction first{made, memory[0]}, second{first.edit(), memory[1]},
      third{second.edit(), memory[2]}, fourth{third.edit(), memory[3]};
  for (lac::transaction<policy>* each : {&first, &second, &third, &fourth})
    CHECK_FALSE(lac::still_valid(each->edit(), at_last));
}

TEST_CASE("a decision in the middle of a transaction does not survive its commit") {
  auto made = policy_of<policy>(home(edition_name::v1_1));
  const auto objects = stack::objects_from(home(edition_name::v1_1));
  policy memory_of_changes;
  lac::transaction changes{made, memory_of_changes};
  CHECK(changes.edit().set_entry(n(0), entry(102, R | W)) == status::done);
  const lac::decision half_way =
      lac::authorize(changes.edit(), objects, {server(102), op::write, at(3, 0, 13)});
  CHECK(changes.edit().erase_entry(n(0), server(102)) == status::done);
  changes.commit();
  CHECK_FALSE(lac::still_valid(made, half_way));
}

TEST_CASE("transactions and sessions are not copied, and work while compiling") {
  STATIC_REQUIRE(!std::is_copy_constructible_v<lac::transaction<policy>>);
  STATIC_REQUIRE(!std::is_copy_assignable_v<lac::transaction<policy>>);
  STATIC_REQUIRE(!std::is_copy_constructible_v<lac::bootstrap_session<policy>>);
  STATIC_REQUIRE(
      !std::is_convertible_v<lac::bootstrap_session<policy>&, lac::transaction<policy>&>);
  STATIC_REQUIRE(commits_while_compiling());
}
