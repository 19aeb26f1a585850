#pragma once

// Worlds and questions of the reference out of an input: few numbers, so that they meet, and among
// them every one that is reserved.

#include <initializer_list>

#include "exhaustive/comparison.hpp"
#include "input.hpp"
#include "support/reference.hpp"

namespace fuzz {

template <class T>
T one_of(input& from, std::initializer_list<T> all) {
  return all.begin()[from.below(static_cast<unsigned>(all.size()))];
}

inline unsigned any_object(input& from) {
  return one_of(from, {0U, 1U, 2U, 3U, 5U, 21U, 9U, 65535U});
}
inline unsigned any_instance(input& from) { return one_of(from, {0U, 1U, 2U, 3U, 65534U, 65535U}); }
inline unsigned any_server(input& from) { return one_of(from, {101U, 102U, 103U, 0U, 65535U}); }

inline reference::path any_path(input& from) {
  using namespace lwm2m::access;
  const unsigned depth = from.below(6);
  if (depth == 0) return {};
  if (depth == 1) return path::root();
  const object_id o{any_object(from)};
  if (depth == 2) return path{o};
  const object_instance_id i{any_instance(from)};
  if (depth == 3) return {o, i};
  const resource_id r{from.below(6)};
  if (depth == 4) return {o, i, r};
  return {o, i, r, resource_instance_id{one_of(from, {0U, 1U, 101U, 102U, 65535U})}};
}

inline void add_object(input& from, reference::world& to) {
  const unsigned id = any_object(from);
  if (id == 2 || id == 65535) return;
  reference::object& made = to.objects[id];
  made.single = from.below(2) == 1;
  for (unsigned left = from.below(4); left > 0; --left)
    made.instances.insert(one_of(from, {0U, 1U, 2U, 65534U}));
  if (from.below(4) == 3) made.kept = {one_of(from, {0U, 1U})};
  for (unsigned left = from.below(6); left > 0; --left) {
    const unsigned bits = from.octet();
    made.resources[from.below(6)] = {bits & 0xE0, (bits & 1) != 0, (bits & 2) != 0};
  }
}

/// Any target, owner and entries; also those that the ready-made policy refuses to hold.
inline void add_access_control(input& from, reference::world& to, unsigned n) {
  const reference::target governed{any_object(from), any_instance(from)};
  if (governed.first == 65535) return;
  reference::access_control made{n, any_server(from), {}};
  for (unsigned left = from.below(5); left > 0; --left) {
    const unsigned who = one_of(from, {0U, 101U, 102U, 103U});
    made.entries[who] = one_of(from, {from.below(32), 0xFFE0U | from.below(32)});
  }
  to.acls.try_emplace(governed, made);
}

/// At most what `stack::policy` and `stack::objects` have room for.
inline reference::world any_world(input& from) {
  reference::world made;
  made.edition = static_cast<reference::edition_name>(from.below(5));
  made.disabled = from.below(8) == 7;
  for (unsigned left = from.below(5); left > 0; --left) {
    const unsigned server = any_server(from);
    if (server != 0 && server != 65535) made.accounts.insert(server);
  }
  for (unsigned left = from.below(7); left > 0; --left) add_object(from, made);
  for (unsigned left = from.below(4); left > 0; --left) {
    const reference::path gone = any_path(from);
    if (gone.level() >= reference::level::resource) made.gone.push_back(gone);
  }
  const unsigned instances = from.below(9);
  for (unsigned n = 0; n < instances; ++n) add_access_control(from, made, n == 0 ? 65534 : n);
  return made;
}

inline reference::question any_question(input& from) {
  reference::question made{};
  made.bootstrap = from.below(8) == 7;
  made.server = any_server(from);
  made.op = static_cast<reference::operation>(from.below(18));
  if (!exhaustive::takes_a_list(made.op)) made.uri = any_path(from);
  for (unsigned left = from.below(4); left > 0; --left) made.payload.push_back(any_path(from));
  return made;
}

}  // namespace fuzz
