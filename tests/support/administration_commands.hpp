#pragma once

// What can happen to a policy under administration, and commands of every kind.

#include <initializer_list>
#include <limits>
#include <ostream>
#include <string>
#include <vector>

#include "support/administered_world.hpp"

namespace administration {

enum class event {
  request,
  instance_deleted,  ///< by the Client itself
  account_added,
  account_removed,
  begin_transaction,
  begin_bootstrap,
  made_by_bootstrap,  ///< an edit of the session: a whole Access Control Object Instance
  switched_off,       ///< access control is disabled
  finish,             ///< the transaction is committed, the session finished
  drop
};

struct command {
  event what;
  question asked;                    ///< of a request
  values conveyed;                   ///< of a request
  bool as_owner;                     ///< whoever owns the instance then asks, not who is named
  unsigned server;                   ///< of an account
  target governed;                   ///< of an instance
  access_control made;               ///< of an edit
  std::vector<command> meanwhile{};  ///< what happens between the begin of a request and its commit
};

inline std::ostream& operator<<(std::ostream& to, const command& each) {
  static const char* const names[] = {"request",
                                      "instance deleted",
                                      "account added",
                                      "account removed",
                                      "begin transaction",
                                      "begin bootstrap",
                                      "made by bootstrap",
                                      "switched off",
                                      "finish",
                                      "drop"};
  to << names[static_cast<int>(each.what)];
  const question& q = each.asked;
  if (each.what == event::request) {
    if (each.as_owner) to << " as the Owner, else";
    to << (q.bootstrap ? " bootstrap" : ' ' + std::to_string(q.server)) << ' '
       << reference::words(q.op) << ' ' << reference::words(q.uri) << ' '
       << reference::words(q.payload);
    for (const assignment& value : each.conveyed)
      to << ' ' << reference::words(value.at) << " = " << reference::words(value);
    for (const command& other : each.meanwhile) to << ", and meanwhile " << other;
  }
  if (each.what == event::account_added || each.what == event::account_removed)
    to << ' ' << each.server;
  if (each.what == event::instance_deleted)
    to << " /" << each.governed.first << '/' << each.governed.second;
  if (each.what == event::made_by_bootstrap) reference::tell(to << ' ', each.governed, each.made);
  return to << '\n';
}

/// Commands made of choices: small numbers, so that they meet one another, and among them every
/// kind of value that cannot be. `Pick` is called with a number and gives one below it.
template <class Pick>
class command_maker {
 public:
  explicit command_maker(Pick& pick) : pick_{pick} {}

  command any_command() {
    const unsigned kind = below(60);
    if (kind < 31) return request();
    if (kind < 38) return by_bootstrap_itself();
    if (kind < 42) return made_by_bootstrap();
    const event what = kind < 43   ? event::instance_deleted
                       : kind < 45 ? event::account_removed
                       : kind < 51 ? event::account_added
                       : kind < 52 ? event::begin_transaction
                       : kind < 55 ? event::begin_bootstrap
                       : kind < 58 ? event::finish
                       : kind < 59 ? event::drop
                                   : event::switched_off;
    const target gone{one_of({3U, 5U}, {1U, 9U}), one_of({0U, 1U, 2U, 3U})};
    return {what, {}, {}, false, server(), gone, {}};
  }

 private:
  unsigned below(unsigned end) { return static_cast<unsigned>(pick_(end)); }
  bool once_in(unsigned n) { return below(n) == 0; }

  /// One of these numbers, the earlier ones more often.
  template <class Number = unsigned>
  Number one_of(std::initializer_list<Number> often, std::initializer_list<Number> rarely = {}) {
    const auto& all = rarely.size() != 0 && once_in(8) ? rarely : often;
    return all.begin()[below(static_cast<unsigned>(all.size()))];
  }

  unsigned server() { return one_of({101U, 102U, 103U}, {104U, 0U, 65535U}); }
  unsigned object_2_instance() { return one_of({0U, 1U, 2U, 3U}, {4U, 5U, 65535U}); }
  unsigned entry() { return one_of({0U, 101U, 102U, 103U, 104U}, {7U, 65535U}); }

