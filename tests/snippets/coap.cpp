// A CoAP request as a stack's CoAP library hands it over.
#include <lwm2m/access.hpp>
#include <lwm2m/access/coap_mapping.hpp>

#include <string>
#include <vector>

namespace lac = lwm2m::access;

int reply(lac::coap);

int serve(const lac::policy<8, 16>& policy, lac::coap_method method,
          const std::vector<std::string>& uri_path_options,
          const std::vector<std::string>& uri_query_options, int observe_option, int accept_option,
          int content_format, const std::string& payload) {
  // snippet tests/examples/README.md 3
  return 0;
}
