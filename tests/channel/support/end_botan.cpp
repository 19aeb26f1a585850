#include <lwm2m/access/channel/botan.hpp>

#include <botan/auto_rng.h>
#include <botan/ber_dec.h>
#include <botan/certstor.h>
#include <botan/credentials_manager.h>
#include <botan/data_src.h>
#include <botan/ecdsa.h>
#include <botan/pkcs8.h>
#include <botan/tls_callbacks.h>
#include <botan/tls_client.h>
#include <botan/tls_policy.h>
#include <botan/tls_server.h>
#include <botan/tls_session_manager.h>

#include <optional>
#include <stdexcept>

#include "endpoint.hpp"

namespace dtls {

namespace {

namespace tls = Botan::TLS;

/// What outlives a session.
struct botan_keys {
  Botan::AutoSeeded_RNG random;
  tls::Session_Manager_In_Memory sessions{random};
};

class policy final : public tls::Policy {
 public:
  explicit policy(const settings& with) : with_{with} {}
  std::vector<std::uint16_t> ciphersuite_list(tls::Protocol_Version, bool) const override {
    return with_.suites;
  }
  std::vector<std::string> allowed_signature_hashes() const override {
    if (with_.lowest) return {"SHA-256", "SHA-384", "SHA-512", "SHA-1"};
    return {"SHA-256"};
  }
  std::vector<std::string> allowed_ciphers() const override {
    return {"AES-128/CCM(8)", "AES-128", "AES-128/GCM"};
  }
  std::vector<std::string> allowed_macs() const override { return {"AEAD", "SHA-256", "SHA-1"}; }
  std::vector<std::string> allowed_key_exchange_methods() const override {
    return {"PSK", "ECDH", "ECDHE_PSK"};
  }
  std::vector<std::string> allowed_signature_methods() const override {
    return {"ECDSA", "IMPLICIT", "RSA"};
  }
  std::vector<tls::Group_Params> key_exchange_groups() const override {
    if (with_.lowest) return {tls::Group_Params::SECP256R1, tls::Group_Params::SECP384R1};
    return {tls::Group_Params::SECP256R1};
  }
  bool require_cert_revocation_info() const override { return false; }
  bool require_client_certificate_authentication() const override { return demands(); }
  bool request_client_certificate_authentication() const override { return demands(); }
  bool allow_dtls12() const override { return true; }
  std::size_t minimum_rsa_bits() const override { return with_.lowest ? 512 : 2048; }
  std::size_t minimum_ecdsa_group_size() const override { return with_.lowest ? 128 : 256; }
  std::size_t minimum_signature_strength() const override { return with_.lowest ? 0 : 110; }
  void check_peer_key_acceptable(const Botan::Public_Key& key) const override {
    if (!with_.lowest) tls::Policy::check_peer_key_acceptable(key);
  }

 private:
  bool demands() const {
    return with_.kind == identity_kind::certificate && with_.demands_certificate;
  }
  const settings& with_;
};

class botan_end final : public endpoint, public tls::Callbacks, public Botan::Credentials_Manager {
 public:
  explicit botan_end(const settings& with)
      : with_{with},
        keys_{with.context ? std::static_pointer_cast<botan_keys>(with.context)
                           : std::make_shared<botan_keys>()},
        policy_{with_} {
    load();
    const auto version = tls::Protocol_Version::DTLS_V12;
    if (with.role == dtls_role::server) {
      channel_ = std::make_unique<tls::Server>(*this, keys_->sessions, *this, policy_,
                                               keys_->random, true);
      return;
    }
    if (!with.resume.empty()) {
      tls::Session old{with.resume.data(), with.resume.size()};
      keys_->sessions.save(old);
    }
    // The constructor begins the handshake.
    channel_ = std::make_unique<tls::Client>(*this, keys_->sessions, *this, policy_, keys_->random,
                                             tls::Server_Information("peer", 5684), version);
  }

  void advance() override {
    try {
      while (!in.empty()) {
        const octets one = in.front();
        in.pop_front();
        channel_->received_data(one.data(), one.size());
      }
    } catch (const std::exception& what) {
      failed = true;
      error = what.what();
      return;
    }
    done = channel_->is_active();
    if (!done && channel_->is_closed()) failed = true;
  }

  session_id id() const override { return session_id{channel_.get()}; }
  told tell() override { return session_ ? tell_of(adapter()) : told{}; }
  channel::refusals admit(channel::account_registry& accounts, const channel::channel_policy& rules,
                          asked_for what) override {
    if (!session_) return channel::refusal::not_established;
    return admit_as(adapter(), accounts, rules, what);
  }
  octets export_session() override {
    if (!session_) return {};
    const auto der = session_->DER_encode();
    return {der.begin(), der.end()};
  }
  std::shared_ptr<void> context() override { return keys_; }

