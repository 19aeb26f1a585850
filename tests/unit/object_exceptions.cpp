// In what instances differ from their Object's definition: beside tables of what is there, over
// random changes.
#include <lwm2m/access/object_model.hpp>

#include <cstdint>

#include "support/catch.hpp"
#include "support/dice.hpp"

namespace {

namespace lac = lwm2m::access;
using namespace lac::literals;
using lac::object_exception, lac::object_id, lac::object_instance_id, lac::resource_id,
    lac::resource_instance_id, lac::status;

constexpr unsigned count = 4;  // of instances, Resources and Resource Instances, each
constexpr object_id nine{9};
using model = lac::object_model<2, 2 * count, 2 * count, 256>;

constexpr lac::path at(unsigned i, unsigned r) {
  return {nine, object_instance_id{i}, resource_id{r}};
}
constexpr lac::path at(unsigned i, unsigned r, unsigned n) {
  return {nine, object_instance_id{i}, resource_id{r}, resource_instance_id{n}};
}

/// Of Object 9, Resources 0 and 1 are multiple, and 1 lists its instances 0 and 3; every other
/// Object is as it is.
model some_objects() {
  model made;
  for (const unsigned id : {8U, 9U}) {
    REQUIRE(made.add_object(object_id{id}, lac::multiplicity::multiple) == status::done);
    for (unsigned r = 0; r < count; ++r)
      REQUIRE(made.add_resource(object_id{id}, {resource_id{r}, lac::access_type{}, r < 2}) ==
              status::done);
    REQUIRE(made.add_instance(object_id{id}, object_instance_id{1}) == status::done);
  }
  for (const auto& each : {object_exception::listed(nine, resource_id{1}),
                           object_exception::listed(nine, resource_id{1}, resource_instance_id{3}),
                           object_exception::listed(nine, resource_id{1}, resource_instance_id{0})})
    REQUIRE(made.add_exception(each) == status::done);
  return made;
}

/// What is there, said one by one.
struct wanted {
  bool resource[count][count];
  bool resource_instance[count][count][count];
  bool kept[count] = {};

  wanted() {
    for (unsigned i = 0; i < count; ++i) renew(i);
  }
  void renew(unsigned i) {
    kept[i] = false;
    for (unsigned r = 0; r < count; ++r) {
      resource[i][r] = true;
      for (unsigned n = 0; n < count; ++n)
        resource_instance[i][r][n] = r == 0 || (r == 1 && n % 3 == 0);
    }
  }
};

void compare(const model& made, const wanted& all) {
  const auto object = made.find_object(nine);
  const auto other = made.find_object(object_id{8});
  bool same = true;
  for (unsigned i = 0; i < count; ++i) {
    const object_instance_id in{i};
    same = same && object.is_kept(in) == all.kept[i] && !other.is_kept(in);
    for (unsigned r = 0; r < count; ++r) {
      const resource_id of{r};
      same =
          same && object.has_resource(in, of) == all.resource[i][r] && other.has_resource(in, of);
      for (unsigned n = 0; n < count; ++n) {
        const bool is_there = r < 2 && all.resource_instance[i][r][n];
        const resource_instance_id each{n};
        same = same && object.has_resource_instance(in, of, each) == is_there &&
               other.has_resource_instance(in, of, each) == (r < 2);
      }
    }
  }
  CHECK(same);
  CHECK_FALSE(object.has_resource(object_instance_id{0}, resource_id{count}));
  for (std::size_t k = 1; k < made.exceptions().size(); ++k)
    REQUIRE(made.exceptions()[k - 1].order() < made.exceptions()[k].order());
}

}  // namespace

