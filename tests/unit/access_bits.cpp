#include <lwm2m/access/access_bits.hpp>

#include <cstdint>

namespace {

namespace lac = lwm2m::access;
using lac::access_rights, lac::access_type, lac::resource_operation, lac::right;

/// One bit, by its value in the two texts.
template <class Bit>
struct value_of {
  Bit bit;
  unsigned value;
};
constexpr value_of<right> rights[] = {{right::read, 1},
                                      {right::write, 2},
                                      {right::execute, 4},
                                      {right::delete_, 8},
                                      {right::create, 16}};
constexpr value_of<resource_operation> operations[] = {{resource_operation::read, 0x80},
                                                       {resource_operation::write, 0x40},
                                                       {resource_operation::execute, 0x20}};

/// How many of all sets of a layout are not what their raw value says.
template <class Set, class Bit, std::size_t Count>
unsigned wrong_sets(const value_of<Bit> (&bits)[Count], unsigned all) {
  unsigned defined = 0, wrong = 0;
  for (const auto& each : bits) defined |= each.value;
  for (unsigned raw = 0; raw <= all; ++raw) {
    const Set set{static_cast<typename Set::value_type>(raw)};
    bool fits = set.raw() == raw && set.has_reserved() == ((raw & ~defined) != 0);
    for (const auto& each : bits) {
      const auto [bit, value] = each;
      fits = fits && set.has(bit) == ((raw & value) != 0) && set.with(bit).raw() == (raw | value) &&
             set.without(bit).raw() == (raw & ~value) && set.has_all(Set::of(bit)) == set.has(bit);
    }
    wrong += fits ? 0U : 1U;
  }
  return wrong;
}

}  // namespace

TEST_CASE("every set of rights and every Access Type is what its raw value says") {
  CHECK(wrong_sets<access_rights>(rights, 0xFFFF) == 0);
  CHECK(wrong_sets<access_type>(operations, 0xFF) == 0);
  CHECK(lac::owner_rights.raw() == 0x0F);
  CHECK(lac::full_rights.raw() == 0x1F);
}

TEST_CASE("a bit that a layout does not have is in no set") {
  for (const unsigned number : {0U, 6U, 7U, 255U})
    CHECK(access_rights::of(static_cast<right>(number)) == access_rights{});
  for (const unsigned number : {0U, 4U, 5U, 255U})
    CHECK(access_type::of(static_cast<resource_operation>(number)) == access_type{});
}

TEST_CASE("a set has all of another when it lacks none of it") {
  for (unsigned a = 0; a < 64; ++a)
    for (unsigned b = 0; b < 64; ++b) {
      const access_rights held{static_cast<std::uint16_t>(a)},
          needed{static_cast<std::uint16_t>(b)};
      REQUIRE(held.has_all(needed) == ((a & b) == b));
    }
}
