#pragma once

// The words of the reference: a device in plain numbers, what is asked of it, and what there is.

#include <lwm2m/access/decision.hpp>
#include <lwm2m/access/edition.hpp>
#include <lwm2m/access/operation.hpp>
#include <lwm2m/access/path.hpp>

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace reference {

using lwm2m::access::coap;
using lwm2m::access::determined_by;
using lwm2m::access::edition_name;
using lwm2m::access::level;
using lwm2m::access::operation;
using lwm2m::access::path;
using lwm2m::access::reason;
using lwm2m::access::step;
using lwm2m::access::verdict;

// Access right: bits from the least significant. Access Type: bits from the most significant.
inline constexpr unsigned R = 1, W = 2, E = 4, D = 8, C = 16;
inline constexpr unsigned type_R = 0x80, type_W = 0x40, type_E = 0x20;

struct resource {
  unsigned access_type;
  bool multiple = false;
  bool mandatory = false;
};

struct object {
  bool single = false;
  std::set<unsigned> instances;
  std::map<unsigned, resource> resources;
  std::set<unsigned> kept{};  ///< K2: instances that no Bootstrap-Delete takes
};

/// One instance of Object 2, which is `/2/n`. Entry 0 is the default entry.
struct access_control {
  unsigned n;
  unsigned owner;
  std::map<unsigned, unsigned> entries;
};

/// Object ID and Object Instance ID; 65535 as the latter for the Object-level AC instance.
using target = std::pair<unsigned, unsigned>;

/// What a policy has room for.
struct capacity {
  std::size_t instances = 8;
  std::size_t entries = 24;
  std::size_t accounts = 4;
};

struct world {
  edition_name edition{};
  bool disabled = false;
  std::set<unsigned> accounts;
  std::map<target, access_control> acls;
  std::map<unsigned, object> objects;
  std::vector<path> gone;          ///< Resources, Resource Instances: defined, but not there
  std::optional<capacity> room{};  ///< C10; without it the policy cannot tell
  bool bootstrap_open = false;     ///< K8: a Bootstrap session has begun
};

struct question {
  bool bootstrap;
  unsigned server;  ///< as it came: 0 and 65535 too
  operation op;
  path uri;
  std::vector<path> payload;
};

inline unsigned object_of(const path& p) { return p.object().value(); }
inline unsigned instance_of(const path& p) { return p.object_instance().value(); }
inline unsigned resource_of(const path& p) { return p.resource().value(); }
inline unsigned entry_of(const path& p) { return p.resource_instance().value(); }

inline path object_path(unsigned o) { return path{lwm2m::access::object_id{o}}; }
inline path instance_path(unsigned o, unsigned i) {
  return {lwm2m::access::object_id{o}, lwm2m::access::object_instance_id{i}};
}
inline path resource_path(unsigned o, unsigned i, unsigned r) {
  return {lwm2m::access::object_id{o}, lwm2m::access::object_instance_id{i},
          lwm2m::access::resource_id{r}};
}

inline bool is(operation op, std::initializer_list<operation> any) {
  return std::find(any.begin(), any.end(), op) != any.end();
}
inline bool writes(operation op) { return is(op, {operation::write, operation::update}); }
inline bool reads(operation op) {
  return is(op, {operation::read, operation::observe, operation::notify});
}
inline bool has_composites(const world& w) {
  return w.edition == edition_name::v1_1 || w.edition == edition_name::v1_2;
}
inline bool is_draft(const world& w) { return w.edition == edition_name::draft; }

/// A list of paths instead of a Uri-Path: a composite, Send, and what an Observe-Composite began.
inline bool is_list(const question& q) {
  return is(q.op, {operation::read_composite, operation::observe_composite,
                   operation::write_composite, operation::send}) ||
         (is(q.op, {operation::notify, operation::cancel_observation}) && q.uri.is_none());
}

// ------------------------------------------------------------------ what there is

/// The instance of Object 2 at `/2/n`.
inline const access_control* acl_at(const world& w, unsigned n) {
  for (const auto& [governed, acl] : w.acls)
    if (acl.n == n) return &acl;
  return nullptr;
}

/// Object 2 is built in.
inline const object* find_object(const world& w, unsigned o) {
  static const object two{false,
                          {},
                          {{0, {type_R, false, true}},
                           {1, {type_R, false, true}},
                           {2, {type_R | type_W, true, false}},
                           {3, {type_R | type_W, false, true}}}};
  if (o == 2) return &two;
  const auto found = w.objects.find(o);
  return found == w.objects.end() ? nullptr : &found->second;
}
inline bool has_instance(const world& w, unsigned o, unsigned i) {
  if (o == 2) return acl_at(w, i) != nullptr;
  const object* found = find_object(w, o);
  return found != nullptr && found->instances.contains(i);
}
inline std::set<unsigned> instances(const world& w, unsigned o) {
  if (o != 2) return w.objects.at(o).instances;
  std::set<unsigned> all;
  for (const auto& [governed, acl] : w.acls) all.insert(acl.n);
  return all;
}
/// All Objects, Object 2 among them.
inline std::set<unsigned> objects(const world& w) {
  std::set<unsigned> all{2};
  for (const auto& [o, each] : w.objects) all.insert(o);
  return all;
}

/// What the Object says of the path's Resource: nothing when it defines none such.
inline const resource* definition(const world& w, const path& p) {
  const object* found = find_object(w, object_of(p));
  if (p.level() < level::resource || found == nullptr) return nullptr;
  const auto defined = found->resources.find(resource_of(p));
  return defined == found->resources.end() ? nullptr : &defined->second;
}
inline unsigned access_type(const world& w, const path& p) {
  const resource* defined = definition(w, p);
  return defined == nullptr ? 0 : defined->access_type;
}

/// C6: "an instance of a Resource that is not multiple never does" exist.
inline bool can_be_there(const world& w, const path& p) {
  const resource* defined = definition(w, p);
  return defined != nullptr && (p.level() == level::resource || defined->multiple);
}

/// C6, whatever the operation: the Resource or Resource Instance is there.
inline bool is_there(const world& w, const path& p) {
  if (!can_be_there(w, p)) return false;
  if (object_of(p) == 2)
    return p.level() == level::resource || acl_at(w, instance_of(p))->entries.contains(entry_of(p));
  return std::none_of(w.gone.begin(), w.gone.end(), [&](const path& g) { return g.contains(p); });
}

/// C1.
inline bool is_restricted(const world& w, const path& p) {
  return p.level() >= level::object &&
         (object_of(p) == 0 || (object_of(p) == 21 && has_composites(w)));
}

/// A1.
inline bool has_account(const world& w, const question& q) {
  return q.server != 0 && q.server != 65535 && w.accounts.contains(q.server);
}

/// D4: the Device instance, but in the draft.
inline bool is_device_instance(const world& w, const path& p) {
  return p.level() == level::object_instance && object_of(p) == 3 && instance_of(p) == 0 &&
         !is_draft(w);
}

}  // namespace reference
