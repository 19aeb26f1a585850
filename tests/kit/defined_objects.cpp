#include <lwm2m/access/authorize.hpp>
#include <lwm2m/access/defined_objects.hpp>
#include <lwm2m/access/oma_objects.hpp>
#include <lwm2m/access/policy.hpp>

#include <algorithm>
#include <cstddef>
#include <type_traits>
#include <vector>

#include "support/catch.hpp"

// Definitions from a table, instances from a stack: every decision is that over an object model
// which holds the same.

namespace {

namespace lac = lwm2m::access;
using namespace lac::literals;

/// A stack that keeps its instances in a list, each with the Resources that it has.
struct listed_instances {
  struct instance_entry {
    lac::object_id object;
    lac::object_instance_id id;
  };
  std::vector<instance_entry> all;
  std::vector<lac::path> absent{};

  bool has_instance(lac::object_id object, lac::object_instance_id id) const noexcept {
    return std::any_of(all.begin(), all.end(), [&](const instance_entry& each) {
      return each.object == object && each.id == id;
    });
  }
  std::size_t instance_count(lac::object_id object) const noexcept {
    return static_cast<std::size_t>(std::count_if(
        all.begin(), all.end(), [&](const instance_entry& each) { return each.object == object; }));
  }
  lac::object_instance_id instance(lac::object_id object, std::size_t k) const noexcept {
    for (const instance_entry& each : all)
      if (each.object == object && k-- == 0) return each.id;
    return {};
  }
  bool has_resource(lac::object_id object, lac::object_instance_id id,
                    lac::resource_id resource) const noexcept {
    return std::find(absent.begin(), absent.end(), lac::path{object, id, resource}) == absent.end();
  }
  bool has_resource_instance(lac::object_id object, lac::object_instance_id id,
                             lac::resource_id resource,
                             lac::resource_instance_id one) const noexcept {
    return std::find(absent.begin(), absent.end(), lac::path{object, id, resource, one}) ==
           absent.end();
  }
};

/// The same, with a lifetime of its own for a Server that is created without one.
struct filling_instances : listed_instances {
  bool fills_in(lac::object_id object, lac::resource_id resource) const noexcept {
    return object == lac::objects::server && resource == lac::resource_id{1};
  }
};

static_assert(lac::instance_source<listed_instances>);
static_assert(lac::object_source<lac::defined_objects<listed_instances>>);
static_assert(lac::object_source<lac::defined_objects<filling_instances>>);
static_assert(!std::is_constructible_v<lac::defined_objects<listed_instances>,
                                       lac::view<lac::object_view>, listed_instances>);

constexpr lac::object_view definitions[] = {lac::oma::security_1_1, lac::oma::server_1_1,
                                            lac::oma::device_1_1, lac::oma::firmware_update_1_1,
                                            lac::oma::software_management_1_0};

listed_instances some_instances() {
  return {{{lac::object_id{0}, lac::object_instance_id{0}},
           {lac::object_id{1}, lac::object_instance_id{0}},
           {lac::object_id{1}, lac::object_instance_id{7}},
           {lac::object_id{3}, lac::object_instance_id{0}},
           {lac::object_id{9}, lac::object_instance_id{2}}}};
}

using model_type = lac::object_model<8, 8, 128>;

model_type modelled(const listed_instances& stack) {
  model_type model;
  for (const auto& each : definitions) REQUIRE(model.add(each) == lac::status::done);
  for (const auto& each : stack.all)
    REQUIRE(model.add_instance(each.object, each.id) == lac::status::done);
  return model;
}

lac::policy<8, 16, 4> some_policy(const lac::edition& rules) {
  auto policy = lac::policy<8, 16, 4>::under(rules);
  CHECK(policy.add_account(101_server) == lac::status::done);
  CHECK(policy.add_account(102_server) == lac::status::done);
  const lac::acl_entry mixed[] = {{102_server, lac::access_rights{5}}};
  const lac::acl_entry maker[] = {{102_server, lac::access_rights{16}}};
  lac::object_instance_id id{0};
  const auto add = [&](lac::access_control_target target, lac::access_control_owner owner,
                       lac::acl_view entries) {
    CHECK(policy.add({id, target, owner, entries}) == lac::status::done);
    id = lac::object_instance_id{id.value() + 1};
  };
  add({lac::object_id{1}, lac::object_instance_id{0}}, 101_server, mixed);
  add({lac::object_id{3}, lac::object_instance_id{0}}, 101_server, mixed);
  add({lac::object_id{9}, lac::object_instance_id{2}}, 101_server, mixed);
  add(lac::access_control_target{lac::object_id{1}}, lac::bootstrap, maker);
  return policy;
}

std::vector<lac::path> some_paths() {
  std::vector<lac::path> all{lac::path::root()};
  for (const unsigned object : {0U, 1U, 2U, 3U, 4U, 5U, 9U, 65534U}) {
    all.emplace_back(lac::object_id{object});
    for (const unsigned instance : {0U, 2U, 7U}) {
      all.emplace_back(lac::object_id{object}, lac::object_instance_id{instance});
      for (unsigned resource = 0; resource < 26; ++resource) {
        all.emplace_back(lac::object_id{object}, lac::object_instance_id{instance},
                         lac::resource_id{resource});
        all.emplace_back(lac::object_id{object}, lac::object_instance_id{instance},
                         lac::resource_id{resource}, lac::resource_instance_id{3});
      }
    }
  }
  return all;
}

}  // namespace

