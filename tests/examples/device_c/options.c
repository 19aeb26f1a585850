#include "options.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char usage[] =
    "usage: lwm2m-device-c POLICY SERVERS [OPTION...]\n"
    "  POLICY   policy text: the Objects, and what each Server may do\n"
    "  SERVERS  one Server a line: SSID psk - IDENTITY KEY-IN-HEX; read again on SIGHUP\n"
    "  --listen coaps://ADDRESS:PORT   Servers may come here; port 0 takes a free one\n"
    "  --sensor-period SECONDS         between two measurements; 0: none\n";

static bool take(struct options* into, const char* option, const char* word) {
  if (strcmp(option, "--listen") == 0 && into->listen_count < MOST_LISTENED) {
    into->listen[into->listen_count++] = word;
    return true;
  }
  if (strcmp(option, "--sensor-period") != 0) return false;
  into->sensor_period = (unsigned)strtoul(word, NULL, 10);
  return word[0] != 0 && strlen(word) < 8 && strspn(word, "0123456789") == strlen(word);
}

bool options_read(struct options* into, int count, char* const* words) {
  bool is_right = count >= 3 && count % 2 == 1;
  memset(into, 0, sizeof *into);
  into->sensor_period = 5;
  if (is_right) into->policy_file = words[1];
  if (is_right) into->servers_file = words[2];
  for (int k = 3; is_right && k < count; k += 2) is_right = take(into, words[k], words[k + 1]);
  if (!is_right) fputs(usage, stderr);
  return is_right;
}
