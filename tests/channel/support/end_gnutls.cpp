#include <lwm2m/access/channel/gnutls.hpp>

#include <gnutls/abstract.h>
#include <gnutls/dtls.h>

#include <cerrno>
#include <cstring>
#include <stdexcept>

#include "endpoint.hpp"

namespace dtls {

namespace {

void check(int result, const char* what) {
  if (result < 0)
    throw std::runtime_error{std::string{"GnuTLS: "} + what + ": " + gnutls_strerror(result)};
}

gnutls_datum_t datum(const octets& of) {
  return {const_cast<unsigned char*>(of.data()), static_cast<unsigned>(of.size())};
}

/// What outlives a session of a server.
struct gnutls_context {
  gnutls_datum_t ticket_key{nullptr, 0};
  gnutls_context() { gnutls_session_ticket_key_generate(&ticket_key); }
  gnutls_context(const gnutls_context&) = delete;
  gnutls_context& operator=(const gnutls_context&) = delete;
  ~gnutls_context() { gnutls_free(ticket_key.data); }
};

class gnutls_end final : public endpoint {
 public:
  explicit gnutls_end(const settings& with)
      : with_{with},
        context_{with.context ? std::static_pointer_cast<gnutls_context>(with.context)
                              : std::make_shared<gnutls_context>()} {
    const bool server = with.role == dtls_role::server;
    unsigned flags = (is_tls() ? 0 : GNUTLS_DATAGRAM) | GNUTLS_NONBLOCK |
                     (server ? GNUTLS_SERVER : GNUTLS_CLIENT);
    if (with.kind == identity_kind::raw_public_key) flags |= GNUTLS_ENABLE_RAWPK;
    check(gnutls_init(&session_, flags), "init");
    gnutls_session_set_ptr(session_, this);
    check(channel::configure(session_, with.kind), "configure");
    if (const std::string own = priorities(); !own.empty())
      check(gnutls_priority_set_direct(session_, own.c_str(), nullptr), "priorities");
    if (!is_tls()) {
      gnutls_dtls_set_mtu(session_, 1400);
      gnutls_dtls_set_timeouts(session_, 5000, 60000);
    }
    gnutls_transport_set_ptr(session_, this);
    gnutls_transport_set_push_function(session_, push);
    gnutls_transport_set_pull_function(session_, pull);
    gnutls_transport_set_pull_timeout_function(session_, wait);
    if (server) gnutls_session_ticket_enable_server(session_, &context_->ticket_key);
    with.kind == identity_kind::psk ? use_psk(server) : use_certificate(server);
    if (!with.resume.empty())
      check(gnutls_session_set_data(session_, with.resume.data(), with.resume.size()), "resume");
  }
  gnutls_end(const gnutls_end&) = delete;
  gnutls_end& operator=(const gnutls_end&) = delete;
  ~gnutls_end() override {
    gnutls_deinit(session_);
    if (client_psk_ != nullptr) gnutls_psk_free_client_credentials(client_psk_);
    if (server_psk_ != nullptr) gnutls_psk_free_server_credentials(server_psk_);
    if (x509_ != nullptr) gnutls_certificate_free_credentials(x509_);
  }

  void advance() override {
    if (done) return read();
    std::size_t waiting = 0;
    do {
      waiting = in.size();
      handshake_ = gnutls_handshake(session_);
    } while (handshake_ == GNUTLS_E_AGAIN && !in.empty() && in.size() < waiting);
    done = handshake_ == GNUTLS_E_SUCCESS;
    handshakes_ += done ? 1 : 0;
    if (!done && gnutls_error_is_fatal(handshake_) != 0) {
      failed = true;
      error = gnutls_strerror(handshake_);
    }
  }

  void send(const octets& data) override { gnutls_record_send(session_, data.data(), data.size()); }
  session_id id() const override { return session_id{session_}; }
  told tell() override { return tell_of(adapter()); }
  channel::refusals admit(channel::account_registry& accounts,
                          const channel::channel_policy& policy, asked_for what) override {
    return admit_as(adapter(), accounts, policy, what);
  }
  octets export_session() override {
    octets room(8192);
    room.resize(adapter().export_session(room.data(), room.size()));
    return room;
  }
  std::shared_ptr<void> context() override { return context_; }

 private:
  bool is_tls() const { return with_.speaks == version::tls_1_3; }

  channel::gnutls_session adapter() const {
    return {session_,
            {with_.role,
             handshake_,
             {with_.psk_identity.data(), with_.psk_identity.size()},
             handshakes_,
             {with_.trusted.data(), with_.trusted.size()}}};
  }

