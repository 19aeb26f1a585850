// Case files, statement by statement: what is read, and every mistake that only they can have.
#include <lwm2m/access/object_model.hpp>
#include <lwm2m/access/policy.hpp>
#include <lwm2m/access/text/case_file.hpp>

#include <string>
#include <vector>

#include "support/catch.hpp"

namespace {

namespace lac = lwm2m::access;
using namespace lac::literals;
using want = lac::text_expectation;
using next = lac::case_statement;

struct reading {
  explicit reading(std::string from) : text{std::move(from)} {}

  std::string text;
  lac::policy<8, 16> policy{};
  lac::object_model<8, 8, 16, 8> model{};
  lac::case_reader<lac::policy<8, 16>, lac::object_model<8, 8, 16, 8>> reader{text, policy, model};
};

template <class Item>
std::vector<Item> items(const lac::text_list<Item>& list) {
  std::vector<Item> all;
  for (const Item& each : list) all.push_back(each);
  return all;
}

/// The one request of a file.
lac::case_request request(reading& file) {
  REQUIRE(file.reader.next() == next::document);
  REQUIRE(file.reader.next() == next::request);
  const lac::case_request asked = file.reader.request();
  REQUIRE(file.reader.next() == next::end);
  return asked;
}

struct mistake_row {
  const char* text;  // after the edition
  unsigned column;
  want expected;
};

constexpr mistake_row rows[] = {
    {"serverz", 1, want::a_statement},
    {"101", 4, want::an_operation},
    {"0 read /3", 1, want::a_short_server_id},
    {"65535 read /3", 1, want::a_short_server_id},
    {"101 reed /3", 5, want::an_operation},
    {"101 read", 9, want::a_path},
    {"101 read 3", 10, want::a_path},
    {"101 read /3/0/0/0/0", 19, want::a_path},
    {"101 read /65536", 11, want::an_object_id},
    {"101 read /3/65536", 13, want::an_object_instance_id},
    {"101 read /3/0/65536", 15, want::a_resource_id},
    {"101 read /3/0/0/65536", 17, want::a_resource_instance_id},
    {"101 read /3/-1", 13, want::an_object_instance_id},
    {"101 read /3/", 10, want::an_object_instance_id},
    {"101 read //", 10, want::an_object_id},
    {"101 read /03", 11, want::no_leading_zero},
    {"101 read /3 /4", 13, want::one_path},
    {"101 notify /3 /4", 15, want::one_path},
    {"101 create /5 instance 65536", 24, want::an_object_instance_id},
    {"101 create /5 instance /3", 24, want::an_object_instance_id},
    {"bootstrap write /2/0 for 3", 26, want::a_target},
    {"bootstrap write /2/0 for /", 27, want::an_integer},
    {"bootstrap write /2/0 for /3/", 29, want::an_integer},
    {"bootstrap write /2/0 for /3/0/1", 26, want::a_target},
    {"bootstrap write /2/0 for /-3/12345678901234567890", 30, want::an_integer},
    {"101 write /2/0/2/1 = X", 22, want::a_value},
    {"101 write /2/0/2/1 = ->", 22, want::a_value},
    {"101 write /2/0/2/1 = 12345678901234567890", 22, want::an_integer},
    {"101 write /2/0/2/1 = 1.1", 22, want::an_integer},
    {"101 write /2/0/2/1 = Nothing = 1", 30, want::a_statement},
    {"101 write /2/0/2 = { all: R }", 22, want::default_or_an_integer},
    {"101 write /2/0/2 = { 12345678901234567890: R }", 22, want::default_or_an_integer},
    {"101 write /2/0/2 = { , 1: R }", 22, want::default_or_an_integer},
    {"101 write /2/0/2 = { 1 R }", 24, want::a_colon},
    {"101 write /2/0/2 = { 1: X }", 25, want::rights_or_an_integer},
    {"101 write /2/0/2 = { 1: nothing }", 25, want::rights_or_an_integer},
    {"101 write /2/0/2 = { 1: R 2: R }", 27, want::a_comma_or_closing_brace},
    {"101 write /2/0 owner bootstrap", 22, want::an_integer},
    {"101 write /3/0 { R }", 18, want::a_resource_path_or_closing_brace},
    {"101 write /3/0 { 65535 }", 18, want::a_resource_path_or_closing_brace},
    {"101 write /3/0 { /3/0/65536 }", 23, want::a_resource_id},
    {"101 write /3/0 { 1", 19, want::a_resource_path_or_closing_brace},
    {"101 read /3 -> 2", 16, want::a_response},
    {"101 read /3 -> 2.5", 16, want::a_response},
    {"101 read /3 -> 2.055", 16, want::a_response},
    {"101 read /3 -> ok", 16, want::a_response},
    {"101 read /3 -> 2.05 { 3 }", 23, want::a_path_or_closing_brace},
    {"101 read /3 { } { }", 17, want::a_statement},
    {"account 101", 9, want::added_or_removed},
    {"account added bootstrap", 15, want::a_short_server_id},
    {"account removed 101 -> /5/0", 24, want::an_opening_brace},
    {"bootstrap finish", 11, want::an_open_session},
    {"bootstrap drop", 11, want::an_open_session},
    {"bootstrap begin bootstrap begin", 27, want::no_open_session},
    {"bootstrap begin bootstrap finish -> 4.06 bootstrap begin", 52, want::no_open_session},
    {"bootstrap begin bootstrap finish -> 2.04 bootstrap drop", 52, want::an_open_session},
    {"bootstrap begin bootstrap drop bootstrap drop", 42, want::an_open_session},
    {"bootstrap begin bootstrap finish -> send", 37, want::a_code},
    {"bootstrap begin absent /3/0/1", 17, want::no_declaration_any_more},
    {"expect /2/0", 8, want::acl_or_no_acl},
    {"expect no /2/0", 11, want::acl_or_no_acl},
    {"expect no acl /5", 15, want::the_word_for},
    {"expect acl for /5 owner 101 { }", 25, want::bootstrap_as_owner},
    {"expect acl for /3/0 owner 101 { 1: R, 1: R }", 39, want::no_entry_twice},
    {"expect acl for /3/0 owner 101 { 2: R, 1: R, default: - , 2: W }", 58, want::no_entry_twice},
    {"expect acl for /5 owner bootstrap { 1: R }", 40, want::create_or_no_right},
    {"expect acl for /3/0 owner 101 { 1: R", 37, want::a_comma_or_closing_brace},
    {"101 read /3 servers 102", 13, want::no_declaration_any_more},
    {"account added 3 acl for /3/0 owner 1 { }", 17, want::no_declaration_any_more},
    {"expect no acl for /5 edition 1.1", 22, want::no_declaration_any_more},
    {"101 read /3 ---", 13, want::a_statement},
};

}  // namespace

