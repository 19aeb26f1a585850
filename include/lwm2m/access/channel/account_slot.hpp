#pragma once

#include <lwm2m/access/channel/account.hpp>
#include <lwm2m/access/channel/host.hpp>
#include <lwm2m/access/channel/session.hpp>

#include <cstddef>
#include <cstdint>

namespace lwm2m::access::inline v0::channel {

/// One place of an `accounts`: what was configured. All zeros: free.
struct account_slot {
  identity_kind kind{};  ///< by what its sessions identify themselves; `none` where it is free
  account configured{};
  host server_host{};            ///< of the configured Server URI
  std::uint64_t generation = 0;  ///< of these credentials in this account; 0: the place is free

  [[nodiscard]] constexpr bool is_used() const noexcept { return generation != 0; }
};

/// One session that was admitted, as long as that holds (I22). All zeros: free.
struct admission_slot {
  session_moment over{};         ///< the session, and after how many of its handshakes
  std::uint64_t admission = 0;   ///< number of this admission; 0: none
  std::uint64_t generation = 0;  ///< of the account that was admitted

  [[nodiscard]] constexpr bool is_used() const noexcept { return admission != 0; }
};

namespace detail {

/// Places of a storage, to be changed.
template <class T>
struct cells {
  T* first;
  std::size_t size;
  [[nodiscard]] constexpr T* begin() const noexcept { return first; }
  [[nodiscard]] constexpr T* end() const noexcept { return first + size; }
};

}  // namespace detail

}  // namespace lwm2m::access::inline v0::channel
