#pragma once

#include "measured.hpp"
#include "workload.hpp"

#include <lwm2m/access.hpp>

#include <cstddef>
#include <string>
#include <vector>

/// Whose right is asked for. Not in `measured`, within which only one function is: a second one
/// that is called would stop the count.
namespace asking {

namespace lac = lwm2m::access;

/// A Server of whom it is not known whether it has an account (A1).
struct any_server {
  template <class Policy>
  LWM2M_ACCESS_ALWAYS_INLINE static lac::obtained_right right(const Policy& policy,
                                                              lac::short_server_id server,
                                                              lac::access_control_target target) {
    return lac::obtain_access_right(policy, server, target);
  }
};

/// A Server that a guard has admitted.
struct admitted_server {
  template <class Policy>
  LWM2M_ACCESS_ALWAYS_INLINE static lac::obtained_right right(const Policy& policy,
                                                              lac::short_server_id server,
                                                              lac::access_control_target target) {
    return lac::access_right_of_account(policy, server, target);
  }
};

}  // namespace asking

namespace measured {

namespace lac = lwm2m::access;

/// The right, with its reason: sections A and B.
template <class Asking, class Policy>
LWM2M_ACCESS_MEASURED bool right(const Policy& policy, lac::short_server_id server,
                                 lac::access_control_target target, lac::operation op,
                                 lac::obtained_right& why) {
  why = Asking::right(policy, server, target);
  return why.rights.has_all(lac::facts_of(op).needs);
}

}  // namespace measured

/// Counts how the rights of `asked` are found; returns how many are granted.
template <class Asking, class Policy>
unsigned count_right(const std::string& figure, const Policy& policy,
                     const std::vector<workload::question>& asked) {
  unsigned granted = 0;
  lwm2m::access::obtained_right why;
  count(figure, asked.size(), [&] {
    for (const workload::question& each : asked)
      granted += measured::right<Asking>(policy, each.server, each.target, each.op, why) ? 1U : 0U;
  });
  return granted;
}

/// A row of figures: how the Server comes to its right, and which targets are asked for.
struct right_row {
  const char* name;
  workload::standing as;
  workload::targets where;
};

template <class Asking, std::size_t N, class Edition>
unsigned count_rights(const std::string& edition, lwm2m::access::view<right_row> rows) {
  const auto policy = workload::loaded<N, Edition>();
  unsigned granted = 0;
  for (const auto& [name, as, where] : rows)
    granted += count_right<Asking>("right, " + edition + ", " + name + over(N), *policy,
                                   workload::questions(N, 1000, as, where));
  return granted;
}

/// Counts the rows over sizes and both ways to say the edition.
template <class Asking, std::size_t... N>
unsigned count_all_rights(lwm2m::access::view<right_row> rows) {
  return (0U + ... +
          (count_rights<Asking, N, workload::at_run_time>("run-time edition", rows) +
           count_rights<Asking, N, workload::fixed>("fixed edition", rows)));
}
