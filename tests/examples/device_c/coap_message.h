#pragma once

/* A CoAP message as libcoap holds it. */

#include <coap3/coap.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct octets {
  const uint8_t* data;
  size_t size;
};

/* A request, as far as the device looks at it. It borrows. Options beyond the room are counted. */
enum { MESSAGE_SEGMENTS = 8, MESSAGE_QUERIES = 8 };
struct message {
  uint8_t method; /* 1: GET ... */
  struct octets path[MESSAGE_SEGMENTS];
  size_t path_size;
  struct octets query[MESSAGE_QUERIES];
  size_t query_size;
  int32_t observe, accept, content_format; /* below 0: the option is not there */
  struct octets payload;
};

void message_read(struct message* into, const coap_pdu_t* request);

/* The token of a message, at most eight octets. */
struct token {
  uint8_t octets[8];
  size_t size;
};
void message_token(const coap_pdu_t* of, struct token* token);

void message_add_number(coap_pdu_t* to, coap_option_num_t option, unsigned number);
