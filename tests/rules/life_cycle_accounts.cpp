// An account comes, or goes: G4, and what becomes of its observations (H2, H4).

#include <lwm2m/access/observation.hpp>

#include "support/administered.hpp"

namespace {

using namespace administration;
using reference::C, reference::D, reference::E, reference::R, reference::W;

constexpr unsigned all = R | W | E | D;

/// Takes the account of `server` away. What is then to be deleted, and the state, are checked;
/// `d.expected()` says the state.
template <class Policy>
void removes(device<Policy>& d, unsigned server, const std::set<target>& deleted,
             const changes& told) {
  std::set<target> to_delete;
  const auto note = [&](const path& each) {
    CHECK(each.level() == level::object_instance);
    to_delete.insert({object_of(each), instance_of(each)});
  };
  d.expected().accounts.erase(server);
  CHECK(lac::account_removed(d.policy(), lac::short_server_id{server}, note, d.tell()) ==
        status::done);
  CHECK(to_delete == deleted);
  CHECK(words(d.told()) == words(told));
  d.is_as_expected();
}

/// Accounts 101, 102 and 103, and one instance, `/5/1`, whose Owner is 101.
world owned(edition_name edition, std::map<unsigned, unsigned> entries) {
  world w = home(edition);
  w.acls = {{{5, 1}, {4, 101, std::move(entries)}}};
  return w;
}
const changes changed{{change_kind::changed, 4, {5, 1}}};
const changes erased{{change_kind::erased, 4, {5, 1}}};

/// 101 goes: `heir` owns the instance, and `entries` are left.
void passes_to(edition_name edition, std::map<unsigned, unsigned> before, unsigned heir,
               std::map<unsigned, unsigned> entries) {
  device d{owned(edition, std::move(before))};
  d.expected().acls[{5, 1}] = {4, heir, std::move(entries)};
  removes(d, 101, {}, changed);
}
/// 101 goes, and the instance with it.
void goes(edition_name edition, std::map<unsigned, unsigned> before) {
  device d{owned(edition, std::move(before))};
  d.expected().acls.clear();
  removes(d, 101, {{5, 1}}, erased);
}

/// Notes when it is asked for an instance behind its last one.
struct watched_policy : lac::policy<8, 24, 4> {
  using policy::policy;
  mutable bool is_overrun = false;

  static constexpr watched_policy under(const lac::edition& rules) noexcept {
    return watched_policy{rules};
  }
  constexpr auto access_control_at(std::size_t k) const noexcept {
    is_overrun = is_overrun || k >= access_control_count();
    return policy::access_control_at(k);
  }
};

lac::observation_state review(device<>& d, const world& w, unsigned server, const path& of) {
  return lac::review(d.policy(), stack::objects_from(w),
                     lac::observation{lac::short_server_id{server}, of, {}});
}

}  // namespace

TEST_CASE("G4: an account that is not there is not removed", "[G4]") {
  for (const edition_name edition : every_edition) {
    device d{home(edition)};
    const bytes_of before{d.policy()};
    for (const unsigned each : {104U, 0U, 65535U})
      CHECK(lac::account_removed(d.policy(), lac::short_server_id{each}, lac::ignore_all{},
                                 d.tell()) == status::server_unknown);
    CHECK(d.told().empty());
    CHECK(before.are_still_those_of(d.policy()));
  }
}

TEST_CASE("G4: its entries go, those of Object-level access control too", "[G4]") {
  for (const edition_name edition : every_edition) {
    world w = home(edition);
    w.acls[{5, 65535}].entries = {{102, C}, {103, C}};
    w.acls[{3, 0}].entries[103] = 0;
    device d{w};
    for (const target& each : {target{3, 0}, target{5, 65535}})
      d.expected().acls[each].entries.erase(103);
    removes(d, 103, {}, {{change_kind::changed, 0, {3, 0}}, {change_kind::changed, 3, {5, 65535}}});
  }
}

TEST_CASE("G4: what names it nowhere is not touched, and not told", "[G4]") {
  for (const edition_name edition : every_edition) {
    device d{home(edition)};
    removes(d, 103, {}, {});
  }
}

