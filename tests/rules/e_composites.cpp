// Section E: composite operations and Send, in 1.1 and 1.2.

#include <lwm2m/access/begin.hpp>

#include <utility>

#include "rules/ask.hpp"

namespace {

using namespace rules;

constexpr stack::objects device{
    {{0, multiple, {0}, {{0, "RW"}}},
     {1, multiple, {0, 1}, {{0, "R"}, {1, "RW"}, {2, "W"}}},
     {3, single, {0}, {{0, "R"}, {4, "E"}, {11, "RW", kind::multiple}, {13, "RW"}}},
     {8, multiple, {0}, {{0, "W"}}},
     {21, multiple, {0}, {{0, "RW"}}}}};

/// 101 owns `/3/0` and `/1/0`, 102 owns `/1/1`; 102 may read `/3/0` and `/8/0`.
constexpr small_policy granting(const edition& rules) {
  return policy_of(rules, {101_server, 102_server},
                   {{on(3, 0), 101_server, {{102_server, "R"}}},
                    {on(1, 0), 101_server, {}},
                    {on(1, 1), 102_server, {}},
                    {on(8, 0), 101_server, {{102_server, "R"}}},
                    {on(21, 0), 101_server, {{101_server, "RWED"}}}});
}

/// The answers in 1.1 and 1.2.
template <class Ask>
constexpr auto both(Ask question) {
  return std::array{question(editions::v1_1), question(editions::v1_2)};
}
template <class Answer>
constexpr std::array<Answer, 2> in_both(const Answer& same) {
  return {same, same};
}

constexpr std::array<outcome, 2> by(requester who, operation op, std::initializer_list<path> list) {
  return both(
      [&](const edition& rules) { return ask_list(granting(rules), device, who, op, list); });
}
constexpr std::array<outcome, 2> writes(lac::short_server_id who,
                                        std::initializer_list<path> list) {
  return by(who, operation::write_composite, list);
}

/// Code and reason; what determined it is said for single paths only.
struct answer {
  coap code;
  verdict act;
  reason why;
  friend constexpr bool operator==(const answer&, const answer&) = default;
};
std::ostream& operator<<(std::ostream& to, const answer& one) {
  return to << reference::words(one.code, one.act) << ", reason " << static_cast<int>(one.why);
}
constexpr std::array<answer, 2> answers(requester who, operation op,
                                        std::initializer_list<path> list) {
  return both([&](const edition& rules) {
    const outcome given = ask_list(granting(rules), device, who, op, list);
    return answer{given.code, given.act, given.why};
  });
}

constexpr auto done = in_both(answer{coap::content, verdict::allowed, reason::allowed});
constexpr auto no_right_on_any =
    in_both(answer{coap::unauthorized, verdict::denied, reason::no_right_on_any_instance});
constexpr auto no_path = in_both(answer{coap::bad_request, verdict::denied, reason::path_missing});

/// What stays of a list, in 1.1 and 1.2.
constexpr bool stays(lac::short_server_id who, operation op, std::initializer_list<path> list,
                     std::initializer_list<path> wanted) {
  for (const edition& rules : {editions::v1_1, editions::v1_2}) {
    const auto policy = granting(rules);
    if (!shows(policy, device, {who, op, path{}, {list.begin(), list.size()}}, wanted))
      return false;
  }
  return true;
}

constexpr answer denied(coap code, reason why) { return {code, verdict::denied, why}; }
constexpr auto writing(lac::short_server_id who, std::initializer_list<path> list) {
  return answers(who, operation::write_composite, list);
}
constexpr auto written = in_both(answer{coap::changed, verdict::allowed, reason::allowed});

}  // namespace

