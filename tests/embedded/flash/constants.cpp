#include "device.hpp"

/// A policy and an object model known while compiling: in .rodata, whole.
namespace {
constexpr auto filled_policy = [] {
  policy_of<lac::editions::v1_1> made;
  (void)made.add_account(lac::short_server_id{101});
  return made;
}();
constexpr auto filled_model = [] {
  model made;
  (void)made.add_object(lac::objects::device, lac::multiplicity::single);
  return made;
}();
}  // namespace

extern "C" const policy_of<lac::editions::v1_1>& policy_in_flash() { return filled_policy; }
extern "C" const model& model_in_flash() { return filled_model; }
