#pragma once

/* The observations of all Servers. Whether a Notify goes out is decided anew each time. */

#include "coap_message.h"
#include "request.h"

/* Begins one; an earlier one of the same session and token ends. False: there are too many. */
bool observations_add(coap_session_t* session, const struct token* token, int64_t server,
                      const struct request* asked);

/* Ends the one of this token. */
void observations_end(const coap_session_t* session, const struct token* token);

/* Cancel Observation: by the token of the Observe, or by its path. */
void observations_cancel(const coap_session_t* session, const struct token* token,
                         const struct request* asked);
void observations_session_ended(const coap_session_t* session);

/* What lies there has changed: its observers are to be told. */
void observations_touch(const lwm2m_access_path* at);

/* Reviews all of them when something was touched, and tells the observers that may read it. */
void observations_notify(void);
