#pragma once

// Sections A and B: whose right it is, and which right is needed.

#include "support/reference/world.hpp"

namespace reference {

/// An access right, and the row of section A that it comes from.
struct obtained {
  unsigned bits;
  determined_by by;
};

/// Section A, for a Server that has an account.
inline obtained right_of(const world& w, unsigned who, target governed) {
  if (w.accounts.size() == 1) return {R | W | E | D | C, determined_by::single_account};  // A2
  if (w.disabled && w.edition == edition_name::v1_2)                                      // A8
    return {R | W | E | D | C, determined_by::access_control_disabled};
  const auto found = w.acls.find(governed);
  if (found == w.acls.end()) return {0, determined_by::no_access_control};  // A7
  const auto& [n, owner, entries] = found->second;
  if (entries.contains(who)) return {entries.at(who), determined_by::own_entry};   // A3
  if (governed.second == 65535) return {0, determined_by::no_entry};               // A10
  if (owner == who && !is_draft(w)) return {R | W | E | D, determined_by::owner};  // A4
  if (entries.contains(0)) return {entries.at(0), determined_by::default_entry};   // A5
  return {0, determined_by::no_entry};                                             // A6
}

/// Section B: the right that the operation needs on that path, 0 for none.
inline unsigned needed_right(operation op, const path& p) {
  if (reads(op) || op == operation::write_attributes) return p.level() == level::object ? 0 : R;
  if (writes(op) || op == operation::write_composite) return W;
  if (op == operation::execute) return E;
  if (op == operation::delete_) return D;
  return op == operation::create ? C : 0;
}

/// What governs that path: its instance, or (A10, D5) who may create in its Object. Read as:
/// nothing governs the draft's `/O/65535`, the Object-level one least of all (A7).
inline target governing(const world& w, operation op, const path& p) {
  const bool by_object =
      op == operation::create && (p.level() == level::object || !is_draft(w));  // D5
  if (by_object) return {object_of(p), 65535};                                  // A10
  return {object_of(p), instance_of(p) == 65535 ? 65536 : instance_of(p)};
}

/// Whether a Server that has an account may read that instance (F3, and R of section A).
inline bool has_R(const world& w, const question& q, unsigned o, unsigned i) {
  return o == 2 || (right_of(w, q.server, {o, i}).bits & R) != 0;
}

}  // namespace reference
