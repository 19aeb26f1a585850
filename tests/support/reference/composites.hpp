#pragma once

// Section E of what is read: which Object Instances are involved, and which paths stay.

#include "support/reference/steps.hpp"

namespace reference {

/// Whether a path stays in a composite Read (E1, E3, E4), or an instance in that of an Object (D9).
/// Bootstrap reads with every right (K4).
inline bool stays(const world& w, const question& q, const path& p) {
  if (p.is_none() || (!q.bootstrap && is_restricted(w, p))) return false;
  const auto any = [&](const std::set<unsigned>& ids, auto make) {
    return std::any_of(ids.begin(), ids.end(), [&](unsigned id) { return stays(w, q, make(id)); });
  };
  if (p.level() == level::root) return any(objects(w), object_path);
  const unsigned o = object_of(p), i = instance_of(p);
  if (find_object(w, o) == nullptr) return false;
  if (p.level() == level::object)
    return any(instances(w, o), [o](unsigned each) { return instance_path(o, each); });
  if (!has_instance(w, o, i) || (!q.bootstrap && !has_R(w, q, o, i))) return false;
  if (p.level() == level::object_instance) return true;
  return is_there(w, p) && (access_type(w, p) & type_R) != 0;
}

/// E1: whether an Object Instance is involved, and whether one of them has R.
struct involved {
  bool any = false;
  bool any_has_R = false;
};
inline void involve(const trial& t, const path& p, involved& found) {
  if (p.is_none()) return;
  if (p.level() == level::root) {
    for (const unsigned o : objects(t.w))
      if (!is_restricted(t.w, object_path(o))) involve(t, object_path(o), found);
    return;
  }
  if (is_restricted(t.w, p)) {
    found.any = true;
    return;
  }
  if (find_object(t.w, object_of(p)) == nullptr) return;
  for (const unsigned i : instances(t.w, object_of(p))) {
    if (p.level() > level::object && i != instance_of(p)) continue;
    found.any = true;
    found.any_has_R = found.any_has_R || has_R(t.w, t.q, object_of(p), i);
  }
}

/// E1. The rules name no path: no instance that any of them names has R.
inline refused composite_read(const trial& t) {
  involved found;
  for (const conveyed& each : t.all) involve(t, each.at, found);
  if (!found.any || found.any_has_R) return std::nullopt;
  return refusal{step::access_right, coap::unauthorized, reason::no_right_on_any_instance};
}

/// E3. Read as: where nothing is left because no right is, either may be told.
inline refused nothing_left(const trial& t) {
  const bool left = std::any_of(t.all.begin(), t.all.end(),
                                [&](const conveyed& each) { return stays(t.w, t.q, each.at); });
  if (left) return std::nullopt;
  reasons why = reason::nothing_readable;
  if (composite_read(t)) why |= reason::no_right_on_any_instance;
  return refusal{step::access_right, coap::unauthorized, why};
}

}  // namespace reference
