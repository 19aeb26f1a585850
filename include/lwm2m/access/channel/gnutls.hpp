#pragma once

#include <lwm2m/access/channel/session.hpp>

#include <gnutls/gnutls.h>

namespace lwm2m::access::inline v0::channel {

/// What a stack knows about its session and GnuTLS has no getter for.
struct gnutls_notes {
  dtls_role role{};          ///< GNUTLS_CLIENT or GNUTLS_SERVER of `gnutls_init`
  int handshake = -1;        ///< what `gnutls_handshake` returned: 0 when it is complete
  bytes own_psk_identity{};  ///< at the DTLS client: the identity it was given to send
};

/// An established session of GnuTLS 3.6 or later. It borrows session and notes and copies nothing.
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
  /// GnuTLS has no getter for the code point: the suite of its three parts is looked up.
  [[nodiscard]] std::uint16_t cipher_suite() const noexcept {
    const auto exchange = gnutls_kx_get(session_);
    const auto cipher = gnutls_cipher_get(session_);
    const auto mac = gnutls_mac_get(session_);
    unsigned char code[2];
    gnutls_kx_algorithm_t one_exchange;
    gnutls_cipher_algorithm_t one_cipher;
    gnutls_mac_algorithm_t one_mac;
    for (std::size_t k = 0; gnutls_cipher_suite_info(k, code, &one_exchange, &one_cipher, &one_mac,
                                                     nullptr) != nullptr;
         ++k)
      if (one_exchange == exchange && one_cipher == cipher && one_mac == mac)
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
    return status == 0 ? answer::yes : answer::no;
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
  [[nodiscard]] answer extended_master_secret() const noexcept {
    return gnutls_session_ext_master_secret_status(session_) != 0 ? answer::yes : answer::no;
  }
  [[nodiscard]] std::size_t export_session(std::uint8_t* room, std::size_t size) const noexcept {
    return gnutls_session_get_data(session_, room, &size) == GNUTLS_E_SUCCESS ? size : 0;
  }

 private:
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
