#pragma once

#include <lwm2m/access/operation.hpp>
#include <lwm2m/access/path.hpp>
#include <lwm2m/access/view.hpp>

#include <cstdint>

namespace lwm2m::access::inline v0 {

/// Who asks: a Server, or the Bootstrap interface. The two are distinguished by kind and never by a
/// Short Server ID. Default-constructed, or made of an invalid ID, it is an invalid Server, which
/// has no account.
class requester {
 public:
  constexpr requester() noexcept = default;
  constexpr requester(short_server_id server) noexcept : server_{server} {}
  constexpr requester(bootstrap_interface) noexcept : is_bootstrap_{true} {}

  [[nodiscard]] constexpr bool is_bootstrap() const noexcept {
    return !server_.is_valid() && is_bootstrap_;
  }

  /// Invalid for the Bootstrap interface, which has no Short Server ID.
  [[nodiscard]] constexpr short_server_id server() const noexcept { return server_; }

  friend constexpr bool operator==(requester, requester) noexcept = default;

 private:
  short_server_id server_{};
  bool is_bootstrap_ = false;
};

/// One request, with every path that it touches.
///
/// `payload` holds the full paths that the payload names, and none may be left out: a Write of
/// `/3/0` that conveys Resources 13 and 14 names `/3/0/13` and `/3/0/14`. For a Create of `/5` they
/// lie in the new instance: the one the payload asks for, else the lowest free one. Composite
/// operations and Send have no Uri-Path (`target` is no path); their list of paths is the payload.
struct request {
  requester who;
  operation op{};
  path target{};
  view<path> payload{};
};

}  // namespace lwm2m::access::inline v0
