#pragma once

#include <string>
#include <vector>

#include "coap_request.hpp"
#include "live_device.hpp"

/// What came back: the code, as `2.05`, empty when nothing did; the payload; what the client wrote.
struct coap_answer {
  std::string code{};
  std::string payload{};
  std::string log{};
};

/// The command that asks with coap-client, a program of libcoap's, built with that DTLS library.
std::vector<std::string> coap_client(const std::string& library, const std::string& uri,
                                     const credentials& who, const coap_request& asked,
                                     const std::vector<std::string>& further = {});

/// Asks, and waits for the answer.
coap_answer ask_with_coap_client(const std::string& library, const std::string& uri,
                                 const credentials& who, const coap_request& asked);
