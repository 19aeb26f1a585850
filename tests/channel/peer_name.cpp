#include <lwm2m/access/channel/fingerprint.hpp>
#include <lwm2m/access/channel/host.hpp>
#include <support/catch.hpp>

#include <openssl/sha.h>

#include <array>
#include <string>
#include <vector>

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
                        "coaps://[::1%]",
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
  // A zone is no part of the address, and no host but an IPv6 address has one.
  for (const char* uri : {"coaps://[fe80::1%25eth0]:5684", "coaps://[fe80::1%eth0]"})
    CHECK(is_same_host(channel::host_of_uri(uri), channel::host_of_literal("fe80::1")));
  CHECK(channel::host_of_literal("1.2.3.4%eth0").kind == host_kind::none);
  CHECK(channel::host_of_literal("host%eth0").kind == host_kind::none);
  CHECK(channel::host_of_literal(std::string(63, 'a')).kind == host_kind::dns_name);
}

TEST_CASE("the address that a Server URI names, octet by octet", "[channel][I10]") {
  const auto groups = [](const char* literal) {
    const channel::host read = channel::host_of_literal(literal);
    std::string written = read.kind == host_kind::ipv6 ? "" : "none";
    for (int k = 0; k < 16 && read.kind == host_kind::ipv6; k += 2)
      written += std::to_string(read.address[k] * 256 + read.address[k + 1]) + " ";
    return written;
  };
  CHECK(groups("1:2:3:4:5:6:7:8") == "1 2 3 4 5 6 7 8 ");
  CHECK(groups("::") == "0 0 0 0 0 0 0 0 ");
  CHECK(groups("::8") == "0 0 0 0 0 0 0 8 ");
  CHECK(groups("1::") == "1 0 0 0 0 0 0 0 ");
  CHECK(groups("1:2::7:8") == "1 2 0 0 0 0 7 8 ");
  CHECK(groups("1:2:3:4:5:6::8") == "1 2 3 4 5 6 0 8 ");
  CHECK(groups("1:2:3:4:5:6:7::") == "1 2 3 4 5 6 7 0 ");
  CHECK(groups("::2:3:4:5:6:7:8") == "0 2 3 4 5 6 7 8 ");
  CHECK(groups("ABCD:ef01:0:0:0:0:0:ffFF") == "43981 61185 0 0 0 0 0 65535 ");
  CHECK(groups("1:2:3:4:5:6:1.2.3.4") == "1 2 3 4 5 6 258 772 ");
  CHECK(groups("::255.254.253.252") == "0 0 0 0 0 0 65534 65020 ");
  CHECK(groups("1::6:1.2.3.4") == "1 0 0 0 0 6 258 772 ");
  for (const char* none : {"1:2:3:4:5:6:7::8:9",
                           "1:2:3:4::5:6:7:8",
                           "1:2:3:4:5:6:7:1.2.3.4",
                           "1:2:3:4:5:1.2.3.4",
                           "1.2.3.4:1:2:3:4:5:6",
                           "1::1.2.3.4:5",
                           "1:::2",
                           ":::",
                           "::1:",
                           ":1::",
                           "1::2:",
                           ":",
                           "1:",
                           "1:2:3:4:5:6:7",
                           "1:2:3:4:5:6:7:8:9",
                           "::g",
                           "::/",
                           "::12345",
                           "::1.2.3",
                           "::1.2.3.4.5",
                           "1:2:3:4:5:6:7:8:1.2.3.4",
                           "::1.2.3.256",
                           ".1::",
                           "1.2.3.4::"}) {
    CAPTURE(none);
    CHECK(groups(none) == "none");
  }

  const auto address = [](const char* literal) {
    const channel::host read = channel::host_of_literal(literal);
    return read.kind == host_kind::ipv4 ? (read.address[0] << 24 | read.address[1] << 16) +
                                              (read.address[2] << 8 | read.address[3])
                                        : -1;
  };
  CHECK(address("1.2.3.4") == 0x01020304);
  CHECK(address("0.10.100.255") == 0x000A64FF);
  for (const char* none :
       {"1.2.3", "1.2.3.4.5", "1..3.4", "1.2.3.", ".2.3.4", "1.2.3.4.", "1.2.3.0256", "1.2.3.00",
        "1.2.3.1000", "99999999999.2.3.4", "1.2.3.a", "1.2.3.-1"}) {
    CAPTURE(none);
    CHECK(address(none) == -1);
  }
}

