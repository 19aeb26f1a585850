#include "program/analysis/coverage.hpp"

#include "program/analysis/space.hpp"

#include <lwm2m/access/access_right.hpp>

namespace program {

namespace {

struct row_name {
  lac::determined_by row;
  const char* says;
};
constexpr row_name row_names[] = {
    {lac::determined_by::own_entry, "A3: an own entry"},
    {lac::determined_by::owner, "A4: the Access Control Owner"},
    {lac::determined_by::default_entry, "A5: the default entry"},
    {lac::determined_by::no_entry, "A6: no entry that applies"},
    {lac::determined_by::no_access_control, "A7: no Access Control Object Instance"},
};

struct step_name {
  lac::step step;
  const char* says;
};
constexpr step_name step_names[] = {
    {lac::step::restricted_object, "C1: a restricted Object"},
    {lac::step::account, "C2: a Server without an account"},
    {lac::step::existence, "C3: an instance that is not there"},
    {lac::step::access_right, "C5: a right that is missing"},
    {lac::step::resource, "C6: a Resource that is not there"},
    {lac::step::operation_support, "C7: a Resource that does not support it"},
    {lac::step::passed, "C: a request that passes every step"},
};

}  // namespace

coverage_of_cases::coverage_of_cases(const device& of) : rules_{of.policy.rules()} {
  for (std::size_t k = 0; k < of.policy.access_control_count(); ++k) {
    const auto one = of.policy.access_control_at(k);
    for (const lac::acl_entry& each : entries_of(one))
      entries_.push_back({one.id(), one.target(), each.id, false, each.rights, {}, false});
    const lac::acl_instance_id owner{one.owner().server()};
    const bool has_right = !one.owner().is_bootstrap() && rules_.owner_has_full_right;
    if (has_right && !one.find(owner))
      entries_.push_back({one.id(), one.target(), owner, true, lac::owner_rights, {}, false});
  }
}

void coverage_of_cases::note(const asked_request& asked) {
  const lac::request whole = asked.asked.request();
  const lac::decision taken = lac::authorize(asked.before.policy, asked.before.model, whole);
  ++requests_;
  rows_.insert(taken.determined_by());
  steps_.insert(taken.step());
  if (whole.who.is_bootstrap()) return;
  if (!whole.target.is_none()) note_path(asked.before, whole, whole.target);
  if (whole.target.is_none())
    for (const lac::path& each : whole.payload) note_path(asked.before, whole, each);
}

void coverage_of_cases::note_path(const device& on, const lac::request& asked,
                                  const lac::path& at) {
  const lac::access_rights needed = lac::facts_of(asked.op).needs;
  const bool creates = asked.op == lac::operation::create;
  if (needed == lac::access_rights{} || at.object() == lac::objects::access_control) return;
  if (at.level() < lac::level::object || (at.level() == lac::level::object && !creates)) return;
  const bool by_instance = rules_.creates_on_instance && at.level() > lac::level::object;
  const auto target = creates && !by_instance
                          ? lac::access_control_target{at.object()}
                          : lac::access_control_target{at.object(), at.object_instance()};
  const auto obtained = lac::obtain_access_right(on.policy, asked.who.server(), target);
  const lac::acl_instance_id own{asked.who.server()};
  rows_.insert(obtained.by);
  for (covered_entry& each : entries_) {
    const bool is_it =
        obtained.by == lac::determined_by::own_entry       ? each.entry == own && !each.is_owner
        : obtained.by == lac::determined_by::owner         ? each.entry == own && each.is_owner
        : obtained.by == lac::determined_by::default_entry ? each.entry.is_default()
                                                           : false;
    if (!(each.target == target) || !is_it) continue;
    each.has_decided = true;
    each.needed = lac::access_rights{
        static_cast<std::uint16_t>(each.needed.raw() | (needed & each.rights).raw())};
  }
}

std::vector<std::string> coverage_of_cases::rules_not_reached() const {
  std::vector<std::string> missing;
  for (const row_name& each : row_names) {
    const bool has_it = each.row != lac::determined_by::owner || rules_.owner_has_full_right;
    if (has_it && rows_.count(each.row) == 0) missing.emplace_back(each.says);
  }
  for (const step_name& each : step_names)
    if (steps_.count(each.step) == 0) missing.emplace_back(each.says);
  return missing;
}

}  // namespace program
