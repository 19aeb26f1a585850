#include <lwm2m/access/authorize.hpp>
#include <lwm2m/access/object_model.hpp>
#include <lwm2m/access/policy.hpp>
#include <lwm2m/access/published.hpp>

#include "measured.hpp"

/// Run under callgrind by `count`: what a decision costs more on a published policy.
namespace {

namespace lac = lwm2m::access;
using namespace lac::literals;

using policy_type = lac::policy<8, 32, 4>;
using objects_type = lac::object_model<1, 8, 1>;

constexpr lac::resource_definition resource{lac::resource_id{0}, lac::access_type{0xE0}};
constexpr lac::object_id object{9};
constexpr std::size_t times = 1000;

policy_type some_policy() {
  policy_type policy{lac::editions::v1_1};
  (void)policy.add_account(101_server);
  (void)policy.add_account(102_server);
  for (unsigned k = 0; k < 8; ++k) {
    const lac::object_instance_id id{k};
    (void)policy.add({id, lac::access_control_target{object, id}, 101_server, lac::acl_view{}});
  }
  return policy;
}

objects_type some_objects() {
  objects_type objects;
  (void)objects.add_object(object, lac::multiplicity::multiple);
  (void)objects.add_resource(object, resource);
  for (unsigned k = 0; k < 8; ++k) (void)objects.add_instance(object, lac::object_instance_id{k});
  return objects;
}

}  // namespace

namespace measured {

LWM2M_ACCESS_MEASURED bool plain(const policy_type& policy, const objects_type& objects,
                                 const lac::request& asked) {
  return lac::authorize(policy, objects, asked).allowed();
}

LWM2M_ACCESS_MEASURED bool published(const lac::published<policy_type>& shared,
                                     const objects_type& objects, const lac::request& asked) {
  return lac::authorize(*shared.current(), objects, asked).allowed();
}

}  // namespace measured

int main() {
  const policy_type policy = some_policy();
  const objects_type objects = some_objects();
  const lac::published<policy_type> shared{policy};
  const lac::request asked{101_server, lac::operation::read, "/9/3/0"_path};
  std::size_t allowed = 0;
  count("published, a plain policy", times, [&] {
    for (std::size_t k = 0; k < times; ++k) allowed += measured::plain(policy, objects, asked);
  });
  count("published, a published policy", times, [&] {
    for (std::size_t k = 0; k < times; ++k) allowed += measured::published(shared, objects, asked);
  });
  return allowed == 2 * times ? 0 : 1;
}