TEST_CASE("G4: an instance that nobody else reaches is to be deleted", "[G4]") {
  for (const edition_name edition : every_edition) {
    goes(edition, {});
    goes(edition, {{101, all}});
    goes(edition, {{102, 0}, {103, 0}});
    goes(edition, {{102, C}});    // C on an instance reaches nothing
    goes(edition, {{104, all}});  // 104 has no account
    goes(edition, {{0, 0}});
    goes(edition, {{0, all}, {102, 0}, {103, C}});  // own entries come before the default one
  }
}

TEST_CASE("G4: any of R, W, E and D reaches an instance", "[G4]") {
  for (const edition_name edition : every_edition)
    for (const unsigned bit : {R, W, E, D}) {
      passes_to(edition, {{101, all}, {103, bit}}, bit == W || bit == D ? 103 : 102, {{103, bit}});
      passes_to(edition, {{0, bit}, {102, 0}}, bit == W || bit == D ? 103 : 102,
                {{0, bit}, {102, 0}});
    }
}

TEST_CASE("G4: the highest score of W and D makes the new Owner", "[G4]") {
  for (const edition_name edition : every_edition) {
    passes_to(edition, {{102, W}, {103, W | D}}, 103, {{102, W}, {103, W | D}});
    passes_to(edition, {{102, R | E}, {103, D}}, 103, {{102, R | E}, {103, D}});
    passes_to(edition, {{102, R | W | E}, {103, W | D}}, 103, {{102, R | W | E}, {103, W | D}});
    passes_to(edition, {{102, W | D}, {103, all}}, 102, {{102, W | D}, {103, all}});  // tie
    passes_to(edition, {{102, W}, {103, D}}, 102, {{102, W}, {103, D}});              // tie
    passes_to(edition, {{102, D}, {103, W}}, 102, {{102, D}, {103, W}});              // tie
    passes_to(edition, {{101, all}, {103, R}}, 102, {{103, R}});  // nobody scores: all tie
  }
}

TEST_CASE("G4: the default entry scores for the accounts without an own one", "[G4]") {
  for (const edition_name edition : every_edition) {
    passes_to(edition, {{0, W | D}, {102, W}}, 103, {{0, W | D}, {102, W}});
    passes_to(edition, {{0, W | D}, {103, W | D}}, 102, {{0, W | D}, {103, W | D}});
    passes_to(edition, {{0, W}, {103, W | D}}, 103, {{0, W}, {103, W | D}});
  }
}

TEST_CASE("G4: one account that remains is no reason to keep an instance (A2)", "[G4][A2]") {
  for (const edition_name edition : every_edition) {
    world w = owned(edition, {{101, all}});
    w.accounts = {101, 102};
    device d{w};
    d.expected().acls.clear();
    removes(d, 101, {{5, 1}}, erased);
    CHECK(d.decide(102, op::read, at(5, 1)).allowed());  // until the stack has deleted it
  }
}

TEST_CASE("G4: with the last account go all the instances that it owned", "[G4]") {
  for (const edition_name edition : every_edition) {
    world w = owned(edition, {{0, all}, {101, all}, {102, all}});
    w.accounts = {101};
    w.acls[{5, 2}] = {2, 65535, {{101, all}}};
    device d{w};
    d.expected().acls.erase({5, 1});
    d.expected().acls[{5, 2}].entries.clear();
    changes told = erased;
    told.insert({change_kind::changed, 2, {5, 2}});
    removes(d, 101, {{5, 1}}, told);
  }
}

TEST_CASE("G4: what the Bootstrap interface owns is never deleted", "[G4]") {
  for (const edition_name edition : every_edition) {
    world w = home(edition);
    w.acls = {{{5, 2}, {2, 65535, {{101, all}}}}, {{5, 65535}, {3, 65535, {{101, C}}}}};
    device d{w};
    for (auto& [governed, acl] : d.expected().acls) acl.entries.clear();
    removes(d, 101, {}, {{change_kind::changed, 2, {5, 2}}, {change_kind::changed, 3, {5, 65535}}});
  }
}

