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
    if (!is_composite_read(q)) return outcome::not_met;
    const lac::request read = with_operation(q, operation::read_composite);
    const std::size_t left = count_shown(w, read);
    if (count_shown(w, q) != left) return outcome::fails;
    const bool is_own_act = q.op == operation::send || q.op == operation::notify;
    if (is_own_act) return holds_if(decide(w, q).allowed() == (left > 0));
    return holds_if(answer_the_same(decide(w, q), decide(w, read)));
  }
};
THEOREM("an Observe-Composite is a Read-Composite, and Send and Notify let pass what stays of one",
        "[E1][E3][H2]", composite_reads_are_alike);

struct notify_is_a_read_now : theorem {
  static constexpr outcome of(const auto& w, const lac::request& q, std::size_t) {
    if (q.op != operation::notify || lists(q) || q.who.is_bootstrap()) return outcome::not_met;
    const lac::request read = with_operation(q, operation::read);
    const bool tells_nothing = has_instances(w, q.target) && count_shown(w, read) == 0;
    const bool is_due = decide(w, read).allowed() && !tells_nothing;
    const lac::verdict given = decide(w, q).verdict();
    if (given == lac::verdict::gone || decide(w, read).code() == lac::coap::not_found)
      return holds_if(is_gone(w, q, read));
    const lac::verdict refused = rule::notify_ends_when_refused(edition_of(w))
                                     ? lac::verdict::cancel
                                     : lac::verdict::suppress;
    return holds_if(given == (is_due ? lac::verdict::send : refused) &&
                    (state(w, q) == lac::observation_state::active) == is_due &&
                    count_shown(w, q) == (is_due ? count_shown(w, read) : 0));
  }

 private:
  static constexpr lac::observation_state state(const auto& w, const lac::request& q) {
    return lac::review(w.policy, w.objects, lac::observation{q.who.server(), q.target, q.payload});
  }
  /// H5.
  static constexpr bool is_gone(const auto& w, const lac::request& q, const lac::request& read) {
    return decide(w, q).verdict() == lac::verdict::gone && !decide(w, q).allowed() &&
           decide(w, q).code() == lac::coap::not_found &&
           decide(w, read).code() == lac::coap::not_found && count_shown(w, q) == 0 &&
           state(w, q) == lac::observation_state::gone;
  }
};
THEOREM("a Notify is sent exactly when a Read is allowed now, unless nothing of many can be read",
        "[H2][H3][H4][H5]", notify_is_a_read_now);

struct visible_is_what_single_reads_get : theorem {
  /// K4: the Bootstrap interface reads nothing by itself that lies below an instance, and with it
  /// everything that supports Read.
  static constexpr bool can_be_read(const auto& w, const lac::request& q, const path& at) {
    if (!q.who.is_bootstrap() || at.level() < level::resource)
      return decide(w, about(q, q.op, at)).allowed();
    if (at.object() == lac::objects::access_control) return at.resource().value() <= 3;
    const auto defined = w.objects.find_object(at.object()).definition(at.resource());
    return defined && defined.supports(lac::access_type::of(lac::resource_operation::read));
  }
  static constexpr bool agrees(const auto& w, const lac::request& q, const path& at) {
    return shows(w, q, at) == can_be_read(w, q, at);
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
    if (!is_composite_read(q) || q.who.is_bootstrap() || !rule::has_composites(edition_of(w)))
      return outcome::not_met;
    std::size_t stay = 0;
    for (const path& each : q.payload) {
      const bool stays = can_be_read(w, q, each);
      if (shows(w, q, each) != stays) return outcome::fails;
      stay += stays ? 1U : 0U;
    }
    return holds_if(count_shown(w, q) == stay && (decide(w, q).allowed() || stay == 0));
  }
};
THEOREM("a composite Read is the union of its parts: a path stays when it can be read alone",
        "[E1][E3][E4]", a_path_stays_when_it_can_be_read);

