#pragma once

#include <coap3/coap.h>

#include <optional>
#include <string>

#include "device.hpp"

namespace client {

/// What an Observe option asks for.
enum class observing { not_asked, begin, end };

/// A CoAP request in the words of LwM2M.
struct message {
  incoming asked{};
  client::observing observing = observing::not_asked;
  unsigned fault = 0;  ///< 4.00, 4.04, 4.06 or 4.15 when it is not understood, else 0
};

/// Reads a request that a device under these Objects got.
[[nodiscard]] message read_message(const coap_pdu_t* request, const device& by);

}  // namespace client
