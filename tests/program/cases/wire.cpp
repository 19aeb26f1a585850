#include "wire.hpp"

namespace program {

namespace {

namespace resources = lac::access_control_resources;

/// The Object Instance whose Resources the numbers in the braces are: that of the Uri-Path; where
/// the Uri-Path is an Object, the one that `instance` names, else the one that a Create makes.
lac::path conveyed_instance(const lac::case_request& asked, const lac::path& target,
                            const model& objects) {
  if (target.level() != lac::level::object) return {target.object(), target.object_instance()};
  if (asked.has_instance || asked.op != lac::operation::create)
    return {target.object(), asked.instance};
  return lac::created_instance(objects, {asked.who, asked.op, target, {}});
}

}  // namespace

wire_request::wire_request(const lac::case_request& asked, const model& objects)
    : who_{asked.who}, op_{asked.op} {
  if (!asked.lists_paths) target_ = *asked.paths.begin();
  convey_payload(asked, objects);
  for (const lac::path& at : asked.paths) {
    const std::size_t values = values_.size();
    convey_values(asked, at);
    if (asked.lists_paths && values == values_.size()) payload_.push_back(at);
  }
}

void wire_request::convey_payload(const lac::case_request& asked, const model& objects) {
  if (asked.has_instance) payload_.push_back({target_.object(), asked.instance});
  const lac::path in = conveyed_instance(asked, target_, objects);
  for (const lac::conveyed_path& each : asked.payload)
    payload_.push_back(
        each.at.is_none() ? lac::path{in.object(), in.object_instance(), each.resource} : each.at);
}

void wire_request::convey_values(const lac::case_request& asked, lac::path at) {
  if (asked.value == lac::case_value::nothing) values_.push_back({at, 0, lac::value_kind::nothing});
  if (at.object() != lac::objects::access_control) return;
  if (at.level() == lac::level::object && asked.has_instance) at = {at.object(), asked.instance};
  const auto below = [&](lac::resource_id resource) {
    return lac::path{at.object(), at.object_instance(), resource};
  };
  if (asked.has_target) {
    values_.push_back({below(resources::object), asked.target_object});
    values_.push_back({below(resources::object_instance), asked.target_instance});
  }
  if (asked.value == lac::case_value::integer) values_.push_back({at, asked.integer});
  if (asked.value == lac::case_value::entries) {
    for (const lac::conveyed_entry& entry : asked.entries)
      values_.push_back(
          {{at.object(), at.object_instance(), resources::acl, entry.id}, entry.value});
    payload_.push_back(below(resources::acl));
  }
  if (asked.has_owner) values_.push_back({below(resources::owner), asked.owner});
}

}  // namespace program
