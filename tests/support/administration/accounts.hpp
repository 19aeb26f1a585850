#pragma once

// Accounts that come and go (G4), and the consistency of what Bootstrap leaves (G6).

#include <lwm2m/access/consistency.hpp>
#include <lwm2m/access/status.hpp>

#include "support/administration/changes.hpp"

namespace administration {

using lwm2m::access::fault_kind;
using lwm2m::access::status;

inline status account_added(world& w, unsigned server) {
  if (server == 0 || server >= 65535) return status::server_invalid;
  if (w.accounts.contains(server)) return status::server_doubled;
  if (w.room && w.accounts.size() == w.room->accounts) return status::no_room;
  w.accounts.insert(server);
  return status::done;
}

/// The right that G4 counts: the own entry, for the accounts without one the default entry.
inline unsigned counted_right(const access_control& of, unsigned server) {
  if (of.entries.contains(server)) return of.entries.at(server);
  return of.entries.contains(0) ? of.entries.at(0) : 0;
}

/// Whether one of the remaining accounts can reach the instance.
inline bool is_reached(const world& w, const access_control& of) {
  return std::any_of(w.accounts.begin(), w.accounts.end(),
                     [&](unsigned each) { return (counted_right(of, each) & 15U) != 0; });
}

/// The account with the highest score, of equal ones the lowest; 65535 when no account remains.
inline unsigned elected(const world& w, const access_control& of) {
  unsigned best = 65535;
  int highest = -1;
  for (const unsigned each : w.accounts) {
    const unsigned right = counted_right(of, each);
    const int score = ((right & reference::W) != 0) + ((right & reference::D) != 0);
    if (score > highest) best = each;
    highest = std::max(highest, score);
  }
  return best;
}

struct removal {
  status what;
  std::set<target> deleted{};
  changes told{};
};

/// G4.
inline removal account_removed(world& w, unsigned server) {
  if (w.accounts.erase(server) == 0) return {status::server_unknown};
  removal done{status::done};
  for (auto at = w.acls.begin(); at != w.acls.end();) {
    auto& [governed, acl] = *at;
    const bool owned = acl.owner == server;
    const bool is_kept = governed == target{3, 0} && !is_draft(w);  // D4
    if (owned && !is_kept && !is_reached(w, acl)) {
      done.deleted.insert(governed);
      done.told.insert({change_kind::erased, acl.n, governed});
      at = w.acls.erase(at);
      continue;
    }
    if (owned) acl.owner = elected(w, acl);
    if (acl.entries.erase(server) != 0 || owned)
      done.told.insert({change_kind::changed, acl.n, governed});
    ++at;
  }
  return done;
}

// ------------------------------------------------------------------ consistency

using fault_list = std::set<std::pair<fault_kind, unsigned>>;

/// G6, of what a world can hold: its targets are unique.
inline fault_list consistency(const world& w) {
  fault_list found;
  if (w.edition == edition_name{}) found.insert({fault_kind::edition_unknown, 65535});
  for (const auto& [governed, acl] : w.acls) {
    const bool there = w.objects.contains(governed.first) &&
                       w.objects.at(governed.first).instances.contains(governed.second);
    if (!can_be_governed(governed))
      found.insert({fault_kind::target_restricted, acl.n});
    else if (!there && !is_object_level(governed) && !is_draft(w))
      found.insert({fault_kind::target_missing, acl.n});
    if (acl.owner != 65535 && !w.accounts.contains(acl.owner))
      found.insert({fault_kind::owner_without_account, acl.n});
  }
  return found;
}

}  // namespace administration
