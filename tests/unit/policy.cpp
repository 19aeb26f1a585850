// The ready-made policy: what each change refuses, and what stays as it was then.

#include <lwm2m/access/policy.hpp>

#include <lwm2m/access/begin.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <type_traits>
#include <utility>
#include <vector>

#include "support/administered.hpp"

namespace {

using namespace administration;
using lac::objects::device;
using reference::C, reference::R, reference::W;

using small = lac::policy<2, 3, 2>;

constexpr lac::object_instance_id n(unsigned id) { return lac::object_instance_id{id}; }
constexpr lac::short_server_id server(unsigned id) { return lac::short_server_id{id}; }
constexpr lac::access_rights bits(unsigned raw) {
  return lac::access_rights{static_cast<std::uint16_t>(raw)};
}
constexpr lac::access_control_target of(unsigned o, unsigned i) {
  return lac::access_control_target::from_wire(lac::object_id{o}, i);
}
constexpr lac::acl_entry entry(unsigned id, unsigned raw) {
  return {lac::acl_instance_id{lac::resource_instance_id{id}}, bits(raw)};
}

/// `/2/0` for `/3/0` with the entry of 101; room for one more instance and two entries.
constexpr small begin(const lac::edition& rules = lac::editions::v1_1) {
  small made{rules};
  const lac::acl_entry only = entry(101, R);
  (void)made.add_account(server(101));
  (void)made.add({n(0), of(3, 0), server(101), {&only, 1}});
  return made;
}

/// The change is refused with `wanted` and leaves every byte, `generation()` among them.
template <class Policy, class Change>
void refuses(Policy& policy, status wanted, const Change& change) {
  const bytes_of before{policy};
  const status given = change(policy);
  CHECK(static_cast<int>(given) == static_cast<int>(wanted));
  CHECK(before.are_still_those_of(policy));
}
template <class Policy, class Change>
void does(Policy& policy, const Change& change) {
  const std::uint32_t before = policy.generation();
  CHECK(change(policy) == status::done);
  CHECK(policy.generation() != before);
  CHECK(policy.generation() != 0);
}

constexpr status add(small& to, unsigned id, lac::access_control_target target,
                     lac::access_control_owner owner, lac::acl_view entries = {}) {
  return to.add({n(id), target, owner, entries});
}

}  // namespace

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

TEST_CASE("what add refuses") {
  for (const edition_name edition : every_edition) {
    small policy = begin(lac::edition_of(edition));
    const lac::acl_entry c = entry(101, C), rw = entry(101, R | W), high = entry(101, 65535);
    const lac::acl_entry nobody = entry(65535, R), twice[] = {entry(101, R), entry(101, W)};
    const lac::acl_entry falling[] = {entry(102, R), entry(101, W)};
    const lac::acl_entry five[] = {entry(0, R), entry(1, R), entry(2, R), entry(3, R), entry(4, R)};
    const auto refuse = [&](status why, unsigned id, lac::access_control_target target,
                            lac::access_control_owner owner, lac::acl_view entries = {}) {
      refuses(policy, why, [&](small& to) { return add(to, id, target, owner, entries); });
    };
    refuse(status::id_invalid, 65535, of(5, 0), server(101));
    refuse(status::id_doubled, 0, of(5, 0), server(101));
    refuse(status::target_invalid, 1, of(0, 0), server(101));
    refuse(status::target_invalid, 1, of(2, 0), server(101));
    refuse(status::target_invalid, 1, of(65535, 0), server(101));
    refuse(status::target_invalid, 1, {}, lac::bootstrap);
    refuse(status::target_doubled, 1, of(3, 0), server(101));
    refuse(status::owner_invalid, 1, of(5, 0), {});
    refuse(status::owner_invalid, 1, of(5, 65535), server(101));
    refuse(status::entry_invalid, 1, of(5, 0), server(101), {&nobody, 1});
    refuse(status::entry_invalid, 1, of(5, 0), server(101), twice);
    refuse(status::entry_invalid, 1, of(5, 0), server(101), falling);
    refuse(status::right_invalid, 1, of(5, 65535), lac::bootstrap, {&rw, 1});
    if (edition == edition_name::v1_2)
      refuse(status::right_invalid, 1, of(5, 0), server(101), {&high, 1});
    refuse(status::no_room, 1, of(5, 0), server(101), five);
    does(policy, [&](small& to) { return add(to, 1, of(5, 65535), lac::bootstrap, {&c, 1}); });
    refuse(status::no_room, 2, of(5, 0), server(101));
  }
}

