#pragma once

#include <lwm2m/access/channel/account_check.hpp>
#include <lwm2m/access/channel/certificate.hpp>
#include <lwm2m/access/channel/configuration.hpp>
#include <lwm2m/access/channel/session.hpp>

// wolfSSL wants its options before everything else: those of its build, or the user's.
#if !defined(WOLFSSL_USER_SETTINGS)
#include <wolfssl/options.h>
#endif
#include <wolfssl/wolfcrypt/settings.h>

#include <wolfssl/ssl.h>
#include <wolfssl/wolfcrypt/hash.h>

#include <utility>

namespace lwm2m::access::inline v0::channel {

/// What a stack knows about its session and wolfSSL has no getter for. `psk_identity` is kept by
/// the PSK callback; a session that is resumed runs none, and is nobody unless the stack kept the
/// identity beside the session (I16).
struct wolfssl_notes {
  int handshake = 0;             ///< what `wolfSSL_connect` or `_accept` returned: WOLFSSL_SUCCESS
  bytes psk_identity{};          ///< at the DTLS server: the peer's; at the client: its own
  identity local{};              ///< the own certificate; not for PSK
  answer peer_verified{};        ///< `yes` when the verify callback ran, and no error was overruled
  std::uint32_t handshakes = 0;  ///< how many were completed on this session; 0: not counted
  bytes sole_anchor{};           ///< the one certificate that was loaded as an anchor; else empty
};

namespace detail {

// Only with its OpenSSL-compatible functions can the library be told which signatures to offer.
#if defined(OPENSSL_EXTRA)
inline constexpr bool wolfssl_fixes_signatures = true;
inline bool fix_signatures(WOLFSSL_CTX* context) noexcept {
  return wolfSSL_CTX_set1_sigalgs_list(context, configuration::wolfssl::signatures) ==
         WOLFSSL_SUCCESS;
}
#else
// Without them it offers SHA-1 where it was built for versions before 1.2.
#if defined(NO_SHA) || (defined(NO_OLD_TLS) && !defined(WOLFSSL_ALLOW_TLS_SHA1))
inline constexpr bool wolfssl_fixes_signatures = true;
#else
inline constexpr bool wolfssl_fixes_signatures = false;
#endif
inline bool fix_signatures(WOLFSSL_CTX*) noexcept { return true; }
#endif

}  // namespace detail

/// Sets all of `configuration::wolfssl` on a context, before anchors are loaded. False: the library
/// refused one.
[[nodiscard]] inline bool configure(WOLFSSL_CTX* context, identity_kind kind) noexcept {
  namespace settings = configuration::wolfssl;
  const char* suites = kind == identity_kind::psk ? settings::psk : settings::ecdsa;
  return wolfSSL_CTX_set_cipher_list(context, suites) == WOLFSSL_SUCCESS &&
         wolfSSL_CTX_UseSupportedCurve(context, WOLFSSL_ECC_SECP256R1) == WOLFSSL_SUCCESS &&
         wolfSSL_CTX_SetMinEccKey_Sz(context, configuration::ec_bits) == WOLFSSL_SUCCESS &&
         wolfSSL_CTX_SetMinRsaKey_Sz(context, configuration::rsa_bits) == WOLFSSL_SUCCESS &&
         detail::fix_signatures(context);
}

/// Loads an anchor, a certificate in DER, unless its key is too small (I18): the library has a
/// limit for RSA keys of anchors, but takes those of every curve.
[[nodiscard]] inline bool load_anchor(WOLFSSL_CTX* context, bytes anchor) noexcept {
  const certificate read = certificate_of(anchor);
  return read.is_valid() && detail::is_large_enough(read.key) &&
         wolfSSL_CTX_load_verify_buffer(context, anchor.data(), static_cast<long>(anchor.size()),
                                        WOLFSSL_FILETYPE_ASN1) == WOLFSSL_SUCCESS;
}

/// An established session of wolfSSL 5 built with `KEEP_PEER_CERT` and `SESSION_CERTS`. It borrows
/// the `WOLFSSL` and owns one reference to the peer's certificate. Group, handshake hash and the
/// keys of anchors are fixed by `configure` and `load_anchor`, not read. Not to be included with
/// OpenSSL's headers in one file.
class wolfssl_session {
 public:
  static constexpr configuration_facts fixed_by_configuration{
      .group = true, .handshake_hash = detail::wolfssl_fixes_signatures, .anchor = true};

  wolfssl_session(WOLFSSL* ssl, const wolfssl_notes& notes) noexcept
      : ssl_{ssl},
        notes_{notes},
        leaf_{ssl != nullptr ? wolfSSL_get_peer_certificate(ssl) : nullptr} {}
  wolfssl_session(wolfssl_session&& other) noexcept
      : ssl_{other.ssl_}, notes_{other.notes_}, leaf_{std::exchange(other.leaf_, nullptr)} {}
  wolfssl_session& operator=(wolfssl_session&&) = delete;
  ~wolfssl_session() { wolfSSL_X509_free(leaf_); }