TEST_CASE(
    "E1 a composite Read is 4.01 when no instance involved has R, else stays what can be read",
    "[E1]") {
  for (const operation op : {operation::read_composite, operation::observe_composite}) {
    CHECK(answers(102_server, op, {"/1/0"_path, "/1/1"_path, "/3/0"_path}) == done);
    CHECK(answers(102_server, op, {"/1/0"_path}) == no_right_on_any);
    CHECK(answers(102_server, op, {"/1/0/0"_path, "/1/0/9"_path}) == no_right_on_any);
    CHECK(
        stays(102_server, op, {"/1/0"_path, "/1/1"_path, "/3/0"_path}, {"/1/1"_path, "/3/0"_path}));
  }
  STATIC_REQUIRE(answers(102_server, operation::read_composite, {"/1/1"_path}) == done);
  STATIC_REQUIRE(answers(102_server, operation::observe_composite, {"/1/0"_path}) ==
                 no_right_on_any);
  constexpr auto op = operation::read_composite;

  // A Resource without Read, missing paths, a Resource that has no instances: left out.
  HOLDS(stays(102_server, op,
              {"/3/0/4"_path, "/3/0/13"_path, "/3/0/99"_path, "/3/7"_path, "/9"_path,
               "/3/0/13/0"_path, "/3/0/11/0"_path, path{}},
              {"/3/0/13"_path, "/3/0/11/0"_path}));

  // Best effort: with nothing left it is still 2.05, when an instance involved has R or none is.
  HOLDS(answers(102_server, op, {"/3/0/4"_path, "/9"_path, path{}}) == done);
  HOLDS(stays(102_server, op, {"/3/0/4"_path, "/9"_path, path{}}, {}));
  HOLDS(answers(102_server, op, {"/3/7"_path, "/9/0/0"_path}) == done);
  HOLDS(answers(102_server, op, {"/1/0"_path, "/3/0/4"_path}) == done);
  HOLDS(answers(102_server, op, {"/1/0"_path, "/9"_path}) == no_right_on_any);

  // No path at all is no request.
  HOLDS(answers(102_server, op, {}) == no_path);
  HOLDS(answers(102_server, op, {path{}, path{}}) == no_path);

  // An instance with R counts as readable even when no Resource of it supports Read.
  HOLDS(answers(102_server, op, {"/8/0"_path}) == done);
  HOLDS(stays(102_server, op, {"/8/0"_path, "/8/0/0"_path, "/8"_path}, {"/8/0"_path, "/8"_path}));
}

TEST_CASE("E1 an Object stays when an instance of it can be read, / when anything can", "[E1]") {
  constexpr auto op = operation::read_composite;
  HOLDS(answers(102_server, op, {"/1"_path}) == done);
  HOLDS(answers(102_server, op, {"/2"_path}) == done);
  HOLDS(answers(102_server, op, {"/"_path}) == done);
  HOLDS(stays(102_server, op, {"/1"_path, "/"_path, "/9"_path}, {"/1"_path, "/"_path}));

  constexpr auto reads_nothing = [](const edition& rules) {
    const auto policy = policy_of(rules, {101_server, 102_server}, {{on(1, 0), 101_server, {}}});
    const outcome object =
        ask_list(policy, device, 102_server, operation::read_composite, {"/1"_path});
    const outcome all = ask_list(policy, device, 102_server, operation::read_composite, {"/"_path});
    return std::pair{object.code, all.code};
  };
  HOLDS(both(reads_nothing) == in_both(std::pair{coap::unauthorized, coap::content}));

  // Object 2 has no instance either, and / passes over Objects 0 and 21.
  constexpr auto nothing_at_all = [](const edition& rules) {
    return ask_list(policy_of(rules, {101_server, 102_server}), device, 102_server,
                    operation::read_composite, {"/"_path, "/2"_path})
        .why;
  };
  HOLDS(both(nothing_at_all) == in_both(reason::no_right_on_any_instance));
  static constexpr stack::objects restricted{{{0, multiple, {0}, {{0, "RW"}}}}};
  constexpr auto of_restricted = [](const edition& rules, path at) {
    return ask_list(policy_of(rules, {101_server, 102_server}), restricted, 102_server,
                    operation::read_composite, {at});
  };
  HOLDS(of_restricted(editions::v1_1, "/"_path).code == coap::content);
  HOLDS(of_restricted(editions::v1_1, "/0"_path).why == reason::no_right_on_any_instance);
  HOLDS(of_restricted(editions::v1_1, "/21/0"_path).why == reason::no_right_on_any_instance);
}