TEST_CASE("text: every mistake of a case file is found where it is") {
  for (const mistake_row& row : rows) {
    reading file{std::string{"servers 101 edition 1.1\n"} + row.text};
    while (file.reader.next() > next::end) {
    }
    const lac::text_mistake mistake = file.reader.mistake();
    CAPTURE(row.text, mistake.line(), mistake.column(), static_cast<int>(mistake.expected()),
            static_cast<int>(row.expected));
    CHECK(mistake.expected() == row.expected);
    CHECK(mistake.column() == row.column);
    CHECK(mistake.line() == 2);
    CHECK(file.reader.next() == next::mistake);
  }
}

TEST_CASE("text: each document has its edition, and an empty one is nothing") {
  const auto mistake_in = [](const char* text) {
    reading file{text};
    while (file.reader.next() > next::end) {
    }
    return file.reader.mistake();
  };
  CHECK(mistake_in("").is_none());
  CHECK(mistake_in("\n---\n# nothing\n---").is_none());
  CHECK(mistake_in("edition 1.1\n---\n").is_none());
  CHECK(mistake_in("101 read /3").expected() == want::an_edition_before_it);
  CHECK(mistake_in("servers 101\n---\nedition 1.1").line() == 2);
  CHECK(mistake_in("edition 1.1\n---\n101 read /3").line() == 3);
  CHECK(mistake_in("edition 1.1\n ---\n").expected() == want::a_statement);
  CHECK(mistake_in("edition 1.1\n--- \n").expected() == want::a_statement);
  CHECK(mistake_in("edition 1.1\n----\n").expected() == want::a_statement);
  CHECK(mistake_in("edition 1.1\nbootstrap begin\n---\nedition 1.1\nbootstrap begin").is_none());
  CHECK(mistake_in("edition 1.2\nexpect acl for /5 owner bootstrap { 1: 32 }").expected() ==
        want::an_access_right_up_to_31);
}

