#pragma once

#include <lwm2m/access/channel/configuration.hpp>
#include <lwm2m/access/channel/session.hpp>

#include <mbedtls/md.h>
#include <mbedtls/ssl.h>
#include <mbedtls/version.h>

namespace lwm2m::access::inline v0::channel {

/// What a stack knows about its session and Mbed TLS has no getter for. `psk_identity` is kept by
/// the callback of `mbedtls_ssl_conf_psk_cb`; a session that is resumed runs no callback, and is
/// nobody unless the stack kept the identity beside the session (I16).
struct mbedtls_notes {
  int handshake = -1;    ///< what `mbedtls_ssl_handshake` returned: 0 when it is complete
  bytes psk_identity{};  ///< at the DTLS server: the peer's; at the client: its own
  identity local{};      ///< the own certificate; not for PSK
  resumption resumed{};  ///< a full handshake is one whose callbacks ran
  /// The certificates that the callback of `mbedtls_ssl_conf_verify` saw, copied, the leaf first:
  /// it is called for the anchor first. They stand in for those that the library keeps, which are
  /// none when it was built without `MBEDTLS_SSL_KEEP_PEER_CERTIFICATE`.
  view<bytes> path{};
  /// How often `mbedtls_ssl_handshake` returned 0 on this context; 0: not counted. It does so again
  /// for a peer that reconnects (`MBEDTLS_ERR_SSL_CLIENT_RECONNECT`).
  std::uint32_t handshakes = 0;
  bytes sole_anchor{};  ///< the one certificate of `mbedtls_ssl_conf_ca_chain`; else empty
};

namespace configuration::mbedtls {
#if MBEDTLS_VERSION_MAJOR >= 3
inline constexpr std::uint16_t groups[] = {MBEDTLS_SSL_IANA_TLS_GROUP_SECP256R1, 0};
inline constexpr std::uint16_t signatures[] = {MBEDTLS_TLS1_3_SIG_ECDSA_SECP256R1_SHA256, 0};
#else
inline constexpr mbedtls_ecp_group_id groups[] = {MBEDTLS_ECP_DP_SECP256R1, MBEDTLS_ECP_DP_NONE};
inline constexpr int signatures[] = {MBEDTLS_MD_SHA256, MBEDTLS_MD_NONE};
#endif
/// Of the whole path, anchor included: no hash before SHA-256, no curve below 256 bits (I6, I18).
inline constexpr mbedtls_x509_crt_profile path{MBEDTLS_X509_ID_FLAG(MBEDTLS_MD_SHA256) |
                                                   MBEDTLS_X509_ID_FLAG(MBEDTLS_MD_SHA384) |
                                                   MBEDTLS_X509_ID_FLAG(MBEDTLS_MD_SHA512),
                                               0xFFFFFFFF,
                                               MBEDTLS_X509_ID_FLAG(MBEDTLS_ECP_DP_SECP256R1) |
                                                   MBEDTLS_X509_ID_FLAG(MBEDTLS_ECP_DP_SECP384R1) |
                                                   MBEDTLS_X509_ID_FLAG(MBEDTLS_ECP_DP_SECP521R1) |
                                                   MBEDTLS_X509_ID_FLAG(MBEDTLS_ECP_DP_BP256R1) |
                                                   MBEDTLS_X509_ID_FLAG(MBEDTLS_ECP_DP_BP384R1) |
                                                   MBEDTLS_X509_ID_FLAG(MBEDTLS_ECP_DP_BP512R1) |
                                                   MBEDTLS_X509_ID_FLAG(MBEDTLS_ECP_DP_SECP256K1),
                                               rsa_bits};
}  // namespace configuration::mbedtls

/// Sets all of `configuration::mbedtls`, after `mbedtls_ssl_config_defaults`.
inline void configure(mbedtls_ssl_config* config, identity_kind kind) noexcept {
  namespace settings = configuration::mbedtls;
  mbedtls_ssl_conf_ciphersuites(config,
                                kind == identity_kind::psk ? settings::psk : settings::ecdsa);
#if MBEDTLS_VERSION_MAJOR >= 3
  mbedtls_ssl_conf_min_tls_version(config, MBEDTLS_SSL_VERSION_TLS1_2);
  mbedtls_ssl_conf_groups(config, settings::groups);
  mbedtls_ssl_conf_sig_algs(config, settings::signatures);
#else
  mbedtls_ssl_conf_min_version(config, MBEDTLS_SSL_MAJOR_VERSION_3, MBEDTLS_SSL_MINOR_VERSION_3);
  mbedtls_ssl_conf_curves(config, settings::groups);
  mbedtls_ssl_conf_sig_hashes(config, settings::signatures);
#endif
  mbedtls_ssl_conf_cert_profile(config, &settings::path);
#if defined(MBEDTLS_SSL_RENEGOTIATION)
  mbedtls_ssl_conf_renegotiation(config, MBEDTLS_SSL_RENEGOTIATION_DISABLED);
#endif
}

/// An established session of Mbed TLS 2.28 or 3. It borrows context and notes and copies nothing.
/// Group, handshake hash and the keys of the path are fixed by `configure`, not read.
class mbedtls_session {
 public:
  static constexpr configuration_facts fixed_by_configuration{
      .group = true, .handshake_hash = true, .anchor = true};

