// What lies beyond a limit is nothing, and changes nothing; at run time too.

#include <lwm2m/access/access_right.hpp>
#include <lwm2m/access/begin.hpp>
#include <lwm2m/access/fixed_vector.hpp>
#include <lwm2m/access/object_model.hpp>
#include <lwm2m/access/sentences.hpp>

#include <memory>
#include <vector>

#include "support/administered.hpp"

namespace {

using namespace administration;
using lac::resource_id, lac::object_id, lac::object_instance_id;

lac::path parsed(const std::string& text) { return lac::path::parse(text.data(), text.size()); }

using model = lac::object_model<2, 3, 3>;

model one_object(unsigned id = 5) {
  model made;
  REQUIRE(made.add_object(object_id{id}, lac::multiplicity::multiple) == status::done);
  REQUIRE(made.add_instance(object_id{id}, object_instance_id{1}) == status::done);
  REQUIRE(made.add_resource(object_id{id}, {resource_id{0}, lac::access_type{0x80}, false,
                                            false}) == status::done);
  return made;
}

}  // namespace

TEST_CASE("a Create makes the lowest instance that is free, and none when there are 65,535") {
  const auto crowded = std::make_unique<lac::object_model<1, 65535, 1>>();
  std::vector<object_instance_id> ids;
  for (unsigned id = 0; id < 65535; ++id) ids.push_back(object_instance_id{id});
  REQUIRE(crowded->add({object_id{5}, lac::multiplicity::multiple, ids, {}}) == status::done);
  const lac::request asked{lac::short_server_id{101}, lac::operation::create, parsed("/5"), {}};
  CHECK_FALSE(lac::created_instance(*crowded, asked).object_instance().is_valid());
  lac::policy<1, 1> granting{lac::editions::v1_1};
  REQUIRE(granting.add_account(lac::short_server_id{101}) == status::done);
  const lac::decision refused = lac::administer(granting, *crowded, asked);
  CHECK(refused.reason() == lac::reason::no_room);
  CHECK(refused.code() == lac::coap::internal_server_error);
  CHECK(granting.access_control_count() == 0);
  REQUIRE(crowded->erase_instance(object_id{5}, object_instance_id{65534}) == status::done);
  CHECK(lac::created_instance(*crowded, asked) == parsed("/5/65534"));
}

TEST_CASE("what an acl refuses") {
  lac::acl<2> made;
  const auto entry = [](unsigned id) { return stack::entry_id(id); };
  CHECK(made.add(entry(65535), {}) == status::entry_invalid);
  CHECK(made.add(entry(102), {}) == status::done);
  CHECK(made.add(entry(102), {}) == status::entry_doubled);
  CHECK(made.add(entry(0), {}) == status::done);
  CHECK(made.add(entry(101), {}) == status::no_room);
  CHECK(made.size() == 2);
  CHECK(made.data()[0].id.is_default());
}

TEST_CASE("a Server without an account obtains no right, whatever its entry says (A1)", "[A1]") {
  world w = home(edition_name::v1_1);
  w.accounts.erase(102);
  const auto policy = policy_of<lac::policy<4, 8, 4>>(w);
  const auto right =
      lac::obtain_access_right(policy, lac::short_server_id{102}, stack::target_of({3, 0}));
  CHECK(right.rights == lac::access_rights{});
  CHECK(right.by == lac::determined_by::no_account);
  const auto own =
      lac::obtain_access_right(policy, lac::short_server_id{101}, stack::target_of({3, 0}));
  CHECK(own.rights == lac::owner_rights);
  CHECK(own.by == lac::determined_by::own_entry);
}

TEST_CASE("a Create of an Object with more mandatory Resources than can be counted (D7)", "[D7]") {
  lac::object_model<1, 1, 65> objects;
  REQUIRE(objects.add_object(object_id{9}, lac::multiplicity::multiple) == status::done);
  std::vector<path> payload;
  for (unsigned r = 0; r < 65; ++r) {
    REQUIRE(objects.add_resource(object_id{9}, {resource_id{r}, lac::access_type{0x40}, false,
                                                true}) == status::done);
    payload.push_back(at(9, 0, r));
  }
  lac::policy<1, 1, 1> policy{lac::editions::v1_1};
  REQUIRE(policy.add_account(lac::short_server_id{101}) == status::done);
  const lac::request asked{lac::short_server_id{101}, op::create, at(9), payload};
  const lac::decision given = lac::authorize(policy, objects, asked);
  CHECK(given.reason() == reason::mandatory_resource_missing);
  CHECK(given.first_bad_path() == at(9, 0, 64));
}

