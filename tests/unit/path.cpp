#include <lwm2m/access/path.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <type_traits>
#include <vector>

#include "support/catch.hpp"
#include "support/dice.hpp"

namespace {

namespace lac = lwm2m::access;
using namespace lac::literals;
using lac::object_id, lac::object_instance_id, lac::resource_id, lac::resource_instance_id;

lac::path parsed(const std::string& text) { return lac::path::parse(text.data(), text.size()); }

/// The texts of paths of every depth, of a lowest, a low and the reserved ID; none of them is `/`.
std::vector<std::string> some_texts() {
  std::vector<std::string> all{""};
  for (std::size_t begin = 0, depth = 0; depth < 4; ++depth) {
    const std::size_t end = all.size();
    for (; begin < end; ++begin)
      for (const char* id : {"/0", "/1", "/65535"}) all.push_back(all[begin] + id);
  }
  all.erase(all.begin());
  return all;
}

template <std::size_t Size>
struct literal {
  consteval literal(const char (&from)[Size]) {
    for (std::size_t i = 0; i < Size; ++i) text[i] = from[i];
  }
  char text[Size];
};

template <literal Of>
concept is_a_path_literal = requires {
  typename std::bool_constant<(operator""_path(Of.text, sizeof Of.text - 1), true)>;
};

}  // namespace

TEST_CASE("a path contains those whose texts go on where its own ends") {
  const std::vector<std::string> texts = some_texts();
  const lac::path root = lac::path::root(), none;
  for (const std::string& outer : texts) {
    const lac::path path = parsed(outer);
    REQUIRE_FALSE(path.is_none());
    for (const std::string& inner : texts)
      REQUIRE(path.contains(parsed(inner)) == (inner + "/").starts_with(outer + "/"));
    REQUIRE(root.contains(path));
    REQUIRE_FALSE(path.contains(root));
    REQUIRE_FALSE(path.contains(none));
    REQUIRE_FALSE(none.contains(path));
  }
  CHECK(root.contains(root));
  CHECK_FALSE(root.contains(none));
  CHECK_FALSE(none.contains(root));
  CHECK_FALSE(none.contains(none));
}

TEST_CASE("a path is read from the text that it is given, and no further") {
  for (const std::string& text : some_texts())
    for (std::size_t size = 0; size <= text.size(); ++size) {
      const std::vector<char> alone(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(size));
      REQUIRE(lac::path::parse(text.data(), size) == lac::path::parse(alone.data(), size));
    }
}

TEST_CASE("a number above 65534 is the reserved ID, however long it is") {
  const auto names = [](std::uint64_t number) {
    CAPTURE(number);
    const lac::path read = parsed("/" + std::to_string(number));
    REQUIRE(read == lac::path{object_id{number}});
  };
  for (std::uint64_t number = 65'500; number < 65'600; ++number)
    for (const std::uint64_t scale : {1U, 10U, 100U, 1000U}) names(number * scale);
  dice d{65535};
  for (int round = 0; round < 1000; ++round) {
    std::uint64_t number = 1 + d.below(9);
    for (unsigned more = d.below(18); more > 0; --more) number = number * 10 + d.below(10);
    names(number);
  }
}

TEST_CASE("a path literal is the path of its text, while compiling") {
  STATIC_REQUIRE("/"_path == lac::path::root());
  STATIC_REQUIRE("/3"_path == lac::path{object_id{3}});
  STATIC_REQUIRE("/3/0"_path == lac::path{object_id{3}, object_instance_id{0}});
  STATIC_REQUIRE("/3/0/65534"_path ==
                 lac::path{object_id{3}, object_instance_id{0}, resource_id{65534}});
  STATIC_REQUIRE("/3/0/6/1"_path == lac::path{object_id{3}, object_instance_id{0}, resource_id{6},
                                              resource_instance_id{1}});
}

TEST_CASE("a literal that is no path or names a reserved ID does not compile") {
  STATIC_REQUIRE(is_a_path_literal<"/">);
  STATIC_REQUIRE(is_a_path_literal<"/3/0/6/1">);
  STATIC_REQUIRE(!is_a_path_literal<"">);
  STATIC_REQUIRE(!is_a_path_literal<"3">);
  STATIC_REQUIRE(!is_a_path_literal<"/3/0/6/1/0">);
  STATIC_REQUIRE(!is_a_path_literal<"/65535">);
  STATIC_REQUIRE(!is_a_path_literal<"/3/65535">);
  STATIC_REQUIRE(!is_a_path_literal<"/3/0/65535">);
  STATIC_REQUIRE(!is_a_path_literal<"/3/0/6/65535">);
}

TEST_CASE("a path takes twelve octets") { STATIC_REQUIRE(sizeof(lac::path) == 12); }
