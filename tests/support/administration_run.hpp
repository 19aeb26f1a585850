#pragma once

// Commands carried out on the engine and on the model: after each the same answer, the same changes
// told, the same state, the same decisions; after a refused one not a byte that is another.

#include <rapidcheck.h>

#include <lwm2m/access/authorize.hpp>
#include <lwm2m/access/begin.hpp>
#include <lwm2m/access/bootstrap_session.hpp>
#include <lwm2m/access/readable.hpp>
#include <lwm2m/access/transaction.hpp>

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "support/administration_commands.hpp"

namespace administration {

struct figures {
  std::size_t commands = 0, allowed = 0, refused = 0, taken_back = 0, decisions = 0;
  std::map<reason, std::size_t> reasons{};
};

/// What is asked after each command: everything that one can ask here, a few of them at a time.
inline std::vector<question> questions() {
  std::vector<question> all;
  const path asked[] = {at(1, 0),    at(3, 0), at(3, 0, 13),   at(5),
                        at(5, 0),    at(5, 1), at(5, 1, 3, 0), at(5, 2),
                        at(5, 3, 0), at(2),    at(2, 0),       at(2, 1, 3),
                        at(2, 2, 2), at(2, 3), at(2, 0, 2, 0), at(2, 1, 2, 101)};
  for (const operation what : {op::read, op::update, op::execute, op::delete_, op::create,
                               op::notify, op::discover, op::write_attributes})
    for (const path& uri : asked)
      for (const unsigned who : {101U, 102U, 103U, 104U, by_bootstrap})
        all.push_back({who == by_bootstrap, who, what, uri, {}});
  for (const unsigned who : {101U, 102U, 103U})
    for (const path& each : asked) {
      all.push_back({false, who, op::read_composite, {}, {each, at(0)}});
      all.push_back({false, who, op::write_composite, {}, {at(2, 0, 3), each}});
    }
  return all;
}

template <class Policy>
class run {
 public:
  run(edition_name edition, const capacity& room, figures& count)
      : room_{room},
        count_{count},
        committed_{home(edition)},
        policy_{policy_of<Policy>(committed_)} {
    committed_.room = room;
  }
  run(const run&) = delete;
  run& operator=(const run&) = delete;

  void step(const command& each) {
    ++count_.commands;
    const std::uint32_t generation = policy().generation();
    const std::string state = words(expected());
    perform(each);
    keep_small();
    agrees();
    if (words(expected()) != state && each.what != event::drop)
      RC_ASSERT(policy().generation() != generation);
    for (int k = 0; k < 12; ++k) decides(next_question());
  }

 private:
  /// What is changed by whoever is no Server: what a session or a transaction stages, when one is
  /// open. A Server changes what is there.
  [[nodiscard]] bool is_editing() const { return transaction_ || session_; }
  Policy& policy() {
    if (session_) return session_->edit();
    return transaction_ ? transaction_->edit() : policy_;
  }
  world& expected() { return is_editing() ? edited_ : committed_; }
  [[nodiscard]] bool is_of_server(const question& q) const { return session_ && !q.bootstrap; }
  Policy& policy_for(const question& q) { return is_of_server(q) ? policy_ : policy(); }
  world& expected_for(const question& q) { return is_of_server(q) ? committed_ : expected(); }

  void perform(const command& each) {
    switch (each.what) {
      case event::request:
        return request(each);
      case event::instance_deleted:
        return instance_deleted(each.governed);
      case event::account_added:
        return account_added(each.server);
      case event::account_removed:
        return account_removed(each.server);
      case event::begin_transaction:
        return begin(false);
      case event::begin_bootstrap:
        return begin(true);
      case event::made_by_bootstrap:
        return made_by_bootstrap(each.governed, each.made);
      case event::switched_off:
        return switched_off();
      case event::finish:
        return finish();
      case event::drop:
        return drop();
    }
  }

  auto note(changes& told) {
    return [&told](const lac::access_control_change& each) {
      RC_ASSERT(told.insert(told_change(each)).second);
    };
  }

  /// As the Owner of the instance that is written, when there is one.
  question asked(const command& each) {
    question q = each.asked;
    const path& first = q.uri.is_none() && !each.conveyed.empty() ? each.conveyed[0].at : q.uri;
    const access_control* of = reference::acl_at(expected(), instance_of(first));
    if (!each.as_owner || object_of(first) != 2 || of == nullptr) return q;
    q.bootstrap = of->owner == 65535;
    q.server = of->owner;
    return q;
  }

