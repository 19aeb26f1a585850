// The canonical form.
#include <lwm2m/access/text.hpp>

#include <string>

#include "support/catch.hpp"

namespace {

namespace lac = lwm2m::access;

constexpr auto untidy = lac::policy_text<R"(
  servers 103 7 102          # in any order
  acceSS-control enabled
  object /5 multiple{3:R,0:W mandatory}
  edition 1.1
  absent /1/9/7 /3/0/6/1 absent /3/0/13
  object /3 single instances 0 { 13: WR, 0: R, 4: E mandatory, 6: - multiple{4 1 0}mandatory, 7: R
                                 multiple { }, 8: R multiple }
  object /1 multiple instances 9 0 65534 kept 65534 0 {}
  acl /2/7 for /5 owner bootstrap { 101: C, default: 0 }
  acl for /3/0 owner 101 { 102: 0, 101: DEWR, default: 31, 5: 33 }
)">;

constexpr lac::view<char> tidy =
    "edition 1.1\n"
    "servers 7 102 103\n"
    "object /1 multiple instances 0 9 65534 kept 0 65534 { }\n"
    "object /3 single instances 0 { 0: R, 4: E mandatory, 6: - multiple { 0 1 4 } mandatory, "
    "7: R multiple { }, 8: R multiple, 13: RW }\n"
    "object /5 multiple { 0: W mandatory, 3: R }\n"
    "absent /1/9/7 /3/0/6/1 /3/0/13\n"
    "acl /2/0 for /3/0 owner 101 { default: RWEDC, 5: 33, 101: RWED, 102: - }\n"
    "acl /2/7 for /5 owner bootstrap { default: -, 101: C }\n";

template <class... Printed>
std::string text_of(const Printed&... printed) {
  std::string text;
  lac::print_policy(printed...,
                    [&](const char* part, std::size_t size) { text.append(part, size); });
  return text;
}

std::string text_of(lac::view<char> from) { return {from.begin(), from.end() - 1}; }

}  // namespace

TEST_CASE("text: what is printed is canonical") { CHECK(text_of(untidy, untidy) == text_of(tidy)); }

TEST_CASE("text: what is printed is read as the same, while compiling too") {
  constexpr bool is_the_same = [] {
    char buffer[1024] = {};
    std::size_t size = 0;
    lac::print_policy(untidy, untidy, [&](char c) { buffer[size++] = c; });
    lac::policy<4, 8> policy;
    lac::object_model<4, 8, 12, 16> model;
    const lac::text_mistake mistake = lac::parse_policy({buffer, size}, policy, model);
    return mistake.is_none() &&
           policy == static_cast<const decltype(untidy)::policy_type&>(untidy) &&
           model == static_cast<const decltype(untidy)::model_type&>(untidy);
  }();
  STATIC_REQUIRE(is_the_same);
}

TEST_CASE("text: a sink takes parts or characters") {
  std::string by_character;
  lac::print_policy(untidy, untidy, [&](char c) { by_character += c; });
  CHECK(by_character == text_of(untidy, untidy));
}

TEST_CASE("text: every edition, disabled access control, a policy without objects or accounts") {
  const auto printed = [](lac::view<char> text) {
    lac::policy<2, 2> policy;
    REQUIRE(lac::parse_policy(text, policy).is_none());
    return text_of(policy);
  };
  CHECK(printed("edition draft") == "edition draft\n");
  CHECK(printed("edition 1.0 servers") == "edition 1.0\n");
  CHECK(printed("access-control disabled edition 1.2 servers 1") ==
        "edition 1.2\nservers 1\naccess-control disabled\n");
}

TEST_CASE("text: a policy without an edition has no text") {
  CHECK(text_of(lac::policy<2, 2>{}).empty());
}

TEST_CASE("text: paths, one acl, and a statement on one line") {
  std::string text;
  const auto sink = [&](char c) { text += c; };
  lac::print_path(lac::path{}, sink);
  lac::print_path(lac::path::root(), sink);
  lac::print_path(lac::path{lac::object_id{3}, lac::object_instance_id{0}, lac::resource_id{65534},
                            lac::resource_instance_id{1}},
                  sink);
  CHECK(text == "//3/0/65534/1");
  text.clear();
  lac::print_access_control(untidy.access_control_at(1), sink);
  CHECK(text == "acl /2/7 for /5 owner bootstrap { default: -, 101: C }");
  text.clear();
  lac::print_tokens("101  write/2/0/2={101 :R,102:-} # all\n->2.04{/3 /4}", sink);
  CHECK(text == "101 write /2/0/2 = { 101: R, 102: - } -> 2.04 { /3 /4 }");
}

TEST_CASE("text: an operation is printed as it is read, and no operation is nothing") {
  for (unsigned number = 0; number < 256; ++number) {
    const auto op = static_cast<lac::operation>(number);
    std::string text;
    lac::print_operation(op, [&](char c) { text += c; });
    CHECK(text.empty() == (number < 1 || number > 15));
    CHECK(lac::detail::operation_at(lac::detail::scanner{text}) ==
          (text.empty() ? lac::operation{} : op));
  }
}
