// What can be done with a policy text while compiling.
// matrix: object
#include <lwm2m/access/begin.hpp>
#include <lwm2m/access/text.hpp>
#include <lwm2m/access/visible.hpp>

#include <concepts>

namespace lac = lwm2m::access;
using namespace lac::literals;

constexpr auto device = lac::policy_text<R"(
  edition 1.1
  servers 101 102
  object /3 single instances 0 { 0: R, 4: E, 13: RW }
  object /5 multiple { 0: W mandatory, 3: R }
  acl for /3/0 owner 101 { 101: RWED, 102: R }
  acl for /5 owner bootstrap { 101: C }
)">;

// One value is both; it is exactly as large as what it holds.
static_assert(lac::policy_source<decltype(device)> && lac::object_source<decltype(device)>);
static_assert(sizeof device == sizeof(lac::policy<2, 3, 2>) + sizeof(lac::object_model<2, 1, 5>));

// In what instances differ from their Objects takes room only where a text says it.
constexpr auto furnished = lac::policy_text<R"(
  edition 1.1
  object /0 multiple instances 0 1 kept 0 { 0: RW }
  object /9 multiple instances 0 { 1: R multiple { 0 3 } }
  absent /9/0/1/3
)">;
static_assert(furnished.exceptions().size() == 5 && device.exceptions().empty());
static_assert(sizeof furnished ==
              sizeof(lac::policy<0, 0, 0>) + sizeof(lac::object_model<2, 3, 2, 5>));
static_assert(furnished.find_object(lac::object_id{0}).is_kept(lac::object_instance_id{0}));
static_assert(!furnished.find_object(lac::object_id{9})
                   .has_resource_instance(lac::object_instance_id{0}, lac::resource_id{1},
                                          lac::resource_instance_id{3}));

// Only sizes are in its type: another text of the same sizes has the same one.
constexpr auto twin = lac::policy_text<R"(
  edition 1.2 servers 1 2
  object /7 multiple instances 9 { 1: R, 2: R, 3: R, 4: R } object /8 single { 0: - }
  acl for /7/9 owner 1 { } acl /2/9 for /8/0 owner 2 { 1: -, 2: RWEDC, default: 5 }
)">;
static_assert(std::same_as<decltype(device), decltype(twin)> && !(device == twin));

// Each half converts into a larger one, which can be edited.
constexpr lac::policy<8, 32, 4> edited = [] {
  lac::policy<8, 32, 4> policy{device};
  (void)policy.add_account(103_server);
  return policy;
}();
static_assert(edited.account_count() == 3 && edited.access_control_count() == 2);

lac::policy<8, 32, 4> live_policy{device};
lac::object_model<8, 16, 64> live_objects{device};

// The same parser, at run time and here.
constexpr bool is_read() {
  lac::policy<8, 32, 4> read;
  lac::object_model<8, 16, 64> model;
  const lac::text_mistake mistake = lac::parse_policy("edition 1.1 servers 7", read, model);
  return mistake.is_none() && read.has_account(7_server);
}
static_assert(is_read());

lac::decision administer(const lac::request& asked) {
  return lac::administer(live_policy, live_objects, asked);
}
lac::text_mistake parse(const char* text, std::size_t size) {
  return lac::parse_policy({text, size}, live_policy, live_objects);
}
