// Section C: the order of the checks, and what each failure answers.

#include <utility>

#include "rules/ask.hpp"

namespace {

using namespace rules;

constexpr stack::objects device{
    {{0, multiple, {0}, {{0, "RW"}}},
     {3, single, {0}, {{0, "R"}, {4, "E"}, {11, "RW", kind::multiple}, {13, "RW"}}},
     {5,
      multiple,
      {0},
      {{0, "RW", kind::mandatory},
       {1, "R"},
       {2, "E"},
       {3, "-"},
       {4, "W"},
       {6, "R", kind::multiple}}},
     {21, multiple, {0}, {{0, "RW"}}}},
    {path{lac::object_id{5}, lac::object_instance_id{0}, lac::resource_id{4}}}};

/// 101 has every right on `/3/0` and `/5/0` and may create in `/5`; 102 has none; both have one on
/// `/21/0`, where it counts.
constexpr small_policy granting(const edition& rules) {
  return policy_of(rules, {101_server, 102_server},
                   {{on(3, 0), 101_server, {{101_server, "RWED"}, {102_server, "-"}}},
                    {on(5, 0), 101_server, {{101_server, "RWED"}, {102_server, "-"}}},
                    {on(5), lac::bootstrap, {{101_server, "C"}}},
                    {on(21, 0), 101_server, {{101_server, "RWED"}}}});
}

constexpr auto by(lac::short_server_id who, operation op, path uri,
                  std::initializer_list<path> payload = {}) {
  return each(
      [&](const edition& rules) { return ask(granting(rules), device, who, op, uri, payload); });
}
constexpr auto by_101(operation op, path uri, std::initializer_list<path> payload = {}) {
  return by(101_server, op, uri, payload);
}
constexpr auto by_102(operation op, path uri, std::initializer_list<path> payload = {}) {
  return by(102_server, op, uri, payload);
}

constexpr outcome restricted = refused(coap::unauthorized, reason::object_is_restricted);
constexpr outcome no_object = refused(coap::not_found, reason::object_not_found);
constexpr outcome no_instance = refused(coap::not_found, reason::object_instance_not_found);
constexpr outcome not_on_object =
    refused(coap::method_not_allowed, reason::operation_not_on_object);
constexpr outcome not_here =
    refused(coap::method_not_allowed, reason::operation_not_on_this_level, row::own_entry);
constexpr outcome no_resource =
    refused(coap::not_found, reason::resource_not_found, row::own_entry);
constexpr outcome no_resource_instance =
    refused(coap::not_found, reason::resource_instance_not_found, row::own_entry);
constexpr outcome unsupported =
    refused(coap::method_not_allowed, reason::operation_not_supported, row::own_entry);
constexpr outcome outside = refused(coap::bad_request, reason::payload_outside_uri_path);
constexpr outcome names_two = refused(coap::bad_request, reason::payload_names_two_instances);

}  // namespace

TEST_CASE("C1 to C8 a refusal says its step and the first path that did not pass", "[C1][C5][C7]") {
  using lac::step;
  constexpr auto refusal = [](lac::short_server_id who, operation op, path uri,
                              std::initializer_list<path> payload = {}) {
    const auto policy = granting(editions::v1_1);
    const lac::decision given =
        lac::authorize(policy, device, {who, op, uri, {payload.begin(), payload.size()}});
    return std::pair{given.step(), given.first_bad_path()};
  };
  HOLDS(refusal(101_server, operation::read, "/0/0/0"_path) ==
        std::pair{step::restricted_object, "/0/0/0"_path});
  HOLDS(refusal(103_server, operation::read, "/5/0"_path).first == step::account);
  HOLDS(refusal(101_server, operation::write, "/5/0"_path, {"/5/0/0"_path, "/3/0/13"_path}) ==
        std::pair{step::payload, "/3/0/13"_path});
  HOLDS(refusal(101_server, operation::read, "/5/1/0"_path) ==
        std::pair{step::existence, "/5/1/0"_path});
  HOLDS(refusal(101_server, operation::execute, "/5"_path) ==
        std::pair{step::object_level, "/5"_path});
  HOLDS(refusal(102_server, operation::read, "/5/0/1"_path) ==
        std::pair{step::access_right, "/5/0/1"_path});
  HOLDS(refusal(101_server, operation::read, "/5/0/9"_path) ==
        std::pair{step::resource, "/5/0/9"_path});
  HOLDS(refusal(101_server, operation::execute, "/5/0"_path) ==
        std::pair{step::level, "/5/0"_path});
  HOLDS(refusal(101_server, operation::write, "/5/0"_path,
                {"/5/0/0"_path, "/5/0/1"_path, "/5/0/2"_path}) ==
        std::pair{step::operation_support, "/5/0/1"_path});
  HOLDS(refusal(101_server, operation::create, "/5"_path).first == step::content);
  HOLDS(refusal(101_server, operation::create, "/5"_path, {"/5/0/0"_path}).first ==
        step::instance_taken);
  HOLDS(refusal(101_server, operation::write_composite, path{},
                {"/5/0/0"_path, "/3/0/0"_path, "/5/0/1"_path}) ==
        std::pair{step::operation_support, "/3/0/0"_path});
  HOLDS(refusal(101_server, operation::read, "/5/0"_path) == std::pair{step::passed, path{}});
}

