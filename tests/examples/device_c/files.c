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
