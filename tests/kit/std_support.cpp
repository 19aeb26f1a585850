#include <lwm2m/access/std_support.hpp>

#include <algorithm>
#include <map>
#include <ranges>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "support/catch.hpp"

namespace {

namespace lac = lwm2m::access;
using namespace lac::literals;

static_assert(std::ranges::view<lac::view<lac::path>>);
static_assert(std::ranges::borrowed_range<lac::view<lac::path>>);
static_assert(std::ranges::contiguous_range<lac::view<lac::path>>);
static_assert(std::ranges::viewable_range<lac::view<lac::path>>);
static_assert(std::three_way_comparable<lac::path, std::strong_ordering>);
static_assert(std::totally_ordered<lac::object_id> && std::totally_ordered<lac::short_server_id>);
static_assert(std::totally_ordered<lac::acl_instance_id>);
static_assert(std::totally_ordered<lac::access_control_owner>);

/// Ascending.
std::vector<lac::path> some_paths() {
  return {lac::path{},     "/"_path,
          "/0"_path,       "/0/0"_path,
          "/0/0/1"_path,   "/3"_path,
          "/3/0"_path,     "/3/0/7"_path,
          "/3/0/7/0"_path, "/3/0/7/65534"_path,
          "/3/0/8"_path,   "/3/1"_path,
          "/65534"_path,   lac::path::parse(std::string_view{"/65535"})};
}

}  // namespace

TEST_CASE("paths are ordered as in a listing", "[std]") {
  const auto all = some_paths();
  for (std::size_t i = 0; i < all.size(); ++i)
    for (std::size_t k = 0; k < all.size(); ++k) {
      CAPTURE(i, k);
      CHECK((all[i] <=> all[k]) == (i <=> k));
      CHECK((all[i] == all[k]) == (i == k));
    }
  CHECK(std::set<lac::path>(all.rbegin(), all.rend()).size() == all.size());
}

TEST_CASE("identifiers are ordered by number, what names nothing is last", "[std]") {
  CHECK(101_server < 102_server);
  CHECK(102_server > 101_server);
  CHECK(lac::object_id{65534} < lac::object_id{});
  CHECK(lac::acl_instance_id{lac::default_short_server_id{}} <= lac::acl_instance_id{1_server});
  CHECK(lac::access_control_owner{} < lac::access_control_owner{101_server});
  CHECK(lac::access_control_owner{101_server} < lac::access_control_owner{lac::bootstrap});
}

TEST_CASE("equal things have equal hashes, others rarely", "[std]") {
  std::unordered_map<lac::path, std::size_t> places;
  const auto all = some_paths();
  for (std::size_t k = 0; k < all.size(); ++k) places.emplace(all[k], k);
  for (std::size_t k = 0; k < all.size(); ++k) CHECK(places.at(all[k]) == k);

  std::unordered_set<std::size_t> hashes;
  for (unsigned id = 0; id < 65535; ++id)
    hashes.insert(std::hash<lac::object_id>{}(lac::object_id{id}));
  CHECK(hashes.size() == 65535);
  hashes.clear();
  for (unsigned a = 0; a < 100; ++a)
    for (unsigned b = 0; b < 100; ++b)
      hashes.insert(
          std::hash<lac::access_control_target>{}({lac::object_id{a}, lac::object_instance_id{b}}));
  CHECK(hashes.size() == 10000);
  CHECK(std::hash<lac::access_control_owner>{}(lac::bootstrap) !=
        std::hash<lac::access_control_owner>{}(101_server));
  CHECK(std::hash<lac::acl_instance_id>{}(101_server) ==
        std::hash<lac::short_server_id>{}(101_server));
}

TEST_CASE("a view is a range of std::ranges", "[std]") {
  const auto all = some_paths();
  CHECK(std::ranges::count_if(lac::view<lac::path>{all}, [](const lac::path& at) {
          return at.level() == lac::level::resource_instance;
        }) == 2);
  CHECK(*std::ranges::find(lac::view<lac::path>{all}, "/3/1"_path) == "/3/1"_path);
}

TEST_CASE("a path from a string, a string view or anything alike", "[std]") {
  CHECK(lac::path::parse(std::string{"/3/0/1"}) == "/3/0/1"_path);
  CHECK(lac::path::parse(std::string_view{"/3"}) == "/3"_path);
  CHECK(lac::path::parse(std::vector<char>{'/'}) == lac::path::root());
  CHECK(lac::path::parse(std::string_view{}).is_none());
}
