#pragma once

#include <lwm2m/access/c/transaction.h>
#include <lwm2m/access/c/arguments.hpp>

// Changes that take effect together. Included by access_c.hpp.

lwm2m_access_status lwm2m_access_transaction_open(lwm2m_access_transaction* transaction,
                                                  size_t size, lwm2m_access_policy* policy,
                                                  lwm2m_access_policy* staged) {
  using namespace lwm2m::access;
  const auto wrong = c::first_wrong(c::check_place(transaction, size), c::check_made(policy),
                                    c::check_made(staged));
  if (wrong != c::done) return wrong;
  if (policy == staged) return LWM2M_ACCESS_STATUS_ARGUMENT_MISSING;
  new (static_cast<void*>(transaction))
      c::stored_transaction{*c::inside(policy), *staged, *c::inside(staged)};
  return c::done;
}

lwm2m_access_policy* lwm2m_access_transaction_policy(lwm2m_access_transaction* transaction) {
  using namespace lwm2m::access;
  return c::check_made(transaction) == c::done ? &c::inside(transaction)->edited : nullptr;
}

lwm2m_access_status lwm2m_access_transaction_commit(lwm2m_access_transaction* transaction) {
  using namespace lwm2m::access;
  const auto wrong = c::check_made(transaction);
  if (wrong != c::done) return wrong;
  auto& held = *c::inside(transaction);
  held.mark = 0;
  if (held.policy.generation() != held.generation) return LWM2M_ACCESS_STATUS_POLICY_CHANGED;
  held.changes.commit();
  return c::done;
}

lwm2m_access_status lwm2m_access_transaction_drop(lwm2m_access_transaction* transaction) {
  using namespace lwm2m::access;
  const auto wrong = c::check_made(transaction);
  if (wrong == c::done) c::inside(transaction)->mark = 0;
  return wrong;
}