  std::int64_t right() {
    constexpr auto least = std::numeric_limits<std::int64_t>::min();
    constexpr auto most = std::numeric_limits<std::int64_t>::max();
    if (once_in(4)) return 16;
    if (!once_in(12)) return below(32);
    return one_of<std::int64_t>({32, 65535, 65536, 65536 + 1, 65536 + 16, -1, -65535},
                                {least, most, (std::int64_t{1} << 32) + 3});
  }
  std::int64_t owner() {
    return one_of<std::int64_t>({101, 102, 103, 65535}, {104, 0, -1, 65536 + 101, 65536, -65435,
                                                         (std::int64_t{1} << 32) + 101, 131071});
  }
  std::int64_t target_id(unsigned resource) {
    if (resource == 0) return one_of<std::int64_t>({1, 3, 5}, {0, 2, 9, 65535, 65536 + 5, -1});
    return one_of<std::int64_t>({0, 1, 2, 65535}, {7, 65536, 65536 + 1, -1});
  }

  lac::value_kind of_another_kind() {
    return one_of(
        {lac::value_kind::nothing, lac::value_kind::nothing, lac::value_kind::not_an_integer});
  }

  /// A path in `/2/n`, and a value for it.
  assignment value_in(unsigned n) {
    const unsigned kind = below(40);
    if (kind < 30) return {at(2, n, 2, entry()), right()};
    if (kind < 36) return {at(2, n, 3), owner()};
    if (kind < 37) return {at(2, n, 0), target_id(0)};
    if (kind < 38) return {at(2, n, 1), target_id(1)};
    if (kind < 39) return {at(2, n, 2, entry()), 0, of_another_kind()};
    return {once_in(2) ? at(2, n, 2) : at(2, n, 9), 1};
  }

  /// Some values in `/2/n`; now and then one twice, or one of another instance.
  values values_in(unsigned n, bool in_any) {
    values all;
    for (unsigned left = below(5); left > 0; --left)
      all.push_back(value_in(in_any || once_in(30) ? object_2_instance() : n));
    if (!all.empty() && once_in(12)) all.push_back(all.front());
    return all;
  }

  path uri_of_write(unsigned n) {
    const unsigned kind = below(16);
    if (kind < 6) return at(2, n);
    if (kind < 9) return at(2, n, 2);
    if (kind < 11) return at(2, n, 2, entry());
    if (kind < 13) return at(2, n, 3);
    if (kind == 13) return at(2, n, one_of({0U, 1U, 9U}));
    if (kind == 14) return at(2);
    return one_of<path>({at(5, 1), at(5, 1, 0), at(3, 0), at(0, 0)});
  }

  paths named_in(unsigned n, bool composite) {
    paths all;
    if (once_in(6)) all.push_back(at(2, n, 2));
    if (once_in(20)) all.push_back(one_of<path>({at(2, n, 3), at(2, n, 0), at(2, n, 9)}));
    if (once_in(20)) all.push_back(at(2, n, 2, entry()));
    if (composite && once_in(3))
      all.push_back(one_of<path>({at(5, 1, 0), at(5, 2, 3), at(3, 0, 13), at(1, 0, 1)},
                                 {at(3, 0, 0), at(0, 0, 0), at(5, 1), at(5, 1, 9)}));
    return all;
  }

  /// Values of another Object, which a stack may pass too: a composite has some, a plain Write of
  /// another Object no others.
  void of_another_object(command& made) {
    const path& uri = made.asked.uri;
    if (!uri.is_none())
      made.conveyed.clear();
    else if (!once_in(4))
      return;
    const path at_5 = one_of<path>({at(5, 1, 0), at(5, 1, 3), at(5, 2, 3, 101)}, {at(5, 1, 1)});
    const path in_uri =
        uri.level() == level::resource ? uri : at(object_of(uri), instance_of(uri), 0);
    made.conveyed.push_back(
        {uri.is_none() ? at_5 : in_uri, one_of<std::int64_t>({1, 3, 65535, -1})});
  }

