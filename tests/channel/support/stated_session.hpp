#pragma once

// A session that says what it is told to say: for everything that no handshake need be made for.

#include <lwm2m/access/channel.hpp>
#include <lwm2m/access/channel/sentences.hpp>

#include <memory>
#include <ostream>
#include <string>
#include <vector>

#include "pki.hpp"

namespace stated {

namespace channel = lwm2m::access::channel;
using channel::refusal;
using channel::refusals;

inline channel::bytes view_of(const pki::octets& octets) { return {octets.data(), octets.size()}; }

/// Copies of one share its binding, as one session has one.
struct session {
  static constexpr channel::configuration_facts fixed_by_configuration{.anchor = true};

  channel::session_id sid{std::uint64_t{1}};
  bool established = true;
  channel::identity peer_is{}, local_is{};
  channel::answer verified = channel::answer::yes;
  std::uint16_t version = 0xFEFD;
  std::uint16_t suite = 0xC0AE;
  channel::dtls_role end = channel::dtls_role::client;
  channel::resumption history = channel::resumption::full_handshake;
  channel::hash signed_with = channel::hash::sha256;
  std::uint16_t group = 256;
  std::vector<pki::octets> chain{pki::octets{}};  // the leaf's place is not looked at
  std::uint32_t shaken = 1;
  std::shared_ptr<channel::session_binding> kept = std::make_shared<channel::session_binding>();

  channel::session_id id() const noexcept { return sid; }
  bool is_established() const noexcept { return established; }
  channel::identity peer() const noexcept { return peer_is; }
  channel::answer peer_verified() const noexcept { return verified; }
  channel::identity local() const noexcept { return local_is; }
  std::uint16_t protocol() const noexcept { return version; }
  std::uint16_t cipher_suite() const noexcept { return suite; }
  channel::dtls_role role() const noexcept { return end; }
  channel::resumption resumed() const noexcept { return history; }
  channel::hash handshake_signature_hash() const noexcept { return signed_with; }
  std::uint16_t key_exchange_bits() const noexcept { return group; }
  std::size_t peer_chain_size() const noexcept { return chain.size(); }
  channel::bytes peer_chain(std::size_t k) const noexcept { return view_of(chain[k]); }
  std::uint32_t handshakes() const noexcept { return shaken; }
  channel::session_binding* binding() const noexcept { return kept.get(); }
};
static_assert(channel::dtls_session<session> && channel::shows_peer_chain<session>);

}  // namespace stated

namespace lwm2m::access::inline v0::channel {
inline std::ostream& operator<<(std::ostream& out, const refusals& set) {
  out << "{";
  set.for_each([&](refusal one) { out << "\n  " << sentence(one); });
  return out << "}";
}
inline std::ostream& operator<<(std::ostream& out, const account_faults& set) {
  out << "{";
  set.for_each([&](account_fault one) { out << "\n  " << sentence(one); });
  return out << "}";
}
}  // namespace lwm2m::access::inline v0::channel
