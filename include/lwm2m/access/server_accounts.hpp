#pragma once

#include <lwm2m/access/fixed_vector.hpp>
#include <lwm2m/access/identifiers.hpp>
#include <lwm2m/access/inlining.hpp>
#include <lwm2m/access/status.hpp>
#include <lwm2m/access/view.hpp>

#include <cstddef>

namespace lwm2m::access::inline v0 {

/// The Server Accounts of a Client, ascending by Short Server ID, at most `Capacity`, in place.
template <std::size_t Capacity>
class server_accounts {
 public:
  [[nodiscard]] constexpr const short_server_id* data() const noexcept { return servers_.data(); }
  [[nodiscard]] constexpr std::size_t size() const noexcept { return servers_.size(); }

  /// Compares every cell; a cell without an account holds an invalid ID.
  [[nodiscard]] constexpr bool has(short_server_id server) const noexcept {
    if (!server.is_valid()) return false;
    LWM2M_ACCESS_UNROLL_8
    for (std::size_t k = 0; k < Capacity; ++k)
      if (data()[k] == server) return true;
    return false;
  }

  /// `server_invalid`, `server_doubled` or `no_room`: nothing is changed.
  constexpr status add(short_server_id server) noexcept {
    if (!server.is_valid()) return status::server_invalid;
    if (has(server)) return status::server_doubled;
    if (servers_.room() == 0) return status::no_room;
    servers_.insert(place_of(server), server);
    return status::done;
  }

  /// `server_unknown`: nothing is changed.
  constexpr status erase(short_server_id server) noexcept {
    if (!has(server)) return status::server_unknown;
    servers_.erase(place_of(server));
    return status::done;
  }

 private:
  [[nodiscard]] constexpr std::size_t place_of(short_server_id server) const noexcept {
    return first_not([&](std::size_t k) { return servers_[k] < server; }, servers_.size());
  }

  fixed_vector<short_server_id, Capacity> servers_{};
};

}  // namespace lwm2m::access::inline v0
