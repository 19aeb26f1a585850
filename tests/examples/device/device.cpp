#include "device.hpp"

#include <algorithm>

namespace client {

namespace {

using lac::level;
using lac::operation;

constexpr lac::object_id temperature_sensor{3303};
constexpr lac::resource_id min_measured{5601}, max_measured{5602}, reset_min_max{5605},
    sensor_value{5700};

bool is_managed(const lac::path& at) { return at.object() == lac::objects::access_control; }

/// The whole numbers that a Write conveys for Object 2, at their full width.
std::vector<lac::assignment> assignments(const incoming& asked) {
  std::vector<lac::assignment> all;
  for (const record& each : asked.conveyed)
    if (is_managed(each.at) && each.said)
      if (const auto* whole = std::get_if<std::int64_t>(&*each.said))
        all.push_back({each.at, *whole});
  return all;
}

/// The other paths that a payload names.
std::vector<lac::path> other_paths(const incoming& asked) {
  std::vector<lac::path> all;
  for (const record& each : asked.conveyed)
    if (!is_managed(each.at) || !each.said || !std::holds_alternative<std::int64_t>(*each.said))
      all.push_back(each.at);
  return all;
}

/// The value that a record gives its Resource, when it is of the kind that the Resource has.
std::optional<value> fitting(const record& one, format content) {
  const value kind = first_value_of(one.at.object(), one.at.resource());
  if (!one.said) return std::nullopt;
  return content == format::text ? value_of(std::get<std::string>(*one.said), kind)
                                 : as_kind_of(kind, *one.said);
}

}  // namespace

bool is_composite(operation op) { return lac::facts_of(op).is.lists(); }

bool is_change(operation op) {
  const lac::coap success = lac::facts_of(op).success;
  return success != lac::coap::content && success != lac::coap::none;
}

std::vector<lac::path> incoming::paths() const {
  std::vector<lac::path> all;
  for (const record& each : conveyed) all.push_back(each.at);
  return all;
}

device::device(const policy& granted, const model& objects) : policy_{granted}, model_{objects} {
  for (std::size_t k = 0; k < model_.object_count(); ++k)
    for (const lac::object_instance_id id : model_.object_at(k).instances())
      values_.add_instance(model_.object_at(k), id);
  // The k-th Server Object instance is that of the k-th account.
  const auto instances = model_.find_object(lac::objects::server).instances();
  for (std::size_t k = 0; k < instances.size() && k < policy_.account_count(); ++k) {
    const lac::path at{lac::objects::server, instances[k], lac::resource_id{0}};
    if (values_.find(at) != nullptr) values_.set(at, std::int64_t{policy_.accounts()[k].value()});
  }
}

change device::perform(lac::requester who, const incoming& asked) {
  change result;
  const std::vector<lac::path> named = other_paths(asked);
  const std::vector<lac::assignment> conveyed = assignments(asked);
  const lac::request request{who, asked.op, asked.target, named};
  const auto told = [&](const lac::access_control_change& each) {
    result.touched.push_back({lac::objects::access_control, each.id});
  };
  auto work = lac::begin(policy_, model_, request, conveyed);
  result.taken = work.decision();
  result.response.code = static_cast<unsigned>(result.taken.code());
  if (!result.taken.allowed()) return result;
  const bool has_room = asked.op != operation::create || model_.instance_room() != 0;
  if (!has_room || !values_fit(asked)) {
    result.response.code = has_room ? bad_request : no_room;
    return result;
  }
  const lac::path made = asked.op == operation::create ? work.instance() : asked.target;
  apply(asked, made);
  result.taken = work.commit(told);
  if (asked.op == operation::create) result.response.created = made;
  result.touched.push_back(made);
  for (const record& each : asked.conveyed) result.touched.push_back(each.at);
  return result;
}

/// Whether a value conveyed for it is kept: of what can be written, in Objects other than 2.
bool device::is_kept(const lac::path& at) const {
  const auto defined = model_.find_object(at.object()).definition(at.resource());
  return !is_managed(at) && defined.operations().has(lac::resource_operation::write);
}

bool device::values_fit(const incoming& asked) const {
  return std::all_of(asked.conveyed.begin(), asked.conveyed.end(), [&](const record& each) {
    return !is_kept(each.at) || fitting(each, asked.content).has_value();
  });
}

void device::apply(const incoming& asked, const lac::path& made) {
  if (asked.op == operation::delete_ && asked.target.level() == level::object_instance)
    return erase(made);
  if (asked.op == operation::execute) return run(made);
  if (asked.op == operation::write_attributes) attributes_[made] = asked.attributes;
  if (asked.op == operation::create) {
    (void)model_.add_instance(made.object(), made.object_instance());
    values_.add_instance(model_.find_object(made.object()), made.object_instance());
  }
  if (asked.op == operation::write && made.level() == level::object_instance) reset(made);
  for (const record& each : asked.conveyed)
    if (is_kept(each.at)) values_.set(each.at, *fitting(each, asked.content));
}

/// What a Write that replaces an Object Instance does to the Resources that it does not convey.
void device::reset(const lac::path& instance) {
  for (const auto& each : model_.find_object(instance.object()).resources()) {
    const lac::path at{instance.object(), instance.object_instance(), each.id()};
    if (is_kept(at)) values_.set(at, first_value_of(at.object(), at.resource()));
  }
}

void device::erase(const lac::path& instance) {
  (void)model_.erase_instance(instance.object(), instance.object_instance());
  values_.erase_instance(instance);
  std::erase_if(attributes_, [&](const auto& each) { return instance.contains(each.first); });
}

/// What the Executes do here: the sensor forgets its extremes.
void device::run(const lac::path& executed) {
  if (executed.object() != temperature_sensor || executed.resource() != reset_min_max) return;
  const auto at = [&](lac::resource_id resource) {
    return lac::path{executed.object(), executed.object_instance(), resource};
  };
  const value* now = values_.find(at(sensor_value));
  for (const lac::resource_id each : {min_measured, max_measured})
    if (now != nullptr && values_.find(at(each)) != nullptr) values_.set(at(each), *now);
}

lac::status device::change_accounts(const std::vector<lac::short_server_id>& gone,
                                    const std::vector<lac::short_server_id>& come,
                                    std::vector<lac::path>& touched) {
  std::vector<lac::path> deleted;
  const auto to_delete = [&](const lac::path& instance) { deleted.push_back(instance); };
  const auto told = [&](const lac::access_control_change& each) {
    touched.push_back({lac::objects::access_control, each.id});
  };
  lac::transaction edited{policy_, staged_};
  for (const lac::short_server_id each : gone)
    (void)lac::account_removed(edited.edit(), each, to_delete, told);
  lac::status done = lac::status::done;
  for (const lac::short_server_id each : come)
    if (done == lac::status::done && !edited.edit().has_account(each))
      done = lac::account_added(edited.edit(), each);
  edited.commit();
  for (const lac::path& each : deleted) erase(each);
  touched.insert(touched.end(), deleted.begin(), deleted.end());
  return done;
}

std::vector<lac::path> device::measure(double temperature) {
  const lac::path instance{temperature_sensor, lac::object_instance_id{0}};
  const auto replace_if = [&](lac::resource_id resource, auto is_wanted) {
    const lac::path at{instance.object(), instance.object_instance(), resource};
    const value* now = values_.find(at);
    if (now != nullptr && is_wanted(std::get<double>(*now))) values_.set(at, temperature);
  };
  replace_if(sensor_value, [](double) { return true; });
  replace_if(min_measured, [&](double now) { return temperature < now; });
  replace_if(max_measured, [&](double now) { return temperature > now; });
  return {instance};
}

}  // namespace client
