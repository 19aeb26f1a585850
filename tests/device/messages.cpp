// What is decided before or beside the access control: payloads and formats that are not
// understood, values that do not fit, and the program itself.

#include <support/catch.hpp>

#include "support/coap_client.hpp"

namespace {

std::string policy() { return content_of(test_file("../examples/device/policy.acl")); }

coap_request request(const std::string& method, const std::string& path,
                     const std::string& payload = {},
                     std::optional<unsigned> content_format = std::nullopt) {
  coap_request asked{method, path};
  asked.payload = payload;
  asked.content_format = content_format;
  return asked;
}

coap_request read_as(const std::string& path, unsigned accept) {
  coap_request asked{"get", path};
  asked.accept = accept;
  return asked;
}

constexpr unsigned text = 0, json = 50, senml = 110, tlv = 11542;

struct row {
  coap_request asked;
  const char* code;
  const char* payload;
};

const row rows[] = {
    {read_as("/3/0/14", text), "2.05", "+00:00"},
    {read_as("/3/0/14", senml), "2.05", R"([{"n":"/3/0/14","vs":"+00:00"}])"},
    {read_as("/3/0", text), "4.06", ""},
    {read_as("/3/0/14", json), "4.06", ""},
    {read_as("/3/0", tlv), "4.06", ""},
    {request("put", "/3/0/13", "12", text), "2.04", ""},
    {request("get", "/3/0/13"), "2.05", "12"},
    {request("put", "/3/0/13", "twelve", text), "4.00", ""},
    {request("put", "/3/0/13", "13", tlv), "4.15", ""},
    {request("get", "/3/0/13"), "2.05", "12"},
    {request("put", "/3/0", "text", text), "4.15", ""},
    {request("put", "/3/0", "[{", senml), "4.00", ""},
    {request("put", "/3/0", R"({"n":"13","v":1})", senml), "4.00", ""},
    {request("post", "/3/0", R"([{"bn":"/3/0/","n":"13","v":7},{"n":"14","v":1}])", senml), "4.00",
     ""},
    {request("post", "/3/0", R"([{"bn":"/3/0/","n":"13","v":7},{"n":"14","vs":"+01:00"}])", senml),
     "2.04", ""},
    {request("get", "/3/0/13"), "2.05", "7"},
    {request("post", "/3/0", R"([{"n":"/3/0/13","v":8},{"n":"/1/0/1","v":8}])", senml), "4.00", ""},
    {request("put", "/3/0", R"([{"n":"/3/0/14","vs":"+02:00"}])", senml), "2.04", ""},
    {request("get", "/3/0/13"), "2.05", "0"},
    {request("ipatch", "/", R"([{"n":"/3/0/13","vs":"x"},{"n":"/2/2/2/102","v":0}])", senml),
     "4.00", ""},
    {request("get", "/2/2/2/102"), "2.05", "1"},
    {request("put", "/2/2/2/102", "9223372036854775808", text), "4.00", ""},
    {request("put", "/2/2/2", R"([{"n":"/2/2/2/102","v":18446744073709551617}])", senml), "4.00",
     ""},
    {request("put", "/2/2/2/102", "1.5", text), "4.00", ""},
    {request("put", "/2/2/2", "", text), "4.00", ""},
    {request("put", "/2/2/2", "7", text), "4.00", ""},
    {request("get", "/2/2/2/102"), "2.05", "1"},
    {request("get", "/3/00"), "4.04", ""},
    {request("get", "/.well-known/core"), "4.04", ""},
    {request("get", "/3/0/0/0/0"), "4.04", ""},
    {request("patch", "/3/0", "[]", senml), "4.05", ""},
    {request("put", "/2/2/2", "[]", senml), "2.04", ""},
    {request("get", "/2/2/2"), "2.05", "[]"},
};

}  // namespace

TEST_CASE("what is not understood changes nothing", "[device]") {
  const std::string name = GENERATE(from_range(devices));
  INFO(name);
  listening_device device{name, policy()};
  for (const row& each : rows) {
    INFO(each.asked.method << ' ' << each.asked.path << ' ' << each.asked.payload);
    const coap_answer given = ask_with_coap_client("openssl", device.uri(), server_101, each.asked);
    CHECK(given.code == each.code);
    CHECK(given.payload == each.payload);
  }
}

TEST_CASE("a payload of several blocks is one payload", "[device]") {
  const std::string name = GENERATE(from_range(devices));
  INFO(name);
  listening_device device{name, policy()};
  const std::string units(3000, 'x');
  coap_request writes{"put", "/3303/0/5750"};
  writes.payload = units;
  CHECK(ask_with_coap_client("openssl", device.uri(), server_102, writes).code == "2.04");
  const coap_answer read =
      ask_with_coap_client("openssl", device.uri(), server_102, {"get", "/3303/0/5750"});
  CHECK(read.code == "2.05");
  CHECK(read.payload == units);
}

TEST_CASE("every decision is one line that says why", "[device]") {
  const std::string name = GENERATE(from_range(devices));
  INFO(name);
  listening_device device{name, policy()};
  coap_request writes{"put", "/3/0/13"};
  writes.payload = "1";
  CHECK(ask_with_coap_client("openssl", device.uri(), server_102, writes).code == "4.01");
  CHECK(
      device.running().says("\n102 write /3/0/13 -> 4.01: The Server lacks the access right. "
                            "The ACL has an entry for the Server.\n"));
}

TEST_CASE("an interrupt ends the device cleanly", "[device]") {
  const std::string name = GENERATE(from_range(devices));
  INFO(name);
  listening_device device{name, policy()};
  CHECK(ask_with_coap_client("openssl", device.uri(), server_101, {"get", "/3/0/0"}).code ==
        "2.05");
  device.running().interrupt();
  CHECK(device.running().wait() == 0);
  CHECK(device.running().has_said("\nended\n"));
}

TEST_CASE("what is wrong when the device starts is said", "[device][I15][I16][I21]") {
  const std::string name = GENERATE(from_range(devices));
  INFO(name);
  const auto starts_with = [&](const std::string& rights, const std::string& servers,
                               const std::string& words,
                               const std::vector<std::string>& options = {}) {
    const scratch_file first{rights}, second{servers};
    live_device device{name, first.name(), second.name(), options};
    CHECK(device.wait() == 2);
    INFO(device.output());
    CHECK(device.has_said(words));
  };
  starts_with("edition 1.1\nservers 0\n", psk_line(server_101), ":2:9: ");
  starts_with(policy(), "101 psk -\n", ":1: Expected SSID");
  starts_with(policy(), "101 psk - name 0\n", ":1: Expected SSID");
  starts_with(policy(), psk_line(server_101) + psk_line({102, "server-101", "another"}),
              "102: Credentials cannot tell the account from another one.");
  const bool has_no_sec = !name.starts_with("c-");
  starts_with(
      policy(), "101 nosec coap://127.0.0.1:9\n",
      has_no_sec ? "101: without security only with --allow-nosec 101" : ":1: Expected SSID");
  starts_with(policy(), psk_line(server_101), "usage: ", {"--unknown"});
  listening_device other{name, policy()};
  for (const std::string& where :
       {std::string{"coaps://192.0.2.1:5684"}, std::string{"coaps://x:1"},
        std::string{"coaps://127.0.0.1:99999"}, std::string{"coap://127.0.0.1:0"}, other.uri()})
    starts_with(policy(), psk_line(server_101), where + ": cannot be listened on",
                {"--listen", where});
}
