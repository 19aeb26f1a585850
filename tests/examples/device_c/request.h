#pragma once

/* A request and its answer in the words of LwM2M, whatever they came over. */

#include <jansson.h>

#include "path.h"

/* Content-Formats that the device speaks; FORMAT_NONE: not said. */
enum { FORMAT_NONE = -1, FORMAT_TEXT = 0, FORMAT_LINK = 40, FORMAT_SENML_JSON = 110 };

/* Codes beside those of an access decision. */
enum {
  CODE_BAD_REQUEST = 0x80,
  CODE_NOT_ACCEPTABLE = 0x86,
  CODE_UNSUPPORTED_FORMAT = 0x8F,
  CODE_NO_ROOM = 0xA0
};

/* Paths, and what is said of each of them: a value, or NULL. */
struct records {
  lwm2m_access_path* at;
  json_t** value;
  size_t count;
};

/* Takes `value`. */
void records_add(struct records* to, const lwm2m_access_path* at, json_t* value);
void records_end(struct records* all);

struct request {
  lwm2m_access_operation operation;
  lwm2m_access_path target; /* no path for a composite operation */
  struct records conveyed;  /* what its payload names, and says of it */
  char* attributes;         /* of Write-Attributes, as `;pmin=5`; NULL: none */
  int32_t accept;
};

/* Whether the operation works on a list of paths, which is its payload. */
bool request_is_composite(const struct request* request);

/* Copies target, operation, formats and paths: what an observation asks for again. */
void request_copy(struct request* to, const struct request* from);
void request_end(struct request* request);

struct response {
  unsigned code; /* 0: nothing is answered */
  int32_t format;
  char* payload; /* NULL: none */
  size_t size;
  lwm2m_access_path created; /* by a Create; else no path */
};
