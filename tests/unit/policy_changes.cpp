// The ready-made policy: what each change refuses, and what stays as it was then.

#include <cstddef>
#include <vector>

#include "unit/small_policy.hpp"

using namespace small_policy;

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
