#include "observations.h"

#include <stdlib.h>
#include <string.h>

#include "glue_access.h"
#include "log.h"

enum { MOST_OBSERVATIONS = 64, ONE_DATAGRAM = 1024 };

struct observation {
  coap_session_t* session; /* that the Observe came over; NULL: there is none */
  int64_t server;
  struct token token;
  struct request asked; /* which is asked again for each Notify */
  lwm2m_access_observation_state state;
  unsigned sequence;
  bool is_touched;
};
static struct observation all[MOST_OBSERVATIONS];
static bool something_is_touched;

static void drop(struct observation* one) {
  request_end(&one->asked);
  memset(one, 0, sizeof *one);
}

static bool is_by(const struct observation* one, const coap_session_t* session,
                  const struct token* token) {
  return one->session == session && one->token.size == token->size &&
         memcmp(one->token.octets, token->octets, token->size) == 0;
}

bool observations_add(coap_session_t* session, const struct token* token, int64_t server,
                      const struct request* asked) {
  size_t free_place = 0;
  observations_end(session, token);
  while (free_place < MOST_OBSERVATIONS && all[free_place].session) ++free_place;
  if (free_place == MOST_OBSERVATIONS) return false;
  struct observation* const added = &all[free_place];
  added->session = session;
  added->server = server;
  added->token = *token;
  added->state = LWM2M_ACCESS_OBSERVATION_ACTIVE;
  added->sequence = 2;
  request_copy(&added->asked, asked);
  return true;
}

void observations_end(const coap_session_t* session, const struct token* token) {
  for (size_t k = 0; k < MOST_OBSERVATIONS; ++k)
    if (all[k].session && is_by(&all[k], session, token)) drop(&all[k]);
}

void observations_cancel(const coap_session_t* session, const struct token* token,
                         const struct request* asked) {
  observations_end(session, token);
  for (size_t k = 0; k < MOST_OBSERVATIONS; ++k)
    if (all[k].session == session && !request_is_composite(&all[k].asked) &&
        path_is_same(&all[k].asked.target, &asked->target))
      drop(&all[k]);
}

void observations_session_ended(const coap_session_t* session) {
  for (size_t k = 0; k < MOST_OBSERVATIONS; ++k)
    if (all[k].session && all[k].session == session) drop(&all[k]);
}

/* ---------------------------------------------------------------- notifications */

static bool is_about(const struct request* asked, const lwm2m_access_path* at) {
  const bool is_list = request_is_composite(asked);
  for (size_t k = 0; k < (is_list ? asked->conveyed.count : 1); ++k) {
    const lwm2m_access_path* const one = is_list ? &asked->conveyed.at[k] : &asked->target;
    if (path_contains(one, at) || path_contains(at, one)) return true;
  }
  return false;
}

void observations_touch(const lwm2m_access_path* at) {
  something_is_touched = true;
  for (size_t k = 0; k < MOST_OBSERVATIONS; ++k)
    if (all[k].session && is_about(&all[k].asked, at)) all[k].is_touched = true;
}

static void send_notify(const struct observation* to, coap_pdu_code_t code,
                        const struct response* says) {
  /* A Server that is gone, or knows nothing of it, shows itself by one that is confirmable. */
  const coap_pdu_type_t type = to->sequence % 5 == 0 ? COAP_MESSAGE_CON : COAP_MESSAGE_NON;
  coap_pdu_t* const pdu = coap_new_pdu(type, code, to->session);
  if (!pdu) return;
  (void)coap_add_token(pdu, to->token.size, to->token.octets);
  if (says->payload) {
    message_add_number(pdu, COAP_OPTION_OBSERVE, to->sequence);
    message_add_number(pdu, COAP_OPTION_CONTENT_FORMAT, (unsigned)says->format);
  }
  if (says->size <= ONE_DATAGRAM &&
      (says->size == 0 || coap_add_data(pdu, says->size, (const uint8_t*)says->payload)))
    (void)coap_send(to->session, pdu);
  else
    coap_delete_pdu(pdu);
}

static void notify(struct observation* one) {
  struct response says = {.format = FORMAT_NONE};
  ++one->sequence;
  if (glue_show(one->server, &one->asked, &says) == 0)
    send_notify(one, COAP_RESPONSE_CODE_CONTENT, &says);
  free(says.payload);
}

/* What was observed is gone: the last Notify is an error (rule H5). */
static void end_with_error(struct observation* one) {
  const struct response nothing = {.format = FORMAT_NONE};
  send_notify(one, COAP_RESPONSE_CODE_NOT_FOUND, &nothing);
  drop(one);
}

static void review(struct observation* one) {
  const lwm2m_access_observation_state now = glue_review(one->server, &one->asked);
  const bool is_due = one->is_touched && now == LWM2M_ACCESS_OBSERVATION_ACTIVE;
  if (now != one->state) log_observation(one->server, &one->asked, now);
  one->state = now;
  one->is_touched = false;
  if (is_due) notify(one);
  if (now == LWM2M_ACCESS_OBSERVATION_GONE)
    end_with_error(one);
  else if (now != LWM2M_ACCESS_OBSERVATION_ACTIVE && now != LWM2M_ACCESS_OBSERVATION_SUPPRESSED)
    drop(one);
}

void observations_notify(void) {
  if (!something_is_touched) return;
  something_is_touched = false;
  for (size_t k = 0; k < MOST_OBSERVATIONS; ++k)
    if (all[k].session) review(&all[k]);
}