TEST_CASE("what the changes of an instance refuse") {
  for (const edition_name edition : every_edition) {
    small policy = begin(lac::edition_of(edition));
    (void)add(policy, 1, of(5, 65535), lac::bootstrap);
    const auto refuse = [&](status why, const auto& change) { refuses(policy, why, change); };
    const lac::acl_entry nobody = entry(65535, R), rw[] = {entry(101, R | W), entry(102, R)};
    const lac::acl_entry five[] = {entry(0, 0), entry(1, 0), entry(2, 0), entry(3, 0), entry(4, 0)};

    for (const auto owner :
         {lac::access_control_owner{server(101)}, lac::access_control_owner{lac::bootstrap}})
      refuse(status::id_unknown, [&](small& to) { return to.set_owner(n(9), owner); });
    refuse(status::owner_invalid, [](small& to) { return to.set_owner(n(0), {}); });
    refuse(status::owner_invalid, [](small& to) { return to.set_owner(n(1), server(101)); });

    refuse(status::id_unknown, [](small& to) { return to.set_target(n(9), of(5, 0)); });
    refuse(status::target_invalid, [](small& to) { return to.set_target(n(0), of(2, 0)); });
    refuse(status::target_doubled, [](small& to) { return to.set_target(n(1), of(3, 0)); });

    refuse(status::id_unknown, [&](small& to) { return to.set_entries(n(9), rw); });
    refuse(status::right_invalid, [&](small& to) { return to.set_entries(n(1), rw); });
    refuse(status::no_room, [&](small& to) { return to.set_entries(n(0), five); });
    refuse(status::entry_invalid, [&](small& to) { return to.set_entries(n(0), {&nobody, 1}); });

    refuse(status::id_unknown, [&](small& to) { return to.set_entry(n(9), rw[0]); });
    refuse(status::entry_invalid, [&](small& to) { return to.set_entry(n(0), nobody); });
    refuse(status::right_invalid, [&](small& to) { return to.set_entry(n(1), rw[0]); });

    refuse(status::id_unknown, [](small& to) { return to.erase_entry(n(9), server(101)); });
    refuse(status::entry_unknown, [](small& to) { return to.erase_entry(n(0), server(102)); });
    refuse(status::entry_unknown, [](small& to) { return to.erase_entry(n(0), {}); });
    refuse(status::id_unknown, [](small& to) { return to.erase_id(n(9)); });
    refuse(status::id_unknown, [](small& to) { return to.erase_id(n(65535)); });
  }
}

TEST_CASE("changes to the entries of an instance are made all or none") {
  using lac::acl_change, lac::acl_right;
  small policy = begin();
  const auto id_of = [](unsigned id) { return entry(id, 0).id; };
  const auto refuse = [&](status why, lac::view<acl_change> changes, unsigned id = 0) {
    refuses(policy, why, [&](small& to) { return to.change_entries(n(id), changes); });
  };
  const acl_change five[] = {{id_of(0), bits(R)},
                             {id_of(1), bits(R)},
                             {id_of(2), {}},
                             {id_of(102), bits(W)},
                             {id_of(103), bits(R | W)}};
  REQUIRE(add(policy, 1, of(5, 0), server(101)) == status::done);
  CHECK(policy.entry_count_after(n(0), lac::view<acl_change>{five}) == 5);
  CHECK(policy.entry_count_after(n(2), lac::view<acl_change>{five}) == 0);
  refuse(status::no_room, five);
  refuse(status::id_unknown, five, 2);
  const acl_change falling[] = {{id_of(2), bits(R)}, {id_of(1), bits(R)}};
  const acl_change doubled[] = {{id_of(2), bits(R)}, {id_of(2), {}}};
  const acl_change reserved[] = {{id_of(65535), bits(R)}};
  for (const lac::view<acl_change> each : {lac::view<acl_change>{falling}, {doubled}, {reserved}})
    refuse(status::entry_invalid, each);
  const acl_change more[] = {{id_of(0), bits(W)}, {id_of(101), acl_right{}}, {id_of(102), bits(R)}};
  does(policy, [&](small& to) { return to.change_entries(n(0), lac::view<acl_change>{more}); });
  const lac::acl_entry left[] = {entry(0, W), entry(102, R)};
  CHECK(policy.find_id(n(0)).entries() == lac::acl_view{left});
  CHECK(policy.entry_room() == 0);

  lac::policy<1, 1, 1> object_level{lac::editions::v1_2};
  REQUIRE(object_level.add({n(0), of(3, 65535), lac::bootstrap, {}}) == status::done);
  for (const unsigned raw : {1U, 32U}) {
    const acl_change wrong[] = {{id_of(101), bits(raw)}};
    refuses(object_level, status::right_invalid,
            [&](auto& to) { return to.change_entries(n(0), lac::view<acl_change>{wrong}); });
  }
}

