#pragma once

// Requests that change Object 2, with values as wide as they come.

#include <limits>

#include "support/large_worlds.hpp"

namespace decisions {

namespace lac = lwm2m::access;
using administration::values;
using large::at;
using reference::operation;
using reference::path;
using reference::question;

inline std::int64_t any_value(dice& d) {
  constexpr auto least = std::numeric_limits<std::int64_t>::min();
  constexpr auto most = std::numeric_limits<std::int64_t>::max();
  if (!d.once_in(4)) return d.below(40);
  return d.one_of<std::int64_t>({16, 101, 102, 103, 65534, 65535, 65536, 65536 + 15, 65536 + 101,
                                 -1, -65435, least, most, (std::int64_t{1} << 32U) + 101});
}

inline lac::value_kind any_kind(dice& d) {
  if (!d.once_in(12)) return lac::value_kind::integer;
  return d.once_in(3) ? lac::value_kind::not_an_integer : lac::value_kind::nothing;
}

/// A change that is asked for.
struct change {
  question asked;
  values conveyed{};
};

inline path path_in_instance(dice& d, unsigned n) {
  const unsigned entry = d.one_of<unsigned>({0, 101, 102, 103, 65534, 65535, large::any_server(d)});
  if (!d.once_in(3)) return at(2, n, 2, entry);
  return d.one_of<path>({at(2, n, 3), at(2, n, 3), at(2, n, 0), at(2, n, 1), at(2, n, 2)});
}

/// The Owner mostly, the Bootstrap interface, or anybody.
inline void ask_as_somebody(dice& d, const reference::world& w, unsigned n, question& q) {
  const reference::access_control* of = reference::acl_at(w, n);
  const bool as_owner = of != nullptr && !d.once_in(4);
  q.server = as_owner ? of->owner : large::any_requester(d, w);
  q.bootstrap = q.op != operation::write_composite && (q.server == 65535 || d.once_in(6));
}

inline change any_write(dice& d, const reference::world& w) {
  const unsigned n =
      w.acls.empty() || d.once_in(10) ? d.below(70) : large::any_of(d, w.acls).second.n;
  change made{
      {false,
       0,
       d.one_of<operation>({operation::write, operation::update, operation::write_composite}),
       {},
       {}}};
  ask_as_somebody(d, w, n, made.asked);
  const bool composite = made.asked.op == operation::write_composite;
  if (!composite) made.asked.uri = d.once_in(3) ? path_in_instance(d, n) : at(2, n);
  for (unsigned left = d.below(5); left > 0; --left) {
    const bool elsewhere = (composite && d.once_in(4)) || d.once_in(20);
    const unsigned in = elsewhere && !w.acls.empty() ? large::any_of(d, w.acls).second.n : n;
    made.conveyed.push_back({path_in_instance(d, in), any_value(d), any_kind(d)});
  }
  if (d.once_in(4)) made.asked.payload.push_back(d.once_in(2) ? at(2, n, 2) : at(2, n, 9));
  if (composite && d.once_in(3)) made.asked.payload.push_back(large::any_path(d, w));
  const bool one_value = made.asked.uri.level() > lac::level::object_instance;
  if (one_value && !d.once_in(4)) made.conveyed = {{made.asked.uri, any_value(d)}};
  return made;
}

/// K6: whole instances of Object 2, some that are there and some that are not.
inline change any_bootstrap_write(dice& d, const reference::world& w) {
  const auto any_n = [&] {
    return w.acls.empty() || d.once_in(3) ? d.below(70) : large::any_of(d, w.acls).second.n;
  };
  const unsigned first = any_n();
  change made{{true, 0, operation::write, d.once_in(2) ? at(2) : at(2, first), {}}};
  for (unsigned left = made.asked.uri == at(2) ? 1 + d.below(3) : 1; left > 0; --left) {
    const unsigned n = left == 1 ? first : any_n();
    const reference::target to = large::any_target(d, w);
    const bool object_level = to.second == 65535 && !d.once_in(8);
    if (!d.once_in(20)) made.conveyed.push_back({at(2, n, 0), to.first});
    if (!d.once_in(20)) made.conveyed.push_back({at(2, n, 1), to.second});
    if (!d.once_in(20))
      made.conveyed.push_back({at(2, n, 3), object_level ? 65535 : large::any_server(d)});
    for (unsigned more = d.below(4); more > 0; --more)
      made.conveyed.push_back(
          {at(2, n, 2, large::any_server(d)), object_level ? 16 : any_value(d)});
  }
  return made;
}

inline change any_change(dice& d, const reference::world& w) {
  if (d.once_in(5)) return any_bootstrap_write(d, w);
  if (!d.once_in(4)) return any_write(d, w);
  change made{large::any_question(d, w)};
  made.asked.op = d.one_of<operation>({operation::create, operation::delete_});
  return made;
}

}  // namespace decisions
