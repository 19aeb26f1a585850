#pragma once

#include <lwm2m/access/channel/certificate_path.hpp>
#include <lwm2m/access/channel/cipher_suite.hpp>
#include <lwm2m/access/channel/session.hpp>

#include <cstddef>
#include <cstdint>

namespace lwm2m::access::inline v0::channel::detail {

/// What a session of any type said, read once: admission works on this alone.
struct session_facts {
  session_moment over{};
  bool is_established = false;
  bool is_dtls = false;  // protocol, suite, role and resumed mean something
  identity local{};
  identity credential{};  // by what the two ends identified themselves
  answer peer_verified{}, encrypted{}, integrity_protected{};
  std::uint16_t protocol{};
  cipher_suite suite{};
  dtls_role role{};
  resumption resumed{};
  bool tells_handshake_hash = false, tells_group = false;
  hash handshake_hash{};
  std::uint16_t group_bits{};
  configuration_facts fixed{};
  session_binding* binding = nullptr;
  digest_source digests{};
  bytes sole_anchor{};
};

template <dtls_session Session>
constexpr void read_dtls(session_facts& into, const Session& session) noexcept {
  into.is_dtls = true;
  into.protocol = session.protocol();
  into.suite = cipher_suite::of(session.cipher_suite());
  into.role = session.role();
  into.resumed = session.resumed();
}

template <makes_digests Session>
std::size_t digest_by(const void* session, hash with, bytes of, std::uint8_t* out) noexcept {
  return static_cast<const Session*>(session)->digest(with, of, out);
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
  if constexpr (has_binding<Session>) into.binding = session.binding();
  if constexpr (makes_digests<Session>) into.digests = {&session, digest_by<Session>};
  if constexpr (states_sole_anchor<Session>) into.sole_anchor = session.sole_anchor();
}

template <session Session>
constexpr session_facts facts_of(const Session& session) noexcept {
  session_facts facts;
  facts.over = session.id();
  facts.is_established = session.is_established();
  if (!facts.is_established) return facts;
  facts.over = session_moment{session};
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

/// The certificates that a session shows; nothing is known above the leaf where it shows none.
template <session Session>
constexpr certificate_path path_of(const Session& session, const certificate& leaf) noexcept {
  if constexpr (shows_peer_chain<Session>)
    return certificate_path{session, leaf};
  else
    return {};
}

}  // namespace lwm2m::access::inline v0::channel::detail