TEST_CASE("C1 Object 0 is closed to every operation of every Server", "[C1]") {
  for (const operation op :
       {operation::read, operation::write, operation::update, operation::execute, operation::create,
        operation::delete_, operation::discover, operation::write_attributes, operation::observe,
        operation::cancel_observation}) {
    CHECK(by_101(op, "/0"_path) == in_all(restricted));
    CHECK(by_101(op, "/0/0"_path) == in_all(restricted));
    CHECK(by_101(op, "/0/0/0"_path) == in_all(restricted));
    CHECK(by_101(op, "/0/7/7"_path) == in_all(restricted));
  }
  STATIC_REQUIRE(by_101(operation::discover, "/0"_path) == in_all(restricted));
  STATIC_REQUIRE(by_101(operation::write_attributes, "/0/0"_path) == in_all(restricted));
  HOLDS(by_101(operation::notify, "/0/0"_path) ==
        draft_and_later(not_sent(verdict::cancel, reason::object_is_restricted),
                        not_sent(verdict::suppress, reason::object_is_restricted)));
}

TEST_CASE("C1 Object 21 is closed in 1.1 and 1.2, before then an Object like any other", "[C1]") {
  HOLDS(by_101(operation::read, "/21/0"_path) ==
        early_and_late(granted(coap::content, row::own_entry), restricted));
  HOLDS(by_101(operation::discover, "/21"_path) ==
        early_and_late(granted(coap::content, row::nothing), restricted));
  HOLDS(by_101(operation::write, "/21/0/0"_path) ==
        early_and_late(granted(coap::changed, row::own_entry), restricted));
}

TEST_CASE("C1 comes before C2, and holds for the one account too", "[C1][C2]") {
  HOLDS(by(103_server, operation::read, "/0/0"_path) == in_all(restricted));
  constexpr auto alone = [](const edition& rules) {
    return ask(policy_of(rules, {101_server}), device, 101_server, operation::read, "/0/0"_path);
  };
  HOLDS(each(alone) == in_all(restricted));
}

TEST_CASE("C2 a requester without an account gets 4.01, before anything about the request",
          "[C2]") {
  HOLDS(by(103_server, operation::read, "/5/0"_path) == in_all(no_account()));
  HOLDS(by(103_server, operation::discover, "/5"_path) == in_all(no_account()));
  HOLDS(by(103_server, operation::write_attributes, "/5"_path) == in_all(no_account()));
  HOLDS(by(103_server, operation::write, "/5/0"_path, {"/3/0/0"_path}) == in_all(no_account()));
  HOLDS(by(103_server, operation::read, "/9"_path) == in_all(no_account()));
  HOLDS(by(103_server, operation::write, "/5"_path) == in_all(no_account()));
  HOLDS(by(103_server, operation{77}, "/5"_path) == in_all(no_account()));
  HOLDS(by(103_server, operation::read, path{}) == in_all(no_account()));
  HOLDS(by(103_server, operation::read, "/"_path) == in_all(no_account()));
}

