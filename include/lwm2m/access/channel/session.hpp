#pragma once

#include <lwm2m/access/channel/facts.hpp>
#include <lwm2m/access/traits.hpp>

#include <cstddef>
#include <cstdint>

namespace lwm2m::access::inline v0::channel {

/// What every secured channel states (I14). These are facts about something that is established:
/// nothing here drives a handshake, opens a socket, allocates, or asks the peer.
///
/// * `id()`: the session; invalid for a null session, which admits nobody.
/// * `is_established()`: false until the handshake is complete, and of a null session.
/// * `peer()`: who the other end says it is; `none` when it said nothing. The channel owns the
///   bytes; they live until its next non-const call. For a PSK at the DTLS client this is no fact
///   about the peer (I17), and admission does not ask for it there.
/// * `peer_verified()`: `yes`: a path to an anchor was built, the key was the pinned one, or the
///   PSK matched, and the peer proved to hold the secret; `no`: that failed; `unknown`: the
///   library does not say. It does not mean that the name in a certificate was compared.
/// * `local()`: what this end offered of itself; owned and living as `peer()`. It does not mean
///   that the peer looked at it.
template <class Channel>
concept channel_facts = requires(const Channel& channel) {
  { channel.id() } noexcept -> access::detail::same_as<session_id>;
  { channel.is_established() } noexcept -> access::detail::same_as<bool>;
  { channel.peer() } noexcept -> access::detail::same_as<identity>;
  { channel.peer_verified() } noexcept -> access::detail::same_as<answer>;
  { channel.local() } noexcept -> access::detail::same_as<identity>;
};

/// A channel that is not a DTLS library's: secured SMS packets; OSCORE, whose `peer()` is an
/// `identity_kind::oscore`; a TLS that a modem or the operating system runs and tells little of,
/// whose `peer()` may be a `verified_name`: of a Server the host, of a Client the Endpoint Name.
///
/// * `encrypted()`, `integrity_protected()`: of every exchange in both directions (I2).
template <class Channel>
concept protected_channel = channel_facts<Channel> && requires(const Channel& channel) {
  { channel.encrypted() } noexcept -> access::detail::same_as<answer>;
  { channel.integrity_protected() } noexcept -> access::detail::same_as<answer>;
};

/// The session of a DTLS library (or of TLS, where a policy allows it).
///
/// * `protocol()`: the version as on the wire, 0xFEFD for DTLS 1.2; 0 when not known.
/// * `cipher_suite()`: the IANA code point; 0 (TLS_NULL_WITH_NULL_NULL) when not known.
/// * `role()`: which end of the handshake this is.
/// * `resumed()`: whether the session was resumed, and by which means.
template <class Session>
concept dtls_session = channel_facts<Session> && requires(const Session& session) {
  { session.protocol() } noexcept -> access::detail::same_as<std::uint16_t>;
  { session.cipher_suite() } noexcept -> access::detail::same_as<std::uint16_t>;
  { session.role() } noexcept -> access::detail::same_as<dtls_role>;
  { session.resumed() } noexcept -> access::detail::same_as<resumption>;
};

/// What admission takes: either of the two.
template <class Session>
concept session = dtls_session<Session> || protected_channel<Session>;

// Refinements: what some libraries can tell beyond that. Each is found at compile time.

/// The certificates of the peer as sent or as verified, 0 = the leaf. `peer_chain_size()` is 0
/// when they are gone (as after a resumption); the bytes of every one live until the session's next
/// non-const call. It does not say that they were verified.
template <class Session>
concept shows_peer_chain = requires(const Session& session, std::size_t k) {
  { session.peer_chain_size() } noexcept -> access::detail::same_as<std::size_t>;
  { session.peer_chain(k) } noexcept -> access::detail::same_as<bytes>;
};

/// The hash of the peer's signature in the handshake; `unknown` when there was none, or not told.
template <class Session>
concept shows_handshake_hash = requires(const Session& session) {
  { session.handshake_signature_hash() } noexcept -> access::detail::same_as<hash>;
};

/// The size in bits of the group of the (EC)DHE key exchange; 0 when not known.
template <class Session>
concept shows_group = requires(const Session& session) {
  { session.key_exchange_bits() } noexcept -> access::detail::same_as<std::uint16_t>;
};

/// How many handshakes were completed on this session, this one included; 0 when not known. One
/// that handshakes again is another one, and what was admitted before it has ended (I22).
template <class Session>
concept counts_handshakes = requires(const Session& session) {
  { session.handshakes() } noexcept -> access::detail::same_as<std::uint32_t>;
};

/// The digest of `of` by the library's own SHA-384 or SHA-512 (I23; SHA-256 is the engine's own):
/// how many octets were stored at `out`, which has room for 64; 0 when the library cannot.
template <class Session>
concept makes_digests = requires(const Session& session, hash with, bytes of, std::uint8_t* out) {
  { session.digest(with, of, out) } noexcept -> access::detail::same_as<std::size_t>;
};

/// The certificate, in DER, of the one trust anchor that this session was configured with, when the
/// path was verified up to it; empty when there are others, or none, or it is not known (I23).
template <class Session>
concept states_sole_anchor = requires(const Session& session) {
  { session.sole_anchor() } noexcept -> access::detail::same_as<bytes>;
};

class session_binding;

/// The binding that the stack keeps beside the session: the account whose PSK was supplied to it,
/// and the verdict of its full handshake (I12, I17). Null: none. `bound` gives one to any session.
template <class Session>
concept has_binding = requires(const Session& session) {
  { session.binding() } noexcept -> access::detail::same_as<session_binding*>;
};

/// Whether the extended master secret (RFC 7627) was negotiated.
template <class Session>
concept shows_extended_master_secret = requires(const Session& session) {
  { session.extended_master_secret() } noexcept -> access::detail::same_as<answer>;
};

/// The session as bytes, to be resumed after a sleep: how many were stored at `room`; 0 when the
/// library cannot, or `size` is too small. They hold keys: keep them as a Secret Key is kept.
template <class Session>
concept exports_session = requires(const Session& session, std::uint8_t* room, std::size_t size) {
  { session.export_session(room, size) } noexcept -> access::detail::same_as<std::size_t>;
};

/// The Connection IDs (RFC 9146) of both directions; empty when none was negotiated.
template <class Session>
concept shows_connection_id = requires(const Session& session) {
  { session.local_connection_id() } noexcept -> access::detail::same_as<bytes>;
  { session.peer_connection_id() } noexcept -> access::detail::same_as<bytes>;
};

/// What an adapter vouches for by the configuration that it documents, because its library cannot
/// tell it after the handshake (I7). A session type has it as `static constexpr ...
/// fixed_by_configuration`; without one, nothing is fixed, and what is not told is refused. What is
/// told counts more.
struct configuration_facts {
  bool group = false;           ///< no group below 256 bits is offered or taken
  bool handshake_hash = false;  ///< no handshake signature with SHA-1 or MD5 is offered or taken
  bool anchor = false;          ///< no path ends in an anchor whose key is too small (I18)
  bool path = false;            ///< all of I6, I18 and the use of each certificate, where none is
                                ///< handed out (I14)
};

/// What `Session` vouches for by configuration.
template <class Session>
inline constexpr configuration_facts fixed_by_configuration_of = {};
template <class Session>
  requires requires {
    { Session::fixed_by_configuration } -> access::detail::converts_to<configuration_facts>;
  }
inline constexpr configuration_facts fixed_by_configuration_of<Session> =
    Session::fixed_by_configuration;

/// Any session together with the binding that the stack keeps for it; it borrows the binding.
template <session Session>
class bound : public Session {
 public:
  constexpr bound(Session of,
                  session_binding& kept) noexcept(noexcept(Session(static_cast<Session&&>(of))))
      : Session{static_cast<Session&&>(of)}, kept_{&kept} {}