  /// A Write of every kind. Mostly the value at a path of one value is just that value.
  command write() {
    const operation what = one_of({op::write, op::update, op::write_composite});
    const unsigned n = object_2_instance();
    const bool composite = what == op::write_composite;
    command made{event::request, {once_in(4), server(), what, {}, {}}, {}, false, 0, {}, {}};
    if (composite && !once_in(10)) made.asked.bootstrap = false;
    if (!composite) made.asked.uri = uri_of_write(n);
    made.asked.payload = named_in(n, composite);
    made.as_owner = !once_in(3);
    made.conveyed = values_in(n, composite);
    const path& uri = made.asked.uri;
    if (object_of(uri) != 2 && !once_in(4)) of_another_object(made);
    for (assignment& each : made.conveyed) {
      if (object_of(uri) != 2) break;
      if (once_in(8) || uri.contains(each.at)) continue;
      if (uri.level() == level::resource_instance)
        each = {uri, right()};
      else if (uri.resource().value() == 3)
        each = {uri, owner()};
      else if (uri.resource().value() < 2)
        each = {uri, target_id(uri.resource().value())};
      else if (uri.resource().value() == 2)
        each = {at(2, n, 2, entry()), right()};
    }
    if (!composite && uri.level() > level::object_instance && !is_acl(uri) &&
        made.conveyed.size() > 1 && !once_in(8))
      made.conveyed.resize(1);
    return made;
  }

  /// E6: a Write-Composite that deletes, mostly what is there.
  command deleting() {
    command made{
        event::request, {false, server(), op::write_composite, {}, {}}, {}, !once_in(3), 0, {}, {}};
    for (unsigned left = 1 + below(2); left > 0; --left) {
      const path each = one_of<path>(
          {at(2, object_2_instance(), 2, entry()), at(5, 1, 3, 0), at(5, 2, 3, below(2))},
          {at(5, 1, 3), at(5, 1, 0), at(2, 1, 0), at(2, 1, 3)});
      made.conveyed.push_back({each, 0, lac::value_kind::nothing});
    }
    if (once_in(4)) made.conveyed.push_back({at(5, 1, 3, 1), 1});
    return made;
  }

  command create() {
    const unsigned o = one_of({5U}, {1U, 2U, 3U, 9U});
    const unsigned i = one_of({0U, 1U, 3U, 4U, 6U}, {2U, 65535U});
    command made{
        event::request, {once_in(12), server(), op::create, at(o), {}}, {}, false, 0, {}, {}};
    if (once_in(4)) made.asked.uri = at(o, i);
    if (!once_in(8)) made.asked.payload.push_back(at(o, i, 0));
    if (once_in(3)) made.asked.payload.push_back(at(o, i, 3));
    return made;
  }

  command delete_() {
    const unsigned n = object_2_instance();
    const path uri = one_of<path>({at(5, one_of({0U, 1U, 2U, 3U})), at(2, n, 2, entry())},
                                  {at(3, 0), at(2, n), at(2, n, 2), at(5), at(5, 1, 3, 0), at(2)});
    return {
        event::request, {once_in(5), server(), op::delete_, uri, {}}, {}, once_in(2), 0, {}, {}};
  }

  /// What changes nothing.
  command other() {
    const operation what = one_of({op::read, op::discover, op::observe, op::execute,
                                   op::write_attributes, op::cancel_observation});
    const unsigned n = object_2_instance();
    const path uri = one_of<path>({at(2), at(2, n), at(2, n, 2), at(2, n, 2, entry())},
                                  {at(5), at(5, 1), at(3, 0, 4), path::root(), path{}});
    return {event::request, {once_in(6), server(), what, uri, {}}, {}, false, 0, {}, {}};
  }

