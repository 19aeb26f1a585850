#include <lwm2m/access/channel/openssl.hpp>

#include <openssl/err.h>
#include <openssl/x509.h>

#include <cstring>
#include <stdexcept>

#include "endpoint.hpp"

namespace dtls {

namespace {

struct free_ssl {
  void operator()(SSL* ssl) const { SSL_free(ssl); }
  void operator()(BIO_METHOD* method) const { BIO_meth_free(method); }
};

class openssl_end final : public endpoint {
 public:
  explicit openssl_end(const settings& with) : with_{with} {
    context_ = with.context
                   ? std::static_pointer_cast<SSL_CTX>(with.context)
                   : std::shared_ptr<SSL_CTX>{SSL_CTX_new(is_tls() ? TLS_method() : DTLS_method()),
                                              SSL_CTX_free};
    if (!with.context) configure();
    ssl_.reset(SSL_new(context_.get()));
    SSL_set_app_data(ssl_.get(), this);
    attach_queues();
    if (!is_tls()) {
      SSL_set_options(ssl_.get(), SSL_OP_NO_QUERY_MTU);
      SSL_set_mtu(ssl_.get(), 1400);
    }
    with.role == dtls_role::server ? SSL_set_accept_state(ssl_.get())
                                   : SSL_set_connect_state(ssl_.get());
    if (!with.resume.empty()) resume();
  }

  void advance() override {
    ERR_clear_error();
    if (done) return read();
    const int result = SSL_do_handshake(ssl_.get());
    done = result == 1;
    const int why = SSL_get_error(ssl_.get(), result);
    if (done || why == SSL_ERROR_WANT_READ) return;
    failed = true;
    char text[256] = "";
    ERR_error_string_n(ERR_peek_last_error(), text, sizeof text);
    error = text;
  }

  void send(const octets& data) override {
    SSL_write(ssl_.get(), data.data(), static_cast<int>(data.size()));
  }
  void renegotiate(const octets& certificate, const octets& private_key) override {
    check(SSL_use_certificate(ssl_.get(), parsed(certificate).get()) == 1, "certificate");
    check(SSL_use_PrivateKey(ssl_.get(), parsed_key(private_key).get()) == 1, "key");
    check(SSL_renegotiate(ssl_.get()) == 1, "renegotiate");
    SSL_do_handshake(ssl_.get());
  }

  session_id id() const override { return session_id{ssl_.get()}; }
  told tell() override { return tell_of(channel::openssl_session{ssl_.get()}); }
  channel::refusals admit(channel::account_registry& accounts,
                          const channel::channel_policy& policy, asked_for what) override {
    return admit_as(channel::openssl_session{ssl_.get()}, accounts, policy, what);
  }
  octets export_session() override {
    octets room(8192);
    room.resize(channel::openssl_session{ssl_.get()}.export_session(room.data(), room.size()));
    return room;
  }
  std::shared_ptr<void> context() override { return context_; }

 private:
  bool is_tls() const { return with_.speaks == version::tls_1_3; }
  static openssl_end& of(SSL* ssl) { return *static_cast<openssl_end*>(SSL_get_app_data(ssl)); }

  static void check(bool ok, const char* what) {
    if (ok) return;
    ERR_print_errors_fp(stderr);
    std::string text = "OpenSSL: ";
    throw std::runtime_error{text.append(what)};
  }

  /// Reading goes on with a handshake, too, where there is one within the session.
  void read() {
    octets data(2048);
    for (int size = 1; size > 0;) {
      size = SSL_read(ssl_.get(), data.data(), static_cast<int>(data.size()));
      if (size > 0) received.emplace_back(data.begin(), data.begin() + size);
    }
  }

  /// Each suite by its name in this library.
  std::string cipher_list() const {
    std::string list;
    for (const std::uint16_t suite : with_.suites) {
      const unsigned char code[] = {static_cast<unsigned char>(suite >> 8),
                                    static_cast<unsigned char>(suite & 0xFF)};
      std::unique_ptr<SSL, free_ssl> probe{SSL_new(context_.get())};
      const SSL_CIPHER* cipher = SSL_CIPHER_find(probe.get(), code);
      check(cipher != nullptr, "suite");
      list += (list.empty() ? "" : ":") + std::string{SSL_CIPHER_get_name(cipher)};
    }
    return list;
  }

