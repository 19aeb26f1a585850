#include "servers.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "files.h"
#include "glue_access.h"
#include "memory.h"

struct server {
  int64_t id;
  char* identity; /* which the account borrows, as it does the key */
  uint8_t* key;
  size_t key_size;
};
struct list {
  struct server* all;
  size_t count;
};
static struct list known;

static void release(const struct server* one) {
  free(one->identity);
  free(one->key);
}

static void end(struct list* list) {
  for (size_t k = 0; k < list->count; ++k) release(&list->all[k]);
  free(list->all);
  list->all = NULL;
  list->count = 0;
}

/* ---------------------------------------------------------------- the file */

/* Hexadecimal digits as octets; NULL when they are none. */
static uint8_t* octets_of_hex(const char* digits, size_t* size) {
  const size_t count = strlen(digits);
  if (count == 0 || count % 2 != 0) return NULL;
  if (strspn(digits, "0123456789abcdefABCDEF") != count) return NULL;
  uint8_t* const octets = claim(count / 2, 1);
  for (size_t k = 0; k < count; k += 2) {
    const char pair[3] = {digits[k], digits[k + 1], 0};
    octets[k / 2] = (uint8_t)strtoul(pair, NULL, 16);
  }
  *size = count / 2;
  return octets;
}

/* Appends the Server of a line; false when the line is wrong. */
static bool read_line(struct list* into, char* line) {
  static const char blanks[] = " \t\r";
  char* words[6] = {0};
  char* rest = line;
  size_t count = 0;
  struct server one;
  for (char* word = strtok_r(line, blanks, &rest); word && count < 6;
       word = strtok_r(NULL, blanks, &rest))
    words[count++] = word;
  if (count != 5 || strcmp(words[1], "psk") != 0 || strcmp(words[2], "-") != 0) return false;
  if (strspn(words[0], "0123456789") != strlen(words[0])) return false;
  one.id = strtoll(words[0], NULL, 10);
  one.key = one.id >= 1 && one.id <= 65534 ? octets_of_hex(words[4], &one.key_size) : NULL;
  if (!one.key) return false;
  one.identity = claim(strlen(words[3]) + 1, 1);
  strcpy(one.identity, words[3]);
  into->all = claim_one_more(into->all, into->count, sizeof one);
  into->all[into->count++] = one;
  return true;
}

static bool read_list(struct list* into, const char* file) {
  size_t size = 0;
  char* const text = file_read(file, &size);
  bool are_right = text != NULL;
  char* line = text;
  for (unsigned number = 1; line && are_right; ++number) {
    char* const behind = strchr(line, '\n');
    if (behind) *behind = 0;
    line[strcspn(line, "#")] = 0;
    are_right = line[strspn(line, " \t\r")] == 0 || read_line(into, line);
    if (!are_right)
      fprintf(stderr, "%s:%u: Expected SSID psk - IDENTITY KEY-IN-HEX.\n", file, number);
    line = behind ? behind + 1 : NULL;
  }
  free(text);
  return are_right;
}

/* ---------------------------------------------------------------- what comes and goes */

static bool is_same(const struct server* a, const struct server* b) {
  return a->id == b->id && strcmp(a->identity, b->identity) == 0 && a->key_size == b->key_size &&
         memcmp(a->key, b->key, a->key_size) == 0;
}

/* The place of a Server in a list; its count when it is not there. */
static size_t place_in(const struct list* list, const struct server* one) {
  size_t k = 0;
  while (k < list->count && !is_same(&list->all[k], one)) ++k;
  return k;
}

/* Takes the k-th out of a list. */
static void take_out(struct list* list, size_t k) { list->all[k] = list->all[--list->count]; }

/* Adds its account; every fault is named. */
static bool enter(const struct server* one) {
  const struct octets identity = {(const uint8_t*)one->identity, strlen(one->identity)};
  const struct octets key = {one->key, one->key_size};
  uint64_t faults = 0;
  const lwm2m_access_status done = glue_add_server(one->id, &identity, &key, &faults);
  for (unsigned k = 0; k < 64; ++k)
    if (lwm2m_access_set_has(faults, k))
      fprintf(stderr, "%lld: %s\n", (long long)one->id, lwm2m_access_account_fault_sentence(k));
  if (done != LWM2M_ACCESS_STATUS_DONE && faults == 0)
    fprintf(stderr, "%lld: %s\n", (long long)one->id, lwm2m_access_status_sentence(done));
  return done == LWM2M_ACCESS_STATUS_DONE;
}

/* Those that are listed as they are known are taken from the list; the others leave. How many. */
static size_t leave_unlisted(struct list* listed, int64_t* left, void (*gone)(int64_t server)) {
  size_t count = 0;
  for (size_t k = 0; k < known.count;) {
    const struct server one = known.all[k];
    const size_t at = place_in(listed, &one);
    if (at != listed->count) {
      release(&listed->all[at]);
      take_out(listed, at);
      ++k;
      continue;
    }
    gone(one.id);
    glue_remove_server(one.id);
    printf("%lld is no Server of this device any more\n", (long long)one.id);
    left[count++] = one.id;
    release(&one);
    take_out(&known, k);
  }
  return count;
}

/* Those of the list that can be are known from here on. How many. */
static size_t enter_all(struct list* listed, int64_t* come) {
  size_t count = 0;
  for (size_t k = 0; k < listed->count; ++k) {
    const struct server one = listed->all[k];
    if (!enter(&one)) {
      release(&one);
      continue;
    }
    known.all = claim_one_more(known.all, known.count, sizeof one);
    known.all[known.count++] = one;
    come[count++] = one.id;
  }
  listed->count = 0;
  return count;
}

bool servers_read(const char* file, void (*gone)(int64_t server)) {
  struct list listed = {NULL, 0};
  bool are_right = read_list(&listed, file);
  if (are_right) {
    int64_t* const left = claim(known.count, sizeof *left);
    const size_t left_count = leave_unlisted(&listed, left, gone);
    const size_t listed_count = listed.count;
    int64_t* const come = claim(listed_count, sizeof *come);
    const size_t come_count = enter_all(&listed, come);
    const lwm2m_access_status done = glue_change_accounts(left, left_count, come, come_count);
    if (done != LWM2M_ACCESS_STATUS_DONE)
      fprintf(stderr, "%s\n", lwm2m_access_status_sentence(done));
    are_right = come_count == listed_count && done == LWM2M_ACCESS_STATUS_DONE;
    free(left);
    free(come);
  }
  end(&listed);
  return are_right;
}

void servers_end(void) { end(&known); }
