#pragma once

/* The sessions, and who is at the other end of each. */

#include "glue_access.h"

struct peer {
  struct peer* next;
  coap_session_t* session;
  struct admitted admitted;
  bool is_judged;  /* whether it is admitted was asked, once */
  bool is_closing; /* as soon as libcoap is done with it */
};

/* The peer of a session, which is new where there was none. */
struct peer* peer_of(coap_session_t* session);

/* Admits who is at the other end of an established session, once. */
void peer_judge(struct peer* peer);

/* The same for all of them: there is not always an event that tells of the end of a handshake. */
void peers_judge_established(void);

/* The sessions of a Server are to be closed. */
void peers_close_server(int64_t server);

/* Closes the sessions that are to be closed. */
void peers_close(void);

/* What libcoap calls. */
int peers_on_event(coap_session_t* session, coap_event_t what);
const coap_bin_const_t* peers_key(coap_bin_const_t* identity, coap_session_t* session,
                                  void* unused);
