#include <lwm2m/access/channel/wolfssl.hpp>

#include <cstring>
#include <stdexcept>

#include "endpoint.hpp"

namespace dtls {

namespace {

const char* suite_name(std::uint16_t code) {
  switch (code) {
    case 0x1301:
      return "TLS13-AES128-GCM-SHA256";
    case 0xC0AE:
      return "ECDHE-ECDSA-AES128-CCM-8";
    case 0xC023:
      return "ECDHE-ECDSA-AES128-SHA256";
    case 0xC027:
      return "ECDHE-RSA-AES128-SHA256";
    case 0xC006:
      return "ECDHE-ECDSA-NULL-SHA";
    case 0xC009:
      return "ECDHE-ECDSA-AES128-SHA";
    default:
      throw std::runtime_error{"wolfSSL: no name for the suite"};
  }
}

class wolfssl_end final : public endpoint {
 public:
  explicit wolfssl_end(const settings& with) : with_{with} {
    static const int started = wolfSSL_Init();
    (void)started;
    const bool server = with.role == dtls_role::server;
    if (!missing(library::wolfssl, with.kind, with.speaks).empty())
      throw std::runtime_error{"wolfSSL: no such mode"};
    WOLFSSL_METHOD* method =
        is_tls() ? server ? wolfTLSv1_3_server_method() : wolfTLSv1_3_client_method()
        : server ? wolfDTLSv1_2_server_method()
                 : wolfDTLSv1_2_client_method();
    context_ = with.context
                   ? std::static_pointer_cast<WOLFSSL_CTX>(with.context)
                   : std::shared_ptr<WOLFSSL_CTX>{wolfSSL_CTX_new(method), wolfSSL_CTX_free};
    if (!with.context) configure();
    ssl_ = wolfSSL_new(context_.get());
    wolfSSL_SetIOReadCtx(ssl_, this);
    wolfSSL_SetIOWriteCtx(ssl_, this);
    wolfSSL_SetCookieCtx(ssl_, this);
    wolfSSL_SetCertCbCtx(ssl_, this);
    if (!is_tls()) wolfSSL_dtls_set_using_nonblock(ssl_, 1);
    if (!with.resume.empty()) {
      const unsigned char* at = with.resume.data();
      WOLFSSL_SESSION* old =
          wolfSSL_d2i_SSL_SESSION(nullptr, &at, static_cast<long>(with.resume.size()));
      check(old != nullptr && wolfSSL_set_session(ssl_, old) == WOLFSSL_SUCCESS, "resume");
      wolfSSL_SESSION_free(old);
    }
  }
  wolfssl_end(const wolfssl_end&) = delete;
  wolfssl_end& operator=(const wolfssl_end&) = delete;
  ~wolfssl_end() override { wolfSSL_free(ssl_); }

  void advance() override {
    if (done) return read();
    handshake_ = with_.role == dtls_role::server ? wolfSSL_accept(ssl_) : wolfSSL_connect(ssl_);
    done = handshake_ == WOLFSSL_SUCCESS;
    handshakes_ += done ? 1 : 0;
    const int why = wolfSSL_get_error(ssl_, handshake_);
    if (done || why == WOLFSSL_ERROR_WANT_READ || why == WOLFSSL_ERROR_WANT_WRITE) return;
    failed = true;
    char text[WOLFSSL_MAX_ERROR_SZ] = "";
    wolfSSL_ERR_error_string(static_cast<unsigned long>(why), text);
    error = text;
  }

  void send(const octets& data) override {
    wolfSSL_write(ssl_, data.data(), static_cast<int>(data.size()));
  }
  session_id id() const override { return session_id{ssl_}; }
  told tell() override {
    const channel::wolfssl_session session{ssl_, notes()};
    return tell_of(session);
  }
  channel::refusals admit(channel::account_registry& accounts,
                          const channel::channel_policy& policy, asked_for what) override {
    return admit_as(channel::wolfssl_session{ssl_, notes()}, accounts, policy, what);
  }
  octets export_session() override {
    WOLFSSL_SESSION* now = wolfSSL_get_session(ssl_);
    const int size = wolfSSL_i2d_SSL_SESSION(now, nullptr);
    octets room(size > 0 ? static_cast<std::size_t>(size) : 0);
    unsigned char* at = room.data();
    if (size > 0) wolfSSL_i2d_SSL_SESSION(now, &at);
    return room;
  }
  std::shared_ptr<void> context() override { return context_; }

 private:
  bool is_tls() const { return with_.speaks == version::tls_1_3; }
  static void check(bool ok, const char* what) {
    if (!ok) throw std::runtime_error{std::string{"wolfSSL: "} + what};
  }

  void read() {
    octets data(2048);
    for (int size = 1; size > 0;) {
      size = wolfSSL_read(ssl_, data.data(), static_cast<int>(data.size()));
      if (size > 0) received.emplace_back(data.begin(), data.begin() + size);
    }
  }

  channel::wolfssl_notes notes() const {
    channel::wolfssl_notes all;
    all.handshake = handshake_;
    all.handshakes = handshakes_;
    all.sole_anchor = {with_.trusted.data(), with_.trusted.size()};
    if (!with_.certificate.empty())
      all.local = {identity_kind::certificate,
                   {with_.certificate.data(), with_.certificate.size()}};
    if (!with_.raw_public_key.empty())
      all.local = {identity_kind::raw_public_key,
                   {with_.raw_public_key.data(), with_.raw_public_key.size()}};
    all.peer_verified = overruled_ ? channel::answer::no
                        : ran_     ? channel::answer::yes
                                   : channel::answer::unknown;
    return all;
  }

