#include "program/analysis/explain.hpp"

#include "program/analysis/space.hpp"
#include "program/cases/words.hpp"

#include <lwm2m/access/access_right.hpp>
#include <lwm2m/access/sentences.hpp>

#include <algorithm>
#include <bit>
#include <memory>
#include <tuple>

namespace program {

namespace {

struct step_row {
  lac::step step;
  const char* rules;
  const char* asks;
};

/// Section C, in the order of its steps.
constexpr step_row step_rows[] = {
    {lac::step::restricted_object, "C1", "no path lies in a restricted Object"},
    {lac::step::composite_shape, "E2", "a Write-Composite names Resources"},
    {lac::step::account, "C2", "the requester may ask at all, and the edition has the operation"},
    {lac::step::payload, "C9", "the payload stays below the request's path"},
    {lac::step::existence, "C3", "the Object and the Object Instance exist"},
    {lac::step::object_level, "C4", "the operation applies to an Object"},
    {lac::step::access_right, "C5", "the requester has the right"},
    {lac::step::resource, "C6", "the Resource exists"},
    {lac::step::level, "C4", "the operation applies to this level"},
    {lac::step::operation_support, "C7", "the Resource supports the operation"},
    {lac::step::content, "C8", "the content is complete and in range"},
    {lac::step::instance_taken, "D8", "the Object Instance ID is free"},
    {lac::step::room, "C10", "there is room for what follows"},
};

bool asks(const step_row& row, const lac::request& asked) {
  const auto level = asked.target.level();
  switch (row.step) {
    case lac::step::composite_shape:
      return asked.op == lac::operation::write_composite;
    case lac::step::object_level:
      return level == lac::level::object;
    case lac::step::resource:
    case lac::step::operation_support:
      return asked.op != lac::operation::create;
    case lac::step::level:
      return level != lac::level::object;
    case lac::step::instance_taken:
      return asked.op == lac::operation::create;
    case lac::step::content:
    case lac::step::room:
      return asked.op == lac::operation::create || lac::facts_of(asked.op).is.writes();
    default:
      return true;
  }
}

std::vector<explained_step> steps_of(const lac::request& asked, const lac::decision& taken) {
  std::vector<explained_step> steps;
  bool has_failed = false;
  for (const step_row& each : step_rows) {
    const bool fails = each.step == taken.step();
    if (!fails && !asks(each, asked)) continue;
    steps.push_back({each.rules, each.asks,
                     fails        ? step_state::failed
                     : has_failed ? step_state::not_reached
                                  : step_state::passed});
    has_failed = has_failed || fails;
  }
  return steps;
}

/// What governs a path for an operation (A10, D5).
lac::access_control_target governing_target(const device& of, lac::operation op,
                                            const lac::path& at) {
  const bool by_object = op == lac::operation::create && !(of.policy.rules().creates_on_instance &&
                                                           at.level() > lac::level::object);
  if (by_object) return lac::access_control_target{at.object()};
  return at.level() > lac::level::object
             ? lac::access_control_target{at.object(), at.object_instance()}
             : lac::access_control_target{};
}

std::string owner_text(lac::access_control_owner owner) {
  return owner.is_bootstrap() ? "bootstrap" : std::to_string(owner.value());
}

/// The entry or the Owner behind a decision, by its path.
std::string decided_by(const device& of, const lac::request& asked, const lac::decision& taken,
                       const lac::path& at) {
  using by = lac::determined_by;
  const std::string why = lac::sentence(taken.determined_by());
  const bool is_managed = at.object() == lac::objects::access_control;
  const auto target = governing_target(of, asked.op, at);
  const auto one = is_managed ? of.policy.find_id(at.object_instance()) : of.policy.find(target);
  if (!one || taken.determined_by() == by::nothing) return why;
  const std::string id = "/2/" + std::to_string(one.id().value());
  const auto entry = [&](lac::acl_instance_id of_whom, const std::string& name) {
    return id + "/2/" + std::to_string(of_whom.value()) + " (for " +
           text_of(path_of(one.target())) + "), the entry " + name + ": " +
           text_of(one.find(of_whom).rights()) + ". " + why;
  };
  switch (taken.determined_by()) {
    case by::own_entry:
      return entry(asked.who.server(), std::to_string(asked.who.server().value()));
    case by::default_entry:
      return entry(lac::default_short_server_id{}, "default");
    case by::owner:
    case by::no_entry:
    case by::any_account:
      return id + " (for " + text_of(path_of(one.target())) + "), owned by " +
             owner_text(one.owner()) + ". " + why;
    default:
      return why;
  }
}

/// What people take for the right to Create, and what is not (A10).
std::vector<std::string> create_hints(const device& of, const lac::request& asked,
                                      const lac::decision& taken) {
  std::vector<std::string> hints;
  if (asked.op != lac::operation::create || taken.step() != lac::step::access_right) return hints;
  const lac::object_id object = asked.target.object();
  const auto level = of.policy.find(lac::access_control_target{object});
  if (level && level.find(lac::default_short_server_id{}).rights().has(lac::right::create))
    hints.push_back("/2/" + std::to_string(level.id().value()) +
                    " has default: C, but Create reads the requester's own entry only (A10).");
  for (const lac::access_control_target& target : targets_of(of.policy)) {
    const auto one = of.policy.find(target);
    if (target.object() != object || target.is_object_level() ||
        !one.find(asked.who.server()).rights().has(lac::right::create))
      continue;
    hints.push_back(
        "/2/" + std::to_string(one.id().value()) + " has C for the requester, but governs " +
        text_of(path_of(target)) +
        ": Create is governed by an Object-level instance, which Bootstrap makes (A10).");
  }
  return hints;
}

/// The rights of everybody everywhere, by Server.
using all_rights = std::vector<std::vector<std::uint32_t>>;

all_rights rights_over(const policy& of, const std::vector<lac::short_server_id>& servers,
                       const std::vector<lac::access_control_target>& targets) {
  constexpr std::uint32_t manages = 0x20;
  all_rights rights;
  for (const lac::short_server_id server : servers) {
    auto& row = rights.emplace_back();
    for (const lac::access_control_target& target : targets) {
      const auto owner = of.find(target).owner();
      const bool owns = of.find(target) && owner.is(server) && of.has_account(server);
      const std::uint32_t raw = lac::obtain_access_right(of, server, target).rights.raw();
      row.push_back((raw & lac::full_rights.raw()) | (owns ? manages : 0));
    }
  }
  return rights;
}

/// Everything that can be governed in one device or another.
std::vector<lac::access_control_target> places_of(const space& over) {
  std::vector<lac::access_control_target> places;
  for (const lac::path& at : over.paths)
    if (at.object() != lac::objects::access_control && at.level() >= lac::level::object &&
        at.level() <= lac::level::object_instance)
      places.push_back(lac::access_control_target::of(at));
  return places;
}

rights_distance distance(const all_rights& before, const all_rights& after) {
  rights_distance found;
  for (std::size_t server = 0; server < before.size(); ++server) {
    std::size_t differing = 0;
    for (std::size_t k = 0; k < before[server].size(); ++k)
      differing += static_cast<std::size_t>(std::popcount(before[server][k] ^ after[server][k]));
    found.rights += differing;
    found.servers += differing != 0 ? 1U : 0U;
  }
  return found;
}

/// Tries single changes on a copy, and takes each back.
class trials {
 public:
  trials(const device& of, const wire_request& asked)
      : copy_{std::make_unique<device>(of)}, asked_{asked}, over_{space_of(of)} {
    const lac::short_server_id who = asked.request().who.server();
    if (who.is_valid() && !of.policy.has_account(who)) over_.servers.push_back(who);
    places_ = places_of(over_);
  }

