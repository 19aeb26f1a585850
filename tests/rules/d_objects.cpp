// Section D: operations on an Object Instance and on an Object.

#include <utility>

#include "rules/ask.hpp"

namespace {

using namespace rules;

constexpr stack::objects device{
    {{3, single, {0}, {{0, "R"}, {4, "E"}, {11, "R", kind::multiple}, {13, "RW"}}},
     {5,
      multiple,
      {0, 1, 4},
      {{0, "RW", kind::mandatory},
       {1, "R", kind::mandatory},
       {2, "E", kind::mandatory},
       {3, "RW", kind::multiple},
       {4, "-"},
       {5, "W", kind::mandatory_multiple}}},
     {6, single, {}, {{0, "RW"}, {1, "R"}}},
     {7, single, {0}, {{0, "RW"}}},
     {8, multiple, {0}, {{0, "W"}, {1, "E"}}}}};

/// 101 owns everything and has an own entry with all rights; 102 has R on `/5/1` and `/8/0`.
constexpr small_policy granting(const edition& rules) {
  return policy_of(rules, {101_server, 102_server},
                   {{on(3, 0), 101_server, {{101_server, "RWED"}}},
                    {on(5, 0), 101_server, {{101_server, "RWED"}}},
                    {on(5, 1), 101_server, {{101_server, "RWED"}, {102_server, "R"}}},
                    {on(5), lac::bootstrap, {{101_server, "C"}}},
                    {on(6), lac::bootstrap, {{101_server, "C"}}},
                    {on(7), lac::bootstrap, {{101_server, "C"}}},
                    {on(7, 0), 101_server, {{101_server, "RWED"}}},
                    {on(8, 0), 101_server, {{101_server, "RWED"}, {102_server, "R"}}}});
}

constexpr auto by_101(operation op, path uri, std::initializer_list<path> payload = {}) {
  return each([&](const edition& rules) {
    return ask(granting(rules), device, 101_server, op, uri, payload);
  });
}

constexpr lac::request asked(lac::short_server_id who, operation op, path uri) {
  return {who, op, uri, {}};
}

/// In every edition: what 102, or 101, sees.
constexpr bool each_shows(const lac::request& request, std::initializer_list<path> wanted) {
  for (const edition& rules : {editions::draft, editions::v1_0, editions::v1_1, editions::v1_2}) {
    const auto policy = granting(rules);
    if (!shows(policy, device, request, wanted)) return false;
  }
  return true;
}
constexpr bool names_in(const edition& rules, operation op, path uri,
                        std::initializer_list<path> payload, std::initializer_list<path> wanted) {
  const auto policy = granting(rules);
  return names(policy, device, {101_server, op, uri, {payload.begin(), payload.size()}}, wanted);
}
constexpr bool each_names(operation op, path uri, std::initializer_list<path> payload,
                          std::initializer_list<path> wanted) {
  return names_in(editions::draft, op, uri, payload, wanted) &&
         names_in(editions::v1_0, op, uri, payload, wanted) &&
         names_in(editions::v1_1, op, uri, payload, wanted) &&
         names_in(editions::v1_2, op, uri, payload, wanted);
}

constexpr outcome content = granted(coap::content, row::own_entry);
constexpr outcome changed = granted(coap::changed, row::own_entry);
constexpr outcome created = granted(coap::created, row::own_entry);
constexpr outcome unsupported =
    refused(coap::method_not_allowed, reason::operation_not_supported, row::own_entry);
constexpr outcome mandatory_missing =
    refused(coap::bad_request, reason::mandatory_resource_missing, row::own_entry);
constexpr outcome taken =
    refused(coap::bad_request, reason::object_instance_exists, row::own_entry);

}  // namespace

