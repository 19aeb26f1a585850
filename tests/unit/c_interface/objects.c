/* The objects that are there: a model that the library keeps, and functions of the stack's own. */

#include <string.h>

#include "world.h"

static void test_model_make(void) {
  union {
    lwm2m_access_model aligned;
    uint8_t bytes[sizeof(lwm2m_access_model) + 8];
  } memory;
  void* misaligned = memory.bytes + 1;
  GIVES(ARGUMENT_MISSING, lwm2m_access_model_make(NULL, sizeof model));
  GIVES(STORAGE_TOO_SMALL, lwm2m_access_model_make(&memory.aligned, 8));
  GIVES(STORAGE_MISALIGNED, lwm2m_access_model_make(misaligned, sizeof model));
  GIVES(DONE, lwm2m_access_model_make(&memory.aligned, sizeof model));
}

static void test_model(void) {
  const lwm2m_access_resource reserved = {65535, 0, false, false};
  make_model();
  GIVES(OBJECT_INVALID, lwm2m_access_model_add_object(&model, 2, 1));
  GIVES(OBJECT_INVALID, lwm2m_access_model_add_object(&model, 65536 + 5, 1));
  GIVES(OBJECT_DOUBLED, lwm2m_access_model_add_object(&model, 3, 1));
  GIVES(ENUMERATION_UNKNOWN, lwm2m_access_model_add_object(&model, 5, 0));
  GIVES(ENUMERATION_UNKNOWN, lwm2m_access_model_add_object(&model, 5, 3));
  GIVES(DONE, lwm2m_access_model_add_object(&model, 5, 1));
  GIVES(NO_ROOM, lwm2m_access_model_add_object(&model, 6, 1));
  GIVES(ARGUMENT_MISSING, lwm2m_access_model_add_object(NULL, 6, 1));
  GIVES(NOT_MADE, lwm2m_access_model_add_object(&unmade_model, 6, 1));

  GIVES(OBJECT_UNKNOWN, lwm2m_access_model_add_resource(&model, 7, &reboot));
  GIVES(RESOURCE_INVALID, lwm2m_access_model_add_resource(&model, 5, &reserved));
  GIVES(RESOURCE_DOUBLED, lwm2m_access_model_add_resource(&model, 3, &reboot));
  GIVES(DONE, lwm2m_access_model_add_resource(&model, 5, &reboot));
  GIVES(DONE, lwm2m_access_model_add_resource(&model, 5, &lifetime));
  GIVES(NO_ROOM, lwm2m_access_model_add_resource(&model, 5, &name_of_device));
  GIVES(ARGUMENT_MISSING, lwm2m_access_model_add_resource(&model, 5, NULL));
  GIVES(ARGUMENT_MISSING, lwm2m_access_model_add_resource(NULL, 5, &reboot));
  GIVES(NOT_MADE, lwm2m_access_model_add_resource(&unmade_model, 5, &reboot));

  GIVES(OBJECT_UNKNOWN, lwm2m_access_model_add_instance(&model, 7, 0));
  GIVES(INSTANCE_INVALID, lwm2m_access_model_add_instance(&model, 1, 65536 + 2));
  GIVES(INSTANCE_DOUBLED, lwm2m_access_model_add_instance(&model, 1, 1));
  GIVES(INSTANCE_DOUBLED, lwm2m_access_model_add_instance(&model, 3, 1)); /* single */
  GIVES(DONE, lwm2m_access_model_add_instance(&model, 1, 2));
  GIVES(NO_ROOM, lwm2m_access_model_add_instance(&model, 1, 3));
  GIVES(ARGUMENT_MISSING, lwm2m_access_model_add_instance(NULL, 1, 3));
  GIVES(NOT_MADE, lwm2m_access_model_add_instance(&unmade_model, 1, 3));

  GIVES(DONE, lwm2m_access_model_erase_instance(&model, 1, 2));
  GIVES(INSTANCE_UNKNOWN, lwm2m_access_model_erase_instance(&model, 1, 2));
  GIVES(OBJECT_UNKNOWN, lwm2m_access_model_erase_instance(&model, 7, 2));
  GIVES(ARGUMENT_MISSING, lwm2m_access_model_erase_instance(NULL, 1, 2));
  GIVES(NOT_MADE, lwm2m_access_model_erase_instance(&unmade_model, 1, 2));
}

