// Section H: Observe and Notify.

#include "rules/ask.hpp"

namespace {

using namespace rules;

constexpr stack::objects device{
    {{0, multiple, {0}, {{0, "RW"}}},
     {5, multiple, {0, 1}, {{0, "R"}, {1, "W"}, {2, "R", kind::multiple}, {3, "R"}}},
     {7, multiple, {}, {{0, "R"}}},
     {8, multiple, {0}, {{0, "W"}}}},
    {"/5/0/3"_path}};

constexpr small_policy granting(const edition& rules, const char* of_102) {
  return policy_of(rules, {101_server, 102_server},
                   {{on(5, 0), 101_server, {{102_server, of_102}}},
                    {on(8, 0), 101_server, {{102_server, of_102}}}});
}
constexpr auto asks(const char* of_102, operation op, path uri,
                    std::initializer_list<path> list = {}) {
  return each([&](const edition& rules) {
    return ask(granting(rules, of_102), device, 102_server, op, uri, list);
  });
}

/// Not sent; the draft ends the observation, the later editions keep it.
constexpr auto not_sent_for(reason why, row by = row::nothing) {
  return draft_and_later(not_sent(verdict::cancel, why, by), not_sent(verdict::suppress, why, by));
}
/// H5: the last Notify is the error 4.04, and the observation ends.
constexpr auto gone_for(reason why, row by = row::nothing) {
  return in_all(outcome{coap::not_found, verdict::gone, why, by});
}
/// As `not_sent_for`, whatever determined it.
constexpr auto acts(const std::array<outcome, 4>& all) {
  return std::array{all[0].act, all[1].act, all[2].act, all[3].act};
}
constexpr auto silent = draft_and_later(verdict::cancel, verdict::suppress);

}  // namespace

TEST_CASE("H1 Observe needs R and a Resource that supports Read, else the error of section C",
          "[H1]") {
  constexpr auto op = operation::observe;
  HOLDS(asks("R", op, "/5/0"_path) == in_all(granted(coap::content, row::own_entry)));
  HOLDS(asks("R", op, "/5/0/0"_path) == in_all(granted(coap::content, row::own_entry)));
  HOLDS(asks("WED", op, "/5/0"_path) == in_all(no_right(row::own_entry)));
  HOLDS(asks("WED", op, "/5/0/1"_path) == in_all(no_right(row::own_entry)));
  HOLDS(asks("R", op, "/5/0/1"_path) ==
        in_all(refused(coap::method_not_allowed, reason::operation_not_supported, row::own_entry)));
  HOLDS(asks("R", op, "/5/0/9"_path) ==
        in_all(refused(coap::not_found, reason::resource_not_found, row::own_entry)));
  HOLDS(asks("R", op, "/5/1"_path) == in_all(no_right(row::no_access_control)));
  HOLDS(asks("R", op, "/5/2"_path) ==
        in_all(refused(coap::not_found, reason::object_instance_not_found)));
  HOLDS(asks("R", op, "/0/0"_path) ==
        in_all(refused(coap::unauthorized, reason::object_is_restricted)));
}

TEST_CASE("H2 before each Notify R is checked again", "[H2]") {
  constexpr auto op = operation::notify;
  HOLDS(asks("R", op, "/5/0"_path) == in_all(sent(row::own_entry)));
  HOLDS(asks("R", op, "/5/0/0"_path) == in_all(sent(row::own_entry)));
  HOLDS(asks("R", op, "/5/0/2/1"_path) == in_all(sent(row::own_entry)));
  HOLDS(asks("-", op, "/5/0"_path) == not_sent_for(reason::access_right_missing, row::own_entry));
  HOLDS(asks("WED", op, "/5/0/0"_path) ==
        not_sent_for(reason::access_right_missing, row::own_entry));
}

TEST_CASE("H2 so is that the Resource supports Read", "[H2]") {
  constexpr auto op = operation::notify;
  HOLDS(asks("R", op, "/5/0/1"_path) ==
        not_sent_for(reason::operation_not_supported, row::own_entry));
}