  /// A request that is begun, performed and committed, whatever happens meanwhile. What is refused
  /// leaves everything as it was.
  void request(const command& each) {
    const question q = asked(each);
    const bytes_of before{policy_for(q)};
    const auto objects = stack::objects_from(expected_for(q));
    const pending wanted = administration::begin(expected_for(q), q, each.conveyed);
    const lac::request request = stack::request_from(q);
    auto given = begun(q, objects, request, each.conveyed);
    note(given.decision());
    agrees(wanted.decided, given.decision(), q);
    RC_ASSERT(before.are_still_those_of(policy_for(q)));
    if (!given.allowed()) return;
    if (q.op == op::create)
      RC_ASSERT(given.instance() ==
                reference::instance_path(wanted.made.first, wanted.made.second));
    perform_and_commit(each, wanted, given);
  }

  auto begun(const question& q, const stack::objects& objects, const lac::request& asked,
             const values& conveyed) {
    if (session_ && q.bootstrap) return session_->begin(objects, asked, conveyed);
    return lac::begin(policy_for(q), objects, asked, conveyed);
  }

  void perform_and_commit(const command& each, const pending& wanted, auto& given) {
    const question& q = wanted.asked;
    administration::perform(expected_for(q), q, each.conveyed);
    for (const command& other : each.meanwhile) perform(other);
    changes told;
    const outcome done = administration::commit(wanted, expected_for(q));
    const bytes_of now{policy_for(q)};
    const auto committed = given.commit(note(told));
    RC_ASSERT(static_cast<bool>(committed) == done.decided.is_good());
    RC_ASSERT(words(told) == words(done.told));
    if (committed) return;
    ++count_.taken_back;
    RC_ASSERT(now.are_still_those_of(policy_for(q)));
    if (each.meanwhile.empty()) RC_FAIL("a commit of what has not changed is refused");
    if (q.op == op::create) forget_instance(expected_for(q), wanted.made.first, wanted.made.second);
  }

  void note(const lac::decision& given) {
    ++(given.allowed() ? count_.allowed : count_.refused);
    ++count_.reasons[given.reason()];
  }

  void agrees(const reference::answer& wanted, const lac::decision& given, const question& q) {
    if (!stack::is_as(wanted, given))
      RC_FAIL(reference::words(expected_for(q), q) + "\n" + reference::words(wanted) + "\n" +
              reference::words(given));
  }

  void instance_deleted(const target& gone) {
    changes told;
    const changes wanted = administration::instance_deleted(expected(), gone);
    RC_ASSERT(lac::instance_deleted(policy(), stack::target_of(gone), note(told)) == status::done);
    RC_ASSERT(words(told) == words(wanted));
  }

  void account_added(unsigned server) {
    const bytes_of before{policy()};
    const status wanted = administration::account_added(expected(), server);
    RC_ASSERT(lac::account_added(policy(), lac::short_server_id{server}) == wanted);
    RC_ASSERT(wanted == status::done || before.are_still_those_of(policy()));
  }

  void account_removed(unsigned server) {
    changes told;
    std::set<target> deleted;
    const bytes_of before{policy()};
    const removal wanted = administration::account_removed(expected(), server);
    const auto gone = [&](const path& each) {
      RC_ASSERT(deleted.insert({object_of(each), instance_of(each)}).second);
    };
    const status given =
        lac::account_removed(policy(), lac::short_server_id{server}, gone, note(told));
    RC_ASSERT(given == wanted.what);
    RC_ASSERT(words(told) == words(wanted.told));
    RC_ASSERT(deleted == wanted.deleted);
    RC_ASSERT(given == status::done || before.are_still_those_of(policy()));
    if (given == status::done) leaves_no_trace(server);
    for (const target& each : deleted) instance_deleted(each);
  }

  void leaves_no_trace(unsigned server) {
    const lac::short_server_id removed{server};
    RC_ASSERT(!policy().has_account(removed));
    for (std::size_t k = 0; k < policy().access_control_count(); ++k) {
      RC_ASSERT(!policy().access_control_at(k).owner().is(removed));
      RC_ASSERT(!policy().access_control_at(k).find(removed));
    }
  }

  void begin(bool of_bootstrap) {
    if (is_editing()) return;
    if (of_bootstrap)
      session_.emplace(policy_, staged_);
    else
      transaction_.emplace(policy_, staged_);
    edited_ = of_bootstrap ? begin_session(committed_) : committed_;
  }