TEST_CASE("an optional Resource stands in for no mandatory one, not even for the last (D7)",
          "[D7]") {
  lac::object_model<1, 1, 65> objects;
  REQUIRE(objects.add_object(object_id{9}, lac::multiplicity::multiple) == status::done);
  std::vector<path> payload;
  for (unsigned r = 0; r < 65; ++r) {
    REQUIRE(objects.add_resource(object_id{9}, {resource_id{r}, lac::access_type{0x40}, false,
                                                r < 64}) == status::done);
    if (r != 63) payload.push_back(at(9, 0, r));
  }
  lac::policy<1, 1, 1> policy{lac::editions::v1_1};
  REQUIRE(policy.add_account(lac::short_server_id{101}) == status::done);
  const auto ask = [&] {
    return lac::authorize(policy, objects,
                          lac::request{lac::short_server_id{101}, op::create, at(9), payload});
  };
  CHECK(ask().reason() == reason::mandatory_resource_missing);
  CHECK(ask().first_bad_path() == at(9, 0, 63));
  payload.push_back(at(9, 0, 63));
  CHECK(ask().allowed());
}

TEST_CASE("a reason that there is not is none that allows") {
  constexpr auto has_those_of_not_decided = [] {
    for (unsigned number = static_cast<unsigned>(reason::policy_being_changed) + 1; number < 256;
         ++number) {
      const lac::reason_facts& facts = lac::facts_of(static_cast<reason>(number));
      if (facts.step != lac::step::none || facts.code != lac::coap::unauthorized) return false;
    }
    return true;
  };
  STATIC_REQUIRE(has_those_of_not_decided());
  CHECK(has_those_of_not_decided());
}

TEST_CASE("a fixed_vector that is full or is asked for more stays as it is") {
  lac::fixed_vector<int, 2> made;
  made.insert(0, 1);
  made.open(0, 2);
  CHECK(made.size() == 1);
  made.erase(0, 2);
  CHECK(made.size() == 1);
  made.insert(1, 2);
  made.insert(0, 3);
  CHECK(made.size() == 2);
  CHECK(made[0] == 1);
  CHECK(made[1] == 2);
}

TEST_CASE("texts that are no paths") {
  for (const char* none :
       {"", "3", "3/0", "//", "/3//0", "/3/0/1/2/3", "/x", "/3x", "/-1", "/03", "/3/", "/:"})
    CHECK(parsed(none).is_none());
  CHECK(parsed("/") == path::root());
  CHECK(parsed("/3/0/13/2") == at(3, 0, 13, 2));
  CHECK(parsed("/0") == at(0));
  CHECK(parsed("/65535") == at(65535));
  CHECK(parsed("/4294967299") == at(65535));
  CHECK(parsed("/65535999999") == at(65535));
}

TEST_CASE("an object_model takes an Object whole, or not at all") {
  const model from = one_object();
  const lac::object_view whole = from.object_at(0);
  CHECK_FALSE(from.object_at(1));
  model to;
  CHECK(to.add(whole) == status::done);
  CHECK(to == from);
  CHECK(to.add(whole) == status::object_doubled);
  lac::object_model<2, 0, 3> without_instances;
  CHECK(without_instances.add(whole) == status::no_room);
  lac::object_model<2, 3, 0> without_resources;
  CHECK(without_resources.add(whole) == status::no_room);
  CHECK(without_instances.object_count() + without_resources.object_count() == 0);

  const object_instance_id falling[] = {object_instance_id{2}, object_instance_id{1}};
  const object_instance_id reserved[] = {object_instance_id{65535}};
  const lac::resource_definition r0{resource_id{0}, {}, false, false};
  const lac::resource_definition twice[] = {r0, r0}, none[] = {lac::resource_definition{}};
  const auto refused = [&](lac::multiplicity how, lac::view<object_instance_id> instances,
                           lac::view<lac::resource_definition> resources) {
    model untouched;
    CHECK(untouched.add({object_id{7}, how, instances, resources}) == status::object_invalid);
    CHECK(untouched == model{});
  };
  const object_instance_id two[] = {object_instance_id{1}, object_instance_id{2}};
  refused(lac::multiplicity::multiple, falling, {});
  refused(lac::multiplicity::multiple, reserved, {});
  refused(lac::multiplicity::multiple, {}, twice);
  refused(lac::multiplicity::multiple, {}, none);
  refused(lac::multiplicity::single, two, {});
}

