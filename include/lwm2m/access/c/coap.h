#pragma once

/// Optional: which LwM2M operation a CoAP request is. As coap_mapping.hpp, which says what the
/// mapping covers and where the texts have it.

#include <lwm2m/access/c/types.h>

#ifdef __cplusplus
extern "C" {
#endif

/// The path of the Uri-Path options, as the two functions below make it.
typedef struct lwm2m_access_coap_uri {
  lwm2m_access_path numbers;  ///< no path unless the name is NUMBERS
  lwm2m_access_coap_name name;
} lwm2m_access_coap_uri;

/// A CoAP request, as far as the mapping looks at it.
typedef struct lwm2m_access_coap_request {
  lwm2m_access_coap_uri uri;
  lwm2m_access_coap_sender from;
  lwm2m_access_coap_method method;
  lwm2m_access_coap_observe observe;
  lwm2m_access_coap_payload payload;
  bool accepts_links;  ///< Accept is application/link-format (40)
  bool has_query;      ///< a Uri-Query option is there
  /// The Object Instance of the Uri-Path is not there: looked at under `draft` alone, where a POST
  /// creates one that is not (D5).
  bool instance_is_missing;
} lwm2m_access_coap_request;

/// All zeros: no operation.
typedef struct lwm2m_access_coap_operation {
  lwm2m_access_path target;          ///< no path where the payload lists the paths
  lwm2m_access_operation operation;  ///< where the meaning is OPERATION, else 0
  lwm2m_access_coap_meaning meaning;
  /// The answer to a request that is no operation: NOT_FOUND for a path outside LwM2M (another part
  /// of the device may serve it), METHOD_NOT_ALLOWED for a method that has no meaning on the path,
  /// BAD_REQUEST for options that do not fit. Else NONE.
  lwm2m_access_code code;
} lwm2m_access_coap_operation;

/// Makes the path without a Uri-Path option, `/`; and adds one of those options, in their order.
/// PATH_INVALID: nothing was made in `uri`.
lwm2m_access_status lwm2m_access_coap_uri_make(lwm2m_access_coap_uri* uri);
lwm2m_access_status lwm2m_access_coap_uri_add(lwm2m_access_coap_uri* uri, const char* segment,
                                              size_t size);

/// The value of an Observe option; below 0 without one. A value above 1 is ignored.
lwm2m_access_coap_observe lwm2m_access_coap_observe_of(int32_t value);

/// The payload of a message: `format` is its Content-Format, or below 0 without one.
lwm2m_access_coap_payload lwm2m_access_coap_payload_of(int32_t format, size_t size);

/// Which operation a request is under `edition`, that of the policy. A request that is none is
/// DONE, too: it has a code to answer with.
lwm2m_access_status lwm2m_access_coap_operation_of(const lwm2m_access_coap_request* request,
                                                   lwm2m_access_edition edition,
                                                   lwm2m_access_coap_operation* found);

#ifdef __cplusplus
}
#endif