TEST_CASE("text: whether a session is open after a finish without a code, the caller says",
          "[K8]") {
  reading file{"edition 1.1 bootstrap begin bootstrap finish bootstrap drop"};
  REQUIRE(file.reader.next() == next::document);
  REQUIRE(file.reader.next() == next::event);
  CHECK(file.reader.event().kind == lac::case_event_kind::bootstrap_begun);
  REQUIRE(file.reader.next() == next::event);
  CHECK(file.reader.event().kind == lac::case_event_kind::bootstrap_finished);
  CHECK_FALSE(file.reader.event().expected.is_stated);
  SECTION("it found a fault") { file.reader.session_is(true); }
  SECTION("nobody says it") {}
  CHECK(file.reader.next() == next::event);
  CHECK(file.reader.event().kind == lac::case_event_kind::bootstrap_dropped);
  CHECK(file.reader.next() == next::end);
}

TEST_CASE("text: a session that was finished is not dropped", "[K8]") {
  reading file{"edition 1.1 bootstrap begin bootstrap finish bootstrap drop"};
  while (file.reader.next() != next::event ||
         file.reader.event().kind != lac::case_event_kind::bootstrap_finished) {
  }
  file.reader.session_is(false);
  CHECK(file.reader.next() == next::mistake);
  CHECK(file.reader.mistake().expected() == want::an_open_session);
}

TEST_CASE("text: a number followed by an operation starts a request") {
  reading file{"edition 1.1 servers 101 102 101 read /3/0 102 notify /3 -> send 101 discover /3"};
  REQUIRE(file.reader.next() == next::document);
  CHECK(file.policy.account_count() == 2);
  CHECK(file.reader.next() == next::request);
  CHECK(std::string(file.reader.statement().begin(), file.reader.statement().end()) ==
        "101 read /3/0");
  CHECK(file.reader.next() == next::request);
  CHECK(file.reader.request().expected.act == lac::verdict::send);
  CHECK(file.reader.next() == next::request);
  CHECK(file.reader.request().op == lac::operation::discover);
  CHECK_FALSE(file.reader.request().expected.is_stated);
  CHECK(file.reader.next() == next::end);
}

TEST_CASE("text: every operation has its word") {
  for (int value = 1; value <= 15; ++value) {
    const auto op = static_cast<lac::operation>(value);
    for (const auto& each : lac::detail::operation_words) {
      if (each.op != op) continue;
      reading file{"edition 1.1 bootstrap " + std::string{each.word.text} + " /3"};
      const lac::case_request asked = request(file);
      CHECK(asked.op == op);
      CHECK(asked.who.is_bootstrap());
    }
  }
}

TEST_CASE("text: a request with everything") {
  reading file{
      "edition 1.1 7 create /5 instance 3 for /-70000/65536 = { 1: R, default: 65537, 1: -, "
      "-1: -2, 0: 7, 65535: 0 } owner -70000 { 0 /5/3/1/2 65534 /65535 } "
      "-> 4.00 { /5/3/0 /5/65535/0 }"};
  const lac::case_request asked = request(file);
  CHECK(asked.who.server() == 7_server);
  CHECK(items(asked.paths) == std::vector{"/5"_path});
  CHECK_FALSE(asked.lists_paths);
  CHECK(asked.has_instance);
  CHECK(asked.instance == lac::object_instance_id{3});
  CHECK(asked.has_target);
  CHECK(asked.target_object == -70000);
  CHECK(asked.target_instance == 65536);
  REQUIRE(asked.value == lac::case_value::entries);
  const std::vector<std::pair<unsigned, std::int64_t>> wanted{{1, 1},      {0, 65537}, {1, 0},
                                                              {65535, -2}, {0, 7},     {65535, 0}};
  const auto entries = items(asked.entries);
  REQUIRE(entries.size() == wanted.size());
  for (std::size_t k = 0; k < wanted.size(); ++k) {
    CHECK(entries[k].id.value() == wanted[k].first);
    CHECK(entries[k].value == wanted[k].second);
  }
  CHECK(asked.has_owner);
  CHECK(asked.owner == -70000);
  CHECK(asked.has_payload);
  const auto payload = items(asked.payload);
  REQUIRE(payload.size() == 4);
  CHECK(payload[0].at.is_none());
  CHECK(payload[0].resource == lac::resource_id{0});
  CHECK(payload[1].at == "/5/3/1/2"_path);
  CHECK(payload[2].resource == lac::resource_id{65534});
  CHECK(payload[3].at == lac::path{lac::object_id{}});
  CHECK(asked.expected.code == 400);
  CHECK(items(asked.expected.paths) ==
        std::vector{"/5/3/0"_path,
                    lac::path{lac::object_id{5}, lac::object_instance_id{}, lac::resource_id{0}}});
}