  /// A ticket comes with or behind the last flight. Another handshake is refused, as configured.
  void read() {
    octets data(2048);
    while (!in.empty()) {
      const ssize_t size = gnutls_record_recv(session_, data.data(), data.size());
      if (size == GNUTLS_E_REHANDSHAKE)
        gnutls_alert_send(session_, GNUTLS_AL_WARNING, GNUTLS_A_NO_RENEGOTIATION);
      if (size <= 0) return;
      received.emplace_back(data.begin(), data.begin() + size);
    }
  }

  /// The parts of one suite, from the registry's own facts.
  std::string parts(std::uint16_t code) const {
    const auto suite = channel::cipher_suite::of(code);
    std::string all;
    using channel::cipher;
    using channel::key_exchange;
    switch (suite.key_exchange()) {
      case key_exchange::psk:
        all += ":+PSK";
        break;
      case key_exchange::ecdhe_psk:
        all += ":+ECDHE-PSK";
        break;
      default:
        using by = channel::suite_authentication;
        all += suite.authentication() == by::anonymous ? ":+ANON-ECDH"
               : suite.authentication() == by::rsa     ? ":+ECDHE-RSA"
                                                       : ":+ECDHE-ECDSA";
    }
    all += suite.cipher() == cipher::null                ? ":+NULL"
           : suite.mode() == channel::cipher_mode::ccm_8 ? ":+AES-128-CCM-8"
           : suite.mode() == channel::cipher_mode::gcm   ? ":+AES-128-GCM"
                                                         : ":+AES-128-CBC";
    all += suite.is_aead()                           ? ":+AEAD"
           : suite.mac() == channel::suite_mac::sha1 ? ":+SHA1"
                                                     : ":+SHA256";
    return all;
  }

  /// Where they are not those of the configuration.
  std::string priorities() const {
    if (is_tls())
      return "NONE:+VERS-TLS1.3:+COMP-NULL:+GROUP-SECP256R1:+SIGN-ECDSA-SECP256R1-SHA256:"
             "+ECDHE-ECDSA:+PSK:+ECDHE-PSK:+DHE-PSK:+AES-128-GCM:+AEAD:+CTYPE-X509:"
             "%PROFILE_MEDIUM";
    if (with_.suites.size() == 2 && !with_.lowest) return {};
    std::string all = "NONE:+VERS-DTLS1.2:+COMP-NULL:+GROUP-SECP256R1:+SIGN-ECDSA-SHA256";
    if (with_.only_sha1_signatures)
      all = "NONE:+VERS-DTLS1.2:+COMP-NULL:+GROUP-SECP256R1:+SIGN-ECDSA-SHA1";
    if (with_.lowest) {
      all += ":+GROUP-SECP384R1:+GROUP-SECP224R1:+GROUP-SECP192R1:%VERIFY_ALLOW_BROKEN";
      if (!with_.only_sha1_signatures)
        all +=
            ":+SIGN-ECDSA-SHA384:+SIGN-ECDSA-SHA512:+SIGN-RSA-SHA256:+SIGN-EDDSA-ED25519:"
            "+SIGN-ECDSA-SHA1:+SIGN-RSA-SHA1:+SIGN-ECDSA-SHA224";
    }
    for (const std::uint16_t suite : with_.suites) all += parts(suite);
    return all + (with_.kind == identity_kind::raw_public_key ? ":+CTYPE-CLI-RAWPK:+CTYPE-SRV-RAWPK"
                                                              : ":+CTYPE-X509");
  }

  void use_psk(bool server) {
    if (server) {
      check(gnutls_psk_allocate_server_credentials(&server_psk_), "PSK");
      gnutls_psk_set_server_credentials_function2(server_psk_, find_key);
      check(gnutls_credentials_set(session_, GNUTLS_CRD_PSK, server_psk_), "PSK");
      return;
    }
    check(gnutls_psk_allocate_client_credentials(&client_psk_), "PSK");
    gnutls_psk_set_client_credentials_function2(client_psk_, own_key);
    check(gnutls_credentials_set(session_, GNUTLS_CRD_PSK, client_psk_), "PSK");
  }

  static gnutls_datum_t allocated(const octets& of) {
    gnutls_datum_t copy{static_cast<unsigned char*>(gnutls_malloc(of.size())),
                        static_cast<unsigned>(of.size())};
    std::memcpy(copy.data, of.data(), of.size());
    return copy;
  }
  static int own_key(gnutls_session_t session, gnutls_datum_t* name, gnutls_datum_t* key) {
    auto* self = static_cast<gnutls_end*>(gnutls_session_get_ptr(session));
    self->with_.key_supplied(self->id());
    *name = allocated(self->with_.psk_identity);
    *key = allocated(self->with_.psk_key);
    return 0;
  }
  static int find_key(gnutls_session_t session, const gnutls_datum_t* name, gnutls_datum_t* key) {
    auto* self = static_cast<gnutls_end*>(gnutls_session_get_ptr(session));
    const octets found =
        self->with_.find_key(octets(name->data, name->data + name->size), self->id());
    if (found.empty()) return -1;
    *key = allocated(found);
    return 0;
  }

