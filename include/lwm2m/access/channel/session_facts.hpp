#pragma once

#include <lwm2m/access/channel/account_check.hpp>
#include <lwm2m/access/channel/cipher_suite.hpp>
#include <lwm2m/access/channel/session.hpp>

#include <cstddef>
#include <cstdint>

namespace lwm2m::access::inline v0::channel::detail {

/// What a session of any type said, read once: admission works on this alone.
struct session_facts {
  constexpr session_facts(session_id of, bool established) noexcept
      : id{of}, is_established{established} {}

  session_id id{};
  bool is_established{};
  bool is_dtls{};  // protocol, suite, role and resumed mean something
  identity local{};
  identity credential{};  // by what the two ends identified themselves
  answer peer_verified{}, encrypted{}, integrity_protected{};
  std::uint16_t protocol{};
  cipher_suite suite{};
  dtls_role role{};
  resumption resumed{};
  bool tells_handshake_hash{}, tells_group{}, shows_chain{};
  hash handshake_hash{};
  std::uint16_t group_bits{};
  configuration_facts fixed{};
  refusals chain{};  // of the certificates above the leaf
};

/// Key and hash of one certificate of the chain (I6, I18).
constexpr refusals refusals_of_strength(const certificate& one) noexcept {
  refusals found;
  const bool known = one.key.bits != 0;  // that of a DSA key is not read
  found.add_if(!known, refusal::key_unknown);
  found.add_if(known && !is_large_enough(one.key), refusal::key_too_small);
  found.add_if(is_weak(one.signature.hash), refusal::hash_too_weak);
  found.add_if(one.signature.hash == hash::unknown, refusal::hash_unknown);
  return found;
}

/// The certificates above the leaf. The last one is the anchor when it issued itself: nothing rests
/// on its own signature.
template <shows_peer_chain Session>
constexpr refusals refusals_of_chain(const Session& session) noexcept {
  const std::size_t size = session.peer_chain_size();
  refusals found;
  for (std::size_t k = 1; k < size; ++k) {
    const certificate one = certificate_of(session.peer_chain(k));
    if (!one.is_valid()) return found.add(refusal::certificate_malformed);
    refusals strength = refusals_of_strength(one);
    if (k + 1 == size && equal(one.issuer, one.subject))
      strength.remove(refusal::hash_too_weak).remove(refusal::hash_unknown);
    found.add(strength);
  }
  return found;
}

template <dtls_session Session>
constexpr void read_dtls(session_facts& into, const Session& session) noexcept {
  into.is_dtls = true;
  into.protocol = session.protocol();
  into.suite = cipher_suite::of(session.cipher_suite());
  into.role = session.role();
  into.resumed = session.resumed();
}

template <class Session>
constexpr void read_refinements(session_facts& into, const Session& session) noexcept {
  into.fixed = fixed_by_configuration_of<Session>;
  if constexpr (shows_handshake_hash<Session>) {
    into.handshake_hash = session.handshake_signature_hash();
    into.tells_handshake_hash = true;
  }
  if constexpr (shows_group<Session>) {
    into.group_bits = session.key_exchange_bits();
    into.tells_group = true;
  }
  if constexpr (shows_peer_chain<Session>) {
    into.shows_chain = session.peer_chain_size() > 0;
    into.chain = refusals_of_chain(session);
  }
}

template <session Session>
constexpr session_facts facts_of(const Session& session) noexcept {
  session_facts facts{session.id(), session.is_established()};
  if (!facts.is_established) return facts;
  read_refinements(facts, session);
  facts.peer_verified = session.peer_verified();
  const identity local = session.local();
  facts.local = local;
  if constexpr (dtls_session<Session>) {
    read_dtls(facts, session);
  } else {
    facts.encrypted = session.encrypted();
    facts.integrity_protected = session.integrity_protected();
    facts.resumed = resumption::full_handshake;
  }
  // A PSK at the DTLS client is this end's own (I17).
  const bool is_own = facts.role == dtls_role::client && local.kind == identity_kind::psk;
  facts.credential = is_own ? local : session.peer();
  return facts;
}

}  // namespace lwm2m::access::inline v0::channel::detail
