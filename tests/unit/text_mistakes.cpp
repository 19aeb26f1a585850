// Every mistake of a policy text: where it is, and what was expected. Some of these texts are also
// in tests/compile_fail, where the compiler says the same.
#include <lwm2m/access/text.hpp>

#include <string>

#include "support/catch.hpp"

namespace {

namespace lac = lwm2m::access;
using want = lac::text_expectation;

struct mistake_row {
  const char* text;
  unsigned line;
  unsigned column;
  want expected;
  const char* found;
};

constexpr mistake_row rows[] = {
    // clang-format off
    // statements
    {"edition 1.1 serverz 101",                        1, 13, want::a_declaration, "serverz"},
    {"edition 1.1\n101 read /3/0",                     2, 1, want::a_declaration, "101"},
    {"edition 1.1\nbootstrap read /3/0",               2, 1, want::a_declaration, "bootstrap"},
    {"edition 1.1\naccount added 101",                 2, 1, want::a_declaration, "account"},
    {"edition 1.1\nexpect no acl for /5",              2, 1, want::a_declaration, "expect"},
    {"edition 1.1\n---\nedition 1.1",                  2, 1, want::a_declaration, "---"},
    {"edition 1.1\n !",                                2, 2, want::a_declaration, "!"},
    {"edition 1.1 # servers\n\t}",                     2, 2, want::a_declaration, "}"},
    {"edition 1.1 servers 1 2\n3 read /3/0",           2, 1, want::a_declaration, "3"},

    // edition
    {"",                                               1, 1, want::an_edition_before_it, ""},
    {"servers 101\n",                                  2, 1, want::an_edition_before_it, ""},
    {"acl for /3/0 owner 1 { }",                       1, 1, want::an_edition_before_it, "acl"},
    {"edition 1.1\nedition 1.1",                       2, 1, want::one_edition, "edition"},
    {"edition 1.3",                                    1, 9, want::an_edition_name, "1.3"},
    {"edition 1",                                      1, 9, want::an_edition_name, "1"},
    {"edition",                                        1, 8, want::an_edition_name, ""},

    // access-control
    {"access-control on",                              1, 16, want::enabled_or_disabled, "on"},
    {"edition 1.1 access-control disabled",
     1, 28, want::an_edition_that_can_disable, "disabled"},
    {"access-control disabled edition 1.0",
     1, 16, want::an_edition_that_can_disable, "disabled"},
    {"edition draft access-control disabled",
     1, 30, want::an_edition_that_can_disable, "disabled"},
    {"access-control enabled access-control enabled",
     1, 24, want::one_access_control_line, "access-control"},
    {"edition 1.2 access-control disabled\nacl for /3/0 owner 1 { }",
     2, 1, want::no_acl_beside_disabled, "acl"},
    {"access-control disabled edition 1.2\nacl for /3/0 owner 1 { }",
     2, 1, want::no_acl_beside_disabled, "acl"},
    {"edition 1.2 acl for /3/0 owner 1 { }\naccess-control disabled",
     2, 16, want::no_acl_beside_disabled, "disabled"},

    // servers
    {"servers 0",                                      1, 9, want::a_short_server_id, "0"},
    {"servers 65535",                                  1, 9, want::a_short_server_id, "65535"},
    {"servers 65537",                                  1, 9, want::a_short_server_id, "65537"},
    {"servers 1 -1",                                   1, 11, want::a_short_server_id, "-1"},
    {"servers 1x",                                     1, 9, want::a_short_server_id, "1x"},
    {"servers 18446744073709551617",
     1, 9, want::a_short_server_id, "18446744073709551617"},
    {"servers 101 101",                                1, 13, want::no_server_twice, "101"},
    {"servers 101\nservers 102 101",                   2, 13, want::no_server_twice, "101"},

    // object
    {"object 3 single { }",                            1, 8, want::an_object, "3"},
    {"object / single { }",                            1, 8, want::an_object, "/"},
    {"object /3/0 single { }",                         1, 8, want::an_object, "/3/0"},
    {"object /65535 single { }",                       1, 9, want::an_object_id, "65535"},
    {"object /3x single { }",                          1, 9, want::an_object_id, "3x"},
    {"object /3/ single { }",                          1, 8, want::an_object_instance_id, "/3/"},
    {"object /03 single { }",                          1, 9, want::no_leading_zero, "03"},
    {"object /00 single { }",                          1, 9, want::no_leading_zero, "00"},
    {"object /-3 single { }",                          1, 9, want::an_object_id, "-3"},
    {"object /2 multiple { }",                         1, 8, want::an_object_other_than_2, "/2"},
    {"object /3 single { } object /3 single { }",      1, 29, want::no_object_twice, "/3"},
    {"object /3 { }",                                  1, 11, want::single_or_multiple, "{"},
    {"object /3 multiple instances 65535 { }",         1, 30, want::an_object_instance_id, "65535"},
    {"object /3 multiple instances 0 0 { }",           1, 32, want::no_instance_twice, "0"},
    {"object /3 single instances 0 1 { }",
     1, 30, want::one_instance_of_a_single_object, "1"},
    {"object /3 multiple instances 0 kept 1 { }",      1, 37, want::an_instance_of_the_object, "1"},
    {"object /3 multiple kept 0 { }",                  1, 25, want::an_instance_of_the_object, "0"},
    {"object /3 multiple instances 0 kept 0 0 { }",    1, 39, want::no_instance_twice, "0"},
    {"object /3 multiple instances 0 kept 65535 { }",
     1, 37, want::an_object_instance_id, "65535"},
    {"object /3 single 0: R }",                        1, 18, want::an_opening_brace, "0"},
    {"object /3 single { R }",                         1, 20, want::a_resource_id, "R"},
    {"object /3 single { 65535: R }",                  1, 20, want::a_resource_id, "65535"},
    {"object /3 single { 0: R, }",                     1, 26, want::a_resource_id, "}"},
    {"object /3 single { 0 R }",                       1, 22, want::a_colon, "R"},
    {"object /3 single { 0: D }",                      1, 23, want::an_access_type, "D"},
    {"object /3 single { 0: RWX }",                    1, 23, want::an_access_type, "RWX"},
    {"object /3 single { 0: 1 }",                      1, 23, want::an_access_type, "1"},
    {"object /3 single { 0: }",                        1, 23, want::an_access_type, "}"},
    {"object /3 single { 0: R 1: R }",                 1, 25, want::a_comma_or_closing_brace, "1"},
    {"object /3 single { 0: R mandatory multiple }",
     1, 35, want::a_comma_or_closing_brace, "multiple"},
    {"object /3 single { 0: R multiple { 1 1 } }",     1, 38, want::no_resource_instance_twice, "1"},
    {"object /3 single { 0: R multiple { 1, 2 } }",
     1, 37, want::a_resource_instance_or_closing_brace, ","},
    {"object /3 single { 0: R multiple { 65535 } }",
     1, 36, want::a_resource_instance_or_closing_brace, "65535"},
    {"object /3 single { 0: R { 1 } }",                1, 25, want::a_comma_or_closing_brace, "{"},
    {"object /3 single { 0: R multiple { }, 0: R multiple { } }",
     1, 53, want::no_resource_twice, "{"},
    {"object /3 single { 0: R, 1: R, 0: W }",          1, 32, want::no_resource_twice, "0"},
    {"object /3 single { 0: R",                        1, 24, want::a_comma_or_closing_brace, ""},

    // absent
    {"absent",                                         1, 7, want::a_resource_or_its_instance, ""},
    {"absent edition 1.1",                             1, 8, want::a_resource_or_its_instance, "edition"},
    {"absent /3",                                      1, 8, want::a_resource_or_its_instance, "/3"},
    {"absent /3/0/1 /3/0",                             1, 15, want::a_resource_or_its_instance, "/3/0"},
    {"absent /3/0/1 /3/0/1",                           1, 15, want::no_path_twice, "/3/0/1"},
    {"absent /3/0/65535",                              1, 13, want::a_resource_id, "65535"},
    {"absent /3/0/1/2/",                               1, 8, want::a_path, "/3/0/1/2/"},
    {"absent /3/0/1/2/3",                              1, 17, want::a_path, "3"},

    // what stands in the middle of a text
    {"edition 1.1 \xC3\xA4\xC3\xB6 servers",           1, 13, want::a_declaration, "\xC3\xA4\xC3\xB6"},
    {"\xEF\xBB\xBF\xEF\xBB\xBF",                       1, 1, want::a_declaration, "\xEF\xBB\xBF"},
    {"\xEF\xBB\xBF" "edition 1.1 .",                      1, 13, want::a_declaration, "."},

    // acl
    {"edition 1.1 acl /3/0 for /3/0 owner 1 { }",      1, 17, want::an_access_control_path, "/3/0"},
    {"edition 1.1 acl /2 for /3/0 owner 1 { }",        1, 17, want::an_access_control_path, "/2"},
    {"edition 1.1 acl /2/65535 for /3/0 owner 1 { }",  1, 20, want::an_object_instance_id, "65535"},
    {"edition 1.1 acl 0 for /3/0 owner 1 { }",         1, 17, want::the_word_for, "0"},
    {"edition 1.1 acl /2/0 /3/0 owner 1 { }",          1, 22, want::the_word_for, "/3/0"},
    {"edition 1.1 acl for 3 owner 1 { }",              1, 21, want::a_target, "3"},
    {"edition 1.1 acl for / owner 1 { }",              1, 21, want::a_target, "/"},
    {"edition 1.1 acl for /3/0/1 owner 1 { }",         1, 21, want::a_target, "/3/0/1"},
    {"edition 1.1 acl for /3/0/1/2/3 owner 1 { }",     1, 30, want::a_path, "3"},
    {"edition 1.1 acl for /0/0 owner 1 { }",
     1, 21, want::a_target_that_can_be_governed, "/0/0"},
    {"edition 1.1 acl for /2 owner bootstrap { }",
     1, 21, want::a_target_that_can_be_governed, "/2"},
    {"edition 1.1 acl for /65535 owner bootstrap { }", 1, 22, want::an_object_id, "65535"},
    {"edition 1.1 acl for /3/65535 owner 1 { }",       1, 24, want::an_object_instance_id, "65535"},
    {"edition 1.1 acl for /3/0 1 { }",                 1, 26, want::the_word_owner, "1"},
    {"edition 1.1 acl for /3/0 owner default { }",
     1, 32, want::an_access_control_owner, "default"},
    {"edition 1.1 acl for /3/0 owner 0 { }",           1, 32, want::an_access_control_owner, "0"},
    {"edition 1.1 acl for /3/0 owner 65535 { }",
     1, 32, want::an_access_control_owner, "65535"},
    {"edition 1.1 acl for /5 owner 101 { }",           1, 30, want::bootstrap_as_owner, "101"},
    {"edition 1.1 acl for /3/0 owner 1 101: R",        1, 34, want::an_opening_brace, "101"},
    {"edition 1.1 acl for /3/0 owner 1 { 0: R }",      1, 36, want::an_entry, "0"},
    {"edition 1.1 acl for /3/0 owner 1 { all: R }",    1, 36, want::an_entry, "all"},
    {"edition 1.1 acl for /3/0 owner 1 { 1 R }",       1, 38, want::a_colon, "R"},
    {"edition 1.1 acl for /3/0 owner 1 { 1: X }",      1, 39, want::an_access_right, "X"},
    {"edition 1.1 acl for /3/0 owner 1 { 1: 65536 }",  1, 39, want::an_access_right, "65536"},
    {"edition 1.1 acl for /3/0 owner 1 { 1: -1 }",     1, 39, want::an_access_right, "-1"},
    {"edition 1.2 acl for /3/0 owner 1 { 1: 32 }",     1, 39, want::an_access_right_up_to_31, "32"},
    {"edition 1.1 acl for /3/0 owner 1 { 1: R, 1: W }",  1, 42, want::no_entry_twice, "1"},
    {"edition 1.1 acl for /3/0 owner 1 { default: R, default: R }",
     1, 48, want::no_entry_twice, "default"},
    {"edition 1.1 acl for /3/0 owner 1 { 1: R 2: R }", 1, 41, want::a_comma_or_closing_brace, "2"},
    {"edition 1.1 acl for /5 owner bootstrap { 1: CR }", 1, 45, want::create_or_no_right, "CR"},
    {"edition 1.1 acl for /5 owner bootstrap { 1: 48 }", 1, 45, want::create_or_no_right, "48"},
    {"edition 1.1 acl /2/1 for /3/0 owner 1 { }\nacl /2/1 for /4/0 owner 1 { }",
     2, 5, want::no_access_control_twice, "/2/1"},
    {"edition 1.1 acl for /3/0 owner 1 { }\nacl /2/0 for /4/0 owner 1 { }",
     2, 5, want::no_access_control_twice, "/2/0"},
    {"edition 1.1 acl for /3/0 owner 1 { }\nacl for /3/0 owner 2 { }",
     2, 9, want::no_target_twice, "/3/0"},

    // capacity: see `small` below
    {"servers 1 2 3 4",                                1, 15, want::room_for_a_server, "4"},
    {"object /1 single { } object /3 single { }\nobject /4 single { }",
     2, 8, want::room_for_an_object, "/4"},
    {"object /1 multiple instances 1 2\n3 4 { }",      2, 3, want::room_for_an_instance, "4"},
    {"object /1 multiple { 1: R, 2: R,\n3: R, 4: R }", 2, 7, want::room_for_a_resource, "4"},
    {"edition 1.1 acl for /3/0 owner 1 { } acl for /3/1 owner 1 { }\nacl for /3/2 owner 1 { }",
     2, 1, want::room_for_an_access_control, "acl"},
    {"edition 1.1 acl for /3/0 owner 1 { }\nacl for /3/1 owner 1 { 1: R, 2: R, 3: R, 4: R, 5: R }",
     2, 48, want::room_for_an_entry, "5"},
    {"absent /3/0/1 /3/0/2 /3/0/3 /3/0/4\n/3/0/5",    2, 1, want::room_for_an_exception, "/3/0/5"},
    // clang-format on
};

using small_policy = lac::policy<2, 3, 3>;
using small_model = lac::object_model<2, 3, 3, 4>;

constexpr bool is_equal(lac::view<char> a, const char* b) {
  for (const char c : a)
    if (c != *b++) return false;
  return *b == '\0';
}

constexpr std::size_t length(const char* text) {
  std::size_t size = 0;
  while (text[size] != '\0') ++size;
  return size;
}

/// Whether the mistake is found, and nothing is changed.
constexpr bool is_found(const mistake_row& row) {
  small_policy policy{lac::editions::draft};
  small_model model;
  (void)policy.add_account(lac::short_server_id{7});
  (void)model.add_object(lac::object_id{9}, lac::multiplicity::single);
  const small_policy policy_before = policy;
  const small_model model_before = model;
  small_policy staged = policy;
  small_model staged_model = model;
  const lac::text_mistake mistake =
      lac::parse_policy({row.text, length(row.text)}, policy, model, staged, staged_model);
  return mistake.expected() == row.expected && mistake.line() == row.line &&
         mistake.column() == row.column && is_equal(mistake.found(), row.found) &&
         policy == policy_before && policy.generation() == policy_before.generation() &&
         model == model_before && staged == small_policy{lac::editions::draft} &&
         staged_model == small_model{};
}

constexpr bool all_are_found() {
  for (const mistake_row& row : rows)
    if (!is_found(row)) return false;
  return true;
}

}  // namespace

