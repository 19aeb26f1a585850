#include "path.h"

#include <stdio.h>
#include <string.h>

size_t path_depth(const lwm2m_access_path* path) {
  return path->level > LWM2M_ACCESS_LEVEL_ROOT ? path->level - LWM2M_ACCESS_LEVEL_ROOT : 0;
}

char* path_text(const lwm2m_access_path* path, char text[PATH_TEXT_SIZE]) {
  size_t size = 0;
  text[0] = 0;
  if (path->level == LWM2M_ACCESS_LEVEL_ROOT) (void)snprintf(text, PATH_TEXT_SIZE, "/");
  for (size_t k = 0; k < path_depth(path); ++k) {
    const int written = snprintf(text + size, PATH_TEXT_SIZE - size, "/%u", path->id[k]);
    size += (size_t)written;
  }
  return text;
}

bool path_is_same(const lwm2m_access_path* a, const lwm2m_access_path* b) {
  return a->level == b->level && memcmp(a->id, b->id, sizeof a->id) == 0;
}

bool path_contains(const lwm2m_access_path* outer, const lwm2m_access_path* inner) {
  const size_t depth = path_depth(outer);
  return outer->level != 0 && outer->level <= inner->level &&
         memcmp(outer->id, inner->id, depth * sizeof outer->id[0]) == 0;
}