TEST_CASE("D1 Read and Observe of an instance leave out what does not support Read", "[D1]") {
  HOLDS(by_101(operation::read, "/3/0"_path) == in_all(content));
  HOLDS(by_101(operation::observe, "/3/0"_path) == in_all(content));
  HOLDS(each_shows(asked(101_server, operation::read, "/3/0"_path),
                   {"/3/0/0"_path, "/3/0/11"_path, "/3/0/13"_path}));
  HOLDS(each_shows(asked(101_server, operation::observe, "/5/0"_path),
                   {"/5/0/0"_path, "/5/0/1"_path, "/5/0/3"_path}));

  // A Resource shows itself, once.
  HOLDS(each_shows(asked(101_server, operation::read, "/3/0/0"_path), {"/3/0/0"_path}));

  // Nothing of it supports Read: performed, and empty. Without R: refused, and nothing shown.
  HOLDS(by_101(operation::read, "/8/0"_path) == in_all(content));
  HOLDS(each_shows(asked(101_server, operation::read, "/8/0"_path), {}));
  HOLDS(each_shows(asked(102_server, operation::read, "/5/0"_path), {}));

  // What reads nothing shows nothing.
  HOLDS(each_shows(asked(101_server, operation::write, "/3/0"_path), {}));
  HOLDS(each_shows(asked(101_server, operation::write_attributes, "/3/0"_path), {}));
  HOLDS(each_shows(asked(101_server, operation::cancel_observation, "/3/0"_path), {}));
}

TEST_CASE("D2 Write of an instance: every conveyed Resource supports Write, or nothing is written",
          "[D2]") {
  HOLDS(by_101(operation::write, "/5/0"_path, {"/5/0/0"_path, "/5/0/5/2"_path}) == in_all(changed));
  HOLDS(by_101(operation::write, "/5/0"_path, {"/5/0/0"_path, "/5/0/1"_path}) ==
        in_all(unsupported));
  HOLDS(by_101(operation::update, "/5/0"_path, {"/5/0/2"_path, "/5/0/0"_path}) ==
        in_all(unsupported));
  HOLDS(by_101(operation::write, "/5/0"_path) == in_all(changed));

  // A Resource that the Object does not define is ignored, one with an empty Access Type is not.
  HOLDS(by_101(operation::write, "/5/0"_path, {"/5/0/9"_path, "/5/0/0"_path}) == in_all(changed));
  HOLDS(by_101(operation::write, "/5/0"_path, {"/5/0/4"_path}) == in_all(unsupported));

  // Through a Resource Instance too.
  HOLDS(by_101(operation::write, "/3/0"_path, {"/3/0/11/0"_path}) == in_all(unsupported));
}

TEST_CASE("D2 the affected Resources are named", "[D2]") {
  HOLDS(each_names(operation::write, "/5/0"_path,
                   {"/5/0/1"_path, "/5/0/0"_path, "/5/0/9"_path, "/5/0/4"_path},
                   {"/5/0/1"_path, "/5/0/4"_path}));
  HOLDS(each_names(operation::write, "/5/0"_path, {"/5/0/0"_path}, {}));
}

TEST_CASE("D3 Execute of an instance is never performed: 4.05 after the right", "[D3]") {
  HOLDS(by_101(operation::execute, "/5/0"_path) ==
        in_all(refused(coap::method_not_allowed, reason::operation_not_on_this_level,
                       row::own_entry)));
  constexpr auto without = [](const edition& rules) {
    return ask(granting(rules), device, 102_server, operation::execute, "/5/1"_path);
  };
  HOLDS(each(without) == in_all(no_right(row::own_entry)));
}

TEST_CASE("D4 Delete of an instance is performed, the Device instance only in the draft", "[D4]") {
  constexpr outcome deleted = granted(coap::deleted, row::own_entry);
  constexpr outcome kept =
      refused(coap::method_not_allowed, reason::device_instance_is_kept, row::own_entry);
  HOLDS(by_101(operation::delete_, "/5/0"_path) == in_all(deleted));
  HOLDS(by_101(operation::delete_, "/3/0"_path) == draft_and_later(deleted, kept));

  // After the right; for the one account and the Bootstrap interface too.
  constexpr auto without = [](const edition& rules) {
    return ask(policy_of(rules, {101_server, 102_server}, {{on(3, 0), 101_server, {}}}), device,
               102_server, operation::delete_, "/3/0"_path);
  };
  HOLDS(each(without) == in_all(no_right(row::no_entry)));
  constexpr auto alone = [](const edition& rules) {
    return ask(policy_of(rules, {101_server}), device, 101_server, operation::delete_, "/3/0"_path)
        .code;
  };
  HOLDS(each(alone) == draft_and_later(coap::deleted, coap::method_not_allowed));
}

