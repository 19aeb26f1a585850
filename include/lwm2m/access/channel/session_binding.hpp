#pragma once

#include <lwm2m/access/channel/fingerprint.hpp>
#include <lwm2m/access/channel/security_mode.hpp>
#include <lwm2m/access/channel/session.hpp>

#include <cstdint>

namespace lwm2m::access::inline v0::channel {

namespace detail {
struct binding_access;
}  // namespace detail

/// What the accounts know of one session, kept by the stack in the session's own state (I12, I17):
/// the account whose PSK was supplied to it, and the verdict of its admitted full handshake. A
/// session that is resumed takes it along, also into another session object: a copy is as good.
/// What it says holds with the accounts that wrote it alone, and not longer than the credentials.
/// All zeros: nothing is known.
class session_binding {
 public:
  constexpr session_binding() noexcept = default;

 private:
  friend struct detail::binding_access;
  const void* by_ = nullptr;      // the accounts that wrote it
  std::uint64_t key_of_ = 0;      // generation of the account whose key was supplied
  session_id key_to_{};           // and the session that it was supplied to
  std::uint64_t verdict_of_ = 0;  // generation of the account that was admitted
  fingerprint verdict_on_{};      // the peer's certificate then, where it showed one
};

/// A verdict as it is kept over a sleep without power (I12): with which credentials, and about
/// whom. Made by `verdict_of` of the accounts alone. Trivially copyable, to be stored with the
/// exported session. Default-constructed: no verdict.
class kept_verdict {
 public:
  constexpr kept_verdict() noexcept = default;
  [[nodiscard]] constexpr explicit operator bool() const noexcept { return present_ == 1; }

 private:
  friend struct detail::binding_access;
  fingerprint credentials_{};
  fingerprint peer_{};
  std::uint32_t present_ = 0;  // a number: it may come back from storage as anything
};

namespace detail {

/// What a verdict is about: PSK identities and raw public keys are part of the credentials; a
/// certificate, or the name in one, is not, and is known again by its digest.
constexpr fingerprint subject_of(const identity& peer) noexcept {
  if (account_kind_of(peer.kind) != identity_kind::certificate) return {};
  return fingerprint_maker{}.add(peer.value).result();
}

/// What reads and writes a session binding; nothing else does.
struct binding_access {
  /// Forgets what others wrote.
  static constexpr void take(session_binding& into, const void* by) noexcept {
    if (into.by_ != by) into = {};
    into.by_ = by;
  }
  static constexpr void set_key(session_binding& into, std::uint64_t of, session_id to) noexcept {
    into.key_of_ = of;
    into.key_to_ = to;
  }
  static constexpr void set_verdict(session_binding& into, std::uint64_t of,
                                    const fingerprint& on) noexcept {
    into.verdict_of_ = of;
    into.verdict_on_ = on;
  }

  /// The generation of the account whose key went to this session; 0: none.
  static constexpr std::uint64_t key_of(const session_binding* in, const void* by,
                                        session_id to) noexcept {
    return in != nullptr && in->by_ == by && in->key_to_ == to ? in->key_of_ : 0;
  }
  /// The generation of the account that was admitted in a full handshake; 0: none.
  static constexpr std::uint64_t verdict_of(const session_binding* in, const void* by) noexcept {
    return in != nullptr && in->by_ == by ? in->verdict_of_ : 0;
  }
  static constexpr bool is_on(const session_binding& in, const identity& peer) noexcept {
    return in.verdict_on_ == subject_of(peer);
  }

  static constexpr kept_verdict keep(const session_binding& in,
                                     const fingerprint& credentials) noexcept {
    kept_verdict made;
    made.credentials_ = credentials;
    made.peer_ = in.verdict_on_;
    made.present_ = 1;
    return made;
  }
  static constexpr bool is_of(const kept_verdict& kept, const fingerprint& credentials) noexcept {
    return kept && kept.credentials_ == credentials;
  }
  static constexpr const fingerprint& peer_of(const kept_verdict& kept) noexcept {
    return kept.peer_;
  }
};

}  // namespace detail

}  // namespace lwm2m::access::inline v0::channel
