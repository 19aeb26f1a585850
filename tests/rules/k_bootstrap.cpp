// Section K: what the Bootstrap interface may do, by paths alone. What it does to Object 2 is in
// k_access_control.cpp, sessions are in k_sessions.cpp.

#include "rules/ask.hpp"

namespace {

using namespace rules;
using stack::object_entry;

constexpr stack::objects device{
    {object_entry{0, multiple, {0, 1}, {{0, "-"}, {1, "W"}}}.keeping({0}),
     {1, multiple, {0}, {{0, "R"}, {1, "RW"}}},
     {3, single, {0}, {{0, "R"}, {4, "E"}, {13, "RW"}}},
     {5,
      multiple,
      {1},
      {{0, "RW", kind::mandatory}, {1, "R"}, {2, "E"}, {3, "RW", kind::multiple}}},
     {6, single, {}, {{0, "RW"}}},
     object_entry{21, multiple, {0, 1}, {{0, "RW"}}}.keeping({1})},
    {"/5/1/1"_path}};

constexpr small_policy granting(const edition& rules) {
  return policy_of(rules, {101_server, 102_server},
                   {{on(3, 0), 101_server, {{101_server, "RWED"}}},
                    {on(5, 1), 101_server, {{101_server, "RWED"}}}});
}

/// Code and reason; what determined them is no row of section A.
struct answer {
  coap code;
  reason why;
  friend constexpr bool operator==(const answer&, const answer&) = default;
};
std::ostream& operator<<(std::ostream& to, const answer& one) {
  return to << reference::words(one.code, verdict::denied) << ", reason "
            << static_cast<int>(one.why);
}

constexpr auto asks(operation op, path uri, std::initializer_list<path> payload = {}) {
  return each([&](const edition& rules) {
    const outcome given = ask(granting(rules), device, lac::bootstrap, op, uri, payload);
    return answer{given.code, given.why};
  });
}
constexpr auto writes(path uri, std::initializer_list<path> payload = {}) {
  return asks(operation::write, uri, payload);
}
constexpr auto deletes(path uri) { return asks(operation::delete_, uri); }

/// Whether a Discover shows exactly this, in every edition.
constexpr bool discovers(path uri, std::initializer_list<path> wanted) {
  for (const edition& rules : {editions::draft, editions::v1_0, editions::v1_1, editions::v1_2}) {
    const auto policy = granting(rules);
    if (!shows(policy, device, {lac::bootstrap, operation::discover, uri, {}}, wanted))
      return false;
  }
  return true;
}

constexpr auto written = in_all(answer{coap::changed, reason::allowed});
constexpr auto deleted = in_all(answer{coap::deleted, reason::allowed});
constexpr auto not_for_it = in_all(answer{coap::method_not_allowed, reason::not_for_bootstrap});
constexpr auto no_object = in_all(answer{coap::not_found, reason::object_not_found});
constexpr auto no_instance = in_all(answer{coap::not_found, reason::object_instance_not_found});
constexpr auto no_resource = in_all(answer{coap::not_found, reason::resource_not_found});
constexpr auto outside = in_all(answer{coap::bad_request, reason::payload_outside_uri_path});
constexpr auto reserved = in_all(answer{coap::bad_request, reason::object_instance_id_reserved});
constexpr auto not_zero = in_all(answer{coap::bad_request, reason::object_instance_id_not_zero});
constexpr answer device_kept{coap::method_not_allowed, reason::device_instance_is_kept};
constexpr answer kept{coap::method_not_allowed, reason::instance_is_kept};

constexpr path reserved_instance{lac::object_id{5}, lac::object_instance_id{}};

}  // namespace

TEST_CASE("K1 Bootstrap writes an Object, an instance, a Resource, whether it is there or not",
          "[K1]") {
  HOLDS(writes("/5"_path) == written);
  HOLDS(writes("/5/1"_path) == written);
  HOLDS(writes("/5/7"_path) == written);
  HOLDS(writes("/5/1/0"_path) == written);
  HOLDS(writes("/5/7/3"_path) == written);
  HOLDS(writes("/6"_path, {"/6/0"_path, "/6/0/0"_path}) == written);
  HOLDS(writes("/6/0/0"_path) == written);
  HOLDS(writes("/5"_path, {"/5/1/0"_path, "/5/7/0"_path, "/5/8/3/1"_path}) == written);
}