  void use_certificate(bool server) {
    check(gnutls_certificate_allocate_credentials(&x509_), "credentials");
    if (!with_.trusted.empty()) {
      const gnutls_datum_t root = datum(with_.trusted);
      check(gnutls_certificate_set_x509_trust_mem(x509_, &root, GNUTLS_X509_FMT_DER), "root");
    }
    if (with_.lowest)
      gnutls_certificate_set_verify_flags(x509_, GNUTLS_VERIFY_ALLOW_SIGN_RSA_MD5 |
                                                     GNUTLS_VERIFY_ALLOW_SIGN_WITH_SHA1 |
                                                     GNUTLS_VERIFY_ALLOW_BROKEN);
    if (!with_.private_key.empty()) use_key();
    check(gnutls_credentials_set(session_, GNUTLS_CRD_CERTIFICATE, x509_), "credentials");
    if (server)
      gnutls_certificate_server_set_request(
          session_, with_.demands_certificate ? GNUTLS_CERT_REQUIRE : GNUTLS_CERT_IGNORE);
  }

  void use_key() {
    gnutls_privkey_t key;
    gnutls_privkey_init(&key);
    gnutls_x509_privkey_t parsed;
    gnutls_x509_privkey_init(&parsed);
    const gnutls_datum_t der = datum(with_.private_key);
    if (gnutls_x509_privkey_import(parsed, &der, GNUTLS_X509_FMT_DER) < 0)
      check(gnutls_x509_privkey_import_pkcs8(parsed, &der, GNUTLS_X509_FMT_DER, nullptr,
                                             GNUTLS_PKCS_PLAIN),
            "key");
    check(gnutls_privkey_import_x509(key, parsed, GNUTLS_PRIVKEY_IMPORT_AUTO_RELEASE), "key");
    std::vector<gnutls_pcert_st> list(1 + with_.chain.size());
    if (with_.kind == identity_kind::raw_public_key) {
      const gnutls_datum_t spki = datum(with_.raw_public_key);
      check(gnutls_pcert_import_rawpk_raw(&list[0], &spki, GNUTLS_X509_FMT_DER, 0, 0), "raw key");
    } else {
      const gnutls_datum_t leaf = datum(with_.certificate);
      check(gnutls_pcert_import_x509_raw(&list[0], &leaf, GNUTLS_X509_FMT_DER, 0), "certificate");
      for (std::size_t k = 0; k < with_.chain.size(); ++k) {
        const gnutls_datum_t one = datum(with_.chain[k]);
        check(gnutls_pcert_import_x509_raw(&list[k + 1], &one, GNUTLS_X509_FMT_DER, 0), "chain");
      }
    }
    check(gnutls_certificate_set_key(x509_, nullptr, 0, list.data(), static_cast<int>(list.size()),
                                     key),
          "own key");
  }

  static ssize_t push(gnutls_transport_ptr_t self, const void* data, std::size_t size) {
    const auto* from = static_cast<const std::uint8_t*>(data);
    static_cast<gnutls_end*>(self)->out.emplace_back(from, from + size);
    return static_cast<ssize_t>(size);
  }
  static ssize_t pull(gnutls_transport_ptr_t pointer, void* data, std::size_t size) {
    auto* self = static_cast<gnutls_end*>(pointer);
    if (self->in.empty()) {
      gnutls_transport_set_errno(self->session_, EAGAIN);
      return -1;
    }
    return static_cast<ssize_t>(take(self->in, data, size, self->is_tls()));
  }
  static int wait(gnutls_transport_ptr_t self, unsigned) {
    return static_cast<gnutls_end*>(self)->in.empty() ? 0 : 1;
  }

  settings with_;
  std::shared_ptr<gnutls_context> context_;
  gnutls_session_t session_ = nullptr;
  gnutls_psk_client_credentials_t client_psk_ = nullptr;
  gnutls_psk_server_credentials_t server_psk_ = nullptr;
  gnutls_certificate_credentials_t x509_ = nullptr;
  int handshake_ = GNUTLS_E_AGAIN;
  std::uint32_t handshakes_ = 0;
};

}  // namespace

const abilities of_gnutls{.raw_public_keys = true, .tls_1_3 = true};

std::unique_ptr<endpoint> make_gnutls(const settings& with) {
  return std::make_unique<gnutls_end>(with);
}

}  // namespace dtls