TEST_CASE("text: a target without an instance is that of the Object", "[K6]") {
  reading file{"edition 1.1 bootstrap write /2/0 for /9"};
  const lac::case_request asked = request(file);
  CHECK(asked.target_object == 9);
  CHECK(asked.target_instance == 65535);
  CHECK_FALSE(asked.has_payload);
  CHECK_FALSE(asked.has_instance);
}

TEST_CASE("text: the reserved instance can be asked for, and nothing can be conveyed", "[D8][E6]") {
  reading reserved{"edition 1.1 1 create /5 instance 65535 { }"};
  const lac::case_request asked = request(reserved);
  CHECK(asked.has_instance);
  CHECK_FALSE(asked.instance.is_valid());
  CHECK(asked.has_payload);
  CHECK(asked.payload.empty());
  reading nothing{"edition 1.2 1 write-composite /9/0/3/1 /9/0/3/2 = nothing -> 2.04"};
  const lac::case_request null = request(nothing);
  CHECK(null.value == lac::case_value::nothing);
  CHECK(null.lists_paths);
}

TEST_CASE("text: a list of paths is that of a composite, of Send, or of what they ended") {
  const auto lists = [](const char* text) {
    reading file{std::string{"edition 1.1 1 "} + text};
    return request(file).lists_paths;
  };
  CHECK(lists("read-composite /3"));
  CHECK(lists("send /3"));
  CHECK(lists("cancel-observation /3 /4/0"));
  CHECK_FALSE(lists("cancel-observation /3"));
  CHECK_FALSE(lists("read /3"));
}

TEST_CASE("text: integers come at their full width", "[A11][F7]") {
  const auto integer = [](const char* digits) {
    reading file{"edition 1.2 1 write /2/0/2/1 = " + std::string{digits}};
    return request(file).integer;
  };
  CHECK(integer("65537") == 65537);
  CHECK(integer("-1") == -1);
  CHECK(integer("9223372036854775807") == INT64_MAX);
  CHECK(integer("9999999999999999999") == INT64_MAX);
  CHECK(integer("-9999999999999999999") == -INT64_MAX);
  CHECK(integer("0000000000000000007") == 7);
  CHECK(integer("RWED") == 15);
  CHECK(integer("-") == 0);
}

TEST_CASE("text: events and checks") {
  reading file{
      "edition 1.1 servers 1 account added 2 account removed 1 -> { /5/0 /6/1 }\n"
      "expect no acl for /5/0 expect acl /2/3 for /5 owner bootstrap { 2: C, 1: - }"};
  REQUIRE(file.reader.next() == next::document);
  REQUIRE(file.reader.next() == next::event);
  CHECK(file.reader.event().kind == lac::case_event_kind::account_added);
  CHECK_FALSE(file.reader.event().expected.lists_paths);
  REQUIRE(file.reader.next() == next::event);
  CHECK(file.reader.event().kind == lac::case_event_kind::account_removed);
  CHECK(file.reader.event().server == 1_server);
  CHECK(items(file.reader.event().expected.paths) == std::vector{"/5/0"_path, "/6/1"_path});
  REQUIRE(file.reader.next() == next::check);
  CHECK_FALSE(file.reader.check().is_there);
  CHECK(file.reader.check().target == "/5/0"_path);
  REQUIRE(file.reader.next() == next::check);
  CHECK(file.reader.check().is_there);
  CHECK(file.reader.check().id == lac::object_instance_id{3});
  CHECK(file.reader.check().owner.is_bootstrap());
  const auto entries = items(file.reader.check().entries);
  REQUIRE(entries.size() == 2);
  CHECK(entries[0].id.server() == 2_server);
  CHECK(file.reader.next() == next::end);
}

