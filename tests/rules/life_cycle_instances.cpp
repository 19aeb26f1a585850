// What becomes of the Access Control Object Instance of an instance: G1, G2, G3.

#include "support/administered.hpp"

namespace {

using namespace administration;
using reference::C, reference::D, reference::E, reference::R, reference::W;

constexpr unsigned all = R | W | E | D;
const paths payload{at(5, 4, 0)};

/// What the Server 101 gets in `/2/n` for what it creates.
access_control created(edition_name edition, unsigned n) {
  if (edition == edition_name::draft) return {n, 101, {{101, all}}};
  return {n, 101, {}};
}
changes made(unsigned n, target governed) { return {{change_kind::made, n, governed}}; }

void has_all_rights(device<>& d, unsigned who, const path& instance) {
  for (const operation what : {op::read, op::write, op::delete_})
    CHECK(d.decide(who, what, instance).allowed());
}
void has_no_right(device<>& d, unsigned who, const path& instance) {
  for (const operation what : {op::read, op::write, op::update, op::delete_})
    CHECK(d.decide(who, what, instance).reason() == reason::access_right_missing);
}

/// A policy in whose Object 2 no ID is free.
struct crowded_policy : lac::policy<8, 24, 4> {
  using policy::policy;

  static constexpr crowded_policy under(const lac::edition& rules) noexcept {
    return crowded_policy{rules};
  }
  constexpr lac::object_instance_id lowest_free_id() const noexcept { return {}; }
};

}  // namespace

TEST_CASE("G1: who creates an instance owns its access control", "[G1]") {
  for (const edition_name edition : every_edition) {
    device d{home(edition)};
    d.expected().acls[{5, 4}] = created(edition, 4);
    d.performs(101, op::create, at(5), {}, coap::created, made(4, {5, 4}), payload);
    d.expected().objects[5].instances.insert(4);
    has_all_rights(d, 101, at(5, 4));
    for (const unsigned other : {102U, 103U}) has_no_right(d, other, at(5, 4));
    CHECK(d.decide(101, op::update, at(2, 4)).allowed());
    CHECK(d.decide(102, op::update, at(2, 4)).reason() == reason::not_the_owner);
  }
}

TEST_CASE("G1: it takes the lowest free Object 2 instance", "[G1]") {
  for (const edition_name edition : every_edition) {
    world w = home(edition);
    w.acls.erase({5, 1});  // `/2/1` is free
    device d{w};
    d.expected().acls[{5, 4}] = created(edition, 1);
    d.performs(101, op::create, at(5), {}, coap::created, made(1, {5, 4}), payload);
    d.expected().acls[{5, 9}] = created(edition, 4);
    d.performs(101, op::create, at(5), {}, coap::created, made(4, {5, 9}), {at(5, 9, 0)});
  }
}

TEST_CASE("G1: a Create that names no instance makes the lowest free one", "[G1][D5]") {
  for (const edition_name edition : every_edition) {
    world w = home(edition);
    w.objects[5].resources[0].mandatory = false;
    device d{w};
    d.expected().acls[{5, 0}] = created(edition, 4);
    d.performs(101, op::create, at(5), {}, coap::created, made(4, {5, 0}));
    d.expected().objects[5].instances.insert(0);
    d.expected().acls[{5, 3}] = created(edition, 5);
    d.performs(101, op::create, at(5), {}, coap::created, made(5, {5, 3}), {at(5)});
  }
}

TEST_CASE("G1: in the draft a pre-grant stays with its Owner", "[G1]") {
  world w = home(edition_name::draft);
  w.acls[{5, 4}] = {7, 102, {{101, C | R}}};  // it also says who may Create
  device d{w};
  d.performs(101, op::create, at(5), {}, coap::created, {}, payload);
  d.expected().objects[5].instances.insert(4);
  CHECK(d.decide(101, op::read, at(5, 4)).allowed());
  has_no_right(d, 103, at(5, 4));
}

TEST_CASE("G1: later, what is left over becomes the creator's under its own ID", "[G1]") {
  for (const edition_name edition : finals) {
    world w = home(edition);
    w.acls[{5, 4}] = {7, 102, {{0, R}, {102, all}, {103, W}}};
    device d{w};
    d.expected().acls[{5, 4}] = {7, 101, {}};
    d.performs(101, op::create, at(5), {}, coap::created, {{change_kind::changed, 7, {5, 4}}},
               payload);
    d.expected().objects[5].instances.insert(4);
    has_all_rights(d, 101, at(5, 4));
    for (const unsigned other : {102U, 103U}) has_no_right(d, other, at(5, 4));
  }
}

