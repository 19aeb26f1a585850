#pragma once

#include <lwm2m/access/channel/account_match.hpp>

namespace lwm2m::access::inline v0::channel::detail {

/// The certificate of the peer and, where the account rests on the chain, the chain (I6, I9, I10).
constexpr refusals refusals_of_x509(const session_facts& facts, const certificate& leaf,
                                    const channel_policy& policy, const account* one) noexcept {
  refusals found = refusals_of_certificate(leaf, facts, policy.now);
  if (one != nullptr && !one->verify_chain) return found;
  found.add(facts.chain);
  return found.add_if(!facts.shows_chain && facts.resumed == resumption::full_handshake,
                      refusal::chain_unseen);
}

/// The raw public key of the peer (I7, I18).
constexpr refusals refusals_of_key(const identity& peer) noexcept {
  const public_key key = public_key_of(peer.value);
  if (!key.is_valid()) return refusal::certificate_malformed;
  if (key.bits == 0 || key.algorithm == key_algorithm::dsa) return refusal::key_unknown;
  return is_large_enough(key) ? refusals{} : refusals{refusal::key_too_small};
}

/// What the kind of identity asks of the peer.
constexpr refusals refusals_of_credential(const session_facts& facts, const certificate& leaf,
                                          const channel_policy& policy,
                                          const account* one) noexcept {
  const identity& credential = facts.credential;
  if (!credential.is_somebody()) return {};
  switch (credential.kind) {
    case identity_kind::certificate:
      return refusals_of_x509(facts, leaf, policy, one);
    case identity_kind::raw_public_key:
      return refusals_of_key(credential);
    case identity_kind::psk:
    case identity_kind::verified_name:
    case identity_kind::oscore:
    case identity_kind::none:
      break;
  }
  return {};
}

/// A full handshake: the PSK was this account's and went to this session (I17); what the handshake
/// itself was signed with and agreed on (I7).
constexpr refusals refusals_of_full_handshake(const account_slot& slot,
                                              const session_facts& facts) noexcept {
  if (!facts.is_dtls) return {};
  if (slot.kind != identity_kind::psk) return refusals_of_handshake(facts);
  return slot.keyed.has(facts.id) ? refusals{} : refusals{refusal::key_not_supplied};
}

/// A resumed session rests on the verdict of its full handshake, as long as the credentials stay
/// (I12). Where the library does not say, a PSK that was supplied to this session shows that the
/// handshake was a full one.
constexpr refusals refusals_of_history(const account_slot& slot,
                                       const session_facts& facts) noexcept {
  if (facts.resumed == resumption::full_handshake) return refusals_of_full_handshake(slot, facts);
  if (is_resumed(facts.resumed))
    return slot.has_verdict_on(facts.credential) ? refusals{}
                                                 : refusals{refusal::resumed_without_verdict};
  return slot.keyed.has(facts.id) ? refusals{} : refusals{refusal::resumption_unknown};
}

/// What a verdict stands in for after a resumption, where some libraries no longer know it: their
/// own verdict, the chain, and what this end offered in the full handshake.
constexpr refusals replaced_by_verdict() noexcept {
  return refusals{}
      .add(refusal::verification_unknown)
      .add(refusal::chain_unseen)
      .add(refusal::own_identity_missing);
}

/// Where a chain is not verified by name, the pinned certificate or key is what authenticates
/// (I10).
constexpr refusals replaced_by_pin() noexcept {
  return refusals{}.add(refusal::verification_unknown).add(refusal::peer_not_verified);
}

constexpr bool rests_on_pin(const account_slot& slot) noexcept {
  const account& one = slot.configured;
  return slot.kind == identity_kind::certificate && !one.verify_chain && !one.peer_key.empty();
}

/// Section I, all of it: the account that a session reaches, and every reason why it is not
/// admitted. `leaf` is the peer's certificate, where it showed one.
constexpr account_match judge(view<account_slot> slots, const session_facts& facts,
                              const certificate& leaf, const channel_policy& policy,
                              account_kind wanted) noexcept {
  if (!facts.is_established) return {nullptr, refusal::not_established};
  account_match found;
  if (facts.credential.is_somebody()) found = find_account(slots, facts, leaf);
  found.why.add(refusals_of_session(facts, policy));
  if (found.slot == nullptr) {
    found.why.add(refusals_of_credential(facts, leaf, policy, nullptr));
    return found;
  }
  const account_slot& slot = *found.slot;
  found.why.add(refusals_of_credential(facts, leaf, policy, &slot.configured));
  found.why.add(refusals_of_own_identity(slot.configured, facts));
  if (rests_on_pin(slot)) found.why.remove(replaced_by_pin());
  const refusals history = refusals_of_history(slot, facts);
  if (is_resumed(facts.resumed) && history.empty()) found.why.remove(replaced_by_verdict());
  found.why.add(history);
  found.why.add(refusals_of_kind(slot.configured, wanted));
  found.why.add_if(!has_mode(policy.edition, slot.configured.mode), refusal::mode_not_in_edition);
  return found;
}

inline constexpr certificate no_certificate{};

/// As above; the peer's certificate is read where it showed one.
constexpr account_match judge(view<account_slot> slots, const session_facts& facts,
                              const channel_policy& policy, account_kind wanted) noexcept {
  if (facts.credential.kind != identity_kind::certificate)
    return judge(slots, facts, no_certificate, policy, wanted);
  return judge(slots, facts, certificate_of(facts.credential.value), policy, wanted);
}

}  // namespace lwm2m::access::inline v0::channel::detail
