#pragma once

// What the tests of section A share: a device, each right asked for by the operation that needs it.

#include "rules/ask.hpp"

namespace rules {

inline constexpr stack::objects device{{3, single, {0}, {{0, "R"}, {4, "E"}, {13, "RW"}}},
                                       {5, multiple, {0}, {{0, "RW"}, {2, "E"}}}};

// Of constants, not of literals: clang 14 leaves a consteval literal in a template unevaluated.
inline constexpr path of_object = "/5"_path;
inline constexpr path of_instance = "/5/0"_path;
inline constexpr path to_read = "/5/0/0"_path;
inline constexpr path to_execute = "/5/0/2"_path;
inline constexpr lac::short_server_id s101 = 101_server;
inline constexpr lac::short_server_id s102 = 102_server;

/// What 101, the Owner, and 102 can do on `/5/0`, asked for a right at a time.
template <class Policy>
constexpr outcome reads(const Policy& policy, requester who) {
  return ask(policy, device, who, operation::read, to_read);
}
template <class Policy>
constexpr outcome writes(const Policy& policy, requester who) {
  return ask(policy, device, who, operation::write, to_read);
}
template <class Policy>
constexpr outcome executes(const Policy& policy, requester who) {
  return ask(policy, device, who, operation::execute, to_execute);
}
template <class Policy>
constexpr outcome deletes(const Policy& policy, requester who) {
  return ask(policy, device, who, operation::delete_, of_instance);
}
template <class Policy>
constexpr outcome creates(const Policy& policy, requester who) {
  return ask(policy, device, who, operation::create, of_object);
}

/// All five, in the order R W E D C.
template <class Policy>
constexpr std::array<outcome, 5> all_rights(const Policy& policy, requester who) {
  return {reads(policy, who), writes(policy, who), executes(policy, who), deletes(policy, who),
          creates(policy, who)};
}
constexpr std::array<outcome, 5> full(row by) {
  return {granted(coap::content, by), granted(coap::changed, by), granted(coap::changed, by),
          granted(coap::deleted, by), granted(coap::created, by)};
}

constexpr small_policy two_accounts(const edition& rules, std::initializer_list<entry> entries) {
  return policy_of(rules, {101_server, 102_server}, {{on(5, 0), 101_server, entries}});
}

/// An Object-level AC instance of `/5`, without one of an instance.
constexpr small_policy creating(const edition& rules, std::initializer_list<entry> entries) {
  return policy_of(rules, {101_server, 102_server}, {{on(5), lac::bootstrap, entries}});
}

}  // namespace rules