namespace {

/// The pre-grant of the draft: who may make `/5/7`, and who may make instances of `/5`.
constexpr outcome creates(const edition& rules, std::initializer_list<entry> of_instance,
                          std::initializer_list<entry> of_object, path uri) {
  const auto policy =
      policy_of(rules, {101_server, 102_server},
                {{on(5, 7), 101_server, of_instance}, {on(5), lac::bootstrap, of_object}});
  return ask(policy, device, 101_server, operation::create, uri, {"/5/7/0"_path, "/5/7/5"_path});
}
constexpr auto creates_in_draft(std::initializer_list<entry> of_instance,
                                std::initializer_list<entry> of_object, path uri) {
  return creates(editions::draft, of_instance, of_object, uri);
}

}  // namespace

TEST_CASE("D5 the draft's Create on /O/I: the right in the AC instance of that instance", "[D5]") {
  HOLDS(creates_in_draft({{101_server, "C"}}, {}, "/5/7"_path) == created);  // A3
  HOLDS(creates_in_draft({{any, "C"}}, {}, "/5/7"_path) ==
        granted(coap::created, row::default_entry));  // A5
  HOLDS(creates_in_draft({{any, "C"}, {101_server, "RWED"}}, {}, "/5/7"_path) ==
        no_right(row::own_entry));
  HOLDS(creates_in_draft({}, {{101_server, "C"}}, "/5/7"_path) == no_right(row::no_entry));  // A6
  HOLDS(ask(policy_of(editions::draft, {101_server, 102_server},
                      {{on(5), lac::bootstrap, {{101_server, "C"}}}}),
            device, 101_server, operation::create,
            "/5/7"_path) == no_right(row::no_access_control));  // A7
}

TEST_CASE("D5 Create on /O: the right is that of A10, in the draft too", "[D5]") {
  constexpr auto in_object = [](const edition& rules) {
    return creates(rules, {}, {{101_server, "C"}}, "/5"_path);
  };
  HOLDS(each(in_object) == in_all(created));
  constexpr auto in_instance = [](const edition& rules) {
    return creates(rules, {{101_server, "C"}}, {{any, "C"}}, "/5"_path);
  };
  HOLDS(each(in_instance) == in_all(no_right(row::no_entry)));
}

TEST_CASE("D5 later, Create on /O/I is never performed", "[D5]") {
  constexpr auto there = [](const edition& rules) {
    return creates(rules, {{101_server, "C"}}, {{101_server, "C"}}, "/5/7"_path);
  };
  HOLDS(each(there) ==
        draft_and_later(created, refused(coap::method_not_allowed,
                                         reason::operation_not_on_this_level, row::own_entry)));
}

TEST_CASE("D6 Create with a Resource that does not support Write: an error in the draft", "[D6]") {
  HOLDS(by_101(operation::create, "/5"_path, {"/5/7/0"_path, "/5/7/5"_path, "/5/7/1"_path}) ==
        draft_and_later(unsupported, created));
  HOLDS(by_101(operation::create, "/5"_path, {"/5/7/0"_path, "/5/7/5"_path, "/5/7/2"_path}) ==
        draft_and_later(unsupported, created));
  // Undefined ones are ignored in every edition.
  HOLDS(by_101(operation::create, "/5"_path, {"/5/7/0"_path, "/5/7/5"_path, "/5/7/9"_path}) ==
        in_all(created));

  HOLDS(names_in(editions::draft, operation::create, "/5"_path,
                 {"/5/7/0"_path, "/5/7/1"_path, "/5/7/9"_path, "/5/7/2"_path},
                 {"/5/7/1"_path, "/5/7/2"_path}));
}

