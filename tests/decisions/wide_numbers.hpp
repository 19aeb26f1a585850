#pragma once

// Numbers as they may come from outside: 64 bits wide and signed. One that is 5 in its lowest 16
// bits but not at its full width is not 5.

#include <cstdint>

#include "support/large_worlds.hpp"

namespace decisions {

namespace lac = lwm2m::access;
using reference::path;
using reference::question;

/// Some multiple of 65536, mostly 0.
inline std::int64_t any_shift(dice& d) {
  if (!d.once_in(12)) return 0;
  return d.one_of<std::int64_t>({65536, -65536, 131072, std::int64_t{1} << 32U,
                                 -(std::int64_t{1} << 32U), std::int64_t{1} << 62U,
                                 -(std::int64_t{1} << 62U) * 2});
}

/// A number as the engine gets it, and what the reference is told: the number itself, or one that
/// names nothing.
struct number {
  std::int64_t raw;
  unsigned plain;
};
inline number widened(dice& d, unsigned plain, unsigned nothing) {
  const std::int64_t shift = any_shift(d);
  return {plain + shift, shift == 0 ? plain : nothing};
}

/// The same path, some of its numbers widened.
struct widened_path {
  path raw, plain;
};
inline widened_path widened(dice& d, const path& from) {
  const number o = widened(d, reference::object_of(from), 65535);
  const number i = widened(d, reference::instance_of(from), 65535);
  const number r = widened(d, reference::resource_of(from), 65535);
  const number n = widened(d, reference::entry_of(from), 65535);
  const lac::object_id object{o.raw};
  const lac::object_instance_id instance{i.raw};
  const lac::resource_id resource{r.raw};
  switch (from.level()) {
    case lac::level::object:
      return {path{object}, large::at(o.plain)};
    case lac::level::object_instance:
      return {path{object, instance}, large::at(o.plain, i.plain)};
    case lac::level::resource:
      return {path{object, instance, resource}, large::at(o.plain, i.plain, r.plain)};
    case lac::level::resource_instance:
      return {path{object, instance, resource, lac::resource_instance_id{n.raw}},
              large::at(o.plain, i.plain, r.plain, n.plain)};
    default:
      return {from, from};
  }
}

/// A question as both are asked it. The request borrows from `raw_payload`.
struct widened_question {
  question plain;
  lac::requester who;
  path raw_uri;
  std::vector<path> raw_payload;

  [[nodiscard]] lac::request asked() const { return {who, plain.op, raw_uri, raw_payload}; }
};

inline widened_question widened(dice& d, const question& from) {
  widened_question made{from, {}, {}, {}};
  const number server = widened(d, from.server, 0);
  const widened_path uri = widened(d, from.uri);
  made.plain.server = server.plain;
  made.plain.uri = uri.plain;
  made.plain.payload.clear();
  made.who = lac::short_server_id{server.raw};
  if (from.bootstrap) made.who = lac::bootstrap;
  made.raw_uri = uri.raw;
  for (const path& each : from.payload) {
    const widened_path both = widened(d, each);
    made.plain.payload.push_back(both.plain);
    made.raw_payload.push_back(both.raw);
  }
  return made;
}

}  // namespace decisions
