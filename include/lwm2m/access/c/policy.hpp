#pragma once

#include <lwm2m/access.h>
#include <lwm2m/access/c/arguments.hpp>
#include <lwm2m/access/version.hpp>

// The functions that make, edit and look at a policy. Included by access_c.hpp.

uint32_t lwm2m_access_version(void) { return LWM2M_ACCESS_VERSION; }

bool lwm2m_access_is_compatible(uint32_t version_of_header) {
  const std::uint32_t ours = LWM2M_ACCESS_VERSION;
  const unsigned shared = LWM2M_ACCESS_VERSION_MAJOR == 0 ? 8 : 16;
  return version_of_header >> shared == ours >> shared && version_of_header >> 8 <= ours >> 8;
}

lwm2m_access_status lwm2m_access_policy_make(lwm2m_access_policy* policy, size_t size,
                                             lwm2m_access_edition edition) {
  using namespace lwm2m::access;
  const bool is_known = edition == LWM2M_ACCESS_EDITION_ANY || c::is_edition(edition);
  const auto wrong = c::first_wrong(c::check_place(policy, size), c::check_enumeration(is_known));
  if (wrong == c::done)
    new (static_cast<void*>(policy))
        c::stored_policy{edition_of(static_cast<edition_name>(edition))};
  return wrong;
}

lwm2m_access_edition lwm2m_access_policy_edition(const lwm2m_access_policy* policy) {
  using namespace lwm2m::access;
  return c::check_made(policy) == c::done ? c::number_of(c::in(*policy).rules().name)
                                          : lwm2m_access_edition{0};
}

size_t lwm2m_access_policy_size(void) { return sizeof(lwm2m::access::c::stored_policy); }
size_t lwm2m_access_policy_alignment(void) { return alignof(lwm2m::access::c::stored_policy); }

lwm2m_access_status lwm2m_access_on_denial(lwm2m_access_policy* policy,
                                           lwm2m_access_denial_function hook, void* context) {
  using namespace lwm2m::access;
  const auto wrong = c::check_made(policy);
  if (wrong != c::done) return wrong;
  c::inside(policy)->on_denial = hook;
  c::inside(policy)->context = context;
  return wrong;
}

lwm2m_access_status lwm2m_access_add_account(lwm2m_access_policy* policy, int64_t server) {
  using namespace lwm2m::access;
  const auto wrong = c::check_made(policy);
  return wrong != c::done ? wrong : c::to_c(c::in(*policy).add_account(short_server_id{server}));
}

bool lwm2m_access_has_account(const lwm2m_access_policy* policy, int64_t server) {
  using namespace lwm2m::access;
  return c::check_made(policy) == c::done && c::in(*policy).has_account(short_server_id{server});
}

size_t lwm2m_access_account_count(const lwm2m_access_policy* policy) {
  using namespace lwm2m::access;
  return c::check_made(policy) == c::done ? c::in(*policy).account_count() : 0;
}

lwm2m_access_status lwm2m_access_account_at(const lwm2m_access_policy* policy, size_t k,
                                            uint16_t* server) {
  using namespace lwm2m::access;
  if (server) *server = 0;
  const auto wrong = c::first_wrong(c::check_made(policy), c::check_given(server));
  if (wrong != c::done) return wrong;
  if (k >= c::in(*policy).account_count()) return LWM2M_ACCESS_STATUS_NO_SUCH_PLACE;
  *server = c::in(*policy).accounts()[k].value();
  return c::done;
}

lwm2m_access_status lwm2m_access_disable(lwm2m_access_policy* policy) {
  using namespace lwm2m::access;
  const auto wrong = c::check_made(policy);
  return wrong != c::done ? wrong : c::to_c(c::in(*policy).disable());
}

lwm2m_access_status lwm2m_access_enable(lwm2m_access_policy* policy) {
  using namespace lwm2m::access;
  const auto wrong = c::check_made(policy);
  return wrong != c::done ? wrong : c::to_c(c::in(*policy).enable());
}

uint32_t lwm2m_access_generation(const lwm2m_access_policy* policy) {
  using namespace lwm2m::access;
  return c::check_made(policy) == c::done ? c::in(*policy).generation() : 0;
}
