#pragma once

#include <lwm2m/access/c/store.h>
#include <lwm2m/access/c/arguments.hpp>
#include <lwm2m/access/c/tell.hpp>
#include <lwm2m/access/snapshot.hpp>

// The functions that save and restore. Included by access_c.hpp.

size_t lwm2m_access_snapshot_size(const lwm2m_access_policy* policy) {
  using namespace lwm2m::access;
  return c::check_made(policy) == c::done ? snapshot_size(c::in(*policy)) : 0;
}

lwm2m_access_status lwm2m_access_save(const lwm2m_access_policy* policy, uint8_t* buffer,
                                      size_t capacity, size_t* size) {
  using namespace lwm2m::access;
  if (size) *size = 0;
  const auto wrong = c::first_wrong(c::check_made(policy), c::check_given(buffer, size));
  if (wrong != c::done) return wrong;
  const saved_snapshot saved = save(c::in(*policy), buffer, capacity);
  *size = saved.size;
  return c::to_c(saved.status);
}

lwm2m_access_status lwm2m_access_restore(lwm2m_access_policy* policy, lwm2m_access_policy* staged,
                                         const uint8_t* snapshot, size_t size,
                                         const lwm2m_access_listener* listener) {
  using namespace lwm2m::access;
  const auto wrong =
      c::first_wrong(c::check_made(policy), c::check_made(staged), c::check_given(snapshot));
  if (wrong != c::done) return wrong;
  auto& into = c::in(*policy);
  auto& read = c::in(*staged);
  const auto restored = detail::read_snapshot({snapshot, size}, read);
  if (restored != snapshot_status::done) return c::to_c(restored);
  if (into.rules().is_valid() && !(read.rules() == into.rules()))
    return c::to_c(snapshot_status::edition_differs);
  into.become(read);
  c::teller{listener}.replaced();
  return c::done;
}
