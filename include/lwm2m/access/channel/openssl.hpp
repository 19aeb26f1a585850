#pragma once

#include <lwm2m/access/channel/configuration.hpp>
#include <lwm2m/access/channel/session.hpp>

#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/objects.h>
#include <openssl/ssl.h>

#include <algorithm>
#include <iterator>
#include <new>
#include <vector>

namespace lwm2m::access::inline v0::channel {

namespace detail {

using openssl_check = int (*)(const SSL*, const SSL_CTX*, int, int, int, void*, void*);

/// The library's own check, but for the two CCM_8 suites that LwM2M wants (I4, I5): OpenSSL after
/// 3.0 files them under 64 bits of strength, which every security level but 0 refuses.
inline int permits_ccm_8(const SSL* ssl, const SSL_CTX* context, int operation, int bits, int nid,
                         void* other, void* of_library) {
  const unsigned about = static_cast<unsigned>(operation) & SSL_SECOP_OTHER_TYPE;
  if (about == SSL_SECOP_OTHER_CIPHER) {
    const std::uint16_t suite = SSL_CIPHER_get_protocol_id(static_cast<SSL_CIPHER*>(other));
    if (suite == psk_suites[0] || suite == ecdsa_suites[0]) return 1;
  }
  return reinterpret_cast<openssl_check>(of_library)(ssl, context, operation, bits, nid, other,
                                                     nullptr);
}

/// What is kept with an `SSL`: the Finished message of its last handshake, and how many there were.
struct openssl_handshakes {
  std::uint8_t finished[EVP_MAX_MD_SIZE]{};
  std::size_t size = 0;
  std::uint32_t count = 0;

  static int index() noexcept {
    static const int mine = SSL_get_ex_new_index(
        0, nullptr, nullptr,
        [](CRYPTO_EX_DATA*, const CRYPTO_EX_DATA*, void** copied, int, long, void*) {
          *copied = nullptr;
          return 1;
        },
        [](void*, void* kept, CRYPTO_EX_DATA*, int, long, void*) {
          delete static_cast<openssl_handshakes*>(kept);
        });
    return mine;
  }
};

/// How many handshakes an `SSL` was asked about after: OpenSSL itself counts only those that this
/// end began. Every handshake has a Finished message of its own.
inline std::uint32_t count_handshakes(SSL* ssl) noexcept {
  auto* kept = static_cast<openssl_handshakes*>(SSL_get_ex_data(ssl, openssl_handshakes::index()));
  if (kept == nullptr) {
    kept = new (std::nothrow) openssl_handshakes;
    if (kept == nullptr || SSL_set_ex_data(ssl, openssl_handshakes::index(), kept) != 1) {
      delete kept;
      return 0;
    }
  }
  std::uint8_t now[EVP_MAX_MD_SIZE];
  const std::size_t size = SSL_get_finished(ssl, now, sizeof now);
  if (equal<std::uint8_t>({now, size}, {kept->finished, kept->size})) return kept->count;
  std::copy(now, now + size, kept->finished);
  kept->size = size;
  return ++kept->count;
}

}  // namespace detail

/// Sets all of `configuration::openssl` on a context of DTLS or TLS, whose security level it keeps.
/// False: the library refused one.
[[nodiscard]] inline bool configure(SSL_CTX* context, identity_kind kind) {
  namespace settings = configuration::openssl;
  static_assert(settings::options == SSL_OP_NO_RENEGOTIATION);
  SSL_CTX_set_options(context, settings::options);
  if (const auto check = SSL_CTX_get_security_callback(context); check != detail::permits_ccm_8) {
    SSL_CTX_set0_security_ex_data(context, reinterpret_cast<void*>(check));
    SSL_CTX_set_security_callback(context, detail::permits_ccm_8);
  }
  return (SSL_CTX_set_min_proto_version(context, DTLS1_2_VERSION) == 1 ||
          SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION) == 1) &&
         SSL_CTX_set_cipher_list(
             context, kind == identity_kind::psk ? settings::psk : settings::ecdsa) == 1 &&
         SSL_CTX_set1_groups_list(context, settings::groups) == 1 &&
         SSL_CTX_set1_sigalgs_list(context, settings::signatures) == 1;
}

namespace detail {

/// In front of the identity in a session's application data.
inline constexpr char psk_tag[] = "lwm2m::access psk ";

/// Which `SSL` a session with an external PSK was made for.
inline int supplied_to_index() noexcept {
  static const int mine = SSL_SESSION_get_ex_new_index(0, nullptr, nullptr, nullptr, nullptr);
  return mine;
}

}  // namespace detail

