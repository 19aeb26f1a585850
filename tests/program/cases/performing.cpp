#include "performing.hpp"

#include <lwm2m/access/affected.hpp>

#include <algorithm>
#include <vector>

namespace program {

namespace {

void make_instance(model& objects, const lac::path& at) {
  if (objects.find_object(at.object()).has_instance(at.object_instance())) return;
  objects.erase_exceptions(at.object(), at.object_instance());
  (void)objects.add_instance(at.object(), at.object_instance());
}

/// K2: whether a Bootstrap-Delete of more than the instance leaves it.
bool is_kept(const device& on, lac::object_id object, lac::object_instance_id instance) {
  const bool is_device = object == lac::objects::device && instance.value() == 0;
  return (is_device && on.policy.rules().keeps_device_instance) ||
         on.model.find_object(object).is_kept(instance);
}

void delete_instances(device& on, lac::object_id object) {
  std::vector<lac::object_instance_id> all;
  for (const lac::object_instance_id each : on.model.find_object(object).instances())
    if (!is_kept(on, object, each)) all.push_back(each);
  for (const lac::object_instance_id each : all) (void)on.model.erase_instance(object, each);
}

void perform_delete(device& on, const lac::path& at) {
  switch (at.level()) {
    case lac::level::root:
      for (std::size_t k = 0; k < on.model.object_count(); ++k)
        delete_instances(on, on.model.object(k));
      return;
    case lac::level::object:
      return delete_instances(on, at.object());
    case lac::level::object_instance:
      (void)on.model.erase_instance(at.object(), at.object_instance());
      return;
    default:
      (void)on.model.take(at);
  }
}

/// A path that a payload names: its instance is made where Bootstrap may, what its Object defines
/// is there.
void perform_write(device& on, const lac::path& at, bool makes_instances) {
  const auto object = on.model.find_object(at.object());
  if (!object || at.level() < lac::level::object_instance) return;
  if (makes_instances) make_instance(on.model, at);
  if (at.level() >= lac::level::resource && object.definition(at.resource()))
    (void)on.model.put(at);
}

}  // namespace

void perform(device& on, const wire_request& asked, const lac::path& made) {
  const lac::request request = asked.request();
  if (request.op == lac::operation::delete_) return perform_delete(on, request.target);
  const auto traits = lac::facts_of(request.op).is;
  if (!traits.writes() && made.is_none()) return;
  std::vector<lac::path> ignored;
  for (const lac::path& each : lac::affected(on.policy, on.model, request)) ignored.push_back(each);
  if (!made.is_none()) make_instance(on.model, made);
  const auto write = [&](const lac::path& at) {
    if (std::find(ignored.begin(), ignored.end(), at) == ignored.end())
      perform_write(on, at, request.who.is_bootstrap());
  };
  write(request.target);
  for (const lac::path& each : request.payload) write(each);
  for (const lac::assignment& each : asked.values())
    if (each.kind == lac::value_kind::nothing) (void)on.model.take(each.at);
}

}  // namespace program
