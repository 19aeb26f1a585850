// Two steps: in each world of a small family every change is made, and after each change that made
// a difference everything is decided, by the engine and by the reference on the model's world. What
// a change answers and leaves is compared too.

#include <iostream>

#include "exhaustive/comparison.hpp"
#include "support/administered.hpp"

namespace {

using namespace administration;
using reference::C, reference::D, reference::E, reference::R, reference::W;

using policy = lac::policy<4, 12, 4>;
constexpr reference::capacity room{4, 12, 4};

constexpr unsigned absent = 65536;

/// One change: a request, or (with an operation that is none) an event.
struct step {
  question asked;
  values conveyed{};
  unsigned added = 0;
  unsigned removed = 0;
};

/// The values that are written: every entry with a few rights, every Owner, some that cannot be.
values all_values() {
  values all;
  for (const unsigned entry : {0U, 101U, 102U, 103U, 104U, 65535U})
    for (const std::int64_t right : {0U, R, W, D, R | W | E | D | C, 65536U})
      all.push_back({at(2, 1, 2, entry), right});
  for (const std::int64_t owner : {101, 102, 103, 104, 65535, 65536 + 102})
    all.push_back({at(2, 1, 3), owner});
  all.push_back({at(2, 1, 1), 2});
  all.push_back({at(2, 1, 2, 101), 0, lac::value_kind::nothing});
  all.push_back({at(2, 1, 3), 0, lac::value_kind::nothing});
  all.push_back({at(2, 1, 2, 101), 0, lac::value_kind::not_an_integer});
  return all;
}

void add_writes(std::vector<step>& all, unsigned who) {
  const bool boots = who == by_bootstrap;
  for (const assignment& value : all_values()) {
    const path whole = value.at.level() == level::resource_instance ? at(2, 1, 2) : value.at;
    for (const operation what : {op::write, op::update})
      for (const path& uri : {at(2, 1), whole})
        all.push_back({{boots, who, what, uri, {}}, {value}});
    all.push_back({{boots, who, op::update, value.at, {}}, {value}});
    all.push_back({{boots, who, op::write_composite, {}, {}}, {value, {at(2, 0, 2, 101), R}}});
  }
  all.push_back({{boots, who, op::write, at(2, 1), {at(2, 1, 2)}}});
  all.push_back(
      {{boots, who, op::write, at(2, 1), {}}, {{at(2, 1, 2, 103), R | W}, {at(2, 1, 3), 103}}});
}

/// Section K: whole instances, and Deletes of more than one.
void add_bootstrap(std::vector<step>& all) {
  for (const unsigned n : {1U, 3U})
    for (const target& to : {target{1, 0}, {5, 1}, {5, 2}, {5, 65535}, {1, 65535}, {2, 0}})
      for (const std::int64_t owner : {102, 104, 65535})
        for (const std::int64_t right : {R | W, C})
          for (const path& uri : {at(2), at(2, n)})
            all.push_back({{true, 0, op::write, uri, {}},
                           {{at(2, n, 0), to.first},
                            {at(2, n, 1), to.second},
                            {at(2, n, 3), owner},
                            {at(2, n, 2, 101), right}}});
  for (const path& uri : {path::root(), at(2), at(5), at(3), at(0), at(1), at(3, 0), at(0, 0)})
    all.push_back({{true, 0, op::delete_, uri, {}}});
  for (const path& uri : {at(5), at(5, 1), at(5, 4), at(5, 4, 0), at(3, 1), at(2), at(2, 1)})
    all.push_back({{true, 0, op::write, uri, {}}});
}

std::vector<step> steps() {
  std::vector<step> all;
  for (const unsigned who : {101U, 102U, 103U, by_bootstrap}) {
    const bool boots = who == by_bootstrap;
    add_writes(all, who);
    for (const path& uri :
         {at(2, 1), at(2, 2), at(2, 1, 2, 0), at(2, 1, 2, 102), at(5, 1), at(5, 2), at(3, 0)})
      all.push_back({{boots, who, op::delete_, uri, {}}});
    all.push_back({{boots, who, op::create, at(5), {at(5, 4, 0)}}});
    all.push_back({{boots, who, op::create, at(5, 2), {at(5, 2, 0)}}});
  }
  add_bootstrap(all);
  for (const unsigned server : {101U, 102U, 103U, 104U}) {
    all.push_back({{}, {}, server, 0});
    all.push_back({{}, {}, 0, server});
  }
  return all;
}

/// Everything that is decided after a change.
std::vector<question> everything() {
  std::vector<question> all;
  for (const unsigned who : {101U, 102U, 103U, 104U})
    for (const operation what : {op::read, op::update, op::execute, op::delete_, op::create,
                                 op::notify, op::discover, op::read_composite, op::write_composite})
      for (const path& uri : {at(3, 0), at(3, 0, 4), at(3, 0, 13), at(5), at(5, 1), at(5, 1, 0),
                              at(5, 2), at(5, 4), at(2, 1), at(2, 1, 3), at(2, 1, 2, 102)})
        all.push_back(exhaustive::about(who, what, uri));
  return all;
}

class two_steps {
 public:
  void from(const world& w) {
    const auto before = policy_of<policy>(w);
    const std::string state = words(w);
    for (const step& each : steps_) {
      world after = w;
      policy now = before;
      take(each, after, now);
      const std::string wanted = words(after);
      ++changes_;
      if (words(world_of(now)) != wanted) FAIL_CHECK(state << wanted << words(world_of(now)));
      if (wanted == state) continue;
      ++effective_;
      compare_.decisions(after, now, stack::objects_from(after), everything_);
    }
  }

