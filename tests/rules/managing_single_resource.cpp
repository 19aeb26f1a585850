// What looks like a second value of a Resource that has one only.
#include <lwm2m/access.hpp>

#include "support/catch.hpp"

namespace lac = lwm2m::access;
using namespace lac::literals;

TEST_CASE("F7: an instance of the Owner Resource is no second Owner", "[F7][C6]") {
  lac::policy<2, 4> policy{lac::editions::v1_1};
  for (const unsigned each : {101U, 102U, 103U})
    CHECK(policy.add_account(lac::short_server_id{each}) == lac::status::done);
  const lac::access_control_target device{lac::objects::device, lac::object_instance_id{0}};
  CHECK(policy.add({lac::object_instance_id{0}, device, 101_server, lac::acl_view{}}) ==
        lac::status::done);
  const lac::object_model<1, 1, 1> objects;
  const lac::assignment values[] = {{"/2/0/3"_path, 103}, {"/2/0/3/7"_path, 102}};

  const lac::decision given =
      lac::administer(policy, objects, {101_server, lac::operation::update, "/2/0"_path}, values);

  CHECK(given.code() == lac::coap::not_found);
  CHECK(given.reason() == lac::reason::resource_instance_not_found);
  CHECK(policy.find_id(lac::object_instance_id{0}).owner().is(101_server));
}