TEST_CASE("what is no DNS name, nor the URI of one", "[channel][I10][I19]") {
  const auto is_name = [](const std::string& literal) {
    return channel::host_of_literal(literal).kind == host_kind::dns_name;
  };
  const std::string label(63, 'a');
  CHECK(is_name("a-b_c.Z9"));
  CHECK(is_name("a."));
  CHECK(is_name(label + "." + label + "." + label + "." + std::string(61, 'a')));
  CHECK_FALSE(is_name(label + "." + label + "." + label + "." + std::string(62, 'a')));
  for (const char* none :
       {"", ".", "..", "a..", "a.1", "123", "a.b.0", "a{", "a`", "a@b", "[", "a/"}) {
    CAPTURE(none);
    CHECK_FALSE(is_name(none));
  }
  CHECK(is_name("1a"));
  CHECK(is_name("a1"));
  // Read while compiling: not one octet in front of the text or behind it.
  STATIC_REQUIRE(channel::host_of_literal({"123", 3}).kind == host_kind::none);
  STATIC_REQUIRE(channel::host_of_literal({"1::", 3}).kind == host_kind::ipv6);
  constexpr char one_colon[] = {'1', ':'};
  STATIC_REQUIRE(channel::host_of_literal({one_colon, 2}).kind == host_kind::none);
  STATIC_REQUIRE(channel::host_of_literal("1:2:3:4:5:6:7:8:9").kind == host_kind::none);
  STATIC_REQUIRE(channel::host_of_literal("::2:3:4:5:6:7:8:9").kind == host_kind::none);
  constexpr char one[] = {'a'}, colon[] = {':'}, scheme[] = {'a', ':', '/'},
                 empty[] = {'a', ':', '/', '/'};
  STATIC_REQUIRE(channel::host_of_literal({one, 1}).kind == host_kind::dns_name);
  STATIC_REQUIRE(channel::host_of_literal({colon, 1}).kind == host_kind::none);
  STATIC_REQUIRE(channel::host_of_uri({scheme, 3}).kind == host_kind::none);
  STATIC_REQUIRE(channel::host_of_uri({empty, 4}).kind == host_kind::none);
  CHECK(channel::host_of_literal({"1:2:3:4:5:6:7:8", 14}).kind == host_kind::none);
  CHECK(channel::host_of_literal({&"a712"[2], 2}).kind == host_kind::none);
  CHECK(channel::host_of_literal({&"1.2"[2], 1}).kind == host_kind::none);
  STATIC_REQUIRE(host_of("a://b").kind == host_kind::dns_name);
  STATIC_REQUIRE(host_of("a://b?c").name.size() == 1);
  STATIC_REQUIRE(host_of("a://b#c").name.size() == 1);
  STATIC_REQUIRE(host_of("a://b:1").kind == host_kind::dns_name);
  STATIC_REQUIRE(host_of("a://b:").kind == host_kind::dns_name);
  for (const char* none :
       {"://b", "::// b", ":://b", "a:/b", "a:b/", "a:/ b", "a://b:x", "a://b:1x", "a://:1",
        "a://b]", "a://[b]", "a://[::1]1", "a://[::1]:x", "a://u:1@b", "a://u@[::1]"}) {
    CAPTURE(none);
    CHECK(channel::host_of_uri(none).kind == host_kind::none);
  }
}

TEST_CASE("the same host, and another one", "[channel][I21]") {
  const auto same = [](const char* a, const char* b) {
    const bool found = is_same_host(channel::host_of_literal(a), channel::host_of_literal(b));
    CHECK(found == is_same_host(channel::host_of_literal(b), channel::host_of_literal(a)));
    return found;
  };
  CHECK(same("a.Example", "A.exaMPLE"));
  CHECK(same("1.2.3.4", "1.2.3.4"));
  CHECK(same("::1", "0:0::1"));
  for (const char* other :
       {"b.example", "a.examplf", "a.exampl", "a.example2", "1.2.3.4", "::", ""})
    CHECK_FALSE(same("a.example", other));
  for (const char* other : {"2.2.3.4", "1.2.3.5", "::102:304", "102:304::"})
    CHECK_FALSE(same("1.2.3.4", other));
  for (const char* other : {"100::1", "::2", "::"}) CHECK_FALSE(same("::1", other));
  CHECK_FALSE(same("", ""));
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
  CHECK(dns("a.b.c", "*.b.c", true));
  CHECK(dns("a.b.c.d", "*.b.c.d", true));
  CHECK_FALSE(dns("b.c", "*.c", true));
  CHECK_FALSE(dns("a.b.c", "*", true));
  CHECK_FALSE(dns("a.b.c", "", true));
  CHECK_FALSE(dns("a.b.c", "a.b.d", true));
  CHECK_FALSE(dns("a.b.c", "x.b.c", true));
  STATIC_REQUIRE(!matches_dns_name(channel::host_of_literal("a.b.c"), {}, true));
  constexpr std::uint8_t star[] = {'*'}, star_dot[] = {'*', '.'};
  STATIC_REQUIRE(!matches_dns_name(channel::host_of_literal("a.b.c"), star, true));
  STATIC_REQUIRE(!matches_dns_name(channel::host_of_literal("a.b.c"), star_dot, true));
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
  constexpr std::uint8_t zeros[16] = {};
  STATIC_REQUIRE(sizeof channel::host{}.address == sizeof zeros);
  STATIC_REQUIRE(matches_address(channel::host_of_literal("::"), zeros));
  STATIC_REQUIRE(!matches_address(channel::host_of_literal("lwm2m.example.com"), zeros));
  CHECK_FALSE(matches_address(channel::host_of_literal("lwm2m.example.com"), zeros));
  CHECK_FALSE(matches_address(channel::host_of_literal("lwm2m.example.com"), {}));
  STATIC_REQUIRE(!matches_address(channel::host{}, zeros));
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

TEST_CASE("the fingerprint of every length, in two parts, is libcrypto's SHA-256", "[channel]") {
  int wrong = 0;
  for (std::size_t size = 0; size <= 130; ++size)
    for (std::size_t first = 0; first <= size; first += first < 62 ? 7 : 1) {
      std::vector<std::uint8_t> all(size);
      for (std::size_t k = 0; k < size; ++k) all[k] = static_cast<std::uint8_t>(k * 5 + size);
      std::array<std::uint8_t, 32> theirs{};
      SHA256(all.data(), size, theirs.data());
      const auto ours = channel::fingerprint_maker{}
                            .add_plain({all.data(), first})
                            .add_plain({all.data() + first, size - first})
                            .result();
      for (std::size_t k = 0; k < 32; ++k)
        wrong +=
            static_cast<std::uint8_t>(ours.words[k / 4] >> (24 - k % 4 * 8)) == theirs[k] ? 0 : 1;
    }
  CHECK(wrong == 0);
}
