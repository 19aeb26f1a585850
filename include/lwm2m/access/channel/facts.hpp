#pragma once

#include <lwm2m/access/traits.hpp>
#include <lwm2m/access/view.hpp>

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
      { range.data() } -> access::detail::converts_to<const char*>;
      { range.size() } -> access::detail::converts_to<std::size_t>;
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
[[nodiscard]] constexpr answer last_of(answer) noexcept { return answer::yes; }

/// Which end of the DTLS handshake this is. It says nothing about the LwM2M role (I1).
enum class dtls_role : std::uint8_t { unknown = 0, client, server };
[[nodiscard]] constexpr dtls_role last_of(dtls_role) noexcept { return dtls_role::server; }

/// By what an end identified itself. Default: by nothing.
enum class identity_kind : std::uint8_t {
  none = 0,
  psk,             ///< a PSK identity
  raw_public_key,  ///< a SubjectPublicKeyInfo in DER
  certificate,     ///< the leaf certificate in DER
  verified_name,   ///< the name that was verified in a certificate which is not handed out (I14)
  oscore           ///< OSCORE's Recipient ID, together with an ID Context (I14)
};
[[nodiscard]] constexpr identity_kind last_of(identity_kind) noexcept {
  return identity_kind::oscore;
}

/// An identity as it went over the wire. An empty one is nobody (I16), but of OSCORE, where either
/// part may be empty.
struct identity {
  identity_kind kind{};
  bytes value{};
  bytes id_context{};  ///< of OSCORE alone

  [[nodiscard]] constexpr bool is_somebody() const noexcept {
    return kind == identity_kind::oscore || (kind != identity_kind::none && !value.empty());
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
[[nodiscard]] constexpr resumption last_of(resumption) noexcept { return resumption::resumed; }

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
[[nodiscard]] constexpr hash last_of(hash) noexcept { return hash::streebog256; }

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

}  // namespace lwm2m::access::inline v0::channel
