#pragma once

#include <lwm2m/access/channel/channel_policy.hpp>
#include <lwm2m/access/channel/security_mode.hpp>
#include <lwm2m/access/channel/session_facts.hpp>
#include <lwm2m/access/channel/strength.hpp>

#include <cstdint>

namespace lwm2m::access::inline v0::channel::detail {

/// One version of the protocol. DTLS numbers fall, TLS numbers rise: a table, not a comparison
/// (I3).
struct protocol_row {
  std::uint16_t wire;
  bool is_tls;
  bool is_1_3;
};
inline constexpr protocol_row protocols[] = {
    {0xFEFD, false, false},  // DTLS 1.2
    {0xFEFC, false, true},   // DTLS 1.3
    {0x0303, true, false},   // TLS 1.2
    {0x0304, true, true},    // TLS 1.3
};

constexpr const protocol_row* protocol_of(std::uint16_t wire) noexcept {
  for (const protocol_row& row : protocols)
    if (row.wire == wire) return &row;
  return nullptr;
}

constexpr bool is_must_have(std::uint16_t suite, identity_kind kind) noexcept {
  for (const std::uint16_t one : must_have_suites(kind))
    if (one == suite) return true;
  return false;
}

/// What I2, I6 and I8 say of a registered suite, for a session with this kind of identity.
constexpr refusals faults_of_suite(const cipher_suite& suite, identity_kind kind) noexcept {
  const auto by = suite.authentication();
  const bool anonymous = by == suite_authentication::anonymous || by == suite_authentication::none;
  const bool weak = suite.mac() == suite_mac::md5 || suite.cipher() == cipher::rc4 ||
                    (suite.encrypts() && suite.key_bits() < 128) ||
                    suite.cipher() == cipher::triple_des;
  refusals found;
  found.add_if(!suite.encrypts(), refusal::suite_null_cipher);
  found.add_if(anonymous, refusal::suite_anonymous);
  found.add_if(suite.is_export(), refusal::suite_export);
  found.add_if(suite.mac() == suite_mac::sha1, refusal::suite_sha1);
  found.add_if(weak, refusal::suite_weak);
  return found.add_if(kind != identity_kind::none && !anonymous && !suite.authenticates(kind),
                      refusal::suite_of_other_mode);
}

/// What I2 to I6 and I8 say of a suite. Those that every mode must have are without a fault.
constexpr refusals refusals_of_suite(const cipher_suite& suite, identity_kind kind,
                                     const channel_policy& policy) noexcept {
  if (is_must_have(suite.code(), kind)) return {};
  if (!suite.is_registered()) return refusal::suite_unknown;
  refusals found = faults_of_suite(suite, kind);
  return found.add_if(!policy.allow_other_suites && kind != identity_kind::none,
                      refusal::suite_not_listed);
}

static_assert(
    faults_of_suite(cipher_suite::of(psk_suites[0]), identity_kind::psk)
        .add(faults_of_suite(cipher_suite::of(psk_suites[1]), identity_kind::psk))
        .add(faults_of_suite(cipher_suite::of(ecdsa_suites[0]), identity_kind::certificate))
        .add(faults_of_suite(cipher_suite::of(ecdsa_suites[1]), identity_kind::certificate))
        .empty());

/// Protocol and suite of a DTLS session (I2 to I6).
constexpr refusals refusals_of_protocol(const session_facts& facts,
                                        const channel_policy& policy) noexcept {
  const cipher_suite& suite = facts.suite;
  const protocol_row* protocol = protocol_of(facts.protocol);
  refusals found = refusals_of_suite(suite, facts.credential.kind, policy);
  found.add_if(facts.role == dtls_role::unknown, refusal::role_unknown);
  found.add_if(protocol == nullptr, refusal::protocol_refused);
  if (protocol == nullptr || !suite.is_registered()) return found;
  found.add_if(protocol->is_tls && !policy.allow_tls, refusal::tls_not_allowed);
  found.add_if(!protocol->is_tls && !suite.is_for_dtls(), refusal::suite_not_for_dtls);
  found.add_if(protocol->is_1_3 != suite.is_for_1_3(), refusal::suite_of_other_version);
  return found;
}

/// The hash of the handshake's signature and the group of its key exchange: told, or fixed by the
/// adapter's configuration; neither is refused (I7, I20). Suites of 1.3 name no key exchange: their
/// handshakes have a group, unless they rest on a PSK.
constexpr refusals refusals_of_handshake(const session_facts& facts) noexcept {
  refusals found;
  const bool hash_fixed = !facts.tells_handshake_hash && facts.fixed.handshake_hash;
  found.add_if(!hash_fixed && facts.handshake_hash == hash::unknown,
               refusal::handshake_hash_unknown);
  found.add_if(is_weak(facts.handshake_hash), refusal::handshake_hash_too_weak);
  if (!facts.suite.has_elliptic_group() && !facts.suite.is_for_1_3()) return found;
  const bool group_fixed = !facts.tells_group && facts.fixed.group;
  found.add_if(!group_fixed && facts.group_bits == 0, refusal::group_unknown);
  found.add_if(facts.group_bits != 0 && facts.group_bits < 256, refusal::group_too_small);
  return found;
}

/// Several libraries take a PSK identity for a string that ends at a NUL; no account has one (I16).
constexpr bool holds_nul(const identity& peer) noexcept {
  if (peer.kind != identity_kind::psk) return false;
  for (const std::uint8_t octet : peer.value)
    if (octet == 0) return true;
  return false;
}

/// That the peer identified itself, and that this was verified (I1, I16, I20).
constexpr refusals refusals_of_peer(const session_facts& facts) noexcept {
  refusals found;
  found.add_if(!facts.credential.is_somebody(), refusal::peer_unidentified);
  found.add_if(facts.peer_verified == answer::no, refusal::peer_not_verified);
  found.add_if(facts.peer_verified != answer::no && facts.peer_verified != answer::yes,
               refusal::verification_unknown);
  return found;
}

constexpr refusals refusals_of_protection(const session_facts& facts) noexcept {
  refusals found;
  found.add_if(facts.encrypted != answer::yes, refusal::not_encrypted);
  found.add_if(facts.integrity_protected != answer::yes, refusal::not_integrity_protected);
  return found;
}

/// Everything about a session that no account is needed for.
constexpr refusals refusals_of_session(const session_facts& facts,
                                       const channel_policy& policy) noexcept {
  refusals found;
  found.add_if(!facts.over.id.is_valid(), refusal::session_unnamed);
  found.add(refusals_of_peer(facts));
  return found.add(facts.is_dtls ? refusals_of_protocol(facts, policy)
                                 : refusals_of_protection(facts));
}

/// A certificate of the peer, taken by itself (I6, I9, I10, I18).
constexpr refusals refusals_of_certificate(const certificate& leaf, const session_facts& facts,
                                           std::int64_t now) noexcept {
  if (!leaf.is_valid()) return refusal::certificate_malformed;
  const dtls_role used_as = facts.role == dtls_role::client ? dtls_role::server : dtls_role::client;
  refusals found = refusals_of_key_strength(leaf.key);
  found.add(refusals_of_hash(leaf.signature.hash));
  found.add_if(leaf.version != 3, refusal::certificate_not_v3);
  found.add_if(facts.is_dtls && !may_be_used_as(leaf, used_as), refusal::certificate_wrong_usage);
  found.add_if(now != 0 && now > leaf.validity.not_after, refusal::certificate_expired);
  found.add_if(now != 0 && now < leaf.validity.not_before, refusal::certificate_not_yet_valid);
  return found;
}

}  // namespace lwm2m::access::inline v0::channel::detail