TEST_CASE("C2 a policy without an edition decides nothing", "[C2]") {
  constexpr auto none = policy_of(edition{}, {101_server});
  HOLDS(ask(none, device, 101_server, operation::read, "/5/0"_path) ==
        refused(coap::internal_server_error, reason::edition_unknown));
  HOLDS(ask(none, device, 102_server, operation::read, "/5/0"_path) == no_account());
  HOLDS(ask(none, device, 101_server, operation::read, "/0/0"_path) == restricted);
  HOLDS(ask(small_policy{}, device, 101_server, operation::read, "/5/0"_path) == no_account());
}

TEST_CASE("C3 an Object or an Object Instance that is not there is 4.04, whatever the rights",
          "[C3]") {
  HOLDS(by_101(operation::read, "/9"_path) == in_all(no_object));
  HOLDS(by_102(operation::read, "/9/0/0"_path) == in_all(no_object));
  HOLDS(by_102(operation::read, "/5/1"_path) == in_all(no_instance));
  HOLDS(by_102(operation::write, "/5/1/0"_path) == in_all(no_instance));
  HOLDS(by_102(operation::execute, "/5/1"_path) == in_all(no_instance));
  HOLDS(by_102(operation::delete_, "/5/1/0"_path) == in_all(no_instance));
  HOLDS(by_102(operation::discover, "/5/1"_path) == in_all(no_instance));
  HOLDS(by_102(operation::read, "/2/7"_path) == in_all(no_instance));
  HOLDS(by_102(operation::write, "/9"_path) == in_all(no_object));  // before C4

  // For Create only the Object must be there.
  HOLDS(by_102(operation::create, "/9"_path) == in_all(no_object));
  HOLDS(by_102(operation::create, "/9/0"_path) == in_all(no_object));
  HOLDS(by_102(operation::create, "/5/7/0"_path) ==
        draft_and_later(no_right(row::no_access_control), no_right(row::no_entry)));
}

TEST_CASE("C4 on an Object: Write, Execute and Delete are 4.05 without a look at rights", "[C4]") {
  for (const operation op :
       {operation::write, operation::update, operation::execute, operation::delete_})
    for (const path& uri : {"/5"_path, "/2"_path}) {
      CHECK(by_101(op, uri) == in_all(not_on_object));
      CHECK(by_102(op, uri) == in_all(not_on_object));
    }
  STATIC_REQUIRE(by_102(operation::write, "/5"_path) == in_all(not_on_object));
  STATIC_REQUIRE(by_102(operation::delete_, "/2"_path) == in_all(not_on_object));
}

TEST_CASE("C4 below an Object: 4.05 for who has the right of the operation, else 4.01", "[C4]") {
  HOLDS(by_101(operation::execute, "/5/0"_path) == in_all(not_here));
  HOLDS(by_102(operation::execute, "/5/0"_path) == in_all(no_right(row::own_entry)));
  HOLDS(by_101(operation::delete_, "/5/0/0"_path) == in_all(not_here));
  HOLDS(by_102(operation::delete_, "/5/0/0"_path) == in_all(no_right(row::own_entry)));
  HOLDS(by_101(operation::execute, "/3/0/11/0"_path) == in_all(not_here));
  HOLDS(by_102(operation::execute, "/3/0/11/0"_path) == in_all(no_right(row::own_entry)));

  // That right, and not another one.
  constexpr auto with_all_but = [](const char* letters, operation op, path uri) {
    const auto policy = policy_of(editions::v1_1, {101_server, 102_server},
                                  {{on(5, 0), 101_server, {{102_server, letters}}}});
    return ask(policy, device, 102_server, op, uri);
  };
  HOLDS(with_all_but("RWD", operation::execute, "/5/0"_path) == no_right(row::own_entry));
  HOLDS(with_all_but("E", operation::execute, "/5/0"_path) == not_here);
  HOLDS(with_all_but("RWE", operation::delete_, "/5/0/0"_path) == no_right(row::own_entry));
  HOLDS(with_all_but("D", operation::delete_, "/5/0/0"_path) == not_here);
}

