#pragma once

#include <lwm2m/access/channel/security_mode.hpp>

#include <cstdint>

namespace lwm2m::access::inline v0::channel {

/// The settings that make a library offer the LwM2M suites and nothing else (I4, I5), each suite
/// by name: an alias for a version leaves out TLS_PSK_WITH_AES_128_CBC_SHA256 in some libraries.
/// What a library cannot tell after the handshake is fixed here, too: the group and the hash of the
/// handshake's signature (I7), the keys of a path whose anchor is not shown (I18), and that nobody
/// handshakes again within a session (I22). `configure` of each adapter sets all of its library's;
/// one that sets them by other means sets every one.
namespace configuration {

/// Keys below these are refused wherever a library takes a limit (I18).
inline constexpr int rsa_bits = 2048;
inline constexpr int ec_bits = 256;

namespace openssl {
inline constexpr char psk[] = "PSK-AES128-CCM8:PSK-AES128-CBC-SHA256";
inline constexpr char ecdsa[] = "ECDHE-ECDSA-AES128-CCM8:ECDHE-ECDSA-AES128-SHA256";
inline constexpr char groups[] = "P-256";
inline constexpr char signatures[] = "ECDSA+SHA256";
inline constexpr std::uint64_t options = std::uint64_t{1} << 30;  ///< SSL_OP_NO_RENEGOTIATION
}  // namespace openssl

/// `gnutls_priority_set_direct`. A string offers the product of its parts: each of these holds
/// exactly two suites. The profile refuses RSA keys below 2048 bits in the whole path, anchor
/// included; `gnutls_session` looks after elliptic curves. GnuTLS handshakes again only when the
/// stack calls `gnutls_handshake` again: on GNUTLS_E_REHANDSHAKE it sends the alert
/// GNUTLS_A_NO_RENEGOTIATION instead. The flag GNUTLS_ALLOW_ID_CHANGE is not set.
namespace gnutls {
inline constexpr char psk[] =
    "NONE:+VERS-DTLS1.2:+COMP-NULL:+GROUP-SECP256R1:+SIGN-ECDSA-SHA256:+PSK:"
    "+AES-128-CCM-8:+AES-128-CBC:+AEAD:+SHA256:+CTYPE-X509:%PROFILE_MEDIUM";
inline constexpr char ecdsa[] =
    "NONE:+VERS-DTLS1.2:+COMP-NULL:+GROUP-SECP256R1:+SIGN-ECDSA-SHA256:+ECDHE-ECDSA:"
    "+AES-128-CCM-8:+AES-128-CBC:+AEAD:+SHA256:+CTYPE-X509:%PROFILE_MEDIUM";
/// Besides `GNUTLS_ENABLE_RAWPK` of `gnutls_init`.
inline constexpr char raw_public_key[] =
    "NONE:+VERS-DTLS1.2:+COMP-NULL:+GROUP-SECP256R1:+SIGN-ECDSA-SHA256:+ECDHE-ECDSA:"
    "+AES-128-CCM-8:+AES-128-CBC:+AEAD:+SHA256:+CTYPE-CLI-RAWPK:+CTYPE-SRV-RAWPK:%PROFILE_MEDIUM";
}  // namespace gnutls

/// `mbedtls_ssl_conf_ciphersuites`; ends with 0.
namespace mbedtls {
inline constexpr int psk[] = {0xC0A8, 0x00AE, 0};
inline constexpr int ecdsa[] = {0xC0AE, 0xC023, 0};
}  // namespace mbedtls

/// `wolfSSL_CTX_set_cipher_list`, which succeeds as soon as it knows one of the names: compare with
/// `wolfSSL_get_ciphers`. The PSK suites need a library built with `WOLFSSL_STATIC_PSK`. It
/// handshakes again only when built with `HAVE_SECURE_RENEGOTIATION` and when the stack asks for it
/// (`wolfSSL_CTX_UseSecureRenegotiation`), which it does not.
namespace wolfssl {
inline constexpr char psk[] = "PSK-AES128-CCM-8:PSK-AES128-CBC-SHA256";
inline constexpr char ecdsa[] = "ECDHE-ECDSA-AES128-CCM-8:ECDHE-ECDSA-AES128-SHA256";
inline constexpr char signatures[] = "ECDSA+SHA256";
}  // namespace wolfssl

/// What `TLS::Policy::ciphersuite_list` returns.
namespace botan {
inline constexpr std::uint16_t psk[] = {0xC0A8, 0x00AE};
inline constexpr std::uint16_t ecdsa[] = {0xC0AE, 0xC023};
}  // namespace botan

}  // namespace configuration

}  // namespace lwm2m::access::inline v0::channel
