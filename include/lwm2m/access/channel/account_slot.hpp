#pragma once

#include <lwm2m/access/channel/account.hpp>
#include <lwm2m/access/channel/host.hpp>
#include <lwm2m/access/channel/session_binding.hpp>

#include <cstddef>
#include <cstdint>

namespace lwm2m::access::inline v0::channel {

/// The sessions that an account's PSK was supplied to (I17), at most the last four: a DTLS server
/// is asked for the key before it is known that the peer has it too.
class keyed_sessions {
 public:
  [[nodiscard]] constexpr bool has(session_id one) const noexcept {
    for (const session_id each : last_)
      if (each == one) return one.is_valid();
    return false;
  }

  /// Takes in one that is not there. When there are four, the oldest one makes room.
  constexpr void add(session_id one) noexcept {
    for (std::size_t k = capacity - 1; k > 0; --k) last_[k] = last_[k - 1];
    last_[0] = one;
  }

  /// Those before it move up: what is gone makes room, and not what is older.
  constexpr void drop(session_id one) noexcept {
    std::size_t left = 0;
    for (const session_id each : last_)
      if (each != one) last_[left++] = each;
    while (left < capacity) last_[left++] = {};
  }

 private:
  static constexpr std::size_t capacity = 4;

  session_id last_[capacity] = {};  // the latest first
};

/// One place of an `accounts`: what was configured, and what became of it.
struct account_slot {
  identity_kind kind{};  ///< by what its sessions identify themselves; `none` where it is free
  account configured{};
  host server_host{};            ///< of the configured Server URI
  std::uint64_t generation = 0;  ///< of these credentials in this account; 0: the place is free
  std::uint64_t admission = 0;   ///< the admission that holds; 0: none
  session_id session{};          ///< the session that was admitted
  keyed_sessions keyed{};        ///< the sessions that this account's PSK was supplied to (I17)
  bool has_verdict = false;      ///< a full handshake with these credentials was admitted (I12)
  fingerprint verdict_on{};      ///< the peer's certificate in it, where it showed one

  [[nodiscard]] constexpr bool is_used() const noexcept { return generation != 0; }

  /// Whether a full handshake with this peer and with the present credentials was admitted: the
  /// verdict goes when the credentials change. PSK identities and raw public keys are part of them;
  /// a certificate is not, and is known again by its fingerprint.
  [[nodiscard]] constexpr bool has_verdict_on(const identity& peer) const noexcept {
    return has_verdict && (peer.kind != identity_kind::certificate ||
                           verdict_on == detail::fingerprint_of(peer.value));
  }
};

}  // namespace lwm2m::access::inline v0::channel
