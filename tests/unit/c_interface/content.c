/* What a model and Object 2 hold, for a stack that encodes it. */

#include <string.h>

#include "world.h"

/* ---------------------------------------------------------------- a model */

static void test_model_walk(void) {
  lwm2m_access_object object;
  lwm2m_access_resource found;
  uint16_t id = 1;
  make_model();
  CHECK(lwm2m_access_model_object_count(&model) == 2);
  GIVES(DONE, lwm2m_access_model_object_at(&model, 0, &object));
  CHECK(object.id == 1 && object.instances == LWM2M_ACCESS_MULTIPLICITY_MULTIPLE);
  CHECK(object.instance_count == 2 && object.resource_count == 1);
  GIVES(DONE, lwm2m_access_model_object_at(&model, 1, &object));
  CHECK(object.id == 3 && object.instances == LWM2M_ACCESS_MULTIPLICITY_SINGLE);
  GIVES(NO_SUCH_PLACE, lwm2m_access_model_object_at(&model, 2, &object));
  CHECK(object.id == 0 && object.instances == 0 && object.instance_count == 0);
  GIVES(DONE, lwm2m_access_model_find_object(&model, 3, &object));
  CHECK(object.id == 3 && object.instance_count == 1 && object.resource_count == 3);
  GIVES(OBJECT_UNKNOWN, lwm2m_access_model_find_object(&model, 4, &object));
  GIVES(OBJECT_UNKNOWN, lwm2m_access_model_find_object(&model, -1, &object));

  GIVES(DONE, lwm2m_access_model_instance_at(&model, 1, 1, &id));
  CHECK(id == 1);
  GIVES(NO_SUCH_PLACE, lwm2m_access_model_instance_at(&model, 1, 2, &id));
  GIVES(OBJECT_UNKNOWN, lwm2m_access_model_instance_at(&model, 4, 0, &id));
  GIVES(DONE, lwm2m_access_model_resource_at(&model, 3, 2, &found));
  CHECK(found.id == 13 && found.operations == (LWM2M_ACCESS_TYPE_READ | LWM2M_ACCESS_TYPE_WRITE));
  CHECK(!found.multiple && !found.mandatory);
  GIVES(NO_SUCH_PLACE, lwm2m_access_model_resource_at(&model, 3, 3, &found));
  GIVES(OBJECT_UNKNOWN, lwm2m_access_model_resource_at(&model, 4, 0, &found));
}

static void test_model_search(void) {
  lwm2m_access_resource found;
  make_model();
  CHECK(lwm2m_access_model_find_resource(&model, 3, 4, &found) && found.id == 4 && found.mandatory);
  CHECK(!lwm2m_access_model_find_resource(&model, 3, 5, &found) && found.operations == 0);
  CHECK(!lwm2m_access_model_find_resource(&model, 4, 4, &found));
  CHECK(!lwm2m_access_model_find_resource(&model, 3, 65536 + 4, &found));
  CHECK(!lwm2m_access_model_find_resource(&model, 3, 4, NULL));
  CHECK(lwm2m_access_model_has_instance(&model, 1, 1));
  CHECK(!lwm2m_access_model_has_instance(&model, 1, 2));
  CHECK(!lwm2m_access_model_has_instance(&model, 4, 0));
  CHECK(!lwm2m_access_model_has_instance(&model, 1, 65536));
}

static void test_model_refusals(void) {
  lwm2m_access_object object;
  lwm2m_access_resource found;
  uint16_t id;
  CHECK(lwm2m_access_model_object_count(NULL) == 0);
  CHECK(lwm2m_access_model_object_count(&unmade_model) == 0);
  GIVES(NOT_MADE, lwm2m_access_model_object_at(&unmade_model, 0, &object));
  GIVES(NOT_MADE, lwm2m_access_model_find_object(&unmade_model, 1, &object));
  GIVES(NOT_MADE, lwm2m_access_model_instance_at(&unmade_model, 1, 0, &id));
  GIVES(NOT_MADE, lwm2m_access_model_resource_at(&unmade_model, 1, 0, &found));
  GIVES(ARGUMENT_MISSING, lwm2m_access_model_object_at(&model, 0, NULL));
  GIVES(ARGUMENT_MISSING, lwm2m_access_model_find_object(&model, 1, NULL));
  GIVES(ARGUMENT_MISSING, lwm2m_access_model_instance_at(&model, 1, 0, NULL));
  GIVES(ARGUMENT_MISSING, lwm2m_access_model_resource_at(&model, 1, 0, NULL));
  CHECK(!lwm2m_access_model_find_resource(&unmade_model, 1, 1, &found));
  CHECK(!lwm2m_access_model_has_instance(&unmade_model, 1, 0));
}

/* ---------------------------------------------------------------- Object 2 */

