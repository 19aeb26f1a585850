#pragma once

#include <lwm2m/access/channel/session.hpp>

#include <openssl/ec.h>
#include <openssl/objects.h>
#include <openssl/ssl.h>

#include <vector>

namespace lwm2m::access::inline v0::channel {

/// An established session of OpenSSL 3. It borrows the `SSL`, which must outlive it, and copies
/// the certificates once, for OpenSSL gives no DER of its own. Make it after the handshake; it
/// allocates. Raw public keys (OpenSSL 3.2) are not read: such a peer is nobody.
class openssl_session {
 public:
  explicit openssl_session(SSL* ssl)
      : ssl_{ssl},
        peer_{ssl != nullptr ? der_of(SSL_get0_peer_certificate(ssl)) : octets{}},
        own_{ssl != nullptr ? der_of(SSL_get_certificate(ssl)) : octets{}} {}

  [[nodiscard]] session_id id() const noexcept { return session_id{ssl_}; }
  [[nodiscard]] bool is_established() const noexcept {
    return ssl_ != nullptr && SSL_is_init_finished(ssl_) == 1;
  }
  [[nodiscard]] std::uint16_t protocol() const noexcept {
    return static_cast<std::uint16_t>(SSL_version(ssl_));
  }
  [[nodiscard]] std::uint16_t cipher_suite() const noexcept {
    const SSL_CIPHER* suite = SSL_get_current_cipher(ssl_);
    return suite != nullptr ? SSL_CIPHER_get_protocol_id(suite) : std::uint16_t{0};
  }
  [[nodiscard]] dtls_role role() const noexcept {
    return SSL_is_server(ssl_) == 1 ? dtls_role::server : dtls_role::client;
  }
  [[nodiscard]] identity peer() const noexcept {
    if (!peer_.empty()) return {identity_kind::certificate, peer_};
    return psk();
  }
  /// The initial value of OpenSSL's result is "OK": it counts where the peer was to be verified.
  [[nodiscard]] answer peer_verified() const noexcept {
    if (peer_.empty()) return uses_psk() ? answer::yes : answer::no;
    if ((SSL_get_verify_mode(ssl_) & SSL_VERIFY_PEER) == 0) return answer::unknown;
    return SSL_get_verify_result(ssl_) == X509_V_OK ? answer::yes : answer::no;
  }
  [[nodiscard]] identity local() const noexcept {
    if (uses_psk()) return role() == dtls_role::client ? psk() : identity{};
    return {own_.empty() ? identity_kind::none : identity_kind::certificate, own_};
  }
  [[nodiscard]] resumption resumed() const noexcept {
    if (SSL_session_reused(ssl_) == 0) return resumption::full_handshake;
    if (role() == dtls_role::server) return resumption::resumed;
    const bool ticket = SSL_SESSION_has_ticket(SSL_get0_session(ssl_)) == 1;
    return ticket ? resumption::ticket : resumption::session_id;
  }

  [[nodiscard]] std::size_t peer_chain_size() const noexcept {
    STACK_OF(X509)* chain = SSL_get0_verified_chain(ssl_);
    return chain != nullptr ? static_cast<std::size_t>(sk_X509_num(chain)) : 0;
  }
  [[nodiscard]] bytes peer_chain(std::size_t k) const noexcept {
    if (links_.size() <= k) links_.resize(k + 1);
    if (links_[k].empty())
      links_[k] = der_of(sk_X509_value(SSL_get0_verified_chain(ssl_), static_cast<int>(k)));
    return links_[k];
  }
  [[nodiscard]] hash handshake_signature_hash() const noexcept {
    int nid = NID_undef;
    if (SSL_get_peer_signature_nid(ssl_, &nid) != 1) return hash::unknown;
    switch (nid) {
      case NID_md5:
        return hash::md5;
      case NID_sha1:
        return hash::sha1;
      case NID_sha224:
        return hash::sha224;
      case NID_sha256:
        return hash::sha256;
      case NID_sha384:
        return hash::sha384;
      case NID_sha512:
        return hash::sha512;
      default:
        return hash::unknown;
    }
  }
  [[nodiscard]] std::uint16_t key_exchange_bits() const noexcept {
    const int nid = static_cast<int>(SSL_get_negotiated_group(ssl_));
    if (nid == NID_X25519) return 256;
    if (nid == NID_X448) return 448;
    EC_GROUP* group = EC_GROUP_new_by_curve_name(nid);
    const int bits = group != nullptr ? EC_GROUP_order_bits(group) : 0;
    EC_GROUP_free(group);
    return static_cast<std::uint16_t>(bits);
  }
  [[nodiscard]] answer extended_master_secret() const noexcept {
    const long used = SSL_get_extms_support(ssl_);
    return used == 1 ? answer::yes : used == 0 ? answer::no : answer::unknown;
  }
  [[nodiscard]] std::size_t export_session(std::uint8_t* room, std::size_t size) const noexcept {
    SSL_SESSION* session = SSL_get0_session(ssl_);
    const int needed = session != nullptr ? i2d_SSL_SESSION(session, nullptr) : 0;
    if (needed <= 0 || static_cast<std::size_t>(needed) > size) return 0;
    return static_cast<std::size_t>(i2d_SSL_SESSION(session, &room));
  }

 private:
  using octets = std::vector<std::uint8_t>;

  static octets der_of(X509* certificate) {
    const int size = certificate != nullptr ? i2d_X509(certificate, nullptr) : 0;
    octets der(size > 0 ? static_cast<std::size_t>(size) : 0);
    std::uint8_t* at = der.data();
    if (size > 0) i2d_X509(certificate, &at);
    return der;
  }
  [[nodiscard]] bool uses_psk() const noexcept {
    const SSL_CIPHER* suite = SSL_get_current_cipher(ssl_);
    return suite != nullptr && SSL_CIPHER_get_auth_nid(suite) == NID_auth_psk;
  }
  [[nodiscard]] identity psk() const noexcept {
    const char* name = uses_psk() ? SSL_get_psk_identity(ssl_) : nullptr;
    const text characters{name};
    if (characters.empty()) return {};
    return {identity_kind::psk,
            {reinterpret_cast<const std::uint8_t*>(characters.data()), characters.size()}};
  }

  SSL* ssl_;
  octets peer_, own_;
  mutable std::vector<octets> links_{};  // of the verified chain, as far as it was asked for
};
static_assert(dtls_session<openssl_session> && shows_peer_chain<openssl_session>);

}  // namespace lwm2m::access::inline v0::channel