TEST_CASE("C4 below an Object comes after C6", "[C4][C6]") {
  HOLDS(by_101(operation::delete_, "/5/0/9"_path) == in_all(no_resource));
  HOLDS(by_101(operation::execute, "/5/0/0/0"_path) == in_all(no_resource_instance));
}

TEST_CASE("C4 Delete of a Resource Instance: 1.2 only, of a Resource that supports Write", "[C4]") {
  constexpr auto gone = granted(coap::deleted, row::own_entry);
  HOLDS(by_101(operation::delete_, "/3/0/11/0"_path) ==
        std::array{not_here, not_here, not_here, gone});
  HOLDS(by_101(operation::delete_, "/5/0/6/0"_path) == in_all(not_here));
  HOLDS(by_102(operation::delete_, "/3/0/11/0"_path) == in_all(no_right(row::own_entry)));
}

TEST_CASE("C4 Create on anything but an Object, in the draft but an Object or an instance",
          "[C4][D5]") {
  // Later: the right is that of A10, on the Object.
  HOLDS(ask(granting(editions::v1_0), device, 101_server, operation::create, "/5/7"_path) ==
        not_here);
  HOLDS(ask(granting(editions::v1_2), device, 101_server, operation::create, "/5/0/0"_path) ==
        not_here);
  HOLDS(ask(granting(editions::v1_1), device, 102_server, operation::create, "/5/7"_path) ==
        no_right(row::no_entry));

  // Draft: that of D5, on the instance.
  constexpr auto pre_granted =
      policy_of(editions::draft, {101_server, 102_server},
                {{on(5, 7), 101_server, {{102_server, "C"}}}, {on(5), lac::bootstrap, {}}});
  HOLDS(ask(pre_granted, device, 102_server, operation::create, "/5/7/0"_path) == not_here);
  HOLDS(ask(pre_granted, device, 101_server, operation::create, "/5/7/0"_path) ==
        no_right(row::no_entry));
}

TEST_CASE("C4 the path / is for composites and Send alone, and no path is broken input", "[C4]") {
  constexpr auto root = refused(coap::method_not_allowed, reason::path_is_root);
  for (const operation op :
       {operation::read, operation::write, operation::create, operation::delete_,
        operation::discover, operation::observe, operation::cancel_observation})
    CHECK(by_101(op, "/"_path) == in_all(root));
  STATIC_REQUIRE(by_101(operation::read, "/"_path) == in_all(root));
  STATIC_REQUIRE(by_101(operation::discover, "/"_path) == in_all(root));
  HOLDS(by_101(operation::read, path{}) ==
        in_all(refused(coap::bad_request, reason::path_missing)));
}

TEST_CASE("C5 a missing right is 4.01, and comes before C6 and C7", "[C5]") {
  HOLDS(by_102(operation::read, "/5/0"_path) == in_all(no_right(row::own_entry)));
  HOLDS(by_102(operation::read, "/5/0/9"_path) == in_all(no_right(row::own_entry)));   // C6
  HOLDS(by_102(operation::write, "/5/0/1"_path) == in_all(no_right(row::own_entry)));  // C7
  HOLDS(by_102(operation::create, "/5"_path) == in_all(no_right(row::no_entry)));      // C8
  constexpr auto unlisted = [](const edition& rules) {
    return ask(policy_of(rules, {101_server, 102_server}, {{on(5, 0), 101_server, {}}}), device,
               102_server, operation::read, "/5/0"_path);
  };
  HOLDS(each(unlisted) == in_all(no_right(row::no_entry)));
}