TEST_CASE("G1: a Create on the instance itself, of the draft", "[G1][D5]") {
  world w = home(edition_name::draft);
  w.acls[{5, 4}] = {7, 102, {{103, C}}};
  device d{w};
  d.refuses(101, op::create, at(5, 4), {}, reason::access_right_missing, coap::unauthorized,
            payload);
  d.performs(103, op::create, at(5, 4), {}, coap::created, {}, payload);
}

TEST_CASE("G1: one account alone gets no access control", "[G1][A2]") {
  for (const edition_name edition : every_edition) {
    world w = home(edition);
    w.accounts = {101};
    device d{w};
    d.performs(101, op::create, at(5), {}, coap::created, {}, payload);
    CHECK(lac::instance_created(d.policy(), stack::target_of({5, 4}), lac::short_server_id{101},
                                d.tell()) == status::done);
    CHECK(d.told().empty());
    d.is_as_expected();
  }
}

TEST_CASE("G1: while access control is disabled nothing is made (A8)", "[G1][A8]") {
  world w = home(edition_name::v1_2);
  w.acls.clear();
  w.disabled = true;
  device d{w};
  d.performs(103, op::create, at(5), {}, coap::created, {}, payload);
  CHECK(lac::instance_created(d.policy(), stack::target_of({5, 4}), lac::short_server_id{101},
                              d.tell()) == status::done);
  CHECK(d.told().empty());
  d.is_as_expected();
  CHECK(d.policy().is_disabled());
}

TEST_CASE("G1: a Create that is refused makes nothing", "[G1]") {
  for (const edition_name edition : every_edition) {
    device d{home(edition)};
    d.refuses(102, op::create, at(5), {}, reason::access_right_missing, coap::unauthorized,
              payload);
    d.refuses(101, op::create, at(5), {}, reason::mandatory_resource_missing, coap::bad_request,
              {at(5, 4)});
    d.refuses(101, op::create, at(5), {}, reason::object_instance_exists, coap::bad_request,
              {at(5, 1, 0)});
    d.refuses(by_bootstrap, op::create, at(5), {}, reason::not_for_bootstrap,
              coap::method_not_allowed, payload);
  }
}

TEST_CASE("G1: without room for it the instance is not created (C10)", "[G1][C10]") {
  for (const edition_name edition : every_edition) {
    device<lac::policy<4, 24, 4>> full{home(edition)};
    full.refuses(101, op::create, at(5), {}, reason::no_room, coap::internal_server_error, payload);
    CHECK(lac::instance_created(full.policy(), stack::target_of({5, 4}), lac::short_server_id{101},
                                full.tell()) == status::no_room);
    CHECK(full.told().empty());
    full.is_as_expected();
    device<policy_of_eight_fours> without_entries{crowded(edition, 0)};
    without_entries.refuses(101, op::create, at(5), {}, reason::no_room,
                            coap::internal_server_error, payload);
    device<policy_of_eight_fours> with_four{crowded(edition, 1)};
    with_four.expected().acls[{5, 4}] = created(edition, 4);
    with_four.performs(101, op::create, at(5), {}, coap::created, made(4, {5, 4}), payload);
  }
}

TEST_CASE("G1: what cannot be governed gets no access control", "[G1][F11]") {
  for (const edition_name edition : every_edition) {
    device d{home(edition)};
    const bytes_of before{d.policy()};
    for (const target& each : {target{0, 1}, target{2, 9}})
      CHECK(lac::instance_created(d.policy(), stack::target_of(each), lac::short_server_id{101},
                                  d.tell()) == status::target_invalid);
    CHECK(d.told().empty());
    CHECK(before.are_still_those_of(d.policy()));
  }
}

TEST_CASE("G2: an instance that a Server deletes takes its access control along", "[G2]") {
  for (const edition_name edition : every_edition) {
    world w = home(edition);
    w.acls[{5, 1}].entries[103] = D;
    device d{w};
    d.expected().acls.erase({5, 1});
    d.performs(103, op::delete_, at(5, 1), {}, coap::deleted, {{change_kind::erased, 1, {5, 1}}});
  }
}

TEST_CASE("G2: so does one that Bootstrap deletes", "[G2][A9]") {
  for (const edition_name edition : every_edition) {
    device d{home(edition)};
    d.expected().acls.erase({5, 2});
    d.performs(by_bootstrap, op::delete_, at(5, 2), {}, coap::deleted,
               {{change_kind::erased, 2, {5, 2}}});
    d.performs(by_bootstrap, op::delete_, at(1, 0), {}, coap::deleted, {});  // it has none
  }
}

