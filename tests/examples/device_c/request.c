#include "request.h"

#include <stdlib.h>
#include <string.h>

#include "memory.h"

void records_add(struct records* to, const lwm2m_access_path* at, json_t* value) {
  to->at = claim_one_more(to->at, to->count, sizeof *to->at);
  to->value = claim_one_more(to->value, to->count, sizeof(json_t*));
  to->at[to->count] = *at;
  to->value[to->count++] = value;
}

void records_end(struct records* all) {
  for (size_t k = 0; k < all->count; ++k) json_decref(all->value[k]);
  free(all->at);
  free(all->value);
  memset(all, 0, sizeof *all);
}

bool request_is_composite(const struct request* request) {
  return request->operation == LWM2M_ACCESS_OPERATION_READ_COMPOSITE ||
         request->operation == LWM2M_ACCESS_OPERATION_OBSERVE_COMPOSITE ||
         request->operation == LWM2M_ACCESS_OPERATION_WRITE_COMPOSITE;
}

void request_copy(struct request* to, const struct request* from) {
  memset(to, 0, sizeof *to);
  to->operation = from->operation;
  to->target = from->target;
  to->accept = from->accept;
  for (size_t k = 0; k < from->conveyed.count; ++k)
    records_add(&to->conveyed, &from->conveyed.at[k], NULL);
}

void request_end(struct request* request) {
  records_end(&request->conveyed);
  free(request->attributes);
  request->attributes = NULL;
}