TEST_CASE("a table and a stack decide as a model of the same", "[oma]") {
  const auto stack = some_instances();
  const lac::defined_objects objects{definitions, stack};
  const auto model = modelled(stack);
  REQUIRE(objects.is_valid());
  REQUIRE(objects.object_count() == model.object_count());
  std::size_t allowed = 0;
  for (const auto& rules : {lac::editions::draft, lac::editions::v1_0, lac::editions::v1_2})
    for (const auto& at : some_paths())
      for (unsigned op = 1; op <= 15; ++op)
        for (const auto who : {101_server, 102_server, 103_server}) {
          const lac::path payload[] = {at};
          const lac::request asked{who, static_cast<lac::operation>(op), at, payload};
          const auto policy = some_policy(rules);
          const auto got = lac::authorize(policy, objects, asked);
          REQUIRE(got == lac::authorize(policy, model, asked));
          if (got.allowed()) ++allowed;
        }
  CHECK(allowed > 100);
}

TEST_CASE("a Resource that the stack does not have is not there", "[oma]") {
  auto stack = some_instances();
  stack.absent = {"/3/0/13"_path, "/3/0/11/3"_path};
  const lac::defined_objects objects{definitions, stack};
  const auto policy = some_policy(lac::editions::v1_1);
  const auto read = [&](lac::path at) {
    return lac::authorize(policy, objects, {101_server, lac::operation::read, at}).code();
  };
  CHECK(read("/3/0/13"_path) == lac::coap::not_found);
  CHECK(read("/3/0/14"_path) == lac::coap::content);
  CHECK(read("/3/0/11/3"_path) == lac::coap::not_found);
  CHECK(read("/3/0/11/4"_path) == lac::coap::content);
}

TEST_CASE("D7: what the Client fills in need not be conveyed", "[oma][D7]") {
  const listed_instances plain = some_instances();
  const filling_instances filling{plain};
  const auto policy = some_policy(lac::editions::v1_1);
  const lac::path all_but_lifetime[] = {"/1/1/6"_path, "/1/1/7"_path};
  const lac::request asked{102_server, lac::operation::create, "/1"_path, all_but_lifetime};
  const lac::defined_objects must_convey{definitions, plain};
  const lac::defined_objects fills_in{definitions, filling};
  CHECK(lac::authorize(policy, must_convey, asked).code() == lac::coap::bad_request);
  CHECK(lac::authorize(policy, fills_in, asked).code() == lac::coap::created);
  CHECK(
      must_convey.find_object(lac::objects::server).definition(lac::resource_id{1}).is_mandatory());
  CHECK(!fills_in.find_object(lac::objects::server).definition(lac::resource_id{1}).is_mandatory());
}

TEST_CASE("a table that is not ascending, or has Object 2, says so", "[oma]") {
  const auto stack = some_instances();
  const lac::object_view twice[] = {lac::oma::device_1_0, lac::oma::device_1_1};
  const lac::object_view down[] = {lac::oma::device_1_0, lac::oma::server_1_1};
  const lac::object_view own[] = {lac::oma::access_control_1_0};
  const lac::object_view none[] = {lac::object_view{}};
  for (const lac::view<lac::object_view> table :
       {lac::view<lac::object_view>{twice}, lac::view<lac::object_view>{down},
        lac::view<lac::object_view>{own}, lac::view<lac::object_view>{none}})
    CHECK(!lac::defined_objects{table, stack}.is_valid());
  CHECK(lac::defined_objects{lac::view<lac::object_view>{}, stack}.is_valid());
  CHECK(!lac::defined_objects{definitions, stack}.find_object(lac::object_id{4}));
}

namespace {

/// The same, whose Bootstrap-Server Account is `/0/0`.
struct keeping_instances : listed_instances {
  bool is_kept(lac::object_id object, lac::object_instance_id id) const noexcept {
    return object == lac::objects::security && id == lac::object_instance_id{0};
  }
};

}  // namespace

TEST_CASE("K2: what the stack keeps no Bootstrap-Delete takes", "[oma][K2]") {
  const listed_instances plain = some_instances();
  const keeping_instances keeping{plain};
  const lac::defined_objects takes{definitions, plain};
  const lac::defined_objects keeps{definitions, keeping};
  const auto policy = some_policy(lac::editions::v1_1);
  const lac::request asked{lac::bootstrap, lac::operation::delete_, "/0/0"_path};
  CHECK(lac::authorize(policy, takes, asked).allowed());
  CHECK(lac::authorize(policy, keeps, asked).reason() == lac::reason::instance_is_kept);
}