  void configure() {
    SSL_CTX* ctx = context_.get();
    check(channel::configure(ctx, with_.kind), "configure");
    if (is_tls()) {
      SSL_CTX_set_min_proto_version(ctx, TLS1_3_VERSION);
      check(SSL_CTX_set_ciphersuites(ctx, cipher_list().c_str()) == 1, "suites");
    } else if (with_.suites.size() != 2 || with_.lowest)
      check(SSL_CTX_set_cipher_list(ctx, cipher_list().c_str()) == 1, "cipher list");
    if (with_.lowest) take_everything(ctx);
    if (with_.may_renegotiate) {
      SSL_CTX_clear_options(ctx, SSL_OP_NO_RENEGOTIATION);
      SSL_CTX_set_options(ctx, SSL_OP_ALLOW_CLIENT_RENEGOTIATION);
    }
    if (with_.group != "P-256")
      check(SSL_CTX_set1_groups_list(ctx, with_.group.c_str()) == 1, "groups");
    if (with_.only_sha1_signatures)
      check(SSL_CTX_set1_sigalgs_list(ctx, "ECDSA+SHA1") == 1, "signatures");
    if (with_.role == dtls_role::server)
      SSL_CTX_set_session_id_context(ctx, reinterpret_cast<const unsigned char*>("t"), 1);
    if (with_.kind == identity_kind::raw_public_key) use_raw_public_key(ctx);
    if (with_.kind == identity_kind::psk) {
      if (is_tls()) {
        SSL_CTX_set_psk_use_session_callback(ctx, session_of_client);
        SSL_CTX_set_psk_find_session_callback(ctx, session_of_server);
      } else {
        SSL_CTX_set_psk_client_callback(ctx, psk_of_client);
        SSL_CTX_set_psk_server_callback(ctx, psk_of_server);
      }
    } else {
      use_certificate(ctx);
    }
  }

  static void take_everything(SSL_CTX* ctx) {
    SSL_CTX_set_security_level(ctx, 0);
    check(SSL_CTX_set1_groups_list(ctx, "P-256:P-384:P-224:P-192") == 1, "groups");
    check(SSL_CTX_set1_sigalgs_list(ctx,
                                    "ECDSA+SHA256:ECDSA+SHA384:ECDSA+SHA1:RSA+SHA256:"
                                    "RSA+SHA1:ed25519:ECDSA+SHA224") == 1,
          "signatures");
  }

  static std::shared_ptr<X509> parsed(const octets& der) {
    const unsigned char* at = der.data();
    const std::shared_ptr<X509> made{d2i_X509(nullptr, &at, static_cast<long>(der.size())),
                                     X509_free};
    check(made != nullptr, "certificate");
    return made;
  }
  static std::shared_ptr<EVP_PKEY> parsed_key(const octets& der) {
    const unsigned char* at = der.data();
    return {d2i_AutoPrivateKey(nullptr, &at, static_cast<long>(der.size())), EVP_PKEY_free};
  }

  void use_certificate(SSL_CTX* ctx) {
    if (with_.demands_certificate)
      SSL_CTX_set_verify(ctx, SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT,
                         [](int, X509_STORE_CTX*) { return 1; });
    if (!with_.trusted.empty())
      X509_STORE_add_cert(SSL_CTX_get_cert_store(ctx), parsed(with_.trusted).get());
    if (with_.certificate.empty()) return;
    check(SSL_CTX_use_certificate(ctx, parsed(with_.certificate).get()) == 1, "use certificate");
    check(SSL_CTX_use_PrivateKey(ctx, parsed_key(with_.private_key).get()) == 1, "use key");
    for (const octets& one : with_.chain) SSL_CTX_add1_chain_cert(ctx, parsed(one).get());
  }

  /// Only the key: the certificate type makes of it what is sent.
  void use_raw_public_key([[maybe_unused]] SSL_CTX* ctx) {
#if OPENSSL_VERSION_NUMBER >= 0x30200000L
    static const unsigned char raw[] = {TLSEXT_cert_type_rpk};
    check(SSL_CTX_set1_client_cert_type(ctx, raw, sizeof raw) == 1, "raw public keys");
    check(SSL_CTX_set1_server_cert_type(ctx, raw, sizeof raw) == 1, "raw public keys");
    check(SSL_CTX_use_PrivateKey(ctx, parsed_key(with_.private_key).get()) == 1, "use key");
#endif
  }

