#pragma once

#include <lwm2m/access.h>
#include <lwm2m/access/c/arguments.hpp>
#include <lwm2m/access/text/parse.hpp>

// The functions that load policy text. Included by access_c.hpp.

namespace lwm2m::access::inline v0::c {

/// Whether the text was right; if not, where and why.
[[nodiscard]] constexpr lwm2m_access_status told(const text_mistake& mistake,
                                                 lwm2m_access_text_error* error) noexcept {
  if (mistake.is_none()) return c::done;
  if (error) *error = {mistake.line(), mistake.column(), c::number_of(mistake.expected())};
  return LWM2M_ACCESS_STATUS_TEXT_WRONG;
}

}  // namespace lwm2m::access::inline v0::c

lwm2m_access_status lwm2m_access_load_text(lwm2m_access_policy* policy, lwm2m_access_model* model,
                                           const char* text, size_t size,
                                           lwm2m_access_text_error* error) {
  using namespace lwm2m::access;
  if (error) *error = {};
  const auto wrong = c::first_wrong(c::check_made(policy), c::check_given(text),
                                    model ? c::check_made(model) : c::done);
  if (wrong != c::done) return wrong;
  const view<char> read{text, size};
  return c::told(model ? parse_policy(read, *policy, *model) : parse_policy(read, *policy), error);
}

lwm2m_access_status lwm2m_access_reload_text(lwm2m_access_policy* policy, lwm2m_access_model* model,
                                             lwm2m_access_policy* staged,
                                             lwm2m_access_model* staged_model, const char* text,
                                             size_t size, lwm2m_access_text_error* error) {
  using namespace lwm2m::access;
  if (error) *error = {};
  const auto wrong =
      c::first_wrong(c::check_made(policy), c::check_made(staged), c::check_given(text),
                     model ? c::check_made(model) : c::done,
                     model ? c::check_made(staged_model) : c::done);
  if (wrong != c::done) return wrong;
  const view<char> read{text, size};
  return c::told(model ? parse_policy(read, *policy, *model, *staged, *staged_model)
                       : parse_policy(read, *policy, *staged),
                 error);
}