  mbedtls_session(const mbedtls_ssl_context* ssl, const mbedtls_notes& notes) noexcept
      : ssl_{ssl}, notes_{notes} {}

  [[nodiscard]] session_id id() const noexcept { return session_id{ssl_}; }
  [[nodiscard]] bool is_established() const noexcept {
    return ssl_ != nullptr && notes_.handshake == 0;
  }
  [[nodiscard]] std::uint16_t protocol() const noexcept {
    const text name{mbedtls_ssl_get_version(ssl_)};
    return equal<char>(name, text{"DTLSv1.2"})   ? std::uint16_t{0xFEFD}
           : equal<char>(name, text{"DTLSv1.3"}) ? std::uint16_t{0xFEFC}
           : equal<char>(name, text{"TLSv1.2"})  ? std::uint16_t{0x0303}
           : equal<char>(name, text{"TLSv1.3"})  ? std::uint16_t{0x0304}
                                                 : std::uint16_t{0};
  }
  [[nodiscard]] std::uint16_t cipher_suite() const noexcept {
    const char* name = mbedtls_ssl_get_ciphersuite(ssl_);
    return name != nullptr ? static_cast<std::uint16_t>(mbedtls_ssl_get_ciphersuite_id(name))
                           : std::uint16_t{0};
  }
  [[nodiscard]] dtls_role role() const noexcept {
#if MBEDTLS_VERSION_MAJOR >= 3
    const mbedtls_ssl_config* settings = mbedtls_ssl_context_get_config(ssl_);
    const int end = mbedtls_ssl_conf_get_endpoint(settings);
#else
    const int end = static_cast<int>(ssl_->conf->endpoint);
#endif
    return end == MBEDTLS_SSL_IS_SERVER ? dtls_role::server : dtls_role::client;
  }
  [[nodiscard]] identity peer() const noexcept {
    if (peer_chain_size() > 0) return {identity_kind::certificate, peer_chain(0)};
    return role() == dtls_role::server ? psk() : identity{};
  }
  /// The result says 0xFFFFFFFF where nothing is known, and has a bit where nothing was verified.
  [[nodiscard]] answer peer_verified() const noexcept {
    if (peer_chain_size() == 0) return psk().is_somebody() ? answer::yes : answer::no;
    const std::uint32_t result = mbedtls_ssl_get_verify_result(ssl_);
    return result == 0 ? answer::yes : result == 0xFFFFFFFF ? answer::unknown : answer::no;
  }
  [[nodiscard]] identity local() const noexcept {
    const bool psk_client = notes_.local.kind == identity_kind::none && role() == dtls_role::client;
    return psk_client ? psk() : notes_.local;
  }
  [[nodiscard]] resumption resumed() const noexcept { return notes_.resumed; }

  /// As the verify callback saw it, else as sent; a resumed session keeps the leaf alone.
  [[nodiscard]] std::size_t peer_chain_size() const noexcept {
    if (!notes_.path.empty()) return notes_.path.size();
    std::size_t size = 0;
    for (const mbedtls_x509_crt* one = mbedtls_ssl_get_peer_cert(ssl_); one != nullptr;
         one = one->next)
      ++size;
    return size;
  }
  [[nodiscard]] bytes peer_chain(std::size_t k) const noexcept {
    if (!notes_.path.empty()) return notes_.path[k];
    const mbedtls_x509_crt* one = mbedtls_ssl_get_peer_cert(ssl_);
    for (; k > 0; --k) one = one->next;
    return {one->raw.p, one->raw.len};
  }
  [[nodiscard]] std::uint32_t handshakes() const noexcept { return notes_.handshakes; }
  [[nodiscard]] bytes sole_anchor() const noexcept {
    return peer_verified() == answer::yes ? notes_.sole_anchor : bytes{};
  }
  [[nodiscard]] std::size_t digest(hash with, bytes of, std::uint8_t* out) const noexcept {
    const auto* algorithm = mbedtls_md_info_from_type(with == hash::sha384   ? MBEDTLS_MD_SHA384
                                                      : with == hash::sha512 ? MBEDTLS_MD_SHA512
                                                                             : MBEDTLS_MD_NONE);
    const bool made = mbedtls_md(algorithm, of.data(), of.size(), out) == 0;
    return made ? mbedtls_md_get_size(algorithm) : 0;
  }

 private:
  [[nodiscard]] identity psk() const noexcept {
    return notes_.psk_identity.empty() ? identity{}
                                       : identity{identity_kind::psk, notes_.psk_identity};
  }

  const mbedtls_ssl_context* ssl_;
  mbedtls_notes notes_;
};
static_assert(dtls_session<mbedtls_session> && shows_peer_chain<mbedtls_session>);

}  // namespace lwm2m::access::inline v0::channel