TEST_CASE("H2 the right may come from each row of section A", "[H2]") {
  constexpr auto alone = [](const edition& rules) {
    return ask(policy_of(rules, {102_server}), device, 102_server, operation::notify, "/5/0"_path);
  };
  HOLDS(each(alone) == in_all(sent(row::single_account)));
  constexpr auto by_default = [](const edition& rules) {
    return ask(policy_of(rules, {101_server, 102_server}, {{on(5, 0), 101_server, {{any, "R"}}}}),
               device, 102_server, operation::notify, "/5/0/0"_path);
  };
  HOLDS(each(by_default) == in_all(sent(row::default_entry)));
  constexpr auto as_owner = [](const edition& rules) {
    return ask(policy_of(rules, {101_server, 102_server}, {{on(5, 0), 102_server, {}}}), device,
               102_server, operation::notify, "/5/0/0"_path);
  };
  HOLDS(each(as_owner) ==
        draft_and_later(not_sent(verdict::cancel, reason::access_right_missing, row::no_entry),
                        sent(row::owner)));
}

TEST_CASE("H3 a Notify of an Object or an instance is filtered like the Read", "[H3]") {
  constexpr auto shown = [](path uri, std::initializer_list<path> wanted) {
    return each([&](const edition& rules) {
      const auto policy = granting(rules, "R");
      return shows(policy, device, {102_server, operation::notify, uri, {}}, wanted);
    });
  };
  HOLDS(shown("/5"_path, {"/5/0"_path}) == in_all(true));
  HOLDS(shown("/5/0"_path, {"/5/0/0"_path, "/5/0/2"_path}) == in_all(true));
  HOLDS(shown("/5/1"_path, {}) == in_all(true));

  // An instance with R is shown, and told of, even when no Resource of it supports Read (D9).
  HOLDS(asks("R", operation::notify, "/8/0"_path) == in_all(sent(row::own_entry)));
  HOLDS(acts(asks("R", operation::notify, "/8"_path)) == in_all(verdict::send));
}

TEST_CASE("H3 with nothing readable, no account, no such path: it is not sent", "[H3]") {
  constexpr auto op = operation::notify;
  HOLDS(acts(asks("R", op, "/5"_path)) == in_all(verdict::send));
  HOLDS(acts(asks("WED", op, "/5"_path)) == silent);
  HOLDS(asks("WED", op, "/5"_path).front().why == reason::nothing_readable);
  HOLDS(asks("R", op, "/0/0"_path) == not_sent_for(reason::object_is_restricted));
  HOLDS(acts(asks("R", op, "/"_path)) == silent);
  HOLDS(acts(asks("R", op, path{})) == silent);
  constexpr auto stranger = [](const edition& rules) {
    return ask(granting(rules, "R"), device, 103_server, operation::notify, "/5/0"_path);
  };
  HOLDS(each(stranger) == not_sent_for(reason::no_account, row::no_account));
  constexpr auto bootstrap = [](const edition& rules) {
    return ask(granting(rules, "R"), device, lac::bootstrap, operation::notify, "/5/0"_path);
  };
  HOLDS(acts(each(bootstrap)) == silent);
}

TEST_CASE("H3 a Notify of an Object without an instance is sent, empty, as the Read is", "[H3]") {
  HOLDS(acts(asks("-", operation::notify, "/7"_path)) == in_all(verdict::send));
  constexpr auto shown = [](const edition& rules) {
    const auto policy = granting(rules, "R");
    return shows(policy, device, {102_server, operation::notify, "/7"_path, {}}, {});
  };
  HOLDS(each(shown) == in_all(true));
}

TEST_CASE("H3 a Notify of Object 2 is for every account, with an instance of it or without",
          "[H3]") {
  HOLDS(acts(asks("-", operation::notify, "/2"_path)) == in_all(verdict::send));
  HOLDS(acts(asks("-", operation::notify, "/2/0"_path)) == in_all(verdict::send));
  constexpr auto none = [](const edition& rules) {
    return ask(policy_of(rules, {101_server, 102_server}), device, 102_server, operation::notify,
               "/2"_path);
  };
  HOLDS(acts(each(none)) == in_all(verdict::send));
}

