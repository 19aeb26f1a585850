#pragma once

/* The Servers that the device knows, as a file lists them. */

#include <stdbool.h>
#include <stdint.h>

/* Reads the file, at the start or again, one Server a line: SSID psk - IDENTITY KEY-IN-HEX; `#`
   begins a comment. A Server that is there with the same credentials stays as it is; `gone` is told
   each that is there no more. False, and a line on standard error, when something is wrong: where
   the file cannot be read nothing is changed, else what is wrong is left out. */
bool servers_read(const char* file, void (*gone)(int64_t server));
void servers_end(void);
