#include <lwm2m/access/edition.hpp>

#include <cstdint>

namespace {

namespace lac = lwm2m::access;
using lac::edition;
using lac::edition_name;

/// What one switch is in each edition.
template <class Value>
struct difference {
  const char* rule;
  Value edition::* of;
  Value draft, v1_0, v1_1, v1_2;
};

constexpr difference<bool> differences[] = {
    {"A4", &edition::owner_has_full_right, false, true, true, true},
    {"A8", &edition::may_be_disabled, false, false, false, true},
    {"K4, Object 2", &edition::bootstrap_reads_access_control, false, false, true, true},
    {"K4, Object 1", &edition::bootstrap_reads_servers, false, false, false, true},
    {"C1", &edition::oscore_is_restricted, false, false, true, true},
    {"C4", &edition::deletes_resource_instances, false, false, false, true},
    {"D5", &edition::creates_on_instance, true, false, false, false},
    {"D6", &edition::create_refuses_read_only, true, false, false, false},
    {"D4", &edition::keeps_device_instance, false, true, true, true},
    {"E", &edition::has_composites, false, false, true, true},
    {"G1", &edition::creator_gets_entry, true, false, false, false},
    {"G1, before the instance", &edition::pre_grant_stays, true, false, false, false},
    {"H2", &edition::refused_notify_cancels, true, false, false, false},
};
constexpr difference<std::uint16_t> highest{
    "A11", &edition::highest_access_right, 65535, 65535, 65535, 31};

template <class Value>
void check(const difference<Value>& row) {
  CAPTURE(row.rule);
  CHECK(lac::edition_of(edition_name::draft).*row.of == row.draft);
  CHECK(lac::edition_of(edition_name::v1_0).*row.of == row.v1_0);
  CHECK(lac::edition_of(edition_name::v1_1).*row.of == row.v1_1);
  CHECK(lac::edition_of(edition_name::v1_2).*row.of == row.v1_2);
  CHECK(edition{}.*row.of == Value{});
}

}  // namespace

TEST_CASE("the editions differ in these switches, and in no others") {
  for (const auto& row : differences) check(row);
  check(highest);
  static_assert(sizeof(edition) <= sizeof(edition_name) + sizeof(std::uint16_t) +
                                       sizeof differences / sizeof differences[0] + 1);
}

TEST_CASE("an edition has its own name, and what has none is no edition") {
  CHECK_FALSE(edition{}.is_valid());
  for (unsigned number = 0; number < 256; ++number) {
    const auto name = static_cast<edition_name>(number);
    const bool is_one = number >= 1 && number <= 4;
    if (!is_one) CHECK(lac::edition_of(name) == edition{});
    CHECK(lac::edition_of(name).is_valid() == is_one);
    CHECK(lac::edition_of(name).name == (is_one ? name : edition_name{}));
  }
}
