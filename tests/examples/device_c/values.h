#pragma once

/* The values of all Resources but those of Object 2, which the policy holds; and the attributes
   that Write-Attributes left at a path. */

#include <jansson.h>

#include "path.h"

/* Gives a Resource its first value, which says of which kind its values are. */
void values_add(const lwm2m_access_path* resource);
void values_set_to_first(const lwm2m_access_path* resource);

/* Forgets values and attributes at and below a path. */
void values_erase(const lwm2m_access_path* instance);

/* NULL when there is none. It is borrowed. */
json_t* values_find(const lwm2m_access_path* resource);

/* Takes `value`, which is of the kind of the Resource; the Resource must be there. */
void values_set(const lwm2m_access_path* resource, json_t* value);

/* `given` as the kind of value that the Resource has, a new reference: a whole number may stand for
   a decimal. NULL: it is of another kind, or NULL. */
json_t* values_as_kind_of(const lwm2m_access_path* resource, json_t* given);

/* What a text says of the Resource; NULL when it is no value of its kind. */
json_t* values_of_text(const lwm2m_access_path* resource, const char* text, size_t size);

/* Attributes as a link has them, `;pmin=1`; taken. NULL: none. */
void attributes_set(const lwm2m_access_path* at, char* attributes);
const char* attributes_find(const lwm2m_access_path* at);

/* Forgets everything: the program ends. */
void values_end(void);
