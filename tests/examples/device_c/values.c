#include "values.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "memory.h"

/* Of each Resource that does not begin as an empty text. */
static const char first_values[] =
    "{\"1/0\": 0, \"1/1\": 86400, \"1/2\": 0, \"1/3\": 60, \"1/5\": 86400, \"1/6\": true,"
    " \"1/7\": \"U\", \"3/0\": \"Example\", \"3/1\": \"lwm2m-device\", \"3/2\": \"1\","
    " \"3/3\": \"1.0\", \"3/9\": 100, \"3/13\": 0, \"3/14\": \"+00:00\", \"3/16\": \"U\","
    " \"4/0\": 41, \"4/2\": -60, \"4/4\": \"127.0.0.1\", \"5/3\": 0, \"5/5\": 0,"
    " \"3303/5601\": 21.0, \"3303/5602\": 21.0, \"3303/5700\": 21.0, \"3303/5701\": \"Cel\","
    " \"3303/5750\": \"sensor\"}";

struct held {
  lwm2m_access_path at;
  json_t* value;    /* NULL: attributes alone */
  char* attributes; /* NULL: none */
};

static json_t* first;
static struct held* all;
static size_t count;

static struct held* find(const lwm2m_access_path* at) {
  for (size_t k = 0; k < count; ++k)
    if (path_is_same(&all[k].at, at)) return &all[k];
  return NULL;
}

static struct held* find_or_add(const lwm2m_access_path* at) {
  struct held* found = find(at);
  if (found) return found;
  all = claim_one_more(all, count, sizeof *all);
  found = &all[count++];
  found->at = *at;
  found->value = NULL;
  found->attributes = NULL;
  return found;
}

/* What the Resource says when its instance is new; borrowed. */
static json_t* first_value_of(const lwm2m_access_path* resource) {
  char key[16];
  if (!first) first = json_loads(first_values, 0, NULL);
  (void)snprintf(key, sizeof key, "%u/%u", resource->id[0], resource->id[2]);
  if (!json_object_get(first, key)) json_object_set_new(first, key, json_string(""));
  return json_object_get(first, key);
}

void values_add(const lwm2m_access_path* resource) {
  (void)find_or_add(resource);
  values_set_to_first(resource);
}

void values_set_to_first(const lwm2m_access_path* resource) {
  values_set(resource, json_incref(first_value_of(resource)));
}

static void release(const struct held* one) {
  json_decref(one->value);
  free(one->attributes);
}

void values_erase(const lwm2m_access_path* instance) {
  size_t kept = 0;
  for (size_t k = 0; k < count; ++k)
    if (path_contains(instance, &all[k].at))
      release(&all[k]);
    else
      all[kept++] = all[k];
  count = kept;
}

json_t* values_find(const lwm2m_access_path* resource) {
  const struct held* const found = find(resource);
  return found ? found->value : NULL;
}

void values_set(const lwm2m_access_path* resource, json_t* value) {
  struct held* const found = find(resource);
  json_t* const before = found ? found->value : value;
  if (found) found->value = value;
  json_decref(before);
}

static bool is_same_kind(const json_t* a, const json_t* b) {
  return json_typeof(a) == json_typeof(b) || (json_is_boolean(a) && json_is_boolean(b));
}

json_t* values_as_kind_of(const lwm2m_access_path* resource, json_t* given) {
  const json_t* const like = first_value_of(resource);
  if (!given) return NULL;
  if (is_same_kind(like, given)) return json_incref(given);
  if (!json_is_real(like) || !json_is_integer(given)) return NULL;
  return json_real((double)json_integer_value(given));
}

/* A number that is all of the text. */
static json_t* number_of(const char* text, bool is_whole) {
  char* end = NULL;
  errno = 0;
  if (text[0] == 0 || text[0] == '+' || strspn(text, "0123456789+-.eE") != strlen(text))
    return NULL;
  const long long whole = strtoll(text, &end, 10);
  if (is_whole) return errno == 0 && *end == 0 ? json_integer(whole) : NULL;
  errno = 0;
  const double decimal = strtod(text, &end);
  return errno == 0 && *end == 0 ? json_real(decimal) : NULL;
}

json_t* values_of_text(const lwm2m_access_path* resource, const char* text, size_t size) {
  const bool is_managed = resource->id[0] == 2; /* all of Object 2 are whole numbers */
  const json_t* const like = is_managed ? NULL : first_value_of(resource);
  char copy[64];
  if (json_is_string(like)) return json_stringn(text, size); /* NULL when it is not UTF-8 */
  if (size >= sizeof copy || memchr(text, 0, size)) return NULL;
  memcpy(copy, text, size);
  copy[size] = 0;
  if (!json_is_boolean(like)) return number_of(copy, is_managed || json_is_integer(like));
  if (strcmp(copy, "0") == 0) return json_false();
  return strcmp(copy, "1") == 0 ? json_true() : NULL;
}

void attributes_set(const lwm2m_access_path* at, char* attributes) {
  struct held* const found = find_or_add(at);
  free(found->attributes);
  found->attributes = attributes;
}

const char* attributes_find(const lwm2m_access_path* at) {
  const struct held* const found = find(at);
  return found ? found->attributes : NULL;
}

void values_end(void) {
  for (size_t k = 0; k < count; ++k) release(&all[k]);
  free(all);
  json_decref(first);
}
