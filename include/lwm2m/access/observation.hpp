#pragma once

#include <lwm2m/access/authorize.hpp>

#include <cstdint>

namespace lwm2m::access::inline v0 {

/// An observation that a stack holds: of one path, or (Observe-Composite) of a list of them.
struct observation {
  short_server_id server;
  path target{};
  view<path> listed{};
};

/// What becomes of an observation.
enum class observation_state : std::uint8_t {
  ended = 0,   ///< it is to be cancelled (H2 in `draft`, H4)
  suppressed,  ///< it stays, but nothing is sent now
  active,      ///< a Notify would be sent
  gone         ///< H5: the error 4.04 is sent, and it is to be cancelled
};

/// What is to become of an observation under the present policy and objects (H2 to H5). A stack
/// asks it of each observation after a change to the policy, or when a Notify is due.
template <policy_source Policy, object_source Objects>
[[nodiscard]] constexpr observation_state review(const Policy& policy, const Objects& objects,
                                                 const observation& held) noexcept {
  if (!policy.has_account(held.server)) return observation_state::ended;  // H4
  const request due{held.server, operation::notify, held.target, held.listed};
  switch (authorize(policy, objects, due).verdict()) {
    case verdict::send:
      return observation_state::active;
    case verdict::suppress:
      return observation_state::suppressed;  // H2
    case verdict::gone:
      return observation_state::gone;  // H5
    default:
      return observation_state::ended;
  }
}

}  // namespace lwm2m::access::inline v0