  void configure() {
    WOLFSSL_CTX* ctx = context_.get();
    std::string list;
    for (const std::uint16_t suite : with_.suites)
      list += (list.empty() ? "" : ":") + std::string{suite_name(suite)};
    check(channel::configure(ctx, with_.kind), "configure");
    if (with_.suites.size() != 2 || with_.lowest)
      check(wolfSSL_CTX_set_cipher_list(ctx, list.c_str()) == WOLFSSL_SUCCESS, "cipher list");
    if (with_.lowest) take_everything(ctx);
    wolfSSL_CTX_SetIORecv(ctx, arrive);
    wolfSSL_CTX_SetIOSend(ctx, put);
    wolfSSL_CTX_SetGenCookie(ctx, cookie);
    wolfSSL_CTX_set_verify(ctx,
                           with_.demands_certificate
                               ? WOLFSSL_VERIFY_PEER | WOLFSSL_VERIFY_FAIL_IF_NO_PEER_CERT
                               : WOLFSSL_VERIFY_NONE,
                           note);
    const auto long_of = [](const octets& of) { return static_cast<long>(of.size()); };
    if (!with_.trusted.empty()) check(channel::load_anchor(ctx, with_.trusted), "root");
    const bool raw = with_.kind == identity_kind::raw_public_key;
    const octets& own = raw ? with_.raw_public_key : with_.certificate;
    if (own.empty()) return;
    if (raw) take_raw_public_keys(ctx);
    check(wolfSSL_CTX_use_certificate_buffer(ctx, own.data(), long_of(own),
                                             WOLFSSL_FILETYPE_ASN1) == WOLFSSL_SUCCESS,
          "certificate");
    check(
        wolfSSL_CTX_use_PrivateKey_buffer(ctx, with_.private_key.data(), long_of(with_.private_key),
                                          WOLFSSL_FILETYPE_ASN1) == WOLFSSL_SUCCESS,
        "key");
  }

  static void take_raw_public_keys([[maybe_unused]] WOLFSSL_CTX* ctx) {
#if defined(HAVE_RPK)
    const char type[] = {WOLFSSL_CERT_TYPE_RPK};
    check(wolfSSL_CTX_set_client_cert_type(ctx, type, 1) == WOLFSSL_SUCCESS, "raw public keys");
    check(wolfSSL_CTX_set_server_cert_type(ctx, type, 1) == WOLFSSL_SUCCESS, "raw public keys");
#endif
  }
  static void take_everything(WOLFSSL_CTX* ctx) {
    wolfSSL_CTX_UseSupportedCurve(ctx, WOLFSSL_ECC_SECP384R1);
    wolfSSL_CTX_SetMinEccKey_Sz(ctx, 160);
    wolfSSL_CTX_SetMinRsaKey_Sz(ctx, 1024);
    wolfSSL_CTX_set1_sigalgs_list(ctx,
                                  "ECDSA+SHA256:ECDSA+SHA384:ECDSA+SHA512:ECDSA+SHA1:RSA+SHA256:"
                                  "RSA+SHA1:RSA-PSS+SHA256:ED25519");
  }

  /// Goes on whatever was found, and remembers it.
  static int note(int preverified, WOLFSSL_X509_STORE_CTX* store) {
    auto* self = static_cast<wolfssl_end*>(store->userCtx);
    if (self == nullptr) return 0;
    self->ran_ = true;
    if (preverified != 1) self->overruled_ = true;
    return 1;
  }

  static int cookie(WOLFSSL*, unsigned char* room, int size, void*) {
    std::memset(room, 0x5A, static_cast<std::size_t>(size));
    return size;
  }
  static int put(WOLFSSL*, char* data, int size, void* pointer) {
    static_cast<wolfssl_end*>(pointer)->out.emplace_back(data, data + size);
    return size;
  }
  static int arrive(WOLFSSL*, char* data, int size, void* pointer) {
    auto* self = static_cast<wolfssl_end*>(pointer);
    if (self->in.empty()) return WOLFSSL_CBIO_ERR_WANT_READ;
    return static_cast<int>(take(self->in, data, static_cast<std::size_t>(size), self->is_tls()));
  }

  settings with_;
  std::shared_ptr<WOLFSSL_CTX> context_;
  WOLFSSL* ssl_ = nullptr;
  bool ran_ = false, overruled_ = false;
  int handshake_ = WOLFSSL_FATAL_ERROR;
  std::uint32_t handshakes_ = 0;
};

}  // namespace

#if defined(HAVE_RPK)
const abilities of_wolfssl{.raw_public_keys = true, .tls_1_3 = true};
#else
const abilities of_wolfssl{.raw_public_keys = false, .tls_1_3 = true};
#endif

std::unique_ptr<endpoint> make_wolfssl(const settings& with) {
  return std::make_unique<wolfssl_end>(with);
}

}  // namespace dtls

// This release does not free the names of authorities that a server sends along.
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() { return "leak:libwolfssl"; }
