#include "files.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "glue_access.h"
#include "memory.h"

char* file_read(const char* name, size_t* size) {
  FILE* const file = fopen(name, "rb");
  char* text = claim(1, 1);
  int c = 0;
  *size = 0;
  while (file && (c = fgetc(file)) != EOF) {
    text = claim_one_more(text, *size + 1, 1);
    text[(*size)++] = (char)c;
  }
  text[*size] = 0;
  const bool is_read = file && !ferror(file);
  if (file) (void)fclose(file);
  if (is_read) return text;
  fprintf(stderr, "%s: cannot be read\n", name);
  free(text);
  return NULL;
}

bool policy_read(const char* file) {
  lwm2m_access_text_error mistake;
  size_t size = 0;
  char* const text = file_read(file, &size);
  if (!text) return false;
  const lwm2m_access_status done = glue_load(text, size, &mistake);
  free(text);
  if (done == LWM2M_ACCESS_STATUS_TEXT_WRONG)
    fprintf(stderr, "%s:%u:%u: %s\n", file, mistake.line, mistake.column,
            lwm2m_access_expected_sentence(mistake.expected));
  else if (done != LWM2M_ACCESS_STATUS_DONE)
    fprintf(stderr, "%s: %s\n", file, lwm2m_access_status_sentence(done));
  return done == LWM2M_ACCESS_STATUS_DONE;
}

/* ---------------------------------------------------------------- the Servers */

/* Identities and keys, which the accounts borrow. */
static char* servers_text;

/* Turns hexadecimal digits into octets, in place; false when they are none. */
static bool octets_of_hex(char* digits, struct octets* key) {
  const size_t size = strlen(digits);
  if (size == 0 || size % 2 != 0 || strspn(digits, "0123456789abcdefABCDEF") != size) return false;
  for (size_t k = 0; k < size; k += 2) {
    const char pair[3] = {digits[k], digits[k + 1], 0};
    digits[k / 2] = (char)strtoul(pair, NULL, 16);
  }
  key->data = (const uint8_t*)digits;
  key->size = size / 2;
  return true;
}

/* False when the line is wrong. */
static bool read_line(char* line, int64_t* server, struct octets* identity, struct octets* key) {
  static const char blanks[] = " \t\r";
  char* words[6] = {0};
  size_t count = 0;
  char* rest = line;
  for (char* word = strtok_r(line, blanks, &rest); word && count < 6;
       word = strtok_r(NULL, blanks, &rest))
    words[count++] = word;
  if (count != 5 || strcmp(words[1], "psk") != 0 || strcmp(words[2], "-") != 0) return false;
  if (strspn(words[0], "0123456789") != strlen(words[0])) return false;
  *server = strtoll(words[0], NULL, 10);
  identity->data = (const uint8_t*)words[3];
  identity->size = strlen(words[3]);
  return *server >= 1 && *server <= 65534 && octets_of_hex(words[4], key);
}

/* Every fault is named. */
static bool add_server(int64_t server, const struct octets* identity, const struct octets* key) {
  uint64_t faults = 0;
  const lwm2m_access_status done = glue_add_server(server, identity, key, &faults);
  for (unsigned k = 0; k < 64; ++k)
    if (lwm2m_access_set_has(faults, k))
      fprintf(stderr, "%lld: %s\n", (long long)server, lwm2m_access_account_fault_sentence(k));
  if (done != LWM2M_ACCESS_STATUS_DONE && faults == 0)
    fprintf(stderr, "%lld: %s\n", (long long)server, lwm2m_access_status_sentence(done));
  return done == LWM2M_ACCESS_STATUS_DONE;
}

bool servers_read(const char* file) {
  size_t size = 0;
  char* line = servers_text = file_read(file, &size);
  bool are_right = line != NULL;
  for (unsigned number = 1; line; ++number) {
    char* const end = strchr(line, '\n');
    struct octets identity, key;
    int64_t server = 0;
    if (end) *end = 0;
    line[strcspn(line, "#")] = 0;
    if (line[strspn(line, " \t\r")] != 0) {
      if (!read_line(line, &server, &identity, &key)) {
        fprintf(stderr, "%s:%u: Expected SSID psk - IDENTITY KEY-IN-HEX.\n", file, number);
        return false;
      }
      are_right = add_server(server, &identity, &key) && are_right;
    }
    line = end ? end + 1 : NULL;
  }
  return are_right;
}

void servers_end(void) { free(servers_text); }
