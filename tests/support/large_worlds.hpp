#pragma once

// Large random worlds, up to what a policy holds: keys that collide in its index, numbers at the
// ends of their range, and questions that mostly hit what is there.

#include <lwm2m/access/object_model.hpp>
#include <lwm2m/access/policy.hpp>

#include <iterator>
#include <vector>

#include "support/administered.hpp"
#include "support/dice.hpp"
#include "support/reference.hpp"
#include "support/world.hpp"

namespace large {

namespace lac = lwm2m::access;
using administration::at;
using reference::operation;
using reference::path;
using reference::question;
using reference::target;
using reference::world;

inline constexpr reference::capacity room{64, 256, 8};
using policy = lac::policy<room.instances, room.entries, room.accounts>;
using model = lac::object_model<12, 120, 150>;

template <class Container>
const auto& any_of(dice& d, const Container& all) {
  return *std::next(all.begin(), d.below(static_cast<unsigned>(all.size())));
}

// ------------------------------------------------------------------ worlds

inline unsigned any_server(dice& d) {
  return d.one_of<unsigned>({101, 101, 102, 102, 103, 104, 105, 106, 1, 257, 32768, 65534});
}

/// An instance of `object`, both buckets of which are among four of the policy's index: with a few
/// of them records overflow.
inline unsigned colliding_instance(dice& d, unsigned object) {
  using index = lac::target_index<room.instances>;
  const auto meets_others = [&](unsigned instance) {
    const std::uint32_t key =
        lac::access_control_target::from_wire(lac::object_id{object}, instance).key();
    return index::first_bucket(key) < 4 && index::second_bucket(key) < 4;
  };
  unsigned i = d.below(65535);
  while (!meets_others(i)) i = (i + 1) % 65535;
  return i;
}

inline unsigned any_instance(dice& d, unsigned object) {
  if (d.once_in(3)) return colliding_instance(d, object);
  return d.once_in(8) ? d.one_of<unsigned>({256, 65534}) : d.below(9);
}

inline reference::object any_object(dice& d, unsigned id) {
  reference::object made{d.once_in(4), {}, {}};
  unsigned instances = made.single ? d.below(2) : d.below(10);
  for (; instances > 0; --instances) made.instances.insert(any_instance(d, id));
  for (unsigned left = 1 + d.below(11); left > 0; --left)
    made.resources[d.once_in(10) ? 65534 : d.below(12)] = {d.below(8) << 5U, d.once_in(3),
                                                           d.once_in(5)};
  return made;
}

/// An access right; in an edition that has no highest one, now and then with reserved bits.
inline unsigned any_right(dice& d, reference::edition_name edition) {
  if (edition != reference::edition_name::v1_2 && d.once_in(10)) return d.below(65536);
  return d.one_of<unsigned>({0, 1, 2, 3, 15, 15, 31, d.below(32), d.below(32)});
}

inline target any_target(dice& d, const world& w) {
  const unsigned o = d.once_in(12) ? d.one_of<unsigned>({9, 65534}) : any_of(d, w.objects).first;
  const auto found = w.objects.find(o);
  if (d.once_in(5)) return {o, 65535};
  if (found == w.objects.end() || found->second.instances.empty() || d.once_in(12))
    return {o, any_instance(d, o)};
  return {o, any_of(d, found->second.instances)};
}

inline void add_access_control(dice& d, world& w) {
  const target governed = any_target(d, w);
  unsigned n = d.once_in(8) ? d.below(65535) : d.below(70);
  while (reference::acl_at(w, n) != nullptr) n = (n + 1) % 65535;
  if (!reference::can_be_governed(governed) || w.acls.contains(governed)) return;
  const bool object_level = reference::is_object_level(governed);
  reference::access_control made{n, object_level || d.once_in(8) ? 65535 : any_server(d), {}};
  for (unsigned left = d.below(8); left > 0; --left)
    made.entries[d.once_in(5) ? 0 : any_server(d)] =
        object_level ? d.one_of<unsigned>({0, 16}) : any_right(d, w.edition);
  if (reference::room_taken(w.acls) + reference::room_of(made) <= reference::room_in(room))
    w.acls[governed] = made;
}

/// A world that the ready-made policy and object model hold.
inline world any_world(dice& d) {
  world w{static_cast<reference::edition_name>(1 + d.below(4)), false, {}, {}, {}, {}, room};
  for (unsigned left = d.once_in(8) ? d.below(2) : 2 + d.below(7); left > 0; --left)
    w.accounts.insert(any_server(d));
  for (const unsigned o : {0U, 1U, 3U, 5U, 6U, 21U, 3303U, 65534U})
    if (!d.once_in(6)) w.objects[o] = any_object(d, o);
  w.objects[7] = any_object(d, 7);
  w.disabled = w.edition == reference::edition_name::v1_2 && d.once_in(8);
  const unsigned most = d.once_in(4) ? 400 : d.below(80);
  for (unsigned left = w.disabled ? 0 : most; left > 0 && w.acls.size() < room.instances; --left)
    add_access_control(d, w);
  return w;
}

// ------------------------------------------------------------------ questions

inline path path_in_object_2(dice& d, const world& w) {
  if (w.acls.empty() || d.once_in(8)) return d.once_in(2) ? at(2) : at(2, d.below(70));
  const reference::access_control& managed = any_of(d, w.acls).second;
  const unsigned n = managed.n;
  const unsigned entry =
      managed.entries.empty() || d.once_in(4) ? any_server(d) : any_of(d, managed.entries).first;
  return d.one_of<path>({at(2, n), at(2, n, d.below(5)), at(2, n, 2), at(2, n, 3),
                         at(2, n, 2, entry), at(2, n, 2, entry), at(2, n, 2, 65535)});
}

inline path path_in(dice& d, const reference::object& of, unsigned o) {
  if (d.once_in(5)) return at(o);
  const unsigned i =
      of.instances.empty() || d.once_in(10) ? any_instance(d, o) : any_of(d, of.instances);
  if (d.once_in(3)) return at(o, i);
  const unsigned r = d.once_in(8) ? d.below(13) : any_of(d, of.resources).first;
  return d.once_in(4) ? at(o, i, r, d.one_of<unsigned>({0, 1, 65534, 65535})) : at(o, i, r);
}

inline path any_path(dice& d, const world& w) {
  if (d.once_in(40)) return path::root();
  if (d.once_in(80)) return {};
  if (d.once_in(6)) return path_in_object_2(d, w);
  if (d.once_in(20)) return at(d.one_of<unsigned>({0, 8, 21, 65535}), d.below(3), d.below(3));
  const auto& [o, object] = any_of(d, w.objects);
  return path_in(d, object, o);
}

/// What a payload conveys inside of `uri`, or where it may.
inline path any_path_inside(dice& d, const world& w, const path& uri) {
  const auto found = w.objects.find(reference::object_of(uri));
  if (found == w.objects.end() || d.once_in(12)) return any_path(d, w);
  const unsigned o = found->first;
  const unsigned i = uri.level() == lac::level::object ? 12 : reference::instance_of(uri);
  const unsigned r = d.once_in(8) ? d.below(13) : any_of(d, found->second.resources).first;
  return d.once_in(6) ? at(o, i, r, d.below(2)) : at(o, i, r);
}

inline unsigned any_requester(dice& d, const world& w) {
  if (w.accounts.empty() || d.once_in(10)) return d.one_of<unsigned>({0, 65535, any_server(d)});
  return any_of(d, w.accounts);
}

inline question any_question(dice& d, const world& w) {
  const auto op = static_cast<operation>(d.once_in(100) ? 16 + d.below(240) : 1 + d.below(15));
  question q{d.once_in(20), any_requester(d, w), op, {}, {}};
  const bool observed = q.op == operation::notify || q.op == operation::cancel_observation;
  const bool listed = q.op >= operation::send || (observed && d.once_in(6));
  if (!listed) q.uri = any_path(d, w);
  const bool conveys = reference::writes(q.op) || q.op == operation::create;
  unsigned left = listed || conveys ? d.below(6) : d.once_in(20) ? 1 : 0;
  for (; left > 0; --left)
    q.payload.push_back(listed ? any_path(d, w) : any_path_inside(d, w, q.uri));
  return q;
}

}  // namespace large
