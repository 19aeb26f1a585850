// Which operation a CoAP request is, against the mapping of LwM2M 1.0 (8.2.3 to 8.2.5), 1.1 and 1.2
// (Transport, 6.4) written once more, method by method.

#include <lwm2m/access/coap_mapping.hpp>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "input.hpp"

namespace {

namespace lac = lwm2m::access;
using lac::coap_meaning;
using lac::coap_method;
using lac::coap_observe;
using lac::coap_payload;
using lac::coap_sender;
using lac::level;
using lac::operation;

using segments = std::vector<std::string>;

/// A request, with its Uri-Path options as they came.
struct arrived {
  segments uri{};
  lac::coap_request rest{};
  lac::edition_name edition{};
};

std::string any_segment(fuzz::input& from) {
  switch (from.below(8)) {
    case 0:
      return "bs";
    case 1:
      return "dp";
    case 2:
      return std::to_string(from.below(65536) + from.below(2) * 65536);
    case 3: {
      std::string made(from.below(8), '0');
      for (char& each : made) each = "0123456789bsdp /-+"[from.below(18)];
      return made;
    }
    default:
      return std::to_string(from.below(10));
  }
}

arrived any_request(fuzz::input& from) {
  arrived made;
  made.edition = static_cast<lac::edition_name>(1 + from.below(4));
  made.rest.from = static_cast<coap_sender>(1 + from.below(3));
  made.rest.method = static_cast<coap_method>(1 + from.below(7));
  made.rest.observe = lac::coap_observe_of(static_cast<int>(from.below(4)) - 1);
  made.rest.accepts_links = from.below(3) == 2;
  made.rest.has_query = from.below(3) == 2;
  made.rest.payload =
      lac::coap_payload_of(static_cast<int>(from.below(5)) * 40 - 40, from.below(2));
  made.rest.instance_exists = from.below(2) == 0;
  for (unsigned left = from.below(6); left > 0; --left) made.uri.push_back(any_segment(from));
  for (const std::string& each : made.uri) made.rest.uri.add(each.data(), each.size());
  return made;
}

/// The ID of a segment: a decimal number without leading zeros; above 65534 it is the reserved one.
std::optional<unsigned long> id_of(const std::string& segment) {
  if (segment.empty() || segment.find_first_not_of("0123456789") != std::string::npos) return {};
  if (segment.size() > 1 && segment[0] == '0') return {};
  return std::min(std::stoul(segment), 65535UL);
}

lac::coap_operation is(operation op, const lac::path& target) {
  return {coap_meaning::operation, op, target, lac::coap::none};
}
lac::coap_operation no(lac::coap code) { return {.code = code}; }
constexpr auto wrong_method = lac::coap::method_not_allowed, wrong_options = lac::coap::bad_request;

/// GET, by a Server or the Bootstrap Server.
lac::coap_operation meaning_of_get(const arrived& asked, const lac::path& at) {
  const bool may_have_query = asked.edition == lac::edition_name::v1_2;
  const bool reads = asked.rest.observe == coap_observe::absent && !asked.rest.accepts_links;
  if (asked.rest.has_query && (reads || !may_have_query)) return no(wrong_options);
  if (asked.rest.accepts_links) return is(operation::discover, at);
  if (reads) return is(operation::read, at);
  return is(asked.rest.observe == coap_observe::register_ ? operation::observe
                                                          : operation::cancel_observation,
            at);
}

lac::coap_operation meaning_of_put(const arrived& asked, const lac::path& at) {
  if (!asked.rest.has_query) return is(operation::write, at);
  const bool has_payload = asked.rest.payload != coap_payload::none;
  return has_payload ? no(wrong_options) : is(operation::write_attributes, at);
}

lac::coap_operation meaning_of_post(const arrived& asked, const lac::path& at) {
  if (asked.rest.has_query) return no(wrong_options);
  if (at.level() <= level::object) return is(operation::create, at);
  if (at.level() == level::object_instance) {
    const bool makes = asked.edition == lac::edition_name::draft && !asked.rest.instance_exists;
    return is(makes ? operation::create : operation::update, at);
  }
  const bool updates = at.level() == level::resource && asked.edition == lac::edition_name::v1_2 &&
                       asked.rest.payload == coap_payload::records;
  return is(updates ? operation::update : operation::execute, at);
}

lac::coap_operation meaning_of_fetch(const arrived& asked, const lac::path& at) {
  if (at.level() != level::root) return no(wrong_method);
  const bool reads = asked.rest.observe == coap_observe::absent;
  const bool may_have_query = !reads && asked.edition == lac::edition_name::v1_2;
  if (asked.rest.has_query && !may_have_query) return no(wrong_options);
  if (reads) return is(operation::read_composite, {});
  return is(asked.rest.observe == coap_observe::register_ ? operation::observe_composite
                                                          : operation::cancel_observation,
            {});
}

lac::coap_operation meaning_of(const arrived& asked) {
  const bool is_word = asked.uri.size() == 1 && (asked.uri[0] == "bs" || asked.uri[0] == "dp");
  if (is_word) {
    const bool sends = asked.uri[0] == "dp";
    const auto by = sends ? coap_sender::client : coap_sender::bootstrap_server;
    if (asked.rest.method != coap_method::post || asked.rest.from != by) return no(wrong_method);
    if (asked.rest.has_query) return no(wrong_options);
    if (sends) return is(operation::send, {});
    return {.meaning = coap_meaning::bootstrap_finish};
  }
  std::string text;
  for (const std::string& each : asked.uri) {
    const auto id = id_of(each);
    if (!id) return no(lac::coap::not_found);
    text += '/' + std::to_string(*id);
  }
  if (asked.uri.size() > 4) return no(lac::coap::not_found);
  if (asked.rest.from == coap_sender::client) return no(wrong_method);
  const lac::path at =
      text.empty() ? lac::path::root() : lac::path::parse(text.data(), text.size());
  fuzz::must(!at.is_none(), "a path of at most four IDs is one");
  switch (asked.rest.method) {
    case coap_method::get:
      return meaning_of_get(asked, at);
    case coap_method::put:
      return meaning_of_put(asked, at);
    case coap_method::post:
      return meaning_of_post(asked, at);
    case coap_method::delete_:
      return asked.rest.has_query ? no(wrong_options) : is(operation::delete_, at);
    case coap_method::fetch:
      return meaning_of_fetch(asked, at);
    case coap_method::ipatch:
      if (at.level() != level::root) return no(wrong_method);
      return asked.rest.has_query ? no(wrong_options) : is(operation::write_composite, {});
    case coap_method::patch:
      break;
  }
  return no(wrong_method);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::input from{data, size};
  for (int left = 16; left > 0 && !from.is_used_up(); --left) {
    const arrived asked = any_request(from);
    const auto got = lac::operation_of(asked.rest, lac::edition_of(asked.edition));
    fuzz::must(got == meaning_of(asked), "a CoAP request is the operation that the mapping says");
  }
  return 0;
}