/// The session that a stack's `psk_find_session` or `psk_use_session` callback hands out for a PSK
/// of TLS 1.3. OpenSSL keeps no identity there: it is put into the session, and stays with it
/// through tickets. A PSK that came from anywhere else is nobody's. Null: OpenSSL refused it. A
/// client that uses one sets no session ID context.
[[nodiscard]] inline SSL_SESSION* external_psk(SSL* ssl, bytes identity, bytes key) {
  constexpr unsigned char aes_128_gcm_sha256[] = {0x13, 0x01};  // what counts is the hash
  std::vector<char> named(detail::psk_tag, std::end(detail::psk_tag));
  named.insert(named.end(), identity.begin(), identity.end());
  SSL_SESSION* made = SSL_SESSION_new();
  if (made != nullptr && SSL_SESSION_set1_master_key(made, key.data(), key.size()) == 1 &&
      SSL_SESSION_set_cipher(made, SSL_CIPHER_find(ssl, aes_128_gcm_sha256)) == 1 &&
      SSL_SESSION_set_protocol_version(made, TLS1_3_VERSION) == 1 &&
      SSL_SESSION_set1_ticket_appdata(made, named.data(), named.size()) == 1 &&
      SSL_SESSION_set_ex_data(made, detail::supplied_to_index(), ssl) == 1)
    return made;
  SSL_SESSION_free(made);
  return nullptr;
}

