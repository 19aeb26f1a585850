// What is otherwise evaluated only while compiling, at run time: there the sanitizers see it.

#include <lwm2m/access/text.hpp>

#include <cstring>
#include <initializer_list>
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

constexpr lac::text_sizes exactly{.accounts = 2,
                                  .objects = 2,
                                  .instances = 3,
                                  .resources = 3,
                                  .access_controls = 1,
                                  .entries = 4};

using policy = lac::policy<8, 64>;

/// The policy and, for each of `sizes`, an Access Control Object Instance with so many entries.
constexpr policy with_acls(policy made, std::initializer_list<unsigned> sizes) {
  for (const unsigned size : sizes) {
    const lac::object_instance_id id = made.lowest_free_id();
    (void)made.add(lac::access_control_view{id, {lac::objects::device, id}, lac::bootstrap, {}});
    for (unsigned k = size; k > 0; --k)
      (void)made.set_entry(id, {lac::short_server_id{k}, lac::access_rights{1}});
  }
  return made;
}

// The first of them leave blocks unused that the later ones, copies of them, take.
constexpr policy one_acl = with_acls(policy{lac::editions::v1_1}, {9});
constexpr policy three_acls = with_acls(one_acl, {12, 5});
constexpr policy one_of_three = [] {
  policy made = three_acls;
  (void)made.erase_id(made.access_control_id(1));
  (void)made.erase_id(made.access_control_id(0));
  return made;
}();

template <class T>
bool is_all_zero(const T& one) {
  const unsigned char zero[sizeof(T)] = {};
  return std::memcmp(&one, zero, sizeof one) == 0;
}

}  // namespace

TEST_CASE("a policy made while compiling takes what one made at run time does") {
  constexpr policy empty{lac::editions::v1_1};
  constexpr policy one_entry = with_acls(empty, {1});
  STATIC_REQUIRE(with_acls(one_entry, {1}) == with_acls(empty, {1, 1}));
  STATIC_REQUIRE(one_entry.access_control_at(0).entries().size() == 1);
  STATIC_REQUIRE(with_acls(one_entry, {2}) == with_acls(empty, {1, 2}));
  STATIC_REQUIRE(with_acls(one_acl, {12, 5}) == three_acls);
  STATIC_REQUIRE(one_acl.access_control_at(0).entries().size() == 9);
  STATIC_REQUIRE(with_acls(empty, {9, 12, 5}) == three_acls);
  STATIC_REQUIRE(with_acls(empty, {9}) == one_acl);
  for (const policy& begun : {empty, one_acl, three_acls, one_of_three})
    for (unsigned size = 0; size <= 12; ++size) {
      const policy made = with_acls(begun, {size});
      for (std::size_t k = 0; k < begun.access_control_count(); ++k)
        CHECK(made.find_id(begun.access_control_id(k)) == begun.access_control_at(k));
      const auto added = made.find_id(begun.lowest_free_id());
      CHECK(added.entries().size() == size);
      for (unsigned server = 1; server <= 13; ++server)
        CHECK(static_cast<bool>(added.find(lac::short_server_id{server})) == (server <= size));
      CHECK(made.find(added.target()) == added);
      CHECK_FALSE(made.find(lac::access_control_target{}));
      CHECK_FALSE(made.find({lac::object_id{0}, lac::object_instance_id{0}}));
    }
}

// g++ 12 shares the initial values of an array among all that it evaluates, and changes them: where
// they are not zero, a policy begins with entries that nobody wrote.
TEST_CASE("what names nothing is all zero, so that a table needs no initial values") {
  CHECK(is_all_zero(lac::object_id{}));
  CHECK(is_all_zero(lac::object_instance_id{65535}));
  CHECK(is_all_zero(lac::short_server_id{}));
  CHECK(is_all_zero(lac::acl_instance_id{}));
  CHECK(is_all_zero(lac::access_control_owner{}));
  CHECK(is_all_zero(lac::acl_entry{}));
  CHECK(is_all_zero(lac::access_control_target{}));
  CHECK(is_all_zero(lac::resource_definition{}));
  CHECK_FALSE(is_all_zero(lac::object_id{0}));
  CHECK_FALSE(is_all_zero(lac::acl_instance_id{lac::default_short_server_id{}}));
}

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

  const std::string twice = text + "\nservers 101";
  const auto wrong = lac::detail::read_exactly<exactly>(twice);
  CHECK(wrong.expected != lac::text_expectation::nothing);
  CHECK(wrong.line == 8);
  CHECK(wrong.column == 9);
}
