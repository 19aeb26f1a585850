// What a decision says beside its answer: where a Create is refused, and what determines a
// composite.

#include <lwm2m/access/authorize.hpp>

#include "support/administered.hpp"

namespace {

using namespace administration;
using lac::determined_by;

/// A single Server may all; Objects 1 and 3 as they are said, and no instance of Object 2.
struct alone {
  lac::policy<1, 1, 1> policy;
  lac::object_model<2, 2, 4> objects;
  const lac::short_server_id server{101};

  explicit alone(std::initializer_list<unsigned> with_instance,
                 const lac::edition& rules = lac::editions::v1_1)
      : policy{rules} {
    REQUIRE(policy.add_account(server) == status::done);
    for (const unsigned o : {1U, 3U}) {
      const lac::object_id id{o};
      const auto how = o == 3 ? lac::multiplicity::single : lac::multiplicity::multiple;
      REQUIRE(objects.add_object(id, how) == status::done);
      REQUIRE(objects.add_resource(
                  id, {lac::resource_id{0}, lac::access_type{0xC0}, false, true}) == status::done);
    }
    for (const unsigned o : with_instance)
      REQUIRE(objects.add_instance(lac::object_id{o}, lac::object_instance_id{0}) == status::done);
  }
  lac::decision ask(operation what, const path& uri, const paths& payload) const {
    return lac::authorize(policy, objects, lac::request{server, what, uri, payload});
  }
};

}  // namespace

TEST_CASE("the path / stays when an Object has a readable instance, whichever (E1)", "[E1]") {
  const auto answered = [](std::initializer_list<unsigned> with_instance) {
    return alone(with_instance).ask(op::send, {}, {path::root()}).reason();
  };
  CHECK(answered({1}) == reason::allowed);
  CHECK(answered({3}) == reason::allowed);
  CHECK(answered({1, 3}) == reason::allowed);
  CHECK(answered({}) == reason::nothing_readable);
  CHECK(alone({}).ask(op::read_composite, {}, {path::root()}).allowed());  // and is not refused
}

TEST_CASE("a Create is refused at what it would make (C8)", "[C8][D7][D8]") {
  const alone w({1, 3});
  const lac::decision taken = w.ask(op::create, at(1), {at(1, 0, 0)});
  CHECK(taken.reason() == reason::object_instance_exists);
  CHECK(taken.first_bad_path() == at(1, 0));
  const lac::decision second = w.ask(op::create, at(3), {});
  CHECK(second.reason() == reason::mandatory_resource_missing);
  CHECK(w.ask(op::create, at(3), {at(3, 0, 0)}).first_bad_path() == at(3, 0));
  const lac::decision missing = w.ask(op::create, at(1), {at(1, 7)});
  CHECK(missing.reason() == reason::mandatory_resource_missing);
  CHECK(missing.first_bad_path() == at(1, 7, 0));
}

TEST_CASE("a Create names its instance by the Uri-Path in the draft (D5)", "[D5]") {
  const alone w({1, 3}, lac::editions::draft);
  CHECK(w.ask(op::create, at(1, 4), {}).first_bad_path() == at(1, 4, 0));
  CHECK(w.ask(op::create, at(1, 4), {at(1, 4, 0)}).allowed());
  CHECK(w.ask(op::create, at(1, 0), {at(1, 0, 0)}).reason() == reason::object_instance_exists);
}

TEST_CASE("a payload of a Create may name the Object itself (C9)", "[C9]") {
  const alone w({3});
  CHECK(w.ask(op::create, at(1), {at(1), at(1, 2, 0)}).allowed());
  CHECK(w.ask(op::create, at(1), {at(1, 2, 0), at(1)}).allowed());
  CHECK(w.ask(op::create, at(1), {at(1, 2, 0), at(1, 3)}).reason() ==
        reason::payload_names_two_instances);
}

TEST_CASE("the first path says what determines a composite Write (E2)", "[E2]") {
  const world w = home(edition_name::v1_1);
  const auto policy = policy_of<lac::policy<8, 24, 4>>(w);
  const auto objects = stack::objects_from(w);
  const auto determined = [&](const paths& all) {
    const lac::request asked{lac::short_server_id{101}, op::write_composite, {}, all};
    const lac::decision given = lac::authorize(policy, objects, asked);
    CHECK(given.allowed());
    return given.determined_by();
  };
  CHECK(determined({at(3, 0, 13)}) == determined_by::own_entry);
  CHECK(determined({at(2, 0, 3)}) == determined_by::owner);
  CHECK(determined({at(2, 0, 3), at(3, 0, 13)}) == determined_by::owner);
  CHECK(determined({at(3, 0, 13), at(2, 0, 3)}) == determined_by::own_entry);
}
