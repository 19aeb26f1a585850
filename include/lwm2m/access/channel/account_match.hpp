#pragma once

#include <lwm2m/access/channel/account_slot.hpp>
#include <lwm2m/access/channel/session_check.hpp>

#include <cstdint>

namespace lwm2m::access::inline v0::channel::detail {

/// The account that a session's credentials belong to, or why there is none.
struct account_match {
  const account_slot* slot = nullptr;
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

/// Whether an account's identity or key, which is never empty, is the one that is shown. They often
/// begin alike: the last octets come first.
constexpr bool is_same(bytes own, bytes shown) noexcept {
  return own.size() == shown.size() && own[own.size() - 1] == shown[own.size() - 1] &&
         equal(own, shown);
}

/// The account with that PSK identity, or that raw public key as its peer's. No two have the same
/// (I21).
constexpr account_match find_by_octets(view<account_slot> slots, const identity& shown) noexcept {
  const bool is_psk = shown.kind == identity_kind::psk;
  const auto telling = is_psk ? &account::identity : &account::peer_key;
  account_match found;
  for (const account_slot& slot : slots) {
    if (slot.kind != shown.kind) continue;
    if (is_same(slot.configured.*telling, shown.value)) return {&slot, {}};
    if (!is_psk) found.why = refusal::pinned_key_other;
  }
  return found;
}

/// Why a certificate is not what an account of that mode asks for (I9, I10).
constexpr refusals refusals_of_leaf(const account_slot& slot, const certificate& leaf) noexcept {
  const bytes pinned = slot.configured.peer_key;
  refusals found = refusals_of_name(slot, leaf);
  return found.add_if(!pinned.empty() && !is_pinned(pinned, leaf), refusal::pinned_key_other);
}

/// Whether an account of another mode has what the session shows: as its own identity, as what it
/// pins, or by name.
constexpr bool has_shown(const account_slot& slot, const session_facts& facts,
                         const certificate& leaf) noexcept {
  const account& one = slot.configured;
  const bytes shown = facts.credential.value;
  if (equal(one.identity, shown)) return true;
  if (facts.credential.kind == identity_kind::raw_public_key)
    return equal(pinned_key(one.peer_key).whole, shown);
  return leaf.is_valid() && (is_pinned(one.peer_key, leaf) || refusals_of_name(slot, leaf).empty());
}

/// Whether some account of another mode has what the session shows: it is not reached so (I8).
constexpr bool is_of_other_mode(view<account_slot> slots, const session_facts& facts,
                                const certificate& leaf) noexcept {
  for (const account_slot& slot : slots)
    if (slot.is_used() && slot.kind != facts.credential.kind && has_shown(slot, facts, leaf))
      return true;
  return false;
}

/// Whether the account is that of any Client whose Endpoint Name comes with its Register.
constexpr bool is_unnamed(const account& one) noexcept {
  return one.kind == account_kind::client && one.endpoint_name.empty();
}

/// The account that the certificate is for. The one for Clients that are not known by name, of
/// which there is one at most, comes last.
constexpr account_match find_by_certificate(view<account_slot> slots,
                                            const certificate& leaf) noexcept {
  account_match found;
  const account_slot* unnamed = nullptr;
  refusals nearly;
  for (const account_slot& slot : slots) {
    if (slot.kind != identity_kind::certificate) continue;
    const refusals why = refusals_of_leaf(slot, leaf);
    nearly.add(why);
    if (!why.empty()) continue;
    const account_slot*& place = is_unnamed(slot.configured) ? unnamed : found.slot;
    if (place != nullptr) return {nullptr, refusal::account_ambiguous};
    place = &slot;
  }
  if (found.slot == nullptr) found.slot = unnamed;
  if (found.slot == nullptr) found.why = nearly;
  return found;
}

/// The account is found from the session's own credentials, never named by the caller (I21).
constexpr account_match find_account(view<account_slot> slots, const session_facts& facts,
                                     const certificate& leaf) noexcept {
  account_match found;
  if (facts.credential.kind != identity_kind::certificate)
    found = find_by_octets(slots, facts.credential);
  else if (leaf.is_valid())
    found = find_by_certificate(slots, leaf);
  const bool is_ambiguous = found.why.has(refusal::account_ambiguous);
  if (found.slot != nullptr || is_ambiguous) return found;
  found.why.add(refusal::account_unknown);
  found.why.add_if(is_of_other_mode(slots, facts, leaf), refusal::mode_other);
  return found;
}

/// What this end offered of itself must be the account's own (I1, I8, I11). The PSK of a DTLS
/// server is no identity of its own.
constexpr refusals refusals_of_own_identity(const account& one,
                                            const session_facts& facts) noexcept {
  const identity_kind kind = facts.credential.kind;
  if (kind == identity_kind::psk) return {};
  if (!facts.local.is_somebody() || facts.local.kind != kind) return refusal::own_identity_missing;
  if (one.identity.empty() || equal(one.identity, facts.local.value)) return {};
  return refusal::own_identity_other;
}

/// The kind of account that admission was asked for (I11).
constexpr refusals refusals_of_kind(const account& one, account_kind wanted) noexcept {
  if (one.kind == wanted) return {};
  if (one.kind == account_kind::server) return refusal::account_is_server;
  return one.kind == account_kind::client ? refusal::account_is_client
                                          : refusal::account_is_bootstrap;
}

}  // namespace lwm2m::access::inline v0::channel::detail