TEST_CASE("C6 a Resource or a Resource Instance that is not there is 4.04", "[C6]") {
  HOLDS(by_101(operation::read, "/5/0/9"_path) == in_all(no_resource));
  HOLDS(by_101(operation::write, "/5/0/9"_path) == in_all(no_resource));
  HOLDS(by_101(operation::execute, "/5/0/9"_path) == in_all(no_resource));
  HOLDS(by_101(operation::write, "/5/0/4"_path) == in_all(no_resource));  // defined, not there
  HOLDS(by_101(operation::read, "/3/0/11/5"_path) ==
        in_all(granted(coap::content, row::own_entry)));
  HOLDS(by_101(operation::read, "/3/0/13/0"_path) == in_all(no_resource_instance));
  HOLDS(by_101(operation::write, "/3/0/13/0"_path) == in_all(no_resource_instance));
  HOLDS(by_101(operation::discover, "/5/0/9"_path) ==
        in_all(refused(coap::not_found, reason::resource_not_found)));

  // On Object 2: an ACL entry that is not there, but to a Write, which makes it (F6).
  HOLDS(by_101(operation::read, "/2/0/2/103"_path)[2].why == reason::resource_instance_not_found);
  HOLDS(by_101(operation::read, "/2/0/4"_path)[2].why == reason::resource_not_found);
  HOLDS(by_101(operation::write, "/2/0/2/103"_path)[2].code == coap::changed);
  HOLDS(by_101(operation::write, "/2/0/3/0"_path)[2].why == reason::resource_instance_not_found);
}

TEST_CASE("C6 is skipped for Create", "[C6]") {
  HOLDS(by_101(operation::create, "/5"_path, {"/5/7/0"_path, "/5/7/4"_path}) ==
        in_all(granted(coap::created, row::own_entry)));
}

TEST_CASE("C7 what the Access Type lacks is 4.05", "[C7]") {
  HOLDS(by_101(operation::read, "/5/0/2"_path) == in_all(unsupported));
  HOLDS(by_101(operation::observe, "/5/0/3"_path) == in_all(unsupported));
  HOLDS(by_101(operation::write, "/5/0/1"_path) == in_all(unsupported));
  HOLDS(by_101(operation::update, "/5/0/2"_path) == in_all(unsupported));
  HOLDS(by_101(operation::execute, "/5/0/0"_path) == in_all(unsupported));
  HOLDS(by_101(operation::write_attributes, "/5/0/2"_path) == in_all(unsupported));
  HOLDS(by_101(operation::write, "/5/0/6/0"_path) == in_all(unsupported));  // its Resource's
  HOLDS(by_101(operation::discover, "/5/0/2"_path) == in_all(granted(coap::content, row::nothing)));

  // The right does not stand in for it, nor does the one account.
  constexpr auto alone = [](const edition& rules) {
    return ask(policy_of(rules, {101_server}), device, 101_server, operation::write, "/5/0/1"_path);
  };
  HOLDS(each(alone) == in_all(refused(coap::method_not_allowed, reason::operation_not_supported,
                                      row::single_account)));
}

TEST_CASE("C8 a Create whose content is wrong is 4.00", "[C8]") {
  HOLDS(by_101(operation::create, "/5"_path) ==
        in_all(refused(coap::bad_request, reason::mandatory_resource_missing, row::own_entry)));
  HOLDS(by_101(operation::create, "/5"_path, {"/5/0/0"_path}) ==
        in_all(refused(coap::bad_request, reason::object_instance_exists, row::own_entry)));
}

TEST_CASE("C8 an ACL entry for the Short Server ID 65535 is 4.00", "[C8]") {
  constexpr outcome reserved = refused(coap::bad_request, reason::entry_id_reserved, row::owner);
  HOLDS(by_101(operation::write, reserved_entry(0)) == in_all(reserved));
  HOLDS(by_101(operation::update, reserved_entry(0)) == in_all(reserved));
  HOLDS(by_101(operation::write, "/2/0"_path, {reserved_entry(0)}) == in_all(reserved));
  HOLDS(by_101(operation::update, "/2/0/2"_path, {reserved_entry(0)}) == in_all(reserved));

  // Values out of range (A11, A12, F7) are in managing_values.cpp.
}

