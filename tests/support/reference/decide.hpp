#pragma once

// The decision: section C in its order, and what becomes of the Client's own acts (section H).

#include "support/reference/bootstrap.hpp"
#include "support/reference/composites.hpp"

namespace reference {

/// What a list that is no Write-Composite is refused for, from C2 on (E1, E3, B).
inline refused list_refusal(const trial& t) {
  if (t.q.op == operation::cancel_observation) return std::nullopt;
  const bool own_act = is(t.q.op, {operation::send, operation::notify});
  return own_act ? nothing_left(t) : composite_read(t);
}

/// What a Server's trial is refused for: section C, one step a line.
inline refused server_refusal(const trial& t, remarks& said) {
  refused no = restricted_object(t);  // C1
  if (!no) no = account(t, said);     // C2
  if (!no) no = well_formed(t);
  const bool listed = is_list(t.q);
  if (!no && listed) said.by.reset();
  if (!no && listed && !t.is_composite()) return list_refusal(t);
  if (!no && !listed) no = payload(t);                                            // C9
  if (!no) no = existence(t);                                                     // C3
  if (!no) no = object_level(t);                                                  // C4
  if (!no) no = access_right(t, said);                                            // C5
  if (!no) no = resource_is_there(t);                                             // C6
  if (!no && !listed) no = level_below(t);                                        // C4
  if (!no && t.q.op != operation::cancel_observation) no = operation_support(t);  // C7
  if (!no && t.q.op == operation::create) no = conveys_what_it_must(t);           // D7
  if (!no && t.q.op == operation::create) no = instance_is_free(t);               // D8
  if (!no && (writes(t.q.op) || listed)) no = check_content(t);                   // C8
  if (!no) no = no_session(t);                                                    // K8
  if (!no) no = room(t);                                                          // C10
  return no;
}

inline coap success(operation op) {
  if (op == operation::create) return coap::created;
  if (op == operation::delete_) return coap::deleted;
  const bool changes = writes(op) || is(op, {operation::execute, operation::write_attributes,
                                             operation::write_composite});
  return changes ? coap::changed : coap::content;
}

/// H3: of an Object of which instances are there and none can be read.
inline bool tells_nothing(const world& w, const question& q) {
  return q.uri.level() == level::object && !instances(w, object_of(q.uri)).empty() &&
         !stays(w, q, q.uri);
}

/// H5: what is observed is gone.
inline bool is_gone(const question& q, const refusal& no) {
  return q.op == operation::notify && !is_list(q) &&
         (no.at == step::existence || no.at == step::resource);
}

/// What becomes of a Notify or Send that is refused (H2, H5, E3).
inline answer refused_act(const trial& t, const refusal& no, const remarks& said) {
  const bool cancels = t.q.op == operation::notify && is_draft(t.w);
  answer told{coap::none, cancels ? verdict::cancel : verdict::suppress,
              no.why,     no.at,
              no.where,   no.in_any_instance,
              said.by,    said.needed,
              said.found};
  if (is_gone(t.q, no)) told.code = coap::not_found, told.act = verdict::gone;
  return told;
}

inline answer decide(const trial& t) {
  remarks said;
  if (t.q.bootstrap) said.by.reset();
  refused no = t.q.bootstrap ? bootstrap_refusal(t) : server_refusal(t, said);
  const bool own_act = is(t.q.op, {operation::send, operation::notify});
  if (!no && t.q.op == operation::notify && tells_nothing(t.w, t.q))
    no = refusal{step::access_right, coap::unauthorized, reason::nothing_readable, t.q.uri};
  if (!no && own_act)
    return {coap::none, verdict::send, reason::allowed, step::passed, path{},
            false,      said.by,       said.needed,     said.found};
  if (!no)
    return {success(t.q.op), verdict::allowed, reason::allowed, step::passed, path{},
            false,           said.by,          said.needed,     said.found};
  if (own_act) return refused_act(t, *no, said);
  return {no->code, verdict::denied, no->why,   no->at, no->where, no->in_any_instance,
          said.by,  said.needed,     said.found};
}

inline trial trial_of(const world& w, const question& q) {
  trial made{w, q, {}, false};
  for (const path& each : q.payload) made.all.push_back({each, std::nullopt});
  return made;
}
inline trial trial_of(const world& w, const question& q, const std::vector<assignment>& values) {
  trial made = trial_of(w, q);
  for (const assignment& each : values) made.all.push_back({each.at, each});
  made.is_judged = true;
  return made;
}

/// The decision on a request by its paths alone.
inline answer decide(const world& w, const question& q) { return decide(trial_of(w, q)); }

/// The decision on a request with what it conveys for Object 2.
inline answer decide(const world& w, const question& q, const std::vector<assignment>& values) {
  return decide(trial_of(w, q, values));
}

}  // namespace reference
