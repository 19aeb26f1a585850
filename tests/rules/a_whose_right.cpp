// Section A: whose right. Obtaining the access right.

#include <utility>

#include "rules/rights.hpp"

using namespace rules;

TEST_CASE("A1 a requester without a Server Account has no right at all", "[A1]") {
  constexpr auto stranger = [](const edition& rules) {
    return reads(two_accounts(rules, {{103_server, "RWED"}, {any, "RWED"}}), 103_server);
  };
  HOLDS(each(stranger) == in_all(no_account()));

  // 0 and 65535 never identify a Server, and a default-constructed requester is nobody.
  constexpr auto nobody = [](const edition& rules) {
    const auto policy = two_accounts(rules, {{any, "RWED"}});
    return std::array{reads(policy, lac::short_server_id{0}),
                      reads(policy, lac::short_server_id{65535}), reads(policy, requester{})};
  };
  HOLDS(each(nobody) == in_all(std::array{no_account(), no_account(), no_account()}));

  // Not even as the only one, and not where the Owner is 65535.
  constexpr auto alone = [](const edition& rules) {
    return reads(policy_of(rules, {101_server}), lac::short_server_id{});
  };
  HOLDS(each(alone) == in_all(no_account()));
  constexpr auto like_the_owner = [](const edition& rules) {
    return reads(policy_of(rules, {101_server, 102_server}, {{on(5, 0), lac::bootstrap, {}}}),
                 lac::short_server_id{65535});
  };
  HOLDS(each(like_the_owner) == in_all(no_account()));
}

TEST_CASE("A1 comes before everything else but the restricted Objects", "[A1][C2]") {
  constexpr auto policy = two_accounts(editions::v1_1, {});
  HOLDS(ask(policy, device, 103_server, operation::read, "/9/0"_path) == no_account());
  HOLDS(ask(policy, device, 103_server, operation::execute, "/5"_path) == no_account());
  HOLDS(ask(policy, device, 103_server, operation{99}, "/5"_path) == no_account());
  HOLDS(ask(policy, device, 103_server, operation::read, path{}) == no_account());
  HOLDS(ask(policy, device, 103_server, operation::discover, "/5"_path) == no_account());
}

TEST_CASE("A2 the one Server Account has every right, and no AC instance is looked at", "[A2]") {
  constexpr auto without = [](const edition& rules) {
    return all_rights(policy_of(rules, {101_server}), 101_server);
  };
  HOLDS(each(without) == in_all(full(row::single_account)));

  constexpr auto against_an_entry = [](const edition& rules) {
    return all_rights(policy_of(rules, {101_server},
                                {{on(5, 0), 102_server, {{any, "-"}, {101_server, "-"}}},
                                 {on(5), lac::bootstrap, {{101_server, "-"}}}}),
                      101_server);
  };
  HOLDS(each(against_an_entry) == in_all(full(row::single_account)));

  constexpr auto of_another = [](const edition& rules) {
    return reads(policy_of(rules, {101_server}, {{on(5, 0), 102_server, {{102_server, "R"}}}}),
                 102_server);
  };
  HOLDS(each(of_another) == in_all(no_account()));

  constexpr auto of_two = [](const edition& rules) {
    return reads(policy_of(rules, {101_server, 102_server}), 101_server);
  };
  HOLDS(each(of_two) == in_all(no_right(row::no_access_control)));
}

