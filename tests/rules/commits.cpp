// What a commit asks again, and what nobody may do meanwhile: F10, G1, G4, C10, K6.

#include <utility>

#include "support/administered.hpp"

namespace {

using namespace administration;
using reference::C, reference::D, reference::E, reference::R, reference::W;
using policy = lac::policy<8, 24, 4>;

constexpr lac::short_server_id server_101{101u}, server_102{102u};

/// A Create of an instance of Object 5, begun by 101 and not yet performed.
struct begun_create {
  explicit begun_create(edition_name edition) : granted{policy_of<policy>(home(edition))} {}

  policy granted;
  world there = home(edition_name::v1_1);
  stack::objects objects = stack::objects_from(there);
  path conveyed[1] = {at(5, 4, 0)};
  lac::request asked{server_101, op::create, at(5), conveyed};
};

const lac::access_control_target made{lac::object_id{5u}, lac::object_instance_id{4u}};

}  // namespace

TEST_CASE("F10 a request is committed once", "[F10]") {
  for (const edition_name edition : every_edition) {
    begun_create c{edition};
    auto work = lac::begin(c.granted, c.objects, c.asked);
    REQUIRE(work.allowed());
    CHECK(work.commit().allowed());
    REQUIRE(c.granted.erase(made) == status::done);
    CHECK_FALSE(work.commit().allowed());
    CHECK_FALSE(c.granted.find(made));
  }
}

TEST_CASE("F10 a Create is not committed for an account that is gone", "[F10][C2]") {
  for (const edition_name edition : every_edition) {
    begun_create c{edition};
    auto work = lac::begin(c.granted, c.objects, c.asked);
    REQUIRE(work.allowed());
    REQUIRE(c.granted.erase_account(server_101) == status::done);
    const policy before = c.granted;
    CHECK((work.commit().reason() == reason::no_account));
    CHECK(c.granted == before);
  }
}

TEST_CASE("F10 a Create is not committed where the right is gone", "[F10][A10]") {
  for (const edition_name edition : every_edition) {
    begun_create c{edition};
    auto work = lac::begin(c.granted, c.objects, c.asked);
    REQUIRE(work.allowed());
    REQUIRE(c.granted.erase_entry(lac::object_instance_id{3u}, server_101) == status::done);
    CHECK((work.commit().reason() == reason::access_right_missing));
    CHECK_FALSE(c.granted.find(made));
  }
}

TEST_CASE("G1 a Create does not take over what was granted meanwhile", "[F10][G1]") {
  for (const edition_name edition : every_edition) {
    begun_create c{edition};
    auto work = lac::begin(c.granted, c.objects, c.asked);
    REQUIRE(work.allowed());
    REQUIRE(c.granted.add({lac::object_instance_id{7u}, made, server_102, lac::acl_view{}}) ==
            status::done);
    CHECK((work.commit().reason() == reason::granted_meanwhile));
    CHECK(c.granted.find(made).owner().is(server_102));
  }
}

TEST_CASE("G2 a Delete that was performed takes what governed it, whatever changed", "[F10][G2]") {
  for (const edition_name edition : every_edition) {
    begun_create c{edition};
    auto work = lac::begin(c.granted, c.objects, {server_102, op::delete_, at(5, 2)});
    REQUIRE(work.allowed());
    REQUIRE(c.granted.erase_account(server_102) == status::done);
    CHECK(work.commit().allowed());
    CHECK_FALSE(c.granted.find({lac::object_id{5u}, lac::object_instance_id{2u}}));
  }
}

TEST_CASE("C10 the decision on a Create says that there is no room", "[C10]") {
  for (const edition_name edition : every_edition) {
    begun_create c{edition};
    lac::policy<4, 12, 3> full = policy_of<lac::policy<4, 12, 3>>(home(edition));
    const lac::decision given = lac::authorize(full, c.objects, c.asked);
    CHECK((given.reason() == reason::no_room));
    CHECK((given.code() == coap::internal_server_error));
    // What is taken over needs none, nor does what one account makes (A2).
    REQUIRE(full.erase_id(lac::object_instance_id{2u}) == status::done);
    CHECK(lac::authorize(full, c.objects, c.asked).allowed());
    REQUIRE(full.add({lac::object_instance_id{2u}, made, server_102, lac::acl_view{}}) ==
            status::done);
    CHECK(lac::authorize(full, c.objects, c.asked).allowed());
  }
}

TEST_CASE("C10 record by record, a value that does not fit the caller's memory is 5.00", "[C10]") {
  for (const edition_name edition : every_edition) {
    begun_create c{edition};
    const policy before = c.granted;
    lac::assignment room[1];
    lac::incoming_request incoming{c.granted, c.objects, {server_101, op::update, at(2, 0)}, room};
    incoming.add(lac::assignment{at(2, 0, 2, 102), R | W});
    incoming.add(lac::assignment{at(2, 0, 2, 103), R});
    auto work = incoming.decide();
    CHECK((work.decision().reason() == reason::no_room));
    CHECK_FALSE(work.commit().allowed());
    CHECK(c.granted == before);
  }
}

