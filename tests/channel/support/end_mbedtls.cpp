// A PSK client tells a resumed session by its master secret, which release 3 calls private.
#define MBEDTLS_ALLOW_PRIVATE_ACCESS
#include <lwm2m/access/channel/mbedtls.hpp>

#include <mbedtls/ctr_drbg.h>
#include <mbedtls/entropy.h>
#include <mbedtls/error.h>
#include <mbedtls/ssl_cookie.h>
#include <mbedtls/ssl_ticket.h>

#if MBEDTLS_VERSION_MAJOR >= 3
#include <psa/crypto.h>
#endif

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
#if MBEDTLS_VERSION_MAJOR >= 3
    if (psa_crypto_init() != PSA_SUCCESS) throw std::runtime_error{"Mbed TLS: PSA"};
#endif
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

constexpr mbedtls_x509_crt_profile every_certificate{0xFFFFFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 512};

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
    mbedtls_ssl_set_bio(&ssl_, this, put, arrive, nullptr);
    mbedtls_ssl_set_timer_cb(
        &ssl_, this, [](void*, std::uint32_t, std::uint32_t) {}, [](void*) { return 0; });
    if (!is_tls()) mbedtls_ssl_set_mtu(&ssl_, 1400);
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
    if (done) return read();
    handshake_ = mbedtls_ssl_handshake(&ssl_);
    if (handshake_ == MBEDTLS_ERR_SSL_HELLO_VERIFY_REQUIRED) {
      mbedtls_ssl_session_reset(&ssl_);
      name_client();
      handshake_ = MBEDTLS_ERR_SSL_WANT_READ;
    }
    done = handshake_ == 0;
    handshakes_ += done ? 1 : 0;
    if (done || handshake_ == MBEDTLS_ERR_SSL_WANT_READ || handshake_ == MBEDTLS_ERR_SSL_WANT_WRITE)
      return;
    failed = true;
    char text[128] = "";
    mbedtls_strerror(handshake_, text, sizeof text);
    error = text;
  }

  void send(const octets& data) override { mbedtls_ssl_write(&ssl_, data.data(), data.size()); }
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
  bool is_tls() const { return with_.speaks == version::tls_1_3; }
  bool is_server() const { return with_.role == dtls_role::server; }

  void read() {
    octets data(2048);
    for (int size = 1; size > 0;) {
      size = mbedtls_ssl_read(&ssl_, data.data(), data.size());
      if (size > 0) received.emplace_back(data.begin(), data.begin() + size);
    }
  }

  channel::mbedtls_session adapter() const {
    channel::mbedtls_notes notes;
    notes.handshake = handshake_;
    notes.handshakes = handshakes_;
    notes.path = paths_;
    notes.sole_anchor = {with_.trusted.data(), with_.trusted.size()};
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
    check(
        mbedtls_ssl_config_defaults(
            &config_, end, is_tls() ? MBEDTLS_SSL_TRANSPORT_STREAM : MBEDTLS_SSL_TRANSPORT_DATAGRAM,
            MBEDTLS_SSL_PRESET_DEFAULT),
        "defaults");
    mbedtls_ssl_conf_rng(&config_, mbedtls_ctr_drbg_random, &keys_->random);
    channel::configure(&config_, with_.kind);
    suites_.assign(with_.suites.begin(), with_.suites.end());
    suites_.push_back(0);
    if (with_.suites.size() != 2 || with_.lowest)
      mbedtls_ssl_conf_ciphersuites(&config_, suites_.data());
    set_version();
    if (with_.lowest) take_everything();
    if (!is_server()) return;
    if (!is_tls())
      mbedtls_ssl_conf_dtls_cookies(&config_, mbedtls_ssl_cookie_write, mbedtls_ssl_cookie_check,
                                    &keys_->cookies);
    mbedtls_ssl_conf_session_tickets_cb(&config_, mbedtls_ssl_ticket_write,
                                        mbedtls_ssl_ticket_parse, &keys_->tickets);
  }

