#include <lwm2m/access/std_support.hpp>

#include <cstdio>
#include <format>
#include <string>

// What std::format makes of the library's types. A program of its own: of the compilers that the
// tests are built with, not all have <format>.

namespace {

namespace lac = lwm2m::access;
using namespace lac::literals;

int failed = 0;

void check(const std::string& made, const std::string& expected) {
  if (made == expected) return;
  std::printf("\"%s\" instead of \"%s\"\n", made.c_str(), expected.c_str());
  ++failed;
}

}  // namespace

int main() {
  check(std::format("{}", "/3/0/7/65534"_path), "/3/0/7/65534");
  check(std::format("[{:>6}|{:<6}]", "/3/0"_path, "/"_path), "[  /3/0|/     ]");
  check(std::format("{}", lac::path{}), "");
  check(std::format("{}", lac::path::parse(std::string{"/65535/65535/65535/65535"})),
        "/65535/65535/65535/65535");
  check(std::format("{} {:5}", 101_server, lac::object_id{3}), "101     3");
  check(std::format("{} {}", lac::coap::unauthorized, lac::coap::none), "4.01 -");
  check(std::format("{}", lac::decision::refused(lac::reason::no_account, "/3/0"_path)),
        std::string{"denied 4.01 /3/0: "} + lac::sentence(lac::reason::no_account));
  check(std::format("{}", lac::decision{}),
        std::string{"denied 4.01: "} + lac::sentence(lac::reason::not_decided));
  return failed == 0 ? 0 : 1;
}