TEST_CASE("A3 the own entry counts, even when it is 0, even for the Owner", "[A3]") {
  constexpr auto beside_default = [](const edition& rules) {
    const auto policy = two_accounts(rules, {{any, "RWED"}, {102_server, "R"}});
    return std::array{reads(policy, 102_server), writes(policy, 102_server)};
  };
  HOLDS(each(beside_default) ==
        in_all(std::array{granted(coap::content, row::own_entry), no_right(row::own_entry)}));

  constexpr auto nothing = [](const edition& rules) {
    return reads(two_accounts(rules, {{any, "RWED"}, {102_server, "-"}}), 102_server);
  };
  HOLDS(each(nothing) == in_all(no_right(row::own_entry)));

  constexpr auto of_the_owner = [](const edition& rules) {
    const auto policy = two_accounts(rules, {{any, "RWED"}, {101_server, "W"}});
    return std::array{reads(policy, 101_server), writes(policy, 101_server)};
  };
  HOLDS(each(of_the_owner) ==
        in_all(std::array{no_right(row::own_entry), granted(coap::changed, row::own_entry)}));
}

TEST_CASE("A4 the Owner without an own entry has R W E D, in the draft nothing", "[A4]") {
  constexpr auto reading = [](const edition& rules) {
    return reads(two_accounts(rules, {{102_server, "-"}}), 101_server);
  };
  HOLDS(each(reading) ==
        draft_and_later(no_right(row::no_entry), granted(coap::content, row::owner)));

  constexpr auto the_rest = [](const edition& rules) {
    const auto policy = two_accounts(rules, {});
    return std::array{writes(policy, 101_server), executes(policy, 101_server),
                      deletes(policy, 101_server)};
  };
  constexpr auto denied = no_right(row::no_entry);
  HOLDS(each(the_rest) == draft_and_later(std::array{denied, denied, denied},
                                          std::array{granted(coap::changed, row::owner),
                                                     granted(coap::changed, row::owner),
                                                     granted(coap::deleted, row::owner)}));

  // It is the right on the instance: Create is another matter.
  constexpr auto creating = [](const edition& rules) {
    return creates(two_accounts(rules, {}), 101_server);
  };
  HOLDS(each(creating) == in_all(no_right(row::no_access_control)));

  // Another Server is not the Owner.
  constexpr auto of_another = [](const edition& rules) {
    return reads(two_accounts(rules, {}), 102_server);
  };
  HOLDS(each(of_another) == in_all(no_right(row::no_entry)));
}

TEST_CASE("A5 the default entry counts for who has no own entry, later never for the Owner",
          "[A5]") {
  constexpr auto of_another = [](const edition& rules) {
    const auto policy = two_accounts(rules, {{any, "R"}, {101_server, "-"}});
    return std::array{reads(policy, 102_server), writes(policy, 102_server)};
  };
  HOLDS(each(of_another) == in_all(std::array{granted(coap::content, row::default_entry),
                                              no_right(row::default_entry)}));

  constexpr auto of_the_owner = [](const edition& rules) {
    const auto policy = two_accounts(rules, {{any, "R"}});
    return std::array{reads(policy, 101_server), writes(policy, 101_server)};
  };
  HOLDS(each(of_the_owner) ==
        draft_and_later(
            std::array{granted(coap::content, row::default_entry), no_right(row::default_entry)},
            std::array{granted(coap::content, row::owner), granted(coap::changed, row::owner)}));

  constexpr auto of_zero = [](const edition& rules) {
    return reads(two_accounts(rules, {{any, "-"}}), 102_server);
  };
  HOLDS(each(of_zero) == in_all(no_right(row::default_entry)));
}

TEST_CASE("A6 otherwise there is no right", "[A6]") {
  constexpr auto unlisted = [](const edition& rules) {
    const auto policy = policy_of(rules, {101_server, 102_server, 103_server},
                                  {{on(5, 0), 101_server, {{102_server, "RWED"}}}});
    return std::array{reads(policy, 103_server), writes(policy, 103_server),
                      executes(policy, 103_server), deletes(policy, 103_server)};
  };
  constexpr auto denied = no_right(row::no_entry);
  HOLDS(each(unlisted) == in_all(std::array{denied, denied, denied, denied}));
}

