#pragma once

// One end of a DTLS association, made with one of the libraries. Datagrams go in and out of queues;
// who carries them (memory, UDP) is another matter. No header of a library is included here.

#include <lwm2m/access/channel.hpp>

#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "octets.hpp"

namespace dtls {

namespace channel = lwm2m::access::channel;
using channel::dtls_role;
using channel::identity_kind;
using channel::session_id;
using pki::octets;

enum class library { openssl, gnutls, mbedtls, wolfssl, botan };
inline constexpr library libraries[] = {library::openssl, library::gnutls, library::mbedtls,
                                        library::wolfssl, library::botan};
const char* name_of(library which);

enum class version { dtls_1_2, tls_1_3 };

/// What an end is told before the handshake. The libraries verify what they are shown and go on
/// with a refused certificate, so that it is admission that refuses.
struct settings {
  dtls_role role{};
  identity_kind kind{};
  version speaks = version::dtls_1_2;
  std::vector<std::uint16_t> suites{};
  octets psk_identity{}, psk_key{};  // of the client
  /// At the client: its key goes out to this session now.
  std::function<void(session_id)> key_supplied = [](session_id) {};
  /// At the server: the key of an identity; empty for none.
  std::function<octets(const octets&, session_id)> find_key = {};
  octets certificate{}, private_key{};
  std::vector<octets> chain{};  // above the certificate
  octets trusted{};             // the one root
  octets raw_public_key{};      // own SubjectPublicKeyInfo
  bool demands_certificate = true;
  /// Lets a library negotiate what it would refuse by itself: weak suites, keys, hashes.
  bool lowest = false;
  bool only_sha1_signatures = false;  // offers nothing else for the handshake
  std::string group = "P-256";
  bool may_renegotiate = false;     // takes off what the configuration sets (OpenSSL)
  octets resume{};                  // a session that was exported
  std::shared_ptr<void> context{};  // what outlives a session: ticket keys, session cache
};

/// What an adapter said, copied.
struct told {
  bool established = false;
  std::uint16_t protocol = 0, suite = 0;
  dtls_role role{};
  identity_kind peer_kind{}, local_kind{};
  octets peer{}, local{};
  channel::answer verified{};
  channel::resumption resumed{};
  channel::hash handshake_hash{};
  bool tells_handshake_hash = false, tells_group = false;
  std::uint16_t group = 0;
  std::uint32_t handshakes = 0;
  std::size_t chain = 0;
};

/// Whom admission is asked for.
struct asked_for {
  enum kind { server, bootstrap_server, client };
  asked_for(kind whom, channel::session_binding* of_session = nullptr)
      : what{whom}, binding{of_session} {}

  kind what;
  channel::session_binding* binding;  // that the stack keeps beside the session
  channel::account_key meant{};       // the account that the session was opened for
  std::optional<channel::authenticated_server>* keep_server = nullptr;  // where its token goes
  std::optional<channel::authenticated_client>* keep_client = nullptr;
  lwm2m::access::edition_name edition = lwm2m::access::edition_name::v1_1;
};

class endpoint {
 public:
  virtual ~endpoint() = default;
  /// Goes on with the handshake as far as what is in `in` allows.
  virtual void advance() = 0;
  virtual session_id id() const = 0;
  virtual told tell() = 0;
  /// What a request that arrives now arrives over.
  channel::session_moment moment() {
    channel::session_moment now{id()};
    now.handshakes = tell().handshakes;
    return now;
  }
  virtual channel::refusals admit(channel::account_registry& accounts,
                                  const channel::channel_policy& policy, asked_for what) = 0;
  template <std::size_t Accounts, std::size_t Sessions>
  channel::refusals admit(channel::accounts<Accounts, Sessions>& accounts,
                          const channel::channel_policy& policy, asked_for what) {
    channel::account_registry registry{accounts};
    return admit(registry, policy, what);
  }
  virtual octets export_session() { return {}; }
  /// Application data, once the handshake is complete. What arrives is in `received`.
  virtual void send(const octets&) {}
  /// Begins another handshake within the session, and presents this certificate in it (OpenSSL).
  virtual void renegotiate(const octets& certificate, const octets& private_key);
  virtual std::shared_ptr<void> context() = 0;

