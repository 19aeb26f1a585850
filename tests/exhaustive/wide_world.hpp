#pragma once

// The wide world: fewer rights than in the small one, but every kind of Object, path, payload, list
// and requester.

#include "exhaustive/comparison.hpp"
#include "support/catch.hpp"

namespace exhaustive {

constexpr unsigned absent = 65536;
constexpr unsigned some_rights[] = {absent, 0, 1, 2, 4, 8, 16, 3, 31};

constexpr unsigned owner = 101;
constexpr unsigned listed = 102;
constexpr unsigned unlisted = 103;

/// Every edition, and the one that is none.
inline const std::vector<edition_name> all_editions{edition_name{}, edition_name::draft,
                                                    edition_name::v1_0, edition_name::v1_1,
                                                    edition_name::v1_2};

/// Restricted Objects, a single one with and without an instance, multiple ones, one without
/// instances; Resources of all kinds.
inline std::map<unsigned, reference::object> wide_objects() {
  using reference::type_E, reference::type_R, reference::type_W;
  std::map<unsigned, reference::object> all;
  all[0] = {false, {0, 1}, {{0, {type_R | type_W}}}, {0}};
  all[1] = {false,
            {0, 1},
            {{0, {type_R, false, true}}, {1, {type_R | type_W, false, true}}, {8, {type_E}}}};
  all[3] = {true, {0}, {{0, {type_R}}, {4, {type_E}}, {13, {type_R | type_W, true}}}};
  all[5] = {false,
            {1, 2},
            {{0, {type_R | type_W, false, true}},
             {1, {type_R, false, true}},
             {2, {type_E, false, true}},
             {3, {type_R | type_W, true}},
             {4, {0}},
             {5, {type_W}}}};
  all[6] = {true, {}, {{0, {type_R | type_W, false, true}}, {1, {type_E}}}};
  all[7] = {false, {}, {{0, {type_R}}}};
  all[21] = {false, {0}, {{0, {type_R | type_W}}}};
  return all;
}

/// Who may what: `own` is the entry of `listed` and of the Owner, `other` the default entry.
inline world wide_world(edition_name edition, const std::set<unsigned>& accounts, bool disabled,
                        unsigned own, unsigned other) {
  world w{edition, disabled, accounts, {}, wide_objects(), {}};
  std::map<unsigned, unsigned> entries, creators;
  if (own != absent) entries[listed] = own;
  if (other != absent) entries[0] = other;
  if (own != absent) creators[listed] = own & reference::C;
  if (other != absent) creators[0] = other & reference::C;
  w.acls[{3, 0}] = {0, owner, entries};
  w.acls[{5, 1}] = {4, listed, entries};
  w.acls[{5, 2}] = {2, 65535, entries};
  w.acls[{5, 9}] = {3, owner, entries};  // a pre-grant of the draft
  w.acls[{5, 65535}] = {5, 65535, creators};
  w.acls[{6, 65535}] = {6, 65535, creators};
  w.acls[{1, 0}] = {7, owner, {{listed, 1}}};
  w.acls[{21, 0}] = {9, owner, {{listed, 31}, {owner, 31}}};
  return w;
}

/// Every path of interest: all levels, what is there and what is not, restricted Objects, Object 2,
/// reserved IDs, `/` and no path.
inline std::vector<path> wide_paths() {
  std::vector<path> all{path{},
                        path::root(),
                        at(0),
                        at(0, 0),
                        at(0, 0, 0),
                        at(0, 1),
                        at(0, 2, 0),
                        at(6, 7),
                        at(6, 65535),
                        at(3, 7, 9),
                        at(21),
                        at(21, 0),
                        at(21, 0, 0),
                        at(1),
                        at(1, 0),
                        at(1, 1),
                        at(1, 0, 1),
                        at(1, 0, 8),
                        at(3),
                        at(3, 0),
                        at(3, 1),
                        at(3, 0, 0),
                        at(3, 0, 4),
                        at(3, 0, 13),
                        at(3, 0, 13, 0),
                        at(3, 0, 0, 0),
                        at(3, 0, 9),
                        at(5),
                        at(5, 1),
                        at(5, 2),
                        at(5, 7),
                        at(5, 9),
                        at(5, 9, 0),
                        at(5, 9, 3, 0),
                        at(5, 1, 0),
                        at(5, 1, 1),
                        at(5, 1, 2),
                        at(5, 1, 3),
                        at(5, 1, 4),
                        at(5, 1, 5),
                        at(5, 1, 6),
                        at(5, 1, 3, 7),
                        at(5, 2, 0),
                        at(5, 2, 3, 1),
                        at(6),
                        at(6, 0),
                        at(6, 0, 0),
                        at(7),
                        at(7, 0),
                        at(8),
                        at(8, 0),
                        at(8, 0, 0),
                        at(2),
                        at(2, 0),
                        at(2, 4),
                        at(2, 8),
                        at(2, 0, 0),
                        at(2, 4, 1),
                        at(2, 0, 2),
                        at(2, 0, 3),
                        at(2, 4, 3),
                        at(2, 0, 4),
                        at(2, 4, 2),
                        at(2, 0, 2, 0),
                        at(2, 0, 2, 102),
                        at(2, 4, 2, 9),
                        at(2, 0, 3, 0),
                        at(2, 0, 0, 0),
                        at(2, 0, 2, 65535),
                        at(2, 4, 2, 65535),
                        at(65535),
                        at(5, 65535),
                        at(5, 1, 65535),
                        at(5, 1, 3, 65535),
                        at(2, 65535)};
  return all;
}

constexpr unsigned bootstrap = 65536;
inline const std::vector<unsigned> requesters{owner, listed, unlisted, 104, 0, 65535, bootstrap};

inline question by(unsigned server, question q) {
  q.bootstrap = server == bootstrap;
  q.server = q.bootstrap ? 0 : server;
  return q;
}

/// Whether every right is one that every edition can hold.
inline bool within_31(const world& w) {
  for (const auto& [governed, acl] : w.acls)
    for (const auto& [who, right] : acl.entries)
      if (right > 31) return false;
  return true;
}

/// Compares on the stack's own storage, which cannot tell of room, and, where it can hold such a
/// world, on the ready-made one.
inline void compare_all(comparison& compare, const world& w, const asked& all) {
  const stack::objects objects = stack::objects_from(w);
  const stack::policy own = stack::policy_from(w);
  compare.decisions(w, own, objects, all);
  const auto policy = stack::ready_made_from(w);
  const auto model = stack::ready_made_objects_from(w);
  const world in_room = stack::in_ready_made(w);
  const bool known = w.edition != edition_name{};  // without an edition only rights of 0 are held
  if (known && !w.disabled && within_31(w)) REQUIRE(policy.has_value());
  if (w.gone.empty()) REQUIRE(model.has_value());
  if (policy && model) compare.decisions(in_room, *policy, *model, all);
}

}  // namespace exhaustive
