#pragma once

/* Payloads: text/plain, SenML JSON (RFC 8428), and links (RFC 6690). */

#include "request.h"

/* Reads the payload of a request whose operation and target are known. `base`: where relative names
   lie. 0, or the code to answer with. */
unsigned payload_read(struct request* into, int32_t format, const char* payload, size_t size,
                      const lwm2m_access_path* base);

/* Encodes what a Read shows, in the format that was asked for: CODE_NOT_ACCEPTABLE, or 0. */
unsigned payload_write(const struct request* asked, const struct records* shown,
                       struct response* into);

/* Appends a link with the attributes of its path, after a comma where it is not the first. */
void payload_add_link(struct response* into, const lwm2m_access_path* at);
