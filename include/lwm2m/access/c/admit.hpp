#pragma once

#include <lwm2m/access/c/admit.h>
#include <lwm2m/access/c/arguments.hpp>
#include <lwm2m/access/c/session.hpp>

// The functions of admission. Included by access_c.hpp.

namespace lwm2m::access::inline v0::c {

/// Stores who was admitted where `place` says, or why nobody was.
template <class Token>
lwm2m_access_status admitted(channel::admission<Token>&& outcome, Token& place,
                             std::uint64_t& refusals) noexcept {
  refusals = to_c(outcome.reasons());
  if (!outcome) return LWM2M_ACCESS_STATUS_REFUSED;
  place = static_cast<Token&&>(*outcome);
  return done;
}

/// Stores what is wrong with an account.
inline lwm2m_access_status configured(channel::account_faults found,
                                      std::uint64_t& faults) noexcept {
  faults = to_c(found);
  return found.empty() ? done : lwm2m_access_status{LWM2M_ACCESS_STATUS_ACCOUNT_FAULTY};
}

inline lwm2m_access_status check_account(const lwm2m_access_accounts* accounts,
                                         const lwm2m_access_account* account,
                                         std::uint64_t* faults) noexcept {
  if (faults) *faults = 0;
  const auto wrong = first_wrong(check_made(accounts), check_given(account, faults));
  return wrong != done ? wrong : check_kind(account->kind);
}

/// Of the arguments of an admission, which is empty from here on.
inline lwm2m_access_status check_admission(const lwm2m_access_accounts* accounts,
                                           const lwm2m_access_policy* policy,
                                           const lwm2m_access_channel_rules* rules,
                                           lwm2m_access_admission* admission, std::size_t size,
                                           std::uint64_t* refusals) noexcept {
  if (refusals) *refusals = 0;
  const auto wrong = check_place(admission, size);
  if (wrong == done) new (static_cast<void*>(admission)) stored_admission{};
  return first_wrong(wrong, check_made(accounts), check_made(policy), check_given(rules, refusals));
}

}  // namespace lwm2m::access::inline v0::c

lwm2m_access_status lwm2m_access_accounts_make(lwm2m_access_accounts* accounts, size_t size) {
  using namespace lwm2m::access;
  const auto wrong = c::check_place(accounts, size);
  if (wrong == c::done) new (static_cast<void*>(accounts)) c::stored_accounts{};
  return wrong;
}

lwm2m_access_status lwm2m_access_accounts_add(lwm2m_access_accounts* accounts,
                                              const lwm2m_access_account* account,
                                              uint64_t* faults) {
  using namespace lwm2m::access;
  const auto wrong = c::check_account(accounts, account, faults);
  if (wrong != c::done) return wrong;
  return c::configured(c::in(*accounts).add(c::account_from(*account)), *faults);
}

lwm2m_access_status lwm2m_access_accounts_change(lwm2m_access_accounts* accounts,
                                                 const lwm2m_access_account* account,
                                                 uint64_t* faults) {
  using namespace lwm2m::access;
  const auto wrong = c::check_account(accounts, account, faults);
  if (wrong != c::done) return wrong;
  return c::configured(c::in(*accounts).change(c::account_from(*account)), *faults);
}

lwm2m_access_status lwm2m_access_accounts_remove(lwm2m_access_accounts* accounts,
                                                 lwm2m_access_account_kind kind, int64_t server) {
  using namespace lwm2m::access;
  const auto wrong = c::first_wrong(c::check_made(accounts), c::check_kind(kind));
  if (wrong != c::done) return wrong;
  const bool removed = c::in(*accounts).remove(c::key_from(kind, server));
  return removed ? c::done : lwm2m_access_status{LWM2M_ACCESS_STATUS_SERVER_UNKNOWN};
}

lwm2m_access_status lwm2m_access_supply_key(lwm2m_access_accounts* accounts,
                                            lwm2m_access_account_kind kind, int64_t server,
                                            const void* session, lwm2m_access_binding* binding,
                                            lwm2m_access_bytes* identity, lwm2m_access_bytes* key) {
  using namespace lwm2m::access;
  if (identity) *identity = {};
  if (key) *key = {};
  const auto wrong = c::first_wrong(c::check_made(accounts), c::check_kind(kind),
                                    c::check_given(session, binding, identity, key));
  if (wrong != c::done) return wrong;
  const channel::psk_credentials found = c::in(*accounts).supply_key(
      c::key_from(kind, server), channel::session_id{session}, *c::inside(binding));
  if (found.identity.empty()) return LWM2M_ACCESS_STATUS_SERVER_UNKNOWN;
  *identity = {found.identity.data(), found.identity.size()};
  *key = {found.secret_key.data(), found.secret_key.size()};
  return c::done;
}

lwm2m_access_status lwm2m_access_supply_key_for(lwm2m_access_accounts* accounts,
                                                const lwm2m_access_bytes* identity,
                                                const void* session, lwm2m_access_binding* binding,
                                                lwm2m_access_bytes* key) {
  using namespace lwm2m::access;
  if (key) *key = {};
  const auto wrong =
      c::first_wrong(c::check_made(accounts), c::check_given(identity, session, binding, key));
  if (wrong != c::done) return wrong;
  const channel::psk_credentials found = c::in(*accounts).supply_key(
      c::bytes_from(*identity), channel::session_id{session}, *c::inside(binding));
  if (found.identity.empty()) return LWM2M_ACCESS_STATUS_SERVER_UNKNOWN;
  *key = {found.secret_key.data(), found.secret_key.size()};
  return c::done;
}

