#pragma once

// What a request shows, and what it names: of a refusal the Resources that it is for, of what is
// allowed those that are ignored.

#include "support/reference/decide.hpp"

namespace reference {

/// The Resources of an instance that are there.
inline std::vector<path> resources_there(const world& w, unsigned o, unsigned i) {
  std::vector<path> all;
  for (const auto& [r, defined] : find_object(w, o)->resources)
    if (const path each = resource_path(o, i, r); is_there(w, each)) all.push_back(each);
  return all;
}

/// K3: every instance, an Object without one as itself.
inline void discover_instances(const world& w, unsigned o, std::vector<path>& shown) {
  const std::set<unsigned> all = instances(w, o);
  if (all.empty()) shown.push_back(object_path(o));
  for (const unsigned i : all) shown.push_back(instance_path(o, i));
}
inline std::vector<path> discovered(const world& w, const question& q) {
  const path& p = q.uri;
  std::vector<path> shown;
  if (p.level() == level::root)
    for (const unsigned o : objects(w)) discover_instances(w, o, shown);
  else if (q.bootstrap)
    discover_instances(w, object_of(p), shown);
  else if (p.level() == level::object)
    for (const unsigned i : instances(w, object_of(p)))
      shown.push_back(instance_path(object_of(p), i));
  else if (p.level() == level::object_instance)
    return resources_there(w, object_of(p), instance_of(p));
  else
    shown.push_back(p);
  return shown;
}

inline bool is_shown(operation op) {
  return reads(op) ||
         is(op, {operation::read_composite, operation::observe_composite, operation::send});
}

/// What stays visible: the instances of an Object, the Resources of an instance, the paths of a
/// composite or Send that stay; a Resource shows itself. Discover lists all.
inline std::vector<path> visible(const world& w, const question& q) {
  const bool discovers = q.op == operation::discover;
  if ((!discovers && !is_shown(q.op)) || !decide(w, q).is_good()) return {};
  if (discovers) return discovered(w, q);
  const path& p = q.uri;
  std::vector<path> all;
  if (is_list(q))
    all = q.payload;
  else if (p.level() == level::object)
    for (const unsigned i : instances(w, object_of(p)))
      all.push_back(instance_path(object_of(p), i));
  else if (p.level() == level::object_instance)
    all = resources_there(w, object_of(p), instance_of(p));
  else
    all = {p};
  std::erase_if(all, [&](const path& each) { return !stays(w, q, each); });
  return all;
}

// ------------------------------------------------------------------ leaves

/// The Resources at or below a path that a Discover lists, which shows no values.
inline void list_below(const world& w, const path& p, std::vector<path>& all) {
  const unsigned o = object_of(p);
  if (p.level() == level::object)
    for (const unsigned i : instances(w, o)) list_below(w, instance_path(o, i), all);
  else if (p.level() == level::object_instance)
    for (const path& each : resources_there(w, o, instance_of(p))) all.push_back(each);
  else
    all.push_back(p);
}

/// The Resources at or below a path that can be read.
inline void read_below(const world& w, const question& q, const path& p, std::vector<path>& all) {
  if (!stays(w, q, p)) return;
  const unsigned o = object_of(p);
  if (p.level() == level::root)
    for (const unsigned each : objects(w)) read_below(w, q, object_path(each), all);
  else if (p.level() == level::object)
    for (const unsigned i : instances(w, o)) read_below(w, q, instance_path(o, i), all);
  else if (p.level() == level::object_instance)
    for (const path& each : resources_there(w, o, instance_of(p))) read_below(w, q, each, all);
  else
    all.push_back(p);
}

/// Every Resource that may go out; of a Resource Instance that is asked for, itself. What a list
/// names twice is given for each path.
inline std::vector<path> readable(const world& w, const question& q) {
  std::vector<path> all;
  const bool discovers = q.op == operation::discover && !q.bootstrap;  // K3: no Resources
  if ((!discovers && !is_shown(q.op)) || !decide(w, q).is_good()) return all;
  if (discovers)
    list_below(w, q.uri, all);
  else if (!is_list(q))
    read_below(w, q, q.uri, all);
  if (is_list(q))
    for (const path& each : q.payload) read_below(w, q, each, all);
  return all;
}

// ------------------------------------------------------------------ what is named

/// D2, D6, F4: the Resources that do not support Write, where that is why a Write, or in `draft` a
/// Create, was refused. Of an allowed Write or Create those that are ignored: what the Object does
/// not define (D2), and in a Create what does not support Write (D6).
inline std::vector<path> affected(const world& w, const question& q) {
  const bool creates = q.op == operation::create;
  std::vector<path> all;
  if (!creates && !writes(q.op) && q.op != operation::write_composite) return all;
  const answer given = decide(w, q);
  const bool for_it = given.why.contains(reason::operation_not_supported) ||
                      given.why.contains(reason::access_control_read_only);
  const auto name = [&](const path& p) {
    const bool ignored = p.level() >= level::resource &&
                         (definition(w, p) == nullptr || (creates && is_read_only(w, p)));
    if (given.is_good() ? ignored : for_it && is_read_only(w, p)) all.push_back(p);
  };
  name(q.uri);
  for (const path& each : q.payload) name(each);
  return all;
}

}  // namespace reference