TEST_CASE("H3 a Notify of an Observe-Composite is filtered like a Read-Composite", "[H3]") {
  constexpr auto op = operation::notify;
  constexpr std::array in_later{verdict::cancel, verdict::suppress, verdict::send, verdict::send};
  HOLDS(acts(asks("R", op, path{}, {"/5/0"_path, "/5/1"_path})) == in_later);
  HOLDS(acts(asks("-", op, path{}, {"/5/0"_path, "/5/1"_path})) == silent);
  constexpr auto stays = [](const edition& rules) {
    const auto policy = granting(rules, "R");
    const path list[] = {"/5/0"_path, "/5/1"_path, "/5/0/1"_path, "/5/0/0"_path};
    return shows(policy, device, {102_server, operation::notify, path{}, list},
                 {"/5/0"_path, "/5/0/0"_path});
  };
  HOLDS(stays(editions::v1_1));
  HOLDS(stays(editions::v1_2));
}

namespace {

/// What becomes of the Notify to 102 when its account is taken away, and when it comes back.
constexpr std::array<verdict, 3> around_the_removal(const edition& rules) {
  small_policy policy = granting(rules, "R");
  const auto now = [&] {
    return ask(policy, device, 102_server, operation::notify, "/5/0/0"_path).act;
  };
  const verdict before = now();
  (void)policy.erase_account(102_server);
  const verdict removed = now();
  (void)policy.add_account(102_server);
  return {before, removed, now()};
}

}  // namespace

TEST_CASE("H5 what is observed is gone: the last Notify is 4.04, and the observation ends",
          "[H5]") {
  constexpr auto op = operation::notify;
  HOLDS(asks("R", op, "/9"_path) == gone_for(reason::object_not_found));
  HOLDS(asks("R", op, "/5/2"_path) == gone_for(reason::object_instance_not_found));
  HOLDS(asks("R", op, "/5/2/0"_path) == gone_for(reason::object_instance_not_found));
  HOLDS(asks("R", op, "/5/0/3"_path) == gone_for(reason::resource_not_found, row::own_entry));
  HOLDS(asks("R", op, "/5/0/9"_path) == gone_for(reason::resource_not_found, row::own_entry));
  HOLDS(asks("R", op, "/5/0/0/0"_path) ==
        gone_for(reason::resource_instance_not_found, row::own_entry));
  HOLDS(asks("R", op, "/2/0/2/103"_path)[2].act == verdict::gone);
  HOLDS(asks("R", op, "/2/9"_path) == gone_for(reason::object_instance_not_found));

  // Existence is no secret, a Resource below an instance without R is.
  HOLDS(asks("-", op, "/5/2"_path) == gone_for(reason::object_instance_not_found));
  HOLDS(asks("-", op, "/5/0/9"_path) == not_sent_for(reason::access_right_missing, row::own_entry));

  // It is not sent, and says nothing.
  constexpr auto denied = [](const edition& rules) {
    const auto given =
        lac::authorize(granting(rules, "R"), device, 102_server, operation::notify, "/5/2"_path);
    return !given.allowed();
  };
  HOLDS(each(denied) == in_all(true));
}

TEST_CASE("H5 of an Observe-Composite the path that is gone is left out", "[H5][E3]") {
  constexpr auto op = operation::notify;
  constexpr std::array in_later{verdict::cancel, verdict::suppress, verdict::send, verdict::send};
  HOLDS(acts(asks("R", op, path{}, {"/5/0"_path, "/5/2"_path})) == in_later);
  HOLDS(acts(asks("R", op, path{}, {"/5/2"_path, "/9"_path})) == silent);
}

TEST_CASE("H4 a Notify to a Server whose account is gone is not sent", "[H4]") {
  HOLDS(each(around_the_removal) ==
        draft_and_later(std::array{verdict::send, verdict::cancel, verdict::send},
                        std::array{verdict::send, verdict::suppress, verdict::send}));

  // That the removal takes the observations of the account is in life_cycle_accounts.cpp.
}
