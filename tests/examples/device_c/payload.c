#include "payload.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "memory.h"
#include "values.h"

/* ---------------------------------------------------------------- reading */

static bool writes(const struct request* asked) {
  return asked->operation == LWM2M_ACCESS_OPERATION_WRITE ||
         asked->operation == LWM2M_ACCESS_OPERATION_UPDATE ||
         asked->operation == LWM2M_ACCESS_OPERATION_CREATE;
}

/* The path that a record has, whose name may be relative to `base`; false: none. */
static bool path_of_record(const char* base_name, const char* name, const lwm2m_access_path* base,
                           lwm2m_access_path* found) {
  char own[96], whole[sizeof own + PATH_TEXT_SIZE] = "";
  if (strlen(base_name) + strlen(name) >= sizeof own) return false;
  strcat(strcpy(own, base_name), name);
  if (own[0] != 0 && own[0] != '/') strcat(path_text(base, whole), "/");
  strcat(whole, own);
  return lwm2m_access_path_parse(whole, strlen(whole), found) == LWM2M_ACCESS_STATUS_DONE;
}

/* The value of a record, a new reference; NULL when it has none. */
static json_t* value_in(const json_t* record) {
  json_t *const text = json_object_get(record, "vs"), *const flag = json_object_get(record, "vb"),
                *const number = json_object_get(record, "v");
  if (json_is_string(text)) return json_incref(text);
  if (json_is_boolean(flag)) return json_incref(flag);
  return json_is_number(number) ? json_incref(number) : NULL;
}

/* The text of a member, `otherwise` when there is none; NULL when it is no text. */
static const char* text_in(const json_t* record, const char* member, const char* otherwise) {
  const json_t* const found = json_object_get(record, member);
  return found ? json_string_value(found) : otherwise;
}

static bool read_pack(struct records* into, const json_t* pack, const lwm2m_access_path* base) {
  const char* base_name = "";
  for (size_t k = 0; k < json_array_size(pack); ++k) {
    const json_t* const record = json_array_get(pack, k);
    const char* const name = text_in(record, "n", "");
    lwm2m_access_path at;
    base_name = text_in(record, "bn", base_name);
    if (!json_is_object(record) || !base_name || !name) return false;
    if (!path_of_record(base_name, name, base, &at)) return false;
    records_add(into, &at, value_in(record));
  }
  return json_is_array(pack);
}

static bool read_senml(struct request* into, const char* payload, size_t size,
                       const lwm2m_access_path* base) {
  json_t* const pack = json_loadb(payload, size, 0, NULL);
  const bool is_right = read_pack(&into->conveyed, pack, base);
  json_decref(pack);
  /* An empty pack for a Resource empties it: of Object 2 the ACL. */
  if (is_right && into->conveyed.count == 0 && into->target.level == LWM2M_ACCESS_LEVEL_RESOURCE)
    records_add(&into->conveyed, &into->target, NULL);
  return is_right;
}

/* A text for one Resource. What says nothing of Object 2 names nothing: above all it does not empty
   an ACL. */
static void read_text(struct request* into, const char* payload, size_t size) {
  json_t* const value = values_of_text(&into->target, payload, size);
  if (value || into->target.id[0] != 2) records_add(&into->conveyed, &into->target, value);
}

unsigned payload_read(struct request* into, int32_t format, const char* payload, size_t size,
                      const lwm2m_access_path* base) {
  const bool is_for_one = into->target.level >= LWM2M_ACCESS_LEVEL_RESOURCE;
  if (!writes(into) && !request_is_composite(into)) return 0;
  if (size == 0 && !is_for_one) return 0;
  if (format == FORMAT_NONE) format = is_for_one ? FORMAT_TEXT : FORMAT_SENML_JSON;
  if (format == FORMAT_TEXT && is_for_one) return read_text(into, payload, size), 0;
  if (format != FORMAT_SENML_JSON) return CODE_UNSUPPORTED_FORMAT;
  return read_senml(into, payload, size, base) ? 0 : CODE_BAD_REQUEST;
}

/* ---------------------------------------------------------------- writing */

static json_t* record_of(const lwm2m_access_path* at, json_t* value) {
  char name[PATH_TEXT_SIZE];
  json_t* const record = json_object();
  const char* const member = json_is_string(value) ? "vs" : json_is_boolean(value) ? "vb" : "v";
  json_object_set_new(record, "n", json_string(path_text(at, name)));
  json_object_set(record, member, value);
  return record;
}

static char* senml_of(const struct records* shown) {
  json_t* const pack = json_array();
  for (size_t k = 0; k < shown->count; ++k)
    json_array_append_new(pack, record_of(&shown->at[k], shown->value[k]));
  char* const text = json_dumps(pack, JSON_COMPACT | JSON_REAL_PRECISION(15));
  json_decref(pack);
  return text;
}

static char* text_of(const json_t* value, size_t* size) {
  char* text = claim(json_string_length(value) + 32, 1);
  int written = 0;
  if (json_is_string(value)) {
    *size = json_string_length(value);
    return memcpy(text, json_string_value(value), *size);
  }
  if (json_is_real(value))
    written = sprintf(text, "%.15g", json_real_value(value));
  else if (json_is_integer(value))
    written = sprintf(text, "%lld", (long long)json_integer_value(value));
  else
    written = sprintf(text, "%d", json_is_true(value) ? 1 : 0);
  *size = (size_t)written;
  return text;
}

unsigned payload_write(const struct request* asked, const struct records* shown,
                       struct response* into) {
  const bool is_one = asked->target.level >= LWM2M_ACCESS_LEVEL_RESOURCE && shown->count == 1 &&
                      path_is_same(&shown->at[0], &asked->target);
  into->format = asked->accept;
  if (into->format == FORMAT_NONE) into->format = is_one ? FORMAT_TEXT : FORMAT_SENML_JSON;
  if (into->format == FORMAT_SENML_JSON) {
    into->payload = senml_of(shown);
    into->size = strlen(into->payload);
    return 0;
  }
  if (into->format != FORMAT_TEXT || !is_one) return CODE_NOT_ACCEPTABLE;
  into->payload = text_of(shown->value[0], &into->size);
  return 0;
}

void payload_add_link(struct response* into, const lwm2m_access_path* at) {
  char text[PATH_TEXT_SIZE];
  const char* const attributes = attributes_find(at);
  const size_t more = PATH_TEXT_SIZE + 4 + (attributes ? strlen(attributes) : 0);
  into->format = FORMAT_LINK;
  into->payload = claim_one_more(into->payload, into->size + more, 1);
  const int written =
      snprintf(into->payload + into->size, more, "%s<%s>%s", into->size != 0 ? "," : "",
               path_text(at, text), attributes ? attributes : "");
  into->size += (size_t)written;
}
