// Who is not known gets no answer, and nothing is decided for him.

#include <support/catch.hpp>

#include "support/coap_client.hpp"

namespace {

const coap_request reads{"get", "/3/0/0"};

std::string policy() { return content_of(test_file("../examples/device/policy.acl")); }

}  // namespace

TEST_CASE("a wrong key and an unknown identity get no answer", "[device][I1]") {
  const std::string name = GENERATE(from_range(devices));
  const std::string client = GENERATE(from_range(libraries));
  INFO(client << " asks " << name);
  listening_device device{name, policy()};
  const auto is_answered = [&](const std::string& identity, const std::string& key) {
    const credentials who{0, identity, key};
    process asks{coap_client(client, device.uri(), who, reads, {"-v", "6", "-B", "1"})};
    (void)asks.wait();
    return asks.has_said(" c:2.") || asks.has_said(" c:4.");
  };
  CHECK_FALSE(is_answered("server-101", "secret of 102..."));
  CHECK_FALSE(is_answered("server-101", "secret of 101.."));
  CHECK_FALSE(is_answered("server-103", "secret of 101..."));
  CHECK_FALSE(is_answered("server-101 ", "secret of 101..."));
  CHECK_FALSE(device.running().says("\n101", std::chrono::milliseconds{100}));
  CHECK(ask_with_coap_client(client, device.uri(), server_101, reads).code == "2.05");
  CHECK(device.running().says("101 is admitted\n101 read /3/0/0 -> 2.05"));
}

TEST_CASE("a Server that connects anew leaves its earlier session", "[device][I22]") {
  const std::string name = GENERATE(from_range(devices));
  listening_device device{name, policy()};
  coap_request observes{"get", "/3/0/14"};
  process first{coap_client("openssl", device.uri(), server_102, observes, {"-s", "20"})};
  REQUIRE(first.says("+00:00"));
  CHECK(ask_with_coap_client("openssl", device.uri(), server_102, reads).code == "2.05");
  coap_request writes{"put", "/3/0/14"};
  writes.payload = "+01:00";
  CHECK(ask_with_coap_client("openssl", device.uri(), server_101, writes).code == "2.04");
  CHECK_FALSE(first.says("+01:00", std::chrono::milliseconds{500}));
}
