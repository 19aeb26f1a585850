#pragma once

#include <lwm2m/access/c/coap.h>
#include <lwm2m/access/c/arguments.hpp>
#include <lwm2m/access/coap_mapping.hpp>

// The mapping of CoAP requests. Included by access_c.hpp.

namespace lwm2m::access::inline v0::c {

// The names of a path are counted from 1 in C.
static_assert(number_after(coap_uri::name::numbers) == LWM2M_ACCESS_COAP_NAME_NUMBERS &&
              number_after(coap_uri::name::bs) == LWM2M_ACCESS_COAP_NAME_BS &&
              number_after(coap_uri::name::dp) == LWM2M_ACCESS_COAP_NAME_DP &&
              number_after(coap_uri::name::other) == LWM2M_ACCESS_COAP_NAME_OTHER);

/// Of a path of Uri-Path options: one name, and a path exactly where it is NUMBERS.
[[nodiscard]] constexpr lwm2m_access_status check_uri(const lwm2m_access_coap_uri& uri) noexcept {
  const bool has_path = !path_from(uri.numbers).is_none();
  const bool is_made = uri.name - 1U < LWM2M_ACCESS_COAP_NAME_OTHER &&
                       has_path == (uri.name == LWM2M_ACCESS_COAP_NAME_NUMBERS);
  return is_made ? done : lwm2m_access_status{LWM2M_ACCESS_STATUS_PATH_INVALID};
}
[[nodiscard]] constexpr coap_uri uri_from(const lwm2m_access_coap_uri& uri) noexcept {
  return {path_from(uri.numbers), static_cast<coap_uri::name>(uri.name - 1U)};
}
[[nodiscard]] constexpr lwm2m_access_coap_uri to_c(const coap_uri& uri) noexcept {
  return {to_c(uri.numbers()), number_after(uri.what())};
}

[[nodiscard]] constexpr lwm2m_access_status check_coap(
    const lwm2m_access_coap_request& from) noexcept {
  const bool all_known = from.from - 1U < LWM2M_ACCESS_COAP_SENDER_CLIENT &&
                         from.method - 1U < LWM2M_ACCESS_COAP_IPATCH &&
                         from.observe - 1U < LWM2M_ACCESS_COAP_OBSERVE_DEREGISTER &&
                         from.payload - 1U < LWM2M_ACCESS_COAP_PAYLOAD_RECORDS;
  return first_wrong(check_uri(from.uri), check_enumeration(all_known));
}

}  // namespace lwm2m::access::inline v0::c

lwm2m_access_status lwm2m_access_coap_uri_make(lwm2m_access_coap_uri* uri) {
  using namespace lwm2m::access;
  const auto wrong = c::check_given(uri);
  if (wrong == c::done) *uri = c::to_c(coap_uri{});
  return wrong;
}

lwm2m_access_status lwm2m_access_coap_uri_add(lwm2m_access_coap_uri* uri, const char* segment,
                                              size_t size) {
  using namespace lwm2m::access;
  const auto missing = c::check_given(uri, segment);
  if (missing != c::done) return missing;
  const auto wrong = c::check_uri(*uri);
  if (wrong != c::done) return wrong;
  coap_uri longer = c::uri_from(*uri);
  longer.add(segment, size);
  *uri = c::to_c(longer);
  return c::done;
}

lwm2m_access_coap_observe lwm2m_access_coap_observe_of(int32_t value) {
  using namespace lwm2m::access;
  return c::number_of(coap_observe_of(value));
}

lwm2m_access_coap_payload lwm2m_access_coap_payload_of(int32_t format, size_t size) {
  using namespace lwm2m::access;
  return c::number_of(coap_payload_of(format, size));
}

lwm2m_access_status lwm2m_access_coap_operation_of(const lwm2m_access_coap_request* request,
                                                   lwm2m_access_edition edition,
                                                   lwm2m_access_coap_operation* found) {
  using namespace lwm2m::access;
  if (found) *found = {};
  const auto missing =
      c::first_wrong(c::check_given(request, found), c::check_enumeration(c::is_edition(edition)));
  if (missing != c::done) return missing;
  const auto wrong = c::check_coap(*request);
  if (wrong != c::done) return wrong;
  const coap_operation read = operation_of({.from = static_cast<coap_sender>(request->from),
                                            .method = static_cast<coap_method>(request->method),
                                            .uri = c::uri_from(request->uri),
                                            .observe = static_cast<coap_observe>(request->observe),
                                            .accepts_links = request->accepts_links,
                                            .has_query = request->has_query,
                                            .payload = static_cast<coap_payload>(request->payload),
                                            .instance_exists = !request->instance_is_missing},
                                           edition_of(static_cast<edition_name>(edition)));
  *found = {c::to_c(read.target), c::number_of(read.op), c::number_of(read.meaning),
            c::to_c(read.code)};
  return c::done;
}
