#pragma once

#include <lwm2m/access/text/case_file.hpp>

#include <optional>
#include <string>

#include "program/cases/wire.hpp"

/// A request as it goes over CoAP.
struct coap_request {
  std::string method{};  ///< as `coap-client -m` has it
  std::string path{};
  std::string query{};
  std::string payload{};
  std::optional<unsigned> content_format{};
  std::optional<unsigned> accept{};
  std::optional<unsigned> observe{};
};

/// A request of a case file, as LwM2M says it over CoAP. Each Resource of the payload gets the
/// value that it has at first.
coap_request coap_request_of(const program::wire_request& asked);
