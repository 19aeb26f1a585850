#include <lwm2m/access/view.hpp>

#include <cstddef>
#include <cstdint>

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
