#pragma once

#include <lwm2m/access/channel/session.hpp>

#include <botan/tls_channel.h>
#include <botan/tls_session.h>
#include <botan/x509cert.h>

#include <vector>

namespace lwm2m::access::inline v0::channel {

/// What a stack's callbacks know about its session and Botan 2 has no getter for. `psk_identity` is
/// kept by `Credentials_Manager::psk`; a session that is resumed does not ask it, and is nobody
/// unless the stack kept the identity beside the session (I16).
struct botan_notes {
  bytes psk_identity{};    ///< at the DTLS server: the peer's; at the client: its own
  identity local{};        ///< the own certificate; not for PSK
  answer peer_verified{};  ///< `yes` when `tls_verify_cert_chain` returned and did not throw
  resumption resumed{};    ///< a full handshake is one that asked for PSK or certificate
};

/// An established session of Botan 2: what `tls_session_established` was called with, copied, on
/// the channel that is borrowed. It allocates. Group and handshake hash are fixed by the `Policy`
/// (`key_exchange_groups`, `allowed_signature_hashes`), not read.
class botan_session {
 public:
  static constexpr configuration_facts fixed_by_configuration{.group = true,
                                                              .handshake_hash = true,
                                                              .anchor = true};

  botan_session(const Botan::TLS::Channel* channel, const Botan::TLS::Session& session,
                const botan_notes& notes)
      : channel_{channel}, session_{session}, notes_{notes} {
    for (const auto& one : session_.peer_certs()) chain_.push_back(one.BER_encode());
  }

  [[nodiscard]] session_id id() const noexcept { return session_id{channel_}; }
  [[nodiscard]] bool is_established() const noexcept {
    return channel_ != nullptr && channel_->is_active();
  }
  [[nodiscard]] std::uint16_t protocol() const noexcept {
    return session_.version().version_code();
  }
  [[nodiscard]] std::uint16_t cipher_suite() const noexcept { return session_.ciphersuite_code(); }
  [[nodiscard]] dtls_role role() const noexcept {
    return session_.side() == Botan::TLS::SERVER ? dtls_role::server : dtls_role::client;
  }
  [[nodiscard]] identity peer() const noexcept {
    if (!chain_.empty()) return {identity_kind::certificate, chain_[0]};
    return role() == dtls_role::server ? psk() : identity{};
  }
  [[nodiscard]] answer peer_verified() const noexcept {
    if (!chain_.empty()) return notes_.peer_verified;
    return psk().is_somebody() ? answer::yes : answer::no;
  }
  [[nodiscard]] identity local() const noexcept {
    const bool psk_client = notes_.local.kind == identity_kind::none && role() == dtls_role::client;
    return psk_client ? psk() : notes_.local;
  }
  [[nodiscard]] resumption resumed() const noexcept { return notes_.resumed; }

  /// As sent.
  [[nodiscard]] std::size_t peer_chain_size() const noexcept { return chain_.size(); }
  [[nodiscard]] bytes peer_chain(std::size_t k) const noexcept { return chain_[k]; }
  [[nodiscard]] answer extended_master_secret() const noexcept {
    return session_.supports_extended_master_secret() ? answer::yes : answer::no;
  }

 private:
  [[nodiscard]] identity psk() const noexcept {
    return notes_.psk_identity.empty() ? identity{}
                                       : identity{identity_kind::psk, notes_.psk_identity};
  }

  const Botan::TLS::Channel* channel_;
  Botan::TLS::Session session_;
  botan_notes notes_;
  std::vector<std::vector<std::uint8_t>> chain_{};
};
static_assert(dtls_session<botan_session> && shows_peer_chain<botan_session>);

}  // namespace lwm2m::access::inline v0::channel
