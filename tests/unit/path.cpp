#include <lwm2m/access/path.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
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

/// A number without a leading zero; the reserved one for all that are above 65534.
std::optional<unsigned> number_in(const std::string& text) {
  if (text.empty() || text.find_first_not_of("0123456789") != std::string::npos) return {};
  if (text[0] == '0' && text != "0") return {};
  return text.size() > 5 ? 65535 : std::min(65535U, static_cast<unsigned>(std::stoul(text)));
}

/// The IDs of the path that a text is, from the Object on; nothing for no path.
std::optional<std::vector<unsigned>> ids_in(const std::string& text) {
  if (text.empty() || text[0] != '/') return {};
  std::vector<unsigned> ids;
  if (text == "/") return ids;
  for (std::size_t slash = 0; slash != std::string::npos;) {
    const std::size_t next = text.find('/', slash + 1);
    const auto number = number_in(text.substr(slash + 1, next - slash - 1));
    if (!number || ids.size() == 4) return {};
    ids.push_back(*number);
    slash = next;
  }
  return ids;
}

/// Whether a path has these IDs, and names nothing below them.
bool says(const lac::path& read, const std::optional<std::vector<unsigned>>& ids) {
  std::vector<unsigned> all = ids.value_or(std::vector<unsigned>{});
  all.resize(4, 65535);
  return read.is_none() == !ids &&
         read.level() == static_cast<lac::level>(ids ? ids->size() + 1 : 0) &&
         read.object() == object_id{all[0]} &&
         read.object_instance() == object_instance_id{all[1]} &&
         read.resource() == resource_id{all[2]} &&
         read.resource_instance() == resource_instance_id{all[3]};
}

template <std::size_t Size>
struct literal {
  consteval literal(const char (&from)[Size]) {
    for (std::size_t i = 0; i < Size; ++i) text[i] = from[i];
  }
  char text[Size];
};

template <literal Of>
concept is_a_path_literal =
    requires { typename std::bool_constant<(operator""_path(Of.text, sizeof Of.text - 1), true)>; };

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

TEST_CASE("every short text is the path, or none, that a second reader reads in it") {
  std::vector<std::string> all{""};
  for (std::size_t k = 0; k < all.size(); ++k)
    for (const char next : {'/', '0', '1', '9', ':'})
      if (all[k].size() < 6) all.push_back(all[k] + next);
  REQUIRE(all.size() == 19'531);
  std::size_t paths = 0;
  for (const std::string& text : all) {
    const auto ids = ids_in(text);
    if (!says(parsed(text), ids)) FAIL(text);
    paths += ids ? 1U : 0U;
  }
  CHECK(paths == 1 + 243 + 189 + 27);  // of 0, 1, 2 and 3 IDs
}

TEST_CASE("every text of up to five numbers is read so, too") {
  std::vector<std::string> all{""};
  for (std::size_t k = 0; k < all.size(); ++k)
    for (const char* next : {"/0", "/12", "/65534", "/65535", "/655340", "/01", "/"})
      if (std::count(all[k].begin(), all[k].end(), '/') < 5) all.push_back(all[k] + next);
  for (const std::string& text : all)
    if (!says(parsed(text), ids_in(text))) FAIL(text);
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