  command request() {
    const unsigned kind = below(20);
    command made = kind == 0   ? deleting()
                   : kind < 12 ? write()
                   : kind < 15 ? create()
                   : kind < 18 ? delete_()
                               : other();
    if (once_in(6)) made.meanwhile.push_back(what_comes_between());
    return made;
  }

  /// Something else that changes Object 2 or the accounts.
  command what_comes_between() {
    const target gone{5, one_of({0U, 1U, 2U, 3U})};
    switch (below(6)) {
      case 0:
        return {event::account_removed, {}, {}, false, server(), gone, {}};
      case 1:
        return {event::instance_deleted, {}, {}, false, 0, gone, {}};
      case 2:
        return delete_();
      case 3:
        return create();
      default:
        return write();
    }
  }

  /// Section K: whole instances of Object 2, other Objects, and Deletes of everything.
  command by_bootstrap_itself() {
    command made{event::request, {true, 0, op::write, {}, {}}, {}, false, 0, {}, {}};
    const unsigned kind = below(12);
    const unsigned n = object_2_instance();
    if (kind < 6) {
      made.asked.uri = once_in(3) ? at(2) : at(2, n);
      whole_instance(made.conveyed, n);
      for (unsigned more = made.asked.uri == at(2) ? below(3) : 0; more > 0; --more)
        whole_instance(made.conveyed, object_2_instance());
    } else if (kind < 8) {
      const unsigned o = one_of({5U, 1U}, {0U, 3U, 9U});
      const unsigned i = one_of({0U, 1U, 2U, 3U}, {65535U});
      made.asked.uri = one_of<path>({at(o, i), at(o), at(o, i, 3)}, {at(o, i, 7), at(o, i, 3, 1)});
      if (once_in(2)) made.asked.payload.push_back(at(o, i, once_in(4) ? 9 : 3));
    } else {
      made.asked.op = kind == 8 ? one_of({op::discover, op::read}) : op::delete_;
      made.asked.uri = one_of<path>({at(5), at(5, below(4)), at(2, n), at(3, 0), at(1)},
                                    {path::root(), at(2), at(0), at(0, 0), at(9), at(2, n, 2)});
    }
    return made;
  }

  /// The target, the Owner and some entries of `/2/n`; now and then not all that it needs.
  void whole_instance(values& all, unsigned n) {
    const target to = one_of<target>({{1, 0}, {5, 1}, {5, 2}, {5, 0}, {5, 65535}, {1, 65535}},
                                     {{0, 0}, {2, 0}, {9, 0}, {65535, 0}});
    const bool object_level = to.second == 65535 && !once_in(6);
    if (!once_in(12)) all.push_back({at(2, n, 0), once_in(20) ? target_id(0) : to.first});
    if (!once_in(12)) all.push_back({at(2, n, 1), once_in(20) ? target_id(1) : to.second});
    if (!once_in(12)) all.push_back({at(2, n, 3), object_level ? 65535 : owner()});
    for (unsigned left = below(4); left > 0; --left)
      all.push_back({at(2, n, 2, entry()), object_level ? 16 : right()});
  }

  /// An Access Control Object Instance, which may be none that can be.
  command made_by_bootstrap() {
    command made{event::made_by_bootstrap, {}, {}, false, 0, {}, {}};
    made.governed = one_of<target>({{1, 0}, {3, 0}, {5, 1}, {5, 2}, {5, 65535}, {1, 65535}},
                                   {{0, 0}, {2, 0}, {9, 0}, {5, 7}, {65535, 65535}});
    made.made = {object_2_instance(), one_of({101U, 102U, 65535U}, {0U, 104U}), {}};
    const bool object_level = made.governed.second == 65535 && !once_in(8);
    if (object_level) made.made.owner = 65535;
    for (unsigned left = below(4); left > 0; --left)
      made.made.entries[one_of({0U, 101U, 102U, 103U}, {7U})] = object_level ? 16 : below(33);
    return made;
  }

  Pick& pick_;
};

}  // namespace administration
