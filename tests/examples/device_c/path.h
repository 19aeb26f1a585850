#pragma once

#include <lwm2m/access.h>

/* What the stack does with paths. It uses the type of the C interface; a stack with one of its own
   converts with lwm2m_access_path_of_ids. */

enum { PATH_TEXT_SIZE = 32 };

/* Writes a path as `/3/0/1`, with its terminating zero; returns `text`. */
char* path_text(const lwm2m_access_path* path, char text[PATH_TEXT_SIZE]);

bool path_is_same(const lwm2m_access_path* a, const lwm2m_access_path* b);

/* Whether `inner` is `outer` or lies below it. */
bool path_contains(const lwm2m_access_path* outer, const lwm2m_access_path* inner);

/* How many IDs the path has. */
size_t path_depth(const lwm2m_access_path* path);
