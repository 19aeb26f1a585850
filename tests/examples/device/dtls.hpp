#pragma once

#include <coap3/coap.h>

#include "door.hpp"

namespace client {

/// The DTLS session under a CoAP session: none when it has no security. There is one of these
/// functions for each library that libcoap is built with.
[[nodiscard]] channel::session_id dtls_session_of(const coap_session_t* session);

/// Admits who is at the other end of a session whose handshake is complete. `own_identity` is the
/// PSK identity that this end offered where it began the handshake.
[[nodiscard]] visitor admit(door& at, const coap_session_t* session,
                            channel::session_binding& binding, channel::account_key opened_for,
                            channel::bytes own_identity);

}  // namespace client
