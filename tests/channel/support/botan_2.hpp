#pragma once

// What differs between the releases of Botan, for release 2: the virtual functions that an end
// overrides, sessions, and who owns what. The names are those of botan_3.hpp.

#include "botan_end.hpp"

namespace dtls::botan {

inline constexpr bool has_tls_1_3 = false;

struct policy final : policy_of_tests {
  using policy_of_tests::policy_of_tests;
  std::vector<std::uint16_t> ciphersuite_list(tls::Protocol_Version version,
                                              bool srtp) const override {
    const bool both = with().suites.size() == 2 && !with().lowest;
    return both ? policy_of_tests::ciphersuite_list(version, srtp) : with().suites;
  }
};

/// What outlives a session.
struct keys {
  Botan::AutoSeeded_RNG random;
  tls::Session_Manager_In_Memory sessions{random};
};

class end : public end_of_tests, public tls::Callbacks, public Botan::Credentials_Manager {
 public:
  end(const settings& with, std::shared_ptr<keys> kept)
      : end_of_tests{with}, keys_{std::move(kept)}, policy_{this->with()} {}

  octets export_session() override {
    if (!session_) return {};
    const auto der = session_->DER_encode();
    return {der.begin(), der.end()};
  }

 protected:
  void make_channel() {
    if (with().role == dtls_role::server) {
      channel_ = std::make_unique<tls::Server>(*this, keys_->sessions, *this, policy_,
                                               keys_->random, true);
      return;
    }
    if (!with().resume.empty()) {
      tls::Session old{with().resume.data(), with().resume.size()};
      keys_->sessions.save(old);
    }
    // The constructor begins the handshake.
    channel_ = std::make_unique<tls::Client>(*this, keys_->sessions, *this, policy_, keys_->random,
                                             peer_address(), tls::Protocol_Version::DTLS_V12);
  }
  channel::botan_session adapter() const { return {channel_.get(), *session_, notes()}; }
  bool is_told() const { return session_.has_value(); }
  Botan::RandomNumberGenerator& random() const { return keys_->random; }

  std::shared_ptr<keys> keys_;
  policy policy_;
  std::unique_ptr<tls::Channel> channel_;

 private:
  // --- tls::Callbacks
  void tls_emit_data(const std::uint8_t data[], std::size_t size) override { emit(data, size); }
  void tls_record_received(std::uint64_t, const std::uint8_t data[], std::size_t size) override {
    arrive(data, size);
  }
  void tls_alert(tls::Alert alert) override { error = alert.type_string(); }
  bool tls_session_established(const tls::Session& session) override {
    session_.emplace(session);
    established();
    return true;
  }
  void tls_verify_cert_chain(const std::vector<Botan::X509_Certificate>& chain,
                             const std::vector<std::shared_ptr<const Botan::OCSP::Response>>& ocsp,
                             const std::vector<Botan::Certificate_Store*>& roots,
                             Botan::Usage_Type usage, const std::string&,
                             const tls::Policy& rules) override {
    verified(channel::verified_path(chain, ocsp, roots, usage, rules));
  }

  // --- Botan::Credentials_Manager
  std::vector<Botan::Certificate_Store*> trusted_certificate_authorities(
      const std::string&, const std::string&) override {
    return trusted();
  }
  std::vector<Botan::X509_Certificate> cert_chain(const std::vector<std::string>&,
                                                  const std::string&, const std::string&) override {
    return chain();
  }
  Botan::Private_Key* private_key_for(const Botan::X509_Certificate&, const std::string&,
                                      const std::string&) override {
    return key().get();
  }
  std::string psk_identity(const std::string&, const std::string&, const std::string&) override {
    return own_psk_identity();
  }
  Botan::SymmetricKey psk(const std::string& type, const std::string& context,
                          const std::string& identity) override {
    if (context == "session-ticket" || context == "dtls-cookie-secret")
      return Botan::SymmetricKey(std::vector<std::uint8_t>(32, 0x5A));
    return supply(type, identity);
  }

  std::optional<tls::Session> session_;
};

}  // namespace dtls::botan