TEST_CASE("text: every mistake is found where it is, and changes nothing",
          "[F9][F11][A8][A11][A12]") {
  for (const mistake_row& row : rows) {
    small_policy policy;
    small_model model;
    const lac::text_mistake mistake =
        lac::parse_policy({row.text, length(row.text)}, policy, model);
    CAPTURE(row.text, mistake.line(), mistake.column(), static_cast<int>(mistake.expected()),
            static_cast<int>(row.expected),
            std::string(mistake.found().begin(), mistake.found().end()));
    CHECK(is_found(row));
  }
  STATIC_REQUIRE(all_are_found());
}

TEST_CASE("text: what is read into must be empty, or is replaced by way of the caller's memory") {
  lac::policy<4, 8> policy;
  lac::policy<4, 8> staged;
  lac::object_model<4, 4, 8, 4> model;
  lac::object_model<4, 4, 8, 4> staged_model;
  REQUIRE(lac::parse_policy("edition 1.1 servers 1 2 object /3 single instances 0 { 0: R }"
                            "absent /3/0/0 acl for /3/0 owner 1 { 2: R }",
                            policy, model)
              .is_none());
  const auto generation = policy.generation();
  const auto is_refused = [](const lac::text_mistake& mistake) {
    return mistake.expected() == want::an_empty_policy && mistake.found().empty() &&
           mistake.line() == 1 && mistake.column() == 1;
  };
  CHECK(is_refused(lac::parse_policy("edition 1.2 servers 9", policy, model)));
  CHECK(is_refused(lac::parse_policy("edition 1.2 servers 9", staged, model)));
  CHECK(is_refused(lac::parse_policy("edition 1.2 servers 9", policy, staged_model)));
  CHECK(is_refused(lac::parse_policy("edition 1.2 servers 9", policy)));
  CHECK(policy.generation() == generation);
  REQUIRE(
      lac::parse_policy("edition 1.2 servers 9", policy, model, staged, staged_model).is_none());
  CHECK(policy.account_count() == 1);
  CHECK(policy.access_control_count() == 0);
  CHECK(model == decltype(model){});
  CHECK(policy.generation() != generation);
  REQUIRE(lac::parse_policy("edition 1.2 access-control disabled", policy, staged).is_none());
  CHECK(policy.account_count() == 0);
  CHECK(policy.is_disabled());
  CHECK(is_refused(lac::parse_policy("edition 1.2", policy)));
  REQUIRE_FALSE(lac::parse_policy("edition 1.2 servers 1 x", policy, staged).is_none());
  CHECK(policy.is_disabled());
}

