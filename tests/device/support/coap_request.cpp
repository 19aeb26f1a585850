#include "coap_request.hpp"

#include <stdexcept>

#include "../../examples/device/payload.hpp"
#include "program/cases/words.hpp"

namespace {

namespace lac = lwm2m::access;
using lac::level;
using lac::operation;

constexpr unsigned text_plain = 0, link_format = 40, senml_json = 110;

/// What the payload names, with values where it conveys them.
client::records records_of(const program::wire_request& asked) {
  client::records all;
  const lac::operation_traits is = lac::facts_of(asked.request().op).is;
  const bool is_list = is.lists() && !is.writes();
  for (const lac::path& each : asked.request().payload) {
    all.push_back({each, {}});
    if (!is_list && each.object() != lac::objects::access_control)
      all.back().said = client::first_value_of(each.object(), each.resource());
  }
  for (const lac::assignment& each : asked.values()) {
    all.push_back({each.at, {}});
    all.back().said = each.value;
  }
  return all;
}

void add_senml(coap_request& to, const client::records& all) {
  to.content_format = senml_json;
  to.payload = client::write_senml(all);
}

void add_text(coap_request& to, const program::wire_request& asked) {
  const lac::path at = asked.request().target;
  to.content_format = text_plain;
  to.payload = asked.values().empty()
                   ? client::text_of(client::first_value_of(at.object(), at.resource()))
                   : std::to_string(asked.values()[0].value);
}

/// A value alone, or a pack of records.
void add_write(coap_request& to, const program::wire_request& asked) {
  const lac::request request = asked.request();
  const bool is_one = request.target.level() >= level::resource && request.payload.empty();
  if (is_one)
    add_text(to, asked);
  else
    add_senml(to, records_of(asked));
}

}  // namespace

coap_request coap_request_of(const program::wire_request& asked) {
  const operation op = asked.request().op;
  coap_request made;
  made.path = asked.request().target.is_none() ? "/" : program::text_of(asked.request().target);
  switch (op) {
    case operation::read:
      made.method = "get";
      return made;
    case operation::discover:
      made.method = "get";
      made.accept = link_format;
      return made;
    case operation::observe:
    case operation::cancel_observation:
      made.method = "get";
      made.observe = op == operation::observe ? 0 : 1;
      return made;
    case operation::write:
      made.method = "put";
      add_write(made, asked);
      return made;
    case operation::write_attributes:
      made.method = "put";
      made.query = "pmin=1";
      return made;
    case operation::execute:
      made.method = "post";
      return made;
    case operation::update:
    case operation::create:
      made.method = "post";
      add_senml(made, records_of(asked));
      return made;
    case operation::delete_:
      made.method = "delete";
      return made;
    case operation::read_composite:
    case operation::observe_composite:
      made.method = "fetch";
      if (op == operation::observe_composite) made.observe = 0;
      add_senml(made, records_of(asked));
      return made;
    case operation::write_composite:
      made.method = "ipatch";
      add_senml(made, records_of(asked));
      return made;
    default:
      throw std::invalid_argument{"no request of a Server"};
  }
}
