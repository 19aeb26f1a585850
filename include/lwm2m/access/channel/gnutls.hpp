#pragma once

#include <lwm2m/access/channel/configuration.hpp>
#include <lwm2m/access/channel/session.hpp>

#include <gnutls/crypto.h>
#include <gnutls/gnutls.h>
#include <gnutls/x509.h>

namespace lwm2m::access::inline v0::channel {

/// What a stack knows about its session and GnuTLS has no getter for.
struct gnutls_notes {
  dtls_role role{};              ///< GNUTLS_CLIENT or GNUTLS_SERVER of `gnutls_init`
  int handshake = -1;            ///< what `gnutls_handshake` returned: 0 when it is complete
  bytes own_psk_identity{};      ///< at the DTLS client: the identity it was given to send
  std::uint32_t handshakes = 0;  ///< how often `gnutls_handshake` returned 0; 0: not counted
  bytes sole_anchor{};           ///< the one certificate that the credentials trust; else empty
};

/// Sets `configuration::gnutls` on a session. A negative result is an error of GnuTLS.
[[nodiscard]] inline int configure(gnutls_session_t session, identity_kind kind) noexcept {
  namespace settings = configuration::gnutls;
  const char* priorities = kind == identity_kind::psk              ? settings::psk
                           : kind == identity_kind::raw_public_key ? settings::raw_public_key
                                                                   : settings::ecdsa;
  return gnutls_priority_set_direct(session, priorities, nullptr);
}

namespace detail {

/// Whether the key of an anchor is too small (I18).
inline bool is_weak_anchor(gnutls_x509_crt_t anchor) noexcept {
  unsigned bits = 0;
  const int algorithm = gnutls_x509_crt_get_pk_algorithm(anchor, &bits);
  const bool is_rsa = algorithm == GNUTLS_PK_RSA || algorithm == GNUTLS_PK_RSA_PSS;
  return bits < static_cast<unsigned>(is_rsa ? configuration::rsa_bits : configuration::ec_bits);
}

/// Whether an anchor on the list that has the name of `sent`'s issuer is too weak.
inline bool has_weak_issuer(gnutls_x509_trust_list_t list, const gnutls_datum_t& sent) noexcept {
  gnutls_x509_crt_t certificate = nullptr, anchor = nullptr;
  gnutls_x509_trust_list_iter_t at = nullptr;
  bool found = gnutls_x509_crt_init(&certificate) < 0 ||
               gnutls_x509_crt_import(certificate, &sent, GNUTLS_X509_FMT_DER) < 0;
  while (!found && gnutls_x509_trust_list_iter_get_ca(list, &at, &anchor) == GNUTLS_E_SUCCESS) {
    found = gnutls_x509_crt_check_issuer(certificate, anchor) != 0 && is_weak_anchor(anchor);
    gnutls_x509_crt_deinit(anchor);
  }
  gnutls_x509_trust_list_iter_deinit(at);
  if (certificate != nullptr) gnutls_x509_crt_deinit(certificate);
  return found;
}

}  // namespace detail

/// An established session of GnuTLS 3.6 or later. It borrows session and notes and copies nothing.
/// The anchor of a path is not shown: the adapter looks it up itself.
class gnutls_session {
 public:
  static constexpr configuration_facts fixed_by_configuration{.anchor = true};

  gnutls_session(gnutls_session_t session, const gnutls_notes& notes) noexcept
      : session_{session}, notes_{notes} {}

  [[nodiscard]] session_id id() const noexcept { return session_id{session_}; }
  [[nodiscard]] bool is_established() const noexcept {
    return session_ != nullptr && notes_.handshake == GNUTLS_E_SUCCESS;
  }
  [[nodiscard]] std::uint16_t protocol() const noexcept {
    switch (gnutls_protocol_get_version(session_)) {
      case GNUTLS_DTLS1_2:
        return 0xFEFD;
      case GNUTLS_DTLS1_0:
        return 0xFEFF;
      case GNUTLS_TLS1_2:
        return 0x0303;
      case GNUTLS_TLS1_3:
        return 0x0304;
      default:
        return 0;
    }
  }
  /// GnuTLS has no getter for the code point: the suite of its parts is looked up. Those of 1.3
  /// name no key exchange.
  [[nodiscard]] std::uint16_t cipher_suite() const noexcept {
    const bool is_1_3 = gnutls_protocol_get_version(session_) == GNUTLS_TLS1_3;
    const auto exchange = gnutls_kx_get(session_);
    const auto cipher = gnutls_cipher_get(session_);
    const auto mac = gnutls_mac_get(session_);
    unsigned char code[2];
    gnutls_kx_algorithm_t one_exchange;
    gnutls_cipher_algorithm_t one_cipher;
    gnutls_mac_algorithm_t one_mac;
    gnutls_protocol_t since;
    for (std::size_t k = 0;
         gnutls_cipher_suite_info(k, code, &one_exchange, &one_cipher, &one_mac, &since) != nullptr;
         ++k)
      if (one_cipher == cipher && one_mac == mac && (since == GNUTLS_TLS1_3) == is_1_3 &&
          (is_1_3 || one_exchange == exchange))
        return static_cast<std::uint16_t>(code[0] << 8 | code[1]);
    return 0;
  }
  [[nodiscard]] dtls_role role() const noexcept { return notes_.role; }
  [[nodiscard]] identity peer() const noexcept {
    if (!uses_psk())
      return of(gnutls_certificate_get_peers(session_, &ignored_), GNUTLS_CTYPE_PEERS);
    gnutls_datum_t name{nullptr, 0};
    if (notes_.role != dtls_role::server ||
        gnutls_psk_server_get_username2(session_, &name) != GNUTLS_E_SUCCESS)
      return {};
    return {identity_kind::psk, {name.data, name.size}};
  }
  /// A certificate is verified anew against the trust list: GnuTLS forgets its verdict when it
  /// resumes. Of a raw public key it was proven that the peer holds it, not that it is the right
  /// one.
  [[nodiscard]] answer peer_verified() const noexcept {
    if (uses_psk()) return answer::yes;
    const identity other = peer();
    if (!other.is_somebody()) return answer::no;
    if (other.kind == identity_kind::raw_public_key) return answer::yes;
    unsigned status = ~0U;
    if (gnutls_certificate_verify_peers2(session_, &status) < 0) return answer::unknown;
    return status == 0 && !may_end_in_weak_anchor() ? answer::yes : answer::no;
  }
  [[nodiscard]] std::uint32_t handshakes() const noexcept { return notes_.handshakes; }
  [[nodiscard]] bytes sole_anchor() const noexcept {
    return peer_verified() == answer::yes ? notes_.sole_anchor : bytes{};
  }
  [[nodiscard]] identity local() const noexcept {
    if (uses_psk())
      return notes_.role == dtls_role::client
                 ? identity{identity_kind::psk, notes_.own_psk_identity}
                 : identity{};
    return of(gnutls_certificate_get_ours(session_), GNUTLS_CTYPE_OURS);
  }
  [[nodiscard]] resumption resumed() const noexcept {
    return gnutls_session_is_resumed(session_) != 0 ? resumption::resumed
                                                    : resumption::full_handshake;
  }

