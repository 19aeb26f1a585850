#include <lwm2m/access/fixed_vector.hpp>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <iterator>
#include <random>
#include <type_traits>
#include <vector>

#include "support/catch.hpp"

namespace {

using lwm2m::access::fixed_vector;

template <std::size_t Capacity>
std::vector<int> contents(const fixed_vector<int, Capacity>& from) {
  return {from.data(), from.data() + from.size()};
}

constexpr fixed_vector<int, 4> three() {
  fixed_vector<int, 4> made;
  made.insert(0, 3);
  made.insert(0, 1);
  made.insert(1, 2);
  return made;
}

}  // namespace

TEST_CASE("a fixed_vector begins empty") {
  STATIC_REQUIRE(std::is_trivially_copyable_v<fixed_vector<int, 4>>);
  constexpr fixed_vector<int, 4> empty;
  STATIC_REQUIRE(empty.size() == 0);
  STATIC_REQUIRE(empty.room() == 4);
  constexpr fixed_vector<int, 0> nothing;
  STATIC_REQUIRE(nothing.room() == 0);
  CHECK(nothing.data() != nullptr);
}

TEST_CASE("a fixed_vector keeps the order in which it is filled") {
  constexpr auto made = three();
  STATIC_REQUIRE(made.size() == 3);
  STATIC_REQUIRE(made.room() == 1);
  CHECK(contents(three()) == std::vector{1, 2, 3});
}

TEST_CASE("open makes empty cells, erase takes cells away") {
  auto made = three();
  made.erase(0, 2);
  CHECK(contents(made) == std::vector{3});
  made.open(0, 3);
  CHECK(contents(made) == std::vector{0, 0, 0, 3});
  made.erase(3);
  made.erase(1, 0);
  CHECK(contents(made) == std::vector{0, 0, 0});
  made.open(3, 1);
  made[3] = 7;
  CHECK(contents(made) == std::vector{0, 0, 0, 7});
}

TEST_CASE("random fixed_vectors are as std::vector, and equal contents are equal bytes") {
  std::mt19937 random{1};
  const auto below = [&](std::size_t end) { return random() % end; };
  fixed_vector<int, 8> made;
  std::vector<int> wanted;
  for (int round = 0; round < 20'000; ++round) {
    const std::size_t place = below(wanted.size() + 1);
    const auto at = wanted.begin() + static_cast<std::ptrdiff_t>(place);
    if (below(3) == 0) {
      const std::size_t count = below(made.room() + 1);
      made.open(place, count);
      wanted.insert(at, count, 0);
    } else if (below(2) == 0 && made.room() != 0) {
      made.insert(place, round);
      wanted.insert(at, round);
    } else {
      const std::size_t count = below(wanted.size() - place + 1);
      made.erase(place, count);
      wanted.erase(at, at + static_cast<std::ptrdiff_t>(count));
    }
    REQUIRE(contents(made) == wanted);
    fixed_vector<int, 8> again;
    for (const int each : wanted) again.insert(again.size(), each);
    REQUIRE(std::memcmp(&made, &again, sizeof made) == 0);
  }
}

TEST_CASE("a fixed_vector without room takes the memory of one cell") {
  STATIC_REQUIRE(sizeof(fixed_vector<std::uint64_t, 0>) == sizeof(fixed_vector<std::uint64_t, 1>));
}

TEST_CASE("an offset has two octets when they are enough for all it is to count") {
  using lwm2m::access::offset_up_to;
  STATIC_REQUIRE(sizeof(offset_up_to<65535, 0>) == 2);
  STATIC_REQUIRE(sizeof(offset_up_to<65536, 0>) == 4);
  STATIC_REQUIRE(sizeof(offset_up_to<0, 65536>) == 4);
}

TEST_CASE("cells move while compiling as they do at run time") {
  for (const std::size_t from : {0U, 2U, 3U})
    for (const std::size_t to : {0U, 2U, 3U})
      for (const std::size_t count : {0U, 1U, 4U}) {
        int moved[] = {1, 2, 3, 4, 5, 6, 7}, expected[] = {1, 2, 3, 4, 5, 6, 7};
        lwm2m::access::detail::move_cells(moved, from, to, count);
        std::memmove(expected + to, expected + from, count * sizeof(int));
        CHECK(std::equal(std::begin(moved), std::end(moved), std::begin(expected)));
      }
}