  [[nodiscard]] constexpr session_binding* binding() const noexcept { return kept_; }

 private:
  session_binding* kept_;
};

/// Which session, and after how many of its handshakes (0: not told): what a request arrived over.
/// A session says both; its ID alone says the first.
struct session_moment {
  constexpr session_moment() noexcept = default;
  constexpr session_moment(session_id of) noexcept : id{of} {}
  template <channel_facts Session>
  constexpr session_moment(const Session& of) noexcept : id{of.id()} {
    if constexpr (counts_handshakes<Session>) handshakes = of.handshakes();
  }

  session_id id{};
  std::uint32_t handshakes = 0;
};

/// The session that is none: it admits nobody.
struct null_session {
  [[nodiscard]] constexpr session_id id() const noexcept { return {}; }
  [[nodiscard]] constexpr bool is_established() const noexcept { return false; }
  [[nodiscard]] constexpr identity peer() const noexcept { return {}; }
  [[nodiscard]] constexpr answer peer_verified() const noexcept { return {}; }
  [[nodiscard]] constexpr identity local() const noexcept { return {}; }
  [[nodiscard]] constexpr std::uint16_t protocol() const noexcept { return 0; }
  [[nodiscard]] constexpr std::uint16_t cipher_suite() const noexcept { return 0; }
  [[nodiscard]] constexpr dtls_role role() const noexcept { return {}; }
  [[nodiscard]] constexpr resumption resumed() const noexcept { return {}; }
};
static_assert(dtls_session<null_session>);

}  // namespace lwm2m::access::inline v0::channel