  void run(const std::vector<edit>& edits, explanation& into) {
    const bool was_allowed = into.taken.allowed();
    const bool was_disabled = copy_->policy.is_disabled();
    const all_rights before = rights_over(copy_->policy, over_.servers, places_);
    for (const edit& each : edits) {
      if (!apply(each, copy_->policy)) continue;
      ++into.tried;
      if (decide_wire(*copy_, asked_).allowed() != was_allowed) {
        const auto d = distance(before, rights_over(copy_->policy, over_.servers, places_));
        into.turning.push_back({each, d.rights, d.servers});
      }
      (void)apply(each.inverse(), copy_->policy);
      if (was_disabled) (void)copy_->policy.disable();
    }
  }

 private:
  std::unique_ptr<device> copy_;
  const wire_request& asked_;
  space over_;
  std::vector<lac::access_control_target> places_;
};

}  // namespace

lac::decision decide_wire(const device& of, const wire_request& asked) {
  if (asked.values().empty()) return lac::authorize(of.policy, of.model, asked.request());
  const auto copy = std::make_unique<policy>(of.policy);
  return lac::administer(*copy, of.model, asked.request(), asked.values());
}

explanation explain_request(const device& of, const wire_request& asked) {
  const lac::request whole = asked.request();
  explanation found;
  found.taken = decide_wire(of, asked);
  found.decided_at = found.taken.first_bad_path();
  if (found.decided_at.is_none())
    found.decided_at =
        whole.target.is_none() && !whole.payload.empty() ? whole.payload[0] : whole.target;
  found.steps = steps_of(whole, found.taken);
  found.decided_by = decided_by(of, whole, found.taken, found.decided_at);
  found.hints = create_hints(of, whole, found.taken);
  const auto governing = governing_target(of, whole.op, found.decided_at);
  trials{of, asked}.run(every_edit(of.policy, whole.who.server(), governing), found);
  std::stable_sort(found.turning.begin(), found.turning.end(), [](const auto& a, const auto& b) {
    return std::tuple{a.rights, a.servers, a.change.kind} <
           std::tuple{b.rights, b.servers, b.change.kind};
  });
  return found;
}

rights_distance distance_of(const device& before, const device& after) {
  const space over = space_of(before, after);
  const auto places = places_of(over);
  return distance(rights_over(before.policy, over.servers, places),
                  rights_over(after.policy, over.servers, places));
}

}  // namespace program
