#include <lwm2m/access/channel/mbedtls.hpp>

#include <mbedtls/ctr_drbg.h>
#include <mbedtls/entropy.h>
#include <mbedtls/error.h>
#include <mbedtls/ssl_cookie.h>
#include <mbedtls/ssl_ticket.h>

#include <cstring>
#include <stdexcept>

#include "endpoint.hpp"

namespace dtls {

namespace {

void check(int result, const char* what) {
  char text[128] = "";
  if (result == 0) return;
  mbedtls_strerror(result, text, sizeof text);
  throw std::runtime_error{std::string{"Mbed TLS: "} + what + ": " + text};
}

/// What outlives a session: randomness, ticket and cookie keys.
struct mbedtls_keys {
  mbedtls_entropy_context entropy;
  mbedtls_ctr_drbg_context random;
  mbedtls_ssl_ticket_context tickets;
  mbedtls_ssl_cookie_ctx cookies;
  mbedtls_keys() {
    mbedtls_entropy_init(&entropy);
    mbedtls_ctr_drbg_init(&random);
    mbedtls_ssl_ticket_init(&tickets);
    mbedtls_ssl_cookie_init(&cookies);
    check(mbedtls_ctr_drbg_seed(&random, mbedtls_entropy_func, &entropy, nullptr, 0), "seed");
    check(mbedtls_ssl_ticket_setup(&tickets, mbedtls_ctr_drbg_random, &random,
                                   MBEDTLS_CIPHER_AES_256_GCM, 86400),
          "tickets");
    check(mbedtls_ssl_cookie_setup(&cookies, mbedtls_ctr_drbg_random, &random), "cookies");
  }
  mbedtls_keys(const mbedtls_keys&) = delete;
  mbedtls_keys& operator=(const mbedtls_keys&) = delete;
  ~mbedtls_keys() {
    mbedtls_ssl_cookie_free(&cookies);
    mbedtls_ssl_ticket_free(&tickets);
    mbedtls_ctr_drbg_free(&random);
    mbedtls_entropy_free(&entropy);
  }
};

class mbedtls_end final : public endpoint {
 public:
  explicit mbedtls_end(const settings& with)
      : with_{with},
        keys_{with.context ? std::static_pointer_cast<mbedtls_keys>(with.context)
                           : std::make_shared<mbedtls_keys>()} {
    mbedtls_ssl_init(&ssl_);
    mbedtls_ssl_config_init(&config_);
    mbedtls_x509_crt_init(&own_);
    mbedtls_x509_crt_init(&root_);
    mbedtls_pk_init(&key_);
    mbedtls_ssl_session_init(&old_);
    configure();
    with.kind == identity_kind::psk ? use_psk() : use_certificate();
    check(mbedtls_ssl_setup(&ssl_, &config_), "setup");
    mbedtls_ssl_set_bio(&ssl_, this, put, take, nullptr);
    mbedtls_ssl_set_timer_cb(
        &ssl_, this, [](void*, std::uint32_t, std::uint32_t) {}, [](void*) { return 0; });
    mbedtls_ssl_set_mtu(&ssl_, 1400);
    name_client();
    if (!with.resume.empty()) {
      check(mbedtls_ssl_session_load(&old_, with.resume.data(), with.resume.size()), "load");
      check(mbedtls_ssl_set_session(&ssl_, &old_), "set session");
    }
  }
  mbedtls_end(const mbedtls_end&) = delete;
  mbedtls_end& operator=(const mbedtls_end&) = delete;
  ~mbedtls_end() override {
    mbedtls_ssl_free(&ssl_);
    mbedtls_ssl_config_free(&config_);
    mbedtls_x509_crt_free(&own_);
    mbedtls_x509_crt_free(&root_);
    mbedtls_pk_free(&key_);
    mbedtls_ssl_session_free(&old_);
  }

  void advance() override {
    if (done) return;
    handshake_ = mbedtls_ssl_handshake(&ssl_);
    if (handshake_ == MBEDTLS_ERR_SSL_HELLO_VERIFY_REQUIRED) {
      mbedtls_ssl_session_reset(&ssl_);
      name_client();
      handshake_ = MBEDTLS_ERR_SSL_WANT_READ;
    }
    done = handshake_ == 0;
    if (done || handshake_ == MBEDTLS_ERR_SSL_WANT_READ || handshake_ == MBEDTLS_ERR_SSL_WANT_WRITE)
      return;
    failed = true;
    char text[128] = "";
    mbedtls_strerror(handshake_, text, sizeof text);
    error = text;
  }

