// What a Server is shown: what the engine lets it see.
#include "device.hpp"

namespace client {

namespace managed = lac::access_control_resources;
using lac::level;
using lac::operation;

response device::show(lac::requester who, const incoming& asked) const {
  const auto success = static_cast<unsigned>(lac::facts_of(asked.op).success);
  if (asked.op == operation::discover) return {success, format::link, discovered(who, asked)};
  if (asked.op == operation::cancel_observation) return {success};
  const records all = shown(who, asked);
  const bool is_one =
      asked.target.level() >= level::resource && all.size() == 1 && all.front().at == asked.target;
  const format as = asked.accepts != format::none ? asked.accepts
                    : is_one                      ? format::text
                                                  : format::senml_json;
  if (as == format::senml_json) return {success, as, write_senml(all)};
  if (as != format::text || !is_one) return {not_acceptable};
  return {success, as, text_of(*all.front().said)};
}

records device::shown(lac::requester who, const incoming& asked) const {
  records all;
  if (!is_composite(asked.op)) {
    collect(who, asked.target, all);
    return all;
  }
  const std::vector<lac::path> listed = asked.paths();
  for (const lac::path& each : lac::visible(policy_, model_, {who, asked.op, {}, listed}))
    collect(who, each, all);
  return all;
}

/// What the Server may read at a path and below it.
void device::collect(lac::requester who, const lac::path& at, records& into) const {
  if (at.level() == level::root) {
    for (std::size_t k = 0; k < model_.object_count(); ++k)
      collect(who, lac::path{model_.object(k)}, into);
    return collect(who, lac::path{lac::objects::access_control}, into);
  }
  if (at.level() >= level::resource) {
    if (at.object() == lac::objects::access_control) return collect_managed(at, into);
    if (const value* held = values_.find(at)) into.push_back({at, *held});
    return;
  }
  for (const lac::path& each : lac::visible(policy_, model_, {who, operation::read, at, {}}))
    collect(who, each, into);
}

/// A Resource of Object 2, or one ACL entry.
void device::collect_managed(const lac::path& at, records& into) const {
  const auto one = policy_.find_id(at.object_instance());
  const auto add = [&](const lac::path& where, unsigned number) {
    into.push_back({where, {}});
    into.back().said = static_cast<std::int64_t>(number);
  };
  if (at.resource() == managed::object) add(at, one.target().object().value());
  if (at.resource() == managed::object_instance) add(at, one.target().instance().value());
  if (at.resource() == managed::owner) add(at, one.owner().value());
  if (at.resource() != managed::acl) return;
  for (const lac::acl_entry each : one.entries()) {
    const lac::path entry{at.object(), at.object_instance(), at.resource(),
                          lac::resource_instance_id{each.id.value()}};
    if (at.contains(entry)) add(entry, each.rights.raw());
  }
}

std::string device::link(const lac::path& at) const {
  const auto found = attributes_.find(at);
  return link_of(at, found == attributes_.end() ? std::vector<std::string>{} : found->second);
}

/// The target, and what lies below it.
std::string device::discovered(lac::requester who, const incoming& asked) const {
  std::string links = link(asked.target);
  for (const lac::path& each :
       lac::visible(policy_, model_, {who, operation::discover, asked.target, {}}))
    if (each != asked.target) append(links, discovered(who, {operation::discover, each}));
  return links;
}

std::string device::links() const {
  std::string all = "</>;ct=110";
  for (std::size_t k = 0; k < model_.object_count(); ++k) {
    const lac::object_view object = model_.object_at(k);
    if (object.instances().empty()) append(all, link_of(lac::path{object.id()}));
    for (const lac::object_instance_id id : object.instances())
      append(all, link_of({object.id(), id}));
  }
  for (std::size_t k = 0; k < policy_.access_control_count(); ++k)
    append(all, link_of({lac::objects::access_control, policy_.access_control_id(k)}));
  return all;
}

}  // namespace client
