#pragma once

/* What a stack author writes to use the engine: the files glue_*. The rest of this folder is the
   stack: CoAP, payloads, values, observations.

   The device has one policy, one model of its Objects, one set of accounts. */

#include <coap3/coap.h>
#include <lwm2m/access.h>

#include "coap_message.h"
#include "request.h"

struct engine {
  lwm2m_access_policy policy;
  lwm2m_access_model model;
  lwm2m_access_objects objects;
  lwm2m_access_accounts accounts;
};
extern struct engine engine;

/* What is kept beside a session, all zeros at first. */
struct admitted {
  lwm2m_access_binding binding;
  lwm2m_access_admission admission;
  int64_t server; /* who was admitted; 0: nobody */
};

/* ------------------------------------------------------------------ when the device starts */

/* Reads the policy text: what it grants, and the Objects that it declares. */
lwm2m_access_status glue_load(const char* text, size_t size, lwm2m_access_text_error* mistake);

/* Adds a Server with its PSK, which is borrowed. ACCOUNT_FAULTY: `faults` has every fault. */
lwm2m_access_status glue_add_server(int64_t server, const struct octets* identity,
                                    const struct octets* key, uint64_t* faults);
void glue_remove_server(int64_t server);

/* Accounts go from the policy and come into it as one change: a single account that is left for a
   moment has every right. What nobody can reach any more is erased. */
lwm2m_access_status glue_change_accounts(const int64_t* gone, size_t gone_count,
                                         const int64_t* come, size_t come_count);

/* Told of each change to Object 2: whoever observes it is to be told. */
void glue_changed(void* context, const lwm2m_access_change* change);

/* ------------------------------------------------------------------ sessions */

/* In the PSK callback: the key for the identity that a peer sent; false: there is none. */
bool glue_key_for(coap_session_t* session, struct admitted* peer, const coap_bin_const_t* identity,
                  coap_bin_const_t* key);

/* Admits the Server at the other end of an established session; `peer->server` is who it is. */
void glue_admit(coap_session_t* session, struct admitted* peer);

/* The session is over. */
void glue_session_ended(const coap_session_t* session);

/* What a DTLS library says of a session: glue_openssl.c or glue_gnutls.c, by what is linked. The
   session is a `coap_session_t*`. */
extern const lwm2m_access_session_functions glue_dtls_functions;

/* ------------------------------------------------------------------ requests */

/* Which operation a message is, and its target: 0, or the code to answer with. */
unsigned glue_map(const struct message* message, struct request* into);

/* Where relative names of a payload lie: in the instance that a Create makes, else the target. */
void glue_base_of(const struct request* asked, lwm2m_access_path* base);

/* Decides a request, performs it when it is allowed, and fills in the answer, whose code is 0 when
   nobody is admitted on the session: then nothing is answered. */
void glue_serve(const coap_session_t* session, const struct admitted* peer,
                const struct request* asked, struct response* answer);

/* ------------------------------------------------------------------ what may be seen */

/* What the answer to a Read or Observe, or its Notify, shows a Server: 0, or the code that says why
   it cannot be shown. */
unsigned glue_show(int64_t server, const struct request* asked, struct response* answer);

/* The links of a Discover. */
void glue_discover(int64_t server, const lwm2m_access_path* target, struct response* answer);

/* What is to become of an observation now. */
lwm2m_access_observation_state glue_review(int64_t server, const struct request* asked);