  /// As sent.
  [[nodiscard]] std::size_t peer_chain_size() const noexcept {
    unsigned size = 0;
    return gnutls_certificate_get_peers(session_, &size) != nullptr ? size : 0;
  }
  [[nodiscard]] bytes peer_chain(std::size_t k) const noexcept {
    const gnutls_datum_t* list = gnutls_certificate_get_peers(session_, &ignored_);
    return {list[k].data, list[k].size};
  }
  [[nodiscard]] hash handshake_signature_hash() const noexcept {
    const int by = notes_.role == dtls_role::client ? gnutls_sign_algorithm_get(session_)
                                                    : gnutls_sign_algorithm_get_client(session_);
    switch (gnutls_sign_get_hash_algorithm(static_cast<gnutls_sign_algorithm_t>(by))) {
      case GNUTLS_DIG_MD5:
        return hash::md5;
      case GNUTLS_DIG_SHA1:
        return hash::sha1;
      case GNUTLS_DIG_SHA224:
        return hash::sha224;
      case GNUTLS_DIG_SHA256:
        return hash::sha256;
      case GNUTLS_DIG_SHA384:
        return hash::sha384;
      case GNUTLS_DIG_SHA512:
        return hash::sha512;
      default:
        return hash::unknown;
    }
  }
  [[nodiscard]] std::uint16_t key_exchange_bits() const noexcept {
    const auto curve = gnutls_ecc_curve_get(session_);
    return static_cast<std::uint16_t>(gnutls_ecc_curve_get_size(curve) * 8);
  }
  [[nodiscard]] std::size_t digest(hash with, bytes of, std::uint8_t* out) const noexcept {
    const auto algorithm = with == hash::sha384   ? GNUTLS_DIG_SHA384
                           : with == hash::sha512 ? GNUTLS_DIG_SHA512
                                                  : GNUTLS_DIG_UNKNOWN;
    const bool made = algorithm != GNUTLS_DIG_UNKNOWN &&
                      gnutls_hash_fast(algorithm, of.data(), of.size(), out) == GNUTLS_E_SUCCESS;
    return made ? static_cast<std::size_t>(gnutls_hash_get_len(algorithm)) : 0;
  }
  [[nodiscard]] answer extended_master_secret() const noexcept {
    return gnutls_session_ext_master_secret_status(session_) != 0 ? answer::yes : answer::no;
  }
  [[nodiscard]] std::size_t export_session(std::uint8_t* room, std::size_t size) const noexcept {
    return gnutls_session_get_data(session_, room, &size) == GNUTLS_E_SUCCESS ? size : 0;
  }

 private:
  /// Whether an anchor with the name of an issuer of a certificate that was sent is too weak (I18).
  /// GnuTLS has one limit for RSA keys and those of elliptic curves; this is one for each.
  [[nodiscard]] bool may_end_in_weak_anchor() const noexcept {
    void* credentials = nullptr;
    gnutls_x509_trust_list_t list = nullptr;
    if (gnutls_credentials_get(session_, GNUTLS_CRD_CERTIFICATE, &credentials) < 0) return true;
    gnutls_certificate_get_trust_list(static_cast<gnutls_certificate_credentials_t>(credentials),
                                      &list);
    unsigned size = 0;
    const gnutls_datum_t* sent = gnutls_certificate_get_peers(session_, &size);
    for (unsigned k = 0; k < size; ++k)
      if (detail::has_weak_issuer(list, sent[k])) return true;
    return false;
  }
  [[nodiscard]] bool uses_psk() const noexcept {
    return gnutls_auth_get_type(session_) == GNUTLS_CRD_PSK;
  }
  [[nodiscard]] identity of(const gnutls_datum_t* leaf, gnutls_ctype_target_t end) const noexcept {
    if (leaf == nullptr) return {};
    const bool raw = gnutls_certificate_type_get2(session_, end) == GNUTLS_CRT_RAWPK;
    return {raw ? identity_kind::raw_public_key : identity_kind::certificate,
            {leaf->data, leaf->size}};
  }

  gnutls_session_t session_;
  gnutls_notes notes_;
  mutable unsigned ignored_ = 0;
};
static_assert(dtls_session<gnutls_session> && shows_peer_chain<gnutls_session>);

}  // namespace lwm2m::access::inline v0::channel
