#pragma once

#include <lwm2m/access/view.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>

namespace lwm2m::access::inline v0::channel {

/// Borrowed octets: an identity, a key, a certificate.
using bytes = view<std::uint8_t>;

/// Borrowed characters: an Endpoint Name, a Server URI. A literal counts without its final zero.
class text : public view<char> {
 public:
  constexpr text() noexcept = default;
  constexpr text(const char* zero_terminated) noexcept
      : view<char>{zero_terminated, length(zero_terminated)} {}
  constexpr text(const char* data, std::size_t size) noexcept : view<char>{data, size} {}

  template <class Range>
  requires requires(const Range& range) {
    { range.data() } -> std::convertible_to<const char*>;
    { range.size() } -> std::convertible_to<std::size_t>;
  }
  constexpr text(const Range& range) noexcept : view<char>{range.data(), range.size()} {}

 private:
  static constexpr std::size_t length(const char* at) noexcept {
    std::size_t n = 0;
    while (at != nullptr && at[n] != '\0') ++n;
    return n;
  }
};

/// What a library says of a fact. One that it cannot tell never counts as `yes` (I20).
enum class answer : std::uint8_t { unknown = 0, no, yes };

/// Which end of the DTLS handshake this is. It says nothing about the LwM2M role (I1).
enum class dtls_role : std::uint8_t { unknown = 0, client, server };

/// By what an end identified itself. Default: by nothing.
enum class identity_kind : std::uint8_t { none = 0, psk, raw_public_key, certificate };

/// An identity as it went over the wire: a PSK identity, a SubjectPublicKeyInfo in DER, or a leaf
/// certificate in DER. An empty one is nobody, whatever its kind (I16).
struct identity {
  identity_kind kind{};
  bytes value{};

  [[nodiscard]] constexpr bool is_somebody() const noexcept {
    return kind != identity_kind::none && !value.empty();
  }
};

/// How a session came to be (I12).
enum class resumption : std::uint8_t {
  unknown = 0,
  full_handshake,
  session_id,           ///< abbreviated handshake, by session ID
  ticket,               ///< abbreviated handshake, by ticket or by a PSK of DTLS 1.3
  restored_connection,  ///< no handshake: the live connection was saved and restored
  resumed               ///< not a full handshake; the library does not say by which means
};

/// Whether `how` is known not to be a full handshake.
[[nodiscard]] constexpr bool is_resumed(resumption how) noexcept {
  return how != resumption::unknown && how != resumption::full_handshake;
}

/// The hash functions that signatures and cipher suites name. Default: not known.
enum class hash : std::uint8_t {
  unknown = 0,
  md5,
  sha1,
  sha224,
  sha256,
  sha384,
  sha512,
  sm3,
  ascon_hash256,
  streebog256
};

/// Which session it is: the address of the library's session object, or a number of the stack's.
/// Default-constructed: no session. An address may be used again after the object is gone: a stack
/// that frees a session says so (`accounts::session_ended`), and no token outlives it.
class session_id {
 public:
  constexpr session_id() noexcept = default;
  constexpr explicit session_id(const void* object) noexcept : object_{object} {}
  constexpr explicit session_id(std::uint64_t number) noexcept : number_{number} {}

  [[nodiscard]] constexpr bool is_valid() const noexcept {
    return object_ != nullptr || number_ != 0;
  }
  friend constexpr bool operator==(session_id, session_id) noexcept = default;

 private:
  const void* object_ = nullptr;
  std::uint64_t number_ = 0;
};

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
  { channel.id() } noexcept -> std::same_as<session_id>;
  { channel.is_established() } noexcept -> std::same_as<bool>;
  { channel.peer() } noexcept -> std::same_as<identity>;
  { channel.peer_verified() } noexcept -> std::same_as<answer>;
  { channel.local() } noexcept -> std::same_as<identity>;
};

