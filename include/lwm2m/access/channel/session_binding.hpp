#pragma once

#include <lwm2m/access/channel/fingerprint.hpp>
#include <lwm2m/access/channel/session.hpp>

#include <cstdint>

namespace lwm2m::access::inline v0::channel {

/// What the accounts know of one session, kept by the stack in the session's own state (I12, I17):
/// the account whose PSK was supplied to it, and the verdict of its admitted full handshake. The
/// session takes it along where it is resumed, also into a new session object: a copy is as good.
/// What it says holds with the accounts that wrote it alone, and not longer than the credentials.
/// All zeros: nothing is known.
class session_binding {
 public:
  constexpr session_binding() noexcept = default;

 private:
  friend class account_registry;
  const account_registry* by_ = nullptr;
  std::uint64_t key_of_ = 0;      // generation of the account whose key was supplied
  session_id key_to_{};           // and the session it was supplied to
  std::uint64_t verdict_of_ = 0;  // generation of the account that was admitted
  fingerprint verdict_on_{};      // the peer's certificate then, where it showed one
};

/// A verdict as it is kept over a sleep without power (I12): with which credentials, and about
/// whom. Made by `account_registry::verdict_of` alone. Trivially copyable, to be stored with the
/// exported session. Default-constructed: no verdict.
class kept_verdict {
 public:
  constexpr kept_verdict() noexcept = default;
  [[nodiscard]] constexpr explicit operator bool() const noexcept { return present_ == 1; }

 private:
  friend class account_registry;
  fingerprint credentials_{};
  fingerprint peer_{};
  std::uint32_t present_ = 0;  // a number: it may come back from storage as anything
};

}  // namespace lwm2m::access::inline v0::channel
