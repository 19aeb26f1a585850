#include "memory.h"

#include <stdio.h>
#include <stdlib.h>

static void* must_be(void* claimed) {
  if (claimed) return claimed;
  fputs("out of memory\n", stderr);
  exit(3);
}

void* claim(size_t count, size_t size) { return must_be(calloc(count ? count : 1, size)); }

void* claim_one_more(void* all, size_t count, size_t size) {
  return must_be(realloc(all, (count + 1) * size));
}