TEST_CASE("object_models differ in whatever they say") {
  CHECK(one_object() == one_object());
  CHECK_FALSE(one_object() == model{});
  CHECK_FALSE(one_object() == one_object(6));
  const auto differs = [](const auto& change) {
    model made = one_object();
    CHECK(change(made) == status::done);
    CHECK_FALSE(made == one_object());
  };
  differs([](model& to) { return to.add_instance(object_id{5}, object_instance_id{0}); });
  differs(
      [](model& to) { return to.add_resource(object_id{5}, {resource_id{1}, {}, false, false}); });
  model single;
  REQUIRE(single.add_object(object_id{5}, lac::multiplicity::single) == status::done);
  model multiple;
  REQUIRE(multiple.add_object(object_id{5}, lac::multiplicity::multiple) == status::done);
  CHECK_FALSE(single == multiple);
}

TEST_CASE("values that differ are not equal") {
  for (const edition_name a : every_edition)
    for (const edition_name b : every_edition)
      CHECK((lac::edition_of(a) == lac::edition_of(b)) == (a == b));
  CHECK_FALSE(at(3) == at(3, 0));
  CHECK_FALSE(at(3, 0) == at(3, 1));
  const lac::resource_definition one{resource_id{0}, lac::access_type{0x80}, false, false};
  const lac::resource_definition others[] = {{resource_id{1}, lac::access_type{0x80}, false, false},
                                             {resource_id{0}, lac::access_type{0x40}, false, false},
                                             {resource_id{0}, lac::access_type{0x80}, true, false},
                                             {resource_id{0}, lac::access_type{0x80}, false, true}};
  for (const lac::resource_definition& other : others) CHECK_FALSE(one == other);
  CHECK_FALSE(lac::access_control_owner{lac::bootstrap}.is(lac::short_server_id{}));
}

TEST_CASE("a table of instances refuses by itself, too") {
  lac::access_control_table<2, 2> table;
  const auto n = [](unsigned id) { return object_instance_id{id}; };
  std::vector<lac::acl_entry> nine;
  for (unsigned id = 0; id < 9; ++id) nine.push_back({stack::entry_id(id), {}});
  CHECK_FALSE(table.at(0));
  CHECK_FALSE(table.find_id(n(1)));
  const lac::access_control_view one{n(1), stack::target_of({3, 0}), lac::bootstrap, {}};
  CHECK(table.add(one) == status::done);
  CHECK(table.set_entries(table.find_id(n(1)), nine) == status::no_room);
  CHECK(table.set_entries(table.find_id(n(1)), {nine.data(), 8}) == status::done);
  CHECK(table.at(0).entries().size() == 8);
  CHECK(table.set_entry(table.at(0), nine[8]) == status::no_room);
  for (unsigned again = 0; again < 2; ++again) {
    CHECK(table.set_entry(table.at(0), nine[7]) == status::done);
    CHECK(table.erase_entry(table.at(0), nine[7].id) == status::done);
  }
  CHECK_FALSE(table.at(1));
}

TEST_CASE("of what is taken away from a table nothing is left in its bytes") {
  const auto n = [](unsigned id) { return object_instance_id{id}; };
  const auto after = [&](unsigned target, unsigned owner, unsigned first) {
    auto table = std::make_unique<lac::access_control_table<2, 4>>();
    std::vector<lac::acl_entry> entries;
    for (unsigned id = first; id < first + 5; ++id)
      entries.push_back({stack::entry_id(id), lac::access_rights{static_cast<std::uint16_t>(id)}});
    const lac::access_control_view kept{n(1), stack::target_of({3, 0}), lac::bootstrap, {}};
    REQUIRE(table->add(kept) == status::done);
    for (const unsigned id : {0U, 2U}) {
      REQUIRE(table->add(lac::access_control_view{n(id), stack::target_of({5, target}),
                                                  stack::owner_of(owner), entries}) ==
              status::done);
      table->erase(table->find_id(n(id)));
    }
    for (const lac::acl_entry& each : entries)
      CHECK(table->set_entry(table->find_id(n(1)), each) == status::done);
    for (const lac::acl_entry& each : entries)
      CHECK(table->erase_entry(table->find_id(n(1)), each.id) == status::done);
    return table;
  };
  CHECK(bytes_of{*after(0, 101, 101)}.are_still_those_of(*after(7, 202, 202)));
}

