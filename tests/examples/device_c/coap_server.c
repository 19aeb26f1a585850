#include "coap_server.h"

#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "coap_peers.h"
#include "log.h"
#include "memory.h"
#include "observations.h"
#include "payload.h"

enum { ONE_DATAGRAM = 1024 };

static coap_context_t* context;
static coap_resource_t* all_paths;

/* ---------------------------------------------------------------- what is asked */

static const char* const known_attributes[] = {"pmin", "pmax",  "gt",    "lt",
                                               "st",   "epmin", "epmax", "con"};

static bool is_known_attribute(const struct octets* query) {
  const uint8_t* const end = query->size ? memchr(query->data, '=', query->size) : NULL;
  const size_t size = end ? (size_t)(end - query->data) : query->size;
  for (size_t k = 0; k < sizeof known_attributes / sizeof known_attributes[0]; ++k)
    if (strlen(known_attributes[k]) == size && memcmp(known_attributes[k], query->data, size) == 0)
      return true;
  return false;
}

/* The attributes of a request as a link has them; false when one of them is unknown. */
static bool read_attributes(struct request* into, const struct message* message) {
  size_t size = 1;
  if (message->query_size > MESSAGE_QUERIES) return false;
  for (size_t k = 0; k < message->query_size; ++k) {
    if (!is_known_attribute(&message->query[k])) return false;
    size += message->query[k].size + 1;
  }
  if (message->query_size == 0) return true;
  into->attributes = claim(size, 1);
  for (size_t k = 0; k < message->query_size; ++k) {
    strcat(into->attributes, ";");
    strncat(into->attributes, (const char*)message->query[k].data, message->query[k].size);
  }
  return true;
}

static bool is_spoken(int32_t format) {
  return format < 0 || format == FORMAT_TEXT || format == FORMAT_LINK ||
         format == FORMAT_SENML_JSON;
}

/* Reads a request: 0, or the code to answer with. */
static unsigned read_request(struct request* into, const struct message* message) {
  lwm2m_access_path base;
  memset(into, 0, sizeof *into);
  into->accept = message->accept < 0 ? FORMAT_NONE : message->accept;
  const unsigned fault = glue_map(message, into);
  if (fault != 0) return fault;
  if (!read_attributes(into, message)) return CODE_BAD_REQUEST;
  if (!is_spoken(message->accept)) return CODE_NOT_ACCEPTABLE;
  if (!is_spoken(message->content_format)) return CODE_UNSUPPORTED_FORMAT;
  glue_base_of(into, &base);
  return payload_read(into, message->content_format < 0 ? FORMAT_NONE : message->content_format,
                      (const char*)message->payload.data, message->payload.size, &base);
}

/* ---------------------------------------------------------------- what is answered */

static void release_payload(coap_session_t* session, void* payload) {
  (void)session;
  free(payload);
}

static void add_location(coap_pdu_t* to, unsigned id) {
  char text[8];
  const int size = snprintf(text, sizeof text, "%u", id);
  (void)coap_add_option(to, COAP_OPTION_LOCATION_PATH, (size_t)size, (const uint8_t*)text);
}

static void answer(coap_session_t* session, const coap_pdu_t* request, const coap_string_t* query,
                   struct response* with, coap_pdu_t* to) {
  coap_pdu_set_code(to, (coap_pdu_code_t)with->code);
  for (size_t k = 0; k < 2 && with->code == COAP_RESPONSE_CODE_CREATED; ++k)
    add_location(to, with->created.id[k]);
  if (with->payload && with->code == COAP_RESPONSE_CODE_CONTENT)
    (void)coap_add_data_large_response(
        all_paths, session, request, to, query, (uint16_t)with->format, -1, 0, with->size,
        (const uint8_t*)with->payload, release_payload, with->payload);
  else
    free(with->payload);
}

/* What the one at the other end of a session gets for a request: nobody gets no answer. */
static void serve(const struct peer* from, const struct message* message, struct request* asked,
                  struct response* given) {
  const unsigned fault = read_request(asked, message);
  given->format = FORMAT_NONE;
  if (fault == 0) {
    glue_serve(from->session, &from->admitted, asked, given);
  } else if (from->admitted.server == 0) {
    log_unanswered(asked);
  } else {
    log_fault(from->admitted.server, asked, fault);
    given->code = fault;
  }
}

/* No Observe option in the answer says that it is not observed: there are too many, or it is too
   large for one message. */
static void observe(const struct peer* by, const coap_pdu_t* request, const struct request* asked,
                    const struct response* given, coap_pdu_t* to) {
  struct token token;
  message_token(request, &token);
  if (asked->operation == LWM2M_ACCESS_OPERATION_CANCEL_OBSERVATION)
    observations_cancel(by->session, &token, asked);
  if ((asked->operation == LWM2M_ACCESS_OPERATION_OBSERVE ||
       asked->operation == LWM2M_ACCESS_OPERATION_OBSERVE_COMPOSITE) &&
      given->size <= ONE_DATAGRAM &&
      observations_add(by->session, &token, by->admitted.server, asked))
    message_add_number(to, COAP_OPTION_OBSERVE, 1);
}