  session_id id() const override { return session_id{&ssl_}; }
  told tell() override { return tell_of(adapter()); }
  channel::refusals admit(channel::account_registry& accounts,
                          const channel::channel_policy& policy, asked_for what) override {
    return admit_as(adapter(), accounts, policy, what);
  }
  octets export_session() override {
    mbedtls_ssl_session now;
    mbedtls_ssl_session_init(&now);
    octets room(8192);
    std::size_t size = 0;
    check(mbedtls_ssl_get_session(&ssl_, &now), "get session");
    check(mbedtls_ssl_session_save(&now, room.data(), room.size(), &size), "save");
    mbedtls_ssl_session_free(&now);
    room.resize(size);
    return room;
  }
  std::shared_ptr<void> context() override { return keys_; }

 private:
  bool is_server() const { return with_.role == dtls_role::server; }

  channel::mbedtls_session adapter() const {
    channel::mbedtls_notes notes;
    notes.handshake = handshake_;
    const octets& name = is_server() ? peer_identity_ : with_.psk_identity;
    notes.psk_identity = {name.data(), name.size()};
    if (with_.kind == identity_kind::certificate && own_.raw.len > 0)
      notes.local = {identity_kind::certificate, {own_.raw.p, own_.raw.len}};
    // A client of a PSK has no callback that runs: the secret tells whether it was negotiated anew.
    const bool same_secret =
        !with_.resume.empty() && done &&
        std::memcmp(old_.master, ssl_.session->master, sizeof old_.master) == 0;
    const bool psk_client = with_.kind == identity_kind::psk && !is_server();
    const bool full = psk_client ? !same_secret : callback_ran_;
    notes.resumed = full ? channel::resumption::full_handshake : channel::resumption::resumed;
    return {&ssl_, notes};
  }

  void configure() {
    const int end = is_server() ? MBEDTLS_SSL_IS_SERVER : MBEDTLS_SSL_IS_CLIENT;
    check(mbedtls_ssl_config_defaults(&config_, end, MBEDTLS_SSL_TRANSPORT_DATAGRAM,
                                      MBEDTLS_SSL_PRESET_DEFAULT),
          "defaults");
    mbedtls_ssl_conf_rng(&config_, mbedtls_ctr_drbg_random, &keys_->random);
    mbedtls_ssl_conf_min_version(&config_, MBEDTLS_SSL_MAJOR_VERSION_3,
                                 MBEDTLS_SSL_MINOR_VERSION_3);
    suites_.assign(with_.suites.begin(), with_.suites.end());
    suites_.push_back(0);
    const bool both = with_.suites.size() == 2 && !with_.lowest;
    namespace lists = channel::configuration::mbedtls;
    mbedtls_ssl_conf_ciphersuites(&config_, !both                              ? suites_.data()
                                            : with_.kind == identity_kind::psk ? lists::psk
                                                                               : lists::ecdsa);
    static const mbedtls_ecp_group_id strict[] = {MBEDTLS_ECP_DP_SECP256R1, MBEDTLS_ECP_DP_NONE};
    static const mbedtls_ecp_group_id lax[] = {MBEDTLS_ECP_DP_SECP256R1, MBEDTLS_ECP_DP_SECP384R1,
                                               MBEDTLS_ECP_DP_SECP224R1, MBEDTLS_ECP_DP_SECP192R1,
                                               MBEDTLS_ECP_DP_NONE};
    mbedtls_ssl_conf_curves(&config_, with_.lowest ? lax : strict);
    static const int hashes[] = {MBEDTLS_MD_SHA256, MBEDTLS_MD_NONE};
    static const int all_hashes[] = {MBEDTLS_MD_SHA256, MBEDTLS_MD_SHA384, MBEDTLS_MD_NONE};
    mbedtls_ssl_conf_sig_hashes(&config_, with_.lowest ? all_hashes : hashes);
    static const mbedtls_x509_crt_profile everything{0xFFFFFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 512};
    if (with_.lowest) mbedtls_ssl_conf_cert_profile(&config_, &everything);
    if (!is_server()) return;
    mbedtls_ssl_conf_dtls_cookies(&config_, mbedtls_ssl_cookie_write, mbedtls_ssl_cookie_check,
                                  &keys_->cookies);
    mbedtls_ssl_conf_session_tickets_cb(&config_, mbedtls_ssl_ticket_write,
                                        mbedtls_ssl_ticket_parse, &keys_->tickets);
  }

