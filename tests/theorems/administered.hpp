#pragma once

// Changes to Object 2, with values of every kind.

#include "theorems/theorem.hpp"

namespace theorems {

constexpr bool is_write(const lac::request& q) {
  return is_plain_write(q) || q.op == operation::write_composite;
}

/// Values of every kind, for the paths of Object 2 that a request names.
struct values {
  lac::assignment all[8]{};
  std::size_t count = 0;

  [[nodiscard]] constexpr const lac::assignment* data() const { return all; }
  [[nodiscard]] constexpr std::size_t size() const { return count; }
};

constexpr values values_of(const lac::request& q, std::size_t choice) {
  constexpr std::int64_t kinds[] = {0, 15, 101, 102, 65535, 65536 + 101, -1};
  const std::int64_t value = kinds[choice % 7];
  values made;
  const auto add = [&](const path& at) {
    if (at.object() != lac::objects::access_control || made.count == 8) return;
    const path entry{at.object(), at.object_instance(), lac::resource_id{2u},
                     lac::resource_instance_id{102u}};
    made.all[made.count++] = {
        at.level() > level::resource || at.resource().value() == 3 ? at : entry, value};
  };
  add(q.target);
  if (q.target.is_none())
    for (const path& each : q.payload) add(each);
  return made;
}

/// Asks for a change with values, on a copy.
template <class World>
constexpr lac::decision change(World& w, const lac::request& q, std::size_t choice) {
  path_list others;
  for (const path& each : q.payload)
    if (!q.target.is_none() || each.object() != lac::objects::access_control) others.add(each);
  lac::request asked = q;
  asked.payload = others;
  const values conveyed = values_of(q, choice);
  return lac::administer(w.policy, w.objects, asked, conveyed);
}

}  // namespace theorems