TEST_CASE("E1 without an account there is nothing", "[E1][C2]") {
  HOLDS(by(103_server, operation::read_composite, {"/3/0"_path}) == in_both(no_account()));
  HOLDS(by(103_server, operation::observe_composite, {"/0"_path}) == in_both(no_account()));
  HOLDS(by(103_server, operation::write_composite, {"/3/0/13"_path}) == in_both(no_account()));
}

TEST_CASE("E2 a Write-Composite writes all or nothing", "[E2]") {
  HOLDS(writing(101_server, {"/1/0/1"_path, "/3/0/13"_path, "/3/0/11/2"_path}) == written);
  HOLDS(writing(101_server, {"/1/0/1"_path, "/1/1/1"_path}) ==
        in_both(denied(coap::unauthorized, reason::access_right_missing)));
  HOLDS(writing(101_server, {"/1/0/1"_path, "/3/0/0"_path}) ==
        in_both(denied(coap::method_not_allowed, reason::operation_not_supported)));
  HOLDS(writing(101_server, {"/1/0/1"_path, "/3/0/99"_path}) ==
        in_both(denied(coap::not_found, reason::resource_not_found)));
  HOLDS(writing(101_server, {"/1/0/1"_path, "/3/0/13/0"_path}) ==
        in_both(denied(coap::not_found, reason::resource_instance_not_found)));
  HOLDS(writing(101_server, {"/1/0/1"_path, "/1/7/1"_path}) ==
        in_both(denied(coap::not_found, reason::object_instance_not_found)));
  HOLDS(writing(101_server, {"/1/0/1"_path, "/9/0/1"_path}) ==
        in_both(denied(coap::not_found, reason::object_not_found)));
  HOLDS(writing(101_server, {}).front().code == coap::bad_request);
}

TEST_CASE("E2 a Resource or Resource Instance that is defined and not there yet is made", "[E2]") {
  static constexpr stack::objects lacking{
      {{3, single, {0}, {{11, "RW", kind::multiple}, {13, "RW"}, {14, "R"}}}},
      {"/3/0/11/2"_path, "/3/0/13"_path, "/3/0/14"_path}};
  constexpr auto writes_there = [](std::initializer_list<path> list) {
    return both([&](const edition& rules) {
      return ask_list(granting(rules), lacking, 101_server, operation::write_composite, list).why;
    });
  };
  HOLDS(writes_there({"/3/0/11/2"_path, "/3/0/13"_path}) == in_both(reason::allowed));
  HOLDS(writes_there({"/3/0/14"_path}) == in_both(reason::operation_not_supported));
  HOLDS(writes_there({"/3/0/15"_path}) == in_both(reason::resource_not_found));
}

TEST_CASE("E2 its paths are Resources or Resource Instances: a shorter one is 4.00", "[E2]") {
  constexpr auto too_short = in_both(denied(coap::bad_request, reason::composite_path_too_short));
  HOLDS(writing(101_server, {"/1/0/1"_path, "/3/0"_path}) == too_short);
  HOLDS(writing(101_server, {"/3"_path}) == too_short);
  HOLDS(writing(101_server, {"/"_path}) == too_short);
  HOLDS(writing(101_server, {path{}}) == too_short);

  // After C1 and C2.
  HOLDS(writing(101_server, {"/3/0"_path, "/0/0/0"_path}) ==
        in_both(denied(coap::unauthorized, reason::object_is_restricted)));
  HOLDS(writing(103_server, {"/3/0"_path}) ==
        in_both(denied(coap::unauthorized, reason::no_account)));
}

