#pragma once

// What a theorem is, and the words to write one with. A theorem says something of one trial: a
// world, a request asked of it, and a choice of what is to be varied. It is written once and
// checked three times: while compiling, over the whole small world, and over large random worlds.
//
//     struct some_theorem {
//       static constexpr std::size_t choices(const auto& world);        // how many there are
//       static constexpr outcome of(const auto& world, const lac::request& q, std::size_t choice);
//     };

#include <lwm2m/access.hpp>
#include <lwm2m/access/affected.hpp>
#include <lwm2m/access/readable.hpp>
#include <lwm2m/access/visible.hpp>

#include <cstddef>
#include <cstdint>

#include "theorems/rules.hpp"

namespace theorems {

namespace lac = lwm2m::access;
using namespace lac::literals;

// Named, for clang 14 does not link a literal that stands in a template.
inline constexpr lac::short_server_id server_102 = 102_server, server_103 = 103_server,
                                      server_65533 = 65533_server;
inline constexpr lac::path object_5 = "/5"_path, resource_5_1_3 = "/5/1/3"_path,
                           device_instance = "/3/0"_path;
using lac::level;
using lac::operation;
using lac::path;
using lac::reason;

/// What a trial says of a theorem: nothing, where it does not meet what the theorem presupposes.
enum class outcome { not_met, holds, fails };

constexpr outcome holds_if(bool claim) { return claim ? outcome::holds : outcome::fails; }

/// A theorem without choices.
struct theorem {
  static constexpr std::size_t choices(const auto&) { return 1; }
};

template <class Policy, class Objects>
struct world {
  Policy policy{};
  Objects objects{};
};

/// Some paths of one's own, for another request than the one that was asked.
class path_list {
 public:
  constexpr void add(const path& each) { all_[size_++] = each; }
  [[nodiscard]] constexpr const path* data() const { return all_; }
  [[nodiscard]] constexpr std::size_t size() const { return size_; }

