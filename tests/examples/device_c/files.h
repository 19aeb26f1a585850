#pragma once

#include <stdbool.h>
#include <stddef.h>

/* The text of a file, with a terminating zero, to be freed; NULL, and a line on standard error,
   when it cannot be read. */
char* file_read(const char* name, size_t* size);

/* Reads the policy; false, and the mistake on standard error, when it is wrong. */
bool policy_read(const char* file);
