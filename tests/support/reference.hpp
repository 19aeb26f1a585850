#pragma once

// The decision a second time, written literally from the numbered rules (sections A to E and H, and
// what of F a decision needs without values), naively and without a look at the engine. Of the
// library it uses words only: path, operation, edition_name, coap, verdict, determined_by.
//
// Where the rules leave a thing open, the comment says "read as".

#include <lwm2m/access/decision.hpp>
#include <lwm2m/access/edition.hpp>
#include <lwm2m/access/operation.hpp>
#include <lwm2m/access/path.hpp>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <utility>
#include <vector>

namespace reference {

using lwm2m::access::coap;
using lwm2m::access::determined_by;
using lwm2m::access::edition_name;
using lwm2m::access::level;
using lwm2m::access::operation;
using lwm2m::access::path;
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
};

/// One instance of Object 2, which is `/2/n`. Entry 0 is the default entry.
struct access_control {
  unsigned n;
  unsigned owner;
  std::map<unsigned, unsigned> entries;
};

/// Object ID and Object Instance ID; 65535 as the latter for the Object-level AC instance.
using target = std::pair<unsigned, unsigned>;

struct world {
  edition_name edition{};
  bool disabled = false;
  std::set<unsigned> accounts;
  std::map<target, access_control> acls;
  std::map<unsigned, object> objects;
  std::vector<path> gone;  ///< Resources, Resource Instances: defined, but not there
};

struct question {
  bool bootstrap;
  unsigned server;  ///< as it came: 0 and 65535 too
  operation op;
  path uri;
  std::vector<path> payload;
};

/// `by` is empty where section A (and F1, F3) says nothing of it.
struct answer {
  coap code;
  verdict act;
  std::optional<determined_by> by;
};

using determined = std::optional<determined_by>;

