#pragma once

// What the tests of the rules are written in: a policy in a few lines, a request, and the outcome
// that it must have. Each expression is checked while compiling and again at run time.

#include <lwm2m/access/affected.hpp>
#include <lwm2m/access/authorize.hpp>
#include <lwm2m/access/policy.hpp>
#include <lwm2m/access/visible.hpp>

#include <array>
#include <cstdlib>
#include <initializer_list>
#include <ostream>

#include "support/catch.hpp"
#include "support/world.hpp"

#define HOLDS(...)             \
  STATIC_REQUIRE(__VA_ARGS__); \
  CHECK(__VA_ARGS__)

namespace rules {

namespace lac = lwm2m::access;
using namespace lac::literals;

using lac::coap;
using lac::edition;
using lac::operation;
using lac::path;
using lac::reason;
using lac::requester;
using lac::verdict;
using row = lac::determined_by;
using stack::kind;
using stack::multiple;
using stack::single;

namespace editions = lac::editions;

// ------------------------------------------------------------------ a policy in a few lines

/// The default entry of an ACL.
inline constexpr lac::default_short_server_id any{};

constexpr lac::access_control_target on(unsigned object, unsigned instance) {
  return {lac::object_id{object}, lac::object_instance_id{instance}};
}
constexpr lac::access_control_target on(unsigned object) {
  return lac::access_control_target{lac::object_id{object}};
}

/// `/2/n/2/65535`, which no literal can say.
constexpr path reserved_entry(unsigned n) {
  return {lac::objects::access_control, lac::object_instance_id{n}, lac::resource_id{2},
          lac::resource_instance_id{65535}};
}

struct entry {
  lac::acl_instance_id who;
  lac::access_rights rights;

  constexpr entry(lac::acl_instance_id id, const char* letters)
      : who{id}, rights{stack::rights(letters)} {}
  constexpr entry(lac::acl_instance_id id, lac::access_rights raw) : who{id}, rights{raw} {}
};

/// `/2/n`, the `n` being its place in the list.
struct acl {
  lac::access_control_target target;
  lac::access_control_owner owner;
  std::initializer_list<entry> entries;
};

using small_policy = lac::policy<10, 40, 4>;

/// Such a policy. What it cannot hold does not compile.
constexpr small_policy policy_of(const edition& rules,
                                 std::initializer_list<lac::short_server_id> accounts,
                                 std::initializer_list<acl> acls = {}) {
  small_policy made{rules};
  const auto demand = [](lac::status what) {
    if (what != lac::status::done) std::abort();
  };
  for (const lac::short_server_id each : accounts) demand(made.add_account(each));
  unsigned n = 0;
  for (const acl& each : acls) {
    lac::access_control<lac::acl<4>> one{lac::object_instance_id{n++}, each.target, each.owner, {}};
    for (const entry& of : each.entries) demand(one.acl.add(of.who, of.rights));
    demand(made.add(one));
  }
  return made;
}

// ------------------------------------------------------------------ the outcome

struct outcome {
  coap code;
  verdict act;
  reason why;
  row by;

  friend constexpr bool operator==(const outcome&, const outcome&) = default;
};

inline std::ostream& operator<<(std::ostream& to, const outcome& one) {
  return to << reference::words(one.code, one.act) << ", reason " << static_cast<int>(one.why)
            << ", determined by " << reference::words(one.by);
}

constexpr outcome granted(coap code, row by) {
  return {code, verdict::allowed, reason::allowed, by};
}
constexpr outcome refused(coap code, reason why, row by = row::nothing) {
  return {code, verdict::denied, why, by};
}
constexpr outcome sent(row by) { return {coap::none, verdict::send, reason::allowed, by}; }
constexpr outcome not_sent(verdict act, reason why, row by = row::nothing) {
  return {coap::none, act, why, by};
}

/// C5: "Access Right Permission Denied".
constexpr outcome no_right(row by) {
  return refused(coap::unauthorized, reason::access_right_missing, by);
}
constexpr outcome no_account() {
  return refused(coap::unauthorized, reason::no_account, row::no_account);
}

/// The answer to one request.
template <class Policy, class Objects>
constexpr outcome ask(const Policy& policy, const Objects& objects, requester who, operation op,
                      path uri, std::initializer_list<path> payload = {}) {
  const lac::decision given = lac::authorize(
      policy, objects, lac::request{who, op, uri, {payload.begin(), payload.size()}});
  const bool stands_alone = payload.size() == 0;
  if (stands_alone && given != lac::authorize(policy, objects, who, op, uri)) std::abort();
  return {given.code(), given.verdict(), given.reason(), given.determined_by()};
}

/// Composite operations and Send: a list and no Uri-Path.
template <class Policy, class Objects>
constexpr outcome ask_list(const Policy& policy, const Objects& objects, requester who,
                           operation op, std::initializer_list<path> list) {
  return ask(policy, objects, who, op, path{}, list);
}

/// Whether a walk along `range` meets exactly these paths, and it says so when there are none.
template <class Range>
constexpr bool meets(const Range& range, std::initializer_list<path> wanted) {
  const path* next = wanted.begin();
  for (const path& each : range) {
    if (next == wanted.end() || !(*next == each)) return false;
    ++next;
  }
  return next == wanted.end() && range.empty() == (wanted.size() == 0);
}

/// Whether exactly these paths stay visible, in this order.
template <class Policy, class Objects>
constexpr bool shows(const Policy& policy, const Objects& objects, const lac::request& asked,
                     std::initializer_list<path> wanted) {
  return meets(lwm2m::access::visible(policy, objects, asked), wanted);
}

/// Whether exactly these paths are named as what a Write or Create was refused for.
template <class Policy, class Objects>
constexpr bool names(const Policy& policy, const Objects& objects, const lac::request& asked,
                     std::initializer_list<path> wanted) {
  return meets(lwm2m::access::affected(policy, objects, asked), wanted);
}

// ------------------------------------------------------------------ the four editions

/// The same question in the draft, 1.0, 1.1 and 1.2.
template <class Ask>
constexpr auto each(Ask question) {
  return std::array{question(editions::draft), question(editions::v1_0), question(editions::v1_1),
                    question(editions::v1_2)};
}
template <class Answer>
constexpr std::array<Answer, 4> in_all(const Answer& same) {
  return {same, same, same, same};
}
/// The draft, and the later three.
template <class Answer>
constexpr std::array<Answer, 4> draft_and_later(const Answer& draft, const Answer& later) {
  return {draft, later, later, later};
}
/// The draft and 1.0, and the later two.
template <class Answer>
constexpr std::array<Answer, 4> early_and_late(const Answer& early, const Answer& late) {
  return {early, early, late, late};
}

}  // namespace rules
