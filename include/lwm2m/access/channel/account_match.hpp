#pragma once

#include <lwm2m/access/channel/account_slot.hpp>
#include <lwm2m/access/channel/session_check.hpp>

#include <cstddef>
#include <cstdint>

namespace lwm2m::access::inline v0::channel::detail {

/// The account that a session's credentials belong to, or why there is none.
struct account_match {
  static constexpr std::size_t nowhere = ~std::size_t{0};
  std::size_t place = nowhere;
  refusals why{};
};

constexpr refusals refusals_of_common_name(name_match how) noexcept {
  switch (how) {
    case name_match::match:
      return {};
    case name_match::malformed:
      return refusal::certificate_malformed;
    case name_match::missing:
      return refusal::cn_missing;
    case name_match::several:
      return refusal::cn_several;
    case name_match::wrong_encoding:
      return refusal::cn_encoding;
    case name_match::other:
      break;
  }
  return refusal::cn_other;
}

constexpr refusals refusals_of_host(name_match how) noexcept {
  if (how == name_match::missing) return refusal::host_name_missing;
  if (how == name_match::other) return refusal::host_name_other;
  return refusals_of_common_name(how);
}

/// The name that the account expects in the certificate: the Endpoint Name in the CN (I9), the host
/// in SubjectAltName (I10). A Client whose Endpoint Name is not known yet is asked at Register.
constexpr refusals refusals_of_name(const account_slot& slot, const certificate& leaf) noexcept {
  const account& one = slot.configured;
  if (one.kind == account_kind::client)
    return one.endpoint_name.empty()
               ? refusals{}
               : refusals_of_common_name(names_endpoint(leaf, one.endpoint_name));
  if (slot.server_host.kind == host_kind::none) return refusal::host_unknown;
  const host_match_options options{one.allow_wildcard, one.allow_common_name};
  return refusals_of_host(names_host(leaf, slot.server_host, options));
}

/// Whether a pinned certificate or key is the certificate's own.
constexpr bool is_pinned(bytes pinned, const certificate& leaf) noexcept {
  return equal(pinned, leaf.whole) || equal(pinned, leaf.key.whole);
}

/// Whether a session's credentials are the account's, all its modes alike; with all reasons why
/// not.
constexpr refusals refusals_of_match(const account_slot& slot,
                                     const session_facts& facts) noexcept {
  const account& one = slot.configured;
  const identity credential = facts.credential();
  const identity_kind kind = identity_kind_of(one.mode);
  if (credential.kind == identity_kind::psk || kind == identity_kind::psk)
    return kind == credential.kind && equal(one.identity, credential.value)
               ? refusals{}
               : refusals{refusal::account_unknown};
  if (credential.kind == identity_kind::raw_public_key)
    return !one.peer_key.empty() && equal(pinned_key(one.peer_key).whole, credential.value)
               ? refusals{}
               : refusals{refusal::pinned_key_other};
  const certificate& leaf = facts.leaf;
  if (kind == identity_kind::none || !leaf.is_valid()) return refusal::account_unknown;
  if (kind == identity_kind::raw_public_key)
    return is_pinned(one.peer_key, leaf) ? refusals{} : refusals{refusal::pinned_key_other};
  refusals found = refusals_of_name(slot, leaf);
  return found.add_if(!one.peer_key.empty() && !is_pinned(one.peer_key, leaf),
                      refusal::pinned_key_other);
}

/// Whether some account of another mode has what the session shows: it is not reached so (I8).
constexpr bool is_of_other_mode(view<account_slot> slots, const session_facts& facts) noexcept {
  const identity credential = facts.credential();
  for (const account_slot& slot : slots) {
    const account& one = slot.configured;
    if (!slot.is_used() || identity_kind_of(one.mode) == credential.kind) continue;
    if (refusals_of_match(slot, facts).empty()) return true;
    const bool named = credential.kind == identity_kind::certificate && facts.leaf.is_valid() &&
                       refusals_of_name(slot, facts.leaf).empty() && !one.server_uri.empty();
    if (named || (!one.identity.empty() && equal(one.identity, credential.value))) return true;
  }
  return false;
}

/// Whether the account is that of any Client whose Endpoint Name comes with its Register.
constexpr bool is_unnamed(const account& one) noexcept {
  return one.kind == account_kind::client && one.endpoint_name.empty();
}

/// The account is found from the session's own credentials, never named by the caller (I21). The
/// one for Clients that are not known by name comes last.
constexpr account_match find_account(view<account_slot> slots,
                                     const session_facts& facts) noexcept {
  const identity_kind kind = facts.credential().kind;
  account_match found;
  refusals nearly;
  std::size_t named = 0, unnamed = 0;
  for (std::size_t k = 0; k < slots.size(); ++k) {
    const account& one = slots[k].configured;
    if (!slots[k].is_used() || identity_kind_of(one.mode) != kind) continue;
    const refusals why = refusals_of_match(slots[k], facts);
    nearly.add(why);
    if (!why.empty()) continue;
    if (!is_unnamed(one) || named == 0) found.place = k;
    ++(is_unnamed(one) ? unnamed : named);
  }
  if (named > 1 || (named == 0 && unnamed > 1))
    return {account_match::nowhere, refusal::account_ambiguous};
  if (named + unnamed > 0) return found;
  found.why = nearly.add(refusal::account_unknown);
  found.why.add_if(is_of_other_mode(slots, facts), refusal::mode_other);
  return found;
}

/// What this end offered of itself must be the account's own (I1, I8, I11). The PSK of a DTLS
/// server is no identity of its own.
constexpr refusals refusals_of_own_identity(const account& one,
                                            const session_facts& facts) noexcept {
  const identity_kind kind = identity_kind_of(one.mode);
  if (kind == identity_kind::psk) return {};
  if (!facts.local.is_somebody() || facts.local.kind != kind) return refusal::own_identity_missing;
  if (one.identity.empty() || equal(one.identity, facts.local.value)) return {};
  return refusal::own_identity_other;
}

/// The kind of account that admission was asked for (I11).
constexpr refusals refusals_of_kind(const account& one, account_kind wanted) noexcept {
  if (one.kind == wanted) return {};
  switch (one.kind) {
    case account_kind::bootstrap_server:
      return refusal::account_is_bootstrap;
    case account_kind::server:
      return refusal::account_is_server;
    case account_kind::client:
      return refusal::account_is_client;
    case account_kind::none:
      break;
  }
  return refusal::account_unknown;
}

}  // namespace lwm2m::access::inline v0::channel::detail