TEST_CASE("A7 a target without an AC instance gives nobody a right", "[A7]") {
  constexpr auto bare = [](const edition& rules) {
    return all_rights(policy_of(rules, {101_server, 102_server},
                                {{on(3, 0), 101_server, {{101_server, "RWED"}, {any, "R"}}}}),
                      101_server);
  };
  constexpr auto denied = no_right(row::no_access_control);
  HOLDS(each(bare) == in_all(std::array{denied, denied, denied, denied, denied}));
}

namespace {

constexpr small_policy disabled_policy(const edition& rules, lac::status& told) {
  small_policy policy = policy_of(rules, {101_server, 102_server});
  told = policy.disable();
  return policy;
}
constexpr lac::status told_when_disabling(const edition& rules) {
  lac::status told{};
  (void)disabled_policy(rules, told);
  return told;
}
constexpr std::array<outcome, 5> rights_when_disabled(const edition& rules) {
  lac::status told{};
  return all_rights(disabled_policy(rules, told), 102_server);
}

/// A stack's own policy that says "disabled" beside an AC instance.
constexpr stack::policy claims_to_be_disabled(const edition& rules) {
  stack::policy policy{.edition = rules, .disabled = true};
  policy.accounts = {101_server, 102_server};
  policy.accounts_used = 2;
  policy.grants[0] = {.n = 0, .target = on(5, 0), .owner = 101_server};
  policy.grants_used = 1;
  return policy;
}

constexpr bool first_access_control_enables() {
  lac::status told{};
  small_policy policy = disabled_policy(editions::v1_2, told);
  const bool before = policy.is_disabled();
  const lac::access_control<lac::acl<1>> first{
      lac::object_instance_id{0}, on(5, 0), 101_server, {}};
  const bool added = policy.add(first) == lac::status::done;
  const bool again = policy.disable() == lac::status::access_control_present;
  return before && added && !policy.is_disabled() && again &&
         reads(policy, 102_server) == no_right(row::no_entry);
}

}  // namespace

TEST_CASE("A8 disabled access control gives every account full right, in 1.2 only", "[A8]") {
  constexpr auto denied = no_right(row::no_access_control);
  constexpr std::array none{denied, denied, denied, denied, denied};
  HOLDS(each(rights_when_disabled) ==
        std::array{none, none, none, full(row::access_control_disabled)});
  HOLDS(each(told_when_disabling) ==
        std::array{lac::status::edition_cannot_disable, lac::status::edition_cannot_disable,
                   lac::status::edition_cannot_disable, lac::status::done});

  // Where a stack's own policy says so in an earlier edition, nothing follows from it.
  constexpr auto claimed = [](const edition& rules) {
    return reads(claims_to_be_disabled(rules), 102_server);
  };
  HOLDS(each(claimed) == std::array{no_right(row::no_entry), no_right(row::no_entry),
                                    no_right(row::no_entry),
                                    granted(coap::content, row::access_control_disabled)});

  // Still only for accounts; and the one account comes first (A2).
  constexpr auto stranger = [](const edition& rules) {
    lac::status told{};
    return reads(disabled_policy(rules, told), 103_server);
  };
  HOLDS(each(stranger) == in_all(no_account()));
}

TEST_CASE("A8 the first AC instance enables access control", "[A8]") {
  HOLDS(first_access_control_enables());
  HOLDS(!policy_of(editions::v1_2, {101_server}).is_disabled());
}

namespace {

constexpr stack::objects bootstrapped{{0, multiple, {0}, {{0, "RW"}, {9, "-"}}},
                                      {1, multiple, {0, 4}, {{0, "R"}, {8, "E"}}},
                                      {3, single, {0}, {{0, "R"}, {11, "RW", kind::multiple}}},
                                      {21, multiple, {0}, {{0, "RW"}}}};

constexpr small_policy before_bootstrap(const edition& rules) {
  return policy_of(rules, {101_server, 102_server}, {{on(3, 0), 101_server, {{101_server, "-"}}}});
}
constexpr auto by_bootstrap(operation op, path uri, std::initializer_list<path> payload = {}) {
  return each([&](const edition& rules) {
    const outcome given =
        ask(before_bootstrap(rules), bootstrapped, lac::bootstrap, op, uri, payload);
    return std::pair{given.code, given.why};
  });
}
constexpr auto done(coap code) { return in_all(std::pair{code, reason::allowed}); }
constexpr auto no(coap code, reason why) { return in_all(std::pair{code, why}); }

}  // namespace