TEST_CASE("C9 a payload that names a path outside the Uri-Path is 4.00", "[C9]") {
  HOLDS(by_101(operation::write, "/5/0"_path, {"/3/0/13"_path}) == in_all(outside));
  HOLDS(by_101(operation::write, "/5/0"_path, {"/5/0/0"_path, "/5/1/0"_path}) == in_all(outside));
  HOLDS(by_101(operation::update, "/5/0/0"_path, {"/5/0/1"_path}) == in_all(outside));
  HOLDS(by_101(operation::write, "/5/0/0"_path, {"/5/0"_path}) == in_all(outside));
  HOLDS(by_101(operation::write, "/5/0"_path, {"/0/0/0"_path}) == in_all(outside));
  HOLDS(by_101(operation::create, "/5"_path, {"/3/0/13"_path}) == in_all(outside));
  HOLDS(by_101(operation::create, "/5/7"_path, {"/5/8/0"_path}) == in_all(outside));
  HOLDS(by_101(operation::write, "/5/0"_path, {"/5/0/0"_path}) ==
        in_all(granted(coap::changed, row::own_entry)));
  HOLDS(by_101(operation::write, "/5/0/0"_path, {"/5/0/0"_path}) ==
        in_all(granted(coap::changed, row::own_entry)));
}

TEST_CASE("C9 a Create makes one instance: a payload that names two is 4.00", "[C9]") {
  HOLDS(by_101(operation::create, "/5"_path, {"/5/7/0"_path, "/5/8/1"_path}) == in_all(names_two));
  HOLDS(by_101(operation::create, "/5"_path, {"/5/7"_path, "/5/8"_path}) == in_all(names_two));
  HOLDS(by_101(operation::create, "/5"_path, {"/5"_path, "/5/7/0"_path, "/5/7"_path}) ==
        in_all(granted(coap::created, row::own_entry)));

  // A Write of an instance cannot name two: the other one lies outside.
  HOLDS(by_101(operation::write, "/5/0"_path, {"/5/0/0"_path, "/5/1/0"_path}) == in_all(outside));

  // Before existence and rights; of two faults the first path's.
  HOLDS(by_101(operation::create, "/9"_path, {"/9/7/0"_path, "/9/8/1"_path}) == in_all(names_two));
  HOLDS(by_102(operation::create, "/5"_path, {"/5/7/0"_path, "/5/8/1"_path}) == in_all(names_two));
  HOLDS(by_101(operation::create, "/5"_path, {"/5/7/0"_path, "/3/0/0"_path, "/5/8/1"_path}) ==
        in_all(outside));
}

TEST_CASE("C9 comes right after C2: before existence and rights", "[C9]") {
  HOLDS(by_101(operation::write, "/9/0"_path, {"/3/0/13"_path}) == in_all(outside));
  HOLDS(by_101(operation::write, "/5"_path, {"/3/0/13"_path}) == in_all(outside));
  HOLDS(by_102(operation::write, "/5/0"_path, {"/3/0/13"_path}) == in_all(outside));
  HOLDS(by_101(operation::write, "/0/0"_path, {"/3/0/13"_path}) == in_all(restricted));
}

namespace {

/// A policy that is full: one AC instance, the four entries that it can have, one account.
using tiny_policy = lac::policy<1, 1, 1>;
constexpr tiny_policy full_policy() {
  tiny_policy policy{editions::v1_1};
  (void)policy.add_account(101_server);
  lac::access_control<lac::acl<4>> one{lac::object_instance_id{0}, on(5, 0), 101_server, {}};
  for (const lac::short_server_id each : {101_server, 102_server, 103_server, 104_server})
    (void)one.acl.add(each, stack::rights("R"));
  (void)policy.add(one);
  return policy;
}

template <class Change>
constexpr bool finds_no_room(Change change) {
  tiny_policy policy = full_policy();
  const auto before = policy;
  const std::uint32_t generation = policy.generation();
  const lac::status told = change(policy);
  return told == lac::status::no_room && policy == before && policy.generation() == generation;
}

}  // namespace

TEST_CASE("C10 a full policy says so, and is not changed", "[C10]") {
  HOLDS(finds_no_room([](tiny_policy& policy) { return policy.add_account(102_server); }));
  HOLDS(finds_no_room([](tiny_policy& policy) {
    return policy.add(
        lac::access_control<lac::acl<1>>{lac::object_instance_id{1}, on(5, 1), 101_server, {}});
  }));
  HOLDS(finds_no_room([](tiny_policy& policy) {
    return policy.set_entry(lac::object_instance_id{0}, {105_server, stack::rights("R")});
  }));
  HOLDS(lac::facts_of(reason::no_room).code == coap::internal_server_error);

  // A Create and a Write that find no room, 5.00, are in managing_whole.cpp.
}
