// Section A: the values that an access right may have, on an instance (A11) and on an Object (A12).

#include "rules/rights.hpp"

using namespace rules;

namespace {

constexpr lac::access_rights raw(unsigned value) {
  return lac::access_rights{static_cast<std::uint16_t>(value)};
}
constexpr lac::status adds_right(const edition& rules, unsigned value) {
  small_policy policy = policy_of(rules, {101_server, 102_server});
  lac::access_control<lac::acl<1>> one{lac::object_instance_id{0}, on(5, 0), 101_server, {}};
  (void)one.acl.add(102_server, raw(value));
  const lac::status told = policy.add(one);
  const std::size_t count = policy.access_control_count();
  return (told == lac::status::done) == (count == 1) ? told : lac::status::none;
}
constexpr lac::status sets_right(const edition& rules, unsigned value) {
  small_policy policy = two_accounts(rules, {{102_server, "R"}});
  const auto before = policy;
  const lac::status told = policy.set_entry(lac::object_instance_id{0}, {102_server, raw(value)});
  return (told == lac::status::done) != (policy == before) ? told : lac::status::none;
}

/// A stack's own storage holds what it likes.
constexpr stack::policy stored(const edition& rules, unsigned value) {
  stack::policy policy{.edition = rules};
  policy.accounts = {101_server, 102_server};
  policy.accounts_used = 2;
  policy.grants[0] = {.n = 0, .target = on(5, 0), .owner = 101_server};
  policy.grants[0].entries[0] = {102_server, raw(value)};
  policy.grants[0].entry_count = 1;
  policy.grants_used = 1;
  return policy;
}

}  // namespace

TEST_CASE("A11 an access right is 0..65535, in 1.2 0..31", "[A11]") {
  using lac::status;
  constexpr std::array until_1_1{status::done, status::done, status::done, status::right_invalid};
  HOLDS(each([](const edition& rules) { return adds_right(rules, 31); }) == in_all(status::done));
  HOLDS(each([](const edition& rules) { return adds_right(rules, 32); }) == until_1_1);
  HOLDS(each([](const edition& rules) { return adds_right(rules, 65535); }) == until_1_1);
  HOLDS(each([](const edition& rules) { return sets_right(rules, 31); }) == in_all(status::done));
  HOLDS(each([](const edition& rules) { return sets_right(rules, 32); }) == until_1_1);

  // The 64-bit value that a Write conveys is in managing_values.cpp.
}

TEST_CASE("A11 reserved bits of a stored right are ignored", "[A11]") {
  constexpr auto reserved_only = [](const edition& rules) {
    return all_rights(stored(rules, 0xFFE0), 102_server);
  };
  constexpr auto denied = no_right(row::own_entry);
  HOLDS(each(reserved_only) ==
        in_all(std::array{denied, denied, denied, denied, no_right(row::no_access_control)}));
  constexpr auto with_read = [](const edition& rules) {
    return reads(stored(rules, 0xFFE1), 102_server);
  };
  HOLDS(each(with_read) == in_all(granted(coap::content, row::own_entry)));
}

namespace {

template <class Change>
constexpr lac::status changes_object_level(const edition& rules, Change change) {
  small_policy policy = creating(rules, {{s101, "C"}});
  const auto before = policy;
  const lac::status told = change(policy);
  return (told == lac::status::done) != (policy == before) ? told : lac::status::none;
}
constexpr lac::status adds_object_level(const edition& rules, lac::access_control_owner owner,
                                        const char* letters) {
  return changes_object_level(rules, [&](small_policy& policy) {
    lac::access_control<lac::acl<1>> one{lac::object_instance_id{7}, on(3), owner, {}};
    (void)one.acl.add(s101, stack::rights(letters));
    return policy.add(one);
  });
}
constexpr lac::status sets_object_level(const edition& rules, const char* letters) {
  return changes_object_level(rules, [&](small_policy& policy) {
    return policy.set_entry(lac::object_instance_id{0}, {s102, stack::rights(letters)});
  });
}
constexpr lac::status gives_away_object_level(const edition& rules) {
  return changes_object_level(rules, [](small_policy& policy) {
    return policy.set_owner(lac::object_instance_id{0}, s101);
  });
}

}  // namespace

TEST_CASE("A12 an Object-level AC instance takes no bit but C and no Owner but 65535", "[A12]") {
  using lac::status;
  HOLDS(each([](const edition& e) { return adds_object_level(e, lac::bootstrap, "C"); }) ==
        in_all(status::done));
  HOLDS(each([](const edition& e) { return adds_object_level(e, lac::bootstrap, "-"); }) ==
        in_all(status::done));
  HOLDS(each([](const edition& e) { return adds_object_level(e, lac::bootstrap, "RC"); }) ==
        in_all(status::right_invalid));
  HOLDS(each([](const edition& e) { return adds_object_level(e, 101_server, "C"); }) ==
        in_all(status::owner_invalid));
  HOLDS(each([](const edition& e) { return sets_object_level(e, "C"); }) == in_all(status::done));
  HOLDS(each([](const edition& e) { return sets_object_level(e, "D"); }) ==
        in_all(status::right_invalid));
  HOLDS(each(gives_away_object_level) == in_all(status::owner_invalid));

  // The same of what a Bootstrap Write conveys is in managing_values.cpp.
}
