// One Server and the others; what a decision depends on, and what it does not.

#include "theorems/check.hpp"

namespace theorems {
namespace {

/// Whether it is asked about an entry as such (`/2/n/2/id`), which is there or not whoever asks.
constexpr bool names_an_entry(const lac::request& q) {
  return any_path(q, [](const path& each) {
    return each.object() == lac::objects::access_control &&
           each.level() == level::resource_instance;
  });
}

struct entries_of_others_do_not_matter {
  static constexpr std::size_t choices(const auto&) { return 3; }
  static constexpr outcome of(const auto& w, const lac::request& q, std::size_t choice) {
    if (names_an_entry(q)) return outcome::not_met;
    const lac::acl_instance_id own{q.who.server()};
    const auto is_of_another = [&](lac::acl_instance_id id) {
      return !id.is_default() && id != own;
    };
    const auto other = with(w, [&](auto& policy) {
      for_each_access_control(policy, [&](const auto& each) {
        if (choice == 0) erase_entries(policy, each.id(), is_of_another);
        const lac::access_rights right{static_cast<std::uint16_t>(choice == 1 ? 0
                                                                  : each.target().is_object_level()
                                                                      ? 16
                                                                      : 31)};
        const lac::short_server_id another = own == server_102 ? server_103 : server_102;
        if (choice > 0) (void)policy.set_entry(each.id(), {another, right});
      });
    });
    return holds_if(are_the_same(decide(w, q), decide(other, q)) &&
                    count_shown(w, q) == count_shown(other, q));
  }
};
THEOREM("what a Server may does not depend on the entry of another Server", "[A3][A5]",
        entries_of_others_do_not_matter);

struct accounts_of_others_do_not_matter {
  static constexpr std::size_t choices(const auto&) { return 2; }
  static constexpr outcome of(const auto& w, const lac::request& q, std::size_t choice) {
    const lac::short_server_id who = q.who.server(),
                               kept{w.policy.accounts().empty() ? lac::short_server_id{}
                                                                : w.policy.accounts()[0]};
    const auto other = with(w, [&](auto& policy) {
      if (choice == 0 && who != server_65533) (void)policy.add_account(server_65533);
      if (choice == 1)
        erase_accounts(policy,
                       [&](lac::short_server_id each) { return each != who && each != kept; });
    });
    const bool several = w.policy.account_count() > 1 && other.policy.account_count() > 1;
    const bool differ = w.policy.account_count() != other.policy.account_count();
    if (!several || !differ) return outcome::not_met;
    return holds_if(are_the_same(decide(w, q), decide(other, q)));
  }
};
THEOREM("nor on another account, as long as there are several", "[A1][A2]",
        accounts_of_others_do_not_matter);

/// Short Server IDs are names: exchanging two of them everywhere changes nothing else.
struct short_server_ids_are_names : theorem {
  static constexpr outcome of(const auto& w, const lac::request& q, std::size_t) {
    const lac::short_server_id a = q.who.server(), b = server_65533;
    if (!a.is_valid() || a == b || names_an_entry(q)) return outcome::not_met;
    if (w.policy.account_count() == w.policy.accounts().size() && !w.policy.has_account(a))
      return outcome::not_met;
    bool fits = true;
    const auto other = with(w, [&](auto& policy) {
      (void)policy.erase_account(a);
      (void)policy.add_account(b);
      for_each_access_control(policy, [&](const auto& each) {
        if (each.owner().is(a)) (void)policy.set_owner(each.id(), b);
        const lac::acl_right own = each.find(a);
        (void)policy.erase_entry(each.id(), a);
        (void)policy.erase_entry(each.id(), b);
        if (own) fits = fits && policy.set_entry(each.id(), {b, own.rights()}) == lac::status::done;
      });
    });
    if (!fits) return outcome::not_met;
    lac::request renamed = q;
    renamed.who = b;
    return holds_if(are_the_same(decide(w, q), decide(other, renamed)));
  }
};
THEOREM("a Short Server ID is a name: under another one a Server may the same", "[A1][A3][A4]",
        short_server_ids_are_names);

/// The policy as it is, its Access Control Object Instances told from the last to the first.
template <class Policy>
struct reversed {
  const Policy& policy;

