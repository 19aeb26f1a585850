// A part of the small world, decided while compiling: what of it compiles, holds. The rights are
// those of section A, in five lines of their own; the codes are written out in a table.

#include <lwm2m/access/authorize.hpp>
#include <lwm2m/access/object_model.hpp>
#include <lwm2m/access/policy.hpp>

#include <cstdint>

namespace {

namespace lac = lwm2m::access;
using namespace lac::literals;
using lac::coap;
using lac::operation;

constexpr unsigned absent = 65536;

/// Section A for two accounts, of which 101 is the Owner.
constexpr unsigned right_by_the_rules(const lac::edition& rules, bool is_owner, unsigned own,
                                      unsigned other) {
  if (own != absent) return own;                                                 // A3
  if (is_owner && rules.name != lac::edition_name::draft) return 1 | 2 | 4 | 8;  // A4
  return other != absent ? other : 0;                                            // A5, A6
}

/// One request about `/5/0`: the right that it needs, and the answer with and without it.
struct expected {
  operation op;
  lac::path uri;
  unsigned needs;
  coap with;
  coap without;
};
constexpr coap denied = coap::unauthorized;
constexpr coap wrong = coap::method_not_allowed;
constexpr expected table[] = {
    {operation::read, "/5/0"_path, 1, coap::content, denied},
    {operation::observe, "/5/0/7"_path, 1, coap::content, denied},
    {operation::read, "/5/0/3"_path, 1, wrong, denied},            // C7: W and E only
    {operation::read, "/5/0/9"_path, 1, coap::not_found, denied},  // C6 after C5
    {operation::write_attributes, "/5/0/7"_path, 1, coap::changed, denied},
    {operation::write, "/5/0"_path, 2, coap::changed, denied},
    {operation::update, "/5/0/4"_path, 2, wrong, denied},  // C7: R only
    {operation::execute, "/5/0/7"_path, 4, coap::changed, denied},
    {operation::execute, "/5/0"_path, 4, wrong, denied},  // C4 after C5
    {operation::delete_, "/5/0"_path, 8, coap::deleted, denied},
    {operation::delete_, "/5/0/7"_path, 8, wrong, denied},  // C4 after C5
    {operation::discover, "/5/0"_path, 0, coap::content, coap::content},
    {operation::read, "/5/1"_path, 0, coap::not_found, coap::not_found},  // C3 before C5
    {operation::write, "/5"_path, 0, wrong, wrong},                       // C4 before C5
    {operation::create, "/5"_path, 32, coap::created, denied},            // A10: nobody has it
};

constexpr auto objects = [] {
  lac::object_model<1, 1, 8> made;
  const lac::object_id five{5};
  bool held = made.add_object(five, lac::multiplicity::multiple) == lac::status::done &&
              made.add_instance(five, lac::object_instance_id{0}) == lac::status::done;
  for (unsigned type = 0; type < 8; ++type) {
    const lac::access_type operations{static_cast<std::uint8_t>(type << 5U)};
    held = made.add_resource(five, {lac::resource_id{type}, operations, false, false}) ==
               lac::status::done &&
           held;
  }
  return held ? made : lac::object_model<1, 1, 8>{};
}();
static_assert(objects.object_count() == 1);

constexpr auto policy_with(const lac::edition& rules, lac::short_server_id who, unsigned own,
                           unsigned other) {
  lac::policy<1, 2, 2> policy{rules};
  lac::access_control<lac::acl<2>> one{
      lac::object_instance_id{0}, {lac::object_id{5}, lac::object_instance_id{0}}, 101_server, {}};
  const auto right = [](unsigned raw) {
    return lac::access_rights{static_cast<std::uint16_t>(raw)};
  };
  if (own != absent) (void)one.acl.add(who, right(own));
  if (other != absent) (void)one.acl.add(lac::default_short_server_id{}, right(other));
  (void)policy.add_account(101_server);
  (void)policy.add_account(102_server);
  (void)policy.add(one);
  return policy;
}

/// Whether every request of the table is answered as it says.
constexpr bool agrees(const lac::edition& rules, lac::short_server_id who, unsigned own,
                      unsigned other) {
  const auto policy = policy_with(rules, who, own, other);
  const unsigned right = right_by_the_rules(rules, who == 101_server, own, other);
  for (const expected& row : table) {
    const coap wanted = (right & row.needs) == row.needs ? row.with : row.without;
    if (lac::authorize(policy, objects, {who, row.op, row.uri, {}}).code() != wanted) return false;
    if (lac::authorize(policy, objects, {103_server, row.op, row.uri, {}}).code() != denied)
      return false;
  }
  return policy.access_control_count() == 1;
}

// Each a constant evaluation of its own, so that none is too long for a compiler's limits.
template <const lac::edition& Rules, unsigned Who, unsigned Own, unsigned Other>
constexpr bool holds = agrees(Rules, lac::short_server_id{Who}, Own, Other);

template <const lac::edition& Rules, unsigned Who, unsigned Own>
constexpr bool holds_with_each_default =
    holds<Rules, Who, Own, absent> && holds<Rules, Who, Own, 0> && holds<Rules, Who, Own, 1> &&
    holds<Rules, Who, Own, 2> && holds<Rules, Who, Own, 12> && holds<Rules, Who, Own, 15>;

template <const lac::edition& Rules, unsigned Who>
constexpr bool holds_with_each_own_entry =
    holds_with_each_default<Rules, Who, absent> && holds_with_each_default<Rules, Who, 0> &&
    holds_with_each_default<Rules, Who, 1> && holds_with_each_default<Rules, Who, 2> &&
    holds_with_each_default<Rules, Who, 4> && holds_with_each_default<Rules, Who, 8> &&
    holds_with_each_default<Rules, Who, 15> && holds_with_each_default<Rules, Who, 16>;

static_assert(holds_with_each_own_entry<lac::editions::draft, 101>);
static_assert(holds_with_each_own_entry<lac::editions::draft, 102>);
static_assert(holds_with_each_own_entry<lac::editions::v1_0, 101>);
static_assert(holds_with_each_own_entry<lac::editions::v1_0, 102>);
static_assert(holds_with_each_own_entry<lac::editions::v1_1, 101>);
static_assert(holds_with_each_own_entry<lac::editions::v1_1, 102>);
static_assert(holds_with_each_own_entry<lac::editions::v1_2, 101>);
static_assert(holds_with_each_own_entry<lac::editions::v1_2, 102>);

}  // namespace
