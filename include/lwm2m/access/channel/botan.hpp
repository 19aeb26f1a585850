#pragma once

#include <lwm2m/access/channel/configuration.hpp>
#include <lwm2m/access/channel/session.hpp>

#include <botan/hash.h>
#include <botan/pk_keys.h>
#include <botan/tls_channel.h>
#include <botan/tls_policy.h>
#include <botan/tls_server.h>
#include <botan/tls_session.h>
#include <botan/version.h>
#include <botan/x509cert.h>
#include <botan/x509path.h>

#include <optional>
#include <string>
#include <vector>

namespace lwm2m::access::inline v0::channel {

/// What `tls_session_established` is called with.
#if BOTAN_VERSION_MAJOR >= 3
using botan_established = Botan::TLS::Session_Summary;
#else
using botan_established = Botan::TLS::Session;
#endif

/// All of `configuration::botan`, and nobody handshakes again (I22). The strength is that of RSA
/// with 2048 bits; what it lets through of elliptic curves, admission sees in the path.
class botan_policy : public Botan::TLS::Policy {
 public:
  explicit botan_policy(identity_kind kind) : kind_{kind} {}

#if BOTAN_VERSION_MAJOR >= 3
  std::vector<std::uint16_t> ciphersuite_list(Botan::TLS::Protocol_Version) const override {
    return suites();
  }
#else
  std::vector<std::uint16_t> ciphersuite_list(Botan::TLS::Protocol_Version, bool) const override {
    return suites();
  }
#endif
  std::vector<std::string> allowed_ciphers() const override {
    return {"AES-128/CCM(8)", "AES-128"};
  }
  std::vector<std::string> allowed_macs() const override { return {"AEAD", "SHA-256"}; }
  std::vector<std::string> allowed_key_exchange_methods() const override { return {"PSK", "ECDH"}; }
  std::vector<std::string> allowed_signature_methods() const override {
    return {"ECDSA", "IMPLICIT"};
  }
  std::vector<std::string> allowed_signature_hashes() const override { return {"SHA-256"}; }
  std::vector<Botan::TLS::Group_Params> key_exchange_groups() const override {
    return {Botan::TLS::Group_Params{Botan::TLS::Group_Params::SECP256R1}};
  }
  std::size_t minimum_rsa_bits() const override { return configuration::rsa_bits; }
  std::size_t minimum_ecdsa_group_size() const override { return configuration::ec_bits; }
  std::size_t minimum_ecdh_group_size() const override { return configuration::ec_bits; }
  std::size_t minimum_signature_strength() const override { return 110; }
  bool allow_client_initiated_renegotiation() const override { return false; }
  bool allow_server_initiated_renegotiation() const override { return false; }
  bool allow_dtls_epoch0_restart() const override { return false; }
  bool allow_dtls12() const override { return true; }

 protected:
  [[nodiscard]] identity_kind kind() const noexcept { return kind_; }

 private:
  [[nodiscard]] std::vector<std::uint16_t> suites() const {
    const bytes16 list = kind_ == identity_kind::psk ? bytes16{configuration::botan::psk}
                                                     : bytes16{configuration::botan::ecdsa};
    return {list.begin(), list.end()};
  }
  using bytes16 = view<std::uint16_t>;

  identity_kind kind_;
};

/// Certificates in DER from the leaf to the anchor that its path ends in.
using botan_path = std::vector<std::vector<std::uint8_t>>;

namespace detail {
inline std::vector<std::uint8_t> der_of(const Botan::X509_Certificate& one) {
  return one.BER_encode();
}
inline std::vector<std::uint8_t> der_of(const std::shared_ptr<const Botan::X509_Certificate>& one) {
  return one->BER_encode();
}
}  // namespace detail

/// What an override of `TLS::Callbacks::tls_verify_cert_chain` is to note, from its own parameters:
/// the path that was built and verified; empty when there is none.
template <class Responses>
botan_path verified_path(const std::vector<Botan::X509_Certificate>& sent,
                         const Responses& revocation,
                         const std::vector<Botan::Certificate_Store*>& anchors,
                         Botan::Usage_Type usage, const Botan::TLS::Policy& policy) {
  const Botan::Path_Validation_Restrictions rules{policy.require_cert_revocation_info(),
                                                  policy.minimum_signature_strength()};
  const auto result =
      Botan::x509_path_validate(sent, rules, anchors, "", usage, std::chrono::system_clock::now(),
                                std::chrono::milliseconds{0}, revocation);
  botan_path path;
  if (result.successful_validation())
    for (const auto& one : result.cert_path()) path.push_back(detail::der_of(one));
  return path;
}

/// What a stack's callbacks know about its session and Botan has no getter for. `psk_identity` is
/// kept by `Credentials_Manager::psk`; a session that is resumed does not ask it, and is nobody
/// unless the stack kept the identity beside the session (I16).
struct botan_notes {
  bytes psk_identity{};              ///< at the DTLS server: the peer's; at the client: its own
  identity local{};                  ///< the own certificate or raw public key; not for PSK
  std::optional<botan_path> path{};  ///< of `verified_path`, where the callback ran
  resumption resumed{};  ///< Botan 2: a full handshake asked for PSK or certificate; 3 tells it
  std::uint32_t handshakes = 0;  ///< how many were completed on this channel; 0: not counted
};

/// An established session of Botan 2 or 3: what `tls_session_established` was called with, copied,
/// on the channel that is borrowed. It allocates. Group and handshake hash are fixed by
/// `botan_policy`, not read; of the path it shows the anchor, too.
class botan_session {
 public:
  static constexpr configuration_facts fixed_by_configuration{.group = true,
                                                              .handshake_hash = true};

