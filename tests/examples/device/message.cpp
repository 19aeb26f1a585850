#include "message.hpp"

#include <algorithm>
#include <string_view>

#include "coap.hpp"

namespace client {

namespace {

using lac::level;
using lac::operation;

constexpr std::string_view notification_attributes[] = {"pmin", "pmax",  "gt",    "lt",
                                                        "st",   "epmin", "epmax", "con"};

std::string_view text_of_option(const coap_opt_t* option) {
  return {reinterpret_cast<const char*>(coap_opt_value(option)), coap_opt_length(option)};
}

/// Calls `each(text)` for every option of that number.
template <class Each>
void for_each_option(const coap_pdu_t* request, coap_option_num_t number, const Each& each) {
  coap_opt_iterator_t at;
  coap_option_iterator_init(request, &at, COAP_OPT_ALL);
  while (const coap_opt_t* option = coap_option_next(&at))
    if (at.number == number) each(text_of_option(option));
}

std::optional<unsigned> number_in(const coap_pdu_t* request, coap_option_num_t number) {
  coap_opt_iterator_t at;
  const coap_opt_t* option = coap_check_option(request, number, &at);
  if (option == nullptr) return std::nullopt;
  return coap_decode_var_bytes(coap_opt_value(option), coap_opt_length(option));
}

lac::path path_in(const coap_pdu_t* request) {
  std::string path;
  for_each_option(request, COAP_OPTION_URI_PATH,
                  [&](std::string_view segment) { (path += '/') += segment; });
  if (path.empty()) return lac::path::root();
  return lac::path::parse(path.data(), path.size());
}

observing observing_of(const coap_pdu_t* request) {
  const auto asked = number_in(request, COAP_OPTION_OBSERVE);
  if (!asked || *asked > 1) return observing::not_asked;
  return *asked == 0 ? observing::begin : observing::end;
}

operation get_of(const message& read) {
  if (read.asked.accepts == format::link) return operation::discover;
  if (read.observing == observing::begin) return operation::observe;
  return read.observing == observing::end ? operation::cancel_observation : operation::read;
}

/// A POST creates on an Object (in the draft also on an Object Instance that is not there),
/// updates an Object Instance and executes a Resource.
operation post_of(const lac::path& target, const device& by) {
  if (target.level() > level::object_instance) return operation::execute;
  const bool is_there =
      target.level() == level::object_instance &&
      (target.object() == lac::objects::access_control ||
       by.objects().find_object(target.object()).has_instance(target.object_instance()));
  const bool creates = target.level() < level::object_instance ||
                       (by.granted().rules().creates_on_instance && !is_there);
  return creates ? operation::create : operation::update;
}

operation operation_of(const coap_pdu_t* request, const message& read, const device& by) {
  switch (static_cast<int>(coap_pdu_get_code(request))) {
    case COAP_REQUEST_GET:
      return get_of(read);
    case COAP_REQUEST_PUT:
      return read.asked.attributes.empty() ? operation::write : operation::write_attributes;
    case COAP_REQUEST_POST:
      return post_of(read.asked.target, by);
    case COAP_REQUEST_DELETE:
      return operation::delete_;
    case COAP_REQUEST_FETCH:
      return read.observing == observing::begin ? operation::observe_composite
                                                : operation::read_composite;
    case COAP_REQUEST_IPATCH:
      return operation::write_composite;
    default:
      return {};
  }
}

bool is_known_attribute(std::string_view attribute) {
  const std::string_view name = attribute.substr(0, attribute.find('='));
  return std::find(std::begin(notification_attributes), std::end(notification_attributes), name) !=
         std::end(notification_attributes);
}

/// Where the relative names of a payload lie: in the instance that a Create makes, else the target.
lac::path base_of(const incoming& asked, const device& by) {
  if (asked.op != operation::create) return asked.target;
  return lac::created_instance(by.objects(), {{}, asked.op, asked.target, {}});
}

/// A text for one Resource. For a value of Object 2 it is a whole number, or says nothing: above
/// all it does not empty an ACL.
records read_text(std::string_view payload, const lac::path& at) {
  if (at.object() != lac::objects::access_control) return {{at, std::string{payload}}};
  const auto number = value_of(payload, value{std::int64_t{0}});
  return number ? records{{at, number}} : records{};
}

void read_payload(const coap_pdu_t* request, const device& by, message& into) {
  const std::string_view payload = payload_of(request);
  incoming& asked = into.asked;
  const bool is_for_one = asked.target.level() >= level::resource;
  if (payload.empty() && !is_for_one) return;
  if (asked.op == operation::execute || !(is_change(asked.op) || is_composite(asked.op))) return;
  if (asked.content == format::none) asked.content = is_for_one ? format::text : format::senml_json;
  if (asked.content == format::text && is_for_one) {
    asked.conveyed = read_text(payload, asked.target);
    return;
  }
  const auto said = read_senml(payload, base_of(asked, by));
  into.fault = asked.content != format::senml_json ? unsupported_format : said ? 0 : bad_request;
  if (said) asked.conveyed = *said;
  const bool empties_acl = said && said->empty() && asked.target.level() == level::resource;
  if (empties_acl) asked.conveyed = {{asked.target, std::nullopt}};
}

}  // namespace

message read_message(const coap_pdu_t* request, const device& by) {
  message read;
  incoming& asked = read.asked;
  asked.target = path_in(request);
  for_each_option(request, COAP_OPTION_URI_QUERY,
                  [&](std::string_view each) { asked.attributes.emplace_back(each); });
  read.observing = observing_of(request);
  const auto accepts = number_in(request, COAP_OPTION_ACCEPT);
  if (accepts) asked.accepts = format_of(*accepts).value_or(format::none);
  const auto content = number_in(request, COAP_OPTION_CONTENT_FORMAT);
  if (content) asked.content = format_of(*content).value_or(format::none);
  asked.op = operation_of(request, read, by);
  if (is_composite(asked.op)) asked.target = {};
  if (asked.target.is_none() && !is_composite(asked.op))
    read.fault = not_found;  // no path of LwM2M: there is nothing else here
  else if (!std::all_of(asked.attributes.begin(), asked.attributes.end(), is_known_attribute))
    read.fault = bad_request;
  else if (accepts && asked.accepts == format::none)
    read.fault = not_acceptable;
  else if (content && asked.content == format::none)
    read.fault = unsupported_format;
  else if (asked.op != operation::write_attributes && asked.op != operation::delete_)
    read_payload(request, by, read);
  return read;
}

}  // namespace client