TEST_CASE("G4 who is told cannot change the policy meanwhile", "[G4]") {
  world w = home(edition_name::v1_1);
  w.acls[{5, 1}] = {1, 102, {}};
  auto granted = policy_of<policy>(w);
  std::size_t tried = 0;
  const auto try_to_change = [&](const auto&) {
    ++tried;
    CHECK(granted.set_owner(lac::object_instance_id{0u}, server_102) == status::being_changed);
    CHECK(granted.add_account(lac::short_server_id{104u}) == status::being_changed);
  };
  CHECK(lac::account_removed(granted, server_102, try_to_change, lac::ignore_all{}) ==
        status::done);
  CHECK(tried > 0);
  tried = 0;
  CHECK(lac::account_removed(granted, server_101, lac::ignore_all{}, try_to_change) ==
        status::done);
  CHECK(tried > 0);
  CHECK(granted.add_account(server_102) == status::done);
}

TEST_CASE("A1 who has no account has no right, whatever the entries say", "[A1]") {
  for (const edition_name edition : every_edition) {
    auto granted = policy_of<policy>(home(edition));
    const lac::access_control_target device{lac::object_id{3u}, lac::object_instance_id{0u}};
    REQUIRE(granted.erase_account(server_101) == status::done);
    const lac::obtained_right found = lac::obtain_access_right(granted, server_101, device);
    CHECK(found.rights.raw() == 0);
    CHECK((found.by == lac::determined_by::no_account));
  }
}

TEST_CASE("D4 another instance of Object 3 is deleted", "[D4]") {
  for (const edition_name edition : every_edition) {
    world w = home(edition);
    w.accounts = {101};
    w.objects[3].single = false;
    w.objects[3].instances = {0, 1};
    const auto granted = policy_of<policy>(w);
    const auto objects = stack::objects_from(w);
    CHECK(lac::authorize(granted, objects, {server_101, op::delete_, at(3, 1)}).allowed());
    CHECK(lac::authorize(granted, objects, {server_101, op::delete_, at(3, 0)}).allowed() ==
          (edition == edition_name::draft));
  }
}

TEST_CASE("E5 F4 and F6 of a Write-Composite come last, in the order of the paths", "[E5]") {
  for (const edition_name edition : with_composites) {
    device d{home(edition)};
    d.refuses(101, op::write_composite, {}, {{at(2, 0, 0), 1}, {at(5, 1, 1), 3}},
              reason::operation_not_supported, coap::method_not_allowed);
    d.refuses(101, op::write_composite, {}, {{at(2, 0, 2, 65535), 1}, {at(2, 0, 2, 102), 65536}},
              reason::entry_id_reserved, coap::bad_request);
    d.refuses(101, op::write_composite, {}, {{at(2, 0, 2, 102), 65536}, {at(2, 0, 2, 65535), 1}},
              reason::access_right_out_of_range, coap::bad_request);
  }
}

TEST_CASE("K6 one Bootstrap-Write exchanges targets", "[K6]") {
  for (const edition_name edition : every_edition) {
    device d{home(edition)};
    std::swap(d.expected().acls[{3, 0}], d.expected().acls[{5, 1}]);
    d.expected().acls[{3, 0}].entries.clear();
    d.expected().acls[{5, 1}].entries.clear();
    auto& policy = d.policy();
    const lac::assignment values[] = {
        {at(2, 0, 0), 5}, {at(2, 0, 1), 1}, {at(2, 1, 0), 3}, {at(2, 1, 1), 0}};
    const auto objects = stack::objects_from(d.expected());
    auto work = lac::begin(policy, objects, {lac::bootstrap, op::write, at(2)}, values);
    REQUIRE(work.allowed());
    CHECK(work.commit().allowed());
    d.is_as_expected();
  }
}

TEST_CASE("F10 each change is a new generation", "[F10][H2]") {
  auto granted = policy_of<policy>(home(edition_name::v1_1));
  const lac::object_instance_id one{1u};
  const lac::acl_entry entry{lac::acl_instance_id{server_101}, lac::access_rights{1}};
  const auto counts = [&](const auto& change) {
    const std::uint32_t before = granted.generation();
    CHECK(change() == status::done);
    CHECK(granted.generation() != before);
  };
  counts([&] { return granted.set_owner(one, server_101); });
  counts([&] { return granted.set_entry(one, entry); });
  counts([&] { return granted.set_entries(one, lac::acl_view{}); });
  counts([&] { return granted.change_entries(one, lac::view<lac::acl_change>{}); });
  counts([&] { return granted.set_entry(one, entry); });
  counts([&] { return granted.erase_entry(one, server_101); });
  counts([&] { return granted.set_target(one, made); });
  counts([&] { return granted.park(one); });
  counts([&] { return granted.erase_id(one); });
  counts([&] { return granted.add({one, made, server_101, lac::acl_view{}}); });
  counts([&] { return granted.erase(made); });
  counts([&] { return granted.add_account(lac::short_server_id{104u}); });
  counts([&] { return granted.erase_account(lac::short_server_id{104u}); });
}
