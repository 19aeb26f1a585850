#include "endpoint.hpp"

#include <arpa/inet.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <stdexcept>

namespace dtls {

const char* name_of(library which) {
  const char* names[] = {"OpenSSL", "GnuTLS", "Mbed TLS", "wolfSSL", "Botan"};
  return names[static_cast<int>(which)];
}

std::unique_ptr<endpoint> make(library which, const settings& with) {
  switch (which) {
    case library::openssl:
      return make_openssl(with);
    case library::gnutls:
      return make_gnutls(with);
    case library::mbedtls:
      return make_mbedtls(with);
    case library::wolfssl:
      return make_wolfssl(with);
    case library::botan:
      return make_botan(with);
  }
  return nullptr;
}

abilities abilities_of(library which) {
  switch (which) {
    case library::openssl:
      return of_openssl;
    case library::gnutls:
      return of_gnutls;
    case library::mbedtls:
      return of_mbedtls;
    case library::wolfssl:
      return of_wolfssl;
    case library::botan:
      return of_botan;
  }
  return {};
}

std::string missing(library which, identity_kind kind, version speaks) {
  const abilities has = abilities_of(which);
  if (kind == identity_kind::psk && which == library::wolfssl)
    return "no PSK suites with static keys compiled in";
  if (kind == identity_kind::raw_public_key && !has.raw_public_keys)
    return "no raw public keys in this release";
  if (speaks == version::tls_1_3 && !has.tls_1_3) return "no TLS 1.3 in this release";
  return {};
}

std::size_t take(std::deque<octets>& arrived, void* room, std::size_t size, bool is_stream) {
  if (arrived.empty()) return 0;
  octets& one = arrived.front();
  const std::size_t n = std::min(size, one.size());
  std::copy_n(one.begin(), n, static_cast<std::uint8_t*>(room));
  if (is_stream && n < one.size())
    one.erase(one.begin(), one.begin() + static_cast<long>(n));
  else
    arrived.pop_front();
  return n;
}

void endpoint::renegotiate(const octets&, const octets&) {
  throw std::runtime_error{"this end does not begin another handshake"};
}

namespace {

/// Calls f(type, body) for every handshake message that starts in these datagrams, unencrypted.
template <class F>
void for_each_message(const std::vector<octets>& datagrams, F f) {
  for (const octets& one : datagrams) {
    std::size_t at = 0;
    while (at + 13 <= one.size()) {
      const std::size_t length = static_cast<std::size_t>(one[at + 11] << 8 | one[at + 12]);
      const bool clear_handshake = one[at] == 22 && one[at + 3] == 0 && one[at + 4] == 0;
      std::size_t in = at + 13;
      const std::size_t end = std::min(one.size(), in + length);
      while (clear_handshake && in + 12 <= end) {
        const std::size_t fragment =
            static_cast<std::size_t>(one[in + 9] << 16 | one[in + 10] << 8 | one[in + 11]);
        const std::size_t offset =
            static_cast<std::size_t>(one[in + 6] << 16 | one[in + 7] << 8 | one[in + 8]);
        const std::size_t until = std::min(end, in + 12 + fragment);
        if (offset == 0)
          f(one[in], octets(one.begin() + static_cast<long>(in + 12),
                            one.begin() + static_cast<long>(until)));
        in += 12 + fragment;
      }
      at += 13 + length;
    }
  }
}

bool saw(const std::vector<octets>& datagrams, std::uint8_t type) {
  bool found = false;
  for_each_message(datagrams, [&](std::uint8_t t, const octets&) { found = found || t == type; });
  return found;
}

/// The body of the last message of that type; empty when there was none.
octets last_of(const std::vector<octets>& datagrams, std::uint8_t type) {
  octets found;
  for_each_message(datagrams, [&](std::uint8_t t, const octets& body) {
    if (t == type) found = body;
  });
  return found;
}

octets server_hello(const std::vector<octets>& datagrams) { return last_of(datagrams, 2); }

/// Carries datagrams between two sockets of this host.
class udp_pair {
 public:
  udp_pair() {
    for (int& one : sockets_) {
      one = ::socket(AF_INET, SOCK_DGRAM, 0);
      sockaddr_in address{};
      address.sin_family = AF_INET;
      address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
      if (one < 0 || ::bind(one, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0)
        throw std::runtime_error{"no UDP over loopback"};
    }
    for (int k = 0; k < 2; ++k) {
      sockaddr_in other{};
      socklen_t size = sizeof other;
      ::getsockname(sockets_[1 - k], reinterpret_cast<sockaddr*>(&other), &size);
      if (::connect(sockets_[k], reinterpret_cast<sockaddr*>(&other), size) != 0)
        throw std::runtime_error{"connect"};
    }
  }
  udp_pair(const udp_pair&) = delete;
  udp_pair& operator=(const udp_pair&) = delete;
  ~udp_pair() {
    for (const int one : sockets_) ::close(one);
  }

  octets carry(int from, const octets& datagram) const {
    if (::send(sockets_[from], datagram.data(), datagram.size(), 0) < 0)
      throw std::runtime_error{"send"};
    pollfd waiting{sockets_[1 - from], POLLIN, 0};
    if (::poll(&waiting, 1, 2000) != 1) throw std::runtime_error{"poll"};
    octets arrived(65536);
    const auto size = ::recv(sockets_[1 - from], arrived.data(), arrived.size(), 0);
    arrived.resize(size > 0 ? static_cast<std::size_t>(size) : 0);
    return arrived;
  }

 private:
  int sockets_[2] = {-1, -1};
};

}  // namespace

std::uint16_t wire::protocol() const {
  const octets hello = server_hello(from_server);
  return hello.size() < 2 ? std::uint16_t{0} : static_cast<std::uint16_t>(hello[0] << 8 | hello[1]);
}

std::uint16_t wire::suite() const {
  const octets hello = server_hello(from_server);
  if (hello.size() < 35) return 0;
  const std::size_t at = 35U + hello[34];
  return hello.size() < at + 2 ? std::uint16_t{0}
                               : static_cast<std::uint16_t>(hello[at] << 8 | hello[at + 1]);
}

std::vector<std::uint16_t> wire::offered() const {
  const octets hello = last_of(from_client, 1);
  std::vector<std::uint16_t> found;
  std::size_t at = 34;                                                    // version, random
  for (int k = 0; k < 2 && at < hello.size(); ++k) at += 1U + hello[at];  // session ID, cookie
  if (at + 2 > hello.size()) return found;
  const std::size_t end = at + 2U + static_cast<std::size_t>(hello[at] << 8 | hello[at + 1]);
  for (at += 2; at + 1 < std::min(end, hello.size()); at += 2) {
    const auto code = static_cast<std::uint16_t>(hello[at] << 8 | hello[at + 1]);
    if (code != 0x00FF && code != 0x5600) found.push_back(code);
  }
  return found;
}

bool wire::saw_from_server(std::uint8_t type) const { return saw(from_server, type); }
bool wire::saw_from_client(std::uint8_t type) const { return saw(from_client, type); }

std::size_t wire::octets_sent() const {
  std::size_t all = 0;
  for (const auto* side : {&from_client, &from_server})
    for (const octets& one : *side) all += one.size();
  return all;
}

wire run(endpoint& client, endpoint& server, carrier by) {
  wire log;
  std::unique_ptr<udp_pair> udp;
  if (by == carrier::udp) udp = std::make_unique<udp_pair>();
  const auto carry = [&](endpoint& from, endpoint& to, int end, std::vector<octets>& seen) {
    const bool moved = !from.out.empty();
    for (; !from.out.empty(); from.out.pop_front()) {
      seen.push_back(from.out.front());
      to.in.push_back(udp ? udp->carry(end, from.out.front()) : from.out.front());
    }
    return moved;
  };
  int idle = 0;
  for (int round = 0; round < 100 && idle < 3; ++round) {
    if (!client.failed) client.advance();
    bool moved = carry(client, server, 0, log.from_client);
    if (!server.failed) server.advance();
    moved = carry(server, client, 1, log.from_server) || moved;
    if (client.done && server.done && !moved) break;
    idle = moved ? 0 : idle + 1;
  }
  return log;
}

}  // namespace dtls
