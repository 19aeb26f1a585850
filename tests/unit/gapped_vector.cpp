#include <lwm2m/access/gapped_vector.hpp>

#include <algorithm>
#include <random>
#include <type_traits>
#include <vector>

#include "support/catch.hpp"

namespace {

using lwm2m::access::gapped_vector;

template <std::size_t Capacity>
std::vector<int> contents(const gapped_vector<int, Capacity>& from) {
  std::vector<int> all;
  for (std::size_t k = 0; k < from.size(); ++k) all.push_back(from[k]);
  return all;
}

constexpr gapped_vector<int, 4> two() {
  gapped_vector<int, 4> made;
  for (const int each : {4, 2, 1, 0}) made.insert(0, each);
  made.insert(2, 3);  // no room
  made.erase(3);
  made.erase(0);
  return made;
}

/// Random changes of one of `Capacity` against std::vector, all elements ascending.
template <std::size_t Capacity>
void agrees_with_vector(std::mt19937& random) {
  gapped_vector<int, Capacity> made;
  std::vector<int> wanted;
  for (int round = 0; round < 20'000; ++round) {
    const int value = static_cast<int>(random() % (2 * Capacity + 1));
    const auto at = std::lower_bound(wanted.begin(), wanted.end(), value);
    const auto place = static_cast<std::size_t>(at - wanted.begin());
    REQUIRE(made.first_place_not([value](int each) { return each < value; }) == place);
    if (random() % 2 == 0) {
      made.insert(place, value);
      if (wanted.size() < Capacity) wanted.insert(at, value);
    } else if (at != wanted.end()) {
      made.erase(place);
      wanted.erase(at);
    }
    REQUIRE(made.room() == Capacity - wanted.size());
    REQUIRE(contents(made) == wanted);
  }
}

}  // namespace

TEST_CASE("a gapped_vector is trivially copyable, begins empty, and works while compiling") {
  STATIC_REQUIRE(std::is_trivially_copyable_v<gapped_vector<int, 4>>);
  STATIC_REQUIRE(gapped_vector<int, 4>{}.size() == 0);
  STATIC_REQUIRE(gapped_vector<int, 0>{}.room() == 0);
  STATIC_REQUIRE(two().size() == 2);
  STATIC_REQUIRE(two()[0] == 1);
  STATIC_REQUIRE(two()[1] == 2);
}

TEST_CASE("random gapped_vectors are as std::vector") {
  std::mt19937 random{1};
  agrees_with_vector<0>(random);
  agrees_with_vector<1>(random);
  agrees_with_vector<8>(random);
  agrees_with_vector<100>(random);
}

TEST_CASE("a sweep erases the places that it chooses, from either end") {
  for (unsigned chosen = 0; chosen < 256; ++chosen)
    for (const bool falls : {false, true}) {
      gapped_vector<int, 9> made;
      std::vector<int> wanted;
      for (int k = 0; k < 8; ++k) made.insert(made.size(), k);
      for (int k = 0; k < 8; ++k)
        if ((chosen >> k & 1U) == 0) wanted.push_back(k);
      if (falls) {
        for (std::size_t k = 8; k-- > 0;)
          if ((chosen >> k & 1U) != 0) made.erase(k);
      } else {
        for (std::size_t k = 0; k < made.size();)
          if ((chosen >> made[k] & 1U) != 0)
            made.erase(k);
          else
            ++k;
      }
      REQUIRE(contents(made) == wanted);
    }
}
