#pragma once

/* CoAP over DTLS: what the device listens on, and the requests that come over its sessions. */

#include <stdbool.h>

/* False: there is no memory for it. */
bool server_begin(void);

/* Listens as DTLS server on `coaps://address:port`, numbers only, and says where, for port 0 too.
   False: it is no such URI, or another process listens there. */
bool server_listen(const char* uri);

/* Waits for at most so long, and handles what arrives. */
void server_run(unsigned milliseconds);
void server_end(void);