TEST_CASE("text: a check is met by what it says and by nothing else") {
  lac::policy<4, 8> policy{lac::editions::v1_1};
  lac::acl<2> acl;
  REQUIRE(acl.add(1_server, lac::access_rights{1}) == lac::status::done);
  REQUIRE(acl.add(2_server, lac::access_rights{0}) == lac::status::done);
  const lac::access_control_target target{lac::object_id{3}, lac::object_instance_id{0}};
  REQUIRE(policy.add(lac::access_control<lac::acl<2>>{lac::object_instance_id{4}, target, 1_server,
                                                      acl}) == lac::status::done);
  const auto holds = [&](const char* text) {
    reading file{std::string{"edition 1.1 expect "} + text};
    REQUIRE(file.reader.next() == next::document);
    REQUIRE(file.reader.next() == next::check);
    return file.reader.check().is_met_by(
        policy.find(lac::access_control_target::of(file.reader.check().target)));
  };
  CHECK(holds("acl for /3/0 owner 1 { 2: -, 1: R }"));
  CHECK(holds("acl /2/4 for /3/0 owner 1 { 1: R, 2: - }"));
  CHECK(holds("no acl for /3/1"));
  CHECK_FALSE(holds("no acl for /3/0"));
  CHECK_FALSE(holds("acl for /3/1 owner 1 { 2: -, 1: R }"));
  CHECK_FALSE(holds("acl /2/3 for /3/0 owner 1 { 2: -, 1: R }"));
  CHECK_FALSE(holds("acl for /3/0 owner 2 { 2: -, 1: R }"));
  CHECK_FALSE(holds("acl for /3/0 owner 1 { 1: R }"));
  CHECK_FALSE(holds("acl for /3/0 owner 1 { 2: W, 1: R }"));
  CHECK_FALSE(holds("acl for /3/0 owner 1 { 2: -, 1: R, 3: R }"));
  CHECK_FALSE(holds("acl for /3/0 owner 1 { 3: -, 1: R }"));
}

TEST_CASE("text: each document starts from nothing") {
  reading file{
      "edition 1.2 servers 1 access-control disabled object /3 single { }\n"
      "1 read /3\n---\n"
      "edition 1.1 servers 2 acl for /3/0 owner 2 { }\n2 read /3"};
  REQUIRE(file.reader.next() == next::document);
  CHECK(file.policy.is_disabled());
  REQUIRE(file.reader.next() == next::request);
  REQUIRE(file.reader.next() == next::document);
  CHECK_FALSE(file.policy.is_disabled());
  CHECK_FALSE(file.policy.has_account(1_server));
  CHECK(file.model.object_count() == 0);
  CHECK(file.policy.access_control_count() == 1);
  REQUIRE(file.reader.next() == next::request);
  CHECK(file.reader.next() == next::end);
}

TEST_CASE("text: an expectation is met by its code or act, and nothing stated by anything") {
  using lac::decision;
  const auto refused = decision::refused(lac::reason::access_right_missing, "/3"_path);
  const auto expected = [](const char* text) {
    reading file{std::string{"edition 1.1 1 read /3 "} + text};
    return request(file).expected;
  };
  CHECK(expected("").is_met_by(refused));
  CHECK(expected("-> 4.01").is_met_by(refused));
  CHECK_FALSE(expected("-> 4.05").is_met_by(refused));
  CHECK_FALSE(expected("-> suppress").is_met_by(refused));
  CHECK(expected("-> suppress").is_met_by(refused.as(lac::verdict::suppress)));
  CHECK_FALSE(expected("-> 4.01").is_met_by(refused.as(lac::verdict::suppress)));
  CHECK_FALSE(expected("-> send").is_met_by(refused.as(lac::verdict::cancel)));
  CHECK(expected("-> 4.06").is_met_by(lac::coap{4 << 5 | 6}));
  CHECK_FALSE(expected("-> 4.06").is_met_by(lac::coap::changed));
  CHECK(expected("").is_met_by(lac::coap::changed));
}
