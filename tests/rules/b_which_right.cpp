// Section B: which right. Each operation with the right that it needs and no other, and with all
// others but that.

#include "rules/ask.hpp"

namespace {

using namespace rules;

constexpr stack::objects device{
    {5, multiple, {0}, {{0, "RWE"}, {1, "RWE", kind::multiple}, {2, "W"}}}};

/// What 102 gets on `/5`, when its own entries are `of_instance` and `of_object`.
constexpr outcome with(const edition& rules, const char* of_instance, const char* of_object,
                       operation op, path uri) {
  const auto policy = policy_of(rules, {101_server, 102_server},
                                {{on(5, 0), 101_server, {{102_server, of_instance}}},
                                 {on(5), lac::bootstrap, {{102_server, of_object}}}});
  return ask(policy, device, 102_server, op, uri);
}

/// Granted with `needed`, and with all rights but it refused, in this edition.
constexpr bool needs(const edition& rules, const char* needed, const char* others, operation op,
                     path uri, coap code) {
  return with(rules, needed, "-", op, uri) == granted(code, row::own_entry) &&
         with(rules, others, "C", op, uri) == no_right(row::own_entry);
}
constexpr bool needs_everywhere(const char* needed, const char* others, operation op, path uri,
                                coap code) {
  return needs(editions::draft, needed, others, op, uri, code) &&
         needs(editions::v1_0, needed, others, op, uri, code) &&
         needs(editions::v1_1, needed, others, op, uri, code) &&
         needs(editions::v1_2, needed, others, op, uri, code);
}
constexpr std::array<outcome, 4> without_any(operation op, path uri) {
  return each([&](const edition& rules) { return with(rules, "-", "-", op, uri); });
}

}  // namespace

TEST_CASE("B Read and Observe need R", "[B]") {
  for (const path& uri : {"/5/0"_path, "/5/0/0"_path, "/5/0/1/3"_path}) {
    CHECK(needs_everywhere("R", "WEDC", operation::read, uri, coap::content));
    CHECK(needs_everywhere("R", "WEDC", operation::observe, uri, coap::content));
  }
  STATIC_REQUIRE(needs_everywhere("R", "WEDC", operation::read, "/5/0"_path, coap::content));
  STATIC_REQUIRE(needs_everywhere("R", "WEDC", operation::observe, "/5/0/0"_path, coap::content));
}

TEST_CASE("B Notify needs R", "[B]") {
  constexpr auto with_r = [](const edition& rules) {
    return with(rules, "R", "-", operation::notify, "/5/0/0"_path);
  };
  HOLDS(each(with_r) == in_all(sent(row::own_entry)));
  constexpr auto without_r = [](const edition& rules) {
    return with(rules, "WEDC", "C", operation::notify, "/5/0/0"_path);
  };
  HOLDS(each(without_r) ==
        draft_and_later(not_sent(verdict::cancel, reason::access_right_missing, row::own_entry),
                        not_sent(verdict::suppress, reason::access_right_missing, row::own_entry)));
}

TEST_CASE("B Write, in both senses, needs W", "[B]") {
  HOLDS(needs_everywhere("W", "REDC", operation::write, "/5/0"_path, coap::changed));
  HOLDS(needs_everywhere("W", "REDC", operation::write, "/5/0/0"_path, coap::changed));
  HOLDS(needs_everywhere("W", "REDC", operation::update, "/5/0"_path, coap::changed));
  HOLDS(needs_everywhere("W", "REDC", operation::update, "/5/0/1/3"_path, coap::changed));
}

TEST_CASE("B Execute needs E", "[B]") {
  HOLDS(needs_everywhere("E", "RWDC", operation::execute, "/5/0/0"_path, coap::changed));
}

TEST_CASE("B Delete needs D, in 1.2 also that of a Resource Instance", "[B]") {
  HOLDS(needs_everywhere("D", "RWEC", operation::delete_, "/5/0"_path, coap::deleted));
  HOLDS(needs(editions::v1_2, "D", "RWEC", operation::delete_, "/5/0/1/3"_path, coap::deleted));
}

TEST_CASE("B Create needs C on the Object", "[B]") {
  constexpr auto with_c = [](const edition& rules) {
    return with(rules, "-", "C", operation::create, "/5"_path);
  };
  HOLDS(each(with_c) == in_all(granted(coap::created, row::own_entry)));
  constexpr auto on_instance_only = [](const edition& rules) {
    return with(rules, "RWEDC", "-", operation::create, "/5"_path);
  };
  HOLDS(each(on_instance_only) == in_all(no_right(row::own_entry)));
}

TEST_CASE("B Discover needs nothing", "[B]") {
  HOLDS(without_any(operation::discover, "/5"_path) == in_all(granted(coap::content, {})));
  HOLDS(without_any(operation::discover, "/5/0"_path) == in_all(granted(coap::content, {})));
  HOLDS(without_any(operation::discover, "/5/0/0"_path) == in_all(granted(coap::content, {})));
  HOLDS(without_any(operation::discover, "/5/0/2"_path) == in_all(granted(coap::content, {})));
}

