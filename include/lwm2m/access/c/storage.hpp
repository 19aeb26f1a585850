#pragma once

#include <lwm2m/access/authorize.hpp>
#include <lwm2m/access/c/objects.hpp>
#include <lwm2m/access/c/types.h>
#include <lwm2m/access/channel/accounts.hpp>
#include <lwm2m/access/policy.hpp>
#include <lwm2m/access/request.hpp>
#include <lwm2m/access/bootstrap_session.hpp>

#include <cstddef>
#include <cstdint>

// What the storages of the C interface are in C++: the same names, complete, and C knows their size
// alone. A stack's memory becomes one of them where it lies.

namespace lwm2m::access::inline v0::c {

/// The ready-made policy of the C interface.
using ready_policy = access::policy<LWM2M_ACCESS_C_INSTANCES, LWM2M_ACCESS_C_ENTRIES,
                                    LWM2M_ACCESS_C_ACCOUNTS>;

/// What every storage begins its life with: it can be made in memory that is there already, and
/// `mark` tells made memory from other.
template <std::uint32_t Mark>
struct made_in_place {
  static constexpr void* operator new(std::size_t, void* place) noexcept { return place; }

  [[nodiscard]] constexpr bool is_made() const noexcept { return mark == Mark; }

  std::uint32_t mark = Mark;
};

}  // namespace lwm2m::access::inline v0::c

struct lwm2m_access_policy : lwm2m::access::c::made_in_place<0x4C77506F>,
                             lwm2m::access::c::ready_policy {
  using lwm2m::access::c::ready_policy::ready_policy;
  [[nodiscard]] static constexpr lwm2m_access_policy under(
      const lwm2m::access::edition& rules) noexcept {
    return lwm2m_access_policy{rules};
  }

  lwm2m_access_denial_function on_denial = nullptr;
  void* context = nullptr;
};

struct lwm2m_access_model : lwm2m::access::c::made_in_place<0x4C774D6F>,
                            lwm2m::access::c::ready_model {};

struct lwm2m_access_authorization : lwm2m::access::c::made_in_place<0x4C774175> {
  constexpr lwm2m_access_authorization(const lwm2m_access_policy& over,
                                       const lwm2m::access::c::objects& of,
                                       const lwm2m::access::request& asked,
                                       const lwm2m_access_request& from) noexcept
      : policy{over},
        objects{of},
        request{from},
        generation{over.generation()},
        checks{policy, objects, asked.who, asked.op, asked.target} {
    request.payload = nullptr;
    request.payload_size = 0;
  }

  const lwm2m_access_policy& policy;
  lwm2m::access::c::objects objects;
  lwm2m_access_request request;  ///< without its payload
  std::uint32_t generation;  ///< of the policy when it began
  lwm2m_access_status wrong = LWM2M_ACCESS_STATUS_DONE;  ///< a path that could not be looked at
  lwm2m::access::authorization<lwm2m_access_policy, lwm2m::access::c::objects> checks;
};

struct lwm2m_access_bootstrap : lwm2m::access::c::made_in_place<0x4C774273> {
  constexpr explicit lwm2m_access_bootstrap(lwm2m_access_policy& of) noexcept
      : policy{of}, generation{of.generation()}, session{of, staged} {}

  const lwm2m_access_policy& policy;
  std::uint32_t generation;  ///< of the policy when the session began
  lwm2m_access_policy staged{};
  lwm2m::access::bootstrap_session<lwm2m_access_policy> session;
};

struct lwm2m_access_accounts : lwm2m::access::c::made_in_place<0x4C774163> {
  /// The Bootstrap Server's, too; and twice as many sessions: a Server may come anew before its
  /// earlier session has ended.
  lwm2m::access::channel::accounts<LWM2M_ACCESS_C_ACCOUNTS + 1, 2 * (LWM2M_ACCESS_C_ACCOUNTS + 1)>
      registry{};
};

/// One of the three is somebody at most.
struct lwm2m_access_admission : lwm2m::access::c::made_in_place<0x4C774164> {
  lwm2m::access::channel::authenticated_server server{};
  lwm2m::access::channel::authenticated_bootstrap_server bootstrap{};
  lwm2m::access::channel::unauthenticated_server unauthenticated{};
};

struct lwm2m_access_binding : lwm2m::access::channel::session_binding {};