TEST_CASE("an instance gets exactly the entries that are given, as many as there is room for") {
  const lac::acl_entry all[] = {entry(0, R), entry(101, W), entry(102, R | W), entry(103, 0),
                                entry(104, R)};
  for (const std::size_t held : {0U, 1U, 2U, 3U, 4U})
    for (const std::size_t wanted : {0U, 1U, 2U, 3U, 4U, 5U}) {
      small policy = begin();
      REQUIRE(add(policy, 1, of(5, 0), server(101), {all, 1}) == status::done);
      REQUIRE(policy.set_entries(n(0), {all, held}) == status::done);
      const bool fits = wanted <= 4;
      CHECK(policy.set_entries(n(0), {all, wanted}) == (fits ? status::done : status::no_room));
      const std::size_t left = fits ? wanted : held;
      CHECK(policy.find_id(n(0)).entries() == lac::acl_view{all, left});
      CHECK(policy.find_id(n(1)).entries() == lac::acl_view{all, 1});
      CHECK(policy.entry_room() == 0);
    }
}

TEST_CASE("an instance that is not there is refused before what it should get") {
  small policy = begin();
  const lac::acl_entry nobody = entry(65535, R);
  const auto refuse = [&](const auto& change) { refuses(policy, status::id_unknown, change); };
  refuse([](small& to) { return to.set_owner(n(9), {}); });
  refuse([](small& to) { return to.set_target(n(9), {}); });
  refuse([&](small& to) { return to.set_entry(n(9), nobody); });
  refuse([&](small& to) { return to.set_entries(n(9), {&nobody, 1}); });
}

TEST_CASE("every right up to the highest one of the edition is taken, and none above it (A11)",
          "[A11]") {
  for (const edition_name edition : every_edition)
    for (const unsigned right : {0U, 30U, 31U, 32U, 65534U, 65535U}) {
      const lac::acl_entry given = entry(101, right);
      const status wanted =
          edition == edition_name::v1_2 && right > 31 ? status::right_invalid : status::done;
      small policy = begin(lac::edition_of(edition));
      CHECK(policy.set_entry(n(0), given) == wanted);
      CHECK(policy.set_entries(n(0), {&given, 1}) == wanted);
      CHECK(add(policy, 1, of(5, 0), server(101), {&given, 1}) == wanted);
    }
}

TEST_CASE("an instance that becomes an Object-level one is left with C alone (A12)", "[A12]") {
  lac::policy<2, 16, 1> policy{lac::editions::v1_1};
  std::vector<lac::acl_entry> every, left;
  for (const unsigned right : {0U, R, W, 4U, 8U, C, C | R, 15U, 31U, 32U, 32U | C, 65535U}) {
    every.push_back(entry(static_cast<unsigned>(every.size()), right));
    left.push_back(entry(static_cast<unsigned>(left.size()), right & C));
  }
  const lac::acl_view all{every.data(), every.size()}, only_create{left.data(), left.size()};
  const lac::access_control_view beside{n(1), of(5, 0), server(101), {all.data(), 4}};
  REQUIRE(policy.add({n(0), of(3, 0), server(101), all}) == status::done);
  REQUIRE(policy.add(beside) == status::done);
  does(policy, [](auto& to) { return to.set_target(n(0), of(3, 1)); });
  CHECK(policy.find_id(n(0)) == lac::access_control_view{n(0), of(3, 1), server(101), all});
  const lac::access_control_view limited{n(0), of(3, 65535), lac::bootstrap, only_create};
  does(policy, [](auto& to) { return to.set_target(n(0), of(3, 65535)); });
  CHECK(policy.find_id(n(0)) == limited);
  CHECK(policy.find_id(n(1)) == beside);
  does(policy, [](auto& to) { return to.set_target(n(0), of(3, 0)); });
  CHECK(policy.find_id(n(0)).entries() == only_create);
}

TEST_CASE("what accounts refuse") {
  small policy = begin();
  const auto refuse = [&](status why, unsigned id) {
    refuses(policy, why, [&](small& to) { return to.add_account(server(id)); });
  };
  refuse(status::server_invalid, 0);
  refuse(status::server_invalid, 65535);
  refuse(status::server_invalid, 65536 + 102);
  refuse(status::server_doubled, 101);
  does(policy, [](small& to) { return to.add_account(server(7)); });
  refuse(status::no_room, 102);
  CHECK(policy.accounts()[0] == server(7));  // ascending
  CHECK(policy.accounts()[1] == server(101));
  for (const unsigned id : {0U, 102U, 65535U})
    refuses(policy, status::server_unknown,
            [&](small& to) { return to.erase_account(server(id)); });
  does(policy, [](small& to) { return to.erase_account(server(101)); });
}