inline unsigned object_of(const path& p) { return p.object().value(); }
inline unsigned instance_of(const path& p) { return p.object_instance().value(); }
inline unsigned resource_of(const path& p) { return p.resource().value(); }
inline unsigned entry_of(const path& p) { return p.resource_instance().value(); }

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
/// A Notify without a Uri-Path is that of an Observe-Composite.
inline bool is_composite(const question& q) {
  return is(q.op, {operation::read_composite, operation::observe_composite,
                   operation::write_composite, operation::send}) ||
         (q.op == operation::notify && q.uri.is_none());
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
  static const object two{false, {}, {{0, {type_R, false, true}},
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

/// C3: the Object and, where the path goes so deep, the Object Instance; for a Create the Object.
inline bool exists(const world& w, operation op, const path& p) {
  const bool of_object = p.level() == level::object || op == operation::create;
  return of_object ? find_object(w, object_of(p)) != nullptr
                   : has_instance(w, object_of(p), instance_of(p));
}

/// What the Object says of the path's Resource: nothing when it defines none such.
inline const resource* definition(const world& w, const path& p) {
  const object* found = find_object(w, object_of(p));
  if (found == nullptr || !found->resources.contains(resource_of(p))) return nullptr;
  return &found->resources.at(resource_of(p));
}
inline unsigned access_type(const world& w, const path& p) {
  const resource* defined = definition(w, p);
  return defined == nullptr ? 0 : defined->access_type;
}

/// C6: the Resource and the Resource Instance are there. F6: a Write may make an ACL entry.
inline bool is_there(const world& w, const path& p, bool written) {
  if (p.level() < level::resource) return true;
  const resource* defined = definition(w, p);
  const bool one_of_many = p.level() == level::resource_instance;
  if (defined == nullptr || (one_of_many && !defined->multiple)) return false;
  if (object_of(p) == 2)
    return !one_of_many || written || acl_at(w, instance_of(p))->entries.contains(entry_of(p));
  return std::none_of(w.gone.begin(), w.gone.end(), [&](const path& g) { return g.contains(p); });
}

// ------------------------------------------------------------------ what the decision is made of

/// C1.
inline bool is_restricted(const world& w, const path& p) {
  return object_of(p) == 0 || (object_of(p) == 21 && has_composites(w));
}

/// A1.
inline bool has_account(const world& w, const question& q) {
  return q.server != 0 && q.server != 65535 && w.accounts.contains(q.server);
}

/// Section A, for a Server that has an account.
inline std::pair<unsigned, determined_by> right_of(const world& w, unsigned who, target governed) {
  if (w.accounts.size() == 1) return {R | W | E | D | C, determined_by::single_account};    // A2
  if (w.disabled && w.edition == edition_name::v1_2)                                        // A8
    return {R | W | E | D | C, determined_by::access_control_disabled};
  const auto found = w.acls.find(governed);
  if (found == w.acls.end()) return {0, determined_by::no_access_control};                  // A7
  const auto& [n, owner, entries] = found->second;
  if (entries.contains(who)) return {entries.at(who), determined_by::own_entry};            // A3
  if (governed.second == 65535) return {0, determined_by::no_entry};                        // A10
  if (owner == who && w.edition != edition_name::draft)                                     // A4
    return {R | W | E | D, determined_by::owner};
  if (entries.contains(0)) return {entries.at(0), determined_by::default_entry};            // A5
  return {0, determined_by::no_entry};                                                      // A6
}

/// Section B: the right that the operation needs on that path, 0 for none.
inline unsigned needed_right(operation op, const path& p) {
  if (reads(op) || op == operation::write_attributes) return p.level() == level::object ? 0 : R;
  if (writes(op) || op == operation::write_composite) return W;
  if (op == operation::execute) return E;
  if (op == operation::delete_) return D;
  return op == operation::create ? C : 0;
}

/// C5 on Object 2: F1, F2, F3, F5. The Owner 65535 is no Server's number. Section A is silent; read
/// as: what determines is whether the requester is the Owner, or any account.
inline bool may_on_object_2(const world& w, const question& q, const path& p, determined& by) {
  const bool deleted = q.op == operation::delete_ && p.level() == level::object_instance;
  by.reset();
  if (q.op == operation::create || deleted) return false;
  const unsigned needed = needed_right(q.op, p);
  const bool owns = needed != 0 && acl_at(w, instance_of(p))->owner == q.server;
  if (needed != 0) by = owns ? determined_by::owner : determined_by::any_account;
  return needed == 0 || needed == R || owns;
}

/// C5.
inline bool may(const world& w, const question& q, const path& p, determined& by) {
  if (object_of(p) == 2) return may_on_object_2(w, q, p, by);
  if (reads(q.op) && p.level() == level::object) by.reset();  // D9: many rights, not one
  const unsigned needed = needed_right(q.op, p);
  if (needed == 0) return true;
  const bool in_object = q.op == operation::create &&
                         (p.level() == level::object || w.edition != edition_name::draft);  // D5
  // Read as: nothing governs the draft's `/O/65535`, the Object-level one least of all (A7).
  const unsigned governed = in_object ? 65535 : instance_of(p) == 65535 ? 65536 : instance_of(p);
  const auto [bits, row] = right_of(w, q.server, {object_of(p), governed});                 // A10
  by = row;
  return (bits & needed) != 0;
}

/// A9: what the Bootstrap interface may do.
inline bool is_for_bootstrap(const world& w, const question& q) {
  const unsigned o = object_of(q.uri);
  if (q.op == operation::read)
    return (o == 2 && has_composites(w)) || (o == 1 && w.edition == edition_name::v1_2);
  return writes(q.op) || is(q.op, {operation::delete_, operation::discover});
}

/// C9. What a Create conveys lies in one new instance. Read as: the rule holds for a payload of any
/// operation that has a Uri-Path, though only a Write and a Create convey paths.
inline bool names_outside(const question& q) {
  if (is_composite(q)) return false;
  std::set<unsigned> named;
  for (const path& p : q.payload) {
    if (!q.uri.contains(p)) return true;
    if (p.level() >= level::object_instance) named.insert(instance_of(p));
  }
  return q.op == operation::create && named.size() > 1;
}

/// C4 below an Object, D3, D4.
inline bool applies(const world& w, operation op, const path& p) {
  const level at = p.level();
  const bool draft = w.edition == edition_name::draft;
  if (op == operation::execute) return at == level::resource;
  if (op == operation::create)
    return at == level::object || (draft && at == level::object_instance);
  if (op != operation::delete_ || at == level::object) return true;
  if (at == level::resource_instance)
    return w.edition == edition_name::v1_2 && (access_type(w, p) & type_W) != 0;
  const bool device = object_of(p) == 3 && instance_of(p) == 0;
  return at == level::object_instance && (draft || !device);
}

/// C7 for a Resource that is to be written. One that the Object does not define is ignored (D2); of
/// a Write-Composite Object 2 says it last, as F4 (E5).
inline bool takes_write(const world& w, operation op, const path& p) {
  if (p.level() < level::resource || definition(w, p) == nullptr) return true;
  const bool last = op == operation::write_composite && object_of(p) == 2;
  return last || (access_type(w, p) & type_W) != 0;
}

/// C7, D2, D6. F4 of a plain Write is read as C7 of Object 2, whose Resources 0 and 1 support Read
/// alone: it comes before what C8 (F6) says.
inline bool is_supported(const world& w, const question& q) {
  if (q.bootstrap && q.op != operation::read) return true;  // A9
  const bool all = std::all_of(q.payload.begin(), q.payload.end(),
                               [&](const path& p) { return takes_write(w, q.op, p); });
  if (q.op == operation::create) return w.edition != edition_name::draft || all;
  if (q.op == operation::write_composite) return all;
  if (writes(q.op)) return takes_write(w, q.op, q.uri) && all;
  if (q.op == operation::execute) return (access_type(w, q.uri) & type_E) != 0;
  const bool needs_read = reads(q.op) || q.op == operation::write_attributes;
  return !needs_read || q.uri.level() < level::resource || (access_type(w, q.uri) & type_R) != 0;
}

/// C8 of a Create: D7, then D8.
inline bool can_be_created(const world& w, const question& q) {
  const object& made = *find_object(w, object_of(q.uri));
  std::set<unsigned> conveyed;
  std::set<unsigned> asked_for;
  if (q.uri.level() == level::object_instance) asked_for.insert(instance_of(q.uri));
  for (const path& p : q.payload) {
    if (p.level() >= level::object_instance) asked_for.insert(instance_of(p));
    if (p.level() >= level::resource) conveyed.insert(resource_of(p));
  }
  for (const auto& [r, defined] : made.resources)
    if (defined.mandatory && (defined.access_type & type_W) != 0 && !conveyed.contains(r))
      return false;
  return !(made.single && !made.instances.empty()) &&
         std::none_of(asked_for.begin(), asked_for.end(),
                      [&](unsigned i) { return i == 65535 || made.instances.contains(i); });
}

/// What Object 2 refuses of a Write without a look at values: F4 to a Server, F6; in path order.
inline std::optional<coap> content_refused(const question& q, std::vector<path> all) {
  all.insert(all.begin(), q.uri);
  for (const path& p : all) {
    if (object_of(p) != 2 || p.level() < level::resource) continue;
    if (!q.bootstrap && resource_of(p) < 2) return coap::method_not_allowed;               // F4
    if (resource_of(p) == 2 && p.level() == level::resource_instance && entry_of(p) == 65535)
      return coap::bad_request;                                                            // F6
  }
  return std::nullopt;
}

inline coap success(operation op) {
  if (op == operation::create) return coap::created;
  if (op == operation::delete_) return coap::deleted;
  const bool changes = writes(op) || is(op, {operation::execute, operation::write_attributes,
                                             operation::write_composite});
  return changes ? coap::changed : coap::content;
}

/// Whether a path stays in a composite Read (E1, E3, E4) or an instance in that of an Object (D9).
inline bool stays(const world& w, const question& q, const path& p) {
  using namespace lwm2m::access;
  if (p.is_none() || (!q.bootstrap && is_restricted(w, p))) return false;
  if (p.level() == level::root)
    return stays(w, q, path{object_id{2}}) ||
           std::any_of(w.objects.begin(), w.objects.end(),
                       [&](const auto& each) { return stays(w, q, path{object_id{each.first}}); });
  if (find_object(w, object_of(p)) == nullptr) return false;
  if (p.level() == level::object) {
    const std::set<unsigned> all = instances(w, object_of(p));
    return std::any_of(all.begin(), all.end(), [&](unsigned i) {
      return stays(w, q, path{p.object(), object_instance_id{i}});
    });
  }
  if (!has_instance(w, object_of(p), instance_of(p))) return false;
  const bool any = q.bootstrap || object_of(p) == 2;  // A9, F3
  if (!any && (right_of(w, q.server, {object_of(p), instance_of(p)}).first & R) == 0) return false;
  if (p.level() == level::object_instance) return true;
  return is_there(w, p, false) && (access_type(w, p) & type_R) != 0;
}

// ------------------------------------------------------------------ the decision

/// What a decision says beside its code.
struct remarks {
  determined by = determined_by::nothing;
  bool may_write = false;  ///< all was well up to C7: what is 4.05 now, is so for what is conveyed
};

/// Section C in its order; of a Write-Composite each step over all paths before the next (E2).
inline coap code_of(const world& w, const question& q, remarks& r) {
  const bool listed = is_composite(q), write_list = q.op == operation::write_composite;
  const bool known = q.op >= operation::read && q.op <= operation::write_composite &&
                     (!listed || has_composites(w));
  const std::span<const path> asked = listed ? std::span{q.payload} : std::span{&q.uri, 1};
  const auto any = [&](auto holds) { return std::any_of(asked.begin(), asked.end(), holds); };
  const auto all = [&](auto holds) { return std::all_of(asked.begin(), asked.end(), holds); };
  const auto at = [](level l) { return [l](const path& p) { return p.level() == l; }; };

  if (!q.bootstrap && (!listed || (write_list && known)) &&
      any([&](const path& p) { return is_restricted(w, p); }))
    return coap::unauthorized;                                                             // C1
  if (!q.bootstrap && !has_account(w, q)) {
    r.by = determined_by::no_account;
    return coap::unauthorized;                                                             // C2
  }
  if (write_list && known && any([](const path& p) { return p.level() < level::resource; }))
    return coap::bad_request;                                                              // E2
  if (w.edition == edition_name{}) return coap::internal_server_error;
  if (!known || (q.bootstrap && !is_for_bootstrap(w, q))) return coap::method_not_allowed;  // A9
  if (listed || q.bootstrap) r.by.reset();
  if (listed && !write_list)
    return any([&](const path& p) { return stays(w, q, p); }) ? coap::content
                                                               : coap::unauthorized;       // E1
  if (asked.empty() || any(at(level::none))) return coap::bad_request;
  if (any(at(level::root))) return coap::method_not_allowed;                               // C4
  if (names_outside(q)) return coap::bad_request;                                          // C9
  if (!all([&](const path& p) { return exists(w, q.op, p); })) return coap::not_found;     // C3
  const bool not_on_object = writes(q.op) || is(q.op, {operation::execute, operation::delete_});
  if (not_on_object && any(at(level::object)))
    return coap::method_not_allowed;                                                       // C4
  determined row = r.by;
  const bool may_all = q.bootstrap || all([&](const path& p) { return may(w, q, p, row); });
  if (!listed || !may_all) r.by = row;
  if (!may_all) return coap::unauthorized;                                                 // C5
  const bool makes = writes(q.op) || write_list;
  if (q.op != operation::create && !all([&](const path& p) { return is_there(w, p, makes); }))
    return coap::not_found;                                                                // C6
  if (!all([&](const path& p) { return applies(w, q.op, p); }))
    return coap::method_not_allowed;                                                       // C4
  r.may_write = makes || (q.op == operation::create && w.edition == edition_name::draft);
  if (!is_supported(w, q)) return coap::method_not_allowed;                                // C7
  if (q.op == operation::create && !can_be_created(w, q)) return coap::bad_request;        // C8
  if (makes)
    if (const auto refused = content_refused(q, q.payload)) return *refused;               // F4, F6
  return success(q.op);
}

/// The decision: the code, or what becomes of the Client's own act.
inline answer decide(const world& w, const question& q) {
  remarks r;
  const coap code = code_of(w, q, r);
  const bool good = code < coap::bad_request;
  if (q.op == operation::send)                                                             // E3
    return {coap::none, good ? verdict::send : verdict::suppress, r.by};
  if (q.op != operation::notify) return {code, good ? verdict::allowed : verdict::denied, r.by};
  const bool shown = q.uri.level() != level::object || stays(w, q, q.uri);                 // H3
  if (good && shown) return {coap::none, verdict::send, r.by};                             // H2
  const bool draft = w.edition == edition_name::draft;
  return {coap::none, draft ? verdict::cancel : verdict::suppress, r.by};
}

// ------------------------------------------------------------------ what is shown, what is named

/// What stays visible: the instances of an Object, the Resources of an instance, the paths of a
/// composite or Send that stay; a Resource shows itself. Discover lists all.
inline std::vector<path> visible(const world& w, const question& q) {
  const answer given = decide(w, q);
  if (given.act != verdict::allowed && given.act != verdict::send) return {};
  const bool all = q.op == operation::discover;
  const path& p = q.uri;
  std::vector<path> shown;
  const auto show = [&](const path& each) {
    if (all || stays(w, q, each)) shown.push_back(each);
  };
  if (is_composite(q) && q.op != operation::write_composite) {
    for (const path& each : q.payload) show(each);
  } else if (all || reads(q.op)) {
    if (p.level() == level::object)
      for (const unsigned i : instances(w, object_of(p)))
        show(path{p.object(), lwm2m::access::object_instance_id{i}});
    else if (p.level() == level::object_instance)
      for (const auto& [r, defined] : find_object(w, object_of(p))->resources) {
        const path each{p.object(), p.object_instance(), lwm2m::access::resource_id{r}};
        if (is_there(w, each, false)) show(each);
      }
    else
      show(p);
  }
  return shown;
}

/// D2, D6, F4: the Resources that do not support Write, where that is why a Write, or in `draft` a
/// Create, was refused.
inline std::vector<path> affected(const world& w, const question& q) {
  std::vector<path> all = q.payload, named;
  all.insert(all.begin(), q.uri);
  remarks r;
  const bool refused = code_of(w, q, r) == coap::method_not_allowed && r.may_write;
  for (const path& p : all)
    if (refused && definition(w, p) != nullptr && (access_type(w, p) & type_W) == 0)
      named.push_back(p);
  return named;
}

}  // namespace reference
