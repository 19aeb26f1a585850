#include <lwm2m/access/channel/fingerprint.hpp>
#include <lwm2m/access/channel/host.hpp>
#include <support/catch.hpp>

#include <string>

namespace channel = lwm2m::access::channel;
using channel::host_kind;

namespace {

template <std::size_t N>
constexpr channel::host host_of(const char (&uri)[N]) {
  return channel::host_of_uri({uri, N - 1});
}

bool dns(const char* wanted, const std::string& name, bool wildcard = false) {
  return channel::matches_dns_name(
      channel::host_of_literal(wanted),
      {reinterpret_cast<const std::uint8_t*>(name.data()), name.size()}, wildcard);
}

}  // namespace

TEST_CASE("the host of a Server URI", "[channel][I10]") {
  STATIC_REQUIRE(host_of("coaps://lwm2m.example.com").kind == host_kind::dns_name);
  STATIC_REQUIRE(host_of("coaps://lwm2m.example.com:5684/rd?x").name.size() == 17);
  STATIC_REQUIRE(host_of("coaps://lwm2m.example.com./").name.size() == 17);
  STATIC_REQUIRE(host_of("coaps://127.0.0.1:5684").kind == host_kind::ipv4);
  STATIC_REQUIRE(host_of("coaps://127.0.0.1").address[3] == 1);
  STATIC_REQUIRE(host_of("coaps://[::1]:5684").kind == host_kind::ipv6);
  STATIC_REQUIRE(host_of("coaps://[2001:db8::7:1.2.3.4]/").address[15] == 4);
  STATIC_REQUIRE(host_of("coaps://[1:2:3:4:5:6:7:8]").address[14] == 0);
  STATIC_REQUIRE(host_of("coaps://[1:2:3:4:5:6:7:8]").address[15] == 8);
  STATIC_REQUIRE(host_of("coaps://[::]").kind == host_kind::ipv6);
  STATIC_REQUIRE(host_of("coaps://[1::]").address[1] == 1);

  const char* none[] = {"",
                        "coaps:",
                        "coaps://",
                        "//host",
                        "lwm2m.example.com",
                        "coaps:///rd",
                        "coaps://user@host.example.com",
                        "coaps://host name",
                        "coaps://a..b",
                        "coaps://.a",
                        "coaps://127.1",
                        "coaps://127.0.0.256",
                        "coaps://127.0.0.01",
                        "coaps://1.2.3.4.5",
                        "coaps://::1",
                        "coaps://[::1",
                        "coaps://[1.2.3.4]",
                        "coaps://[::1%25eth0]",
                        "coaps://[1:2:3:4:5:6:7]",
                        "coaps://[1::2::3]",
                        "coaps://[12345::]",
                        "coaps://[1:2:3:4:5:6:7:8:9]",
                        "coaps://[::1]x",
                        "coaps://[1:]",
                        "coaps://[:1]",
                        "coaps://host:port",
                        "coaps://h%41st",
                        "coaps://0x7f.1",
                        "coaps://[1.2.3.4::]",
                        "coaps://*.example.com"};
  for (const char* uri : none) {
    CAPTURE(uri);
    CHECK(channel::host_of_uri(uri).kind == host_kind::none);
  }
  CHECK(channel::host_of_uri({"coaps://a\0b.example.com", 23}).kind == host_kind::none);
  CHECK(channel::host_of_literal(std::string(64, 'a')).kind == host_kind::none);
  CHECK(channel::host_of_literal(std::string(63, 'a')).kind == host_kind::dns_name);
}

TEST_CASE("a DNS name, and where a wildcard counts", "[channel][I19]") {
  CHECK(dns("lwm2m.example.com", "LWM2M.Example.COM"));
  CHECK_FALSE(dns("lwm2m.example.com", "lwm2m.example.com."));
  CHECK_FALSE(dns("lwm2m.example.com", std::string("lwm2m.example.com\0", 18)));
  CHECK_FALSE(dns("lwm2m.example.com", std::string("lwm2m.example.com\0.evil", 23)));
  CHECK_FALSE(dns("lwm2m.example.com", ""));
  CHECK_FALSE(dns("127.0.0.1", "127.0.0.1"));
  CHECK_FALSE(dns("127.0.0.1", "*.0.0.1", true));
  CHECK_FALSE(dns("lwm2m.example.com", "*.example.com"));
  CHECK(dns("lwm2m.example.com", "*.example.com", true));
  CHECK(dns("lwm2m.example.com", "*.EXAMPLE.com", true));
  for (const char* name : {"*", "*.*.com", "lwm2m.*.com", "lw*.example.com", "*m.example.com",
                           "*.com", "lwm2m.example.*", "*.lwm2m.example.com", "**.example.com",
                           "*example.com", ".example.com", "*.", "*..example.com"}) {
    CAPTURE(name);
    CHECK_FALSE(dns("lwm2m.example.com", name, true));
  }
  CHECK_FALSE(dns("example.com", "*.com", true));
  CHECK_FALSE(dns("a.b.example.com", "*.example.com", true));
}

TEST_CASE("IP addresses only against the octets of an iPAddress entry", "[channel][I19]") {
  constexpr std::uint8_t four[] = {127, 0, 0, 1};
  constexpr std::uint8_t sixteen[16] = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};
  STATIC_REQUIRE(matches_address(channel::host_of_literal("127.0.0.1"), four));
  STATIC_REQUIRE(matches_address(channel::host_of_literal("::1"), sixteen));
  STATIC_REQUIRE(!matches_address(channel::host_of_literal("::1"), four));
  STATIC_REQUIRE(!matches_address(channel::host_of_literal("127.0.0.2"), four));
  STATIC_REQUIRE(!matches_address(channel::host_of_literal("127.0.0.1"), sixteen));
  STATIC_REQUIRE(!matches_address(channel::host_of_literal("lwm2m.example.com"), four));
  STATIC_REQUIRE(!matches_address(channel::host{}, channel::bytes{}));
}

TEST_CASE("the fingerprint is SHA-256", "[channel]") {
  constexpr std::uint8_t abc[] = {'a', 'b', 'c'};
  constexpr auto digest = channel::fingerprint_maker{}.add_plain(abc).result();
  STATIC_REQUIRE(digest.words[0] == 0xBA7816BF);
  STATIC_REQUIRE(digest.words[7] == 0xF20015AD);
  constexpr auto none = channel::fingerprint_maker{}.result();
  STATIC_REQUIRE(none.words[0] == 0xE3B0C442);
  const std::string million(1000000, 'a');
  const auto long_one =
      channel::fingerprint_maker{}
          .add_plain({reinterpret_cast<const std::uint8_t*>(million.data()), million.size()})
          .result();
  CHECK(long_one.words[0] == 0xCDC76E5C);
  CHECK(channel::fingerprint_maker{}.add("ab").add("c").result() !=
        channel::fingerprint_maker{}.add("a").add("bc").result());
}