TEST_CASE("K1 neither restricted Objects, accounts, rights, Access Types nor ownership are asked",
          "[K1][C1][C2][C5][C7]") {
  HOLDS(writes("/0"_path) == written);
  HOLDS(writes("/0/7/1"_path) == written);
  HOLDS(writes("/21/0/0"_path) == written);
  HOLDS(writes("/1/0/0"_path) == written);
  HOLDS(writes("/3/0/4"_path) == written);
  HOLDS(writes("/5/1"_path, {"/5/1/1"_path, "/5/1/2"_path}) == written);
  constexpr auto alone = [](const edition& rules) {
    const outcome given =
        ask(policy_of(rules, {}), device, lac::bootstrap, operation::write, "/5/1/1"_path);
    return answer{given.code, given.why};
  };
  HOLDS(each(alone) == written);
}

TEST_CASE("K1 the Object is one of the Client's, the Resource one of the Object's: else 4.04",
          "[K1]") {
  HOLDS(writes("/9"_path) == no_object);
  HOLDS(writes("/9/0/0"_path) == no_object);
  HOLDS(writes("/5/1/9"_path) == no_resource);
  HOLDS(writes("/5/7/9"_path) == no_resource);
}

TEST_CASE("K1 the instance 65535, and any but 0 of a single Object, is 4.00", "[K1]") {
  HOLDS(writes(reserved_instance) == reserved);
  HOLDS(writes("/5"_path, {"/5/1/0"_path, reserved_instance}) == reserved);
  HOLDS(writes("/6/3"_path) == not_zero);
  HOLDS(writes("/3/1/13"_path) == not_zero);
  HOLDS(writes("/6"_path, {"/6/0/0"_path, "/6/1/0"_path}) == not_zero);
}

TEST_CASE("K1 what the Object does not define is ignored, and told so", "[K1][D2]") {
  HOLDS(writes("/5/1"_path, {"/5/1/0"_path, "/5/1/9"_path}) == written);
  HOLDS(writes("/5"_path, {"/5/1/9"_path}) == written);
  for (const edition& rules : {editions::draft, editions::v1_0, editions::v1_1, editions::v1_2}) {
    const auto policy = granting(rules);
    const path conveyed[] = {"/5/1/0"_path, "/5/1/9"_path, "/5/1/2"_path};
    CHECK(names(policy, device, {lac::bootstrap, operation::write, "/5/1"_path, conveyed},
                {"/5/1/9"_path}));
  }
}

TEST_CASE("K2 Bootstrap deletes everything, an Object, an instance", "[K2]") {
  HOLDS(deletes("/"_path) == deleted);
  HOLDS(deletes("/5"_path) == deleted);
  HOLDS(deletes("/6"_path) == deleted);
  HOLDS(deletes("/5/1"_path) == deleted);
  HOLDS(deletes("/0"_path) == deleted);
  HOLDS(deletes("/0/1"_path) == deleted);
  HOLDS(deletes("/21/0"_path) == deleted);
  HOLDS(deletes("/2"_path) == deleted);
  HOLDS(deletes("/2/0"_path) == deleted);
  HOLDS(deletes("/5/7"_path) == no_instance);
  HOLDS(deletes("/2/7"_path) == no_instance);
  HOLDS(deletes("/9"_path) == no_object);
}

TEST_CASE("K2 what is kept stays: the Device instance, what is of the Bootstrap-Server Account",
          "[K2][D4]") {
  HOLDS(deletes("/3/0"_path) ==
        draft_and_later(answer{coap::deleted, reason::allowed}, device_kept));
  HOLDS(deletes("/0/0"_path) == in_all(kept));
  HOLDS(deletes("/21/1"_path) == in_all(kept));
  HOLDS(deletes("/3"_path) == deleted);
}

