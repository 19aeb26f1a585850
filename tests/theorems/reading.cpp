// What is read, observed, notified and sent.

#include "theorems/check.hpp"

namespace theorems {
namespace {

struct observe_is_read : theorem {
  static constexpr outcome of(const auto& w, const lac::request& q, std::size_t) {
    if (q.op != operation::observe || q.who.is_bootstrap()) return outcome::not_met;
    const lac::request read = with_operation(q, operation::read);
    return holds_if(are_the_same(decide(w, q), decide(w, read)) &&
                    count_shown(w, q) == count_shown(w, read));
  }
};
THEOREM("an Observe is allowed exactly when a Read is, and shows as much", "[H1][B]",
        observe_is_read);

struct composite_reads_are_alike : theorem {
  static constexpr outcome of(const auto& w, const lac::request& q, std::size_t) {
    if (!is_composite_read(q) || q.op > operation::observe_composite) return outcome::not_met;
    const lac::request read = with_operation(q, operation::read_composite);
    return holds_if(decide(w, q).allowed() == decide(w, read).allowed() &&
                    decide(w, q).reason() == decide(w, read).reason() &&
                    count_shown(w, q) == count_shown(w, read));
  }
};
THEOREM("Send, Observe-Composite and its Notify let pass what a Read-Composite does",
        "[E1][E3][H2]", composite_reads_are_alike);

struct notify_is_a_read_now : theorem {
  static constexpr outcome of(const auto& w, const lac::request& q, std::size_t) {
    if (q.op != operation::notify || lists(q) || q.who.is_bootstrap()) return outcome::not_met;
    const lac::request read = with_operation(q, operation::read);
    const bool shown = q.target.level() != level::object || count_shown(w, read) > 0;
    const bool is_due = decide(w, read).allowed() && shown;
    const lac::verdict refused =
        w.policy.rules().refused_notify_cancels ? lac::verdict::cancel : lac::verdict::suppress;
    const lac::observation held{q.who.server(), q.target, q.payload};
    const bool active = lac::review(w.policy, w.objects, held) == lac::observation_state::active;
    return holds_if(decide(w, q).verdict() == (is_due ? lac::verdict::send : refused) &&
                    active == is_due && count_shown(w, q) == (is_due ? count_shown(w, read) : 0));
  }
};
THEOREM("a Notify is sent exactly when a Read would be allowed now and shows something",
        "[H2][H3][H4]", notify_is_a_read_now);

struct visible_is_what_single_reads_get : theorem {
  static constexpr bool agrees(const auto& w, const lac::request& q, const path& at) {
    return shows(w, q, at) == decide(w, about(q, q.op, at)).allowed();
  }
  static constexpr bool agrees_on_instances(const auto& w, const lac::request& q) {
    const lac::object_id id = q.target.object();
    if (id == lac::objects::access_control) {
      for (std::size_t k = 0; k < w.policy.access_control_count(); ++k)
        if (!agrees(w, q, path{id, w.policy.access_control_id(k)})) return false;
      return count_shown(w, q) <= w.policy.access_control_count();
    }
    const auto object = w.objects.find_object(id);
    for (std::size_t k = 0; k < object.instance_count(); ++k)
      if (!agrees(w, q, path{id, object.instance(k)})) return false;
    return count_shown(w, q) <= object.instance_count();
  }
  static constexpr bool agrees_on_resources(const auto& w, const lac::request& q) {
    const lac::object_id id = q.target.object();
    const lac::object_instance_id in = q.target.object_instance();
    if (id == lac::objects::access_control) {
      for (unsigned r = 0; r < 6; ++r)
        if (!agrees(w, q, path{id, in, lac::resource_id{r}})) return false;
      return count_shown(w, q) == 4;
    }
    const auto object = w.objects.find_object(id);
    for (std::size_t k = 0; k < object.definition_count(); ++k)
      if (!agrees(w, q, path{id, in, object.definition_at(k).id()})) return false;
    return count_shown(w, q) <= object.definition_count();
  }
  static constexpr outcome of(const auto& w, const lac::request& q, std::size_t) {
    const bool reads = q.op == operation::read || q.op == operation::observe;
    if (!reads || !decide(w, q).allowed()) return outcome::not_met;
    if (q.target.level() == level::object) return holds_if(agrees_on_instances(w, q));
    if (q.target.level() == level::object_instance) return holds_if(agrees_on_resources(w, q));
    return holds_if(agrees(w, q, q.target) && count_shown(w, q) == 1);
  }
};
THEOREM("what a Read shows is exactly what single Reads would be allowed", "[D1][D9][D10]",
        visible_is_what_single_reads_get);

struct a_read_below_is_a_read_above : theorem {
  static constexpr outcome of(const auto& w, const lac::request& q, std::size_t) {
    if (q.op != operation::read || q.target.level() <= level::object) return outcome::not_met;
    if (!decide(w, q).allowed()) return outcome::not_met;
    const path instance{q.target.object(), q.target.object_instance()};
    const path object{q.target.object()};
    return holds_if(decide(w, about(q, operation::read, instance)).allowed() &&
                    decide(w, about(q, operation::read, object)).allowed() &&
                    shows(w, about(q, operation::read, object), instance));
  }
};
THEOREM("what may be read below may be read from above", "[D1][D9]", a_read_below_is_a_read_above);

struct a_path_stays_when_it_can_be_read : theorem {
  static constexpr bool can_be_read(const auto& w, const lac::request& q, const path& at) {
    if (at.is_none()) return false;
    if (at.level() > level::object) return decide(w, about(q, operation::read, at)).allowed();
    if (at.level() == level::object) return count_shown(w, about(q, operation::read, at)) > 0;
    bool any = can_be_read(w, q, path{lac::objects::access_control});
    for (std::size_t k = 0; k < w.objects.object_count(); ++k)
      any = any || can_be_read(w, q, path{w.objects.object(k)});
    return any;
  }
  static constexpr outcome of(const auto& w, const lac::request& q, std::size_t) {
    if (!is_composite_read(q) || q.who.is_bootstrap() || !w.policy.rules().has_composites)
      return outcome::not_met;
    std::size_t stay = 0;
    for (const path& each : q.payload) {
      const bool stays = can_be_read(w, q, each);
      if (shows(w, q, each) != stays) return outcome::fails;
      stay += stays ? 1U : 0U;
    }
    return holds_if(count_shown(w, q) == stay && decide(w, q).allowed() == (stay > 0));
  }
};
THEOREM("a composite Read is the union of its parts: a path stays when it can be read alone",
        "[E1][E3][E4]", a_path_stays_when_it_can_be_read);

struct what_is_refused_shows_nothing : theorem {
  static constexpr bool was_asked(const lac::request& q, const path& shown) {
    return any_path(q, [&](const path& each) { return each.contains(shown); });
  }
  static constexpr outcome of(const auto& w, const lac::request& q, std::size_t) {
    const bool allowed = decide(w, q).allowed();
    for (const path& each : lac::visible(w.policy, w.objects, q))
      if (!allowed || !was_asked(q, each)) return outcome::fails;
    return allowed ? outcome::not_met : outcome::holds;
  }
};
THEOREM("what is refused shows nothing, and nothing is shown that was not asked for",
        "[C5][D1][D9][E1]", what_is_refused_shows_nothing);

struct more_paths_show_more : theorem {
  static constexpr outcome of(const auto& w, const lac::request& q, std::size_t) {
    if (!is_composite_read(q) || q.payload.empty()) return outcome::not_met;
    lac::request fewer = q;
    fewer.payload = {q.payload.data(), q.payload.size() - 1};
    for (const path& each : lac::visible(w.policy, w.objects, fewer))
      if (!shows(w, q, each)) return outcome::fails;
    return holds_if(decide(w, q).allowed() || !decide(w, fewer).allowed());
  }
};
THEOREM("a path more in a composite Read takes nothing away", "[E1][E3]", more_paths_show_more);

}  // namespace
}  // namespace theorems