TEST_CASE("E2 each step is taken over all paths before the next", "[E2]") {
  // From the last step to the first: what fails earlier wins, wherever it stands in the list.
  constexpr path read_only = "/3/0/0"_path, missing = "/3/0/99"_path, no_w = "/1/1/1"_path,
                 absent = "/1/7/1"_path, restricted = "/0/0/0"_path, too_short = "/3/0"_path;
  HOLDS(writing(101_server, {read_only, missing}) ==
        in_both(denied(coap::not_found, reason::resource_not_found)));
  HOLDS(writing(101_server, {read_only, missing, no_w}) ==
        in_both(denied(coap::unauthorized, reason::access_right_missing)));
  HOLDS(writing(101_server, {read_only, missing, no_w, absent}) ==
        in_both(denied(coap::not_found, reason::object_instance_not_found)));
  HOLDS(writing(101_server, {read_only, missing, no_w, absent, too_short}) ==
        in_both(denied(coap::bad_request, reason::composite_path_too_short)));
  HOLDS(writing(101_server, {read_only, missing, no_w, absent, too_short, restricted}) ==
        in_both(denied(coap::unauthorized, reason::object_is_restricted)));
}

TEST_CASE("E2 what determined the refusal is that of the first path without W", "[E2]") {
  HOLDS(writes(101_server, {"/1/1/1"_path}) == in_both(no_right(row::no_entry)));
  HOLDS(writes(102_server, {"/1/1/1"_path, "/3/0/13"_path, "/1/0/1"_path}) ==
        in_both(no_right(row::own_entry)));
}

TEST_CASE("E3 of a Send stays what would stay of a Read-Composite, with nothing left nothing goes",
          "[E3]") {
  constexpr auto op = operation::send;
  constexpr auto goes = in_both(answer{coap::none, verdict::send, reason::allowed});
  constexpr auto held_back =
      in_both(answer{coap::none, verdict::suppress, reason::nothing_readable});
  HOLDS(answers(102_server, op, {"/1/0/1"_path, "/1/1/1"_path, "/3/0/13"_path}) == goes);
  HOLDS(stays(102_server, op, {"/1/0/1"_path, "/1/1/1"_path, "/3/0/4"_path, "/3/0/13"_path},
              {"/1/1/1"_path, "/3/0/13"_path}));
  HOLDS(answers(102_server, op, {"/1/0/1"_path, "/3/0/4"_path}) == held_back);
  HOLDS(answers(102_server, op, {}).front().act == verdict::suppress);
  HOLDS(answers(103_server, op, {"/3/0"_path}) ==
        in_both(answer{coap::none, verdict::suppress, reason::no_account}));
  HOLDS(answers(lac::bootstrap, op, {"/3/0"_path}).front().act == verdict::suppress);
  HOLDS(stays(102_server, op, {"/1/0"_path}, {}));
}

TEST_CASE("E4 a composite path into Object 0 or 21 grants nothing", "[E4]") {
  HOLDS(answers(101_server, operation::read_composite, {"/0"_path, "/0/0"_path, "/21/0/0"_path}) ==
        no_right_on_any);
  HOLDS(answers(101_server, operation::read_composite, {"/0/0"_path, "/3/0"_path}) == done);
  HOLDS(stays(101_server, operation::read_composite, {"/0/0"_path, "/21"_path, "/3/0"_path},
              {"/3/0"_path}));
  HOLDS(answers(101_server, operation::send, {"/21/0"_path}).front().act == verdict::suppress);

  // A Write-Composite fails as a whole, before C2.
  constexpr auto closed = in_both(denied(coap::unauthorized, reason::object_is_restricted));
  HOLDS(writing(101_server, {"/3/0/13"_path, "/0/0/0"_path}) == closed);
  HOLDS(writing(101_server, {"/3/0/13"_path, "/21/0/0"_path}) == closed);
  HOLDS(writing(103_server, {"/0/0/0"_path}) == closed);
}