#if MBEDTLS_VERSION_MAJOR >= 3
  void set_version() {
    if (is_tls())
      mbedtls_ssl_conf_min_tls_version(&config_, MBEDTLS_SSL_VERSION_TLS1_3);
    else
      mbedtls_ssl_conf_max_tls_version(&config_, MBEDTLS_SSL_VERSION_TLS1_2);
  }
  void take_everything() {
    static const std::uint16_t groups[] = {
        MBEDTLS_SSL_IANA_TLS_GROUP_SECP256R1, MBEDTLS_SSL_IANA_TLS_GROUP_SECP384R1,
        MBEDTLS_SSL_IANA_TLS_GROUP_SECP224R1, MBEDTLS_SSL_IANA_TLS_GROUP_SECP192R1, 0};
    static const std::uint16_t signatures[] = {MBEDTLS_TLS1_3_SIG_ECDSA_SECP256R1_SHA256,
                                               MBEDTLS_TLS1_3_SIG_ECDSA_SECP384R1_SHA384, 0};
    mbedtls_ssl_conf_groups(&config_, groups);
    mbedtls_ssl_conf_sig_algs(&config_, signatures);
    mbedtls_ssl_conf_cert_profile(&config_, &every_certificate);
  }
  int parse_key(const octets& der) {
    return mbedtls_pk_parse_key(&key_, der.data(), der.size(), nullptr, 0, mbedtls_ctr_drbg_random,
                                &keys_->random);
  }
#else
  void set_version() {}
  void take_everything() {
    static const mbedtls_ecp_group_id groups[] = {
        MBEDTLS_ECP_DP_SECP256R1, MBEDTLS_ECP_DP_SECP384R1, MBEDTLS_ECP_DP_SECP224R1,
        MBEDTLS_ECP_DP_SECP192R1, MBEDTLS_ECP_DP_NONE};
    static const int hashes[] = {MBEDTLS_MD_SHA256, MBEDTLS_MD_SHA384, MBEDTLS_MD_NONE};
    mbedtls_ssl_conf_curves(&config_, groups);
    mbedtls_ssl_conf_sig_hashes(&config_, hashes);
    mbedtls_ssl_conf_cert_profile(&config_, &every_certificate);
  }
  int parse_key(const octets& der) {
    return mbedtls_pk_parse_key(&key_, der.data(), der.size(), nullptr, 0);
  }
#endif

  void name_client() {
    if (is_server() && !is_tls())
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
        [](void* pointer, mbedtls_x509_crt* one, int depth, std::uint32_t*) {
          static_cast<mbedtls_end*>(pointer)->note(octets(one->raw.p, one->raw.p + one->raw.len),
                                                   static_cast<std::size_t>(depth));
          return 0;
        },
        this);
    if (with_.certificate.empty()) return;
    parse(own_, with_.certificate, "certificate");
    for (const octets& one : with_.chain) parse(own_, one, "chain");
    check(parse_key(with_.private_key), "key");
    check(mbedtls_ssl_conf_own_cert(&config_, &own_, &key_), "own certificate");
  }

  /// The verify callback: the anchor comes first, the leaf has depth 0.
  void note(octets certificate, std::size_t depth) {
    callback_ran_ = true;
    if (path_.size() <= depth) path_.resize(depth + 1);
    path_[depth] = std::move(certificate);
    paths_.assign(path_.begin(), path_.end());
  }

  static int put(void* pointer, const unsigned char* data, std::size_t size) {
    static_cast<mbedtls_end*>(pointer)->out.emplace_back(data, data + size);
    return static_cast<int>(size);
  }
  static int arrive(void* pointer, unsigned char* data, std::size_t size) {
    auto* self = static_cast<mbedtls_end*>(pointer);
    if (self->in.empty()) return MBEDTLS_ERR_SSL_WANT_READ;
    return static_cast<int>(take(self->in, data, size, self->is_tls()));
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
  std::vector<octets> path_;
  std::vector<channel::bytes> paths_;
  std::uint32_t handshakes_ = 0;
  int handshake_ = MBEDTLS_ERR_SSL_WANT_READ;
};

}  // namespace

const abilities of_mbedtls{.raw_public_keys = false, .tls_1_3 = MBEDTLS_VERSION_MAJOR >= 3};

std::unique_ptr<endpoint> make_mbedtls(const settings& with) {
  return std::make_unique<mbedtls_end>(with);
}

}  // namespace dtls