/* Objects of the stack's own: one, Device, that three definitions describe. */
static unsigned optional_calls;
static size_t own_object_count(void* context) { return context == &policy ? 1 : 0; }
static uint16_t own_object(void* context, size_t k) { return context && k == 0 ? 3 : 65535; }
static lwm2m_access_multiplicity own_multiplicity(void* context, uint16_t object) {
  return context && object == 3 ? LWM2M_ACCESS_MULTIPLICITY_SINGLE : 77;
}
static size_t own_instance_count(void* context, uint16_t object) { return context && object == 3; }
static uint16_t own_instance(void* context, uint16_t object, size_t k) {
  return context && object == 3 && k == 0 ? 0 : 65535;
}
static size_t own_definition_count(void* context, uint16_t object) {
  return context && object == 3 ? 3 : 0;
}
static void own_definition(void* context, uint16_t object, size_t k, lwm2m_access_resource* found) {
  const lwm2m_access_resource keys = {7, LWM2M_ACCESS_TYPE_READ, true, false}, none = {0};
  *found = k == 0 ? name_of_device : k == 1 ? clock_of_device : keys;
  if (!context || object != 3) *found = none;
}
static bool own_has_instance(void* context, uint16_t object, uint16_t instance) {
  ++optional_calls;
  return context && object == 3 && instance == 0;
}
static bool own_find(void* context, uint16_t object, uint16_t resource,
                     lwm2m_access_resource* found) {
  ++optional_calls;
  for (size_t k = 0; k < 3; ++k) {
    own_definition(context, object, k, found);
    if (found->id == resource) return true;
  }
  return false;
}
static bool own_has_resource(void* context, uint16_t object, uint16_t instance, uint16_t resource) {
  ++optional_calls;
  return context && object == 3 && instance == 0 && (resource == 7 || resource == 13);
}
static bool own_has_resource_instance(void* context, uint16_t object, uint16_t instance,
                                      uint16_t resource, uint16_t resource_instance) {
  ++optional_calls;
  return context && object == 3 && instance == 0 && resource == 7 && resource_instance == 1;
}

static void test_own_objects(void) {
  lwm2m_access_object_functions own = {.object_count = own_object_count,
                                       .object = own_object,
                                       .multiplicity = own_multiplicity,
                                       .instance_count = own_instance_count,
                                       .instance = own_instance,
                                       .definition_count = own_definition_count,
                                       .definition = own_definition};
  const lwm2m_access_path name = path_resource(3, 0, 0);
  const lwm2m_access_path clock = path_resource(3, 0, 13);
  const lwm2m_access_path first = path_resource_instance(3, 0, 7, 0);
  const lwm2m_access_path second = path_resource_instance(3, 0, 7, 1);
  const lwm2m_access_path missing[] = {path_object(4), path_instance(3, 1), path_resource(3, 0, 14),
                                       path_resource_instance(3, 0, 13, 0)};
  make_policy();
  objects = no_objects;
  objects.functions = &own;
  objects.context = &policy;
  for (int round = 0; round < 2; ++round) {
    const bool knows = round == 1;
    optional_calls = 0;
    for (size_t k = 0; k < sizeof missing / sizeof missing[0]; ++k)
      CHECK(decide(101, LWM2M_ACCESS_OPERATION_READ, missing[k]).code ==
            LWM2M_ACCESS_CODE_NOT_FOUND);
    CHECK(decide(101, LWM2M_ACCESS_OPERATION_READ, clock).code == LWM2M_ACCESS_CODE_CONTENT);
    CHECK(decide(101, LWM2M_ACCESS_OPERATION_READ, second).code == LWM2M_ACCESS_CODE_CONTENT);
    CHECK(decide(101, LWM2M_ACCESS_OPERATION_READ, first).code ==
          (knows ? LWM2M_ACCESS_CODE_NOT_FOUND : LWM2M_ACCESS_CODE_CONTENT));
    CHECK(decide(101, LWM2M_ACCESS_OPERATION_READ, name).code ==
          (knows ? LWM2M_ACCESS_CODE_NOT_FOUND : LWM2M_ACCESS_CODE_CONTENT));
    CHECK((optional_calls != 0) == knows);
    own.has_instance = own_has_instance;
    own.find_definition = own_find;
    own.has_resource = own_has_resource;
    own.has_resource_instance = own_has_resource_instance;
  }

  /* `/` asks for all the objects. */
  const lwm2m_access_path everything = path_root();
  lwm2m_access_request asked = request_of(101, LWM2M_ACCESS_OPERATION_SEND, everything);
  lwm2m_access_decision decision;
  memset(&asked.target, 0, sizeof asked.target);
  asked.payload = &everything;
  asked.payload_size = 1;
  GIVES(DONE, lwm2m_access_authorize(&policy, &objects, &asked, &decision));
  CHECK(decision.verdict == LWM2M_ACCESS_VERDICT_SEND);
}

/* Each of the functions that must be there is asked for. */
static void test_missing_functions(void) {
  const lwm2m_access_object_functions whole = {.object_count = own_object_count,
                                               .object = own_object,
                                               .multiplicity = own_multiplicity,
                                               .instance_count = own_instance_count,
                                               .instance = own_instance,
                                               .definition_count = own_definition_count,
                                               .definition = own_definition};
  lwm2m_access_object_functions each[7];
  lwm2m_access_decision decision;
  const lwm2m_access_request asked =
      request_of(101, LWM2M_ACCESS_OPERATION_READ, path_instance(3, 0));
  for (size_t k = 0; k < 7; ++k) each[k] = whole;
  each[0].object_count = NULL;
  each[1].object = NULL;
  each[2].multiplicity = NULL;
  each[3].instance_count = NULL;
  each[4].instance = NULL;
  each[5].definition_count = NULL;
  each[6].definition = NULL;
  make_policy();
  objects = no_objects;
  objects.context = &policy;
  for (size_t k = 0; k < 7; ++k) {
    objects.functions = &each[k];
    GIVES(ARGUMENT_MISSING, lwm2m_access_authorize(&policy, &objects, &asked, &decision));
  }
}

void check_objects(void) {
  test_model_make();
  test_model();
  test_own_objects();
  test_missing_functions();
}
