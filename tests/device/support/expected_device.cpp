#include "expected_device.hpp"

#include <vector>

#include "program/cases/words.hpp"
#include "support/administered.hpp"

namespace {

namespace lac = lwm2m::access;

/// What the policy of the device has room for.
constexpr reference::capacity room{64, 256, 8};

reference::object object_of(const lac::object_view& from) {
  reference::object to{from.is_single(), {}, {}};
  for (const lac::object_instance_id each : from.instances()) to.instances.insert(each.value());
  for (const lac::resource_definition& each : from.resources())
    to.resources[each.id().value()] = {each.operations().raw(), each.is_multiple(),
                                       each.is_mandatory()};
  return to;
}

}  // namespace

expected_device::expected_device(const program::policy& granted, const program::model& objects)
    : model_{std::make_shared<program::model>(objects)} {
  std::map<unsigned, reference::object> all;
  for (std::size_t k = 0; k < objects.object_count(); ++k)
    all[objects.object(k).value()] = object_of(objects.object_at(k));
  world_ = administration::world_of(granted, std::move(all));
  world_.room = room;
}

std::string expected_device::answer(const program::wire_request& asked) {
  const lac::request request = asked.request();
  const reference::question question{request.who.is_bootstrap(),
                                     request.who.server().value(),
                                     request.op,
                                     request.target,
                                     {request.payload.begin(), request.payload.end()}};
  const std::vector<lac::assignment> values{asked.values().begin(), asked.values().end()};
  const lac::path made = lac::created_instance(*model_, request);
  const lac::coap code = administration::administer(world_, question, values).decided.code;
  if (code == lac::coap::created) (void)model_->add_instance(made.object(), made.object_instance());
  if (code == lac::coap::deleted && request.target.level() == lac::level::object_instance)
    (void)model_->erase_instance(made.object(), made.object_instance());
  return program::code_of(static_cast<unsigned>(code));
}
