// What is written, created and managed.

#include "theorems/administered.hpp"
#include "theorems/check.hpp"

namespace theorems {
namespace {

struct partial_update_is_a_write : theorem {
  static constexpr outcome of(const auto& w, const lac::request& q, std::size_t) {
    if (q.op != operation::update || q.who.is_bootstrap()) return outcome::not_met;  // K1
    return holds_if(are_the_same(decide(w, q), decide(w, with_operation(q, operation::write))));
  }
};
THEOREM("replace and partial update ask for the same", "[B]", partial_update_is_a_write);

struct composite_write_is_a_conjunction : theorem {
  static constexpr outcome of(const auto& w, const lac::request& q, std::size_t) {
    if (q.op != operation::write_composite || !q.target.is_none()) return outcome::not_met;
    const lac::decision whole = decide(w, q);
    if (q.payload.empty()) return holds_if(!whole.allowed());
    bool all = true, found = false;
    for (const path& each : q.payload) {
      const lac::request part = listing(q, q.op, {&each, 1});
      all = all && decide(w, part).allowed();
      found = found || decide(w, part).reason() == whole.reason();
    }
    return holds_if(whole.allowed() == all && found);
  }
};
THEOREM("a Write-Composite is the conjunction of its parts, and refused for what one of them is",
        "[E2][E5]", composite_write_is_a_conjunction);

struct composite_write_is_each_write : theorem {
  static constexpr outcome of(const auto& w, const lac::request& q, std::size_t) {
    if (q.op != operation::write_composite || q.payload.size() != 1 || !q.target.is_none() ||
        q.who.is_bootstrap() || !rule::has_composites(edition_of(w)))
      return outcome::not_met;
    const path& at = q.payload[0];
    if (at.level() < level::resource) return holds_if(!decide(w, q).allowed());
    return holds_if(decide(w, q).allowed() == decide(w, about(q, operation::update, at)).allowed());
  }
};
THEOREM("one path of a Write-Composite is written as it would be alone", "[E2][E4][E5]",
        composite_write_is_each_write);

struct write_of_an_instance_is_a_conjunction : theorem {
  static constexpr outcome of(const auto& w, const lac::request& q, std::size_t) {
    if (!is_plain_write(q) || q.target.level() != level::object_instance || q.who.is_bootstrap())
      return outcome::not_met;
    bool all = decide(w, about(q, q.op, q.target)).allowed();
    for (const path& each : q.payload) {
      const path resource{each.object(), each.object_instance(), each.resource()};
      const bool is_whole = each.level() == level::object_instance;
      const lac::decision part = decide(w, about(q, q.op, is_whole ? each : resource));
      const bool is_ignored = part.reason() == reason::resource_not_found;
      all = all && q.target.contains(each) && (part.allowed() || is_ignored);
    }
    return holds_if(decide(w, q).allowed() == all);
  }
};
THEOREM("a Write of an instance is the conjunction of the Writes that it conveys", "[C9][D2]",
        write_of_an_instance_is_a_conjunction);

struct more_content_allows_less : theorem {
  static constexpr outcome of(const auto& w, const lac::request& q, std::size_t) {
    const bool writes = is_plain_write(q) || q.op == operation::write_composite;
    if (!writes || q.payload.size() < 2) return outcome::not_met;
    lac::request fewer = q;
    fewer.payload = {q.payload.data(), q.payload.size() - 1};
    return holds_if(decide(w, fewer).allowed() || !decide(w, q).allowed());
  }
};
THEOREM("a path more in a Write allows nothing that was refused", "[C9][D2][E2]",
        more_content_allows_less);

struct order_of_content_does_not_matter : theorem {
  static constexpr outcome of(const auto& w, const lac::request& q, std::size_t) {
    if (q.payload.size() < 2) return outcome::not_met;
    path_list reversed;
    for (std::size_t k = q.payload.size(); k > 0; --k) reversed.add(q.payload[k - 1]);
    lac::request other = q;
    other.payload = reversed;
    const lac::decision a = decide(w, q), b = decide(w, other);
    const bool in_order = q.op == operation::write_composite || concerns_object_2(q);  // E5
    return holds_if(a.verdict() == b.verdict() && (in_order || a.code() == b.code()) &&
                    count_shown(w, q) == count_shown(w, other));
  }
};
THEOREM("the order of what a payload names does not matter", "[C9][D2][D6][E1][E2]",
        order_of_content_does_not_matter);

// ------------------------------------------------------------------ Object 2

struct with_values {
  static constexpr std::size_t choices(const auto&) { return 7; }
};

struct only_the_owner_changes : with_values {
  static constexpr bool is_owned(const auto& w, const auto& of, const lac::request& q) {
    return q.who.is_bootstrap() || w.policy.find_id(of.id()).owner().is(q.who.server());
  }
  static constexpr outcome of(const auto& w, const lac::request& q, std::size_t choice) {
    if (!is_write(q) && q.op != operation::delete_) return outcome::not_met;
    auto after = w;
    if (!change(after, q, choice).allowed()) return outcome::not_met;
    const bool takes_target =
        q.op == operation::delete_ && q.target.object() != lac::objects::access_control;  // G2
    bool all = true, any = false;
    for_each_access_control(w.policy, [&](const auto& each) {
      if (after.policy.find_id(each.id()) == each) return;
      any = true;
      const bool is_target = each.target() == lac::access_control_target::of(q.target);
      all = all && ((takes_target && is_target) || is_owned(w, each, q));
    });
    all = all && after.policy.access_control_count() <= w.policy.access_control_count();
    return any ? holds_if(all) : outcome::not_met;
  }
};
THEOREM("only the Owner changes an Access Control Object Instance, and the Bootstrap interface",
        "[F1][F2][G2]", only_the_owner_changes);

struct a_refusal_changes_nothing : with_values {
  static constexpr outcome of(const auto& w, const lac::request& q, std::size_t choice) {
    auto after = w;
    if (change(after, q, choice).allowed()) return outcome::not_met;
    return holds_if(after.policy == w.policy && after.policy.generation() == w.policy.generation());
  }
};
THEOREM("what is refused changes nothing", "[F10]", a_refusal_changes_nothing);

struct a_dropped_request_changes_nothing : with_values {
  static constexpr outcome of(const auto& w, const lac::request& q, std::size_t choice) {
    auto after = w;
    const values conveyed = values_of(q, choice);
    const bool allowed = lac::begin(after.policy, after.objects, q, conveyed).allowed();
    if (!allowed) return outcome::not_met;
    return holds_if(after.policy == w.policy && after.policy.generation() == w.policy.generation());
  }
};
THEOREM("what is allowed and dropped changes nothing", "[F10]", a_dropped_request_changes_nothing);

struct only_what_is_named_changes : with_values {
  static constexpr outcome of(const auto& w, const lac::request& q, std::size_t choice) {
    auto after = w;
    if (!is_write(q) || !change(after, q, choice).allowed()) return outcome::not_met;
    const values named = values_of(q, choice);
    bool all = after.policy.access_control_count() == w.policy.access_control_count();
    for_each_access_control(w.policy, [&](const auto& each) {
      const path managed{lac::objects::access_control, each.id()};
      bool is_named = managed.contains(q.target);
      for (std::size_t k = 0; k < named.size(); ++k)
        is_named = is_named || managed.contains(named.all[k].at);
      all = all && (is_named || after.policy.find_id(each.id()) == each);
    });
    return holds_if(all);
  }
};
THEOREM("a Write changes the Access Control Object Instances that it names and no other",
        "[F1][F8]", only_what_is_named_changes);

struct administration_grants_no_more : with_values {
  static constexpr outcome of(const auto& w, const lac::request& q, std::size_t choice) {
    auto after = w;
    if (!is_plain_write(q) || !change(after, q, choice).allowed()) return outcome::not_met;
    return holds_if(decide(w, about(q, q.op, q.target)).allowed());
  }
};
THEOREM("a Write with values is allowed only where the Write without them is", "[F1][F4][F6]",
        administration_grants_no_more);

}  // namespace
}  // namespace theorems
