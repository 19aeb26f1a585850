// Accounts come and go while the device runs.

#include <support/catch.hpp>

#include "support/lwm2m_server.hpp"

namespace {

coap_request request(const std::string& method, const std::string& path,
                     const std::string& payload = {}) {
  coap_request asked{method, path};
  asked.payload = payload;
  return asked;
}

/// A device whose list of Servers can be changed.
class changing_device {
 public:
  explicit changing_device(const std::string& name)
      : rights_{content_of(test_file("../examples/device/policy.acl"))},
        servers_{psk_line(server_101) + psk_line(server_102)},
        device_{name, rights_.name(), servers_.name(), {"--listen", free_uri}} {
    REQUIRE(device_.says("listening on "));
    REQUIRE(device_.says("\n"));
  }

  std::string uri() const { return device_.behind("listening on "); }
  process& running() { return device_; }
  void knows(const std::string& servers) {
    servers_.write(servers);
    device_.hang_up();
  }

 private:
  scratch_file rights_, servers_;
  live_device device_;
};

}  // namespace

TEST_CASE("an account that is removed leaves nothing behind", "[device][G4][H4][I22]") {
  const std::string name = GENERATE(from_range(devices));
  INFO(name);
  changing_device device{name};
  lwm2m_server first{server_101}, second{server_102};
  REQUIRE(first.connect(device.uri()));
  REQUIRE(second.connect(device.uri()));
  CHECK(first.ask(request("put", "/2/2/2/103", "1")).code == "2.04");
  coap_request observes{"get", "/3/0/14"};
  observes.observe = 0;
  CHECK(second.ask(observes).code == "2.05");
  CHECK(second.ask(request("get", "/1/1/0")).code == "2.05");

  credentials third = server_102;
  third.server = 103;
  device.knows(psk_line(server_101) + psk_line(third));
  REQUIRE(device.running().says("102 is no Server of this device any more"));
  CHECK(second.ask(request("get", "/3/0/0"), std::chrono::milliseconds{500}).code != "2.05");
  CHECK(first.ask(request("get", "/1/1")).code == "4.04");
  CHECK(first.ask(request("get", "/2/2/2/102")).code == "4.04");
  CHECK(first.ask(request("put", "/3/0/14", "+01:00")).code == "2.04");
  CHECK_FALSE(second.is_notified("+01:00", std::chrono::milliseconds{300}));

  // The same credentials now are another Server's.
  REQUIRE(second.connect(device.uri()));
  CHECK(second.ask(request("get", "/3/0/14")).payload == "+01:00");
  CHECK(second.ask(request("get", "/3303/0/5700")).code == "4.01");
  REQUIRE(device.running().says("103 is admitted"));
  device.running().interrupt();
  CHECK(device.running().wait() == 0);
}

TEST_CASE("a list of Servers that is wrong changes nothing", "[device]") {
  const std::string name = GENERATE(from_range(devices));
  INFO(name);
  changing_device device{name};
  device.knows("101 psk - name\n");
  REQUIRE(device.running().says(":1: Expected SSID"));
  CHECK(ask_with_coap_client("openssl", device.uri(), server_102, {"get", "/3/0/0"}).code ==
        "2.05");
  device.knows(psk_line(server_101));
  CHECK(device.running().says("102 is no Server of this device any more"));
}
