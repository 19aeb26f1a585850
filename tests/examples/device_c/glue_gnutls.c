/* What GnuTLS says of a session with a PSK, under libcoap. */
#include <gnutls/gnutls.h>

#include "glue_access.h"

static gnutls_session_t gnutls_of(void* session) {
  coap_tls_library_t library = COAP_TLS_LIBRARY_NOTLS;
  void* const found = coap_session_get_tls(session, &library);
  return library == COAP_TLS_LIBRARY_GNUTLS ? found : NULL;
}

/* GnuTLS does not say whether a handshake is complete; libcoap does. */
static bool is_established(void* session) {
  return gnutls_of(session) && coap_session_get_state(session) == COAP_SESSION_STATE_ESTABLISHED;
}
static bool uses_psk(void* session) {
  return gnutls_auth_get_type(gnutls_of(session)) == GNUTLS_CRD_PSK;
}
static void peer(void* session, lwm2m_access_identity* found) {
  gnutls_datum_t name = {NULL, 0};
  if (!uses_psk(session)) return;
  if (gnutls_psk_server_get_username2(gnutls_of(session), &name) != GNUTLS_E_SUCCESS) return;
  found->kind = LWM2M_ACCESS_IDENTITY_PSK;
  found->value.data = name.data;
  found->value.size = name.size;
}
static lwm2m_access_answer peer_verified(void* session) {
  return uses_psk(session) ? LWM2M_ACCESS_ANSWER_YES : LWM2M_ACCESS_ANSWER_NO;
}
/* The DTLS server offers no identity of its own. */
static void local(void* session, lwm2m_access_identity* found) { (void)session, (void)found; }
static uint16_t protocol(void* session) {
  return gnutls_protocol_get_version(gnutls_of(session)) == GNUTLS_DTLS1_2 ? 0xFEFD : 0;
}
/* The code point is looked up by the parts of the suite. */
static uint16_t cipher_suite(void* session) {
  const gnutls_session_t of = gnutls_of(session);
  gnutls_kx_algorithm_t exchange;
  gnutls_cipher_algorithm_t cipher;
  gnutls_mac_algorithm_t mac;
  gnutls_protocol_t since;
  unsigned char code[2];
  for (size_t k = 0; gnutls_cipher_suite_info(k, code, &exchange, &cipher, &mac, &since); ++k)
    if (exchange == gnutls_kx_get(of) && cipher == gnutls_cipher_get(of) &&
        mac == gnutls_mac_get(of))
      return (uint16_t)(code[0] << 8 | code[1]);
  return 0;
}
static lwm2m_access_dtls_role role(void* session) {
  return coap_session_get_type(session) == COAP_SESSION_TYPE_CLIENT ? LWM2M_ACCESS_DTLS_CLIENT
                                                                    : LWM2M_ACCESS_DTLS_SERVER;
}
static lwm2m_access_resumption resumed(void* session) {
  return gnutls_session_is_resumed(gnutls_of(session)) ? LWM2M_ACCESS_RESUMPTION_RESUMED
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
