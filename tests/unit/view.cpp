#include <lwm2m/access/view.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

#include "support/catch.hpp"

namespace {

namespace lac = lwm2m::access;

/// An octet of which only the lowest bit counts.
struct parity {
  std::uint8_t octet;
  friend constexpr bool operator==(parity a, parity b) noexcept {
    return (a.octet & 1U) == (b.octet & 1U);
  }
};

/// Views are equal when all their elements are, and only then.
template <class T>
constexpr bool are_compared(T one, T other) {
  constexpr std::size_t count = 3;
  const T ones[count] = {one, one, one};
  const auto equal = [&](const T* a, std::size_t size) {
    return lac::equal(lac::view<T>{ones}, lac::view<T>{a, size}) &&
           lac::equal(lac::view<T>{a, size}, lac::view<T>{ones});
  };
  const auto none = [&](const T* a, std::size_t size) {
    return !lac::equal(lac::view<T>{ones}, lac::view<T>{a, size}) &&
           !lac::equal(lac::view<T>{a, size}, lac::view<T>{ones});
  };
  bool right = lac::equal(lac::view<T>{}, lac::view<T>{}) && none(nullptr, 0) && none(ones, 2);
  for (std::size_t k = 0; k < count; ++k) {
    T made[count] = {one, one, one};
    right = right && equal(made, count);
    made[k] = other;
    right = right && none(made, count);
  }
  return right;
}

/// Whether `first_not` finds each place among `size`, and asks for none beyond.
constexpr bool finds_places(std::size_t size) {
  for (std::size_t place = 0; place <= size; ++place) {
    bool is_overrun = false;
    const auto below = [&](std::size_t k) {
      is_overrun = is_overrun || k >= size;
      return k < place;
    };
    if (lac::first_not(below, size) != place || is_overrun) return false;
  }
  return true;
}

}  // namespace

TEST_CASE("views are compared element by element, while compiling too") {
  STATIC_REQUIRE(are_compared<char>('a', 'b'));
  STATIC_REQUIRE(are_compared<std::uint8_t>(0, 255));
  STATIC_REQUIRE(are_compared<bool>(false, true));
  STATIC_REQUIRE(are_compared<std::uint16_t>(1, 257));
  STATIC_REQUIRE(are_compared<parity>({0}, {1}));
  CHECK(are_compared<char>('a', 'b'));
  CHECK(are_compared<std::uint8_t>(0, 255));
  CHECK(are_compared<bool>(false, true));
  CHECK(are_compared<std::uint16_t>(1, 257));
  CHECK(are_compared<parity>({0}, {1}));
}

TEST_CASE("what counts as equal is the element's to say") {
  constexpr parity even[] = {{0}, {2}}, too[] = {{4}, {6}}, odd[] = {{0}, {3}};
  STATIC_REQUIRE(lac::equal(lac::view<parity>{even}, lac::view<parity>{too}));
  CHECK(lac::equal(lac::view<parity>{even}, lac::view<parity>{too}));
  CHECK_FALSE(lac::equal(lac::view<parity>{even}, lac::view<parity>{odd}));
}

TEST_CASE("a search finds every place among any number of them, and asks for none beyond") {
  for (std::size_t size = 0; size <= 70; ++size) CHECK(finds_places(size));
  STATIC_REQUIRE(finds_places(0));
  STATIC_REQUIRE(finds_places(1));
  STATIC_REQUIRE(finds_places(6));
}

TEST_CASE("a view begins and ends where its range does") {
  const int array[] = {5, 6, 7};
  const std::vector<int> numbers{8, 9};
  const lac::view<int> whole{array}, of_vector{numbers}, none;
  CHECK(whole.data() == array);
  CHECK(std::vector<int>(whole.begin(), whole.end()) == std::vector{5, 6, 7});
  CHECK(std::vector<int>(of_vector.begin(), of_vector.end()) == numbers);
  CHECK_FALSE(of_vector.empty());
  CHECK(none.empty());
  CHECK(none.begin() == none.end());
}
