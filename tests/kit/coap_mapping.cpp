#include <lwm2m/access/coap_mapping.hpp>

#include <algorithm>
#include <cstddef>
#include <iostream>
#include <string_view>

#include "support/catch.hpp"

// The mapping of CoAP requests: every row of the texts' tables, then every combination of what the
// mapping looks at, against a second definition.

namespace {

namespace lac = lwm2m::access;
using lac::coap_meaning, lac::coap_method, lac::coap_observe, lac::coap_payload, lac::coap_sender;
using lac::edition_name, lac::operation;

constexpr lac::coap_uri uri_of(std::string_view text) {
  lac::coap_uri uri;
  text.remove_prefix(1);
  while (!text.empty()) {
    const std::size_t end = text.find('/');
    const std::string_view segment = text.substr(0, end);
    uri.add(segment.data(), segment.size());
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return uri;
}

/// A row of a text's table of operations and methods, with the Uri-Path filled in: what is left
/// out of the options is not there.
struct text_row {
  edition_name since;
  operation op;
  coap_method method;
  std::string_view uri;
  std::string_view options{};  ///< l: Accept 40, 0 and 1: Observe, ?: Uri-Query, v, r: payload
  bool to_bootstrap = false;   ///< of the table of the Bootstrap interface
};

constexpr auto v1_0 = edition_name::v1_0, v1_1 = edition_name::v1_1, v1_2 = edition_name::v1_2;
using enum coap_method;
using op = operation;

constexpr text_row texts[] = {
    // Device Management and Service Enablement
    {v1_0, op::read, get, "/3"},
    {v1_0, op::read, get, "/3/0"},
    {v1_0, op::read, get, "/3/0/1"},
    {v1_1, op::read, get, "/3/0/7/1"},
    {v1_0, op::discover, get, "/3", "l"},
    {v1_0, op::discover, get, "/3/0", "l"},
    {v1_0, op::discover, get, "/3/0/1", "l"},
    {v1_2, op::discover, get, "/3/0", "l?"},
    {v1_0, op::write, put, "/3/0", "r"},
    {v1_0, op::write, put, "/3/0/14", "v"},
    {v1_0, op::write, put, "/3/0/7", "r"},
    {v1_1, op::write, put, "/3/0/7/1", "v"},
    {v1_0, op::update, post, "/3/0", "r"},
    {v1_2, op::update, post, "/3/0/7", "r"},
    {v1_0, op::write_attributes, put, "/3", "?"},
    {v1_0, op::write_attributes, put, "/3/0", "?"},
    {v1_0, op::write_attributes, put, "/3/0/9", "?"},
    {v1_1, op::write_attributes, put, "/3/0/7/1", "?"},
    {v1_0, op::execute, post, "/3/0/4"},
    {v1_0, op::execute, post, "/3/0/4", "v"},
    {v1_0, op::create, post, "/5", "r"},
    {v1_0, op::create, post, "/5"},
    {v1_0, op::delete_, delete_, "/5/0"},
    {v1_2, op::delete_, delete_, "/5/0/7/1"},
    {v1_1, op::read_composite, fetch, "/", "r"},
    {v1_1, op::write_composite, ipatch, "/", "r"},
    // Information Reporting; Notify is a response and the Client's own
    {v1_0, op::observe, get, "/3", "0"},
    {v1_0, op::observe, get, "/3/0", "0"},
    {v1_0, op::observe, get, "/3/0/9", "0"},
    {v1_1, op::observe, get, "/3/0/7/1", "0"},
    {v1_2, op::observe, get, "/3/0/9", "0?"},
    {v1_0, op::cancel_observation, get, "/3/0/9", "1"},
    {v1_0, op::cancel_observation, get, "/3/0", "1"},
    {v1_0, op::cancel_observation, get, "/3", "1"},
    {v1_2, op::cancel_observation, get, "/3/0/9", "1?"},
    {v1_1, op::observe_composite, fetch, "/", "0r"},
    {v1_2, op::observe_composite, fetch, "/", "0r?"},
    {v1_1, op::cancel_observation, fetch, "/", "1r"},
    {v1_2, op::cancel_observation, fetch, "/", "1r?"},
    // Bootstrap
    {v1_0, op::write, put, "/0/1", "r", true},
    {v1_0, op::write, put, "/0/1/2", "v", true},
    {v1_1, op::write, put, "/0", "r", true},
    {v1_0, op::discover, get, "/0", "l", true},
    {v1_1, op::discover, get, "/", "l", true},
    {v1_0, op::delete_, delete_, "/0/1", "", true},
    {v1_0, op::delete_, delete_, "/", "", true},
    {v1_1, op::delete_, delete_, "/0", "", true},
    {v1_1, op::read, get, "/2", "", true},
    {v1_1, op::read, get, "/2/0", "", true},
    {v1_0, {}, post, "/bs", "", true},
};

constexpr lac::coap_request request_of(const text_row& row) {
  const auto has = [&](char option) { return row.options.find(option) != row.options.npos; };
  lac::coap_request asked;
  asked.from = row.to_bootstrap ? coap_sender::bootstrap_server : coap_sender::server;
  asked.method = row.method;
  asked.uri = uri_of(row.uri);
  asked.observe = lac::coap_observe_of(has('0') ? 0 : has('1') ? 1 : -1);
  asked.accepts_links = has('l');
  asked.has_query = has('?');
  asked.payload = has('r')   ? coap_payload::records
                  : has('v') ? coap_payload::one_value
                             : coap_payload::none;
  return asked;
}

constexpr bool is_mapped(const text_row& row, edition_name in) {
  const auto mapped = lac::operation_of(request_of(row), lac::edition_of(in));
  const auto meaning = row.op == op{} ? coap_meaning::bootstrap_finish : coap_meaning::operation;
  const bool lists = row.method == fetch || row.method == ipatch;
  const lac::path target = lists || row.op == op{} ? lac::path{} : lac::path::parse(row.uri);
  return mapped && mapped.meaning == meaning && mapped.op == row.op && mapped.target == target &&
         mapped.code == lac::coap::none;
}

constexpr bool every_row_is_mapped() {
  for (const text_row& row : texts)
    for (const auto in : {v1_0, v1_1, v1_2})
      if (in >= row.since && !is_mapped(row, in)) return false;
  return true;
}
static_assert(every_row_is_mapped());

constexpr coap_method methods[] = {coap_method{}, get, post, put, delete_, fetch, patch, ipatch};
constexpr coap_sender senders[] = {coap_sender::server, coap_sender::bootstrap_server,
                                   coap_sender::client};
constexpr std::string_view uris[] = {"/",          "/3",     "/3/0",  "/3/0/4", "/3/0/7/1",
                                     "/3/0/7/1/2", "/bs",    "/dp",   "/rd",    "/03",
                                     "/3/bs",      "/bs/dp", "/65536"};
constexpr coap_observe observes[] = {coap_observe::absent, coap_observe::register_,
                                     coap_observe::deregister};
constexpr coap_payload payloads[] = {coap_payload::none, coap_payload::one_value,
                                     coap_payload::records};

template <class Each>
void for_each_request(const Each& each) {
  for (const auto from : senders)
    for (const auto method : methods)
      for (const auto text : uris)
        for (const auto observe : observes)
          for (const auto payload : payloads)
            for (unsigned bits = 0; bits < 8; ++bits)
              each(lac::coap_request{from, method, uri_of(text), observe, (bits & 1) != 0,
                                     (bits & 2) != 0, payload, (bits & 4) != 0},
                   text);
}

// The second definition: method by method, in words of its own.
struct expected {
  coap_meaning meaning;
  operation op;
  lac::coap code;
};
constexpr expected as(operation what) { return {coap_meaning::operation, what, lac::coap::none}; }
constexpr expected nothing(lac::coap code) { return {coap_meaning::no_operation, {}, code}; }

expected get_means(const lac::coap_request& asked, edition_name in) {
  const bool watches = asked.accepts_links || asked.observe != coap_observe::absent;
  if (asked.has_query && !(in == v1_2 && watches)) return nothing(lac::coap::bad_request);
  if (asked.accepts_links) return as(op::discover);
  if (asked.observe == coap_observe::register_) return as(op::observe);
  return as(asked.observe == coap_observe::deregister ? op::cancel_observation : op::read);
}

expected post_means(const lac::coap_request& asked, edition_name in, std::size_t depth) {
  if (asked.has_query) return nothing(lac::coap::bad_request);
  if (depth < 2) return as(op::create);
  if (depth == 2)
    return as(in == edition_name::draft && !asked.instance_exists ? op::create : op::update);
  const bool updates = in == v1_2 && depth == 3 && asked.payload == coap_payload::records;
  return as(updates ? op::update : op::execute);
}

expected put_means(const lac::coap_request& asked) {
  if (!asked.has_query) return as(op::write);
  if (asked.payload != coap_payload::none) return nothing(lac::coap::bad_request);
  return as(op::write_attributes);
}

expected fetch_means(const lac::coap_request& asked, edition_name in) {
  const bool watches = asked.observe != coap_observe::absent;
  if (asked.has_query && !(in == v1_2 && watches)) return nothing(lac::coap::bad_request);
  if (asked.observe == coap_observe::register_) return as(op::observe_composite);
  return as(watches ? op::cancel_observation : op::read_composite);
}

expected without_query(const lac::coap_request& asked, operation what) {
  return asked.has_query ? nothing(lac::coap::bad_request) : as(what);
}

expected means(const lac::coap_request& asked, std::string_view uri, edition_name in) {
  constexpr auto method_not_allowed = lac::coap::method_not_allowed;
  const bool is_path = uri == "/" || uri.starts_with("/3") || uri == "/65536";
  if (uri == "/bs" || uri == "/dp") {
    const auto sender = uri == "/bs" ? coap_sender::bootstrap_server : coap_sender::client;
    if (asked.from != sender || asked.method != post) return nothing(method_not_allowed);
    if (asked.has_query) return nothing(lac::coap::bad_request);
    return uri == "/dp" ? as(op::send)
                        : expected{coap_meaning::bootstrap_finish, {}, lac::coap::none};
  }
  if (!is_path || uri == "/3/0/7/1/2" || uri == "/3/bs") return nothing(lac::coap::not_found);
  if (asked.from == coap_sender::client) return nothing(method_not_allowed);
  const auto depth = uri == "/" ? std::size_t{0}
                                : static_cast<std::size_t>(std::count(uri.begin(), uri.end(), '/'));
  switch (asked.method) {
    case get:
      return get_means(asked, in);
    case post:
      return post_means(asked, in, depth);
    case put:
      return put_means(asked);
    case delete_:
      return without_query(asked, op::delete_);
    case fetch:
      return depth == 0 ? fetch_means(asked, in) : nothing(method_not_allowed);
    case ipatch:
      return depth == 0 ? without_query(asked, op::write_composite) : nothing(method_not_allowed);
    default:
      return nothing(method_not_allowed);
  }
}

}  // namespace

TEST_CASE("every row of the texts' tables is mapped, at run time too", "[coap]") {
  for (const text_row& row : texts)
    for (const auto in : {v1_0, v1_1, v1_2}) {
      CAPTURE(row.uri, row.options, static_cast<int>(in));
      CHECK((in < row.since || is_mapped(row, in)));
    }
}

TEST_CASE("every combination of method, path and options means what a second definition says",
          "[coap]") {
  std::size_t asked_for = 0, mapped = 0;
  for_each_request([&](const lac::coap_request& asked, std::string_view uri) {
    for (const auto in : {edition_name::draft, v1_0, v1_1, v1_2}) {
      const auto got = lac::operation_of(asked, lac::edition_of(in));
      const auto wanted = means(asked, uri, in);
      CAPTURE(uri, static_cast<int>(in), static_cast<int>(asked.method),
              static_cast<int>(asked.observe), asked.accepts_links, asked.has_query);
      REQUIRE(got.meaning == wanted.meaning);
      REQUIRE(got.op == wanted.op);
      REQUIRE(got.code == wanted.code);
      REQUIRE(static_cast<bool>(got) == (wanted.code == lac::coap::none));
      ++asked_for;
      if (got) ++mapped;
    }
  });
  std::cout << "figure: CoAP mapping: " << asked_for << " requests, " << mapped
            << " of them are an operation\n";
  CHECK(mapped > 0);
}

TEST_CASE("an operation on paths of a payload has no target, any other has the Uri-Path",
          "[coap]") {
  for_each_request([&](const lac::coap_request& asked, std::string_view) {
    const auto got = lac::operation_of(asked, lac::editions::v1_2);
    if (got.meaning != coap_meaning::operation) return;
    const bool lists = asked.method == fetch || asked.method == ipatch || got.op == op::send;
    REQUIRE(got.target == (lists ? lac::path{} : asked.uri.numbers()));
  });
}

TEST_CASE("Uri-Path options become a path as their text does", "[coap]") {
  for (const std::string_view text : {"/", "/3", "/3/0", "/3/0/7/1", "/65534/65535", "/3/00"})
    CHECK(uri_of(text).numbers() == lac::path::parse(text));
  CHECK(uri_of("/bs").what() == lac::coap_uri::name::bs);
  CHECK(uri_of("/dp").what() == lac::coap_uri::name::dp);
  for (const std::string_view text : {"/b", "/bsp", "/b3", "/d3", "/bp", "/3/0/7/1/2", "/bs/3"})
    CHECK(uri_of(text).what() == lac::coap_uri::name::other);
  lac::coap_uri empty;
  empty.add("", 0);
  CHECK(empty.what() == lac::coap_uri::name::other);
}

TEST_CASE("options come as numbers", "[coap]") {
  CHECK(lac::coap_observe_of(-1) == coap_observe::absent);
  CHECK(lac::coap_observe_of(0) == coap_observe::register_);
  CHECK(lac::coap_observe_of(1) == coap_observe::deregister);
  CHECK(lac::coap_observe_of(2) == coap_observe::absent);
  CHECK(lac::coap_payload_of(-1, 0) == coap_payload::none);
  CHECK(lac::coap_payload_of(-1, 1) == coap_payload::one_value);
  for (const int one : {0, 42, 60}) CHECK(lac::coap_payload_of(one, 0) == coap_payload::one_value);
  for (const int each : {11542, 11543, 110, 112, 11544, 65535})
    CHECK(lac::coap_payload_of(each, 1) == coap_payload::records);
}
