#include "log.h"

#include <stdio.h>
#include <string.h>

static void print_paths(const struct request* asked) {
  const bool is_list = request_is_composite(asked);
  char text[PATH_TEXT_SIZE];
  for (size_t k = 0; k < (is_list ? asked->conveyed.count : 1); ++k)
    printf(" %s", path_text(is_list ? &asked->conveyed.at[k] : &asked->target, text));
}

static void print_request(int64_t server, const struct request* asked) {
  if (server != 0)
    printf("%lld", (long long)server);
  else
    printf("nobody");
  printf(" %s", lwm2m_access_operation_word(asked->operation));
  print_paths(asked);
}

/* The reason, the path when it is another than the request's own, and where the right came from. */
void log_decision(int64_t server, const struct request* asked, const lwm2m_access_decision* taken) {
  const char* const reason = lwm2m_access_reason_sentence(taken->reason);
  const lwm2m_access_path* const bad = &taken->first_bad_path;
  char text[PATH_TEXT_SIZE];
  print_request(server, asked);
  printf(" -> %u.%02u: %.*s", taken->code >> 5, taken->code & 31U, (int)strlen(reason) - 1, reason);
  if (bad->level != 0 && !path_is_same(bad, &asked->target)) printf(": %s", path_text(bad, text));
  if (taken->determined_by == LWM2M_ACCESS_DETERMINED_BY_NOTHING)
    puts(".");
  else
    printf(". %s\n", lwm2m_access_determined_by_sentence(taken->determined_by));
}

void log_fault(int64_t server, const struct request* asked, unsigned code) {
  print_request(server, asked);
  printf(" -> %u.%02u: It cannot be performed.\n", code >> 5, code & 31U);
}

void log_unanswered(const struct request* asked) {
  print_request(0, asked);
  puts(" -> no answer");
}

void log_observation(int64_t server, const struct request* asked,
                     lwm2m_access_observation_state state) {
  const char* const word = state == LWM2M_ACCESS_OBSERVATION_ACTIVE       ? "active"
                           : state == LWM2M_ACCESS_OBSERVATION_SUPPRESSED ? "suppressed"
                                                                          : "ended";
  printf("%lld observes", (long long)server);
  print_paths(asked);
  printf(": %s\n", word);
}

void log_admission(int64_t server) { printf("%lld is admitted\n", (long long)server); }

void log_refusals(uint64_t refusals) {
  printf("not admitted:");
  for (unsigned k = 0; k < 64; ++k)
    if (lwm2m_access_set_has(refusals, k)) printf(" %s", lwm2m_access_refusal_sentence(k));
  puts("");
}
