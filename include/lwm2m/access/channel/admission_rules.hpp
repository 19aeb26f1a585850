#pragma once

#include <lwm2m/access/channel/account_match.hpp>
#include <lwm2m/access/channel/session_check.hpp>

namespace lwm2m::access::inline v0::channel::detail {

/// The path above the leaf: keys and hashes, up to the anchor, which is shown, stated, or fixed by
/// configuration to be large enough (I6, I7, I18).
constexpr refusals refusals_of_path(const evidence& shown) noexcept {
  const session_facts& facts = shown.facts;
  refusals found = shown.path.weaknesses();
  if (is_resumed(facts.resumed)) return found;  // it may be gone: the verdict counts
  if (!shown.path.is_shown()) return found.add(refusal::chain_unseen);
  if (shown.path.is_shown_to_its_end() || facts.fixed.anchor) return found;
  const certificate anchor = certificate_of(facts.sole_anchor);
  return found.add(anchor.is_valid() ? refusals_of_key_strength(anchor.key)
                                     : refusals{refusal::chain_unseen});
}

/// The certificate of the peer and, where the account rests on it, its path (I6, I9, I10). Where no
/// certificate is handed out, all of it is fixed by configuration (I14).
constexpr refusals refusals_of_x509(const evidence& shown, std::int64_t now,
                                    bool asks_path) noexcept {
  if (states_name(shown))
    return shown.facts.fixed.path ? refusals{} : refusals{refusal::chain_unseen};
  refusals found = refusals_of_certificate(shown.leaf, shown.facts, now);
  return asks_path ? found.add(refusals_of_path(shown)) : found;
}

/// The raw public key of the peer (I7, I18).
constexpr refusals refusals_of_key(const identity& peer) noexcept {
  const public_key key = public_key_of(peer.value);
  if (!key.is_valid()) return refusal::certificate_malformed;
  if (key.algorithm == key_algorithm::dsa) return refusal::key_unknown;
  return refusals_of_key_strength(key);
}

/// What the kind of identity asks of the peer.
constexpr refusals refusals_of_credential(const evidence& shown, std::int64_t now,
                                          bool asks_path) noexcept {
  const identity& credential = shown.facts.credential;
  if (!credential.is_somebody()) return {};
  const identity_kind kind = account_kind_of(credential.kind);
  if (kind == identity_kind::certificate) return refusals_of_x509(shown, now, asks_path);
  return kind == identity_kind::raw_public_key ? refusals_of_key(credential) : refusals{};
}

/// What this end offered of itself must be the account's own (I1, I8, I11). The PSK of a DTLS
/// server is no identity of its own, and OSCORE has none but the context.
constexpr refusals refusals_of_own_identity(const account& one, const evidence& shown) noexcept {
  const identity& local = shown.facts.local;
  const identity_kind kind = account_kind_of(shown.facts.credential.kind);
  if (kind != identity_kind::certificate && kind != identity_kind::raw_public_key) return {};
  if (one.kind != account_kind::client && one.identity.empty())
    return refusal::own_certificate_missing;
  if (!local.is_somebody() || account_kind_of(local.kind) != kind)
    return refusal::own_identity_missing;
  if (local.kind == identity_kind::verified_name || one.identity.empty()) return {};
  return equal(one.identity, local.value) ? refusals{} : refusals{refusal::own_identity_other};
}

/// The kind of account that admission was asked for (I11).
constexpr refusals refusals_of_kind(const account& one, account_kind wanted) noexcept {
  if (one.kind == wanted) return {};
  if (one.kind == account_kind::server) return refusal::account_is_server;
  return one.kind == account_kind::client ? refusal::account_is_client
                                          : refusal::account_is_bootstrap;
}

/// A full handshake: the PSK was this account's and went to this session (I17); what the handshake
/// itself was signed with and agreed on (I7).
constexpr refusals refusals_of_full_handshake(const account_slot& slot,
                                              const evidence& shown) noexcept {
  if (!shown.facts.is_dtls) return {};
  if (slot.kind != identity_kind::psk) return refusals_of_handshake(shown.facts);
  return is_keyed(slot, shown) ? refusals{} : refusals{refusal::key_not_supplied};
}

/// A resumed session rests on the verdict of its full handshake, as long as the credentials stay
/// (I12). Where the library does not say, a PSK that was supplied to this session shows that the
/// handshake was a full one.
constexpr refusals refusals_of_history(const account_slot& slot, const evidence& shown) noexcept {
  const resumption how = shown.facts.resumed;
  if (how == resumption::full_handshake) return refusals_of_full_handshake(slot, shown);
  if (is_resumed(how))
    return has_verdict(slot, shown) ? refusals{} : refusals{refusal::resumed_without_verdict};
  return is_keyed(slot, shown) ? refusals{} : refusals{refusal::resumption_unknown};
}

/// What a verdict stands in for after a resumption, where some libraries no longer know it: their
/// own verdict, and what this end offered in the full handshake.
constexpr refusals replaced_by_verdict() noexcept {
  return refusals{refusal::verification_unknown}.add(refusal::own_identity_missing);
}

/// Where no path is asked for, the pinned certificate or key is what authenticates (I10, I23).
constexpr refusals replaced_by_pin() noexcept {
  return refusals{refusal::verification_unknown}.add(refusal::peer_not_verified);
}

/// What the account that was found, or meant, asks of the session.
constexpr refusals refusals_of_account(const account_slot& slot, const evidence& shown,
                                       const channel_policy& policy, refusals so_far) noexcept {
  const account& one = slot.configured;
  const bool is_certificate = slot.kind == identity_kind::certificate;
  const bool asks_path = !is_certificate || asked_by(one, shown.edition).path;
  refusals why = so_far;
  why.add(refusals_of_credential(shown, policy.now, asks_path));
  why.add(refusals_of_own_identity(one, shown));
  const bool is_pinned =
      !so_far.has(refusal::pinned_key_other) && !so_far.has(refusal::pin_unknown);
  if (is_certificate && !asks_path && is_pinned) why.remove(replaced_by_pin());
  const refusals history = refusals_of_history(slot, shown);
  if (is_resumed(shown.facts.resumed) && history.empty()) why.remove(replaced_by_verdict());
  return why.add(history);
}

/// Whom admission was asked for: the kind of account and, where the caller names one, the account.
struct admission_target {
  account_kind kind{};
  bool is_named = false;
  const account_slot* named = nullptr;  // null: there is no such account
};

/// Section I, all of it: the account that a session reaches, and every reason why it is not
/// admitted.
constexpr account_match judge(const evidence& shown, const channel_policy& policy,
                              edition_name edition, const admission_target& target) noexcept {
  const session_facts& facts = shown.facts;
  if (!facts.is_established) return {nullptr, refusal::not_established};
  account_match found;
  if (target.is_named)
    found = match_of(target.named, shown);
  else if (facts.credential.is_somebody())
    found = find_account(shown, target.kind);
  if (found.slot == nullptr || !found.why.empty())
    found.why.add_if(holds_nul(facts.credential), refusal::identity_has_nul);
  found.why.add(refusals_of_session(facts, policy));
  if (found.slot == nullptr) {
    found.why.add(refusals_of_credential(shown, policy.now, true));
    return found;
  }
  const account& one = found.slot->configured;
  if (!found.why.has(refusal::mode_other))
    found.why = refusals_of_account(*found.slot, shown, policy, found.why);
  found.why.add(refusals_of_kind(one, target.kind));
  found.why.add_if(!has_mode(edition, one.mode), refusal::mode_not_in_edition);
  return found;
}

}  // namespace lwm2m::access::inline v0::channel::detail
