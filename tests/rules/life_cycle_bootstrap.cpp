// Bootstrap: its edits become visible together (G5), after they are checked (G6).

#include <lwm2m/access/bootstrap_session.hpp>

#include "support/administered.hpp"

namespace {

using namespace administration;
using reference::C, reference::D, reference::E, reference::R, reference::W;
using policy = lac::policy<8, 24, 4>;

lac::short_server_id server(unsigned id) { return lac::short_server_id{id}; }
lac::access_control_view owned_by(unsigned owner, unsigned n, target governed) {
  return {lac::object_instance_id{n}, stack::target_of(governed), stack::owner_of(owner), {}};
}

fault_list faults_of(const auto& checked, const world& w) {
  fault_list found;
  std::size_t told = 0;
  const std::size_t counted =
      lac::check_consistency(checked, stack::objects_from(w), [&](const lac::fault& each) {
        found.insert({each.kind, each.id.value()});
        ++told;
      });
  CHECK(counted == told);
  CHECK(counted == found.size());
  return found;
}

/// A stack's own storage that does not look at what it takes in.
struct careless_policy : policy {
  using policy::policy;
  std::array<lac::access_control<lac::acl<1>>, 2> taken{};

  static constexpr careless_policy under(const lac::edition& rules) noexcept {
    return careless_policy{rules};
  }
  constexpr std::size_t access_control_count() const noexcept { return taken.size(); }
  constexpr lac::access_control_view access_control_at(std::size_t k) const noexcept {
    return taken[k];
  }
  constexpr lac::access_control_view find(lac::access_control_target target) const noexcept {
    for (std::size_t k = 0; k < access_control_count(); ++k)
      if (access_control_at(k).target() == target) return access_control_at(k);
    return {};
  }
  constexpr lac::access_control_view find_id(lac::object_instance_id) const noexcept { return {}; }
};
static_assert(lac::editable_policy<careless_policy>);

careless_policy careless(const world& w) {
  careless_policy made{lac::edition_of(w.edition)};
  for (const unsigned each : w.accounts) REQUIRE(made.add_account(server(each)) == status::done);
  return made;
}

}  // namespace

TEST_CASE("G5: one account becomes several at once with its access control", "[G5]") {
  for (const edition_name edition : every_edition) {
    world w = home(edition);
    w.accounts = {101};
    w.acls.clear();
    device d{w};
    policy staged{};
    lac::bootstrap_session<policy> session{d.policy(), staged};
    REQUIRE(lac::account_added(session.edit(), server(102)) == status::done);
    REQUIRE(session.edit().add(owned_by(102, 0, {3, 0})) == status::done);
    d.is_as_expected();
    CHECK(d.decide(101, op::write, at(3, 0, 13)).allowed());
    CHECK(d.decide(102, op::write, at(3, 0, 13)).reason() == reason::no_account);
    CHECK(session.finish(stack::objects_from(w), lac::ignore_all{}) == coap::changed);
    d.expected().accounts.insert(102);
    d.expected().acls[{3, 0}] = {0, 102, {}};
    d.is_as_expected();
    CHECK(d.decide(101, op::write, at(3, 0, 13)).reason() == reason::access_right_missing);
  }
}

TEST_CASE("G5: several accounts become others without a moment of one alone", "[G5]") {
  for (const edition_name edition : every_edition) {
    const world w = home(edition);
    device d{w};
    policy staged{};
    lac::bootstrap_session<policy> session{d.policy(), staged};
    for (const unsigned each : {101U, 102U})
      REQUIRE(lac::account_removed(session.edit(), server(each), lac::ignore_all{},
                                   lac::ignore_all{}) == status::done);
    CHECK(session.edit().account_count() == 1);
    d.is_as_expected();
    CHECK(d.decide(103, op::read, at(5, 2)).reason() == reason::access_right_missing);
    REQUIRE(lac::account_added(session.edit(), server(104)) == status::done);
    CHECK(session.finish(stack::objects_from(w), lac::ignore_all{}) == coap::changed);
    CHECK(d.decide(103, op::read, at(5, 2)).reason() == reason::access_right_missing);
  }
}

TEST_CASE("G5: a session that is not finished leaves nothing", "[G5]") {
  for (const edition_name edition : every_edition) {
    device d{home(edition)};
    {
      policy staged{};
      lac::bootstrap_session<policy> session{d.policy(), staged};
      REQUIRE(session.edit().erase_account(server(101)) == status::done);
      REQUIRE(session.edit().erase_id(lac::object_instance_id{0}) == status::done);
    }
    d.is_as_expected();
  }
}

TEST_CASE("G5: Bootstrap's own requests belong to the session", "[G5][A9]") {
  for (const edition_name edition : every_edition) {
    const world w = home(edition);
    device d{w};
    policy staged{};
    lac::bootstrap_session<policy> session{d.policy(), staged};
    const values conveyed{{at(2, 2, 3), 103}};
    const lac::request asked{lac::bootstrap, op::write, at(2, 2, 3)};
    const auto objects = stack::objects_from(w);
    auto pending = session.begin(objects, asked, conveyed);
    CHECK(pending.allowed());
    CHECK(static_cast<bool>(pending.commit()));
    d.is_as_expected();
    CHECK(session.finish(stack::objects_from(w), lac::ignore_all{}) == coap::changed);
    d.expected().acls[{5, 2}].owner = 103;
    d.is_as_expected();
  }
}