struct leaves {
  lwm2m_access_path at[16];
  int64_t value[16];
  size_t count, wanted;
};
static bool take_leaf(void* context, const lwm2m_access_path* leaf, int64_t value) {
  struct leaves* all = context;
  all->at[all->count] = *leaf;
  all->value[all->count] = value;
  return ++all->count < all->wanted;
}
static struct leaves leaves_at(lwm2m_access_path at, size_t wanted) {
  struct leaves all = {.wanted = wanted};
  GIVES(DONE, lwm2m_access_read_access_control(&policy, &at, take_leaf, &all));
  return all;
}

static void test_read(void) {
  const lwm2m_access_path entry = path_resource_instance(2, 2, 2, 102);
  const lwm2m_access_path owner = path_resource(2, 2, 3), deep = {{2, 0, 0, 0}, 6};
  struct leaves all;
  make_policy();
  all = leaves_at(path_root(), 16);
  CHECK(all.count == 10); /* three instances, of which the last has one entry */
  CHECK(leaves_at(path_object(2), 16).count == 10 && leaves_at(path_object(3), 16).count == 0);
  CHECK(leaves_at(path_root(), 3).count == 3); /* enough is enough */
  all = leaves_at(path_instance(2, 2), 16);
  CHECK(all.count == 4 && all.value[0] == 3 && all.value[1] == 0);
  CHECK(same_path(&all.at[2], &entry) && all.value[2] == LWM2M_ACCESS_RIGHT_READ);
  CHECK(same_path(&all.at[3], &owner) && all.value[3] == 101);
  CHECK(leaves_at(path_resource(2, 2, 2), 16).count == 1);
  CHECK(leaves_at(path_resource(2, 0, 2), 16).count == 0);
  CHECK(leaves_at(entry, 16).count == 1 && leaves_at(path_instance(2, 9), 16).count == 0);
  GIVES(ARGUMENT_MISSING, lwm2m_access_read_access_control(NULL, &entry, take_leaf, &all));
  GIVES(NOT_MADE, lwm2m_access_read_access_control(&unmade_policy, &entry, take_leaf, &all));
  GIVES(ARGUMENT_MISSING, lwm2m_access_read_access_control(&policy, NULL, take_leaf, &all));
  GIVES(ARGUMENT_MISSING, lwm2m_access_read_access_control(&policy, &entry, NULL, &all));
  GIVES(PATH_INVALID, lwm2m_access_read_access_control(&policy, &deep, take_leaf, &all));
}

static bool is_leaf(const lwm2m_access_assignment* leaf, int64_t value,
                    lwm2m_access_value_kind kind) {
  const lwm2m_access_path entry = path_resource_instance(2, 2, 2, 102);
  return same_path(&leaf->at, &entry) && leaf->value == value && leaf->kind == kind;
}

static void test_leaves(void) {
  const lwm2m_access_path entry = path_resource_instance(2, 2, 2, 102), deep = {{2, 0, 0, 0}, 6};
  lwm2m_access_assignment leaf;
  GIVES(DONE, lwm2m_access_integer_leaf(&leaf, &entry, INT64_MIN));
  CHECK(is_leaf(&leaf, INT64_MIN, LWM2M_ACCESS_VALUE_INTEGER));
  GIVES(DONE, lwm2m_access_unsigned_leaf(&leaf, &entry, 31));
  CHECK(is_leaf(&leaf, 31, LWM2M_ACCESS_VALUE_INTEGER));
  GIVES(DONE, lwm2m_access_unsigned_leaf(&leaf, &entry, UINT64_MAX - 65534));
  CHECK(is_leaf(&leaf, -1, LWM2M_ACCESS_VALUE_INTEGER)); /* never its low bits */
  GIVES(DONE, lwm2m_access_other_leaf(&leaf, &entry));
  CHECK(is_leaf(&leaf, 0, LWM2M_ACCESS_VALUE_NOT_AN_INTEGER));
  GIVES(DONE, lwm2m_access_null_leaf(&leaf, &entry));
  CHECK(is_leaf(&leaf, 0, LWM2M_ACCESS_VALUE_NOTHING));
  GIVES(ARGUMENT_MISSING, lwm2m_access_integer_leaf(NULL, &entry, 1));
  GIVES(ARGUMENT_MISSING, lwm2m_access_unsigned_leaf(&leaf, NULL, 1));
  GIVES(ARGUMENT_MISSING, lwm2m_access_other_leaf(NULL, &entry));
  GIVES(ARGUMENT_MISSING, lwm2m_access_null_leaf(NULL, &entry));
  GIVES(PATH_INVALID, lwm2m_access_integer_leaf(&leaf, &deep, 1));
  CHECK(leaf.kind == 0 && leaf.at.level == 0);
}

void check_content(void) {
  test_model_walk();
  test_model_search();
  test_model_refusals();
  test_read();
  test_leaves();
}
