#pragma once

/* What the command line says. */

#include <stdbool.h>
#include <stddef.h>

enum { MOST_LISTENED = 8 };
struct options {
  const char* policy_file;
  const char* servers_file;
  const char* listen[MOST_LISTENED];
  size_t listen_count;
  unsigned sensor_period; /* seconds; 0: the sensor measures nothing */
};

/* False, and how it is used on standard error, when the command line is wrong. */
bool options_read(struct options* into, int count, char* const* words);