TEST_CASE("G6: a policy without a fault", "[G6]") {
  for (const edition_name edition : every_edition) {
    world w = home(edition);
    w.acls[{9, 65535}] = {7, 65535, {}};  // an Object-level one may wait for its Object
    CHECK(faults_of(policy_of<policy>(w), w).empty());
  }
}

TEST_CASE("G6: a target that does not exist, but for a pre-grant of the draft", "[G6]") {
  for (const edition_name edition : every_edition) {
    world w = home(edition);
    w.acls[{5, 9}] = {7, 101, {}};
    w.acls[{9, 0}] = {8, 65535, {}};
    const fault_list found = faults_of(policy_of<policy>(w), w);
    if (edition == edition_name::draft)
      CHECK(found.empty());
    else
      CHECK(found == fault_list{{fault_kind::target_missing, 7}, {fault_kind::target_missing, 8}});
  }
}

TEST_CASE("G6: an Owner without an account", "[G6]") {
  for (const edition_name edition : every_edition) {
    world w = home(edition);
    w.acls[{5, 1}].owner = 104;
    w.acls[{3, 0}].owner = 1;
    CHECK(faults_of(policy_of<policy>(w), w) == fault_list{{fault_kind::owner_without_account, 0},
                                                           {fault_kind::owner_without_account, 1}});
  }
}

TEST_CASE("G6: an entry for a Server without an account is no fault", "[G6][F6]") {
  for (const edition_name edition : every_edition) {
    world w = home(edition);
    w.acls[{5, 1}].entries[104] = R;
    CHECK(faults_of(policy_of<policy>(w), w).empty());
  }
}

TEST_CASE("G6: several faults of one instance are all told", "[G6]") {
  for (const edition_name edition : finals) {
    world w = home(edition);
    w.acls[{5, 9}] = {7, 104, {}};
    CHECK(faults_of(policy_of<policy>(w), w) ==
          fault_list{{fault_kind::target_missing, 7}, {fault_kind::owner_without_account, 7}});
  }
}

TEST_CASE("G6: a second instance for a target, in a stack's own storage", "[G6][F9]") {
  for (const edition_name edition : every_edition) {
    const world w = home(edition);
    careless_policy found = careless(w);
    const auto first = owned_by(101, 4, {5, 1}), second = owned_by(102, 9, {5, 1});
    found.taken = {{{first.id(), first.target(), first.owner(), {}},
                    {second.id(), second.target(), second.owner(), {}}}};
    CHECK(faults_of(found, w) == fault_list{{fault_kind::target_doubled, 9}});
  }
}

TEST_CASE("G6: Object 0, Object 2 and a Server at Object level, likewise", "[G6][F11][A12]") {
  for (const edition_name edition : every_edition) {
    const world w = home(edition);
    careless_policy found = careless(w);
    const auto put = [&](const lac::access_control_view& a, const lac::access_control_view& b) {
      found.taken = {{{a.id(), a.target(), a.owner(), {}}, {b.id(), b.target(), b.owner(), {}}}};
    };
    put(owned_by(101, 4, {0, 0}), owned_by(102, 9, {2, 4}));
    CHECK(faults_of(found, w) ==
          fault_list{{fault_kind::target_restricted, 4}, {fault_kind::target_restricted, 9}});
    put(owned_by(65535, 4, {65535, 0}), owned_by(101, 9, {5, 65535}));
    CHECK(faults_of(found, w) ==
          fault_list{{fault_kind::target_restricted, 4}, {fault_kind::owner_at_object_level, 9}});
  }
}

TEST_CASE("G6: a policy without an edition is at fault", "[G6]") {
  const world w = home(edition_name{});
  policy empty;
  CHECK(faults_of(empty, w) == fault_list{{fault_kind::edition_unknown, 65535}});
}

TEST_CASE("G6: Bootstrap-Finish is refused with 4.06 until the faults are mended", "[G6][G5]") {
  for (const edition_name edition : finals) {
    const world w = home(edition);
    device d{w};
    const auto objects = stack::objects_from(w);
    policy staged{};
    lac::bootstrap_session<policy> session{d.policy(), staged};
    REQUIRE(session.edit().add(owned_by(104, 7, {5, 9})) == status::done);
    std::size_t told = 0;
    const auto count = [&](const lac::fault&) { ++told; };
    CHECK(session.finish(objects, count) == coap::not_acceptable);
    CHECK(told == 2);
    d.is_as_expected();
    REQUIRE(session.edit().set_target(lac::object_instance_id{7}, stack::target_of({1, 0})) ==
            status::done);
    CHECK(session.finish(objects, count) == coap::not_acceptable);
    CHECK(told == 3);
    d.is_as_expected();
    REQUIRE(lac::account_added(session.edit(), server(104)) == status::done);
    CHECK(session.finish(objects, count) == coap::changed);
    CHECK(told == 3);
    d.expected().accounts.insert(104);
    d.expected().acls[{1, 0}] = {7, 104, {}};
    d.is_as_expected();
  }
}
