#include <lwm2m/access/channel/openssl.hpp>

#include "dtls.hpp"

namespace client {

namespace {

SSL* ssl_of(const coap_session_t* session) {
  coap_tls_library_t library{};
  void* found = coap_session_get_tls(session, &library);
  return library == COAP_TLS_LIBRARY_OPENSSL ? static_cast<SSL*>(found) : nullptr;
}

}  // namespace

channel::session_id dtls_session_of(const coap_session_t* session) {
  return channel::session_id{ssl_of(session)};
}

visitor admit(door& at, const coap_session_t* session, channel::session_binding& binding,
              channel::account_key opened_for, channel::bytes) {
  return at.admit(channel::bound{channel::openssl_session{ssl_of(session)}, binding}, opened_for);
}

}  // namespace client
