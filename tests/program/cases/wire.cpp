#include "wire.hpp"

namespace program {

namespace {

namespace resources = lac::access_control_resources;

/// The Object Instance in which the Resources lie that a request conveys. For a Create, the one
/// that its payload asks for, else the one of its path, else the lowest that is free.
lac::path conveyed_instance(const lac::case_request& asked, const lac::path& target,
                            const model& objects) {
  if (asked.instance.is_valid()) return {target.object(), asked.instance};
  if (asked.op != lac::operation::create || target.level() != lac::level::object)
    return {target.object(), target.object_instance()};
  return lac::created_instance(objects, {asked.who, asked.op, target, {}});
}

}  // namespace

wire_request::wire_request(const lac::case_request& asked, const model& objects)
    : who_{asked.who}, op_{asked.op} {
  const bool is_composite = lac::facts_of(op_).lists_paths();
  if (!is_composite) target_ = *asked.paths.begin();
  if (!is_composite) convey_resources(asked, objects);
  for (const lac::path& at : asked.paths) {
    const std::size_t values = values_.size();
    convey_values(asked, at);
    if (is_composite && values == values_.size()) payload_.push_back(at);
  }
}

void wire_request::convey_resources(const lac::case_request& asked, const model& objects) {
  const lac::path in = conveyed_instance(asked, target_, objects);
  for (const lac::resource_id resource : asked.resources)
    payload_.push_back({in.object(), in.object_instance(), resource});
  if (payload_.empty() && asked.instance.is_valid()) payload_.push_back(in);
}

void wire_request::convey_values(const lac::case_request& asked, const lac::path& at) {
  if (at.object() != lac::objects::access_control) return;
  const lac::object_instance_id id = at.object_instance();
  if (asked.value == lac::case_value::integer) values_.push_back({at, asked.integer});
  if (asked.value == lac::case_value::entries) {
    for (const lac::acl_entry& entry : asked.entries)
      values_.push_back({{at.object(), id, resources::acl,
                          lac::resource_instance_id{entry.id.value()}},
                         entry.rights.raw()});
    payload_.push_back({at.object(), id, resources::acl});
  }
  if (asked.has_owner) values_.push_back({{at.object(), id, resources::owner}, asked.owner});
}

}  // namespace program
