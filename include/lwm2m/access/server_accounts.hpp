#pragma once

#include <lwm2m/access/identifiers.hpp>
#include <lwm2m/access/status.hpp>

#include <cstddef>

namespace lwm2m::access::inline v0 {

/// The Server Accounts of a Client, ascending by Short Server ID, at most `Capacity`, in place.
template <std::size_t Capacity>
class server_accounts {
 public:
  [[nodiscard]] constexpr const short_server_id* data() const noexcept { return servers_; }
  [[nodiscard]] constexpr std::size_t size() const noexcept { return size_; }
  [[nodiscard]] static constexpr std::size_t capacity() noexcept { return Capacity; }

  [[nodiscard]] constexpr bool has(short_server_id server) const noexcept {
    for (std::size_t k = 0; k < size_; ++k)
      if (servers_[k] == server) return true;
    return false;
  }

  /// `server_invalid`, `server_doubled` or `no_room`: nothing is changed.
  constexpr status add(short_server_id server) noexcept {
    if (!server.is_valid()) return status::server_invalid;
    if (has(server)) return status::server_doubled;
    if (size_ == Capacity) return status::no_room;
    std::size_t place = size_++;
    for (; place > 0 && server < servers_[place - 1]; --place)
      servers_[place] = servers_[place - 1];
    servers_[place] = server;
    return status::done;
  }

  /// `server_unknown`: nothing is changed.
  constexpr status erase(short_server_id server) noexcept {
    if (!has(server)) return status::server_unknown;
    std::size_t place = 0;
    while (servers_[place] != server) ++place;
    for (--size_; place < size_; ++place) servers_[place] = servers_[place + 1];
    servers_[size_] = {};
    return status::done;
  }

 private:
  std::size_t size_ = 0;
  short_server_id servers_[Capacity == 0 ? 1 : Capacity] = {};
};

}  // namespace lwm2m::access::inline v0