  void name_client() {
    if (is_server())
      mbedtls_ssl_set_client_transport_id(&ssl_, reinterpret_cast<const unsigned char*>("c"), 1);
  }

  void use_psk() {
    if (is_server()) {
      mbedtls_ssl_conf_psk_cb(&config_, find_key, this);
      return;
    }
    if (with_.resume.empty()) with_.key_supplied(id());
    check(mbedtls_ssl_conf_psk(&config_, with_.psk_key.data(), with_.psk_key.size(),
                               with_.psk_identity.data(), with_.psk_identity.size()),
          "PSK");
  }

  static int find_key(void* pointer, mbedtls_ssl_context* ssl, const unsigned char* name,
                      std::size_t size) {
    auto* self = static_cast<mbedtls_end*>(pointer);
    const octets key = self->with_.find_key(octets(name, name + size), self->id());
    if (key.empty()) return MBEDTLS_ERR_SSL_UNKNOWN_IDENTITY;
    self->callback_ran_ = true;
    self->peer_identity_.assign(name, name + size);
    return mbedtls_ssl_set_hs_psk(ssl, key.data(), key.size());
  }

  void use_certificate() {
    const auto parse = [](mbedtls_x509_crt& into, const octets& der, const char* what) {
      check(mbedtls_x509_crt_parse_der(&into, der.data(), der.size()), what);
    };
    if (!with_.trusted.empty()) parse(root_, with_.trusted, "root");
    mbedtls_ssl_conf_ca_chain(&config_, &root_, nullptr);
    mbedtls_ssl_conf_authmode(&config_, with_.demands_certificate ? MBEDTLS_SSL_VERIFY_OPTIONAL
                                                                  : MBEDTLS_SSL_VERIFY_NONE);
    mbedtls_ssl_conf_verify(
        &config_,
        [](void* pointer, mbedtls_x509_crt*, int, std::uint32_t*) {
          static_cast<mbedtls_end*>(pointer)->callback_ran_ = true;
          return 0;
        },
        this);
    if (with_.certificate.empty()) return;
    parse(own_, with_.certificate, "certificate");
    for (const octets& one : with_.chain) parse(own_, one, "chain");
    check(
        mbedtls_pk_parse_key(&key_, with_.private_key.data(), with_.private_key.size(), nullptr, 0),
        "key");
    check(mbedtls_ssl_conf_own_cert(&config_, &own_, &key_), "own certificate");
  }

  static int put(void* pointer, const unsigned char* data, std::size_t size) {
    static_cast<mbedtls_end*>(pointer)->out.emplace_back(data, data + size);
    return static_cast<int>(size);
  }
  static int take(void* pointer, unsigned char* data, std::size_t size) {
    auto* self = static_cast<mbedtls_end*>(pointer);
    if (self->in.empty()) return MBEDTLS_ERR_SSL_WANT_READ;
    const octets one = self->in.front();
    self->in.pop_front();
    const std::size_t n = std::min(size, one.size());
    std::memcpy(data, one.data(), n);
    return static_cast<int>(n);
  }

  settings with_;
  std::shared_ptr<mbedtls_keys> keys_;
  mbedtls_ssl_context ssl_;
  mbedtls_ssl_config config_;
  mbedtls_x509_crt own_, root_;
  mbedtls_pk_context key_;
  mbedtls_ssl_session old_;
  std::vector<int> suites_;
  octets peer_identity_;
  bool callback_ran_ = false;
  int handshake_ = MBEDTLS_ERR_SSL_WANT_READ;
};

}  // namespace

std::unique_ptr<endpoint> make_mbedtls(const settings& with) {
  return std::make_unique<mbedtls_end>(with);
}

}  // namespace dtls
