/* Every function of the C interface, called from C, with everything that it refuses. */

#include <stdio.h>

#include "world.h"

#include "world.h"

int main(void) {
  check_policy();
  check_objects();
  check_text_and_snapshot();
  check_paths_and_sentences();
  check_requests();
  check_decisions();
  check_changes();
  check_bootstrap();
  check_credentials();
  check_admission();
  check_handshake_facts();
  check_coap();
  check_content();
  check_transactions();
  printf("figure: C interface, called from C: %u checks, %u failed\n", checks, failures);
  return failures == 0 ? 0 : 1;
}
