#include <lwm2m/access.hpp>

/// A policy known while compiling, and functions that ask one fixed question of it each. What stays
/// of them is read from the object file by `folds`.

namespace lac = lwm2m::access;
using namespace lac::literals;

namespace {

using rules = lac::fixed_edition<lac::editions::v1_1>;

constexpr auto device = [] {
  lac::policy<2, 4, 2, rules> made;
  (void)made.add_account(101_server);
  (void)made.add_account(102_server);
  lac::acl<2> reads;
  (void)reads.add(101_server, lac::owner_rights);
  (void)reads.add(102_server, lac::access_rights::of(lac::right::read));
  (void)made.add(
      lac::access_control<lac::acl<2>>{lac::object_instance_id{0},
                                       {lac::objects::device, lac::object_instance_id{0}},
                                       101_server,
                                       reads});
  return made;
}();

constexpr auto model = [] {
  lac::object_model<1, 1, 3> made;
  (void)made.add_object(lac::objects::device, lac::multiplicity::single);
  (void)made.add_instance(lac::objects::device, lac::object_instance_id{0});
  (void)made.add_resource(lac::objects::device, {lac::resource_id{0}, lac::access_type{0x80}});
  (void)made.add_resource(lac::objects::device, {lac::resource_id{4}, lac::access_type{0x20}});
  (void)made.add_resource(lac::objects::device, {lac::resource_id{13}, lac::access_type{0xC0}});
  return made;
}();

}  // namespace

extern "C" {

// The decision as a constant, as C++ promises it: with every compiler.

bool folds_to_allowed() {
  constexpr lac::decision taken =
      lac::authorize(device, model, {102_server, lac::operation::read, "/3/0/0"_path});
  return taken.allowed();
}

bool folds_to_refused() {
  constexpr lac::decision taken =
      lac::authorize(device, model, {102_server, lac::operation::execute, "/3/0/4"_path});
  return taken.allowed();
}

lac::coap folds_to_code() {
  constexpr lac::decision taken =
      lac::authorize(device, model, {101_server, lac::operation::write, "/3/0/0"_path});
  return taken.code();
}

// The same asked plainly, which only the optimizer can fold.

bool asks_plainly_and_is_allowed() {
  return lac::authorize(device, model, {102_server, lac::operation::read, "/3/0/0"_path}).allowed();
}

bool asks_plainly_and_is_refused() {
  return lac::authorize(device, model, {102_server, lac::operation::execute, "/3/0/4"_path})
      .allowed();
}

lac::coap asks_plainly_for_code() {
  return lac::authorize(device, model, {101_server, lac::operation::write, "/3/0/0"_path}).code();
}

}  // extern "C"