TEST_CASE("E5 a composite Read of Object 2 is open to every account", "[E5]") {
  HOLDS(stays(102_server, operation::read_composite,
              {"/2/0"_path, "/2/0/2/102"_path, "/2/0/2/103"_path, "/2/9"_path, "/2/0/3"_path},
              {"/2/0"_path, "/2/0/2/102"_path, "/2/0/3"_path}));
}

TEST_CASE("E5 in a Write-Composite into Object 2 ownership stands in for W", "[E5]") {
  constexpr auto not_the_owner = in_both(denied(coap::unauthorized, reason::not_the_owner));
  HOLDS(writing(101_server, {"/2/0/2/102"_path, "/3/0/13"_path}) == written);
  HOLDS(writing(101_server, {"/2/0/2/103"_path}) == written);  // F6: it makes the entry
  HOLDS(writing(102_server, {"/2/0/2/102"_path}) == not_the_owner);
  HOLDS(writing(101_server, {"/2/0/2/102"_path, "/2/2/3"_path}) == not_the_owner);
  HOLDS(writing(101_server, {"/2/9/2"_path}) ==
        in_both(denied(coap::not_found, reason::object_instance_not_found)));
  HOLDS(writing(101_server, {"/2/0/7"_path}) ==
        in_both(denied(coap::not_found, reason::resource_not_found)));

  // At its step: before the Access Types and the missing Resources of all paths.
  HOLDS(writing(101_server, {"/3/0/0"_path, "/3/0/99"_path, "/2/2/3"_path}) == not_the_owner);

  // For the one account too: it has rights, not ownership.
  constexpr auto alone = [](const edition& rules) {
    return ask_list(policy_of(rules, {101_server}, {{on(3, 0), 102_server, {}}}), device,
                    101_server, operation::write_composite, {"/2/0/2/101"_path})
        .why;
  };
  HOLDS(both(alone) == in_both(reason::not_the_owner));
}

TEST_CASE("E5 the content rules of Object 2 come last, in the order of the paths", "[E5]") {
  constexpr auto read_only =
      in_both(denied(coap::method_not_allowed, reason::access_control_read_only));
  constexpr auto reserved = in_both(denied(coap::bad_request, reason::entry_id_reserved));
  HOLDS(writing(101_server, {"/2/0/0"_path, reserved_entry(0)}) == read_only);
  HOLDS(writing(101_server, {reserved_entry(0), "/2/0/0"_path}) == reserved);
  HOLDS(writing(101_server, {reserved_entry(0), "/3/0/0"_path}) ==
        in_both(denied(coap::method_not_allowed, reason::operation_not_supported)));

  // A11 and F7, in the same order, are in managing_values.cpp and managing_whole.cpp.
}

namespace {

constexpr stack::objects with_one_gone{
    {{3, single, {0}, {{11, "RW", kind::multiple}, {13, "RW"}, {14, "R", kind::multiple}}}},
    {"/3/0/11/2"_path}};

/// What a Write-Composite that conveys nothing for these paths is answered, in 1.1 and 1.2.
constexpr auto conveying_nothing(lac::short_server_id who, std::initializer_list<path> list) {
  return both([&](const edition& rules) {
    std::array<lac::assignment, 3> nulls{};
    std::size_t count = 0;
    for (const path& each : list) nulls[count++] = {each, 0, lac::value_kind::nothing};
    const lac::decision given =
        lac::authorize(granting(rules), with_one_gone,
                       {who, operation::write_composite, path{}, {}}, {nulls.data(), count});
    return answer{given.code(), given.verdict(), given.reason()};
  });
}

constexpr answer not_for_it =
    denied(coap::bad_request, reason::null_deletes_resource_instances_only);
constexpr answer deleted_so{coap::changed, verdict::allowed, reason::allowed};

}  // namespace

TEST_CASE("E6 a Write-Composite that conveys nothing deletes a Resource Instance, in 1.2", "[E6]") {
  HOLDS(conveying_nothing(101_server, {"/3/0/11/1"_path}) == std::array{not_for_it, deleted_so});
  HOLDS(conveying_nothing(101_server, {"/3/0/11/1"_path, "/3/0/11/3"_path}) ==
        std::array{not_for_it, deleted_so});
  HOLDS(conveying_nothing(101_server, {"/3/0/13"_path}) == in_both(not_for_it));
  HOLDS(conveying_nothing(101_server, {"/3/0/11"_path}) == in_both(not_for_it));
}

