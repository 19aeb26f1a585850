// Where a right comes from: section A.

#include "theorems/check.hpp"

namespace theorems {
namespace {

constexpr bool asks_with_account(const auto& w, const lac::request& q) {
  return !q.who.is_bootstrap() && w.policy.has_account(q.who.server());
}

/// Several accounts, access control enabled, and the requester has one of them.
constexpr bool is_controlled(const auto& w, const lac::request& q) {
  return asks_with_account(w, q) && w.policy.account_count() > 1 && !w.policy.is_disabled();
}

struct default_deny : theorem {
  static constexpr outcome of(const auto& w, const lac::request& q, std::size_t) {
    if (!is_controlled(w, q)) return outcome::not_met;
    if (!lists(q) && !needs_a_right(q) && q.op != operation::notify) return outcome::not_met;
    if (q.op == operation::cancel_observation) return outcome::not_met;
    const auto bare = with(w, [](auto& policy) { erase_access_control(policy); });
    const bool may_be_empty = is_composite_read(q) || q.op == operation::notify;  // D9, E1, H3
    return holds_if(!decide(bare, q).allowed() || (may_be_empty && count_shown(bare, q) == 0));
  }
};
THEOREM("without an Access Control Object Instance nothing that needs a right is allowed",
        "[A6][A7][A10]", default_deny);

struct every_permission_has_its_ground : theorem {
  static constexpr bool is_grounded(const auto& w, const lac::request& q, lac::determined_by by) {
    const lac::short_server_id who = q.who.server();
    const auto governs = w.policy.find(governing(w, q));
    const lac::acl_right own = governs.find(who);
    const lac::acl_right other = governs.find(lac::default_short_server_id{});
    const lac::access_rights needed = rule::needed(q.op);
    const bool owns = governs && governs.owner().is(who);
    switch (by) {
      case lac::determined_by::single_account:
        return w.policy.account_count() == 1;
      case lac::determined_by::access_control_disabled:
        return w.policy.is_disabled() && rule::can_be_disabled(edition_of(w));
      case lac::determined_by::own_entry:
        return own && own.rights().has_all(needed);
      case lac::determined_by::owner:
        return owns && !own && rule::owner_has_full_right(edition_of(w));
      case lac::determined_by::default_entry:
        return !own && other && other.rights().has_all(needed);
      default:
        return false;
    }
  }
  static constexpr outcome of(const auto& w, const lac::request& q, std::size_t) {
    if (q.who.is_bootstrap() || concerns_object_2(q) || !needs_a_right(q)) return outcome::not_met;
    const lac::decision given = decide(w, q);
    if (!given.allowed()) return outcome::not_met;
    return holds_if(w.policy.has_account(q.who.server()) &&
                    is_grounded(w, q, given.determined_by()));
  }
};
THEOREM("what is allowed is granted by one account, disabled access control, an entry or an Owner",
        "[A2][A3][A4][A5][A8][A10]", every_permission_has_its_ground);

struct nobody_without_account : theorem {
  static constexpr outcome of(const auto& w, const lac::request& q, std::size_t) {
    if (q.who.is_bootstrap()) return outcome::not_met;
    const auto bare = with(w, [&](auto& policy) { (void)policy.erase_account(q.who.server()); });
    const lac::decision given = decide(bare, q);
    const bool own_act = q.op == operation::notify || q.op == operation::send;
    const bool too_short = given.reason() == reason::composite_path_too_short;
    const bool said = own_act || too_short || given.code() == lac::coap::unauthorized;
    return holds_if(!given.allowed() && said && count_shown(bare, q) == 0);
  }
};
THEOREM("a Server without an account gets nothing and sees nothing", "[A1][C2]",
        nobody_without_account);

/// The k-th instance: its own entry or default entry, with one right more.
struct rights_are_monotonic {
  static constexpr std::size_t choices(const auto& w) {
    return 10 * w.policy.access_control_count();
  }
  static constexpr outcome of(const auto& w, const lac::request& q, std::size_t choice) {
    if (!asks_with_account(w, q)) return outcome::not_met;
    const auto bit = static_cast<lac::right>(1 + choice % 5);
    const auto one = w.policy.access_control_at(choice / 10);
    const lac::acl_instance_id id = choice % 10 < 5
                                        ? lac::acl_instance_id{q.who.server()}
                                        : lac::acl_instance_id{lac::default_short_server_id{}};
    const lac::acl_right less = one.find(id);
    if (!less || less.rights().has(bit)) return outcome::not_met;
    bool fits = false;
    const auto more = with(w, [&](auto& policy) {
      fits = policy.set_entry(one.id(), {id, less.rights().with(bit)}) == lac::status::done;
    });
    if (!fits) return outcome::not_met;
    for (const path& each : lac::visible(w.policy, w.objects, q))
      if (!shows(more, q, each)) return outcome::fails;
    return holds_if(decide(more, q).allowed() || !decide(w, q).allowed());
  }
};
THEOREM("a right that is added takes nothing away, one that is removed adds nothing", "[A3][A5][B]",
        rights_are_monotonic);

struct own_entry_shadows {
  static constexpr std::size_t choices(const auto&) { return 9; }
  static constexpr outcome of(const auto& w, const lac::request& q, std::size_t choice) {
    if (concerns_object_2(q) || q.who.is_bootstrap()) return outcome::not_met;
    const lac::short_server_id who = q.who.server();
    const lac::access_control_owner owners[] = {who, server_65533, lac::bootstrap};
    const unsigned defaults[] = {0, 0, 31};
    bool any = false;
    const auto other = with(w, [&](auto& policy) {
      for_each_access_control(policy, [&](const auto& each) {
        if (!each.find(who) || each.target().is_object_level()) return;
        any = true;
        (void)policy.set_owner(each.id(), owners[choice / 3]);
        const lac::acl_entry entry{
            lac::default_short_server_id{},
            lac::access_rights{static_cast<std::uint16_t>(defaults[choice % 3])}};
        if (choice % 3 == 0)
          (void)policy.erase_entry(each.id(), entry.id);
        else
          (void)policy.set_entry(each.id(), entry);
      });
    });
    return any ? holds_if(are_the_same(decide(w, q), decide(other, q))) : outcome::not_met;
  }
};
THEOREM("an own entry, of whatever right, shadows the default entry and the ownership", "[A3]",
        own_entry_shadows);

struct owner_is_an_entry : theorem {
  static constexpr outcome of(const auto& w, const lac::request& q, std::size_t) {
    if (concerns_object_2(q) || q.who.is_bootstrap()) return outcome::not_met;
    const lac::short_server_id who = q.who.server();
    bool any = false, fits = true;
    const auto other = with(w, [&](auto& policy) {
      for_each_access_control(policy, [&](const auto& each) {
        if (!each.owner().is(who) || each.find(who)) return;
        any = true;
        (void)policy.set_owner(each.id(), lac::bootstrap);
        if (!rule::owner_has_full_right(edition_of(w))) return;
        const lac::access_rights all = lac::access_rights{1 | 2 | 4 | 8};
        fits = fits && policy.set_entry(each.id(), {who, all}) == lac::status::done;
      });
    });
    if (!any || !fits) return outcome::not_met;
    return holds_if(answer_the_same(decide(w, q), decide(other, q)));
  }
};
THEOREM("an Owner without an own entry has R W E D, in the draft what anybody has", "[A4][A5]",
        owner_is_an_entry);

struct default_is_an_entry : theorem {
  static constexpr outcome of(const auto& w, const lac::request& q, std::size_t) {
    if (concerns_object_2(q) || q.who.is_bootstrap()) return outcome::not_met;
    const lac::short_server_id who = q.who.server();
    bool any = false, fits = true;
    const auto other = with(w, [&](auto& policy) {
      for_each_access_control(policy, [&](const auto& each) {
        const lac::acl_right by_default = each.find(lac::default_short_server_id{});
        const bool owns = rule::owner_has_full_right(edition_of(w)) && each.owner().is(who);
        if (each.find(who) || !by_default || owns) return;
        any = true;
        const bool creates = each.target().is_object_level();
        const lac::access_rights right = creates ? lac::access_rights{} : by_default.rights();
        fits = fits && policy.set_entry(each.id(), {who, right}) == lac::status::done;
      });
    });
    if (!any || !fits) return outcome::not_met;
    return holds_if(answer_the_same(decide(w, q), decide(other, q)));
  }
};
THEOREM("a default entry is what an own entry of its value would be, but for Create", "[A5][A10]",
        default_is_an_entry);

struct create_asks_the_object_alone : theorem {
  static constexpr outcome of(const auto& w, const lac::request& q, std::size_t) {
    const bool of_the_object =
        q.target.level() == level::object || !rule::creates_on_instance(edition_of(w));
    if (q.op != operation::create || !of_the_object || concerns_object_2(q))
      return outcome::not_met;
    const auto bare = with(w, [&](auto& policy) {
      for (std::size_t k = 0; k < policy.access_control_count();) {
        const auto one = policy.access_control_at(k);
        if (one.target().is_object_level() && one.target().object() == q.target.object())
          ++k;
        else
          (void)policy.erase_id(one.id());
      }
      for_each_access_control(policy, [&](const auto& each) {
        erase_entries(policy, each.id(), [&](lac::acl_instance_id id) {
          return id != lac::acl_instance_id{q.who.server()};
        });
      });
    });
    if (bare.policy.access_control_count() == 0) return outcome::not_met;
    return holds_if(are_the_same(decide(w, q), decide(bare, q)));
  }
};
THEOREM("a Create asks the requester's own entry of the Object-level instance and nothing else",
        "[A10][D5]", create_asks_the_object_alone);

struct one_account_has_full_right : theorem {
  static constexpr outcome of(const auto& w, const lac::request& q, std::size_t) {
    if (!asks_with_account(w, q) || concerns_object_2(q)) return outcome::not_met;
    const auto alone = with(w, [&](auto& policy) {
      erase_accounts(policy, [&](lac::short_server_id each) { return each != q.who.server(); });
    });
    const auto bare = with(alone, [](auto& policy) { erase_access_control(policy); });
    const lac::decision given = decide(alone, q);
    return holds_if(are_the_same(given, decide(bare, q)) &&
                    given.reason() != reason::access_right_missing);
  }
};
THEOREM("the only account has the full right, whatever the Access Control Object Instances say",
        "[A2]", one_account_has_full_right);

struct disabled_is_full_right : theorem {
  static constexpr outcome of(const auto& w, const lac::request& q, std::size_t) {
    if (!asks_with_account(w, q) || !w.policy.is_disabled()) return outcome::not_met;
    const auto alone = with(w, [&](auto& policy) {
      erase_accounts(policy, [&](lac::short_server_id each) { return each != q.who.server(); });
    });
    return holds_if(answer_the_same(decide(w, q), decide(alone, q)));
  }
};
THEOREM("disabled access control gives every account what an only account has", "[A8]",
        disabled_is_full_right);

struct some_operations_ask_no_right : theorem {
  static constexpr outcome of(const auto& w, const lac::request& q, std::size_t) {
    if (q.op != operation::discover && q.op != operation::cancel_observation)
      return outcome::not_met;
    const auto bare = with(w, [](auto& policy) { take_all_rights(policy); });
    return holds_if(are_the_same(decide(w, q), decide(bare, q)) &&
                    count_shown(w, q) == count_shown(bare, q));
  }
};
THEOREM("Discover and Cancel Observation ask for no right", "[B]", some_operations_ask_no_right);

struct reserved_bits_mean_nothing : theorem {
  static constexpr outcome of(const auto& w, const lac::request& q, std::size_t) {
    if (rule::highest_access_right(edition_of(w)) < 65535) return outcome::not_met;
    const auto other = with(w, [](auto& policy) {
      change_rights(policy, [](lac::access_rights right) {
        return lac::access_rights{static_cast<std::uint16_t>(right.raw() ^ 0xFFE0)};
      });
    });
    return holds_if(are_the_same(decide(w, q), decide(other, q)));
  }
};
THEOREM("reserved bits of a stored right mean nothing", "[A11]", reserved_bits_mean_nothing);

struct bootstrap_asks_no_right : theorem {
  static constexpr outcome of(const auto& w, const lac::request& q, std::size_t) {
    if (!q.who.is_bootstrap()) return outcome::not_met;
    const auto bare = with(w, [](auto& policy) {
      take_all_rights(policy);
      erase_accounts(policy, [](lac::short_server_id) { return true; });
    });
    return holds_if(are_the_same(decide(w, q), decide(bare, q)));
  }
};
THEOREM("the Bootstrap interface asks for neither rights nor accounts", "[A9]",
        bootstrap_asks_no_right);

}  // namespace
}  // namespace theorems
