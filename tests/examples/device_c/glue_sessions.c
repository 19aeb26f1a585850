/* Who is at the other end of a session. */
#include "glue_access.h"
#include "log.h"

bool glue_key_for(coap_session_t* session, struct admitted* peer, const coap_bin_const_t* identity,
                  coap_bin_const_t* key) {
  const lwm2m_access_bytes sent = {identity->s, identity->length};
  lwm2m_access_bytes found;
  lwm2m_access_supply_key_for(&engine.accounts, &sent, session, &peer->binding, &found);
  key->s = found.data;
  key->length = found.size;
  return found.size != 0;
}

void glue_admit(coap_session_t* session, struct admitted* peer) {
  const lwm2m_access_session told = {session, &glue_dtls_functions, &peer->binding};
  /* libcoap offers what its library has, not LwM2M's suites alone. */
  const lwm2m_access_channel_rules rules = {.allow_other_suites = true};
  lwm2m_access_request who = {0};
  uint64_t refusals = 0;
  if (lwm2m_access_admit(&engine.accounts, &engine.policy, &told, &rules,
                         LWM2M_ACCESS_ACCOUNT_SERVER, 0, &peer->admission, sizeof peer->admission,
                         &refusals) != LWM2M_ACCESS_STATUS_DONE) {
    log_refusals(refusals);
    return;
  }
  lwm2m_access_identify(&engine.accounts, &peer->admission, session, 0, &who);
  peer->server = who.server;
  log_admission(who.server);
}

void glue_session_ended(const coap_session_t* session) {
  lwm2m_access_session_ended(&engine.accounts, session);
}
