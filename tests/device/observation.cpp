// Notifications, and what becomes of them when the right to read is taken away and given back.

#include <support/catch.hpp>

#include "support/coap_client.hpp"

namespace {

/// 102 observes while 101, who owns the Device, writes it and its ACL.
class observed_device {
 public:
  observed_device(const std::string& edition, const std::string& device)
      : device_{device, policy(edition)},
        observer_{coap_client("openssl", device_.uri(), server_102, {"get", "/3/0/14"},
                              {"-s", "60", "-w"})} {}

  process& observer() { return observer_; }
  process& device() { return device_.running(); }

  /// Everything is in order when the answer is 2.04.
  std::string write(const std::string& path, const std::string& value) {
    coap_request asked{"put", path};
    asked.payload = value;
    return ask_with_coap_client("gnutls", device_.uri(), server_101, asked).code;
  }

 private:
  static std::string policy(const std::string& edition) {
    return "edition " + edition +
           "\nservers 101 102\n"
           "object /3 single instances 0 { 0: R, 13: RW, 14: RW }\n"
           "acl /2/0 for /3/0 owner 101 { 101: RWED, 102: R }\n";
  }

  listening_device device_;
  process observer_;
};

constexpr std::chrono::milliseconds a_while{700};

}  // namespace

TEST_CASE("a revoked observation is suppressed and goes on with the right", "[device][H2]") {
  const std::string edition = GENERATE("1.0", "1.1", "1.2");
  const std::string device = GENERATE(from_range(devices));
  INFO(device << ", edition " << edition);
  observed_device w{edition, device};
  REQUIRE(w.observer().says("+00:00"));
  REQUIRE(w.write("/3/0/14", "+01:00") == "2.04");
  REQUIRE(w.observer().says("+01:00"));
  REQUIRE(w.write("/2/0/2/102", "0") == "2.04");
  REQUIRE(w.device().says("102 observes /3/0/14: suppressed"));
  REQUIRE(w.write("/3/0/14", "+02:00") == "2.04");
  REQUIRE(w.write("/2/0/2/102", "1") == "2.04");
  REQUIRE(w.write("/3/0/14", "+03:00") == "2.04");
  REQUIRE(w.observer().says("+03:00"));
  CHECK_FALSE(w.observer().has_said("+02:00"));
}

TEST_CASE("a revoked observation is cancelled in the draft", "[device][H2]") {
  const std::string device = GENERATE(from_range(devices));
  INFO(device);
  observed_device w{"draft", device};
  REQUIRE(w.observer().says("+00:00"));
  REQUIRE(w.write("/3/0/14", "+01:00") == "2.04");
  REQUIRE(w.observer().says("+01:00"));
  REQUIRE(w.write("/2/0/2/102", "0") == "2.04");
  REQUIRE(w.device().says("102 observes /3/0/14: ended"));
  REQUIRE(w.write("/2/0/2/102", "1") == "2.04");
  REQUIRE(w.write("/3/0/14", "+03:00") == "2.04");
  CHECK_FALSE(w.observer().says("+03:00", a_while));
}

TEST_CASE("an observation ends with an error when what is observed is gone", "[device][H5]") {
  const std::string name = GENERATE(from_range(devices));
  INFO(name);
  listening_device device{name, content_of(test_file("../examples/device/policy.acl"))};
  process observer{coap_client("openssl", device.uri(), server_101, {"get", "/3303/0/5750"},
                               {"-s", "60", "-w"})};
  REQUIRE(observer.says("sensor"));
  const auto ask = [&](const coap_request& asked) {
    return ask_with_coap_client("gnutls", device.uri(), server_102, asked).code;
  };
  REQUIRE(ask({"delete", "/3303/0"}) == "2.02");
  CHECK(observer.says("4.04"));
  CHECK(device.running().says("101 observes /3303/0/5750: ended"));
  coap_request creates{"post", "/3303"};
  creates.payload = R"([{"n":"/3303/0/5750","vs":"another"}])";
  creates.content_format = 110;
  CHECK(ask(creates) == "2.01");
  coap_request grants{"put", "/2/5/2/101"};
  grants.payload = "1";
  CHECK(ask(grants) == "2.04");
  creates = {"put", "/3303/0/5750"};
  creates.payload = "a third";
  CHECK(ask(creates) == "2.04");
  CHECK_FALSE(observer.says("a third", a_while));
}

TEST_CASE("an ACL is observed as any Resource is", "[device][F3]") {
  const std::string name = GENERATE(from_range(devices));
  INFO(name);
  listening_device device{name, content_of(test_file("../examples/device/policy.acl"))};
  process observer{
      coap_client("openssl", device.uri(), server_102, {"get", "/2/2/2"}, {"-s", "60", "-w"})};
  REQUIRE(observer.says("/2/2/2/102"));
  coap_request grants{"put", "/2/2/2/102"};
  grants.payload = "31";
  CHECK(ask_with_coap_client("openssl", device.uri(), server_101, grants).code == "2.04");
  CHECK(observer.says("\"/2/2/2/102\",\"v\":31"));
}