TEST_CASE("text: a policy that a mistake is read into stays empty, under its edition") {
  lac::policy<4, 8> policy{lac::editions::v1_0};
  lac::object_model<4, 4, 8, 4> model;
  REQUIRE_FALSE(lac::parse_policy("edition 1.2 servers 1 object /3 single instances 0 { 0: R }"
                                  "absent /3/0/0 acl for /3/0 owner 1 { 2: R } !",
                                  policy, model)
                    .is_none());
  CHECK(policy == (lac::policy<4, 8>{lac::editions::v1_0}));
  CHECK(model == decltype(model){});
}

TEST_CASE("text: a policy whose type fixes the edition takes no other") {
  lac::policy<4, 8, 8, lac::fixed_edition<lac::editions::v1_1>> policy;
  CHECK(lac::parse_policy("servers 1 edition 1.1 acl for /3/0 owner 1 { }", policy).is_none());
  CHECK(policy.access_control_count() == 1);
  REQUIRE(policy.clear() == lac::status::done);
  const lac::text_mistake mistake = lac::parse_policy("edition 1.2", policy);
  CHECK(mistake.expected() == want::the_edition_of_the_policy);
  CHECK(mistake.column() == 9);
}

TEST_CASE("text: without objects to read into none is declared") {
  lac::policy<4, 8> policy;
  CHECK(lac::parse_policy("edition 1.1 object /3 single { }", policy).expected() ==
        want::room_for_an_object);
  CHECK(lac::parse_policy("edition 1.1 object /2 single { }", policy).expected() ==
        want::an_object_other_than_2);
  CHECK(lac::parse_policy("edition 1.1 absent /3/0/1", policy).expected() ==
        want::room_for_an_exception);
  CHECK(lac::parse_policy("edition 1.1 servers 1", policy).is_none());
}

