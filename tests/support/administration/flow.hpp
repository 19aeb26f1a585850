#pragma once

// Requests as they are carried out: begun, performed by the stack, committed (or dropped, which is
// nothing); and Bootstrap sessions (K8).

#include "support/administration/accounts.hpp"

namespace administration {

/// The answer to a request, and what was told of it.
struct outcome {
  answer decided;
  changes told{};
};

/// A request that was begun: the decision, and Object 2 and the accounts as they were.
struct pending {
  question asked;
  values conveyed;
  answer decided;
  target made{};  ///< of a Create
  std::set<unsigned> accounts;
  access_controls acls;
};

inline pending begin(const world& w, const question& q, const values& conveyed = {}) {
  pending begun{q, conveyed, reference::decide(w, q, conveyed), {}, w.accounts, w.acls};
  if (q.op == operation::create && begun.decided.is_good())
    begun.made = {object_of(q.uri), reference::made_instance(w, q)};
  return begun;
}

inline answer refused_again(reason why, coap code) {
  return {code, lwm2m::access::verdict::denied, why, reference::step::none, std::nullopt};
}

/// What is asked again of a Create whose policy has changed: the account, the right, room, and that
/// nothing governs the new instance that did not when it was begun.
inline std::optional<answer> create_refused(const pending& begun, const world& now) {
  const question& q = begun.asked;
  if (!reference::has_account(now, q)) return refused_again(reason::no_account, coap::unauthorized);
  const target governed = reference::governing(now, q.op, q.uri);
  if ((reference::right_of(now, q.server, governed).bits & reference::C) == 0)
    return refused_again(reason::access_right_missing, coap::unauthorized);
  const bool since = now.acls.contains(begun.made) && !begun.acls.contains(begun.made);
  if (since) return refused_again(reason::granted_meanwhile, coap::internal_server_error);
  world then = now;
  (void)govern_created(then, begun.made, q.server);
  if (now.room && !reference::fits(then.acls, *now.room))
    return refused_again(reason::no_room, coap::internal_server_error);
  return std::nullopt;
}

/// Section F, of the part of a request that is for Object 2.
inline std::optional<answer> object_2_refused(const pending& begun, const world& now) {
  question q = begun.asked;
  values conveyed = begun.conveyed;
  std::erase_if(q.payload, [](const path& each) { return object_of(each) != 2; });
  std::erase_if(conveyed, [](const assignment& each) { return object_of(each.at) != 2; });
  const bool any = object_of(q.uri) == 2 || !q.payload.empty() || !conveyed.empty();
  if (!any) return std::nullopt;
  const answer again = reference::decide(now, q, conveyed);
  return again.is_good() ? std::nullopt : std::optional{again};
}

/// What a commit does to Object 2, once the stack has performed. The objects are not asked again;
/// where the policy is as it was, nothing is refused.
inline outcome commit(const pending& begun, world& now) {
  const question& q = begun.asked;
  if (!begun.decided.is_good()) return {begun.decided};
  const bool changed = now.accounts != begun.accounts ||
                       !std::equal(now.acls.begin(), now.acls.end(), begun.acls.begin(),
                                   begun.acls.end(), [](const auto& a, const auto& b) {
                                     return a.first == b.first && a.second.n == b.second.n &&
                                            a.second.owner == b.second.owner &&
                                            a.second.entries == b.second.entries;
                                   });
  std::optional<answer> no;
  if (changed && q.op == operation::create) no = create_refused(begun, now);
  if (changed && (is_write(q.op) || (q.op == operation::delete_ && object_of(q.uri) == 2)))
    no = object_2_refused(begun, now);
  if (no) return {*no};
  if (q.op == operation::create) return {begun.decided, govern_created(now, begun.made, q.server)};
  if (q.op == operation::delete_) return {begun.decided, delete_governed(now, q.uri)};
  return {begun.decided, is_write(q.op) ? write_object_2(now, q, begun.conveyed) : changes{}};
}

/// A request in one step: what Object 2 and the objects are after it, and its answer.
inline outcome administer(world& w, const question& q, const values& conveyed = {}) {
  const pending begun = begin(w, q, conveyed);
  if (!begun.decided.is_good()) return {begun.decided};
  world performed = w;
  perform(performed, q, conveyed);
  const outcome done = commit(begun, w);
  w.objects = performed.objects;
  w.gone = performed.gone;
  return done;
}

/// The Client itself deletes an instance (G2).
inline changes instance_deleted(world& w, target gone) {
  forget_instance(w, gone.first, gone.second);
  return ungoverned(w, gone);
}

// ------------------------------------------------------------------ Bootstrap sessions

/// K8: what a session works on. Servers are decided for by what was there before.
inline world begin_session(world& committed) {
  world staged = committed;
  committed.bootstrap_open = true;
  return staged;
}
inline void drop_session(world& committed) { committed.bootstrap_open = false; }

/// All at once, when nothing is wrong with it; else it goes on.
inline fault_list finish_session(world& committed, const world& staged) {
  const fault_list found = consistency(staged);
  if (found.empty()) committed = staged;
  return found;
}

}  // namespace administration
