#pragma once

/// The ready-made object model.

#include <lwm2m/access/c/types.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Makes an empty ready-made model in the `size` bytes at `model`. As `lwm2m_access_policy_make`.
lwm2m_access_status lwm2m_access_model_make(lwm2m_access_model* model, size_t size);

/// OBJECT_INVALID, OBJECT_DOUBLED, NO_ROOM.
lwm2m_access_status lwm2m_access_model_add_object(lwm2m_access_model* model, int64_t object,
                                                  lwm2m_access_multiplicity instances);

/// OBJECT_UNKNOWN, RESOURCE_INVALID, RESOURCE_DOUBLED, NO_ROOM.
lwm2m_access_status lwm2m_access_model_add_resource(lwm2m_access_model* model, int64_t object,
                                                    const lwm2m_access_resource* resource);

/// OBJECT_UNKNOWN, INSTANCE_INVALID, INSTANCE_DOUBLED, NO_ROOM.
lwm2m_access_status lwm2m_access_model_add_instance(lwm2m_access_model* model, int64_t object,
                                                    int64_t instance);

/// OBJECT_UNKNOWN, INSTANCE_UNKNOWN.
lwm2m_access_status lwm2m_access_model_erase_instance(lwm2m_access_model* model, int64_t object,
                                                      int64_t instance);

// What a model holds, such as one that `lwm2m_access_load_text` has read.

/// How many Objects there are (0 for a model that was not made), and the k-th, ascending by ID.
/// NO_SUCH_PLACE.
size_t lwm2m_access_model_object_count(const lwm2m_access_model* model);
lwm2m_access_status lwm2m_access_model_object_at(const lwm2m_access_model* model, size_t k,
                                                 lwm2m_access_object* found);

/// The Object of that ID. OBJECT_UNKNOWN.
lwm2m_access_status lwm2m_access_model_find_object(const lwm2m_access_model* model, int64_t object,
                                                   lwm2m_access_object* found);

/// The k-th instance and the k-th Resource of an Object, ascending by ID. OBJECT_UNKNOWN,
/// NO_SUCH_PLACE.
lwm2m_access_status lwm2m_access_model_instance_at(const lwm2m_access_model* model, int64_t object,
                                                   size_t k, uint16_t* instance);
lwm2m_access_status lwm2m_access_model_resource_at(const lwm2m_access_model* model, int64_t object,
                                                   size_t k, lwm2m_access_resource* found);

/// What an Object says of one of its Resources; false, and zeros, where it defines none of that ID.
bool lwm2m_access_model_find_resource(const lwm2m_access_model* model, int64_t object,
                                      int64_t resource, lwm2m_access_resource* found);

/// Whether an Object Instance is there; false for a model that was not made.
bool lwm2m_access_model_has_instance(const lwm2m_access_model* model, int64_t object,
                                     int64_t instance);

#ifdef __cplusplus
}
#endif