  botan_session(const Botan::TLS::Channel* channel, const botan_established& session,
                const botan_notes& notes)
      : channel_{channel}, session_{session}, notes_{notes} {
    for (const auto& one : session_.peer_certs()) chain_.push_back(one.BER_encode());
    if (is_verified()) chain_ = *notes_.path;
#if BOTAN_VERSION_MAJOR >= 3
    if (const auto raw = session_.peer_raw_public_key()) raw_ = raw->subject_public_key();
#endif
  }

  [[nodiscard]] session_id id() const noexcept { return session_id{channel_}; }
  [[nodiscard]] bool is_established() const noexcept {
    return channel_ != nullptr && channel_->is_active();
  }
  [[nodiscard]] std::uint16_t protocol() const noexcept {
    return session_.version().version_code();
  }
  [[nodiscard]] std::uint16_t cipher_suite() const noexcept { return session_.ciphersuite_code(); }
  /// Not `side()` of the session, which says "server" at a client of TLS 1.3 (release 3.7).
  [[nodiscard]] dtls_role role() const noexcept {
    const bool is_server = dynamic_cast<const Botan::TLS::Server*>(channel_) != nullptr;
    return is_server ? dtls_role::server : dtls_role::client;
  }
  [[nodiscard]] identity peer() const noexcept {
    if (!chain_.empty()) return {identity_kind::certificate, chain_[0]};
    if (!raw_.empty()) return {identity_kind::raw_public_key, raw_};
    return role() == dtls_role::server ? psk() : identity{};
  }
  [[nodiscard]] answer peer_verified() const noexcept {
    if (!chain_.empty())
      return is_verified() ? answer::yes : notes_.path ? answer::no : answer::unknown;
    return !raw_.empty() || psk().is_somebody() ? answer::yes : answer::no;
  }
  [[nodiscard]] identity local() const noexcept {
    const bool psk_client = notes_.local.kind == identity_kind::none && role() == dtls_role::client;
    return psk_client ? psk() : notes_.local;
  }
  [[nodiscard]] resumption resumed() const noexcept {
#if BOTAN_VERSION_MAJOR >= 3
    return session_.was_resumption() ? resumption::resumed : resumption::full_handshake;
#else
    return notes_.resumed;
#endif
  }

  /// As verified, leaf to anchor; where it was not, as sent.
  [[nodiscard]] std::size_t peer_chain_size() const noexcept { return chain_.size(); }
  [[nodiscard]] bytes peer_chain(std::size_t k) const noexcept { return chain_[k]; }
  [[nodiscard]] std::uint32_t handshakes() const noexcept { return notes_.handshakes; }
  [[nodiscard]] std::size_t digest(hash with, bytes of, std::uint8_t* out) const noexcept {
    const char* name = with == hash::sha384 ? "SHA-384" : with == hash::sha512 ? "SHA-512" : "";
    const auto made = Botan::HashFunction::create(name);
    if (made == nullptr) return 0;
    made->update(of.data(), of.size());
    made->final(out);
    return made->output_length();
  }
  [[nodiscard]] answer extended_master_secret() const noexcept {
    return session_.supports_extended_master_secret() ? answer::yes : answer::no;
  }

 private:
  [[nodiscard]] bool is_verified() const noexcept { return notes_.path && !notes_.path->empty(); }
  [[nodiscard]] identity psk() const noexcept {
    return notes_.psk_identity.empty() ? identity{}
                                       : identity{identity_kind::psk, notes_.psk_identity};
  }

  const Botan::TLS::Channel* channel_;
  botan_established session_;
  botan_notes notes_;
  std::vector<std::vector<std::uint8_t>> chain_{};
  std::vector<std::uint8_t> raw_{};
};
static_assert(dtls_session<botan_session> && shows_peer_chain<botan_session>);

}  // namespace lwm2m::access::inline v0::channel
