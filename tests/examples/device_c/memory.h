#pragma once

#include <stddef.h>

/* Memory of the stack: zeroed; the program ends where there is none. */
void* claim(size_t count, size_t size);

/* Makes room for one more of `count` things of `size` bytes: the memory may move. */
void* claim_one_more(void* all, size_t count, size_t size);