 private:
  path all_[16]{};
  std::size_t size_ = 0;
};

// ------------------------------------------------------------------ what is answered

constexpr lac::decision decide(const auto& w, const lac::request& q) {
  return lac::authorize(w.policy, w.objects, q);
}

/// The same in every respect but the generation of the policy.
constexpr bool are_the_same(const lac::decision& a, const lac::decision& b) {
  return a.at_generation(0) == b.at_generation(0);
}

/// The same but for where the right came from.
constexpr bool answer_the_same(const lac::decision& a, const lac::decision& b) {
  return a.verdict() == b.verdict() && a.code() == b.code() && a.reason() == b.reason() &&
         a.first_bad_path() == b.first_bad_path();
}

constexpr lac::request with_operation(lac::request q, operation op) {
  q.op = op;
  return q;
}
constexpr lac::request about(const lac::request& q, operation op, const path& target) {
  return {q.who, op, target, {}};
}
constexpr lac::request listing(const lac::request& q, operation op, lac::view<path> listed) {
  return {q.who, op, path{}, listed};
}

/// Whether this path stays visible of `asked`.
constexpr bool shows(const auto& w, const lac::request& asked, const path& wanted) {
  for (const path& each : lac::visible(w.policy, w.objects, asked))
    if (each == wanted) return true;
  return false;
}
constexpr std::size_t count_shown(const auto& w, const lac::request& asked) {
  std::size_t count = 0;
  for (const path& each : lac::visible(w.policy, w.objects, asked))
    count += each.is_none() ? 0U : 1U;
  return count;
}

// ------------------------------------------------------------------ what is asked

constexpr bool any_path(const lac::request& q, const auto& holds) {
  for (const path& each : q.payload)
    if (holds(each)) return true;
  return holds(q.target);
}

/// The edition that a world is under.
constexpr lac::edition_name edition_of(const auto& w) { return w.policy.rules().name; }

/// A list of paths instead of a Uri-Path.
constexpr bool lists(const lac::request& q) {
  const bool observed = q.op == operation::notify || q.op == operation::cancel_observation;
  return rule::lists_paths(q.op) || (observed && q.target.is_none());
}
/// What is read of a list; that of a Cancel Observation is not looked at.
constexpr bool is_composite_read(const lac::request& q) {
  return lists(q) && q.op != operation::write_composite && q.op != operation::cancel_observation;
}
constexpr bool is_plain_write(const lac::request& q) {
  return q.op == operation::write || q.op == operation::update;
}

/// Object 2, of which section F says what section A says of all others.
constexpr bool concerns_object_2(const lac::request& q) {
  return any_path(q, [](const path& each) {
    return each.object() == lac::objects::access_control || each.level() == level::root;
  });
}

/// One path, below an Object or that of a Create: what section A is asked of.
constexpr bool needs_a_right(const lac::request& q) {
  return !lists(q) && rule::bits_needed(q.op) != 0 &&
         (q.target.level() > level::object || q.op == operation::create);
}

/// Whether an Object has instances.
constexpr bool has_instances(const auto& w, const path& at) {
  if (at.level() != level::object) return false;
  if (at.object() == lac::objects::access_control) return w.policy.access_control_count() > 0;
  const auto object = w.objects.find_object(at.object());
  return object && object.instance_count() > 0;
}

/// What governs the path of such a request (A10, D5).
constexpr lac::access_control_target governing(const auto& w, const lac::request& q) {
  const bool by_instance = q.op != operation::create || rule::creates_on_instance(edition_of(w));
  return by_instance ? lac::access_control_target::of(q.target)
                     : lac::access_control_target{q.target.object()};
}

// ------------------------------------------------------------------ other worlds

/// A world in which `edit` has changed the policy.
template <class World>
constexpr World with(World w, const auto& edit) {
  edit(w.policy);
  return w;
}

/// Calls `act` with each Access Control Object Instance; `act` may change it but not erase it.
constexpr void for_each_access_control(auto& policy, const auto& act) {
  for (std::size_t k = 0; k < policy.access_control_count(); ++k) act(policy.access_control_at(k));
}

constexpr void erase_access_control(auto& policy) {
  while (policy.access_control_count() > 0) (void)policy.erase_id(policy.access_control_id(0));
}

/// Takes the entries away of which `is_meant` holds.
constexpr void erase_entries(auto& policy, lac::object_instance_id id, const auto& is_meant) {
  for (std::size_t k = 0; k < policy.find_id(id).entries().size();) {
    const lac::acl_instance_id entry = policy.find_id(id).entries()[k].id;
    if (is_meant(entry))
      (void)policy.erase_entry(id, entry);
    else
      ++k;
  }
}

/// Gives every entry the right that `change` makes of its right.
constexpr void change_rights(auto& policy, const auto& change) {
  for (std::size_t k = 0; k < policy.access_control_count(); ++k)
    for (std::size_t i = 0; i < policy.access_control_at(k).entries().size(); ++i) {
      const lac::acl_entry entry = policy.access_control_at(k).entries()[i];
      (void)policy.set_entry(policy.access_control_id(k), {entry.id, change(entry.rights)});
    }
}

/// No entry and no ownership grants anything; entries and instances stay where they are.
constexpr void take_all_rights(auto& policy) {
  change_rights(policy, [](lac::access_rights) { return lac::access_rights{}; });
  for_each_access_control(
      policy, [&](const auto& each) { (void)policy.set_owner(each.id(), lac::bootstrap); });
}

/// The same world under another edition, as far as it holds it: rights without reserved bits.
template <class World>
constexpr World under(const World& w, const lac::edition& rules) {
  World made{decltype(w.policy)::under(rules), w.objects};
  for (const lac::short_server_id each : w.policy.accounts()) (void)made.policy.add_account(each);
  for_each_access_control(w.policy, [&](const auto& each) {
    (void)made.policy.add({each.id(), each.target(), each.owner(), lac::acl_view{}});
    for (const lac::acl_entry entry : each.entries()) {
      const auto raw = static_cast<std::uint16_t>(entry.rights.raw() & 31);
      (void)made.policy.set_entry(each.id(), {entry.id, lac::access_rights{raw}});
    }
  });
  if (w.policy.is_disabled()) (void)made.policy.disable();
  return made;
}

constexpr void erase_accounts(auto& policy, const auto& is_meant) {
  for (std::size_t k = 0; k < policy.accounts().size();) {
    const lac::short_server_id server = policy.accounts()[k];
    if (is_meant(server))
      (void)policy.erase_account(server);
    else
      ++k;
  }
}

}  // namespace theorems