TEST_CASE("K3 Bootstrap discovers every instance, an Object without one as itself", "[K3]") {
  HOLDS(asks(operation::discover, "/"_path) == in_all(answer{coap::content, reason::allowed}));
  HOLDS(discovers("/0"_path, {"/0/0"_path, "/0/1"_path}));
  HOLDS(discovers("/2"_path, {"/2/0"_path, "/2/1"_path}));
  HOLDS(discovers("/6"_path, {"/6"_path}));
  for (const edition& rules : {editions::draft, editions::v1_0, editions::v1_1, editions::v1_2}) {
    const auto policy = granting(rules);
    std::size_t count = 0;
    for (const path& each :
         lac::visible(policy, device, {lac::bootstrap, operation::discover, "/"_path, {}})) {
      CHECK(each.level() <= lac::level::object_instance);
      CHECK((each.level() == lac::level::object_instance || each == "/6"_path));
      ++count;
    }
    CHECK(count == 10);
  }
}

TEST_CASE("K4 Bootstrap reads Object 2 in 1.1, Objects 1 and 2 in 1.2", "[K4]") {
  constexpr answer read{coap::content, reason::allowed};
  constexpr answer no{coap::method_not_allowed, reason::not_for_bootstrap};
  HOLDS(asks(operation::read, "/2"_path) == early_and_late(no, read));
  HOLDS(asks(operation::read, "/2/0"_path) == early_and_late(no, read));
  HOLDS(asks(operation::read, "/1"_path) == std::array{no, no, no, read});
  HOLDS(asks(operation::read, "/1/0"_path) == std::array{no, no, no, read});
  HOLDS(asks(operation::read, "/5/1"_path) == not_for_it);
  HOLDS(asks(operation::read, "/2/0/2"_path) == not_for_it);
  HOLDS(asks(operation::read, "/2/0/2/101"_path) == not_for_it);
  const auto policy = granting(editions::v1_2);
  CHECK(shows(policy, device, {lac::bootstrap, operation::read, "/1/0"_path, {}},
              {"/1/0/0"_path, "/1/0/1"_path}));
  CHECK(shows(policy, device, {lac::bootstrap, operation::read, "/2"_path, {}},
              {"/2/0"_path, "/2/1"_path}));
}

TEST_CASE("K5 no other operation is Bootstrap's, whatever its path", "[K5]") {
  for (const operation op :
       {operation::update, operation::execute, operation::create, operation::write_attributes,
        operation::observe, operation::cancel_observation})
    for (const path& uri : {"/5"_path, "/5/1"_path, "/9"_path, "/2/0"_path, "/5/1/0"_path})
      CHECK(asks(op, uri) == not_for_it);
  STATIC_REQUIRE(asks(operation::update, "/5/1"_path) == not_for_it);
  for (const operation op :
       {operation::read_composite, operation::observe_composite, operation::write_composite})
    for (const edition& rules : {editions::v1_1, editions::v1_2})
      CHECK(ask_list(granting(rules), device, lac::bootstrap, op, {"/5/1/0"_path}).why ==
            reason::not_for_bootstrap);
}

TEST_CASE("K5 nor is another level", "[K5]") {
  HOLDS(writes("/"_path) == not_for_it);
  HOLDS(writes("/5/1/3/0"_path) == not_for_it);
  HOLDS(writes("/2/0/2/101"_path) == not_for_it);
  HOLDS(deletes("/5/1/0"_path) == not_for_it);
  HOLDS(deletes("/2/0/2/101"_path) == not_for_it);
  HOLDS(asks(operation::discover, "/5/1"_path) == not_for_it);
  HOLDS(asks(operation::discover, "/5/1/0"_path) == not_for_it);
}

TEST_CASE("K5 operation and level come first, then C9, C3, what is kept, C6, the content",
          "[K5][C9]") {
  HOLDS(writes("/9/0/0/0"_path, {"/5/1/0"_path}) == not_for_it);
  HOLDS(writes("/9/0"_path, {"/5/1/0"_path}) == outside);
  HOLDS(writes("/9/0/9"_path) == no_object);
  HOLDS(writes("/6/3/9"_path) == no_resource);
  HOLDS(writes("/6/3"_path, {"/6/3/9"_path}) == not_zero);
}
