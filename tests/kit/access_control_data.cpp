#include <lwm2m/access/access_control_data.hpp>
#include <lwm2m/access/begin.hpp>
#include <lwm2m/access/object_model.hpp>
#include <lwm2m/access/policy.hpp>
#include <lwm2m/access/readable.hpp>

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "support/catch.hpp"

// Object 2 as data: what a Read shows, against the walk of what is readable; and what is read is
// what a Bootstrap-Write of it makes.

namespace {

namespace lac = lwm2m::access;
using namespace lac::literals;

using policy_type = lac::policy<8, 32, 4>;
using leaves = std::vector<std::pair<lac::path, std::int64_t>>;

leaves read(const policy_type& policy, const lac::path& at) {
  leaves all;
  lac::read_access_control(policy, at, [&](const lac::path& leaf, std::int64_t value) {
    all.emplace_back(leaf, value);
  });
  return all;
}

/// The worked example: two instances, and one at Object level.
policy_type some_policy() {
  auto policy = policy_type::under(lac::editions::v1_1);
  const lac::acl_entry first[] = {{127_server, lac::access_rights{7}}};
  const lac::acl_entry second[] = {{127_server, lac::access_rights{7}},
                                   {310_server, lac::access_rights{1}}};
  const lac::acl_entry create[] = {{lac::acl_instance_id{127_server}, lac::access_rights{16}}};
  CHECK(policy.add_account(127_server) == lac::status::done);
  CHECK(policy.add_account(310_server) == lac::status::done);
  const auto add = [&](unsigned id, lac::access_control_target target,
                       lac::access_control_owner owner, lac::acl_view entries) {
    CHECK(policy.add({lac::object_instance_id{id}, target, owner, entries}) == lac::status::done);
  };
  add(0, {lac::object_id{1}, lac::object_instance_id{0}}, 127_server, first);
  add(2, {lac::object_id{3}, lac::object_instance_id{0}}, 127_server, second);
  add(5, lac::access_control_target{lac::object_id{5}}, lac::bootstrap, create);
  add(6, {lac::object_id{9}, lac::object_instance_id{1}}, 310_server, lac::acl_view{});
  return policy;
}

lac::object_model<4, 4, 4> no_objects() { return {}; }

std::vector<lac::path> paths_of_object_2() {
  std::vector<lac::path> all{lac::path::root(), "/2"_path, "/3/0"_path, lac::path{}};
  for (const unsigned id : {0U, 1U, 2U, 5U, 6U}) {
    const lac::object_instance_id instance{id};
    all.emplace_back(lac::objects::access_control, instance);
    for (unsigned resource = 0; resource < 5; ++resource) {
      all.emplace_back(lac::objects::access_control, instance, lac::resource_id{resource});
      for (const unsigned n : {0U, 127U, 310U})
        all.emplace_back(lac::objects::access_control, instance, lac::resource_id{resource},
                         lac::resource_instance_id{n});
    }
  }
  return all;
}

}  // namespace

TEST_CASE("a Read of /2 shows the worked example leaf by leaf", "[kit][D9]") {
  const leaves expected = {
      {"/2/0/0"_path, 1},     {"/2/0/1"_path, 0}, {"/2/0/2/127"_path, 7}, {"/2/0/3"_path, 127},
      {"/2/2/0"_path, 3},     {"/2/2/1"_path, 0}, {"/2/2/2/127"_path, 7}, {"/2/2/2/310"_path, 1},
      {"/2/2/3"_path, 127},   {"/2/5/0"_path, 5}, {"/2/5/1"_path, 65535}, {"/2/5/2/127"_path, 16},
      {"/2/5/3"_path, 65535}, {"/2/6/0"_path, 9}, {"/2/6/1"_path, 1},     {"/2/6/3"_path, 310},
  };
  CHECK(read(some_policy(), "/2"_path) == expected);
  CHECK(read(some_policy(), lac::path::root()) == expected);
  CHECK(read(some_policy(), "/2/2/2/310"_path) == leaves{{"/2/2/2/310"_path, 1}});
  CHECK(read(some_policy(), "/2/6/2"_path).empty());
  CHECK(read(some_policy(), "/3/0"_path).empty());
}

TEST_CASE("the leaves of a Read are what is readable, and of one path what lies in it",
          "[kit][F3]") {
  const auto policy = some_policy();
  const auto objects = no_objects();
  const auto everything = read(policy, "/2"_path);
  for (const lac::path& at : paths_of_object_2()) {
    leaves inside;
    for (const auto& leaf : everything)
      if (at.contains(leaf.first)) inside.push_back(leaf);
    CAPTURE(static_cast<int>(at.level()), at.object_instance().value(), at.resource().value());
    CHECK(read(policy, at) == inside);
    if (at.object() != lac::objects::access_control) continue;
    const lac::request asked{127_server, lac::operation::read, at};
    for (const auto& [leaf, value] : inside) CHECK(lac::shows(policy, objects, asked, leaf));
    for (const lac::path& shown : lac::readable(policy, objects, asked)) {
      const bool is_acl = shown.resource() == lac::access_control_resources::acl;
      std::size_t found = 0;
      for (const auto& leaf : inside) found += shown.contains(leaf.first) ? 1U : 0U;
      CHECK((found > 0 || is_acl));
    }
  }
}

TEST_CASE("what is read makes the same policy when Bootstrap writes it", "[kit][K6]") {
  const auto source = some_policy();
  auto made = policy_type::under(lac::editions::v1_1);
  CHECK(made.add_account(127_server) == lac::status::done);
  CHECK(made.add_account(310_server) == lac::status::done);
  std::vector<lac::assignment> values;
  for (const auto& [leaf, value] : read(source, "/2"_path))
    values.push_back(lac::integer_leaf(leaf, value));
  const auto objects = no_objects();
  const auto done =
      lac::administer(made, objects, {lac::bootstrap, lac::operation::write, "/2"_path}, values);
  CHECK(done.code() == lac::coap::changed);
  CHECK(made == source);
}

TEST_CASE("integers of any width and what is no integer are answered by the rules",
          "[kit][A11][F6]") {
  const auto objects = no_objects();
  const auto writes = [&](const lac::assignment& value) {
    auto policy = some_policy();
    return lac::administer(policy, objects, {127_server, lac::operation::write, "/2/2/2/310"_path},
                           lac::view<lac::assignment>{&value, 1});
  };
  const auto entry = "/2/2/2/310"_path;
  CHECK(writes(lac::integer_leaf(entry, 3)).code() == lac::coap::changed);
  CHECK(writes(lac::integer_leaf(entry, std::uint8_t{3})).code() == lac::coap::changed);
  for (const auto& wrong : {lac::integer_leaf(entry, -1), lac::integer_leaf(entry, 65536 + 3),
                            lac::integer_leaf(entry, (std::uint64_t{1} << 63) + 3),
                            lac::integer_leaf(entry, ~std::uint64_t{0})})
    CHECK(writes(wrong).reason() == lac::reason::access_right_out_of_range);
  CHECK(writes(lac::other_leaf(entry)).reason() == lac::reason::value_not_an_integer);
  CHECK(writes(lac::null_leaf(entry)).code() == lac::coap::bad_request);
}