TEST_CASE("B Write-Attributes needs R below an Object and nothing on it", "[B]") {
  constexpr auto op = operation::write_attributes;
  HOLDS(needs_everywhere("R", "WEDC", op, "/5/0"_path, coap::changed));
  HOLDS(needs_everywhere("R", "WEDC", op, "/5/0/0"_path, coap::changed));
  HOLDS(without_any(op, "/5"_path) == in_all(granted(coap::changed, {})));
  constexpr auto on_write_only = [](const edition& rules) {
    return with(rules, "R", "-", operation::write_attributes, "/5/0/2"_path);
  };
  HOLDS(each(on_write_only) ==
        in_all(refused(coap::method_not_allowed, reason::operation_not_supported, row::own_entry)));
}

TEST_CASE("B Cancel Observation needs no right and no Access Type", "[B]") {
  constexpr auto op = operation::cancel_observation;
  HOLDS(without_any(op, "/5"_path) == in_all(granted(coap::content, {})));
  HOLDS(without_any(op, "/5/0"_path) == in_all(granted(coap::content, {})));
  HOLDS(without_any(op, "/5/0/2"_path) == in_all(granted(coap::content, {})));  // C7
  HOLDS(without_any(op, "/0/0"_path) ==
        in_all(refused(coap::unauthorized, reason::object_is_restricted)));  // C1
  HOLDS(without_any(op, "/5/7"_path) ==
        in_all(refused(coap::not_found, reason::object_instance_not_found)));  // C3
  HOLDS(without_any(op, "/5/0/7"_path) ==
        in_all(refused(coap::not_found, reason::resource_not_found)));  // C6
  constexpr auto stranger = [](const edition& rules) {
    return ask(policy_of(rules, {101_server}), device, 102_server, operation::cancel_observation,
               "/5/0"_path);
  };
  HOLDS(each(stranger) == in_all(no_account()));  // C2
}

TEST_CASE("B Cancel Observation of an Observe-Composite asks C2 alone, not its paths", "[B]") {
  constexpr auto op = operation::cancel_observation;
  constexpr auto asked = [](lac::short_server_id who, std::initializer_list<path> list) {
    return std::array{
        ask_list(policy_of(editions::v1_1, {101_server, 102_server}), device, who, op, list),
        ask_list(policy_of(editions::v1_2, {101_server, 102_server}), device, who, op, list)};
  };
  constexpr auto ends = [](const std::array<outcome, 2>& all) {
    return all[0].code == coap::content && all[0].act == verdict::allowed &&
           all[1].code == coap::content && all[1].act == verdict::allowed;
  };
  HOLDS(ends(asked(102_server, {"/5/0"_path, "/5/0/2"_path})));
  HOLDS(ends(asked(102_server, {"/5/7"_path, "/9"_path})));
  HOLDS(ends(asked(102_server, {"/0/0"_path})));
  HOLDS(ends(asked(102_server, {"/"_path})));
  HOLDS(asked(103_server, {"/5/0"_path}) == std::array{no_account(), no_account()});
}

namespace {

constexpr outcome list_with_all(const edition& rules, requester who, operation op, path one) {
  const auto policy =
      policy_of(rules, {101_server, 102_server}, {{on(5, 0), 101_server, {{102_server, "RWED"}}}});
  return ask_list(policy, device, who, op, {one});
}
constexpr outcome undefined() {
  return refused(coap::method_not_allowed, reason::operation_unknown);
}

}  // namespace

TEST_CASE("B composites are not defined in the draft and 1.0, whatever their paths", "[B]") {
  constexpr auto in_both = [](operation op, path one) {
    return std::array{list_with_all(editions::draft, 102_server, op, one),
                      list_with_all(editions::v1_0, 102_server, op, one)};
  };
  constexpr std::array not_there{undefined(), undefined()};
  HOLDS(in_both(operation::read_composite, "/5/0"_path) == not_there);
  HOLDS(in_both(operation::observe_composite, "/5/0"_path) == not_there);
  HOLDS(in_both(operation::write_composite, "/5/0/0"_path) == not_there);
  HOLDS(in_both(operation::write_composite, "/5"_path) == not_there);
  HOLDS(in_both(operation::write_composite, "/0/0/0"_path) == not_there);
  HOLDS(in_both(operation::read_composite, "/9"_path) == not_there);

  HOLDS(list_with_all(editions::draft, 103_server, operation::write_composite, "/5"_path) ==
        no_account());

  constexpr auto sending = in_both(operation::send, "/5/0"_path);
  constexpr auto held_back = not_sent(verdict::suppress, reason::operation_unknown);
  HOLDS(sending == std::array{held_back, held_back});
}

TEST_CASE("B a value that is no operation is refused", "[B]") {
  HOLDS(each([](const edition& rules) {
          return with(rules, "RWEDC", "C", operation{0}, "/5/0"_path);
        }) == in_all(undefined()));
  HOLDS(each([](const edition& rules) {
          return with(rules, "RWEDC", "C", operation{16}, "/5/0"_path);
        }) == in_all(undefined()));
  HOLDS(each([](const edition& rules) {
          return with(rules, "RWEDC", "C", operation{255}, "/0/0"_path);
        }) == in_all(refused(coap::unauthorized, reason::object_is_restricted)));
}
