// What is otherwise evaluated only while compiling, at run time: there the sanitizers see it.

#include <lwm2m/access/text.hpp>

#include <string>

#include "support/catch.hpp"

namespace {

namespace lac = lwm2m::access;

const std::string text = R"(
  edition 1.1
  servers 101 102
  object /3 single instances 0 { 0: R, 4: E, 13: RW }  # : 1 2 }
  object /5 multiple instances 0 1 { }
  acl for /3/0 owner 101 { 101: RWED, 102: R }
)";

constexpr lac::text_sizes exactly{.accounts = 2, .objects = 2, .instances = 3, .resources = 3,
                                  .access_controls = 1, .entries = 4};

}  // namespace

TEST_CASE("a text is counted and read exactly, at run time too") {
  const auto sizes = lac::detail::sizes_of(text);
  CHECK(sizes.accounts == exactly.accounts);
  CHECK(sizes.objects == exactly.objects);
  CHECK(sizes.instances == exactly.instances);
  CHECK(sizes.resources == exactly.resources);
  CHECK(sizes.access_controls == exactly.access_controls);
  CHECK(sizes.entries == exactly.entries);
  const auto read = lac::detail::read_exactly<exactly>(text);
  CHECK(read.expected == lac::text_expectation::nothing);
  CHECK(read.value.account_count() == 2);
  CHECK(read.value.object_count() == 2);
  CHECK(read.value.entry_room() == 0);
  CHECK(read.value.resource_room() == 0);
  const auto right = lac::detail::right<1, 1, lac::text_expectation::nothing>(read.value);
  CHECK(right == read.value);
  const std::string beginning = text.substr(0, text.find("object"));
  CHECK_FALSE(lac::detail::read_exactly<exactly>(beginning).value == read.value);
  std::string other = text;
  other.replace(other.find("single"), 6, "multiple");
  CHECK_FALSE(lac::detail::read_exactly<exactly>(other).value == read.value);

  const auto wrong = lac::detail::read_exactly<exactly>(text + "\nservers 101");
  CHECK(wrong.expected != lac::text_expectation::nothing);
  CHECK(wrong.line == 8);
  CHECK(wrong.column == 9);
}
