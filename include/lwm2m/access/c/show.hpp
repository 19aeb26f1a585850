#pragma once

#include <lwm2m/access/c/decide.h>
#include <lwm2m/access/affected.hpp>
#include <lwm2m/access/c/arguments.hpp>
#include <lwm2m/access/readable.hpp>
#include <lwm2m/access/visible.hpp>

// The functions that say what may go out. Included by access_c.hpp.

namespace lwm2m::access::inline v0::c {

/// Hands out the paths that `find` finds for a request, until `each` says that it is enough.
inline lwm2m_access_status walk(const lwm2m_access_policy* policy,
                                const lwm2m_access_objects* objects,
                                const lwm2m_access_request* request,
                                lwm2m_access_path_function each, void* context,
                                const auto& find) noexcept {
  const auto missing = first_wrong(check_question(policy, objects, request), check_function(each));
  if (missing != done) return missing;
  const auto asked = request_from(*request);
  const auto wrong = check_request(*request, asked);
  if (wrong != done) return wrong;
  const c::client_objects there{*objects};
  for (const path found : find(in(*policy), there, asked)) {
    const lwm2m_access_path told = to_c(found);
    if (!each(context, &told)) break;
  }
  return done;
}

}  // namespace lwm2m::access::inline v0::c

lwm2m_access_status lwm2m_access_visible(const lwm2m_access_policy* policy,
                                         const lwm2m_access_objects* objects,
                                         const lwm2m_access_request* request,
                                         lwm2m_access_path_function each, void* context) {
  using namespace lwm2m::access;
  return c::walk(policy, objects, request, each, context, visible);
}

lwm2m_access_status lwm2m_access_readable(const lwm2m_access_policy* policy,
                                          const lwm2m_access_objects* objects,
                                          const lwm2m_access_request* request,
                                          lwm2m_access_path_function each, void* context) {
  using namespace lwm2m::access;
  return c::walk(policy, objects, request, each, context, readable);
}

lwm2m_access_status lwm2m_access_affected(const lwm2m_access_policy* policy,
                                          const lwm2m_access_objects* objects,
                                          const lwm2m_access_request* request,
                                          lwm2m_access_path_function each, void* context) {
  using namespace lwm2m::access;
  return c::walk(policy, objects, request, each, context, affected);
}

lwm2m_access_status lwm2m_access_shows(const lwm2m_access_policy* policy,
                                       const lwm2m_access_objects* objects,
                                       const lwm2m_access_request* request,
                                       const lwm2m_access_path* leaf, bool* shown) {
  using namespace lwm2m::access;
  if (shown) *shown = false;
  const auto missing =
      c::first_wrong(c::check_question(policy, objects, request), c::check_given(leaf, shown));
  if (missing != c::done) return missing;
  const auto asked = c::request_from(*request);
  const auto invalid = c::first_wrong(c::check_request(*request, asked), c::check_path(*leaf));
  if (invalid == c::done)
    *shown = shows(c::in(*policy), c::client_objects{*objects}, asked, c::path_from(*leaf));
  return invalid;
}
