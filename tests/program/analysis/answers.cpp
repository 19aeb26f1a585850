#include "program/analysis/answers.hpp"

#include <lwm2m/access/begin.hpp>

namespace program {

bare_request::bare_request(const device& of, lac::short_server_id who, lac::operation op,
                           const lac::path& at)
    : who_{who}, op_{op}, lists_{lac::facts_of(op).is.lists()} {
  (lists_ ? listed_ : target_) = at;
  if (op == lac::operation::create) convey_what_must_be(of);
}

void bare_request::convey_what_must_be(const device& of) {
  const auto object = of.model.find_object(target_.object());
  if (!object || target_.level() < lac::level::object) return;
  const lac::path made =
      target_.level() == lac::level::object ? lac::created_instance(of.model, request()) : target_;
  for (const lac::resource_definition& each : object.resources())
    if (each.is_mandatory() && each.supports(lac::access_type::of(lac::resource_operation::write)))
      conveyed_.push_back({made.object(), made.object_instance(), each.id()});
}

lac::decision decide_bare(const device& of, lac::short_server_id who, lac::operation op,
                          const lac::path& at) {
  return lac::authorize(of.policy, of.model, bare_request{of, who, op, at}.request());
}

answers::answers(const device& of, const space& over)
    : servers_{over.servers.size()}, operations_{over.operations.size()} {
  table_.reserve(over.size());
  for (const lac::path& at : over.paths)
    for (const lac::operation op : over.operations)
      for (const lac::short_server_id server : over.servers)
        table_.push_back(answer_of_decision(decide_bare(of, server, op, at)));
}

}  // namespace program
