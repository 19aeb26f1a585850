/* lwm2m-device-c: the LwM2M Client of the folder ../device in C11, over libcoap and the C
   interface.

   The files glue_* are what a stack author writes to use the engine; the others are the stack.

   Servers come to the device over DTLS, with a PSK. It does not register at Servers, and has no raw
   public keys, no certificates and no NoSec. */
#include <signal.h>
#include <stdio.h>
#include <time.h>

#include "coap_peers.h"
#include "coap_server.h"
#include "device.h"
#include "files.h"
#include "observations.h"
#include "options.h"
#include "servers.h"
#include "values.h"

static volatile sig_atomic_t is_over, is_to_reload;
static void on_signal(int signal) {
  if (signal == SIGHUP)
    is_to_reload = 1;
  else
    is_over = 1;
}

/* The sensor: a temperature that rises from 20 to 25 and falls back. */
static void measure_when_due(unsigned period) {
  static time_t due;
  static int step;
  const time_t now = time(NULL);
  if (due == 0) due = now + (time_t)period;
  if (period == 0 || now < due) return;
  due += (time_t)period;
  step = (step + 1) % 100;
  device_measure(20.0 + (step < 50 ? step : 100 - step) / 10.0);
  observations_notify();
}

static void reload_when_asked(const char* servers_file) {
  if (!is_to_reload) return;
  is_to_reload = 0;
  (void)servers_read(servers_file, peers_close_server);
  observations_notify();
}

static bool listen_on(const struct options* asked) {
  for (size_t k = 0; k < asked->listen_count; ++k)
    if (!server_listen(asked->listen[k])) {
      fprintf(stderr, "%s: cannot be listened on\n", asked->listen[k]);
      return false;
    }
  return true;
}

/* 0, or what the program returns. */
static int run(const struct options* asked) {
  if (!policy_read(asked->policy_file)) return 2;
  device_begin();
  if (!servers_read(asked->servers_file, peers_close_server)) return 2;
  if (!server_begin() || !listen_on(asked)) return 2;
  while (!is_over) {
    reload_when_asked(asked->servers_file);
    server_run(100);
    measure_when_due(asked->sensor_period);
  }
  return 0;
}

int main(int count, char** words) {
  const struct sigaction action = {.sa_handler = on_signal}; /* for good, not for one signal */
  struct options asked;
  (void)setvbuf(stdout, NULL, _IOLBF, BUFSIZ); /* a line is written at once */
  (void)sigaction(SIGINT, &action, NULL);
  (void)sigaction(SIGTERM, &action, NULL);
  (void)sigaction(SIGHUP, &action, NULL);
  if (!options_read(&asked, count, words)) return 2;
  const int code = run(&asked);
  server_end();
  servers_end();
  values_end();
  if (code == 0) puts("ended");
  return code;
}
