#include <lwm2m/access/channel/wolfssl.hpp>

#include <cstring>
#include <stdexcept>

#include "endpoint.hpp"

namespace dtls {

namespace {

const char* suite_name(std::uint16_t code) {
  switch (code) {
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
    if (with.kind != identity_kind::certificate) throw std::runtime_error{"wolfSSL: no such mode"};
    context_ = with.context ? std::static_pointer_cast<WOLFSSL_CTX>(with.context)
                            : std::shared_ptr<WOLFSSL_CTX>{
                                  wolfSSL_CTX_new(server ? wolfDTLSv1_2_server_method()
                                                         : wolfDTLSv1_2_client_method()),
                                  wolfSSL_CTX_free};
    if (!with.context) configure();
    ssl_ = wolfSSL_new(context_.get());
    wolfSSL_SetIOReadCtx(ssl_, this);
    wolfSSL_SetIOWriteCtx(ssl_, this);
    wolfSSL_SetCookieCtx(ssl_, this);
    wolfSSL_SetCertCbCtx(ssl_, this);
    wolfSSL_dtls_set_using_nonblock(ssl_, 1);
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
    if (done) return;
    handshake_ = with_.role == dtls_role::server ? wolfSSL_accept(ssl_) : wolfSSL_connect(ssl_);
    done = handshake_ == WOLFSSL_SUCCESS;
    const int why = wolfSSL_get_error(ssl_, handshake_);
    if (done || why == WOLFSSL_ERROR_WANT_READ || why == WOLFSSL_ERROR_WANT_WRITE) return;
    failed = true;
    char text[WOLFSSL_MAX_ERROR_SZ] = "";
    wolfSSL_ERR_error_string(static_cast<unsigned long>(why), text);
    error = text;
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
  static void check(bool ok, const char* what) {
    if (!ok) throw std::runtime_error{std::string{"wolfSSL: "} + what};
  }

  channel::wolfssl_notes notes() const {
    channel::wolfssl_notes all;
    all.handshake = handshake_;
    if (!with_.certificate.empty())
      all.local = {identity_kind::certificate,
                   {with_.certificate.data(), with_.certificate.size()}};
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
    if (with_.suites.size() == 2 && !with_.lowest) list = channel::configuration::wolfssl::ecdsa;
    check(wolfSSL_CTX_set_cipher_list(ctx, list.c_str()) == WOLFSSL_SUCCESS, "cipher list");
    wolfSSL_CTX_SetIORecv(ctx, take);
    wolfSSL_CTX_SetIOSend(ctx, put);
    wolfSSL_CTX_SetGenCookie(ctx, cookie);
    check(wolfSSL_CTX_UseSupportedCurve(ctx, WOLFSSL_ECC_SECP256R1) == WOLFSSL_SUCCESS, "group");
    if (with_.lowest) wolfSSL_CTX_UseSupportedCurve(ctx, WOLFSSL_ECC_SECP384R1);
    if (with_.lowest) wolfSSL_CTX_SetMinEccKey_Sz(ctx, 160);
    if (with_.lowest) wolfSSL_CTX_SetMinRsaKey_Sz(ctx, 1024);
    wolfSSL_CTX_set_verify(ctx,
                           with_.demands_certificate
                               ? WOLFSSL_VERIFY_PEER | WOLFSSL_VERIFY_FAIL_IF_NO_PEER_CERT
                               : WOLFSSL_VERIFY_NONE,
                           note);
    const auto long_of = [](const octets& of) { return static_cast<long>(of.size()); };
    if (!with_.trusted.empty())
      check(wolfSSL_CTX_load_verify_buffer(ctx, with_.trusted.data(), long_of(with_.trusted),
                                           WOLFSSL_FILETYPE_ASN1) == WOLFSSL_SUCCESS,
            "root");
    if (with_.certificate.empty()) return;
    check(wolfSSL_CTX_use_certificate_buffer(ctx, with_.certificate.data(),
                                             long_of(with_.certificate),
                                             WOLFSSL_FILETYPE_ASN1) == WOLFSSL_SUCCESS,
          "certificate");
    check(
        wolfSSL_CTX_use_PrivateKey_buffer(ctx, with_.private_key.data(), long_of(with_.private_key),
                                          WOLFSSL_FILETYPE_ASN1) == WOLFSSL_SUCCESS,
        "key");
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
  static int take(WOLFSSL*, char* data, int size, void* pointer) {
    auto* self = static_cast<wolfssl_end*>(pointer);
    if (self->in.empty()) return WOLFSSL_CBIO_ERR_WANT_READ;
    const octets one = self->in.front();
    self->in.pop_front();
    const int n = std::min(size, static_cast<int>(one.size()));
    std::memcpy(data, one.data(), static_cast<std::size_t>(n));
    return n;
  }

  settings with_;
  std::shared_ptr<WOLFSSL_CTX> context_;
  WOLFSSL* ssl_ = nullptr;
  bool ran_ = false, overruled_ = false;
  int handshake_ = WOLFSSL_FATAL_ERROR;
};

}  // namespace

std::unique_ptr<endpoint> make_wolfssl(const settings& with) {
  return std::make_unique<wolfssl_end>(with);
}

}  // namespace dtls

// This release does not free the names of authorities that a server sends along.
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() { return "leak:libwolfssl"; }