/// An established session of OpenSSL 3. It borrows the `SSL`, which must outlive it, and copies
/// the certificates once, for OpenSSL gives no DER of its own. Make it after the handshake; it
/// allocates. Raw public keys are those of OpenSSL 3.2 or later.
class openssl_session {
 public:
  explicit openssl_session(SSL* ssl) : ssl_{ssl} {
    if (ssl_ == nullptr) return;
    peer_ = der_of(SSL_get0_peer_certificate(ssl_), i2d_X509);
    own_ = der_of(SSL_get_certificate(ssl_), i2d_X509);
#if OPENSSL_VERSION_NUMBER >= 0x30200000L
    if (EVP_PKEY* key = SSL_get0_peer_rpk(ssl_)) peer_raw_ = der_of(key, i2d_PUBKEY);
    const int own_type = role() == dtls_role::client ? SSL_get_negotiated_client_cert_type(ssl_)
                                                     : SSL_get_negotiated_server_cert_type(ssl_);
    if (own_type == TLSEXT_cert_type_rpk) own_raw_ = der_of(SSL_get_privatekey(ssl_), i2d_PUBKEY);
#endif
  }

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
    if (!peer_raw_.empty()) return {identity_kind::raw_public_key, peer_raw_};
    return peer_.empty() ? psk() : identity{identity_kind::certificate, peer_};
  }
  /// The initial value of OpenSSL's result is "OK": it counts where the peer was to be verified. Of
  /// a raw public key it was proven that the peer holds it, not that it is the right one.
  [[nodiscard]] answer peer_verified() const noexcept {
    if (!peer_raw_.empty()) return answer::yes;
    if (peer_.empty()) return uses_psk() || psk().is_somebody() ? answer::yes : answer::no;
    if ((SSL_get_verify_mode(ssl_) & SSL_VERIFY_PEER) == 0) return answer::unknown;
    return SSL_get_verify_result(ssl_) == X509_V_OK ? answer::yes : answer::no;
  }
  [[nodiscard]] identity local() const noexcept {
    if (psk().is_somebody()) return role() == dtls_role::client ? psk() : identity{};
    if (!own_raw_.empty()) return {identity_kind::raw_public_key, own_raw_};
    return {own_.empty() ? identity_kind::none : identity_kind::certificate, own_};
  }
  /// OpenSSL calls a session with an external PSK of 1.3 resumed.
  [[nodiscard]] resumption resumed() const noexcept {
    SSL_SESSION* session = SSL_get0_session(ssl_);
    const bool supplied = !external_identity().empty() &&
                          SSL_SESSION_get_ex_data(session, detail::supplied_to_index()) == ssl_;
    if (SSL_session_reused(ssl_) == 0 || supplied) return resumption::full_handshake;
    if (role() == dtls_role::server) return resumption::resumed;
    const bool ticket = SSL_SESSION_has_ticket(session) == 1;
    return ticket ? resumption::ticket : resumption::session_id;
  }
  [[nodiscard]] std::uint32_t handshakes() const noexcept { return detail::count_handshakes(ssl_); }
  [[nodiscard]] std::size_t digest(hash with, bytes of, std::uint8_t* out) const noexcept {
    const EVP_MD* algorithm = with == hash::sha384   ? EVP_sha384()
                              : with == hash::sha512 ? EVP_sha512()
                                                     : nullptr;
    unsigned size = 0;
    const bool made = algorithm != nullptr &&
                      EVP_Digest(of.data(), of.size(), out, &size, algorithm, nullptr) == 1;
    return made ? size : 0;
  }

  [[nodiscard]] std::size_t peer_chain_size() const noexcept {
    STACK_OF(X509)* chain = SSL_get0_verified_chain(ssl_);
    return chain != nullptr ? static_cast<std::size_t>(sk_X509_num(chain)) : 0;
  }
  [[nodiscard]] bytes peer_chain(std::size_t k) const noexcept {
    if (links_.size() <= k) links_.resize(k + 1);
    if (links_[k].empty())
      links_[k] =
          der_of(sk_X509_value(SSL_get0_verified_chain(ssl_), static_cast<int>(k)), i2d_X509);
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
  /// What contains X25519 or P-256 counts as they do (I7): OpenSSL names those by their code point.
  [[nodiscard]] std::uint16_t key_exchange_bits() const noexcept {
    const int nid = static_cast<int>(SSL_get_negotiated_group(ssl_));
    switch (nid) {
      case NID_X25519:
      case TLSEXT_nid_unknown | 0x11EB:  // SecP256r1MLKEM768
      case TLSEXT_nid_unknown | 0x11EC:  // X25519MLKEM768
        return 256;
      case TLSEXT_nid_unknown | 0x11ED:  // SecP384r1MLKEM1024
        return 384;
      case NID_X448:
        return 448;
      default:
        return curve_bits(nid);
    }
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

  template <class Object, class Encode>
  static octets der_of(Object* object, Encode encode) {
    const int size = object != nullptr ? encode(object, nullptr) : 0;
    octets der(size > 0 ? static_cast<std::size_t>(size) : 0);
    std::uint8_t* at = der.data();
    if (size > 0) encode(object, &at);
    return der;
  }
  static std::uint16_t curve_bits(int nid) noexcept {
    EC_GROUP* group = EC_GROUP_new_by_curve_name(nid);
    const int bits = group != nullptr ? EC_GROUP_order_bits(group) : 0;
    EC_GROUP_free(group);
    return static_cast<std::uint16_t>(bits);
  }
  [[nodiscard]] bool uses_psk() const noexcept {
    const SSL_CIPHER* suite = SSL_get_current_cipher(ssl_);
    return suite != nullptr && SSL_CIPHER_get_auth_nid(suite) == NID_auth_psk;
  }
  /// Of the external PSK that a session of 1.3 rests on, itself or through a ticket.
  [[nodiscard]] bytes external_identity() const noexcept {
    constexpr std::size_t tag = sizeof detail::psk_tag;
    void* data = nullptr;
    std::size_t size = 0;
    if (SSL_version(ssl_) != TLS1_3_VERSION || SSL_session_reused(ssl_) == 0) return {};
    if (SSL_SESSION_get0_ticket_appdata(SSL_get0_session(ssl_), &data, &size) != 1) return {};
    const auto* at = static_cast<const std::uint8_t*>(data);
    if (size < tag || !std::equal(at, at + tag, std::begin(detail::psk_tag))) return {};
    return {at + tag, size - tag};
  }
  [[nodiscard]] identity psk() const noexcept {
    if (!peer_.empty()) return {};
    if (const bytes external = external_identity(); !external.empty())
      return {identity_kind::psk, external};
    const char* name = uses_psk() ? SSL_get_psk_identity(ssl_) : nullptr;
    const text characters{name};
    if (characters.empty()) return {};
    return {identity_kind::psk,
            {reinterpret_cast<const std::uint8_t*>(characters.data()), characters.size()}};
  }

  SSL* ssl_;
  octets peer_{}, own_{}, peer_raw_{}, own_raw_{};
  mutable std::vector<octets> links_{};  // of the verified chain, as far as it was asked for
};
static_assert(dtls_session<openssl_session> && shows_peer_chain<openssl_session>);

}  // namespace lwm2m::access::inline v0::channel
