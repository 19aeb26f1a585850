/* What OpenSSL says of a session with a PSK, under libcoap. */
#include <openssl/ssl.h>
#include <string.h>

#include "glue_access.h"

static SSL* ssl_of(void* session) {
  coap_tls_library_t library = COAP_TLS_LIBRARY_NOTLS;
  void* const found = coap_session_get_tls(session, &library);
  return library == COAP_TLS_LIBRARY_OPENSSL ? found : NULL;
}

static bool is_established(void* session) {
  return ssl_of(session) && SSL_is_init_finished(ssl_of(session)) == 1;
}
static bool uses_psk(void* session) {
  const SSL_CIPHER* const suite = SSL_get_current_cipher(ssl_of(session));
  return suite && SSL_CIPHER_get_auth_nid(suite) == NID_auth_psk;
}
static void peer(void* session, lwm2m_access_identity* found) {
  const char* const identity = uses_psk(session) ? SSL_get_psk_identity(ssl_of(session)) : NULL;
  if (!identity) return;
  found->kind = LWM2M_ACCESS_IDENTITY_PSK;
  found->value.data = (const uint8_t*)identity;
  found->value.size = strlen(identity);
}
static lwm2m_access_answer peer_verified(void* session) {
  return uses_psk(session) ? LWM2M_ACCESS_ANSWER_YES : LWM2M_ACCESS_ANSWER_NO;
}
/* The DTLS server offers no identity of its own. */
static void local(void* session, lwm2m_access_identity* found) { (void)session, (void)found; }
static uint16_t protocol(void* session) { return (uint16_t)SSL_version(ssl_of(session)); }
static uint16_t cipher_suite(void* session) {
  const SSL_CIPHER* const suite = SSL_get_current_cipher(ssl_of(session));
  return suite ? SSL_CIPHER_get_protocol_id(suite) : 0;
}
static lwm2m_access_dtls_role role(void* session) {
  return SSL_is_server(ssl_of(session)) ? LWM2M_ACCESS_DTLS_SERVER : LWM2M_ACCESS_DTLS_CLIENT;
}
static lwm2m_access_resumption resumed(void* session) {
  return SSL_session_reused(ssl_of(session)) ? LWM2M_ACCESS_RESUMPTION_RESUMED
                                             : LWM2M_ACCESS_RESUMPTION_FULL_HANDSHAKE;
}

const lwm2m_access_session_functions glue_dtls_functions = {.is_established = is_established,
                                                            .peer = peer,
                                                            .peer_verified = peer_verified,
                                                            .local = local,
                                                            .protocol = protocol,
                                                            .cipher_suite = cipher_suite,
                                                            .role = role,
                                                            .resumed = resumed};
