#pragma once

#include <lwm2m/access/channel/session.hpp>

// wolfSSL wants its options before everything else.
#include <wolfssl/options.h>
#include <wolfssl/ssl.h>

namespace lwm2m::access::inline v0::channel {

/// What a stack knows about its session and wolfSSL has no getter for. `psk_identity` is kept by
/// the PSK callback; a session that is resumed runs none, and is nobody unless the stack kept the
/// identity beside the session (I16).
struct wolfssl_notes {
  int handshake = 0;       ///< what `wolfSSL_connect` or `_accept` returned: WOLFSSL_SUCCESS
  bytes psk_identity{};    ///< at the DTLS server: the peer's; at the client: its own
  identity local{};        ///< the own certificate; not for PSK
  answer peer_verified{};  ///< `yes` when the verify callback ran, and no error was overruled
};

/// An established session of wolfSSL 5 built with its OpenSSL-compatible functions. It borrows the
/// `WOLFSSL` and owns one reference to the peer's certificate. Group and handshake hash are fixed
/// by `wolfSSL_CTX_UseSupportedCurve` and `wolfSSL_CTX_set1_sigalgs_list`, not read. Not to be
/// included with OpenSSL's headers in one file.
class wolfssl_session {
 public:
  static constexpr configuration_facts fixed_by_configuration{.group = true,
                                                              .handshake_hash = true,
                                                              .anchor = true};

  wolfssl_session(WOLFSSL* ssl, const wolfssl_notes& notes) noexcept
      : ssl_{ssl},
        notes_{notes},
        leaf_{ssl != nullptr ? wolfSSL_get_peer_certificate(ssl) : nullptr} {}
  wolfssl_session(wolfssl_session&& from) noexcept
      : ssl_{from.ssl_}, notes_{from.notes_}, leaf_{from.leaf_} {
    from.leaf_ = nullptr;
  }
  wolfssl_session& operator=(wolfssl_session&&) = delete;
  ~wolfssl_session() { wolfSSL_X509_free(leaf_); }

  [[nodiscard]] session_id id() const noexcept { return session_id{ssl_}; }
  [[nodiscard]] bool is_established() const noexcept {
    return ssl_ != nullptr && notes_.handshake == WOLFSSL_SUCCESS;
  }
  [[nodiscard]] std::uint16_t protocol() const noexcept {
    return static_cast<std::uint16_t>(wolfSSL_version(ssl_));
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
    return {identity_kind::certificate, {der, static_cast<std::size_t>(size)}};
  }
  [[nodiscard]] answer peer_verified() const noexcept {
    if (leaf_ == nullptr) return psk().is_somebody() ? answer::yes : answer::no;
    return notes_.peer_verified;
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

 private:
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
