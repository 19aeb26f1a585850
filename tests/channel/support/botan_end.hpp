#pragma once

// What an end made with Botan is, whatever the release.

#include <lwm2m/access/channel/botan.hpp>

#include <botan/auto_rng.h>
#include <botan/ber_dec.h>
#include <botan/certstor.h>
#include <botan/credentials_manager.h>
#include <botan/data_src.h>
#include <botan/ec_group.h>
#include <botan/ecdsa.h>
#include <botan/pkcs8.h>
#include <botan/tls_callbacks.h>
#include <botan/tls_client.h>
#include <botan/tls_policy.h>
#include <botan/tls_server.h>

#include <optional>
#include <stdexcept>

#include "endpoint.hpp"

#if BOTAN_VERSION_MAJOR >= 3
#include <botan/tls_session_manager_memory.h>
#else
#include <botan/tls_session_manager.h>
#endif

namespace dtls::botan {

namespace tls = Botan::TLS;

/// As configured for LwM2M; where an end is to take everything, what its settings say.
class policy_of_tests : public channel::botan_policy {
  using base = channel::botan_policy;

 public:
  explicit policy_of_tests(const settings& with) : base{with.kind}, with_{with} {}
  std::vector<std::string> allowed_signature_hashes() const override {
    if (with_.lowest) return {"SHA-256", "SHA-384", "SHA-512", "SHA-1"};
    return base::allowed_signature_hashes();
  }
  std::vector<std::string> allowed_ciphers() const override {
    if (with_.lowest) return {"AES-128/CCM(8)", "AES-128", "AES-128/GCM"};
    return base::allowed_ciphers();
  }
  std::vector<std::string> allowed_macs() const override {
    if (with_.lowest) return {"AEAD", "SHA-256", "SHA-1"};
    return base::allowed_macs();
  }
  std::vector<std::string> allowed_key_exchange_methods() const override {
    if (with_.lowest) return {"PSK", "ECDH", "ECDHE_PSK"};
    return base::allowed_key_exchange_methods();
  }
  std::vector<std::string> allowed_signature_methods() const override {
    if (with_.lowest) return {"ECDSA", "IMPLICIT", "RSA"};
    return base::allowed_signature_methods();
  }
  std::vector<tls::Group_Params> key_exchange_groups() const override {
    using group = tls::Group_Params;
    if (with_.lowest) return {group{group::SECP256R1}, group{group::SECP384R1}};
    return base::key_exchange_groups();
  }
  bool require_cert_revocation_info() const override { return false; }
  bool require_client_certificate_authentication() const override { return demands(); }
  bool request_client_certificate_authentication() const override { return demands(); }
  std::size_t minimum_rsa_bits() const override {
    return with_.lowest ? 512 : base::minimum_rsa_bits();
  }
  std::size_t minimum_ecdsa_group_size() const override {
    return with_.lowest ? 128 : base::minimum_ecdsa_group_size();
  }
  std::size_t minimum_signature_strength() const override {
    return with_.lowest ? 0 : base::minimum_signature_strength();
  }
  void check_peer_key_acceptable(const Botan::Public_Key& key) const override {
    if (!with_.lowest) base::check_peer_key_acceptable(key);
  }

 protected:
  const settings& with() const { return with_; }

 private:
  bool demands() const {
    return with_.kind == identity_kind::certificate && with_.demands_certificate;
  }
  const settings& with_;
};

/// The certificates, keys and notes of an end.
class end_of_tests : public endpoint {
 public:
  explicit end_of_tests(const settings& with) : with_{with} {}

 protected:
  const settings& with() const { return with_; }
  bool is_datagram() const { return with_.speaks == version::dtls_1_2; }
  static tls::Server_Information peer_address() { return {"peer", 5684}; }

  void load(Botan::RandomNumberGenerator& random) {
    if (!with_.trusted.empty()) roots_.add_certificate(Botan::X509_Certificate(with_.trusted));
    if (with_.certificate.empty()) return;
    chain_.emplace_back(with_.certificate);
    for (const octets& one : with_.chain) chain_.emplace_back(one);
    // SEC 1: SEQUENCE { 1, the number, ... }
    Botan::secure_vector<std::uint8_t> number;
    std::size_t version = 0;
    Botan::BER_Decoder outer(with_.private_key);
    start_sequence(outer).decode(version).decode(number, octet_string).discard_remaining();
    key_ = std::make_shared<Botan::ECDSA_PrivateKey>(random, p_256(),
                                                     Botan::BigInt(number.data(), number.size()));
  }

  void established() { ++handshakes_; }
  void emit(const std::uint8_t* data, std::size_t size) { out.emplace_back(data, data + size); }
  void arrive(const std::uint8_t* data, std::size_t size) {
    received.emplace_back(data, data + size);
  }

  /// Goes on whatever was found.
  void verified(channel::botan_path path) {
    asked_ = true;
    path_ = std::move(path);
  }

  std::vector<Botan::Certificate_Store*> trusted() {
    // A server that has roots asks for a certificate whatever its policy says.
    if (with_.role == dtls_role::server && !with_.demands_certificate) return {};
    return {&roots_};
  }
  const std::vector<Botan::X509_Certificate>& chain() const { return chain_; }
  const std::shared_ptr<Botan::Private_Key>& key() const { return key_; }

  std::string own_psk_identity() const {
    return {with_.psk_identity.begin(), with_.psk_identity.end()};
  }
  Botan::SymmetricKey own_psk() const { return Botan::SymmetricKey(with_.psk_key); }
  bool is_known(const std::string& identity) const {
    return !with_.find_key(pki::of_text(identity), id()).empty();
  }
  Botan::SymmetricKey supply(const std::string& type, const std::string& identity) {
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

  channel::botan_notes notes() const {
    channel::botan_notes notes;
    const octets& name = with_.role == dtls_role::server ? peer_identity_ : with_.psk_identity;
    notes.psk_identity = {name.data(), name.size()};
    if (!with_.certificate.empty())
      notes.local = {identity_kind::certificate,
                     {with_.certificate.data(), with_.certificate.size()}};
    notes.path = path_;
    notes.handshakes = handshakes_;
    notes.resumed = asked_ ? channel::resumption::full_handshake : channel::resumption::resumed;
    return notes;
  }

 private:
#if BOTAN_VERSION_MAJOR >= 3
  static constexpr auto octet_string = Botan::ASN1_Type::OctetString;
  static Botan::BER_Decoder start_sequence(Botan::BER_Decoder& in) { return in.start_sequence(); }
  static Botan::EC_Group p_256() { return Botan::EC_Group::from_name("secp256r1"); }
#else
  static constexpr auto octet_string = Botan::OCTET_STRING;
  static Botan::BER_Decoder start_sequence(Botan::BER_Decoder& in) {
    return in.start_cons(Botan::SEQUENCE);
  }
  static Botan::EC_Group p_256() { return Botan::EC_Group("secp256r1"); }
#endif

  settings with_;
  Botan::Certificate_Store_In_Memory roots_;
  std::vector<Botan::X509_Certificate> chain_;
  std::shared_ptr<Botan::Private_Key> key_;
  octets peer_identity_;
  std::uint32_t handshakes_ = 0;
  std::optional<channel::botan_path> path_;
  bool asked_ = false;
};

}  // namespace dtls::botan
