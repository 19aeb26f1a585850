/* libcoap returns a token as a structure: the one file that takes a structure by value. */
#include "coap_message.h"

#include <string.h>

static int32_t number_in(const coap_pdu_t* request, coap_option_num_t number) {
  coap_opt_iterator_t at;
  const coap_opt_t* const option = coap_check_option(request, number, &at);
  if (!option) return -1;
  const unsigned value = coap_decode_var_bytes(coap_opt_value(option), coap_opt_length(option));
  return value <= INT32_MAX ? (int32_t)value : INT32_MAX;
}

static size_t options_in(const coap_pdu_t* request, coap_option_num_t number, struct octets* all,
                         size_t room) {
  coap_opt_iterator_t at;
  const coap_opt_t* option;
  size_t count = 0;
  coap_option_iterator_init(request, &at, COAP_OPT_ALL);
  while ((option = coap_option_next(&at)) != NULL) {
    if (at.number != number) continue;
    if (count < room) {
      all[count].data = coap_opt_value(option);
      all[count].size = coap_opt_length(option);
    }
    ++count;
  }
  return count;
}

void message_read(struct message* into, const coap_pdu_t* request) {
  size_t offset = 0, total = 0;
  memset(into, 0, sizeof *into);
  into->method = (uint8_t)coap_pdu_get_code(request);
  into->path_size = options_in(request, COAP_OPTION_URI_PATH, into->path, MESSAGE_SEGMENTS);
  into->query_size = options_in(request, COAP_OPTION_URI_QUERY, into->query, MESSAGE_QUERIES);
  into->observe = number_in(request, COAP_OPTION_OBSERVE);
  into->accept = number_in(request, COAP_OPTION_ACCEPT);
  into->content_format = number_in(request, COAP_OPTION_CONTENT_FORMAT);
  (void)coap_get_data_large(request, &into->payload.size, &into->payload.data, &offset, &total);
  if (into->payload.size == 0) into->payload.data = (const uint8_t*)"";
}

void message_token(const coap_pdu_t* of, struct token* token) {
  const coap_bin_const_t found = coap_pdu_get_token(of);
  token->size = found.length < sizeof token->octets ? found.length : sizeof token->octets;
  memset(token->octets, 0, sizeof token->octets);
  if (token->size != 0) memcpy(token->octets, found.s, token->size);
}

void message_add_number(coap_pdu_t* to, coap_option_num_t option, unsigned number) {
  uint8_t octets[4];
  (void)coap_add_option(to, option, coap_encode_var_safe(octets, sizeof octets, number), octets);
}
