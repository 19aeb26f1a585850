// Mistakes of a policy text beside its grammar, read while compiling: line, column and what was
// expected. What the compilers say is in tests/compile_fail, and every mistake that there is in
// tests/unit/text_mistakes.cpp.
// matrix: object
#include <lwm2m/access/text.hpp>

namespace lac = lwm2m::access;
using want = lac::text_expectation;

/// Whether the text has just that mistake.
template <lac::fixed_text Text>
constexpr bool is_mistaken(unsigned line, unsigned column, want expected) {
  constexpr auto& reading = lac::detail::reading_of<Text>;
  return reading.line == line && reading.column == column && reading.expected == expected;
}
template <lac::fixed_text Text>
constexpr bool is_right = lac::detail::reading_of<Text>.expected == want::nothing;

// Each instance of Object 2 is declared only once.
static_assert(is_mistaken<R"(
  edition 1.1
  acl /2/0 for /3/0 owner 101 { }
  acl /2/0 for /4/0 owner 101 { }
)">(4, 7, want::no_access_control_twice));
static_assert(is_right<R"(
  edition 1.1
  acl /2/0 for /3/0 owner 101 { }
  acl /2/1 for /4/0 owner 101 { }
)">);

// What a Resource supports is R, W and E: not D.
static_assert(is_mistaken<R"(
  edition 1.1
  object /3 single { 0: RD }
)">(3, 25, want::an_access_type));
static_assert(is_right<R"(
  edition 1.1
  object /3 single { 0: RW }
)">);

// There is no acl where access control is disabled.
static_assert(is_mistaken<R"(
  edition 1.2
  access-control disabled
  acl for /3/0 owner 101 { }
)">(4, 3, want::no_acl_beside_disabled));
static_assert(is_right<R"(
  edition 1.2
  access-control enabled
  acl for /3/0 owner 101 { }
)">);

// Objects 0 and 2 are governed by no acl.
static_assert(is_mistaken<R"(
  edition 1.1
  acl for /2/0 owner 101 { 101: R }
)">(3, 11, want::a_target_that_can_be_governed));
static_assert(is_right<R"(
  edition 1.1
  acl for /3/0 owner 101 { 101: R }
)">);

// Access control can be disabled in edition 1.2 only.
static_assert(is_mistaken<R"(
  edition 1.1
  access-control disabled
)">(3, 18, want::an_edition_that_can_disable));
static_assert(is_right<R"(
  edition 1.2
  access-control disabled
)">);

// The edition comes before the first acl.
static_assert(is_mistaken<R"(
  servers 101
  acl for /3/0 owner 101 { }
)">(3, 3, want::an_edition_before_it));
static_assert(is_right<R"(
  edition 1.1
  servers 101
  acl for /3/0 owner 101 { }
)">);

// The edition is said only once.
static_assert(is_mistaken<R"(
  edition 1.1
  edition 1.1
)">(3, 3, want::one_edition));
static_assert(is_right<R"(
  edition 1.1
  servers 101
)">);

// An acl has one entry for each Server.
static_assert(is_mistaken<R"(
  edition 1.1
  acl for /3/0 owner 101 { 101: RWED, 101: R }
)">(3, 39, want::no_entry_twice));
static_assert(is_right<R"(
  edition 1.1
  acl for /3/0 owner 101 { 101: RWED, 102: R }
)">);

// Object 2 is built in.
static_assert(is_mistaken<R"(
  edition 1.1
  object /2 multiple { 0: R }
)">(3, 10, want::an_object_other_than_2));
static_assert(is_right<R"(
  edition 1.1
  object /3 multiple { 0: R }
)">);

// An Object is declared only once.
static_assert(is_mistaken<R"(
  edition 1.1
  object /3 single { 0: R }
  object /3 single { 0: R }
)">(4, 10, want::no_object_twice));
static_assert(is_right<R"(
  edition 1.1
  object /3 single { 0: R }
  object /4 single { 0: R }
)">);