TEST_CASE("G4: the Device instance that is kept passes to the elected Owner, reached or not",
          "[G4][D4]") {
  for (const edition_name edition : every_edition) {
    world w = home(edition);
    w.acls = {{{3, 0}, {0, 101, {{101, all}, {103, 0}}}}, {{3, 1}, {1, 101, {}}}};
    device d{w};
    d.expected().acls.clear();
    if (edition == edition_name::draft) {
      removes(d, 101, {{3, 0}, {3, 1}},
              {{change_kind::erased, 0, {3, 0}}, {change_kind::erased, 1, {3, 1}}});
      continue;
    }
    d.expected().acls[{3, 0}] = {0, 102, {{103, 0}}};
    removes(d, 101, {{3, 1}},
            {{change_kind::changed, 0, {3, 0}}, {change_kind::erased, 1, {3, 1}}});
    CHECK(d.decide(102, op::update, at(2, 0)).allowed());
  }
}

TEST_CASE("G4: it passes to the Bootstrap interface when no account remains", "[G4][D4]") {
  for (const edition_name edition : finals) {
    world w = home(edition);
    w.accounts = {101};
    w.acls = {{{3, 0}, {0, 101, {{0, all}, {101, all}}}}};
    device d{w};
    d.expected().acls[{3, 0}] = {0, 65535, {{0, all}}};
    removes(d, 101, {}, {{change_kind::changed, 0, {3, 0}}});
  }
}

TEST_CASE("G4: many at once, each by its own rights", "[G4]") {
  for (const edition_name edition : every_edition) {
    world w = home(edition);
    w.acls = {{{5, 1}, {6, 101, {{101, all}}}},
              {{5, 2}, {1, 101, {{102, R}}}},
              {{3, 0}, {0, 101, {{101, all}, {103, D}}}},
              {{1, 0}, {4, 102, {{101, R}, {103, R}}}},
              {{5, 65535}, {3, 65535, {{101, C}}}}};
    device d{w};
    d.expected().acls.erase({5, 1});
    d.expected().acls[{5, 2}].owner = 102;
    d.expected().acls[{3, 0}] = {0, 103, {{103, D}}};
    d.expected().acls[{1, 0}].entries.erase(101);
    d.expected().acls[{5, 65535}].entries.clear();
    removes(d, 101, {{5, 1}},
            {{change_kind::erased, 6, {5, 1}},
             {change_kind::changed, 1, {5, 2}},
             {change_kind::changed, 0, {3, 0}},
             {change_kind::changed, 4, {1, 0}},
             {change_kind::changed, 3, {5, 65535}}});
  }
}

TEST_CASE("G4: no more instances are asked for than there are", "[G4]") {
  for (const edition_name edition : every_edition)
    for (const unsigned removed : {101U, 102U, 103U}) {
      auto policy = policy_of<watched_policy>(home(edition));
      CHECK(lac::account_removed(policy, lac::short_server_id{removed}, lac::ignore_all{},
                                 lac::ignore_all{}) == status::done);
      CHECK_FALSE(policy.is_overrun);
    }
}

TEST_CASE("G4: a Short Server ID that is used again inherits nothing", "[G4]") {
  for (const edition_name edition : every_edition) {
    world w = home(edition);
    w.acls[{5, 1}].entries = {{101, R | W}, {103, R}};
    device d{w};
    REQUIRE(lac::account_removed(d.policy(), lac::short_server_id{101}, lac::ignore_all{},
                                 lac::ignore_all{}) == status::done);
    REQUIRE(lac::account_added(d.policy(), lac::short_server_id{101}) == status::done);
    for (const path& each : {at(3, 0), at(5, 1), at(5, 2), at(1, 0)})
      for (const operation what : {op::read, op::update, op::delete_})
        CHECK(d.decide(101, what, each).reason() == reason::access_right_missing);
    CHECK(d.decide(101, op::create, at(5)).reason() == reason::access_right_missing);
    for (const unsigned n : {0U, 1U, 2U, 3U})
      CHECK(d.decide(101, op::update, at(2, n)).reason() == reason::not_the_owner);
  }
}

