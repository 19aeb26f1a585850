#pragma once

#include "measured.hpp"

#include <lwm2m/access.hpp>

namespace measured {

namespace lac = lwm2m::access;

/// The right, with its reason: sections A and B.
template <class Policy>
LWM2M_ACCESS_MEASURED bool right(const Policy& policy, lac::short_server_id server,
                                 lac::access_control_target target, lac::operation op,
                                 lac::obtained_right& why) {
  why = lac::obtain_access_right(policy, server, target);
  return why.rights.has_all(lac::facts_of(op).needs);
}

}  // namespace measured
