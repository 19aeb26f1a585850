#include "device.h"

#include <string.h>

#include "glue_access.h"
#include "observations.h"
#include "values.h"

enum { SENSOR = 3303, MIN_MEASURED = 5601, MAX_MEASURED = 5602, RESET = 5605, SENSOR_VALUE = 5700 };

/* Every Resource of an instance that can be read or written has a value. */
static void add_values(uint16_t object, uint16_t instance) {
  lwm2m_access_resource resource;
  lwm2m_access_path at;
  for (size_t k = 0; lwm2m_access_model_resource_at(&engine.model, object, k, &resource) ==
                     LWM2M_ACCESS_STATUS_DONE;
       ++k) {
    lwm2m_access_path_make(&at, 3, object, instance, resource.id, 0);
    if (resource.operations & (LWM2M_ACCESS_TYPE_READ | LWM2M_ACCESS_TYPE_WRITE)) values_add(&at);
  }
}

/* The k-th instance of the Server Object is that of the k-th account. */
static void name_servers(void) {
  for (size_t k = 0; k < lwm2m_access_account_count(&engine.policy); ++k) {
    uint16_t server = 0, instance = 0;
    lwm2m_access_path at;
    lwm2m_access_account_at(&engine.policy, k, &server);
    if (lwm2m_access_model_instance_at(&engine.model, 1, k, &instance) != LWM2M_ACCESS_STATUS_DONE)
      return;
    lwm2m_access_path_make(&at, 3, 1, instance, 0, 0);
    if (values_find(&at)) values_set(&at, json_integer(server));
  }
}

void device_begin(void) {
  lwm2m_access_object object;
  uint16_t instance;
  for (size_t k = 0; k < lwm2m_access_model_object_count(&engine.model); ++k) {
    lwm2m_access_model_object_at(&engine.model, k, &object);
    for (size_t n = 0; n < object.instance_count; ++n) {
      lwm2m_access_model_instance_at(&engine.model, object.id, n, &instance);
      add_values(object.id, instance);
    }
  }
  name_servers();
}

/* Whether a value that is conveyed for a Resource is stored: it can be written, and is not the
   policy's own. */
static bool is_stored(const lwm2m_access_path* resource) {
  lwm2m_access_resource defined;
  return resource->id[0] != 2 &&
         lwm2m_access_model_find_resource(&engine.model, resource->id[0], resource->id[2],
                                          &defined) &&
         (defined.operations & LWM2M_ACCESS_TYPE_WRITE) != 0;
}

/* Whether each value that is stored is of the kind of its Resource. */
static bool values_fit(const struct request* asked) {
  for (size_t k = 0; k < asked->conveyed.count; ++k) {
    const lwm2m_access_path* const at = &asked->conveyed.at[k];
    json_t* const fitting = values_as_kind_of(at, asked->conveyed.value[k]);
    json_decref(fitting);
    if (!fitting && is_stored(at)) return false;
  }
  return true;
}

static bool create(const lwm2m_access_path* made) {
  if (lwm2m_access_model_add_instance(&engine.model, made->id[0], made->id[1]) !=
      LWM2M_ACCESS_STATUS_DONE)
    return false;
  add_values(made->id[0], made->id[1]);
  return true;
}

void device_erase(const lwm2m_access_path* instance) {
  if (instance->level != LWM2M_ACCESS_LEVEL_OBJECT_INSTANCE) return;
  lwm2m_access_model_erase_instance(&engine.model, instance->id[0], instance->id[1]);
  values_erase(instance);
  observations_touch(instance);
}

/* A Write that replaces an instance takes away what it does not convey. */
static void reset(const lwm2m_access_path* instance) {
  lwm2m_access_resource resource;
  lwm2m_access_path at;
  for (size_t k = 0; lwm2m_access_model_resource_at(&engine.model, instance->id[0], k, &resource) ==
                     LWM2M_ACCESS_STATUS_DONE;
       ++k) {
    lwm2m_access_path_make(&at, 3, instance->id[0], instance->id[1], resource.id, 0);
    if (is_stored(&at)) values_set_to_first(&at);
  }
}

static void store(const struct request* asked) {
  for (size_t k = 0; k < asked->conveyed.count; ++k) {
    const lwm2m_access_path* const at = &asked->conveyed.at[k];
    if (is_stored(at)) values_set(at, values_as_kind_of(at, asked->conveyed.value[k]));
    observations_touch(at);
  }
}

/* A Resource of a sensor. */
static void sensor_path(lwm2m_access_path* at, uint16_t instance, uint16_t resource) {
  lwm2m_access_path_make(at, 3, SENSOR, instance, resource, 0);
}

/* What the Executes do here: the sensor forgets its extremes. */
static void execute(const lwm2m_access_path* executed) {
  static const uint16_t extremes[] = {MIN_MEASURED, MAX_MEASURED};
  lwm2m_access_path at;
  if (executed->id[0] != SENSOR || executed->id[2] != RESET) return;
  sensor_path(&at, executed->id[1], SENSOR_VALUE);
  json_t* const now = values_find(&at);
  for (size_t k = 0; now && k < 2; ++k) {
    sensor_path(&at, executed->id[1], extremes[k]);
    if (values_find(&at)) values_set(&at, json_incref(now));
  }
}

unsigned device_change(const struct request* asked, const lwm2m_access_path* target) {
  if (!values_fit(asked)) return CODE_BAD_REQUEST;
  switch (asked->operation) {
    case LWM2M_ACCESS_OPERATION_CREATE:
      if (!create(target)) return CODE_NO_ROOM;
      break;
    case LWM2M_ACCESS_OPERATION_DELETE:
      device_erase(target);
      break;
    case LWM2M_ACCESS_OPERATION_EXECUTE:
      execute(target);
      break;
    case LWM2M_ACCESS_OPERATION_WRITE_ATTRIBUTES:
      attributes_set(target, asked->attributes ? strdup(asked->attributes) : NULL);
      break;
    case LWM2M_ACCESS_OPERATION_WRITE:
      if (target->level == LWM2M_ACCESS_LEVEL_OBJECT_INSTANCE && target->id[0] != 2) reset(target);
      break;
    default:
      break;
  }
  store(asked);
  observations_touch(target);
  return 0;
}

void device_measure(double temperature) {
  static const uint16_t all[] = {SENSOR_VALUE, MIN_MEASURED, MAX_MEASURED};
  lwm2m_access_path at;
  for (size_t k = 0; k < 3; ++k) {
    sensor_path(&at, 0, all[k]);
    const json_t* const now = values_find(&at);
    const double before = json_real_value(now);
    const bool is_wanted = all[k] == SENSOR_VALUE ||
                           (all[k] == MIN_MEASURED && temperature < before) ||
                           (all[k] == MAX_MEASURED && temperature > before);
    if (now && is_wanted) values_set(&at, json_real(temperature));
    if (now) observations_touch(&at);
  }
}
