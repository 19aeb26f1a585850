#include <lwm2m/access/traits.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <type_traits>

#include "support/catch.hpp"

// The questions of traits.hpp answer as those of the standard library do.

namespace {

namespace own = lwm2m::access::detail;

struct base {};
struct derived : base {};
struct hidden : private base {};
struct fixed {
  fixed& operator=(const fixed&) = delete;
};
struct takes_int {
  takes_int(int) {}
};
struct asks_for_int {
  explicit asks_for_int(int) {}
};
enum unscoped { value };

template <class... Types>
struct types {};

template <class A, class B>
constexpr bool pair_agrees =
    own::same_as<A, B> == std::same_as<A, B> && own::converts_to<A, B> == std::convertible_to<A, B>;

template <class A, class... All>
constexpr bool row_agrees(types<All...>) {
  return (pair_agrees<A, All> && ...);
}
template <class... All>
constexpr bool all_agree(types<All...> all) {
  return (row_agrees<All>(all) && ...);
}

using some = types<int, const int&, int*, const int*, std::size_t, bool, unscoped, base, derived,
                   hidden, base*, derived*, hidden*, takes_int, asks_for_int, std::nullptr_t>;
static_assert(all_agree(some{}));

template <class... All>
constexpr bool integers_agree(types<All...>) {
  return ((own::integer<All> == (std::integral<All> && !std::same_as<All, bool>)) && ...) &&
         ((own::unsigned_integer<All> ==
           (std::unsigned_integral<All> && !std::same_as<All, bool>)) &&
          ...);
}
// Character types follow the signedness that the compiler gives them; they are integers in any
// case.
static_assert(integers_agree(
    types<bool, signed char, unsigned char, char8_t, char16_t, char32_t, short, unsigned short, int,
          unsigned, long, unsigned long, long long, unsigned long long, float, double, unscoped,
          base, int*, std::nullptr_t>{}));
static_assert(own::integer<char> && own::integer<wchar_t>);

template <class T>
constexpr bool copies_agree = own::copyable<T> == std::copyable<T> &&
                              own::trivially_copyable<T> == std::is_trivially_copyable_v<T>;
static_assert(copies_agree<int> && copies_agree<base> && copies_agree<fixed> &&
              copies_agree<takes_int>);

static_assert(own::derived_from<derived, base> && own::derived_from<base, base>);
static_assert(!own::derived_from<base, derived> && !own::derived_from<hidden, base>);
static_assert(!own::derived_from<derived&, base> && !own::derived_from<int, base>);

static_assert(std::same_as<own::choose<true, int, long>, int>);
static_assert(std::same_as<own::choose<false, int, long>, long>);

}  // namespace

TEST_CASE("what is asked of types is answered as the standard library does", "[traits]") {
  STATIC_REQUIRE(all_agree(some{}));
  STATIC_REQUIRE(own::one_of<int, long, int>);
  STATIC_REQUIRE(!own::one_of<int, long, short>);
}