  [[nodiscard]] constexpr const lac::edition& rules() const noexcept { return policy.rules(); }
  [[nodiscard]] constexpr bool is_disabled() const noexcept { return policy.is_disabled(); }
  [[nodiscard]] constexpr bool has_account(lac::short_server_id server) const noexcept {
    return policy.has_account(server);
  }
  [[nodiscard]] constexpr std::size_t account_count() const noexcept {
    return policy.account_count();
  }
  [[nodiscard]] constexpr auto find(lac::access_control_target target) const noexcept {
    return policy.find(target);
  }
  [[nodiscard]] constexpr auto find_id(lac::object_instance_id id) const noexcept {
    return policy.find_id(id);
  }
  [[nodiscard]] constexpr std::size_t access_control_count() const noexcept {
    return policy.access_control_count();
  }
  [[nodiscard]] constexpr lac::object_instance_id access_control_id(std::size_t k) const noexcept {
    return policy.access_control_id(access_control_count() - 1 - k);
  }
  [[nodiscard]] constexpr std::uint32_t generation() const noexcept { return policy.generation(); }
};

struct order_does_not_matter : theorem {
  template <class World>
  static constexpr outcome of(const World& w, const lac::request& q, std::size_t) {
    World other{{}, w.objects};
    other.policy = decltype(other.policy)::under(w.policy.rules());
    for (std::size_t k = w.policy.accounts().size(); k > 0; --k)
      (void)other.policy.add_account(w.policy.accounts()[k - 1]);
    for (std::size_t k = w.policy.access_control_count(); k > 0; --k) {
      const auto one = w.policy.access_control_at(k - 1);
      (void)other.policy.add({one.id(), one.target(), one.owner(), lac::acl_view{}});
      for (std::size_t i = one.entries().size(); i > 0; --i)
        (void)other.policy.set_entry(one.id(), one.entries()[i - 1]);
    }
    if (w.policy.is_disabled()) (void)other.policy.disable();
    const reversed<decltype(w.policy)> told{w.policy};
    return holds_if(other.policy == w.policy && are_the_same(decide(w, q), decide(other, q)) &&
                    are_the_same(decide(w, q), lac::authorize(told, w.objects, q)));
  }
};
THEOREM("the order of accounts, Access Control Object Instances and entries does not matter",
        "[A3][F9]", order_does_not_matter);

struct decisions_are_pure : theorem {
  static constexpr outcome of(const auto& w, const lac::request& q, std::size_t) {
    const lac::decision given = decide(w, q);
    lac::authorization checks{w.policy, w.objects, q.who, q.op, q.target};
    for (const path& each : q.payload) checks.add(each);
    const auto copy = w;
    return holds_if(given == decide(w, q) && given == checks.finish() && given == decide(copy, q));
  }
};
THEOREM("a decision is the same however often, path by path, and of a copy", "[A1][C5]",
        decisions_are_pure);

struct decisions_are_dated : theorem {
  static constexpr outcome of(const auto& w, const lac::request& q, std::size_t) {
    const lac::decision given = decide(w, q);
    auto changed = w;
    const bool known = w.policy.has_account(server_65533);
    const lac::status what = known ? changed.policy.erase_account(server_65533)
                                   : changed.policy.add_account(server_65533);
    if (what != lac::status::done) return outcome::not_met;
    return holds_if(given.generation() == w.policy.generation() && given.generation() != 0 &&
                    lac::still_valid(w.policy, given) && !lac::still_valid(changed.policy, given));
  }
};
THEOREM("a decision is valid until the policy is changed", "[F10][H2]", decisions_are_dated);

}  // namespace
}  // namespace theorems