TEST_CASE("D6 what a Create ignores is told to the caller", "[D6][D2]") {
  for (const edition& rules : {editions::v1_0, editions::v1_1, editions::v1_2})
    CHECK(names_in(rules, operation::create, "/5"_path,
                   {"/5/7/0"_path, "/5/7/5"_path, "/5/7/1"_path, "/5/7/9"_path, "/5/7/4"_path},
                   {"/5/7/1"_path, "/5/7/9"_path, "/5/7/4"_path}));
  HOLDS(names_in(editions::draft, operation::create, "/5"_path,
                 {"/5/7/0"_path, "/5/7/5"_path, "/5/7/9"_path}, {"/5/7/9"_path}));

  // What is refused for something else ignores nothing.
  HOLDS(each_names(operation::create, "/5"_path, {"/5/7/0"_path, "/5/7/9"_path}, {}));
}

TEST_CASE("D2 what a Write ignores is told to the caller", "[D2]") {
  HOLDS(each_names(operation::write, "/5/0"_path, {"/5/0/0"_path, "/5/0/9"_path, "/5/0/8/1"_path},
                   {"/5/0/9"_path, "/5/0/8/1"_path}));

  // One whose Access Type is empty is not ignored; what a refusal names is what it is for.
  HOLDS(
      each_names(operation::update, "/5/0"_path, {"/5/0/4"_path, "/5/0/9"_path}, {"/5/0/4"_path}));
}

TEST_CASE("D7 Create conveys every mandatory Resource that can be written", "[D7]") {
  HOLDS(by_101(operation::create, "/5"_path) == in_all(mandatory_missing));
  HOLDS(by_101(operation::create, "/5"_path, {"/5/7/0"_path}) == in_all(mandatory_missing));
  HOLDS(by_101(operation::create, "/5"_path, {"/5/7/0"_path, "/5/7/5/1"_path}) == in_all(created));
  HOLDS(by_101(operation::create, "/6"_path) == in_all(created));

  // After D6, before D8.
  HOLDS(by_101(operation::create, "/5"_path, {"/5/7/1"_path}) ==
        draft_and_later(unsupported, mandatory_missing));
  HOLDS(by_101(operation::create, "/5"_path, {"/5/0/0"_path}) == in_all(mandatory_missing));
}

TEST_CASE("D7 what is missing is told as Object and Resource", "[D7]") {
  constexpr auto where = [](std::initializer_list<path> payload) {
    const auto policy = granting(editions::v1_1);
    return lac::authorize(
               policy, device,
               {101_server, operation::create, "/5"_path, {payload.begin(), payload.size()}})
        .first_bad_path();
  };
  constexpr auto is_of = [](const path& at, unsigned resource) {
    return at.object() == lac::object_id{5} && at.resource() == lac::resource_id{resource} &&
           at.object_instance().is_valid();
  };
  HOLDS(is_of(where({}), 0));
  HOLDS(is_of(where({"/5/7/0"_path}), 5));
  HOLDS(is_of(where({path{lac::object_id{5}, lac::object_instance_id{}}}), 0));
}

TEST_CASE("D8 Create of an instance that exists, or of a second one of a single Object", "[D8]") {
  HOLDS(by_101(operation::create, "/5"_path, {"/5/1/0"_path, "/5/1/5"_path}) == in_all(taken));
  HOLDS(by_101(operation::create, "/5"_path, {"/5/2/0"_path, "/5/2/5"_path}) == in_all(created));
  HOLDS(by_101(operation::create, "/7"_path) == in_all(taken));

  // Of the draft's Create on /O/I the ID is the Uri-Path's.
  constexpr auto pre_granted =
      policy_of(editions::draft, {101_server, 102_server},
                {{on(7, 0), 101_server, {{any, "C"}}}, {on(7, 1), 101_server, {{any, "C"}}}});
  HOLDS(ask(pre_granted, device, 101_server, operation::create, "/7/0"_path) ==
        refused(coap::bad_request, reason::object_instance_exists, row::default_entry));
}

