/* lwm2m-device-c: the LwM2M Client of the folder ../device in C11, over libcoap and the C
   interface.

   The files glue_* are what a stack author writes to use the engine; the others are the stack.

   Servers come to the device over DTLS, with a PSK. It does not register at Servers, has no raw
   public keys, no certificates and no NoSec, and reads its list of Servers once. */
#include <signal.h>
#include <stdio.h>
#include <time.h>

#include "coap_server.h"
#include "device.h"
#include "files.h"
#include "observations.h"
#include "options.h"
#include "values.h"

static volatile sig_atomic_t is_over;
static void end(int signal) {
  (void)signal;
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
  if (!policy_read(asked->policy_file) || !servers_read(asked->servers_file)) return 2;
  device_begin();
  if (!server_begin() || !listen_on(asked)) return 2;
  while (!is_over) {
    server_run(100);
    measure_when_due(asked->sensor_period);
  }
  return 0;
}

int main(int count, char** words) {
  struct options asked;
  (void)setvbuf(stdout, NULL, _IOLBF, BUFSIZ); /* a line is written at once */
  (void)signal(SIGINT, end);
  (void)signal(SIGTERM, end);
  if (!options_read(&asked, count, words)) return 2;
  const int code = run(&asked);
  server_end();
  servers_end();
  values_end();
  if (code == 0) puts("ended");
  return code;
}
