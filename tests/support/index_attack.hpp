#pragma once

// What an attacker does who knows the index: he searches for targets that meet in few of its
// buckets, with its own hash.

#include <lwm2m/access/access_control.hpp>
#include <lwm2m/access/target_index.hpp>

#include <cstddef>
#include <vector>

namespace index_attack {

namespace lac = lwm2m::access;
using lac::access_control_target;

/// The first `count` targets for which `is_bad(key)` holds, Object after Object from 3 on.
[[nodiscard]] std::vector<access_control_target> search(std::size_t count, const auto& is_bad) {
  std::vector<access_control_target> found;
  for (std::uint32_t object = 3; object < 65535; ++object)
    for (std::uint32_t instance = 0; instance < 65535; ++instance) {
      const access_control_target one{lac::object_id{object}, lac::object_instance_id{instance}};
      if (!is_bad(one.key())) continue;
      found.push_back(one);
      if (found.size() == count) return found;
    }
  return found;
}

/// `count` targets, both buckets of which are among the `few` first ones of `Index`.
template <class Index>
[[nodiscard]] std::vector<access_control_target> meeting(std::size_t count, std::size_t few) {
  return search(count, [few](std::uint32_t key) {
    return Index::first_bucket(key) < few && Index::second_bucket(key) < few;
  });
}

/// `count` targets, the two buckets of which are one, among the `few` first ones of `Index`: no
/// record of them can be moved to its other bucket.
template <class Index>
[[nodiscard]] std::vector<access_control_target> stuck(std::size_t count, std::size_t few) {
  return search(count, [few](std::uint32_t key) {
    const std::size_t first = Index::first_bucket(key);
    return first < few && first == Index::second_bucket(key);
  });
}

}  // namespace index_attack
