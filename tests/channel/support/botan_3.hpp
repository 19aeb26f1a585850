#pragma once

// What differs between the releases of Botan, for release 3: the virtual functions that an end
// overrides, sessions, and who owns what. The names are those of botan_2.hpp.

#include "botan_end.hpp"

namespace dtls::botan {

inline constexpr bool has_tls_1_3 = true;

struct policy final : policy_of_tests {
  using policy_of_tests::policy_of_tests;
  std::vector<std::uint16_t> ciphersuite_list(tls::Protocol_Version version) const override {
    const bool both = with().suites.size() == 2 && !with().lowest;
    return both ? policy_of_tests::ciphersuite_list(version) : with().suites;
  }
};

/// What outlives a session.
struct keys {
  std::shared_ptr<Botan::AutoSeeded_RNG> random = std::make_shared<Botan::AutoSeeded_RNG>();
  std::shared_ptr<tls::Session_Manager_In_Memory> sessions =
      std::make_shared<tls::Session_Manager_In_Memory>(random);
};

/// The library shares what it uses; here it belongs to the end.
template <class T>
std::shared_ptr<T> borrowed(T& object) {
  return {std::shared_ptr<void>{}, &object};
}

class end : public end_of_tests, public tls::Callbacks, public Botan::Credentials_Manager {
 public:
  end(const settings& with, std::shared_ptr<keys> kept)
      : end_of_tests{with}, keys_{std::move(kept)}, policy_{this->with()} {}

  /// The session, and in front of it the handle that the server gave it: kind, size, octets.
  octets export_session() override {
    const auto found = keys_->sessions->find(peer_address(), *this, policy_);
    if (found.empty()) return {};
    const auto& [session, handle] = found.back();
    const octets name = handle.is_ticket() ? handle.ticket()->get() : handle.opaque_handle().get();
    const auto der = session.DER_encode();
    octets all{std::uint8_t{handle.is_ticket()}, static_cast<std::uint8_t>(name.size() >> 8),
               static_cast<std::uint8_t>(name.size() & 0xFF)};
    all.insert(all.end(), name.begin(), name.end());
    all.insert(all.end(), der.begin(), der.end());
    return all;
  }

 protected:
  void make_channel() {
    using tls::Connection_Side;
    const auto callbacks = borrowed<tls::Callbacks>(*this);
    const auto credentials = borrowed<Botan::Credentials_Manager>(*this);
    const auto rules = borrowed<const tls::Policy>(policy_);
    if (with().role == dtls_role::server) {
      channel_ = std::make_unique<tls::Server>(callbacks, keys_->sessions, credentials, rules,
                                               keys_->random, is_datagram());
      return;
    }
    if (!with().resume.empty()) import_session();
    // The constructor begins the handshake.
    const auto version =
        is_datagram() ? tls::Protocol_Version::DTLS_V12 : tls::Protocol_Version::TLS_V13;
    channel_ = std::make_unique<tls::Client>(callbacks, keys_->sessions, credentials, rules,
                                             keys_->random, peer_address(), version);
    if (!is_datagram() && with().kind == identity_kind::psk) with().key_supplied(id());
  }
  channel::botan_session adapter() const { return {channel_.get(), *session_, notes()}; }
  // Of 1.3: a preshared key comes with the hash that it is for.
  std::vector<tls::ExternalPSK> find_preshared_keys(
      std::string_view host, tls::Connection_Side side, const std::vector<std::string>& names,
      const std::optional<std::string>& hash) override {
    if (is_datagram())
      return Botan::Credentials_Manager::find_preshared_keys(host, side, names, hash);
    std::vector<tls::ExternalPSK> found;
    if (with().kind != identity_kind::psk) return found;
    const bool client = side == tls::Connection_Side::Client;
    if (client) found.emplace_back(own_psk_identity(), "SHA-256", own_psk().bits_of());
    for (const std::string& name : names)
      if (!client && is_known(name))
        found.emplace_back(name, "SHA-256", supply("tls-server", name).bits_of());
    return found;
  }
  bool is_told() const { return session_.has_value(); }
  Botan::RandomNumberGenerator& random() const { return *keys_->random; }

  std::shared_ptr<keys> keys_;
  policy policy_;
  std::unique_ptr<tls::Channel> channel_;

 private:
  void import_session() {
    const octets& from = with().resume;
    const auto name = from.begin() + 3, behind = name + (from[1] << 8 | from[2]);
    const tls::Session old{std::span{behind, from.end()}};
    const octets handle{name, behind};
    if (from[0] != 0)
      keys_->sessions->store(old, tls::Session_Handle{tls::Session_Ticket{handle}});
    else
      keys_->sessions->store(old, tls::Session_Handle{tls::Session_ID{handle}});
  }

  // --- tls::Callbacks
  void tls_emit_data(std::span<const std::uint8_t> data) override {
    emit(data.data(), data.size());
  }
  void tls_record_received(std::uint64_t, std::span<const std::uint8_t> data) override {
    arrive(data.data(), data.size());
  }
  void tls_alert(tls::Alert alert) override { error = alert.type_string(); }
  void tls_session_established(const tls::Session_Summary& session) override {
    session_.emplace(session);
    established();
  }
  void tls_verify_cert_chain(const std::vector<Botan::X509_Certificate>& chain,
                             const std::vector<std::optional<Botan::OCSP::Response>>& ocsp,
                             const std::vector<Botan::Certificate_Store*>& roots,
                             Botan::Usage_Type usage, std::string_view,
                             const tls::Policy& rules) override {
    verified(channel::verified_path(chain, ocsp, roots, usage, rules));
  }

  // --- Botan::Credentials_Manager
  std::vector<Botan::Certificate_Store*> trusted_certificate_authorities(
      const std::string&, const std::string&) override {
    return trusted();
  }
  std::vector<Botan::X509_Certificate> cert_chain(const std::vector<std::string>&,
                                                  const std::vector<Botan::AlgorithmIdentifier>&,
                                                  const std::string&, const std::string&) override {
    return chain();
  }
  std::shared_ptr<Botan::Private_Key> private_key_for(const Botan::X509_Certificate&,
                                                      const std::string&,
                                                      const std::string&) override {
    return key();
  }
  std::string psk_identity(const std::string&, const std::string&, const std::string&) override {
    return own_psk_identity();
  }
  Botan::SymmetricKey psk(const std::string& type, const std::string&,
                          const std::string& identity) override {
    return supply(type, identity);
  }
  Botan::secure_vector<std::uint8_t> dtls_cookie_secret() override {
    return Botan::secure_vector<std::uint8_t>(32, 0x5A);
  }

  std::optional<tls::Session_Summary> session_;
};

}  // namespace dtls::botan