TEST_CASE("a table of more than 65,535 blocks of entries knows whose each one is") {
  constexpr std::size_t longest = 65535, blocks = 5 * 16384 + 1;
  const auto table = std::make_unique<lac::access_control_table<6, blocks>>();
  std::vector<lac::acl_entry> entries;
  for (unsigned id = 0; id < longest; ++id) entries.push_back({stack::entry_id(id), {}});
  for (unsigned k = 0; k < 6; ++k)
    REQUIRE(table->add(lac::access_control_view{object_instance_id{k},
                                                stack::target_of({3, k}),
                                                lac::bootstrap,
                                                {entries.data(), k < 5 ? longest : 2}}) ==
            status::done);
  for (unsigned k = 0; k < 6; ++k) {
    const auto one = table->find(stack::target_of({3, k}));
    CHECK(one.id() == object_instance_id{k});
    CHECK(one.entries().size() == (k < 5 ? longest : 2));
    CHECK(static_cast<bool>(one.find(stack::entry_id(65534))) == (k < 5));
  }
  CHECK(table->block_room() == 0);
}

TEST_CASE("a table has one target and one record more than it has room for") {
  const auto padded = [](std::size_t bytes, std::size_t to) { return (bytes + to - 1) / to * to; };
  const auto bytes = [&](std::size_t index, std::size_t instances, std::size_t blocks,
                         std::size_t pool) {
    const std::size_t order = padded(2 * sizeof(std::size_t) + 2 * instances, 4);
    constexpr std::size_t unit = alignof(std::size_t);
    return padded(padded(index, unit) + order + 2 * 4 * (blocks + 1), unit) + pool;
  };
  CHECK(sizeof(lac::access_control_table<3, 5>) ==
        bytes(sizeof(lac::target_index<3, 5>), 3, 5, sizeof(lac::acl_pool<5>)));
  CHECK(sizeof(lac::access_control_table<5, 5>) ==
        bytes(sizeof(lac::target_index<5, 5>), 5, 5, sizeof(lac::acl_pool<5>)));
}

TEST_CASE("a full table has its last one, and none behind it") {
  constexpr auto table = [] {
    lac::access_control_table<2, 2> full;
    for (const unsigned id : {0U, 1U})
      (void)full.add(lac::access_control_view{object_instance_id{id},
                                              {lac::objects::device, object_instance_id{id}},
                                              lac::bootstrap,
                                              {}});
    return full;
  }();
  STATIC_REQUIRE(table.at(1).id() == object_instance_id{1});
  STATIC_REQUIRE(table.at(1).target().instance() == object_instance_id{1});
  STATIC_REQUIRE(table.at(1).owner().is_bootstrap());
  STATIC_REQUIRE_FALSE(table.at(2));
}

TEST_CASE("a table whose blocks two octets can count takes less memory") {
  CHECK(sizeof(lac::access_control_table<1000, 65536>) >
        sizeof(lac::access_control_table<1000, 65535>) + 1000);
}

namespace {
enum class colour : std::uint8_t { red = 3, green };
constexpr colour last_of(colour) { return colour::green; }
}  // namespace

TEST_CASE("sentences are complete when each value has its own, in order") {
  using row = lac::detail::sentence_row<colour>;
  constexpr row rows[] = {{colour::red, ""}, {colour::green, ""}};
  constexpr row swapped[] = {{colour::green, ""}, {colour::red, ""}};
  constexpr row short_of_one[] = {{colour::red, ""}};
  CHECK(lac::detail::is_complete(rows));
  CHECK_FALSE(lac::detail::is_complete(swapped));
  CHECK_FALSE(lac::detail::is_complete(short_of_one));
}

TEST_CASE("Object 2 defines its four Resources, and nothing else (F4)", "[F4]") {
  using lac::resource_definition;
  constexpr auto only_read = lac::access_type::of(lac::resource_operation::read);
  constexpr auto written = only_read.with(lac::resource_operation::write);
  const lac::policy<1, 1, 1> granted;
  const lac::detail::access_control_object object{granted};
  const resource_definition wanted[] = {{lac::resource_id{0}, only_read, false, true},
                                        {lac::resource_id{1}, only_read, false, true},
                                        {lac::resource_id{2}, written, true, false},
                                        {lac::resource_id{3}, written, false, true}};
  REQUIRE(object.definition_count() == 4);
  for (std::size_t k = 0; k < 4; ++k) {
    CHECK(object.definition_at(k) == wanted[k]);
    CHECK(object.definition(wanted[k].id()) == wanted[k]);
  }
  CHECK_FALSE(object.definition(lac::resource_id{4}));
  CHECK_FALSE(object.definition({}));
}
