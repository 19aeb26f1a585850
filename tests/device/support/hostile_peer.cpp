#include "hostile_peer.hpp"

#include <openssl/ssl.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../../examples/device/coap.hpp"

namespace {

/// The beginning of a ClientHello of DTLS 1.2 without a cookie, for TLS_PSK_WITH_AES_128_CCM_8.
constexpr unsigned char client_hello[] = {
    0x16, 0xFE, 0xFD, 0, 0, 0, 0, 0, 0, 0, 0, 0, 54,     // record: handshake, epoch,
                                                         // number, size
    0x01, 0, 0, 42, 0, 0, 0, 0, 0, 0, 0, 42,             // message: ClientHello, whole
    0xFE, 0xFD, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12,   // version, random
    13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25,  //
    26, 27, 28, 29, 30, 31, 32, 0, 0, 0, 2, 0xC0, 0xA8,  // session, cookie, suites
    1, 0};                                               // compression

/// A GET of /3/0/14 with Observe, a token and a payload marker behind it.
constexpr unsigned char message[] = {0x42, 0x01, 0x12, 0x34, 0xAA, 0xBB, 0x60, 0x51,
                                     '3',  0x01, '0',  0x02, '1',  '4',  0xFF, 'x'};

template <std::size_t Size>
std::string text_of(const unsigned char (&octets)[Size]) {
  return {reinterpret_cast<const char*>(octets), Size};
}

}  // namespace

hostile_peer::hostile_peer(std::mt19937& random, const std::string& uri, const credentials& known)
    : random_{random},
      address_{client::address_of(uri).value()},
      known_{known},
      context_{coap_new_context(nullptr)} {
  coap_set_log_level(LOG_EMERG);
}

std::string hostile_peer::noise(std::size_t at_most) {
  std::string octets(random_() % at_most, '\0');
  for (char& each : octets) each = static_cast<char>(random_());
  return octets;
}

/// Cut short, or with a few octets changed.
std::string hostile_peer::altered(std::string octets) {
  if (random_() % 3 == 0) octets.resize(random_() % octets.size());
  for (std::size_t k = random_() % 3; k > 0 && !octets.empty(); --k)
    octets[random_() % octets.size()] = static_cast<char>(random_());
  return octets;
}

void hostile_peer::send_datagram() {
  const std::string octets = random_() % 2 == 0 ? noise(1200) : altered(text_of(client_hello));
  const int from = socket(AF_INET, SOCK_DGRAM, 0);
  (void)sendto(from, octets.data(), octets.size(), 0, &address_.addr.sa, address_.size);
  close(from);
  ++datagrams_;
}

coap_session_t* hostile_peer::begin(const credentials& as) {
  coap_dtls_cpsk_t setup{};
  setup.version = COAP_DTLS_CPSK_SETUP_VERSION;
  const auto octets = [](const std::string& text) {
    return coap_bin_const_t{text.size(), reinterpret_cast<const std::uint8_t*>(text.data())};
  };
  setup.psk_info = {octets(as.identity), octets(as.key)};
  return coap_new_client_session_psk2(context_.get(), nullptr, &address_, COAP_PROTO_DTLS, &setup);
}

void hostile_peer::run(std::chrono::milliseconds time) {
  const auto last = std::chrono::steady_clock::now() + time;
  while (std::chrono::steady_clock::now() < last) (void)coap_io_process(context_.get(), 2);
}

void hostile_peer::break_off_handshake() {
  credentials as = random_() % 2 == 0 ? known_ : credentials{0, noise(20) + "x", "no secret"};
  if (random_() % 2 == 0) as.key = "a wrong secret";
  if (as.identity.find('\0') != std::string::npos) as.identity = "nobody";
  coap_session_t* const session = begin(as);
  run(std::chrono::milliseconds{random_() % 6});
  if (session != nullptr) coap_session_release(session);
  ++handshakes_;
}

void hostile_peer::send_message() {
  if (session_ == nullptr) session_ = begin(known_);
  run(std::chrono::milliseconds{2});
  coap_tls_library_t library{};
  auto* const ssl = static_cast<SSL*>(coap_session_get_tls(session_, &library));
  if (library != COAP_TLS_LIBRARY_OPENSSL || ssl == nullptr || SSL_is_init_finished(ssl) != 1) {
    if (session_ != nullptr) coap_session_release(session_);
    session_ = nullptr;
    return;
  }
  const std::string octets = random_() % 3 == 0 ? noise(200) : altered(text_of(message));
  if (!octets.empty() && SSL_write(ssl, octets.data(), static_cast<int>(octets.size())) > 0)
    ++messages_;
}