TEST_CASE("G4: an account comes at most once, and 0 and 65535 never", "[G4][A1]") {
  for (const edition_name edition : every_edition) {
    device d{home(edition)};
    const auto add = [&](unsigned each) {
      return lac::account_added(d.policy(), lac::short_server_id{each});
    };
    bytes_of before{d.policy()};
    CHECK(add(101) == status::server_doubled);
    CHECK(add(0) == status::server_invalid);
    CHECK(add(65535) == status::server_invalid);
    CHECK(add(65536 + 104) == status::server_invalid);
    CHECK(before.are_still_those_of(d.policy()));
    CHECK(add(65534) == status::done);
    before = bytes_of{d.policy()};
    CHECK(add(104) == status::no_room);
    CHECK(before.are_still_those_of(d.policy()));
    d.expected().accounts.insert(65534);
    d.is_as_expected();
  }
}

TEST_CASE("H4: a removed account has no observations left", "[H4]") {
  for (const edition_name edition : every_edition) {
    const world w = home(edition);
    device d{w};
    const path observed[] = {at(5), at(5, 2), at(5, 2, 0), at(2), at(2, 0), at(2, 0, 2, 102)};
    for (const path& each : observed)
      CHECK(review(d, w, 102, each) == lac::observation_state::active);
    REQUIRE(lac::account_removed(d.policy(), lac::short_server_id{102}, lac::ignore_all{},
                                 lac::ignore_all{}) == status::done);
    for (const path& each : observed)
      CHECK(review(d, w, 102, each) == lac::observation_state::ended);
    for (const unsigned nobody : {104U, 0U, 65535U})
      CHECK(review(d, w, nobody, at(2)) == lac::observation_state::ended);
  }
}

TEST_CASE("H2: an observation after its right is gone", "[H2]") {
  for (const edition_name edition : every_edition) {
    const world w = home(edition);
    device d{w};
    const auto refused = edition == edition_name::draft ? lac::observation_state::ended
                                                        : lac::observation_state::suppressed;
    const path observed[] = {at(3, 0), at(3, 0, 0), at(3)};
    for (const path& each : observed)
      CHECK(review(d, w, 102, each) == lac::observation_state::active);
    d.expected().acls[{3, 0}].entries[102] = W;
    const changes told{{change_kind::changed, 0, {3, 0}}};
    d.performs(101, op::update, at(2, 0), {{at(2, 0, 2, 102), W}}, coap::changed, told);
    for (const path& each : observed) CHECK(review(d, w, 102, each) == refused);
    d.expected().acls[{3, 0}].entries[102] = R;
    d.performs(101, op::update, at(2, 0), {{at(2, 0, 2, 102), R}}, coap::changed, told);
    for (const path& each : observed)
      CHECK(review(d, w, 102, each) == lac::observation_state::active);
  }
}

TEST_CASE("H2: an observation of what cannot be read", "[H2]") {
  for (const edition_name edition : every_edition) {
    world w = home(edition);
    w.acls[{3, 0}].entries[102] = R | E;
    device d{w};
    const auto refused = edition == edition_name::draft ? lac::observation_state::ended
                                                        : lac::observation_state::suppressed;
    for (const path& each : {at(3, 0, 4), at(0, 0), at(0), path::root()})
      CHECK(review(d, w, 102, each) == refused);
  }
}

TEST_CASE("H5: an observation of what is gone has ended, with 4.04", "[H5]") {
  for (const edition_name edition : every_edition) {
    const world w = home(edition);
    device d{w};
    for (const path& each : {at(3, 0, 9), at(3, 1), at(9), at(9, 0), at(2, 9), at(2, 0, 2, 103)})
      CHECK(review(d, w, 102, each) == lac::observation_state::gone);
    CHECK(review(d, w, 104, at(3, 1)) == lac::observation_state::ended);  // H4 comes first
  }
}

TEST_CASE("H2: an Observe-Composite stays while one of its paths does", "[H2][E1]") {
  for (const edition_name edition : with_composites) {
    const world w = home(edition);
    device d{w};
    const paths listed{at(3, 0, 0), at(5, 9), at(0, 0)};
    const lac::observation held{lac::short_server_id{102}, {}, listed};
    const auto objects = stack::objects_from(w);
    CHECK(lac::review(d.policy(), objects, held) == lac::observation_state::active);
    d.expected().acls[{3, 0}].entries[102] = 0;
    d.performs(101, op::update, at(2, 0), {{at(2, 0, 2, 102), 0}}, coap::changed,
               {{change_kind::changed, 0, {3, 0}}});
    CHECK(lac::review(d.policy(), objects, held) == lac::observation_state::suppressed);
  }
}