TEST_CASE("text: words in whichever case, numbers with leading zeros, any white space") {
  lac::policy<4, 8> a;
  lac::policy<4, 8> b;
  lac::object_model<4, 4, 8> model;
  REQUIRE(lac::parse_policy("\xEF\xBB\xBF"
                            "EDITION 1.1\r\nServers 1\t02 Object /3 Single { 00:rw MANDATORY }"
                            "acl/2/0 for/3/0 owner 1{default:dewr,2:0}#end",
                            a, model)
              .is_none());
  REQUIRE(lac::parse_policy("edition 1.1 servers 2 1 acl /2/0 for /3/0 owner 1 "
                            "{ 2: -, default: RWED }",
                            b)
              .is_none());
  CHECK(a == b);
  CHECK(model.find_object(lac::object_id{3}).definition(lac::resource_id{0}).is_mandatory());
}

TEST_CASE("text: what the grammar leaves free") {
  lac::policy<4, 8> policy;
  lac::policy<4, 8> staged;
  lac::object_model<4, 4, 8, 8> model;
  lac::object_model<4, 4, 8, 8> staged_model;
  const auto is_right = [&](lac::view<char> text) {
    return lac::parse_policy(text, policy, model, staged, staged_model).is_none();
  };
  CHECK(is_right("edition draft"));
  CHECK(is_right("servers edition 1.0 servers servers 1"));
  CHECK(is_right("access-control disabled edition 1.2"));
  CHECK(policy.is_disabled());
  CHECK(is_right("access-control enabled edition 1.0"));
  CHECK(is_right("edition 1.1 acl for /7/65534 owner 999 { 65534: 65535 }"));
  CHECK(is_right("edition 1.2 acl for /7 owner bootstrap { default: -, 1: C, 2: 16, 3: 0 }"));
  CHECK(is_right("edition 1.1 object /0 multiple { 0: -, 1: R multiple mandatory }"));
  CHECK(is_right("edition 1.1 acl for /3/0 owner 1 { 1: RRR }"));
  CHECK(is_right("edition 1.1 absent /3/0/1 object /3 single instances 0 { 1: R }"));
  CHECK_FALSE(model.find_object(lac::object_id{3})
                  .has_resource(lac::object_instance_id{0}, lac::resource_id{1}));
  CHECK(is_right("edition 1.1 absent /3/0/1/2 absent /9/9/9 /3/0/1"));
  CHECK(is_right("edition 1.1 object /3 multiple instances kept { 1: R multiple { } mandatory }"));
}