TEST_CASE("A9 no rule of A to H refuses the Bootstrap interface, or grants it anything", "[A9]") {
  // Neither accounts nor rights: what it may is what section K says.
  constexpr auto bare = [](operation op, path uri) {
    return each([&](const edition& rules) {
      const outcome given = ask(policy_of(rules, {}), bootstrapped, lac::bootstrap, op, uri);
      return std::pair{given.code, given.why};
    });
  };
  HOLDS(bare(operation::write, "/0/0"_path) == done(coap::changed));
  HOLDS(bare(operation::write, "/3/0/0"_path) == done(coap::changed));
  HOLDS(bare(operation::delete_, "/1/0"_path) == done(coap::deleted));
  HOLDS(by_bootstrap(operation::write, "/3/0/11"_path) == done(coap::changed));

  // Everybody may everything on it, and it is the only one to own it.
  constexpr auto all_rights = [](operation op, path uri) {
    return each([&](const edition& rules) {
      const outcome given =
          ask(policy_of(rules, {101_server},
                        {{on(1, 0), lac::bootstrap, {{any, "RWED"}, {101_server, "RWED"}}},
                         {on(1), lac::bootstrap, {{101_server, "C"}}}}),
              bootstrapped, lac::bootstrap, op, uri);
      return std::pair{given.code, given.why};
    });
  };
  constexpr auto refusal = no(coap::method_not_allowed, reason::not_for_bootstrap);
  HOLDS(all_rights(operation::execute, "/1/0/8"_path) == refusal);
  HOLDS(all_rights(operation::create, "/1"_path) == refusal);
  HOLDS(all_rights(operation::observe, "/1/0"_path) == refusal);
  HOLDS(all_rights(operation::update, "/1/0"_path) == refusal);
}

namespace {

/// An Object-level AC instance that a Server owns: A12 keeps it out of the ready-made policy.
constexpr stack::policy server_owns_object_level(const edition& rules) {
  stack::policy policy{.edition = rules};
  policy.accounts = {101_server, 102_server};
  policy.accounts_used = 2;
  policy.grants[0] = {.n = 0, .target = on(5), .owner = 101_server};
  policy.grants_used = 1;
  return policy;
}

}  // namespace

TEST_CASE("A10 Create reads the own entry of the Object-level AC instance and nothing else",
          "[A10]") {
  constexpr auto own = [](const edition& rules) {
    return creates(creating(rules, {{101_server, "C"}}), 101_server);
  };
  HOLDS(each(own) == in_all(granted(coap::created, row::own_entry)));

  constexpr auto own_without = [](const edition& rules) {
    return creates(creating(rules, {{any, "C"}, {101_server, "-"}}), 101_server);
  };
  HOLDS(each(own_without) == in_all(no_right(row::own_entry)));

  constexpr auto by_default = [](const edition& rules) {
    return creates(creating(rules, {{any, "C"}, {102_server, "C"}}), 101_server);
  };
  HOLDS(each(by_default) == in_all(no_right(row::no_entry)));

  constexpr auto as_owner = [](const edition& rules) {
    return creates(server_owns_object_level(rules), 101_server);
  };
  HOLDS(each(as_owner) == in_all(no_right(row::no_entry)));

  // C on an instance is not C on the Object.
  constexpr auto on_an_instance = [](const edition& rules) {
    return creates(two_accounts(rules, {{101_server, "RWEDC"}}), 101_server);
  };
  HOLDS(each(on_an_instance) == in_all(no_right(row::no_access_control)));
}