/// E1: the instances involved, and whether one of them can be read.
struct a_composite_read_is_refused_without_R : theorem {
  struct found {
    bool names_a_path = false, involves = false, reads = false;
  };
  static constexpr void look(const auto& w, const lac::request& q, const path& instance,
                             found& all) {
    all.involves = true;
    all.reads = all.reads || decide(w, about(q, operation::read, instance)).allowed();
  }
  static constexpr void look_into(const auto& w, const lac::request& q, lac::object_id id,
                                  const path& at, found& all) {
    const auto meets = [&](const path& instance) {
      return at.contains(instance) || instance.contains(at);
    };
    if (id == lac::objects::access_control) {
      for (std::size_t k = 0; k < w.policy.access_control_count(); ++k)
        if (const path each{id, w.policy.access_control_id(k)}; meets(each)) look(w, q, each, all);
      return;
    }
    const auto object = w.objects.find_object(id);
    for (std::size_t k = 0; object && k < object.instance_count(); ++k)
      if (const path each{id, object.instance(k)}; meets(each)) look(w, q, each, all);
  }
  static constexpr bool is_restricted(lac::object_id id) {
    return id == lac::objects::security || id == lac::objects::oscore;
  }
  static constexpr outcome of(const auto& w, const lac::request& q, std::size_t) {
    const bool reads = q.op == operation::read_composite || q.op == operation::observe_composite;
    if (!reads || q.who.is_bootstrap() || !rule::has_composites(edition_of(w)) ||
        !w.policy.has_account(q.who.server()))
      return outcome::not_met;
    found all;
    for (const path& at : q.payload) {
      if (at.is_none()) continue;
      all.names_a_path = true;
      if (at.level() >= level::object && is_restricted(at.object())) all.involves = true;
      for (std::size_t k = 0; k < w.objects.object_count(); ++k)
        if (!is_restricted(w.objects.object(k))) look_into(w, q, w.objects.object(k), at, all);
      look_into(w, q, lac::objects::access_control, at, all);
    }
    if (!all.names_a_path) return holds_if(decide(w, q).code() == lac::coap::bad_request);
    return holds_if(decide(w, q).code() ==
                    (all.involves && !all.reads ? lac::coap::unauthorized : lac::coap::content));
  }
};
THEOREM("a composite Read is refused exactly when instances are involved and none has R",
        "[E1][E4]", a_composite_read_is_refused_without_R);

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

struct shows_is_what_readable_gives : theorem {
  static constexpr bool gives(const auto& w, const lac::request& q, const path& leaf) {
    for (const path& each : lac::readable(w.policy, w.objects, q))
      if (each == leaf) return true;
    return false;
  }
  /// Whether both say the same of each Resource of an instance.
  static constexpr bool agrees_in(const auto& w, const lac::request& q, lac::object_id object,
                                  lac::object_instance_id instance, std::size_t resources,
                                  const auto& resource_at) {
    for (std::size_t k = 0; k < resources; ++k) {
      const path leaf{object, instance, resource_at(k)};
      if (lac::shows(w.policy, w.objects, q, leaf) != gives(w, q, leaf)) return false;
    }
    return true;
  }
  static constexpr outcome of(const auto& w, const lac::request& q, std::size_t) {
    bool any = false;
    for (const path& each : lac::readable(w.policy, w.objects, q)) {
      any = true;
      if (!lac::shows(w.policy, w.objects, q, each)) return outcome::fails;
    }
    if (!any) return outcome::not_met;
    for (std::size_t n = 0; n < w.objects.object_count(); ++n) {
      const auto object = w.objects.find_object(w.objects.object(n));
      const auto id_at = [&](std::size_t k) { return object.definition_at(k).id(); };
      for (std::size_t i = 0; i < object.instance_count(); ++i)
        if (!agrees_in(w, q, w.objects.object(n), object.instance(i), object.definition_count(),
                       id_at))
          return outcome::fails;
    }
    const auto id_of_2 = [](std::size_t k) { return lac::resource_id{k}; };
    for (std::size_t n = 0; n < w.policy.access_control_count(); ++n)
      if (!agrees_in(w, q, lac::objects::access_control, w.policy.access_control_id(n), 5, id_of_2))
        return outcome::fails;
    return outcome::holds;
  }
};
THEOREM("a leaf is shown exactly when it is one of what may be read", "[D1][D9][E1][E3]",
        shows_is_what_readable_gives);

struct more_paths_show_more : theorem {
  static constexpr outcome of(const auto& w, const lac::request& q, std::size_t) {
    if (!is_composite_read(q) || q.payload.empty()) return outcome::not_met;
    lac::request fewer = q;
    fewer.payload = {q.payload.data(), q.payload.size() - 1};
    for (const path& each : lac::visible(w.policy, w.objects, fewer))
      if (!shows(w, q, each)) return outcome::fails;
    return holds_if(decide(w, q).allowed() || count_shown(w, fewer) == 0);
  }
};
THEOREM("a path more in a composite Read takes nothing away", "[E1][E3]", more_paths_show_more);

}  // namespace
}  // namespace theorems