  // --- tls::Callbacks
  void tls_emit_data(const std::uint8_t data[], std::size_t size) override {
    out.emplace_back(data, data + size);
  }
  void tls_record_received(std::uint64_t, const std::uint8_t[], std::size_t) override {}
  void tls_alert(tls::Alert alert) override { error = alert.type_string(); }
  bool tls_session_established(const tls::Session& session) override {
    session_ = session;
    return true;
  }
  void tls_verify_cert_chain(const std::vector<Botan::X509_Certificate>& chain,
                             const std::vector<std::shared_ptr<const Botan::OCSP::Response>>& ocsp,
                             const std::vector<Botan::Certificate_Store*>& roots,
                             Botan::Usage_Type usage, const std::string&,
                             const tls::Policy& rules) override {
    asked_ = true;
    try {
      tls::Callbacks::tls_verify_cert_chain(chain, ocsp, roots, usage, "", rules);
      verified_ = channel::answer::yes;
    } catch (const std::exception&) {
      verified_ = channel::answer::no;  // and goes on
    }
  }

  // --- Botan::Credentials_Manager
  std::vector<Botan::Certificate_Store*> trusted_certificate_authorities(
      const std::string&, const std::string&) override {
    // A server that has roots asks for a certificate whatever its policy says.
    if (with_.role == dtls_role::server && !with_.demands_certificate) return {};
    return {&roots_};
  }
  std::vector<Botan::X509_Certificate> cert_chain(const std::vector<std::string>&,
                                                  const std::string&, const std::string&) override {
    return chain_;
  }
  Botan::Private_Key* private_key_for(const Botan::X509_Certificate&, const std::string&,
                                      const std::string&) override {
    return key_.get();
  }
  std::string psk_identity(const std::string&, const std::string&, const std::string&) override {
    return {with_.psk_identity.begin(), with_.psk_identity.end()};
  }
  Botan::SymmetricKey psk(const std::string& type, const std::string& context,
                          const std::string& identity) override {
    if (context == "session-ticket" || context == "dtls-cookie-secret")
      return Botan::SymmetricKey(std::vector<std::uint8_t>(32, 0x5A));
    asked_ = true;
    if (type == "tls-client") {
      with_.key_supplied(id());
      return Botan::SymmetricKey(with_.psk_key);
    }
    const octets found = with_.find_key(pki::of_text(identity), id());
    if (found.empty()) throw std::runtime_error{"unknown identity"};
    peer_identity_ = pki::of_text(identity);
    return Botan::SymmetricKey(found);
  }

 private:
  channel::botan_session adapter() const {
    channel::botan_notes notes;
    const octets& name = with_.role == dtls_role::server ? peer_identity_ : with_.psk_identity;
    notes.psk_identity = {name.data(), name.size()};
    if (!with_.certificate.empty())
      notes.local = {identity_kind::certificate,
                     {with_.certificate.data(), with_.certificate.size()}};
    notes.peer_verified = verified_;
    notes.resumed = asked_ ? channel::resumption::full_handshake : channel::resumption::resumed;
    return {channel_.get(), *session_, notes};
  }

  void load() {
    if (!with_.trusted.empty()) roots_.add_certificate(Botan::X509_Certificate(with_.trusted));
    if (with_.certificate.empty()) return;
    chain_.emplace_back(with_.certificate);
    for (const octets& one : with_.chain) chain_.emplace_back(one);
    // SEC 1: SEQUENCE { 1, the number, ... }
    Botan::secure_vector<std::uint8_t> number;
    std::size_t version = 0;
    Botan::BER_Decoder(with_.private_key)
        .start_cons(Botan::SEQUENCE)
        .decode(version)
        .decode(number, Botan::OCTET_STRING)
        .discard_remaining();
    key_ = std::make_unique<Botan::ECDSA_PrivateKey>(keys_->random, Botan::EC_Group("secp256r1"),
                                                     Botan::BigInt::decode(number));
  }

  settings with_;
  std::shared_ptr<botan_keys> keys_;
  policy policy_;
  Botan::Certificate_Store_In_Memory roots_;
  std::vector<Botan::X509_Certificate> chain_;
  std::unique_ptr<Botan::Private_Key> key_;
  std::unique_ptr<tls::Channel> channel_;
  std::optional<tls::Session> session_;
  octets peer_identity_;
  channel::answer verified_{};
  bool asked_ = false;
};

}  // namespace

std::unique_ptr<endpoint> make_botan(const settings& with) {
  return std::make_unique<botan_end>(with);
}

}  // namespace dtls