/// A channel that is not DTLS: secured SMS packets, OSCORE.
///
/// * `encrypted()`, `integrity_protected()`: of every exchange in both directions (I2).
template <class Channel>
concept protected_channel = channel_facts<Channel> && requires(const Channel& channel) {
  { channel.encrypted() } noexcept -> std::same_as<answer>;
  { channel.integrity_protected() } noexcept -> std::same_as<answer>;
};

/// The session of a DTLS library (or of TLS, where a policy allows it).
///
/// * `protocol()`: the version as on the wire, 0xFEFD for DTLS 1.2; 0 when not known.
/// * `cipher_suite()`: the IANA code point; 0 (TLS_NULL_WITH_NULL_NULL) when not known.
/// * `role()`: which end of the handshake this is.
/// * `resumed()`: whether the session was resumed, and by which means.
template <class Session>
concept dtls_session = channel_facts<Session> && requires(const Session& session) {
  { session.protocol() } noexcept -> std::same_as<std::uint16_t>;
  { session.cipher_suite() } noexcept -> std::same_as<std::uint16_t>;
  { session.role() } noexcept -> std::same_as<dtls_role>;
  { session.resumed() } noexcept -> std::same_as<resumption>;
};

/// What admission takes: either of the two.
template <class Session>
concept session = dtls_session<Session> || protected_channel<Session>;

// Refinements: what some libraries can tell beyond that. Each is found at compile time.

/// The certificates of the peer as sent or as verified, 0 = the leaf. `peer_chain_size()` is 0
/// when they are gone (as after a resumption); the bytes of `peer_chain(k)` live until its next
/// call. It does not say that they were verified.
template <class Session>
concept shows_peer_chain = requires(const Session& session, std::size_t k) {
  { session.peer_chain_size() } noexcept -> std::same_as<std::size_t>;
  { session.peer_chain(k) } noexcept -> std::same_as<bytes>;
};

/// The hash of the peer's signature in the handshake; `unknown` when there was none, or not told.
template <class Session>
concept shows_handshake_hash = requires(const Session& session) {
  { session.handshake_signature_hash() } noexcept -> std::same_as<hash>;
};

/// The size in bits of the group of the (EC)DHE key exchange; 0 when not known.
template <class Session>
concept shows_group = requires(const Session& session) {
  { session.key_exchange_bits() } noexcept -> std::same_as<std::uint16_t>;
};

/// Whether the extended master secret (RFC 7627) was negotiated.
template <class Session>
concept shows_extended_master_secret = requires(const Session& session) {
  { session.extended_master_secret() } noexcept -> std::same_as<answer>;
};

/// The session as bytes, to be resumed after a sleep: how many were stored at `room`; 0 when the
/// library cannot, or `size` is too small. They hold keys: keep them as a Secret Key is kept.
template <class Session>
concept exports_session = requires(const Session& session, std::uint8_t* room, std::size_t size) {
  { session.export_session(room, size) } noexcept -> std::same_as<std::size_t>;
};

/// The Connection IDs (RFC 9146) of both directions; empty when none was negotiated.
template <class Session>
concept shows_connection_id = requires(const Session& session) {
  { session.local_connection_id() } noexcept -> std::same_as<bytes>;
  { session.peer_connection_id() } noexcept -> std::same_as<bytes>;
};

/// What an adapter vouches for by the configuration that it documents, because its library cannot
/// tell it after the handshake (I7). A session type has it as `static constexpr ...
/// fixed_by_configuration`; without one, nothing is fixed, and what is not told is refused.
struct configuration_facts {
  bool group = false;           ///< no group below 256 bits is offered or taken
  bool handshake_hash = false;  ///< no handshake signature with SHA-1 or MD5 is offered or taken
};

/// What `Session` vouches for by configuration.
template <class Session>
inline constexpr configuration_facts fixed_by_configuration_of = {};
template <class Session>
requires requires {
  { Session::fixed_by_configuration } -> std::convertible_to<configuration_facts>;
}
inline constexpr configuration_facts fixed_by_configuration_of<Session> =
    Session::fixed_by_configuration;

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