TEST_CASE("E6 the right is W, the Access Type W, and what is not there is 4.04", "[E6]") {
  HOLDS(conveying_nothing(102_server, {"/3/0/11/1"_path}) ==
        in_both(denied(coap::unauthorized, reason::access_right_missing)));
  HOLDS(conveying_nothing(101_server, {"/3/0/14/1"_path}) ==
        in_both(denied(coap::method_not_allowed, reason::operation_not_supported)));
  HOLDS(conveying_nothing(101_server, {"/3/0/11/2"_path}) ==
        std::array{not_for_it, denied(coap::not_found, reason::resource_instance_not_found)});
  HOLDS(conveying_nothing(101_server, {"/3/0/13/0"_path}) ==
        in_both(denied(coap::not_found, reason::resource_instance_not_found)));
}

TEST_CASE("E6 on Object 2 it is the Owner, of an ACL entry", "[E6][F4][F5]") {
  HOLDS(conveying_nothing(101_server, {"/2/0/2/102"_path}) == std::array{not_for_it, deleted_so});
  HOLDS(conveying_nothing(101_server, {"/2/0/2/103"_path}) ==
        std::array{not_for_it, denied(coap::not_found, reason::resource_instance_not_found)});
  HOLDS(conveying_nothing(102_server, {"/2/0/2/102"_path}) ==
        in_both(denied(coap::unauthorized, reason::not_the_owner)));
  HOLDS(conveying_nothing(101_server, {"/2/0/0"_path}) ==
        in_both(denied(coap::method_not_allowed, reason::access_control_read_only)));
  HOLDS(conveying_nothing(101_server, {"/2/0/3"_path}) == in_both(not_for_it));
  HOLDS(conveying_nothing(101_server, {"/2/0/0"_path, "/2/0/3"_path}) ==
        in_both(denied(coap::method_not_allowed, reason::access_control_read_only)));
}

TEST_CASE("E6 what is deleted so is gone, all or nothing", "[E6][F10]") {
  constexpr auto after = [](std::initializer_list<path> list) {
    small_policy policy = granting(editions::v1_2);
    std::array<lac::assignment, 3> nulls{};
    std::size_t count = 0;
    for (const path& each : list) nulls[count++] = {each, 0, lac::value_kind::nothing};
    (void)lac::administer(policy, with_one_gone,
                          {101_server, operation::write_composite, path{}, {}},
                          {nulls.data(), count});
    return static_cast<bool>(
        policy.find_id(lac::object_instance_id{0}).find(lac::acl_instance_id{102_server}));
  };
  HOLDS(after({"/2/1/2/103"_path}));
  HOLDS(!after({"/2/0/2/102"_path}));
  HOLDS(after({"/2/0/2/102"_path, "/3/0/13"_path}));
}

TEST_CASE("E6 an entry is conveyed once, as nothing too", "[E6][F6]") {
  constexpr auto refused_for = [](std::initializer_list<lac::assignment> list) {
    small_policy policy = granting(editions::v1_2);
    return lac::administer(policy, with_one_gone,
                           {101_server, operation::write_composite, path{}, {}},
                           {list.begin(), list.size()})
        .reason();
  };
  constexpr lac::assignment sets{"/2/0/2/102"_path, 1};
  constexpr lac::assignment deletes{"/2/0/2/102"_path, 0, lac::value_kind::nothing};
  HOLDS(refused_for({sets, deletes}) == reason::value_doubled);
  HOLDS(refused_for({deletes, sets}) == reason::value_doubled);
  HOLDS(refused_for({deletes, deletes}) == reason::value_doubled);
  HOLDS(refused_for({deletes}) == reason::allowed);
}