  [[nodiscard]] std::size_t changes() const { return changes_; }
  [[nodiscard]] std::size_t effective() const { return effective_; }
  [[nodiscard]] const exhaustive::comparison& compare() const { return compare_; }

 private:
  static void take(const step& each, world& after, policy& now) {
    if (each.added != 0) {
      const status wanted = account_added(after, each.added);
      if (lac::account_added(now, lac::short_server_id{each.added}) != wanted)
        FAIL_CHECK("added " << each.added);
    } else if (each.removed != 0) {
      const removal wanted = account_removed(after, each.removed);
      if (lac::account_removed(now, lac::short_server_id{each.removed}, lac::ignore_all{},
                               lac::ignore_all{}) != wanted.what)
        FAIL_CHECK("removed " << each.removed);
    } else {
      request(each, after, now);
    }
  }

  static void request(const step& each, world& after, policy& now) {
    const auto objects = stack::objects_from(after);
    const world before = after;
    const outcome wanted = administer(after, each.asked, each.conveyed);
    const auto given =
        lac::administer(now, objects, stack::request_from(each.asked), each.conveyed);
    if (stack::is_as(wanted.decided, given)) return;
    FAIL_CHECK(reference::words(before, each.asked)
               << " conveying "
               << reference::words(each.conveyed.empty() ? path{} : each.conveyed[0].at) << ": "
               << reference::words(given) << ", wanted " << reference::words(wanted.decided));
  }

  const std::vector<step> steps_ = steps();
  const exhaustive::asked everything_{everything()};
  exhaustive::comparison compare_{"after each change of a two-step world"};
  std::size_t changes_ = 0;
  std::size_t effective_ = 0;
};

/// `/2/1` governs `/5/1`: its Owner, the entry of 102 and the default one are varied.
world family(edition_name edition, unsigned owner, unsigned own, unsigned other) {
  world w = home(edition);
  w.room = room;
  w.acls.erase({5, 2});
  w.acls[{5, 65535}].n = 2;
  access_control& varied = w.acls[{5, 1}];
  varied = {1, owner, {{101, R | D}}};
  if (own != absent) varied.entries[102] = own;
  if (other != absent) varied.entries[0] = other;
  return w;
}

}  // namespace

TEST_CASE("every change, and after it every decision", "[F1][G4]") {
  two_steps all;
  for (const edition_name edition : every_edition)
    for (const unsigned owner : {101U, 102U, 65535U})
      for (const unsigned own : {absent, 0U, W, R | W | E | D})
        for (const unsigned other : {absent, R | D})
          for (const bool third : {true, false}) {
            world w = family(edition, owner, own, other);
            if (!third) w.accounts.erase(103);
            all.from(w);
          }
  CHECK(all.compare().differences() == 0);
  CHECK(all.effective() > 10'000);
  std::cout << "figure: changes in two-step worlds: " << all.changes() << ", of them "
            << all.effective() << " with an effect" << std::endl;
}

namespace {

/// Two requests of Servers, one after the other: whatever they are, each changes an Access Control
/// Object Instance only for its Owner of that moment, and takes it only with what it governs.
class only_owners {
 public:
  void from(const world& w) {
    const auto objects = stack::objects_from(w);
    const auto before = policy_of<policy>(w);
    for (const step& first : steps_) {
      auto between = before;
      ask(between, objects, first);
      if (between == before) continue;
      for (const step& second : steps_) {
        auto after = between;
        ask(after, objects, second);
      }
    }
  }

  [[nodiscard]] std::size_t changes() const { return changes_; }
  [[nodiscard]] std::size_t wrong() const { return wrong_; }

 private:
  static std::vector<step> of_servers() {
    std::vector<step> all;
    for (const step& each : steps())
      if (!each.asked.bootstrap && each.added == 0 && each.removed == 0) all.push_back(each);
    return all;
  }

  void ask(policy& now, const auto& objects, const step& each) {
    const policy before = now;
    const lac::request asked = stack::request_from(each.asked);
    (void)lac::administer(now, objects, asked, each.conveyed);
    if (now == before) return;
    ++changes_;
    for (std::size_t k = 0; k < before.access_control_count(); ++k) {
      const auto one = before.access_control_at(k);
      const auto is = now.find_id(one.id());
      const bool is_taken = !is && asked.op == op::delete_ &&
                            one.target() == lac::access_control_target::of(asked.target);
      if (is_taken || (is && is == one)) continue;
      const bool is_owner = one.owner().is(asked.who.server());
      const bool is_made_for =
          asked.op == op::create && is && is.owner().is(asked.who.server());  // G1
      if (!is_owner && !is_made_for) ++wrong_;
    }
  }

  const std::vector<step> steps_ = of_servers();
  std::size_t changes_ = 0, wrong_ = 0;
};

}  // namespace

TEST_CASE("over two requests only the Owner of the moment changes its instance", "[F1][F2][G2]") {
  only_owners all;
  for (const edition_name edition : every_edition)
    for (const unsigned owner : {101U, 102U, 65535U}) all.from(family(edition, owner, W, R | D));
  CHECK(all.wrong() == 0);
  CHECK(all.changes() > 10'000);
  std::cout << "figure: changes over two requests of Servers, each by its Owner: " << all.changes()
            << std::endl;
}