lwm2m_access_status lwm2m_access_admit(lwm2m_access_accounts* accounts,
                                       const lwm2m_access_policy* policy,
                                       const lwm2m_access_session* session,
                                       const lwm2m_access_channel_rules* rules,
                                       lwm2m_access_account_kind kind, int64_t server,
                                       lwm2m_access_admission* admission, size_t size,
                                       uint64_t* refusals) {
  using namespace lwm2m::access;
  const auto wrong =
      c::first_wrong(c::check_admission(accounts, policy, rules, admission, size, refusals),
                     c::check_session(session), c::check_kind(kind));
  if (wrong != c::done) return wrong;
  auto& registry = c::in(*accounts);
  const edition_name edition = c::in(*policy).rules().name;
  const channel::channel_policy allowed = c::rules_from(*rules);
  const channel::account_key meant = c::meant_from(kind, server);
  return c::with_session(*session, [&](const auto& lent) noexcept {
    return kind == LWM2M_ACCESS_ACCOUNT_SERVER
               ? c::admitted(registry.admit_server(lent, edition, allowed, meant),
                             c::inside(admission)->server, *refusals)
               : c::admitted(registry.admit_bootstrap_server(lent, edition, allowed, meant),
                             c::inside(admission)->bootstrap, *refusals);
  });
}

lwm2m_access_status lwm2m_access_admit_without_security(
    lwm2m_access_accounts* accounts, const lwm2m_access_policy* policy, const void* session,
    const lwm2m_access_channel_rules* rules, int64_t server, lwm2m_access_admission* admission,
    size_t size, uint64_t* refusals) {
  using namespace lwm2m::access;
  const auto wrong =
      c::first_wrong(c::check_admission(accounts, policy, rules, admission, size, refusals),
                     c::check_given(session));
  if (wrong != c::done) return wrong;
  return c::admitted(c::in(*accounts).admit_unauthenticated_server(
                         channel::session_id{session}, c::in(*policy).rules().name,
                         c::rules_from(*rules), c::meant_from(LWM2M_ACCESS_ACCOUNT_SERVER, server)),
                     c::inside(admission)->unauthenticated, *refusals);
}

lwm2m_access_status lwm2m_access_session_ended(lwm2m_access_accounts* accounts,
                                               const void* session) {
  using namespace lwm2m::access;
  const auto wrong = c::first_wrong(c::check_made(accounts), c::check_given(session));
  if (wrong == c::done) c::in(*accounts).session_ended(channel::session_id{session});
  return wrong;
}

lwm2m_access_status lwm2m_access_verdict_of(const lwm2m_access_accounts* accounts,
                                            const lwm2m_access_binding* binding,
                                            lwm2m_access_kept_verdict* verdict) {
  using namespace lwm2m::access;
  if (verdict) *verdict = {};
  const auto wrong = c::first_wrong(c::check_made(accounts), c::check_given(binding, verdict));
  if (wrong != c::done) return wrong;
  const channel::kept_verdict found = c::in(*accounts).verdict_of(*c::inside(binding));
  if (!found) return LWM2M_ACCESS_STATUS_NOT_ADMITTED;
  *verdict = __builtin_bit_cast(lwm2m_access_kept_verdict, found);
  return c::done;
}

lwm2m_access_status lwm2m_access_keep_verdict(lwm2m_access_accounts* accounts,
                                              lwm2m_access_account_kind kind, int64_t server,
                                              const lwm2m_access_kept_verdict* verdict,
                                              lwm2m_access_binding* binding) {
  using namespace lwm2m::access;
  const auto wrong = c::first_wrong(c::check_made(accounts), c::check_kind(kind),
                                    c::check_given(verdict, binding));
  if (wrong != c::done) return wrong;
  const channel::account_key of = c::key_from(kind, server);
  if (!c::in(*accounts).has(of)) return LWM2M_ACCESS_STATUS_SERVER_UNKNOWN;
  const auto kept = __builtin_bit_cast(channel::kept_verdict, *verdict);
  return c::in(*accounts).keep(*c::inside(binding), of, kept)
             ? c::done
             : lwm2m_access_status{LWM2M_ACCESS_STATUS_NOT_ADMITTED};
}

lwm2m_access_status lwm2m_access_identify(const lwm2m_access_accounts* accounts,
                                          const lwm2m_access_admission* admission,
                                          const void* session, uint32_t handshakes,
                                          lwm2m_access_request* request) {
  using namespace lwm2m::access;
  if (!request) return LWM2M_ACCESS_STATUS_ARGUMENT_MISSING;
  request->who = LWM2M_ACCESS_REQUESTER_SERVER;
  request->server = 0;
  const auto wrong =
      c::first_wrong(c::check_made(accounts), c::check_made(admission), c::check_given(session));
  if (wrong != c::done) return wrong;
  channel::session_moment over{channel::session_id{session}};
  over.handshakes = handshakes;
  const auto holds = [&](const auto& token) { return c::in(*accounts).is_current(token, over); };
  if (holds(c::inside(admission)->server))
    request->server = c::inside(admission)->server.server().value();
  else if (holds(c::inside(admission)->unauthenticated))
    request->server = c::inside(admission)->unauthenticated.server().value();
  else if (holds(c::inside(admission)->bootstrap))
    request->who = LWM2M_ACCESS_REQUESTER_BOOTSTRAP;
  else
    return LWM2M_ACCESS_STATUS_NOT_ADMITTED;
  return c::done;
}
