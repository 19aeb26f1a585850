#pragma once

#include <coap3/coap.h>

#include <optional>
#include <string>
#include <string_view>

#include "security.hpp"

namespace client {

/// The same octets, as libcoap and as the engine borrow them.
[[nodiscard]] channel::bytes view_of(const coap_bin_const_t& from);
[[nodiscard]] coap_bin_const_t bin_of(channel::bytes from);

/// A raw public key or certificate, as libcoap takes it; it borrows.
[[nodiscard]] coap_dtls_pki_t pki_of(const own_credentials& own);

/// The address of `coap://address:port` or `coaps://address:port`, numbers only.
[[nodiscard]] std::optional<coap_address_t> address_of(const std::string& uri);

/// Whether no other process listens there: libcoap would share the address in silence.
[[nodiscard]] bool is_free(const coap_address_t& address);

/// The URI of an address that is listened on, with the port that it got.
[[nodiscard]] std::string uri_of(const coap_endpoint_t* listening);

[[nodiscard]] std::string token_of(const coap_pdu_t* message);

/// The payload; of several blocks the whole. It lives as long as the message.
[[nodiscard]] std::string_view payload_of(const coap_pdu_t* message);

/// Adds an option that is a number, or one that is a text.
void add_option(coap_pdu_t* to, coap_option_num_t option, unsigned number);
void add_option(coap_pdu_t* to, coap_option_num_t option, const std::string& text);

}  // namespace client
