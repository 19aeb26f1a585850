// The ready-made policy: what it holds, when it is equal to another, what its room is.

#include <type_traits>
#include <utility>

#include "unit/small_policy.hpp"

using namespace small_policy;

TEST_CASE("a default-constructed policy grants nothing and governs nothing") {
  constexpr small none;
  STATIC_REQUIRE(std::is_trivially_copy_constructible_v<small>);
  STATIC_REQUIRE(std::is_trivially_destructible_v<small>);
  STATIC_REQUIRE(!none.rules().is_valid());
  STATIC_REQUIRE(none.account_count() == 0);
  STATIC_REQUIRE(none.access_control_count() == 0);
  STATIC_REQUIRE(!none.find(of(3, 0)));
  STATIC_REQUIRE(!none.find({}));
  STATIC_REQUIRE(!none.find_id(n(0)));
  STATIC_REQUIRE(!none.find_id(n(65535)));
  STATIC_REQUIRE(!none.access_control_at(0));
  STATIC_REQUIRE(!none.has_account(server(0)));
  STATIC_REQUIRE(none.generation() != 0);
  STATIC_REQUIRE(none.lowest_free_id() == n(0));
  STATIC_REQUIRE(none.entry_room() == 8);
}

TEST_CASE("a policy is built while compiling") {
  constexpr small made = begin();
  STATIC_REQUIRE(made.find(of(3, 0)).owner().is(server(101)));
  STATIC_REQUIRE(made.find(of(3, 0)).find(server(101)).rights().raw() == R);
  STATIC_REQUIRE(made.find_id(n(0)).target() == of(3, 0));
  STATIC_REQUIRE(made == begin());
  STATIC_REQUIRE(made.lowest_free_id() == n(1));
  STATIC_REQUIRE(made.entry_room() == 4);
}

TEST_CASE("an ACL takes its room in fours, and each instance has room for one four") {
  STATIC_REQUIRE(lac::policy<0, 0>::entry_capacity() == 0);
  STATIC_REQUIRE(lac::policy<3, 0>::entry_capacity() == 12);
  STATIC_REQUIRE(small::entry_capacity() == 8);
  STATIC_REQUIRE(lac::policy<2, 8>::entry_capacity() == 8);
  STATIC_REQUIRE(lac::policy<2, 9>::entry_capacity() == 12);
  for (const auto& [entries, room] : {std::pair{0U, 4U}, {1U, 4U}, {4U, 4U}, {5U, 8U}, {9U, 12U}})
    CHECK(small::entry_room_of(entries) == room);
}

TEST_CASE("an instance that is not there has no entries") {
  const small policy = begin();
  for (const auto& none : {policy.find(of(5, 0)), policy.find_id(n(9))}) {
    CHECK_FALSE(none);
    REQUIRE(none.entries().empty());
    CHECK_FALSE(none.find(server(101)));
    CHECK_FALSE(none.find(lac::default_short_server_id{}));
    CHECK(none == lac::access_control_view{});
  }
}

TEST_CASE("policies are equal that say the same, in whatever order and room") {
  lac::policy<4, 8, 3> other{lac::editions::v1_1};
  (void)other.add_account(server(102));
  (void)other.add({n(3), of(5, 0), server(102), {}});
  (void)other.add({n(0), of(3, 0), server(101), {}});
  (void)other.add_account(server(101));
  (void)other.set_entry(n(0), entry(101, R));
  CHECK_FALSE(other == begin());
  (void)other.erase_account(server(102));
  CHECK_FALSE(other == begin());
  (void)other.erase_id(n(3));
  CHECK(other == begin());
  CHECK(begin() == other);
  CHECK(other.generation() != begin().generation());
  CHECK_FALSE(begin() == begin(lac::editions::v1_0));

  const auto differs = [](const auto& change) {
    small policy = begin();
    CHECK(change(policy) == status::done);
    CHECK_FALSE(policy == begin());
  };
  differs([](small& to) { return to.add_account(server(102)); });
  differs([](small& to) { return to.erase_id(n(0)); });
  differs([](small& to) { return to.set_owner(n(0), lac::bootstrap); });
  differs([](small& to) { return to.set_target(n(0), of(3, 1)); });
  differs([](small& to) { return to.set_entry(n(0), entry(101, W)); });
  differs([](small& to) { return to.set_entry(n(0), entry(0, R)); });
  differs([](small& to) { return to.erase_entry(n(0), server(101)); });

  small of_101 = begin(), of_bootstrap = begin();
  CHECK(add(of_101, 1, of(5, 0), server(101)) == status::done);
  CHECK(add(of_bootstrap, 1, of(5, 0), lac::bootstrap) == status::done);
  CHECK_FALSE(of_101 == of_bootstrap);
}

TEST_CASE("instances are counted by their own ID, ascending") {
  small policy = begin();
  CHECK(policy.access_control_id(0) == n(0));
  CHECK(policy.set_target(n(0), of(5, 0)) == status::done);
  CHECK(policy.erase_id(n(0)) == status::done);
  for (const unsigned id : {7U, 4U}) CHECK(add(policy, id, of(3, id), server(101)) == status::done);
  CHECK(policy.access_control_id(0) == n(4));
  CHECK(policy.access_control_id(1) == n(7));
}

TEST_CASE("a policy becomes a larger one that says the same") {
  for (const edition_name edition : every_edition) {
    const auto from = policy_of<lac::policy<4, 8, 3>>(home(edition));
    const lac::policy<8, 24, 4> to{from};
    CHECK(to == from);
    CHECK(words(world_of(to)) == words(home(edition)));
    CHECK(to.entry_room() == 32 - 4 * 4);
    STATIC_REQUIRE(!std::is_convertible_v<lac::policy<4, 8, 3>, lac::policy<8, 24, 4>>);
    STATIC_REQUIRE(!std::is_constructible_v<lac::policy<4, 8, 3>, const lac::policy<8, 24, 4>&>);
  }
  lac::policy<1, 1, 1> off{lac::editions::v1_2};
  REQUIRE(off.disable() == status::done);
  CHECK(lac::policy<2, 2, 2>{off}.is_disabled());
}

TEST_CASE("an empty policy is made under an edition, or under that of its type") {
  using fixed = lac::policy<2, 3, 2, lac::fixed_edition<lac::editions::v1_2>>;
  for (const edition_name edition : every_edition) {
    CHECK(small::under(lac::edition_of(edition)).rules() == lac::edition_of(edition));
    CHECK(fixed::under(lac::edition_of(edition)).rules() == lac::editions::v1_2);
  }
}

TEST_CASE("the edition is part of the type where that is wanted") {
  using fixed = lac::policy<2, 3, 2, lac::fixed_edition<lac::editions::v1_2>>;
  STATIC_REQUIRE(sizeof(fixed) < sizeof(small));
  STATIC_REQUIRE(lac::editable_policy<fixed>);
  constexpr fixed none;
  STATIC_REQUIRE(none.rules() == lac::editions::v1_2);
}