TEST_CASE("text: an acl of many entries, in whichever order, and a mistake behind them") {
  std::string entries;
  for (int id = 1; id <= 20; ++id) entries += std::to_string(id) + ": R, ";
  const auto read = [&](const std::string& rest, lac::policy<2, 32>& policy) {
    const std::string text = "edition 1.1 acl for /3/0 owner 1 { " + entries + rest + " }";
    const lac::text_mistake mistake = lac::parse_policy(text, policy);
    return std::pair{mistake.expected(), mistake.column()};
  };
  lac::policy<2, 32> ascending;
  lac::policy<2, 32> mixed;
  CHECK(read("21: W", ascending).first == want::nothing);
  CHECK(ascending.access_control_at(0).entries().size() == 21);
  CHECK(read("22: E, 21: W", mixed).first == want::nothing);
  CHECK(mixed.erase_entry(lac::object_instance_id{0},
                          lac::acl_instance_id{lac::short_server_id{22}}) == lac::status::done);
  CHECK(mixed == ascending);
  const unsigned behind = static_cast<unsigned>(36 + entries.size());
  lac::policy<2, 32> none;
  CHECK(read("20: W", none) == std::pair{want::no_entry_twice, behind});
  CHECK(read("0: W", none) == std::pair{want::an_entry, behind});
  CHECK(read("21: X", none) == std::pair{want::an_access_right, behind + 4});
  CHECK(none == (lac::policy<2, 32>{}));
}