  std::deque<octets> in{}, out{}, received{};
  bool done = false, failed = false;
  std::string error{};
};

/// Takes what arrived: a datagram, which is cut off where there is no room for it, or as much of a
/// stream as there is room for. Nothing arrived: 0.
std::size_t take(std::deque<octets>& arrived, void* room, std::size_t size, bool is_stream);

std::unique_ptr<endpoint> make_openssl(const settings& with);
std::unique_ptr<endpoint> make_gnutls(const settings& with);
std::unique_ptr<endpoint> make_mbedtls(const settings& with);
std::unique_ptr<endpoint> make_wolfssl(const settings& with);
std::unique_ptr<endpoint> make_botan(const settings& with);
std::unique_ptr<endpoint> make(library which, const settings& with);

/// Whether this release of a library has raw public keys, TLS 1.3.
struct abilities {
  bool raw_public_keys, tls_1_3;
};
abilities abilities_of(library which);
extern const abilities of_openssl, of_gnutls, of_mbedtls, of_wolfssl, of_botan;

/// Why a library cannot take part in this as it is packaged; empty when it can.
std::string missing(library which, identity_kind kind, version speaks = version::dtls_1_2);

/// What went over the wire, for whoever listens.
struct wire {
  std::vector<octets> from_client, from_server;
  /// From the ServerHello: 0 when there was none.
  std::uint16_t protocol() const;
  std::uint16_t suite() const;
  /// From the last ClientHello, without signalling values: what was offered, in this order.
  std::vector<std::uint16_t> offered() const;
  /// Whether a handshake message of that type went by in the clear.
  bool saw_from_server(std::uint8_t type) const;
  bool saw_from_client(std::uint8_t type) const;
  std::size_t octets_sent() const;
};
namespace message {
inline constexpr std::uint8_t certificate = 11, server_key_exchange = 12, client_key_exchange = 16;
}

enum class carrier { memory, udp };

/// Runs both ends until both are done, one gave up, or nothing moves any more.
wire run(endpoint& client, endpoint& server, carrier by = carrier::memory);

// --- for the ends of each library

template <channel::dtls_session Session>
told tell_of(const Session& s) {
  told all;
  all.established = s.is_established();
  if (!all.established) return all;
  all.protocol = s.protocol();
  all.suite = s.cipher_suite();
  all.role = s.role();
  const auto copy = [](channel::bytes from) { return octets(from.begin(), from.end()); };
  all.peer_kind = s.peer().kind;
  all.peer = copy(s.peer().value);
  all.local_kind = s.local().kind;
  all.local = copy(s.local().value);
  all.verified = s.peer_verified();
  all.resumed = s.resumed();
  if constexpr (channel::shows_handshake_hash<Session>) {
    all.handshake_hash = s.handshake_signature_hash();
    all.tells_handshake_hash = true;
  }
  if constexpr (channel::shows_group<Session>) {
    all.group = s.key_exchange_bits();
    all.tells_group = true;
  }
  if constexpr (channel::counts_handshakes<Session>) all.handshakes = s.handshakes();
  if constexpr (channel::shows_peer_chain<Session>) all.chain = s.peer_chain_size();
  return all;
}

template <class Admission, class Token>
channel::refusals keep(Admission admission, std::optional<Token>* where) {
  if (where != nullptr && admission) where->emplace(std::move(*admission));
  return admission.reasons();
}

template <channel::session Session>
channel::refusals admit_as(Session s, channel::account_registry& accounts,
                           const channel::channel_policy& policy, asked_for what) {
  channel::session_binding none;
  const channel::bound<Session> held{std::move(s), what.binding != nullptr ? *what.binding : none};
  switch (what.what) {
    case asked_for::server:
      return keep(accounts.admit_server(held, what.edition, policy, what.meant), what.keep_server);
    case asked_for::bootstrap_server:
      return accounts.admit_bootstrap_server(held, what.edition, policy, what.meant).reasons();
    case asked_for::client:
      return keep(accounts.admit_client(held, what.edition, policy, what.meant), what.keep_client);
  }
  return channel::refusal::not_decided;
}

}  // namespace dtls
