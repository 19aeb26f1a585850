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

#ifdef __cplusplus
}
#endif
