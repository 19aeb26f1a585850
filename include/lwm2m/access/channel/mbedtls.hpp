#pragma once

#include <lwm2m/access/channel/session.hpp>

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
};

/// An established session of Mbed TLS 2.28 or 3. It borrows context and notes and copies nothing.
/// Group and handshake hash are fixed by `mbedtls_ssl_conf_curves` (3: `_conf_groups`) and
/// `mbedtls_ssl_conf_sig_hashes` (3: `_conf_sig_algs`), not read.
class mbedtls_session {
 public:
  static constexpr configuration_facts fixed_by_configuration{.group = true,
                                                              .handshake_hash = true,
                                                              .anchor = true};

  mbedtls_session(const mbedtls_ssl_context* ssl, const mbedtls_notes& notes) noexcept
      : ssl_{ssl}, notes_{notes} {}

  [[nodiscard]] session_id id() const noexcept { return session_id{ssl_}; }
  [[nodiscard]] bool is_established() const noexcept {
    return ssl_ != nullptr && notes_.handshake == 0;
  }
  [[nodiscard]] std::uint16_t protocol() const noexcept {
    const text name{mbedtls_ssl_get_version(ssl_)};
    return equal<char>(name, text{"DTLSv1.2"})  ? std::uint16_t{0xFEFD}
           : equal<char>(name, text{"TLSv1.2"}) ? std::uint16_t{0x0303}
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
    if (const mbedtls_x509_crt* leaf = mbedtls_ssl_get_peer_cert(ssl_))
      return {identity_kind::certificate, {leaf->raw.p, leaf->raw.len}};
    return role() == dtls_role::server ? psk() : identity{};
  }
  /// The result says 0xFFFFFFFF where nothing is known, and has a bit where nothing was verified.
  [[nodiscard]] answer peer_verified() const noexcept {
    if (mbedtls_ssl_get_peer_cert(ssl_) == nullptr)
      return psk().is_somebody() ? answer::yes : answer::no;
    const std::uint32_t result = mbedtls_ssl_get_verify_result(ssl_);
    return result == 0 ? answer::yes : result == 0xFFFFFFFF ? answer::unknown : answer::no;
  }
  [[nodiscard]] identity local() const noexcept {
    const bool psk_client = notes_.local.kind == identity_kind::none && role() == dtls_role::client;
    return psk_client ? psk() : notes_.local;
  }
  [[nodiscard]] resumption resumed() const noexcept { return notes_.resumed; }

  /// As sent; a resumed session keeps the leaf alone.
  [[nodiscard]] std::size_t peer_chain_size() const noexcept {
    std::size_t size = 0;
    for (const mbedtls_x509_crt* one = mbedtls_ssl_get_peer_cert(ssl_); one != nullptr;
         one = one->next)
      ++size;
    return size;
  }
  [[nodiscard]] bytes peer_chain(std::size_t k) const noexcept {
    const mbedtls_x509_crt* one = mbedtls_ssl_get_peer_cert(ssl_);
    for (; k > 0; --k) one = one->next;
    return {one->raw.p, one->raw.len};
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
