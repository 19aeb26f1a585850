#pragma once

#include <lwm2m/access/c/data.h>
#include <lwm2m/access/access_control_data.hpp>
#include <lwm2m/access/c/arguments.hpp>

// Object 2 as data. Included by access_c.hpp.

namespace lwm2m::access::inline v0::c {

/// Stores the leaf that `make` makes at a path.
inline lwm2m_access_status store_leaf(lwm2m_access_assignment* leaf, const lwm2m_access_path* at,
                                      const auto& make) noexcept {
  if (leaf) *leaf = {};
  const auto missing = check_given(leaf, at);
  if (missing != done) return missing;
  const auto wrong = check_path(*at);
  if (wrong == done)
    *leaf = __builtin_bit_cast(lwm2m_access_assignment, assignment{make(path_from(*at))});
  return wrong;
}

}  // namespace lwm2m::access::inline v0::c

lwm2m_access_status lwm2m_access_read_access_control(const lwm2m_access_policy* policy,
                                                     const lwm2m_access_path* at,
                                                     lwm2m_access_leaf_function each,
                                                     void* context) {
  using namespace lwm2m::access;
  const auto missing =
      c::first_wrong(c::check_made(policy), c::check_given(at), c::check_function(each));
  if (missing != c::done) return missing;
  const auto wrong = c::check_path(*at);
  if (wrong != c::done) return wrong;
  bool goes_on = true;
  read_access_control(c::in(*policy), c::path_from(*at),
                      [&](const lwm2m::access::path& leaf, std::int64_t value) {
                        const lwm2m_access_path told = c::to_c(leaf);
                        goes_on = goes_on && each(context, &told, value);
                      });
  return c::done;
}

lwm2m_access_status lwm2m_access_integer_leaf(lwm2m_access_assignment* leaf,
                                              const lwm2m_access_path* at, int64_t value) {
  using namespace lwm2m::access;
  return c::store_leaf(leaf, at, [&](const path& of) { return integer_leaf(of, value); });
}

lwm2m_access_status lwm2m_access_unsigned_leaf(lwm2m_access_assignment* leaf,
                                               const lwm2m_access_path* at, uint64_t value) {
  using namespace lwm2m::access;
  return c::store_leaf(leaf, at, [&](const path& of) { return integer_leaf(of, value); });
}

lwm2m_access_status lwm2m_access_other_leaf(lwm2m_access_assignment* leaf,
                                            const lwm2m_access_path* at) {
  using namespace lwm2m::access;
  return c::store_leaf(leaf, at, other_leaf);
}

lwm2m_access_status lwm2m_access_null_leaf(lwm2m_access_assignment* leaf,
                                           const lwm2m_access_path* at) {
  using namespace lwm2m::access;
  return c::store_leaf(leaf, at, null_leaf);
}
