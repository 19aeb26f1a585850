// An LwM2M Server of a library that is not ours, without security, which is allowed by name.

#include <support/catch.hpp>

#include "support/live_device.hpp"

namespace {

const std::string folder = LWM2M_ACCESS_DEVICE_NODE;

std::string policy() { return content_of(test_file("../examples/device/policy.acl")); }

std::string servers(const process& node) {
  return "101 nosec " + node.behind("listening on ") + '\n' + psk_line(server_102);
}

}  // namespace

TEST_CASE("an LwM2M Server library registers and works on the device", "[device][I15]") {
  process installs{{test_file("node/install"), folder}};
  const int installed = installs.wait(std::chrono::minutes{3});
  INFO(installs.output());
  REQUIRE(installed == 0);

  process node{
      {"env", "NODE_PATH=" + folder + "/node_modules", "node", test_file("node/server.js")}};
  REQUIRE(node.says("listening on "));
  REQUIRE(node.says("\n"));
  const scratch_file rights{policy()}, known{servers(node)};
  live_device device{"openssl", rights.name(), known.name(), {"--allow-nosec", "101"}};
  const bool is_well = node.says("all is well");
  INFO(node.output());
  INFO(device.output());
  REQUIRE(is_well);
  for (const char* each : {"registers lwm2m-device lifetime 300", "reads", "writes", "executes",
                           "discovers", "observes", "is refused"})
    CHECK(node.has_said(each));
  device.interrupt();
  CHECK(device.wait() == 0);
  CHECK(node.wait() == 0);
  CHECK(node.has_said("deregisters"));
}