  [[nodiscard]] session_id id() const noexcept { return session_id{ssl_}; }
  [[nodiscard]] bool is_established() const noexcept {
    return ssl_ != nullptr && notes_.handshake == WOLFSSL_SUCCESS;
  }
  [[nodiscard]] std::uint16_t protocol() const noexcept {
    const text name{wolfSSL_get_version(ssl_)};
    return equal<char>(name, text{"DTLSv1.2"})   ? std::uint16_t{0xFEFD}
           : equal<char>(name, text{"DTLSv1.3"}) ? std::uint16_t{0xFEFC}
           : equal<char>(name, text{"TLSv1.2"})  ? std::uint16_t{0x0303}
           : equal<char>(name, text{"TLSv1.3"})  ? std::uint16_t{0x0304}
                                                 : std::uint16_t{0};
  }
  [[nodiscard]] std::uint16_t cipher_suite() const noexcept {
    return static_cast<std::uint16_t>(wolfSSL_get_current_cipher_suite(ssl_));
  }
  [[nodiscard]] dtls_role role() const noexcept {
    return wolfSSL_is_server(ssl_) == 1 ? dtls_role::server : dtls_role::client;
  }
  [[nodiscard]] identity peer() const noexcept {
    if (leaf_ == nullptr) return role() == dtls_role::server ? psk() : identity{};
    int size = 0;
    const unsigned char* der = wolfSSL_X509_get_der(leaf_, &size);
    if (der == nullptr || size <= 0) return {};
    return {peer_kind(), {der, static_cast<std::size_t>(size)}};
  }
  [[nodiscard]] answer peer_verified() const noexcept {
    if (leaf_ == nullptr) return psk().is_somebody() ? answer::yes : answer::no;
    // Of a raw public key it was proven that the peer holds it, not that it is the right one.
    return peer_kind() == identity_kind::raw_public_key ? answer::yes : notes_.peer_verified;
  }
  [[nodiscard]] identity local() const noexcept {
    const bool psk_client = notes_.local.kind == identity_kind::none && role() == dtls_role::client;
    return psk_client ? psk() : notes_.local;
  }
  [[nodiscard]] resumption resumed() const noexcept {
    return wolfSSL_session_reused(ssl_) != 0 ? resumption::resumed : resumption::full_handshake;
  }

  /// As sent.
  [[nodiscard]] std::size_t peer_chain_size() const noexcept {
    const int size = wolfSSL_get_chain_count(wolfSSL_get_peer_chain(ssl_));
    return size > 0 ? static_cast<std::size_t>(size) : 0;
  }
  [[nodiscard]] bytes peer_chain(std::size_t k) const noexcept {
    WOLFSSL_X509_CHAIN* chain = wolfSSL_get_peer_chain(ssl_);
    const int at = static_cast<int>(k), size = wolfSSL_get_chain_length(chain, at);
    return {wolfSSL_get_chain_cert(chain, at), size > 0 ? static_cast<std::size_t>(size) : 0};
  }
  [[nodiscard]] std::uint32_t handshakes() const noexcept { return notes_.handshakes; }
  [[nodiscard]] bytes sole_anchor() const noexcept {
    return peer_verified() == answer::yes ? notes_.sole_anchor : bytes{};
  }
  [[nodiscard]] std::size_t digest(hash with, bytes of, std::uint8_t* out) const noexcept {
    const auto type = with == hash::sha384   ? WC_HASH_TYPE_SHA384
                      : with == hash::sha512 ? WC_HASH_TYPE_SHA512
                                             : WC_HASH_TYPE_NONE;
    const word32 size = with == hash::sha384 ? 48 : 64;
    const bool made = wc_Hash(type, of.data(), static_cast<word32>(of.size()), out, size) == 0;
    return made ? size : 0;
  }

 private:
  /// A raw public key is handed out in place of a certificate.
  [[nodiscard]] identity_kind peer_kind() const noexcept {
#if defined(HAVE_RPK)
    int type = WOLFSSL_CERT_TYPE_UNKNOWN;
    const int known = role() == dtls_role::client
                          ? wolfSSL_get_negotiated_server_cert_type(ssl_, &type)
                          : wolfSSL_get_negotiated_client_cert_type(ssl_, &type);
    if (known == WOLFSSL_SUCCESS && type == WOLFSSL_CERT_TYPE_RPK)
      return identity_kind::raw_public_key;
#endif
    return identity_kind::certificate;
  }
  [[nodiscard]] identity psk() const noexcept {
    return notes_.psk_identity.empty() ? identity{}
                                       : identity{identity_kind::psk, notes_.psk_identity};
  }

  WOLFSSL* ssl_;
  wolfssl_notes notes_;
  WOLFSSL_X509* leaf_;
};
static_assert(dtls_session<wolfssl_session> && shows_peer_chain<wolfssl_session>);

}  // namespace lwm2m::access::inline v0::channel