TEST_CASE("D8 the one instance of a single Object is 0", "[D8]") {
  constexpr outcome not_zero =
      refused(coap::bad_request, reason::object_instance_id_not_zero, row::own_entry);
  HOLDS(by_101(operation::create, "/6"_path, {"/6/3/0"_path}) == in_all(not_zero));
  HOLDS(by_101(operation::create, "/6"_path, {"/6/3"_path}) == in_all(not_zero));
  HOLDS(by_101(operation::create, "/6"_path, {"/6/0/0"_path}) == in_all(created));
  HOLDS(by_101(operation::create, "/6"_path) == in_all(created));

  // Where there is one already, another ID helps no more than 0 does.
  for (const outcome& given : by_101(operation::create, "/7"_path, {"/7/3"_path}))
    CHECK(given.code == coap::bad_request);
  constexpr auto pre_granted =
      policy_of(editions::draft, {101_server, 102_server}, {{on(6, 1), 101_server, {{any, "C"}}}});
  HOLDS(ask(pre_granted, device, 101_server, operation::create, "/6/1"_path) ==
        refused(coap::bad_request, reason::object_instance_id_not_zero, row::default_entry));
}

TEST_CASE("D8 the Object Instance ID 65535 is reserved", "[D8]") {
  constexpr lac::object_id object{5};
  constexpr lac::object_instance_id reserved{65535};
  HOLDS(by_101(operation::create, "/5"_path,
               {path{object, reserved, lac::resource_id{0}},
                path{object, reserved, lac::resource_id{5}}}) ==
        in_all(refused(coap::bad_request, reason::object_instance_id_reserved, row::own_entry)));
}

TEST_CASE("D8 the draft's Create on the instance 65535 finds no right", "[D8][D5]") {
  constexpr path reserved{lac::object_id{5}, lac::object_instance_id{65535}};
  constexpr auto draft = policy_of(editions::draft, {101_server, 102_server},
                                   {{on(5), lac::bootstrap, {{101_server, "C"}}}});
  HOLDS(ask(draft, device, 101_server, operation::create, reserved) ==
        no_right(row::no_access_control));
}

TEST_CASE("D9 Read of an Object shows the instances with R, and is 2.05 with none", "[D9]") {
  constexpr auto code = [](lac::short_server_id who, operation op, path uri) {
    return each([&](const edition& rules) {
      const outcome given = ask(granting(rules), device, who, op, uri);
      return std::pair{given.code, given.why};
    });
  };
  constexpr std::pair done{coap::content, reason::allowed};
  HOLDS(code(102_server, operation::read, "/5"_path) == in_all(done));
  HOLDS(code(102_server, operation::observe, "/5"_path) == in_all(done));
  HOLDS(code(102_server, operation::read, "/3"_path) == in_all(done));
  HOLDS(each_shows(asked(102_server, operation::read, "/5"_path), {"/5/1"_path}));
  HOLDS(each_shows(asked(101_server, operation::read, "/5"_path), {"/5/0"_path, "/5/1"_path}));
  HOLDS(each_shows(asked(102_server, operation::observe, "/3"_path), {}));
  HOLDS(each_shows(asked(101_server, operation::read, "/6"_path), {}));

  // An instance with R is shown even when no Resource of it supports Read.
  HOLDS(each_shows(asked(102_server, operation::read, "/8"_path), {"/8/0"_path}));
}

TEST_CASE("D9 Read of Object 2 shows every instance of it to every account", "[D9]") {
  constexpr auto two = [](const edition& rules) {
    const auto policy = policy_of(rules, {101_server, 102_server},
                                  {{on(3, 0), 101_server, {}}, {on(5, 0), 101_server, {}}});
    return shows(policy, device, asked(102_server, operation::read, "/2"_path),
                 {"/2/0"_path, "/2/1"_path});
  };
  HOLDS(each(two) == in_all(true));
}

TEST_CASE("D10 Read of a Resource Instance is as that of its Resource", "[D10]") {
  HOLDS(by_101(operation::read, "/3/0/11/4"_path) == in_all(content));
  HOLDS(by_101(operation::read, "/5/0/5/4"_path) == in_all(unsupported));
  HOLDS(by_101(operation::observe, "/5/0/3/0"_path) == in_all(content));
  constexpr auto without = [](const edition& rules) {
    return ask(granting(rules), device, 102_server, operation::read, "/3/0/11/4"_path);
  };
  HOLDS(each(without) == in_all(no_right(row::no_entry)));
}