TEST_CASE("G2: and one that the Client itself takes away", "[G2]") {
  for (const edition_name edition : every_edition) {
    device d{home(edition)};
    CHECK(lac::instance_deleted(d.policy(), stack::target_of({5, 1}), d.tell()) == status::done);
    CHECK(words(d.told()) == words(changes{{change_kind::erased, 1, {5, 1}}}));
    d.expected().acls.erase({5, 1});
    d.is_as_expected();
    const bytes_of before{d.policy()};
    for (const target& each : {target{5, 1}, target{6, 0}})
      CHECK(lac::instance_deleted(d.policy(), stack::target_of(each), d.tell()) == status::done);
    CHECK(d.told().empty());
    CHECK(before.are_still_those_of(d.policy()));
  }
}

TEST_CASE("G2: a later instance inherits nothing", "[G2][G1]") {
  for (const edition_name edition : every_edition) {
    world w = home(edition);
    w.acls[{5, 1}].entries[103] = D | R;
    device d{w};
    d.expected().acls.erase({5, 1});
    d.performs(103, op::delete_, at(5, 1), {}, coap::deleted, {{change_kind::erased, 1, {5, 1}}});
    d.expected().objects[5].instances.erase(1);
    d.expected().acls[{5, 1}] = created(edition, 1);
    d.performs(101, op::create, at(5), {}, coap::created, made(1, {5, 1}), {at(5, 1, 0)});
    d.expected().objects[5].instances.insert(1);
    for (const unsigned other : {102U, 103U}) has_no_right(d, other, at(5, 1));
  }
}

TEST_CASE("G2: a Delete that is refused, or of a Resource Instance, takes nothing", "[G2]") {
  for (const edition_name edition : every_edition) {
    device d{home(edition)};
    d.refuses(103, op::delete_, at(5, 1), {}, reason::access_right_missing, coap::unauthorized);
    d.refuses(101, op::delete_, at(5), {}, reason::operation_not_on_object,
              coap::method_not_allowed);
    if (edition == edition_name::v1_2)
      d.performs(102, op::delete_, at(5, 2, 3, 0), {}, coap::deleted, {});
  }
}

TEST_CASE("G2: the Device instance that is kept keeps its access control (D4)", "[G2][D4]") {
  for (const edition_name edition : every_edition) {
    device d{home(edition)};
    if (edition == edition_name::draft) {
      d.expected().acls.erase({3, 0});
      d.performs(101, op::delete_, at(3, 0), {}, coap::deleted, {{change_kind::erased, 0, {3, 0}}});
    } else {
      d.refuses(101, op::delete_, at(3, 0), {}, reason::device_instance_is_kept,
                coap::method_not_allowed);
    }
  }
}

TEST_CASE("G2: no deletion switches access control off (A8)", "[G2][A8]") {
  world w = home(edition_name::v1_2);
  w.acls = {{{5, 1}, {1, 102, {}}}};
  device d{w};
  d.expected().acls.clear();
  d.performs(102, op::delete_, at(5, 1), {}, coap::deleted, {{change_kind::erased, 1, {5, 1}}});
  CHECK_FALSE(d.policy().is_disabled());
  CHECK(d.decide(101, op::read, at(5, 2)).reason() == reason::access_right_missing);
}

TEST_CASE("G3: what the Client itself made, it says the rights of", "[G3]") {
  for (const edition_name edition : every_edition) {
    device d{home(edition)};
    d.expected().objects[5].instances.insert(6);
    for (const unsigned who : {101U, 102U, 103U}) has_no_right(d, who, at(5, 6));  // A7
    const lac::acl_entry entry{lac::short_server_id{103}, lac::access_rights{R}};
    const lac::access_control_view said{d.policy().lowest_free_id(),
                                        stack::target_of({5, 6}),
                                        lac::short_server_id{102},
                                        {&entry, 1}};
    REQUIRE(d.policy().add(said) == status::done);
    d.expected().acls[{5, 6}] = {4, 102, {{103, R}}};
    d.is_as_expected();
    CHECK(d.decide(103, op::read, at(5, 6)).allowed());
    CHECK(d.decide(102, op::read, at(5, 6)).allowed() == (edition != edition_name::draft));
    has_no_right(d, 101, at(5, 6));
  }
}

TEST_CASE("G1: where no Object 2 instance is free there is no room (C10)", "[G1][C10]") {
  for (const edition_name edition : every_edition) {
    device<crowded_policy> d{home(edition)};
    const bytes_of before{d.policy()};
    CHECK(lac::instance_created(d.policy(), stack::target_of({5, 4}), lac::short_server_id{101},
                                d.tell()) == status::no_room);
    CHECK(d.told().empty());
    CHECK(before.are_still_those_of(d.policy()));
  }
}
