#include <lwm2m/access/channel/gnutls.hpp>

#include "dtls.hpp"

namespace client {

namespace {

gnutls_session_t gnutls_of(const coap_session_t* session) {
  coap_tls_library_t library{};
  void* found = coap_session_get_tls(session, &library);
  return library == COAP_TLS_LIBRARY_GNUTLS ? static_cast<gnutls_session_t>(found) : nullptr;
}

}  // namespace

channel::session_id dtls_session_of(const coap_session_t* session) {
  return channel::session_id{gnutls_of(session)};
}

visitor admit(door& at, const coap_session_t* session, channel::session_binding& binding,
              channel::account_key opened_for, channel::bytes own_identity) {
  channel::gnutls_notes notes;
  notes.role = coap_session_get_type(session) == COAP_SESSION_TYPE_CLIENT
                   ? channel::dtls_role::client
                   : channel::dtls_role::server;
  notes.handshake = GNUTLS_E_SUCCESS;
  notes.own_psk_identity = own_identity;
  return at.admit(channel::bound{channel::gnutls_session{gnutls_of(session), notes}, binding},
                  opened_for);
}

}  // namespace client
