#pragma once

#include <lwm2m/access.h>
#include <lwm2m/access/c/arguments.hpp>
#include <lwm2m/access/snapshot.hpp>

// The functions that save and restore. Included by access_c.hpp.

size_t lwm2m_access_snapshot_size(const lwm2m_access_policy* policy) {
  using namespace lwm2m::access;
  return c::check_made(policy) == c::done ? snapshot_size(*policy) : 0;
}

lwm2m_access_status lwm2m_access_save(const lwm2m_access_policy* policy, uint8_t* buffer,
                                      size_t capacity, size_t* size) {
  using namespace lwm2m::access;
  if (size) *size = 0;
  const auto wrong = c::first_wrong(c::check_made(policy), c::check_given(buffer, size));
  if (wrong != c::done) return wrong;
  const saved_snapshot saved = save(*policy, buffer, capacity);
  *size = saved.size;
  return c::to_c(saved.status);
}

lwm2m_access_status lwm2m_access_restore(lwm2m_access_policy* policy, const uint8_t* snapshot,
                                         size_t size) {
  using namespace lwm2m::access;
  const auto wrong = c::first_wrong(c::check_made(policy), c::check_given(snapshot));
  if (wrong != c::done) return wrong;
  return c::to_c(restore({snapshot, size}, *policy));
}