static void on_request(coap_resource_t* resource, coap_session_t* session,
                       const coap_pdu_t* request, const coap_string_t* query, coap_pdu_t* to) {
  struct peer* const from = peer_of(session);
  struct message message;
  struct request asked;
  struct response given = {0};
  (void)resource;
  peer_judge(from);
  message_read(&message, request);
  serve(from, &message, &asked, &given);
  if (given.code == COAP_RESPONSE_CODE_CONTENT) observe(from, request, &asked, &given, to);
  answer(session, request, query, &given, to);
  request_end(&asked);
  observations_notify();
}

/* A Server that knows nothing of a notification, or is gone, observes no more. */
static void on_nack(coap_session_t* session, const coap_pdu_t* sent, coap_nack_reason_t reason,
                    coap_mid_t id) {
  struct token token;
  (void)reason, (void)id;
  if (!sent) return;
  message_token(sent, &token);
  observations_end(session, &token);
}

/* ---------------------------------------------------------------- the server */

static void add_resource(coap_resource_t* resource) {
  static const coap_request_t methods[] = {
      COAP_REQUEST_GET,   COAP_REQUEST_POST,  COAP_REQUEST_PUT,   COAP_REQUEST_DELETE,
      COAP_REQUEST_FETCH, COAP_REQUEST_PATCH, COAP_REQUEST_IPATCH};
  for (size_t k = 0; k < sizeof methods / sizeof methods[0]; ++k)
    coap_register_request_handler(resource, methods[k], on_request);
  coap_add_resource(context, resource);
}

bool server_begin(void) {
  coap_startup();
  context = coap_new_context(NULL);
  if (!context) return false;
  coap_context_set_block_mode(context, COAP_BLOCK_USE_LIBCOAP | COAP_BLOCK_SINGLE_BODY);
  coap_context_set_max_handshake_sessions(context, 1000);
  coap_register_event_handler(context, peers_on_event);
  coap_register_nack_handler(context, on_nack);
  all_paths = coap_resource_unknown_init2(on_request, 0);
  add_resource(all_paths);
  /* A resource of its own, so that nobody but a Server that is admitted gets an answer here, too.
   */
  add_resource(coap_resource_init(coap_make_str_const(".well-known/core"), 0));
  return true;
}

static bool read_address(const char* uri, coap_address_t* address) {
  static const char scheme[] = "coaps://";
  const char* const port = strrchr(uri, ':');
  const char* const host = uri + sizeof scheme - 1;
  char copy[INET_ADDRSTRLEN] = "";
  if (strncmp(uri, scheme, sizeof scheme - 1) != 0 || port <= host) return false;
  if ((size_t)(port - host) >= sizeof copy) return false;
  memcpy(copy, host, (size_t)(port - host));
  const long number = strtol(port + 1, NULL, 10);
  if (port[1] == 0 || strspn(port + 1, "0123456789") != strlen(port + 1) || number > 65535)
    return false;
  coap_address_init(address);
  address->size = sizeof address->addr.sin;
  address->addr.sin.sin_family = AF_INET;
  address->addr.sin.sin_port = htons((uint16_t)number);
  return inet_pton(AF_INET, copy, &address->addr.sin.sin_addr) == 1;
}

/* Whether no other process listens there: libcoap would share the address in silence. */
static bool is_free(const coap_address_t* address) {
  const int probe = socket(AF_INET, SOCK_DGRAM, 0);
  const bool is_bound = probe >= 0 && bind(probe, &address->addr.sa, address->size) == 0;
  if (probe >= 0) close(probe);
  return is_bound;
}

bool server_listen(const char* uri) {
  coap_address_t address;
  coap_dtls_spsk_t setup = {.version = COAP_DTLS_SPSK_SETUP_VERSION,
                            .validate_id_call_back = peers_key};
  if (!read_address(uri, &address) || !is_free(&address)) return false;
  if (coap_context_set_psk2(context, &setup) == 0) return false;
  const coap_endpoint_t* const at = coap_new_endpoint(context, &address, COAP_PROTO_DTLS);
  if (!at) return false;
  const char* const where = coap_endpoint_str(at);
  printf("listening on coaps://%.*s\n", (int)strcspn(where, " "), where);
  return true;
}

void server_run(unsigned milliseconds) {
  (void)coap_io_process(context, milliseconds);
  peers_judge_established();
  peers_close();
}

void server_end(void) {
  coap_free_context(context);
  coap_cleanup();
}