TEST_CASE("object_model: what is put and taken is there or not, and nothing else", "[C6][E2][E6]") {
  dice random{20};
  model made = some_objects();
  wanted all;
  for (int step = 0; step < 4000; ++step) {
    const unsigned i = random.below(count), r = random.below(count), n = random.below(count);
    switch (random.below(6)) {
      case 0:
        REQUIRE(made.put(at(i, r)) == status::done);
        all.resource[i][r] = true;
        break;
      case 1:
        REQUIRE(made.take(at(i, r)) == status::done);
        all.resource[i][r] = false;
        break;
      case 2:
        REQUIRE(made.put(at(i, r, n)) == status::done);
        all.resource[i][r] = all.resource_instance[i][r][n] = true;
        break;
      case 3:
        REQUIRE(made.take(at(i, r, n)) == status::done);
        all.resource_instance[i][r][n] = false;
        break;
      case 4:
        (void)made.add_exception(object_exception::kept(nine, object_instance_id{i}));
        all.kept[i] = true;
        break;
      default:
        made.erase_exceptions(nine, object_instance_id{i});
        all.renew(i);
    }
    compare(made, all);
  }
}

TEST_CASE("object_model: an instance that is erased takes its exceptions with it", "[K2]") {
  model made = some_objects();
  const object_instance_id one{1};
  REQUIRE(made.add_exception(object_exception::kept(nine, one)) == status::done);
  REQUIRE(made.take(at(1, 2)) == status::done);
  REQUIRE(made.take(at(1, 0, 7)) == status::done);
  REQUIRE(made.take(at(0, 2)) == status::done);
  REQUIRE(made.erase_instance(nine, one) == status::done);
  REQUIRE(made.add_instance(nine, one) == status::done);
  CHECK_FALSE(made.find_object(nine).is_kept(one));
  CHECK(made.find_object(nine).has_resource(one, resource_id{2}));
  CHECK(made.find_object(nine).has_resource_instance(one, resource_id{0}, resource_instance_id{7}));
  CHECK_FALSE(made.find_object(nine).has_resource(object_instance_id{0}, resource_id{2}));
  CHECK(made.exceptions().size() == 4);
}

TEST_CASE("object_model: an exception that does not fit, or is there, changes nothing") {
  lac::object_model<1, 1, 2, 1> made;
  REQUIRE(made.add_object(nine, lac::multiplicity::multiple) == status::done);
  REQUIRE(made.add_resource(nine, {resource_id{0}, lac::access_type{}, true}) == status::done);
  REQUIRE(made.take(at(0, 0, 1)) == status::done);
  const auto before = made;
  CHECK(made.add_exception(object_exception::absent(at(0, 0, 1))) == status::instance_doubled);
  CHECK(made.add_exception(object_exception::absent(at(0, 0))) == status::no_room);
  CHECK(made.take(at(0, 0)) == status::no_room);
  CHECK(made.take(at(0, 0, 2)) == status::no_room);
  CHECK(made == before);
  CHECK(made.put(at(0, 0, 1)) == status::done);
  CHECK(made.exceptions().empty());
}

TEST_CASE("object_model: models differ in their exceptions, and take them along") {
  model made = some_objects();
  REQUIRE(made.take(at(1, 2)) == status::done);
  const lac::object_model<3, 9, 9, 300> larger{made};
  CHECK(larger == made);
  CHECK_FALSE(made == some_objects());
  made.clear();
  CHECK(made == model{});
  CHECK(made.object_count() == 0);
  CHECK_FALSE(made.find_object(nine));
  REQUIRE(made.add_object(nine, lac::multiplicity::single) == status::done);
  CHECK(made.find_object(nine).instance_count() == 0);
  CHECK(made.find_object(nine).definition_count() == 0);
}

TEST_CASE("object_model: without room for exceptions they cost nothing and are not asked for") {
  using plain = lac::object_model<2, 4, 8>;
  STATIC_REQUIRE(sizeof(plain) == sizeof(lac::object_model<2, 4, 8, 0>));
  STATIC_REQUIRE(sizeof(plain) < sizeof(lac::object_model<2, 4, 8, 1>));
  STATIC_REQUIRE(lac::handle_of_alike_instances<lac::object_handle_of<plain>>);
  STATIC_REQUIRE_FALSE(lac::handle_of_alike_instances<lac::object_handle_of<model>>);
  plain made;
  CHECK(made.add_exception(object_exception::kept(nine, object_instance_id{0})) == status::no_room);
  CHECK(made.take(at(0, 0)) == status::no_room);
  CHECK(made.exceptions().empty());
  REQUIRE(made.add_object(nine, lac::multiplicity::multiple) == status::done);
  CHECK_FALSE(made.find_object(nine).is_kept(object_instance_id{0}));
}
