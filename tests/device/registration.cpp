// The other direction: the device goes to its Servers as DTLS client, registers, and answers what
// comes back over the same session.

#include <support/catch.hpp>

#include "support/lwm2m_server.hpp"

namespace {

std::string example(const std::string& name) { return test_file("../examples/device/" + name); }

coap_request request(const std::string& method, const std::string& path,
                     const std::string& payload = {}) {
  coap_request asked{method, path};
  asked.payload = payload;
  return asked;
}

}  // namespace

TEST_CASE("the device registers and answers over the session that it began", "[device][I1]") {
  const std::string library = GENERATE(from_range(libraries));
  INFO(library);
  lwm2m_server first{server_101}, second{server_102};
  const scratch_file servers{psk_line(server_101, first.listen()) +
                             psk_line(server_102, second.listen())};
  live_device device{library, example("policy.acl"), servers.name(), {"--name", "urn:dev:1"}};
  // Both sides of a handshake are served in turn.
  for (int k = 0; k < 200 && !(first.is_registered_with(std::chrono::milliseconds{20}) &&
                               second.is_registered_with(std::chrono::milliseconds{20}));
       ++k) {
  }
  REQUIRE(first.is_registered_with());
  REQUIRE(second.is_registered_with());
  CHECK(first.registration() == "ep=urn:dev:1&lt=300&lwm2m=1.1&b=U");
  CHECK(first.links() ==
        "</>;ct=110,</1/0>,</1/1>,</3/0>,</4/0>,</5/0>,</3303/0>,</2/0>,</2/1>,</2/2>,</2/3>,"
        "</2/4>,</2/5>,</2/6>");

  SECTION("each has its own rights") {
    CHECK(first.ask(request("get", "/3/0/0")).payload == "Example");
    CHECK(first.ask(request("put", "/3/0/14", "+01:00")).code == "2.04");
    CHECK(second.ask(request("get", "/3/0/14")).payload == "+01:00");
    CHECK(second.ask(request("put", "/3/0/14", "+02:00")).code == "4.01");
    CHECK(second.ask(request("post", "/3303/0/5605")).code == "2.04");
    CHECK(first.ask(request("post", "/3303/0/5605")).code == "4.01");
    CHECK(first.ask(request("get", "/0/0/0")).code == "4.01");
  }
  SECTION("notifications go to who observes and may read") {
    coap_request observes{"get", "/3/0/14"};
    observes.observe = 0;
    CHECK(second.ask(observes).payload == "+00:00");
    CHECK(first.ask(request("put", "/3/0/14", "+01:00")).code == "2.04");
    CHECK(second.is_notified("+01:00"));
    CHECK(first.ask(request("put", "/2/2/2/102", "0")).code == "2.04");
    CHECK(first.ask(request("put", "/3/0/14", "+02:00")).code == "2.04");
    CHECK(first.ask(request("put", "/2/2/2/102", "1")).code == "2.04");
    CHECK(first.ask(request("put", "/3/0/14", "+03:00")).code == "2.04");
    CHECK(second.is_notified("+03:00"));
    CHECK(second.notifications() == std::vector<std::string>{"+01:00", "+03:00"});
    CHECK(first.notifications().empty());
  }
  SECTION("an observation is cancelled by who asked for it") {
    coap_request observes{"get", "/3/0/14"};
    observes.observe = 0;
    CHECK(second.ask(observes).code == "2.05");
    coap_request cancels{"get", "/3/0/14"};
    cancels.observe = 1;
    CHECK(second.ask(cancels).payload.empty());
    CHECK(first.ask(request("put", "/3/0/14", "+01:00")).code == "2.04");
    CHECK_FALSE(second.is_notified("+01:00", std::chrono::milliseconds{300}));
  }
  SECTION("the Registration Update Trigger") {
    CHECK(first.ask(request("post", "/1/0/8")).code == "2.04");
    first.run(std::chrono::milliseconds{500});
    CHECK(first.updates() == 1);
  }

  device.interrupt();
  CHECK(first.is_left());
  CHECK(second.is_left());
  CHECK(device.wait() == 0);
  CHECK(device.has_said("deregistered from 101 at "));
  CHECK(device.has_said("deregistered from 102 at "));
}

TEST_CASE("a Server that has another key is none", "[device][I17]") {
  const std::string library = GENERATE(from_range(libraries));
  credentials impostor = server_101;
  impostor.key = "another secret..";
  lwm2m_server server{impostor};
  const scratch_file servers{psk_line(server_101, server.listen()) + psk_line(server_102)};
  live_device device{library, example("policy.acl"), servers.name()};
  CHECK_FALSE(server.is_registered_with(std::chrono::milliseconds{1000}));
  CHECK_FALSE(device.says("is admitted", std::chrono::milliseconds{100}));
  device.interrupt();
  CHECK(device.wait() == 0);
}
