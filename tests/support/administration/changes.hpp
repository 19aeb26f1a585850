#pragma once

// What requests and events do to Object 2 and to the objects (F, G1, G2, K6, K7).
//
// Where the rules leave a thing open, the comment says "read as".

#include <lwm2m/access/life_cycle.hpp>

#include <compare>

#include "support/reference.hpp"

namespace administration {

using lwm2m::access::change_kind;
using reference::access_control;
using reference::access_controls;
using reference::acl_at;
using reference::answer;
using reference::assignment;
using reference::can_be_governed;
using reference::capacity;
using reference::coap;
using reference::edition_name;
using reference::entry_of;
using reference::governed_by;
using reference::instance_of;
using reference::is_acl;
using reference::is_draft;
using reference::is_object_level;
using reference::level;
using reference::object_of;
using reference::operation;
using reference::path;
using reference::question;
using reference::reason;
using reference::resource_of;
using reference::target;
using reference::trial;
using reference::world;

using values = std::vector<assignment>;

/// A change to `/2/n`.
struct change {
  change_kind kind;
  unsigned n;
  target governed;
  friend auto operator<=>(const change&, const change&) = default;
};
using changes = std::set<change>;

inline bool is_disabled(const world& w) { return w.disabled && w.edition == edition_name::v1_2; }
inline bool is_write(operation op) {
  return reference::writes(op) || op == operation::write_composite;
}
inline unsigned lowest_free_n(const world& w) {
  unsigned n = 0;
  while (acl_at(w, n) != nullptr) ++n;
  return n;
}

// ------------------------------------------------------------------ Object 2

/// G2.
inline changes ungoverned(world& w, target gone) {
  const auto found = w.acls.find(gone);
  if (found == w.acls.end()) return {};
  const changes told{{change_kind::erased, found->second.n, gone}};
  w.acls.erase(found);
  return told;
}

/// Tells of every instance that a Write is to, by what it governed before too (H2: an observation
/// of that is looked at); of one that is made, that it is, and then that it is written.
inline changes told_of(const world& before, const access_controls& after, const trial& t) {
  changes told;
  for (const unsigned n : reference::written_instances(t)) {
    const target was = governed_by(before.acls, n), is = governed_by(after, n);
    const bool made = acl_at(before, n) == nullptr;
    told.insert({made ? change_kind::made : change_kind::changed, n, made ? is : was});
    told.insert({change_kind::changed, n, is});
  }
  return told;
}

inline changes write_object_2(world& w, const question& q, const values& conveyed) {
  const trial t = reference::trial_of(w, q, conveyed);
  if (!t.is_composite() && !t.is_for_object_2()) return {};
  access_controls after = reference::after_write(t);
  const changes told = told_of(w, after, t);
  w.disabled = w.disabled && after.size() <= w.acls.size();  // A8
  w.acls = std::move(after);
  return told;
}

/// G1. There is room.
inline changes govern_created(world& w, target made, unsigned by) {
  if (w.accounts.size() < 2 || is_disabled(w)) return {};
  const auto found = w.acls.find(made);
  if (found == w.acls.end()) {
    access_control added{lowest_free_n(w), by, {}};
    if (is_draft(w)) added.entries[by] = 15;
    w.acls[made] = added;
    return {{change_kind::made, added.n, made}};
  }
  if (is_draft(w)) return {};
  found->second.owner = by;
  found->second.entries.clear();
  return {{change_kind::changed, found->second.n, made}};
}

/// K2: the instances that a Delete takes. An Object that is deleted as a whole keeps what is kept.
inline std::set<target> deleted_instances(const world& w, const path& at) {
  std::set<target> all;
  for (const auto& [o, of] : w.objects)
    for (const unsigned i : of.instances) {
      const bool stays = at.level() <= level::object && reference::is_kept(w, o, i);
      if (at.contains(reference::instance_path(o, i)) && !stays) all.insert({o, i});
    }
  return all;
}

/// K7: whether the Delete of an Object, or of everything, takes what governs that target. Read as:
/// of an Object that is deleted what was granted for instances that are not there goes too.
inline bool is_taken(const world& w, const path& at, const target& governed) {
  if (at.level() == level::root || object_of(at) == 2) return true;
  return governed.first == object_of(at) && !is_object_level(governed) &&
         !reference::is_kept(w, governed.first, governed.second);
}

/// F5, G2, K7: what a Delete does to Object 2.
inline changes delete_governed(world& w, const path& at) {
  changes told;
  if (at.level() <= level::object) {
    for (const auto& [governed, acl] : std::map{w.acls})
      if (is_taken(w, at, governed)) told.merge(ungoverned(w, governed));
    return told;
  }
  if (object_of(at) != 2)
    return at.level() == level::object_instance ? ungoverned(w, {object_of(at), instance_of(at)})
                                                : told;
  const target governed = governed_by(w.acls, instance_of(at));
  if (at.level() == level::object_instance) return ungoverned(w, governed);
  w.acls.at(governed).entries.erase(entry_of(at));
  return {{change_kind::changed, instance_of(at), governed}};
}

// ------------------------------------------------------------------ the stack's part

/// A Resource or Resource Instance is there (D2, E2).
inline void make_there(world& w, const path& p) {
  if (p.level() < level::resource) return;
  std::erase_if(w.gone, [&](const path& g) { return g == p || g.contains(p); });
}
inline void forget_instance(world& w, unsigned o, unsigned i) {
  if (!w.objects.contains(o)) return;
  w.objects.at(o).instances.erase(i);
  const path all = reference::instance_path(o, i);
  std::erase_if(w.gone, [&](const path& g) { return all.contains(g); });
}
inline void make_instance(world& w, const path& p) {
  if (p.level() >= level::object_instance && w.objects.contains(object_of(p)))
    w.objects.at(object_of(p)).instances.insert(instance_of(p));
}

inline void perform_write(world& w, const question& q, const values& conveyed) {
  reference::content all = reference::trial_of(w, q, conveyed).all;
  if (q.uri.level() >= level::object) all.push_back({q.uri, std::nullopt});
  for (const reference::conveyed& each : all) {
    if (q.bootstrap) make_instance(w, each.at);  // K1
    if (each.is_null() && object_of(each.at) != 2)
      w.gone.push_back(each.at);  // E6
    else
      make_there(w, each.at);
  }
}

inline void perform_delete(world& w, const path& at) {
  if (at.level() == level::resource_instance) {
    if (object_of(at) != 2) w.gone.push_back(at);
    return;
  }
  for (const auto& [o, i] : deleted_instances(w, at)) forget_instance(w, o, i);
}

/// What the stack does when an allowed request is performed. Object 2 is the engine's.
inline void perform(world& w, const question& q, const values& conveyed) {
  if (is_write(q.op)) perform_write(w, q, conveyed);
  if (q.op == operation::delete_) perform_delete(w, q.uri);
  if (q.op != operation::create) return;
  const unsigned made = reference::made_instance(w, q);
  make_instance(w, reference::instance_path(object_of(q.uri), made));
}

}  // namespace administration