  void made_by_bootstrap(const target& governed, const access_control& made) {
    if (!session_) return;
    lac::access_control<lac::acl<4>> added{lac::object_instance_id{made.n},
                                           stack::target_of(governed),
                                           stack::owner_of(made.owner),
                                           {}};
    bool fits =
        made.n < 65535 && reference::acl_at(edited_, made.n) == nullptr &&
        can_be_governed(governed) && !edited_.acls.contains(governed) && made.owner != 0 &&
        (!is_object_level(governed) || made.owner == 65535) &&
        edited_.acls.size() < room_.instances &&
        reference::room_taken(edited_.acls) + reference::room_of(made) <= reference::room_in(room_);
    for (const auto& [who, right] : made.entries) {
      fits = fits && right <= reference::highest_right(edited_) &&
             (!is_object_level(governed) || (right & ~reference::C) == 0);
      const lac::access_rights rights{static_cast<std::uint16_t>(right)};
      RC_ASSERT(added.acl.add(stack::entry_id(who), rights) == status::done);
    }
    const bytes_of before{policy()};
    RC_ASSERT((policy().add(added) == status::done) == fits);
    if (!fits) RC_ASSERT(before.are_still_those_of(policy()));
    if (!fits) return;
    edited_.acls[governed] = made;
    edited_.disabled = false;
  }

  void switched_off() {
    if (!session_) return;
    const bool can_be = edited_.edition == edition_name::v1_2 && edited_.acls.empty();
    RC_ASSERT((policy().disable() == status::done) == can_be);
    edited_.disabled = edited_.disabled || can_be;
  }

  void finish() {
    if (session_) return finish_bootstrap();
    if (!transaction_) return;
    transaction_->commit();
    transaction_.reset();
    committed_ = edited_;
  }

  void finish_bootstrap() {
    fault_list found;
    const auto objects = stack::objects_from(edited_);
    const fault_list wanted = finish_session(committed_, edited_);
    const coap code = session_->finish(objects, [&](const lac::fault& each) {
      RC_ASSERT(found.insert({each.kind, each.id.value()}).second);
    });
    RC_ASSERT(found == wanted);
    RC_ASSERT(code == (wanted.empty() ? coap::changed : coap::not_acceptable));
    if (wanted.empty()) session_.reset();
  }

  void drop() {
    if (session_) drop_session(committed_);
    session_.reset();
    transaction_.reset();
  }

  /// An Object of the stack has room for four instances; the Client deletes the fourth.
  void keep_small() {
    for (const unsigned o : {0U, 1U, 5U}) {
      const std::set<unsigned> all = expected().objects[o].instances;
      if (all.size() > 3) instance_deleted({o, *all.rbegin()});
    }
  }

  /// The state, and what holds in every state.
  void agrees() {
    RC_ASSERT(words(world_of(policy())) == words(expected()));
    if (is_editing()) RC_ASSERT(words(world_of(policy_)) == words(committed_));
    RC_ASSERT(policy_.is_bootstrap_open() == session_.has_value());
    const Policy& now = policy();
    std::set<unsigned> targets;
    for (std::size_t k = 0; k < now.access_control_count(); ++k) {
      const auto one = now.access_control_at(k);
      RC_ASSERT(targets.insert(one.target().key()).second);
      RC_ASSERT(now.find(one.target()) == one);
      RC_ASSERT(now.find_id(one.id()) == one);
      RC_ASSERT(one.owner().is_valid() && lac::detail::is_acl(one.entries()));
      RC_ASSERT(!one.target().is_object_level() || one.owner().is_bootstrap());
    }
    RC_ASSERT(now.access_control_count() <= room_.instances);
    RC_ASSERT(now.entry_room() ==
              reference::room_in(room_) - reference::room_taken(expected().acls));
    RC_ASSERT(now.lowest_free_id().value() == lowest_free_n(expected()));
  }

  const question& next_question() {
    static const std::vector<question> all = questions();
    return all[count_.decisions++ * 7 % all.size()];
  }

  void decides(const question& q) {
    const world& w = expected_for(q);
    const auto objects = stack::objects_from(w);
    const lac::request asked = stack::request_from(q);
    agrees(reference::decide(w, q), lac::authorize(policy_for(q), objects, asked), q);
    paths shown;
    for (const path& each : lac::readable(policy_for(q), objects, asked)) shown.push_back(each);
    const paths wanted = reference::readable(w, q);
    RC_ASSERT(std::is_permutation(shown.begin(), shown.end(), wanted.begin(), wanted.end()));
  }

  capacity room_;
  figures& count_;
  world committed_, edited_{};
  Policy policy_, staged_{};
  std::optional<lac::transaction<Policy>> transaction_{};
  std::optional<lac::bootstrap_session<Policy>> session_{};
};

}  // namespace administration