  void resume() {
    const unsigned char* at = with_.resume.data();
    SSL_SESSION* old = d2i_SSL_SESSION(nullptr, &at, static_cast<long>(with_.resume.size()));
    check(old != nullptr, "session");
    SSL_set_session(ssl_.get(), old);
    SSL_SESSION_free(old);
  }

  static unsigned psk_of_client(SSL* ssl, const char*, char* name, unsigned name_size,
                                unsigned char* key, unsigned key_size) {
    openssl_end& self = of(ssl);
    const octets &n = self.with_.psk_identity, &k = self.with_.psk_key;
    if (n.size() >= name_size || k.size() > key_size) return 0;
    self.with_.key_supplied(self.id());
    std::memcpy(name, n.data(), n.size());
    name[n.size()] = '\0';
    std::memcpy(key, k.data(), k.size());
    return static_cast<unsigned>(k.size());
  }

  // The same for TLS 1.3.
  static int session_of_client(SSL* ssl, const EVP_MD*, const unsigned char** name,
                               std::size_t* size, SSL_SESSION** session) {
    openssl_end& self = of(ssl);
    const octets& n = self.with_.psk_identity;
    self.with_.key_supplied(self.id());
    *name = n.data();
    *size = n.size();
    *session = channel::external_psk(ssl, n, self.with_.psk_key);
    return 1;
  }
  static int session_of_server(SSL* ssl, const unsigned char* name, std::size_t size,
                               SSL_SESSION** session) {
    openssl_end& self = of(ssl);
    const octets identity(name, name + size), key = self.with_.find_key(identity, self.id());
    *session = key.empty() ? nullptr : channel::external_psk(ssl, identity, key);
    return 1;
  }

  static unsigned psk_of_server(SSL* ssl, const char* name, unsigned char* key, unsigned size) {
    openssl_end& self = of(ssl);
    const octets found = self.with_.find_key(pki::of_text(name), self.id());
    if (found.empty() || found.size() > size) return 0;
    std::memcpy(key, found.data(), found.size());
    return static_cast<unsigned>(found.size());
  }

  // A BIO that keeps datagrams apart, as a memory BIO does not.
  void attach_queues() {
    static const std::unique_ptr<BIO_METHOD, free_ssl> method = [] {
      std::unique_ptr<BIO_METHOD, free_ssl> made{BIO_meth_new(BIO_TYPE_SOURCE_SINK | 100, "queue")};
      BIO_meth_set_create(made.get(), [](BIO* bio) {
        BIO_set_init(bio, 1);
        return 1;
      });
      BIO_meth_set_write(made.get(), [](BIO* bio, const char* data, int size) {
        auto* self = static_cast<openssl_end*>(BIO_get_data(bio));
        self->out.emplace_back(data, data + size);
        return size;
      });
      BIO_meth_set_read(made.get(), [](BIO* bio, char* data, int size) {
        auto* self = static_cast<openssl_end*>(BIO_get_data(bio));
        BIO_clear_retry_flags(bio);
        if (self->in.empty()) {
          BIO_set_retry_read(bio);
          return -1;
        }
        return static_cast<int>(
            take(self->in, data, static_cast<std::size_t>(size), self->is_tls()));
      });
      BIO_meth_set_ctrl(made.get(), [](BIO*, int command, long, void*) -> long {
        return command == BIO_CTRL_FLUSH ? 1 : 0;
      });
      return made;
    }();
    BIO* bio = BIO_new(method.get());
    BIO_set_data(bio, this);
    SSL_set_bio(ssl_.get(), bio, bio);
  }

  settings with_;
  std::shared_ptr<SSL_CTX> context_;
  std::unique_ptr<SSL, free_ssl> ssl_;
};

}  // namespace

const abilities of_openssl{.raw_public_keys = OPENSSL_VERSION_NUMBER >= 0x30200000L,
                           .tls_1_3 = true};

std::unique_ptr<endpoint> make_openssl(const settings& with) {
  return std::make_unique<openssl_end>(with);
}

}  // namespace dtls