TEST_CASE("access control is disabled in 1.2 only, and only where it governs nothing (A8)",
          "[A8]") {
  for (const edition_name edition : {edition_name::draft, edition_name::v1_0, edition_name::v1_1}) {
    small policy{lac::edition_of(edition)};
    refuses(policy, status::edition_cannot_disable, [](small& to) { return to.disable(); });
    CHECK_FALSE(policy.is_disabled());
  }
  small policy = begin(lac::editions::v1_2);
  refuses(policy, status::access_control_present, [](small& to) { return to.disable(); });
  does(policy, [](small& to) { return to.erase_id(n(0)); });
  CHECK_FALSE(policy.is_disabled());
  does(policy, [](small& to) { return to.disable(); });
  CHECK(policy.is_disabled());
  CHECK_FALSE(policy == small{lac::editions::v1_2});
  does(policy, [](small& to) { return to.enable(); });
  CHECK_FALSE(policy.is_disabled());
  does(policy, [](small& to) { return to.disable(); });
  does(policy, [](small& to) { return add(to, 0, of(3, 0), server(101)); });
  CHECK_FALSE(policy.is_disabled());
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

TEST_CASE("every change moves the generation on, and a decision knows it") {
  small policy = begin();
  const stack::objects objects;
  const lac::request asked{server(101), op::read, at(2, 0)};
  const lac::decision taken = lac::authorize(policy, objects, asked);
  CHECK(taken.generation() == policy.generation());
  CHECK(lac::still_valid(policy, taken));
  refuses(policy, status::server_doubled, [](small& to) { return to.add_account(server(101)); });
  CHECK(lac::still_valid(policy, taken));
  const small copy = policy;
  CHECK(lac::still_valid(copy, taken));
  does(policy, [](small& to) { return to.set_entry(n(0), entry(101, R)); });  // the same again
  CHECK_FALSE(lac::still_valid(policy, taken));
  CHECK_FALSE(lac::still_valid(policy, lac::decision{}));
}

TEST_CASE("a policy that is assigned over has another generation than both had") {
  for (int mine = 0; mine < 4; ++mine)
    for (int others = 0; others < 4; ++others)
      for (const bool becomes : {false, true}) {
        small made = begin(), other = begin();
        std::vector<std::uint32_t> had;
        const auto change = [&had](small& to, int times) {
          had.push_back(to.generation());
          for (; times > 0; --times) {
            CHECK(to.set_entry(n(0), entry(101, R)) == status::done);
            had.push_back(to.generation());
          }
        };
        change(made, mine);
        change(other, others);
        if (becomes)
          made.become(other);
        else
          made = other;
        CHECK(std::count(had.begin(), had.end(), made.generation()) == 0);
        CHECK(made == other);
      }
}

TEST_CASE("a policy that is assigned over stays apart, or not, as it was") {
  small usual = begin(), apart = begin();
  apart.set_apart();
  CHECK(usual.generation() < lac::first_generation_apart);
  CHECK(apart.generation() > lac::first_generation_apart);
  usual = apart;
  CHECK(usual.generation() < lac::first_generation_apart);
  apart = usual;
  CHECK(apart.generation() > lac::first_generation_apart);
  const small copy = apart;
  CHECK(copy.generation() == apart.generation());
}

TEST_CASE("no generation is 0, not even after as many changes as it can count") {
  small policy = begin();
  const auto bytes_now = [&] {
    std::array<unsigned char, sizeof(small)> bytes;
    std::memcpy(bytes.data(), &policy, sizeof policy);
    return bytes;
  };
  // Where the generation lies, shows a change that changes nothing else.
  const auto before = bytes_now();
  CHECK(policy.enable() == status::done);
  auto last = bytes_now();
  const auto changed = std::mismatch(before.begin(), before.end(), last.begin()).first;
  const auto word = (changed - before.begin()) / 4 * 4;
  for (const std::uint32_t apart : {0U, lac::first_generation_apart}) {
    const std::uint32_t most = apart + 0x7FFFFFFEU;
    std::memcpy(last.data() + word, &most, sizeof most);
    std::memcpy(static_cast<void*>(&policy), last.data(), sizeof policy);
    REQUIRE(policy.generation() == most + 1);
    CHECK(policy.enable() == status::done);
    CHECK(policy.generation() == apart + 1);
  }
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