// An Access Control Owner is a Server or bootstrap.
static_assert(is_mistaken<R"(
  edition 1.1
  acl for /3/0 owner default { 101: R }
)">(3, 22, want::an_access_control_owner));
static_assert(is_right<R"(
  edition 1.1
  acl for /3/0 owner bootstrap { 101: R }
)">);

// The owner of an acl at Object level is bootstrap.
static_assert(is_mistaken<R"(
  edition 1.1
  acl for /5 owner 101 { 101: C }
)">(3, 20, want::bootstrap_as_owner));
static_assert(is_right<R"(
  edition 1.1
  acl for /5 owner bootstrap { 101: C }
)">);

// Requests are for case files.
static_assert(is_mistaken<R"(
  edition 1.1
  servers 101
  101 read /3/0
)">(4, 3, want::a_declaration));
static_assert(is_right<R"(
  edition 1.1
  servers 101
)">);

// A Resource is declared only once.
static_assert(is_mistaken<R"(
  edition 1.1
  object /3 single { 0: R, 0: E }
)">(3, 28, want::no_resource_twice));
static_assert(is_right<R"(
  edition 1.1
  object /3 single { 0: R, 4: E }
)">);

// In edition 1.2 the number of an access right is at most 31.
static_assert(is_mistaken<R"(
  edition 1.2
  acl for /3/0 owner 101 { 102: 32 }
)">(3, 33, want::an_access_right_up_to_31));
static_assert(is_right<R"(
  edition 1.2
  acl for /3/0 owner 101 { 102: 31 }
)">);

// At Object level there is no right but C.
static_assert(is_mistaken<R"(
  edition 1.1
  acl for /5 owner bootstrap { 101: RC }
)">(3, 37, want::create_or_no_right));
static_assert(is_right<R"(
  edition 1.1
  acl for /5 owner bootstrap { 101: C }
)">);

// 65535 is no Short Server ID.
static_assert(is_mistaken<R"(
  edition 1.1
  servers 101 65535
)">(3, 15, want::a_short_server_id));
static_assert(is_right<R"(
  edition 1.1
  servers 101 102
)">);

// A Server has one account.
static_assert(is_mistaken<R"(
  edition 1.1
  servers 101 101
)">(3, 15, want::no_server_twice));
static_assert(is_right<R"(
  edition 1.1
  servers 101 102
)">);

// A target is governed by one acl.
static_assert(is_mistaken<R"(
  edition 1.1
  acl for /3/0 owner 101 { }
  acl for /3/0 owner 102 { }
)">(4, 11, want::no_target_twice));
static_assert(is_right<R"(
  edition 1.1
  acl for /3/0 owner 101 { }
  acl for /4/0 owner 102 { }
)">);

// An unknown word.
static_assert(is_mistaken<R"(
  edition 1.1
  serverz 101
)">(3, 3, want::a_declaration));
static_assert(is_right<R"(
  edition 1.1
  servers 101
)">);

// Only what exists is kept from a Bootstrap-Delete.
static_assert(is_mistaken<"object /0 multiple instances 0 kept 1 { }">(
    1, 37, want::an_instance_of_the_object));
static_assert(is_right<"edition 1.1 object /0 multiple instances 0 1 kept 1 { }">);

// A Resource Instance is listed only once, a path is absent only once.
static_assert(is_mistaken<"object /9 multiple { 0: R multiple { 1 1 } }">(
    1, 40, want::no_resource_instance_twice));
static_assert(is_mistaken<"absent /9/0/1 /9/0/1">(1, 15, want::no_path_twice));
static_assert(
    is_right<"edition 1.1 object /9 single { 0: R multiple { } } absent /9/0/0/1 /9/0/0">);

// A path is written as everywhere.
static_assert(is_mistaken<"object /09 multiple { }">(1, 9, want::no_leading_zero));
