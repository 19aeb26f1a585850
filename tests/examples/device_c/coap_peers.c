#include "coap_peers.h"

#include <stdlib.h>

#include "memory.h"
#include "observations.h"

static struct peer* first;

static struct peer** place_of(const coap_session_t* session) {
  struct peer** at = &first;
  while (*at && (*at)->session != session) at = &(*at)->next;
  return at;
}

struct peer* peer_of(coap_session_t* session) {
  struct peer** const at = place_of(session);
  if (!*at) {
    *at = claim(1, sizeof **at);
    (*at)->session = session;
  }
  return *at;
}

static void end(const coap_session_t* session) {
  struct peer** const at = place_of(session);
  struct peer* const ended = *at;
  if (!ended) return;
  glue_session_ended(session);
  observations_session_ended(session);
  *at = ended->next;
  free(ended);
}

void peer_judge(struct peer* peer) {
  if (peer->is_judged) return;
  peer->is_judged = true;
  glue_admit(peer->session, &peer->admitted);
  if (peer->admitted.server == 0) peer->is_closing = true;
  /* A Server that connects anew leaves its earlier session: its admission has ended. */
  for (struct peer* each = first; each; each = each->next)
    if (each != peer && peer->admitted.server != 0 &&
        each->admitted.server == peer->admitted.server)
      each->is_closing = true;
}

void peers_judge_established(void) {
  for (struct peer* each = first; each; each = each->next)
    if (coap_session_get_state(each->session) == COAP_SESSION_STATE_ESTABLISHED) peer_judge(each);
}

void peers_close_server(int64_t server) {
  for (struct peer* each = first; each; each = each->next)
    if (each->admitted.server == server) each->is_closing = true;
}

void peers_close(void) {
  struct peer* next = NULL;
  for (struct peer* each = first; each; each = next) {
    coap_session_t* const session = each->session;
    next = each->next;
    if (!each->is_closing) continue;
    end(session);
    coap_session_disconnected(session, COAP_NACK_TLS_FAILED);
  }
}

int peers_on_event(coap_session_t* session, coap_event_t what) {
  if (what == COAP_EVENT_DTLS_CLOSED || what == COAP_EVENT_DTLS_ERROR ||
      what == COAP_EVENT_DTLS_RENEGOTIATE || what == COAP_EVENT_SERVER_SESSION_DEL)
    end(session);
  return 0;
}

const coap_bin_const_t* peers_key(coap_bin_const_t* identity, coap_session_t* session,
                                  void* unused) {
  static coap_bin_const_t key;
  (void)unused;
  end(session); /* a handshake begins: nothing of an earlier one holds */
  return glue_key_for(session, &peer_of(session)->admitted, identity, &key) ? &key : NULL;
}
